import { textHash } from "../../../columns/hash.ts"

/** Distinct texts of which there are few, by number; 0 is the empty one. */
export class CodeTable {
  readonly texts: string[] = [""]
  readonly hashes: number[] = [textHash("")]
  private readonly numbers = new Map<string, number>([["", 0]])

  numberOf(text: string): number {
    const known = this.numbers.get(text)
    if (known !== undefined) return known
    this.numbers.set(text, this.texts.length)
    this.hashes.push(textHash(text))
    return this.texts.push(text) - 1
  }
}

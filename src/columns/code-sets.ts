/** A set of up to 96 codes in three words. */
export const SET_WORDS = 3

/** Sets of codes, each distinct one once; set 0 is empty. */
export class CodeSets {
  /** Three words a set. */
  words = new Uint32Array(SET_WORDS * 64)
  private size = 1
  private readonly known = new Map<string, number>([["0,0,0", 0]])

  /** The number of the set that holds these codes. */
  numberOf(codes: readonly number[]): number {
    const set = new Uint32Array(SET_WORDS)
    for (const code of codes) addCode(set, 0, code)
    const key = set.join()
    const earlier = this.known.get(key)
    if (earlier !== undefined) return earlier
    const number = this.size++
    this.known.set(key, number)
    if (this.size * SET_WORDS > this.words.length) {
      const wider = new Uint32Array(this.words.length * 2)
      wider.set(this.words)
      this.words = wider
    }
    this.words.set(set, number * SET_WORDS)
    return number
  }
}

export function addCode(words: Uint32Array, set: number, code: number): void {
  const at = set * SET_WORDS + (code >> 5)
  words[at] = (words[at] ?? 0) | (1 << (code & 31))
}

export function dropCode(words: Uint32Array, set: number, code: number): void {
  const at = set * SET_WORDS + (code >> 5)
  words[at] = (words[at] ?? 0) & ~(1 << (code & 31))
}

export function hasCode(words: Uint32Array, set: number, code: number): boolean {
  return ((words[set * SET_WORDS + (code >> 5)] ?? 0) & (1 << (code & 31))) !== 0
}

/** The codes of a set, ascending. */
export function codesOf(words: Uint32Array, set: number): number[] {
  const codes: number[] = []
  for (let code = 0; code < SET_WORDS * 32; code++) if (hasCode(words, set, code)) codes.push(code)
  return codes
}

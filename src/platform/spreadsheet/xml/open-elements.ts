import { XmlFault } from "./fault.ts"

const MAX_DEPTH = 256

/** The names of the elements that are open, as they were written: a close tag has to say the same. */
export class OpenElements {
  depth = 0
  readonly #names: Buffer[] = []
  readonly #lengths = new Int32Array(MAX_DEPTH + 1)
  readonly #prefixes = new Int32Array(MAX_DEPTH + 1)

  get isFull(): boolean {
    return this.depth >= MAX_DEPTH
  }

  /** Bytes of the innermost name that are its prefix. */
  get prefix(): number {
    return this.#prefixes[this.depth] as number
  }

  enter(bytes: Uint8Array, at: number, { to, prefix }: { to: number; prefix: number }): void {
    if (this.isFull) throw new XmlFault("elements nested too deeply")
    const depth = ++this.depth
    const length = to - at
    let names = this.#names[depth]
    if (names === undefined || names.length < length)
      names = this.#names[depth] = Buffer.allocUnsafeSlow(Math.max(64, length))
    for (let i = 0; i < length; i++) names[i] = bytes[at + i] as number
    this.#lengths[depth] = length
    this.#prefixes[depth] = prefix
  }

  /** Where the innermost name ends that stands from `at` on; -1 where another one does. */
  endOfName(bytes: Uint8Array, at: number, end: number): number {
    const { depth } = this
    const to = at + (this.#lengths[depth] as number)
    if (depth === 0 || to > end) return -1
    const names = this.#names[depth] as Buffer
    let i = at
    while (i < to && names[i - at] === bytes[i]) i++
    return i === to ? to : -1
  }
}

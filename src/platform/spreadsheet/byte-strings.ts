/** Methods that Buffer has had since Node 0.x but whose types are not published. */
declare global {
  interface Buffer {
    latin1Slice(start?: number, end?: number): string
    utf8Slice(start?: number, end?: number): string
    ucs2Slice(start?: number, end?: number): string
  }
}

/** The bytes hold something beyond ASCII. */
export const WIDE = 1
/** The bytes hold an underscore: perhaps an escape such as `_x000D_`. */
export const UNDERSCORE = 2

/** Text as UTF-8, put together from parts in one buffer that is used again and again. */
export class TextBuffer {
  bytes: Buffer
  length = 0

  constructor(size: number) {
    this.bytes = Buffer.allocUnsafeSlow(size)
  }

  /** Adds the bytes and tells what they hold: WIDE, UNDERSCORE, both or neither. */
  append(source: Buffer, from: number, to: number): number {
    if (this.length + to - from > this.bytes.length) this.#grow(to - from)
    const { bytes } = this
    let at = this.length
    let seen = 0
    let flags = 0
    for (let i = from; i < to; i++) {
      const byte = source[i] as number
      seen |= byte
      if (byte === 0x5f) flags = UNDERSCORE
      bytes[at++] = byte
    }
    this.length = at
    return seen > 0x7f ? flags | WIDE : flags
  }

  appendText(text: string): number {
    const bytes = Buffer.from(text)
    return this.append(bytes, 0, bytes.length)
  }

  slice(from: number, to: number, flags: number): string {
    if (from === to) return ""
    return (flags & WIDE) === 0 ? this.bytes.latin1Slice(from, to) : this.bytes.utf8Slice(from, to)
  }

  #grow(length: number): void {
    const grown = Buffer.allocUnsafeSlow(2 * (this.bytes.length + length))
    this.bytes.copy(grown, 0, 0, this.length)
    this.bytes = grown
  }
}

/** White space in ASCII, as `String.prototype.trim` sees it. */
export function isBlankByte(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d)
}

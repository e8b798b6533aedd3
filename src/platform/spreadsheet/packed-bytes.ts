import "./byte-strings.ts"
/** A run of texts in one piece of bytes. */
export interface TextBlock {
  readonly count: number
  /** Characters of all its texts, which are Latin-1 or else UTF-16. */
  readonly characters: number
  readonly isWide: boolean
}

const BLOCK_CHARACTERS = 1 << 20
/** Texts that a list repeats are short and not many: kelurahan, occupations, streets. */
const INTERNED = 1 << 16
const INTERNED_LENGTH = 64

/** Different texts by number. A text that came often enough to be remembered comes once. */
export class PackedTexts {
  characters = 0
  #count = 0
  readonly #ids = new Map<string, number>()
  #pending: string[] = []
  #pendingCharacters = 0
  readonly #blocks: {
    readonly block: TextBlock
    readonly lengths: Uint8Array
    readonly bytes: Buffer
  }[] = []

  add(text: string): number {
    const known = this.#ids.get(text)
    if (known !== undefined) return known
    const id = this.#count++
    if (text.length <= INTERNED_LENGTH && this.#ids.size < INTERNED) this.#ids.set(text, id)
    this.characters += text.length
    this.#pending.push(text)
    this.#pendingCharacters += text.length
    if (this.#pendingCharacters > BLOCK_CHARACTERS) this.#close()
    return id
  }

  write(writer: PackedWriter): TextBlock[] {
    this.#close()
    for (const { lengths, bytes } of this.#blocks) {
      writer.add(lengths)
      writer.add(bytes)
    }
    return this.#blocks.map(({ block }) => block)
  }

  #close(): void {
    const texts = this.#pending
    if (texts.length === 0) return
    const joined = texts.join("")
    const isWide = /[^\0-\u00ff]/.test(joined)
    const lengths = new Uint8Array(Int32Array.from(texts, ({ length }) => length).buffer)
    const block = { count: texts.length, characters: joined.length, isWide }
    this.#blocks.push({ block, lengths, bytes: Buffer.from(joined, isWide ? "utf16le" : "latin1") })
    this.#pending = []
    this.#pendingCharacters = 0
  }
}

const ALIGNED = 8

function padded(length: number): number {
  return Math.ceil(length / ALIGNED) * ALIGNED
}

/** Parts one behind the other, each at a place that arrays of numbers may begin at. */
export class PackedWriter {
  readonly #parts: Buffer[] = []

  add(part: Uint8Array): void {
    this.#parts.push(Buffer.from(part.buffer, part.byteOffset, part.byteLength))
    this.#parts.push(Buffer.alloc(padded(part.length) - part.length))
  }

  buffers(head: object): Buffer[] {
    const text = Buffer.from(JSON.stringify(head))
    const start = Buffer.alloc(ALIGNED)
    start.writeUInt32LE(text.length)
    return [start, text, Buffer.alloc(padded(text.length) - text.length), ...this.#parts]
  }
}

/** Reads the parts in the order in which they were written. */
export class PackedReader {
  readonly head: unknown
  readonly #bytes: Buffer
  #at: number

  /** The bytes have to begin where arrays of numbers may. */
  constructor(bytes: Buffer) {
    const length = bytes.readUInt32LE(0)
    this.head = JSON.parse(bytes.toString("utf8", ALIGNED, ALIGNED + length))
    this.#bytes = bytes
    this.#at = ALIGNED + padded(length)
  }

  int32(count: number): Int32Array {
    const { buffer, offset } = this.#take(4 * count)
    return new Int32Array(buffer, offset, count)
  }

  uint16(count: number): Uint16Array {
    const { buffer, offset } = this.#take(2 * count)
    return new Uint16Array(buffer, offset, count)
  }

  uint8(count: number): Uint8Array {
    const { buffer, offset } = this.#take(count)
    return new Uint8Array(buffer, offset, count)
  }

  /** Each text is a string of its own: a part of a larger one would keep the whole alive. */
  texts(blocks: readonly TextBlock[]): string[] {
    const texts: string[] = []
    for (const { count, characters, isWide } of blocks) {
      const lengths = this.int32(count)
      const width = isWide ? 2 : 1
      const { offset } = this.#take(width * characters)
      let at = offset - this.#bytes.byteOffset
      for (const length of lengths) {
        const to = at + width * length
        texts.push(isWide ? this.#bytes.ucs2Slice(at, to) : this.#bytes.latin1Slice(at, to))
        at = to
      }
    }
    return texts
  }

  #take(length: number): { buffer: ArrayBuffer; offset: number } {
    const { buffer, byteOffset } = this.#bytes
    const offset = byteOffset + this.#at
    this.#at += padded(length)
    if (length < 0 || this.#at > this.#bytes.length) throw new Error("packed bytes are cut off")
    return { buffer: buffer as ArrayBuffer, offset }
  }
}

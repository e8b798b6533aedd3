import { isBlankByte, TextBuffer, UNDERSCORE, WIDE } from "../byte-strings.ts"
import { XmlFault } from "../xml/fault.ts"
import { CLOSE, MORE, OPEN, TEXT, type XmlTokens } from "../xml/tokens.ts"
import { isOn } from "../xml/xml.ts"

const MAX_STRINGS = 4_000_000
const MAX_BYTES = 256 * 1024 ** 2
const SEGMENT_BYTES = 1024 ** 2
const MAX_STRING_BYTES = SEGMENT_BYTES

/** What the runs of a text say of strike-through. `CELL`: they leave it to the font of the cell. */
export const STRIKE_CELL = 0
export const STRIKE_STRUCK = 1
export const STRIKE_PLAIN = 2

const LETTER_R = 0x72
const LETTER_T = 0x74

/**
 * Collects one string item (`si` or `is`): plain text or runs. Phonetic runs (`rPh`) are reading
 * aids that Excel shows only on demand, so they are left out.
 */
export class RichText {
  readonly buffer: TextBuffer
  start = 0
  flags = 0
  #runStart = 0
  #runStrike = STRIKE_CELL
  /** One bit for each kind of strike among the runs that show something. */
  #strikes = 0
  #isInText = false
  #isPhonetic = false

  constructor(buffer: TextBuffer) {
    this.buffer = buffer
  }

  begin(): void {
    this.start = this.#runStart = this.buffer.length
    this.flags = this.#strikes = 0
    this.#runStrike = STRIKE_CELL
    this.#isInText = this.#isPhonetic = false
  }

  open(tokens: XmlTokens): void {
    const length = tokens.nameEnd - tokens.nameStart
    if (length === 1) {
      if (tokens.bytes[tokens.nameStart] === LETTER_T) this.#isInText = !this.#isPhonetic
      return
    }
    const name = tokens.name()
    if (name === "rPh") this.#isPhonetic = true
    else if (name === "rPr") this.#runStrike = STRIKE_PLAIN
    else if (name === "strike" && isOn(strikeValue(tokens))) this.#runStrike = STRIKE_STRUCK
  }

  text(tokens: XmlTokens): void {
    if (this.#isInText) this.addPlain(tokens)
  }

  addPlain(tokens: XmlTokens): void {
    this.flags |= appendToken(this.buffer, tokens)
    if (this.buffer.length - this.start > MAX_STRING_BYTES) throw new XmlFault("a text too long")
  }

  close(tokens: XmlTokens): void {
    const length = tokens.nameEnd - tokens.nameStart
    if (length === 1) {
      const letter = tokens.bytes[tokens.nameStart]
      if (letter === LETTER_T) this.#isInText = false
      else if (letter === LETTER_R) this.#endRun()
    } else if (length === 3 && tokens.name() === "rPh") this.#isPhonetic = false
  }

  /** Ends the item; its text stands in the buffer from `start`. */
  end(): number {
    this.#endRun()
    if ((this.#strikes & (1 << STRIKE_PLAIN)) !== 0) return STRIKE_PLAIN
    return this.#strikes === 1 << STRIKE_STRUCK ? STRIKE_STRUCK : STRIKE_CELL
  }

  #endRun(): void {
    if (this.#isRunVisible()) this.#strikes |= 1 << this.#runStrike
    this.#runStart = this.buffer.length
    this.#runStrike = STRIKE_CELL
  }

  #isRunVisible(): boolean {
    const { bytes, length } = this.buffer
    for (let at = this.#runStart; at < length; at++) {
      const byte = bytes[at] as number
      if (byte > 0x7f) return bytes.utf8Slice(this.#runStart, length).trim() !== ""
      if (!isBlankByte(byte)) return true
    }
    return false
  }
}

function strikeValue(tokens: XmlTokens): string {
  for (let i = 0; i < tokens.attributeCount; i++)
    if (tokens.attributeName(i) === "val") return tokens.attributeValue(i)
  return "1"
}

/** Adds the text of a TEXT token; tells what it holds, as `TextBuffer.append` does. */
export function appendToken(buffer: TextBuffer, tokens: XmlTokens): number {
  if (tokens.isCoded) return buffer.appendText(tokens.text())
  return buffer.append(tokens.bytes, tokens.textStart, tokens.textEnd)
}

/** Excel writes characters that XML cannot hold as `_xHHHH_` (ECMA-376 part 1, 22.9.2.19). */
export function decodeEscapes(text: string): string {
  if (!text.includes("_x")) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (written, hex: string) => {
    const code = Number.parseInt(hex, 16)
    // A NUL can be stored by no database, and half a surrogate pair is no character.
    return code === 0 || (code >= 0xd800 && code <= 0xdfff) ? written : String.fromCharCode(code)
  })
}

const WHOLE = { text: Buffer.from("<t>"), textEnd: Buffer.from("</t></si>") }
const CACHED = 1 << 15
const LENGTH_BITS = 21
const LENGTH_MASK = (1 << LENGTH_BITS) - 1

/**
 * The shared string table (ECMA-376 part 1, 18.4) as bytes; a string is made when asked for, and the
 * ones asked for last are kept, because sheets repeat a few of them often.
 */
export class SharedStrings {
  count = 0
  readonly #segments: Buffer[] = []
  #free = 0
  #bytes = 0
  #starts = new Uint32Array(1024)
  /** Length, flags and strike of each string in one number. */
  #shapes = new Uint32Array(1024)
  readonly #cache: string[] = []
  readonly #cachedIndex = new Int32Array(CACHED).fill(-1)
  readonly #scratch = new TextBuffer(4096)
  readonly #item = new RichText(this.#scratch)
  #isInItem = false

  /** Reads on as far as the tokens go. */
  scan(tokens: XmlTokens): void {
    for (let token = tokens.next(); token !== MORE; token = tokens.next()) {
      if (token === TEXT) {
        if (this.#isInItem) this.#item.text(tokens)
      } else if (token === OPEN) {
        if (isItem(tokens)) this.#begin(tokens)
        else if (this.#isInItem) this.#item.open(tokens)
      } else if (token === CLOSE) {
        if (isItem(tokens)) this.#add()
        else if (this.#isInItem) this.#item.close(tokens)
      } else return
    }
  }

  isBlank(index: number): boolean {
    return ((this.#shapes[index] as number) & LENGTH_MASK) === 0
  }

  strike(index: number): number {
    return (this.#shapes[index] as number) >>> (LENGTH_BITS + 2)
  }

  text(index: number): string {
    const slot = index & (CACHED - 1)
    if (this.#cachedIndex[slot] === index) return this.#cache[slot] ?? ""
    const text = this.#make(index)
    this.#cachedIndex[slot] = index
    this.#cache[slot] = text
    return text
  }

  #make(index: number): string {
    const start = this.#starts[index] as number
    const shape = this.#shapes[index] as number
    const segment = this.#segments[Math.floor(start / SEGMENT_BYTES)]
    const from = start % SEGMENT_BYTES
    const to = from + (shape & LENGTH_MASK)
    const flags = shape >>> LENGTH_BITS
    if (segment === undefined || from === to) return ""
    const text = (flags & WIDE) === 0 ? segment.latin1Slice(from, to) : segment.utf8Slice(from, to)
    return (flags & UNDERSCORE) === 0 ? text : decodeEscapes(text)
  }

  #begin(tokens: XmlTokens): void {
    this.#scratch.length = 0
    this.#isInItem = true
    this.#item.begin()
    if (!tokens.takeWhole(WHOLE.text, WHOLE.textEnd)) return
    this.#item.addPlain(tokens)
    this.#add()
  }

  #add(): void {
    if (!this.#isInItem) return
    this.#isInItem = false
    const strike = this.#item.end()
    const { length } = this.#scratch
    this.#bytes += length
    if (this.count >= MAX_STRINGS || this.#bytes > MAX_BYTES)
      throw new XmlFault("too many shared strings")
    if (this.count === this.#starts.length) {
      this.#starts = grown(this.#starts)
      this.#shapes = grown(this.#shapes)
    }
    this.#starts[this.count] = this.#store(length)
    this.#shapes[this.count++] = length | ((this.#item.flags | (strike << 2)) << LENGTH_BITS)
  }

  /** The place of the scratch's bytes among all segments; no string lies across two. */
  #store(length: number): number {
    let segment = this.#segments.at(-1)
    if (segment === undefined || this.#free + length > SEGMENT_BYTES) {
      segment = Buffer.allocUnsafeSlow(SEGMENT_BYTES)
      this.#segments.push(segment)
      this.#free = 0
    }
    const { bytes } = this.#scratch
    if (length > 64) bytes.copy(segment, this.#free, 0, length)
    else for (let i = 0; i < length; i++) segment[this.#free + i] = bytes[i] as number
    const start = (this.#segments.length - 1) * SEGMENT_BYTES + this.#free
    this.#free += length
    return start
  }
}

function grown(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * numbers.length)
  larger.set(numbers)
  return larger
}

function isItem({ bytes, nameStart, nameEnd }: XmlTokens): boolean {
  return nameEnd - nameStart === 2 && bytes[nameStart] === 0x73 && bytes[nameStart + 1] === 0x69
}

import {
  TAB,
  LF,
  CR,
  SPACE,
  BANG,
  QUOTE,
  AND,
  APOSTROPHE,
  SLASH,
  COLON,
  LESS,
  EQUALS,
  GREATER,
  QUESTION,
  BRACKET,
  NOTABLE,
  NAME,
  PLAIN,
  BLANK,
  findIn,
  isSame,
  badDeclaration,
  checkCharacters,
  checkInstruction,
  checkNameStart,
  badName,
} from "./bytes.ts"
import { XmlFault } from "./fault.ts"
import { decodeXmlAttribute, decodeXmlText, normaliseLines } from "./text.ts"
import type { Leaf } from "./leaf.ts"
import { OpenElements } from "./open-elements.ts"
import { CODED_WORK, MAX_ATTRIBUTES, MAX_WORK, XmlWork } from "./work.ts"
import { XmlWindow } from "./window.ts"

/** What `next` found. `MORE`: nothing until the next piece arrives. */
export const MORE = 0
export const OPEN = 1
export const CLOSE = 2
export const TEXT = 3
export const END = 4

/**
 * Splits one XML part into tags and texts as its bytes arrive, and makes a string of nothing unless
 * asked. Refuses what is not well-formed, and every document type declaration: so no entity but the
 * five of XML can be expanded. What a token points at is valid until the next call.
 */
export class XmlTokens {
  readonly #window = new XmlWindow()
  bytes: Buffer = this.#window.bytes
  /** Of an OPEN or CLOSE: the name without its prefix. */
  nameStart = 0
  nameEnd = 0
  /** Of a TEXT, as written. */
  textStart = 0
  textEnd = 0
  /** Of a leaf that was taken: the value of its first attribute. */
  valueStart = 0
  valueEnd = 0
  /** The text holds references or line ends that `text` has to decode. */
  isCoded = false
  #isCdata = false
  /** Of an OPEN: four offsets for each attribute, start and end of name and value. */
  attributeCount = 0
  readonly attributes = new Int32Array(4 * MAX_ATTRIBUTES)
  readonly #attributeCoded = new Uint8Array(MAX_ATTRIBUTES)
  #isSelfClosed = false
  readonly #open = new OpenElements()
  #elements = 0
  readonly #work: XmlWork
  #isStarted = false

  constructor(maxWork = MAX_WORK) {
    this.#work = new XmlWork(maxWork)
  }

  push(piece: Uint8Array): void {
    this.#window.push(piece)
    this.bytes = this.#window.bytes
  }

  finish(): void {
    this.#window.finish()
    this.bytes = this.#window.bytes
  }

  next(): number {
    if (this.#isSelfClosed) {
      this.#isSelfClosed = false
      this.#open.depth--
      return CLOSE
    }
    for (;;) {
      const { at, end } = this.#window
      if (at >= end) return this.#stop()
      const token = this.bytes[at] === LESS ? this.#markup(at, end) : this.#text(at, end)
      if (token >= 0) return token
    }
  }

  /**
   * Right after an OPEN: when all that follows in the element is `before`, a text without references
   * and `after`, which closes the element too, reads on behind it and shows the text as a TEXT does.
   * Nearly all cells and shared strings are so, and this spares four tokens of five.
   */
  takeWhole(before: Uint8Array, after: Uint8Array): boolean {
    const { bytes } = this
    const { at, end } = this.#window
    if (this.#isSelfClosed || this.#open.prefix !== 0) return false
    const from = at + before.length
    if (from > end || !isSame(bytes, at, from, before)) return false
    let to = from
    while (to < end && NOTABLE[bytes[to] as number] === 0) to++
    const next = to + after.length
    if (next > end || !isSame(bytes, to, next, after)) return false
    this.#show(from, to, false)
    this.#window.at = next
    this.#open.depth--
    return true
  }

  /**
   * Between two elements: when the next one is written so, with a value of plain letters and digits and
   * a text without references, reads on behind it and shows value and text. Its tag is not read again.
   */
  takeLeaf({ head, middle, end: after, work }: Leaf): boolean {
    const { bytes } = this
    const { at, end } = this.#window
    const value = at + head.length
    if (this.#isSelfClosed || this.#open.isFull || value > end) return false
    if (!isSame(bytes, at, value, head)) return false
    let valueEnd = value
    while (valueEnd < end && PLAIN[bytes[valueEnd] as number] === 1) valueEnd++
    const from = valueEnd + middle.length
    if (from > end || !isSame(bytes, valueEnd, from, middle)) return false
    let to = from
    while (to < end && NOTABLE[bytes[to] as number] === 0) to++
    const next = to + after.length
    if (next > end || !isSame(bytes, to, next, after)) return false
    this.#work.spend(work)
    this.valueStart = value
    this.valueEnd = valueEnd
    this.#show(from, to, false)
    this.#window.at = next
    return true
  }

  /** The text of a TEXT. */
  text(): string {
    const written = this.bytes.utf8Slice(this.textStart, this.textEnd)
    if (!this.isCoded) return written
    return this.#isCdata ? normaliseLines(written) : decodeXmlText(written)
  }

  /** The name of an OPEN or CLOSE, without its prefix. */
  name(): string {
    return this.bytes.utf8Slice(this.nameStart, this.nameEnd)
  }

  /** The name of an attribute of an OPEN, with its prefix. */
  attributeName(index: number): string {
    const { bytes, attributes } = this
    return bytes.utf8Slice(attributes[4 * index], attributes[4 * index + 1])
  }

  attributeValue(index: number): string {
    const { bytes, attributes } = this
    const written = bytes.utf8Slice(attributes[4 * index + 2], attributes[4 * index + 3])
    return this.#attributeCoded[index] === 1 ? decodeXmlAttribute(written) : written
  }

  #stop(): number {
    if (!this.#window.isFinal) return MORE
    if (this.#open.depth > 0 || this.#elements === 0)
      throw new XmlFault("malformed XML: it is cut off")
    return END
  }

  /** The token goes on beyond the window. */
  #wait(): number {
    if (this.#window.isFinal) throw new XmlFault("malformed XML: it is cut off")
    return MORE
  }

  /** -1: white space outside the root, of which nothing is told. */
  #text(at: number, end: number): number {
    const { bytes } = this
    let isCoded = false
    let to = at
    for (; to < end; to++) {
      const byte = bytes[to] as number
      if (NOTABLE[byte] === 0) continue
      if (byte === LESS) break
      if (byte === AND || byte === CR) isCoded = true
      else if (byte !== GREATER) throw new XmlFault("malformed XML: disallowed character")
      else if (bytes[to - 1] === BRACKET && bytes[to - 2] === BRACKET && to - 2 >= at)
        throw new XmlFault("malformed XML: ]]> in a text")
    }
    if (to === end && !this.#window.isFinal) return MORE
    this.#show(at, to, isCoded)
    this.#window.at = to
    if (this.#open.depth > 0) {
      // References are checked where nobody asks for the text, too.
      if (isCoded) this.#work.spend(CODED_WORK)
      if (isCoded) this.text()
      return TEXT
    }
    if (bytes.utf8Slice(at, to).trim() !== "") throw new XmlFault("malformed XML: text outside")
    return -1
  }

  #show(from: number, to: number, isCoded: boolean): void {
    this.textStart = from
    this.textEnd = to
    this.isCoded = isCoded
    this.#isCdata = false
  }

  #markup(at: number, end: number): number {
    const byte = at + 1 < end ? this.bytes[at + 1] : -1
    if (byte === -1) return this.#wait()
    const isFirst = !this.#isStarted
    if (byte === SLASH) return this.#close(at + 2, end)
    if (byte === BANG) return this.#declaration(at, end)
    if (byte === QUESTION) return this.#instruction(at, end, isFirst)
    return this.#start(at + 1, end)
  }

  #declaration(at: number, end: number): number {
    const { bytes } = this
    if (end - at < 9 && !this.#window.isFinal) return MORE
    this.#isStarted = true
    if (bytes.latin1Slice(at + 2, at + 4) === "--") {
      const to = findIn(this.bytes, "--", at + 4, end)
      if (to < 0) return this.#wait()
      if (to + 2 >= end) return this.#wait()
      if (bytes[to + 2] !== GREATER) throw new XmlFault("malformed XML: -- in a comment")
      this.#skip(at, to + 3)
      return -1
    }
    if (bytes.latin1Slice(at + 2, at + 9) !== "[CDATA[") {
      throw badDeclaration(bytes.latin1Slice(at + 2, Math.min(at + 9, end)))
    }
    if (this.#open.depth === 0) throw new XmlFault("malformed XML: text outside")
    const to = findIn(this.bytes, "]]>", at + 9, end)
    if (to < 0) return this.#wait()
    this.#skip(at, to + 3)
    this.#show(at + 9, to, bytes.subarray(at + 9, to).includes(CR))
    this.#isCdata = true
    return TEXT
  }

  #instruction(at: number, end: number, isFirst: boolean): number {
    const to = findIn(this.bytes, "?>", at + 2, end)
    if (to < 0) return this.#wait()
    checkInstruction(this.bytes.latin1Slice(at + 2, to), isFirst)
    this.#isStarted = true
    this.#skip(at, to + 2)
    return -1
  }

  #skip(from: number, to: number): void {
    checkCharacters(this.bytes, from, to)
    this.#window.at = to
  }

  #name(at: number, end: number): number {
    const { bytes } = this
    let local = at
    let to = at
    for (; to < end; to++) {
      const byte = bytes[to] as number
      if (NAME[byte] === 0) break
      if (byte === COLON) local = to + 1
    }
    this.nameStart = local
    this.nameEnd = to
    return to
  }

  #close(at: number, end: number): number {
    const { bytes } = this
    const to = this.#open.endOfName(bytes, at, end)
    if (to < 0 || to >= end || bytes[to] !== GREATER) return this.#closeSpaced(at, end)
    this.nameStart = at + this.#open.prefix
    this.nameEnd = to
    this.#open.depth--
    this.#window.at = to + 1
    return CLOSE
  }

  /** White space may stand behind the name. */
  #closeSpaced(at: number, end: number): number {
    const { bytes } = this
    const to = this.#name(at, end)
    let after = to
    while (after < end && BLANK[bytes[after] as number] === 1) after++
    if (after >= end) return this.#wait()
    if (bytes[after] !== GREATER || this.#open.endOfName(bytes, at, to) !== to)
      throw new XmlFault("malformed XML: unexpected close tag")
    this.#open.depth--
    this.#window.at = after + 1
    return CLOSE
  }

  #start(at: number, end: number): number {
    const { bytes } = this
    let to = this.#name(at, end)
    if (to >= end) return this.#wait()
    const start = this.nameStart
    const finish = this.nameEnd
    if (to === at || start === finish) throw badName()
    checkNameStart(bytes[at] as number)
    this.attributeCount = 0
    while (bytes[to] !== GREATER) {
      const from = to
      while (to < end && BLANK[bytes[to] as number] === 1) to++
      if (to >= end) return this.#wait()
      if (bytes[to] === GREATER) break
      if (bytes[to] === SLASH) {
        if (to + 1 >= end) return this.#wait()
        if (bytes[to + 1] !== GREATER) throw new XmlFault("malformed XML: / in a tag")
        this.#isSelfClosed = true
        to++
        break
      }
      if (to === from) throw new XmlFault("malformed XML: no white space between attributes")
      to = this.#attribute(to, end)
      if (to >= end) return this.#wait()
    }
    this.nameStart = start
    this.nameEnd = finish
    this.#enter(at, finish)
    this.#window.at = to + 1
    return OPEN
  }

  /** The place behind the closing quote; `end` when it is not in the window yet. */
  #attribute(at: number, end: number): number {
    const { bytes, attributes, attributeCount: count } = this
    let to = at
    while (to < end && NAME[bytes[to] as number] === 1) to++
    const nameEnd = to
    while (to < end && BLANK[bytes[to] as number] === 1) to++
    if (to >= end) return end
    if (bytes[to++] !== EQUALS || nameEnd === at)
      throw new XmlFault("malformed XML: an attribute without a value")
    while (to < end && BLANK[bytes[to] as number] === 1) to++
    if (to >= end) return end
    const quote = bytes[to++]
    if (quote !== QUOTE && quote !== APOSTROPHE)
      throw new XmlFault("malformed XML: an attribute without quotes")
    const start = to
    let isCoded = 0
    for (; to < end; to++) {
      const byte = bytes[to] as number
      if (byte === quote) break
      if (byte > AND && byte !== LESS) continue
      if (byte === AND || byte === TAB || byte === LF || byte === CR) isCoded = 1
      else if (byte < SPACE || byte === LESS)
        throw new XmlFault("malformed XML: disallowed character in an attribute")
    }
    if (to >= end) return end
    checkNameStart(bytes[at] as number)
    if (count >= MAX_ATTRIBUTES) throw new XmlFault("too many attributes")
    attributes[4 * count] = at
    attributes[4 * count + 1] = nameEnd
    attributes[4 * count + 2] = start
    attributes[4 * count + 3] = to
    this.#attributeCoded[count] = isCoded
    this.attributeCount = count + 1
    if (isCoded === 1) {
      this.#work.spend(CODED_WORK)
      this.attributeValue(count)
    }
    if (count > 0) this.#work.checkName(bytes, attributes, count)
    return to + 1
  }

  #enter(at: number, to: number): void {
    if (this.#open.depth === 0 && this.#elements > 0) throw new XmlFault("malformed XML: two roots")
    this.#elements++
    this.#work.spend(1 + this.attributeCount)
    this.#isStarted = true
    this.#open.enter(this.bytes, at, { to, prefix: this.nameStart - at })
  }
}

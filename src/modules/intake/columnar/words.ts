import { InternTable } from "../../../columns/intern-table.ts"
import { roomFor } from "../../../columns/growing.ts"
import {
  CAPITALS,
  isEnded,
  isLettered,
  isPlain,
  plainStem,
  SHAPES_END,
  shapeOfWord,
  SMALL,
  templateOf,
  WORDS_MAX,
  writtenName,
} from "./name.ts"
import type { FindingCode } from "../findings/finding.ts"

/** A template in numbers: a place in the name, or a word's number less than zero. */
interface NumberedTemplate {
  readonly codes: readonly FindingCode[]
  readonly words: readonly number[]
}

const BLANK = 0x20
const UNSEEN = 255
/** Bounds the memory that odd names may take. */
const KEPT_MAX = 50_000
const [UNKNOWN, CLEAN, READ] = [0, 1, 2]
/** Four bytes a word, and those that a look-up may read behind them. */
const KEY_BYTES = WORDS_MAX * 4 + 16
const NOTHING: readonly FindingCode[] = []

/** The words of names as numbers; a name of plain words is known by the cases of its words alone. */
export class NameWords {
  /** The words of all names one behind the other. */
  list: Uint32Array
  used = 0
  readonly texts: InternTable
  /** Of words that were met as strings. */
  private readonly numbers = new Map<string, number>()
  /** The words of a name as a key: plain ones by their case, others by themselves. */
  private keys = new InternTable()
  private readonly key = new DataView(new ArrayBuffer(KEY_BYTES))
  private templates: (NumberedTemplate | null)[] = []
  private shapes = new Uint8Array(4096).fill(UNSEEN)
  private capitals = new Uint32Array(4096)
  /** What is known of names whose words are all plain, by the cases of these. */
  private readonly clean = new Uint8Array(4 ** WORDS_MAX)
  private readonly words = new Uint32Array(WORDS_MAX)

  /** Room for so many words; where none is written, none is used. */
  constructor(texts: InternTable, words: number) {
    this.list = new Uint32Array(words)
    this.texts = texts
  }

  /** Takes a name by its words and answers its findings; null where only its text tells them. */
  takeWords(
    bytes: Uint8Array,
    view: DataView,
    start: number,
    end: number,
  ): readonly FindingCode[] | null {
    const { texts, words, used: from } = this
    this.list = roomFor(this.list, from + WORDS_MAX)
    const { list } = this
    let length = 0
    let key = 0
    let wordStart = start
    let arePlain = true
    for (let at = start; at <= end; at++) {
      if (at < end && bytes[at] !== BLANK) continue
      if (length === WORDS_MAX) return null
      const word = texts.intern(view, wordStart, at)
      let shape = word < this.shapes.length ? (this.shapes[word] ?? UNSEEN) : UNSEEN
      if (shape === UNSEEN) shape = this.learn(word)
      if (shape >= CAPITALS && shape <= SMALL) key = key * 4 + shape
      else arePlain = false
      list[from + length] = this.capitals[word] ?? 0
      words[length++] = word
      wordStart = at + 1
    }
    if (arePlain && this.clean[key] === CLEAN) {
      this.used = from + length
      return NOTHING
    }
    const template = this.templateFor(length)
    if (template === null) return null
    if (arePlain && this.clean[key] === UNKNOWN)
      this.clean[key] = this.isClean(template, length) ? CLEAN : READ
    return this.takeTemplate(template)
  }

  private takeTemplate(template: NumberedTemplate): readonly FindingCode[] {
    const { words } = this
    this.list = roomFor(this.list, this.used + template.words.length)
    for (const word of template.words)
      this.list[this.used++] = word < 0 ? -1 - word : (this.capitals[words[word] ?? 0] ?? 0)
    return template.codes
  }

  /** Reads a name as the reader of single rows does; answers its findings. */
  takeWritten(text: string): readonly FindingCode[] {
    const { words, codes } = writtenName(text)
    this.list = roomFor(this.list, this.used + words.length)
    for (const word of words) this.list[this.used++] = this.numberOf(word)
    return codes
  }

  private isClean({ codes, words }: NumberedTemplate, length: number): boolean {
    return codes.length === 0 && words.length === length && words.every((word, at) => word === at)
  }

  /** The template of the words that were just met: plain ones by their case, others by themselves. */
  private templateFor(length: number): NumberedTemplate | null {
    const { words, shapes } = this
    const { key } = this
    let isHead = true
    for (let place = 0; place < length; place++) {
      const word = words[place] ?? 0
      const shape = shapes[word] ?? 0
      const isAlike = isHead && (isPlain(shape) || isEnded(shape))
      // No word has the number of a shape.
      key.setUint32(place * 4, isAlike ? shape : word + SHAPES_END, true)
      if (isEnded(shape)) isHead = false
    }
    const number = this.keys.intern(key, 0, length * 4)
    const known = this.templates[number]
    if (known !== undefined) return known
    const template = this.makeTemplate(words.subarray(0, length))
    if (number >= KEPT_MAX) {
      this.keys = new InternTable()
      this.templates = []
    } else this.templates[number] = template
    return template
  }

  private makeTemplate(words: Uint32Array): NumberedTemplate | null {
    if (!isLettered(Array.from(words, (word) => this.shapes[word] ?? 0))) return null
    const template = templateOf(Array.from(words, (word) => this.textOf(word)))
    if (template === null) return null
    const numbered = template.words.map((word) =>
      typeof word === "number" ? word : -1 - this.numberOf(word),
    )
    return { codes: template.codes, words: numbered }
  }

  private textOf(word: number): string {
    return Buffer.from(this.texts.bytesOf(word)).toString("latin1")
  }

  private numberOf(word: string): number {
    const known = this.numbers.get(word)
    if (known !== undefined) return known
    const number = this.texts.numberOfText(word)
    if (this.numbers.size >= KEPT_MAX) this.numbers.clear()
    this.numbers.set(word, number)
    return number
  }

  /** The shape of a word that was not met before, and of a plain one its number in capitals. */
  private learn(word: number): number {
    const text = this.textOf(word)
    const shape = shapeOfWord(text)
    const isWritten = shape === CAPITALS || !(isPlain(shape) || isEnded(shape))
    const capital = isWritten ? word : this.numberOf(plainStem(text).toUpperCase())
    this.shapes = widened(this.shapes, word + 1)
    this.capitals = roomFor(this.capitals, word + 1)
    this.shapes[word] = shape
    this.capitals[word] = capital
    return shape
  }
}

function widened(shapes: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  if (shapes.length >= length) return shapes
  const wider = new Uint8Array(Math.max(length, shapes.length * 2)).fill(UNSEEN)
  wider.set(shapes)
  return wider
}

import { roomFor } from "../../../columns/growing.ts"
import { textHash } from "../../../columns/hash.ts"
import { SequenceTable } from "../../../columns/sequence-table.ts"
import { NameWords } from "./name-words.ts"

/** Number of the name that nobody gave. */
export const NO_NAME = 0

/** Longer names are cut: nobody has more words, but a line of text in the wrong column may. */
export const NAME_WORDS_MAX = 12
/** Written names that are remembered; beyond, all are forgotten and split again. */
const WRITTEN_MAX = 100_000

/**
 * Distinct names by number: the numbers of their folded words in order, and their initials. Names of the
 * same words in another order, with whatever initials, share a `sorted` number.
 */
export class NameTable {
  readonly words = new NameWords()
  sorted: Uint32Array = new Uint32Array(1024)
  /** Of the words of a name in any order; 0 where it has none. */
  hashes: Uint32Array = new Uint32Array(1024)
  /** A name is its initials, a bit a letter, and then its words. */
  private readonly names = new SequenceTable()
  private readonly sortedNames = new SequenceTable()
  private readonly written = new Map<string, number>()
  private readonly room = new Uint32Array(NAME_WORDS_MAX + 1)

  constructor() {
    this.names.numberOf(this.room, 1)
    this.sortedNames.numberOf(this.room, 0)
  }

  get size(): number {
    return this.names.size
  }

  get sortedSize(): number {
    return this.sortedNames.size
  }

  /** The number of a written name; one without a word or an initial is NO_NAME. */
  numberOf(name: string): number {
    const known = this.written.get(name)
    if (known !== undefined) return known
    const number = this.read(name)
    if (this.written.size >= WRITTEN_MAX) this.written.clear()
    this.written.set(name, number)
    return number
  }

  /** Where the words of a name begin in `list`. */
  firstWord(name: number): number {
    return (this.names.firsts[name] ?? 0) + 1
  }

  /** Where they end. */
  endWord(name: number): number {
    return this.names.firsts[name + 1] ?? 0
  }

  get list(): Uint32Array {
    return this.names.list
  }

  /** The initials of a name, a bit a letter. */
  initialsOf(name: number): number {
    return this.names.list[this.names.firsts[name] ?? 0] ?? 0
  }

  private read(name: string): number {
    const { room } = this
    const words = room.subarray(1)
    const { count, initials } = this.words.split(name, words)
    room[0] = initials
    const before = this.names.size
    const number = this.names.numberOf(room, count + 1)
    if (number < before) return number
    this.sorted = roomFor(this.sorted, number + 1)
    this.sorted[number] = this.sortedNames.numberOf(words.subarray(0, count).sort(), count)
    this.hashes = roomFor(this.hashes, number + 1)
    this.hashes[number] = this.hashOf(words, count)
    return number
  }

  private hashOf(words: Uint32Array, count: number): number {
    const { texts } = this.words
    let sum = 0
    for (let at = 0; at < count; at++) sum = (sum + textHash(texts[words[at] ?? 0] ?? "")) >>> 0
    return sum
  }
}

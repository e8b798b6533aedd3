import { roomFor } from "../../../columns/growing.ts"
import { mixed, textHash } from "../../../columns/hash.ts"
import { SequenceTable } from "../../../columns/sequence-table.ts"
import { foldText } from "../../../kernel/text-fold.ts"

/** A longer address is cut. */
const WORDS_MAX = 16
const NOISE = new Set(["jl", "jln", "jalan", "gg", "gang", "no", "nomor", "kel", "rt", "rw"])

/** Distinct addresses by number: the sorted numbers of their words; 0 is none. */
export class AddressTable {
  /** Of the words of an address in any order. */
  hashes: Uint32Array = new Uint32Array(64)
  private readonly sequences = new SequenceTable()
  private readonly words = new Map<string, number>()
  private readonly wordHashes: number[] = []
  private readonly room = new Uint32Array(WORDS_MAX)

  constructor() {
    this.sequences.numberOf(this.room, 0)
  }

  numberOf(address: string): number {
    if (address === "") return 0
    const { room } = this
    let count = 0
    let hash = 0
    for (const word of foldText(address).split(/[^a-z0-9]+/)) {
      if (word === "" || NOISE.has(word) || count === WORDS_MAX) continue
      const number = this.wordNumber(word.replace(/^0+(?=\d)/, ""))
      if (room.subarray(0, count).includes(number)) continue
      room[count++] = number
      hash = (hash + (this.wordHashes[number] ?? 0)) >>> 0
    }
    const number = this.sequences.numberOf(room.subarray(0, count).sort(), count)
    this.hashes = roomFor(this.hashes, number + 1)
    this.hashes[number] = hash
    return number
  }

  /** The share of the words of two addresses that stand in both. */
  sharedWords(a: number, b: number): number {
    const { firsts, list } = this.sequences
    let i = firsts[a] ?? 0
    let j = firsts[b] ?? 0
    const end = firsts[a + 1] ?? 0
    const otherEnd = firsts[b + 1] ?? 0
    const all = end - i + otherEnd - j
    let shared = 0
    while (i < end && j < otherEnd) {
      const word = list[i] ?? 0
      const other = list[j] ?? 0
      if (word === other) shared++
      if (word <= other) i++
      if (other <= word) j++
    }
    return shared / (all - shared)
  }

  private wordNumber(word: string): number {
    const known = this.words.get(word)
    if (known !== undefined) return known
    this.words.set(word, this.wordHashes.length)
    return this.wordHashes.push(mixed(textHash(word), 2)) - 1
  }
}

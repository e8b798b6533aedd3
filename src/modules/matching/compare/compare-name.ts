import type { ListFrequencies } from "../rows/list-frequencies.ts"
import { isEstablished, wordShare } from "../rows/list-frequencies.ts"
import { PREFIX_WORDS } from "../rows/anchors.ts"
import { NAME_WORDS_MAX, NO_NAME, type NameTable } from "../rows/name-table.ts"
import { LENGTH, WORD } from "../rows/name-words.ts"
import { RARITIES } from "../rows/match-table.ts"
import { NAME } from "./name-levels.ts"
import { isJoin, SLIP, VARIANT, WordCloseness } from "./word-closeness.ts"

/** No word counts more than this, however rare: typed lists are not that pure. */
const WORD_BITS_MAX = 10
/** How often one person's rows agree in a word of the name. */
const WORD_M = 0.9
const INITIAL_BITS = 1.5

/**
 * Aligns two names of one table, the surest agreements first. After `compare`, `level` is the level
 * reached and `rarity` how rare what agrees is on this list, in whole bits.
 */
export class NameComparer {
  level = NAME.unknown
  rarity = 0
  private readonly names: NameTable
  private readonly frequencies: ListFrequencies
  private readonly closeness: WordCloseness
  private readonly wordBits: Float32Array
  private readonly left = new Side()
  private readonly right = new Side()
  /** How near each free word of one name is to each of the other. */
  private readonly near = new Uint8Array(NAME_WORDS_MAX * NAME_WORDS_MAX)
  private sum = 0
  private agreed = 0
  /** A bit for each level that some word reached. */
  private seen = 0

  constructor(names: NameTable, frequencies: ListFrequencies) {
    this.names = names
    this.frequencies = frequencies
    this.closeness = new WordCloseness(names.words)
    this.wordBits = new Float32Array(names.words.size)
  }

  /** `rarityMax`: words of a name depend on each other, so a whole name is never rarer than the list shows it. */
  compare(a: number, b: number, rarityMax = RARITIES - 1): void {
    this.rarity = 0
    this.level = NAME.unknown
    if (a === NO_NAME || b === NO_NAME) return
    this.sum = this.agreed = this.seen = 0
    const { left, right } = this
    left.take(this.names, a)
    right.take(this.names, b)
    this.matchEqual()
    if (left.free > 0 && right.free > 0) this.matchJoined(left, right)
    if (left.free > 0 && right.free > 0) this.matchJoined(right, left)
    if (left.free > 0 && right.free > 0) this.matchNear()
    if ((left.initials | right.initials) !== 0) this.matchInitials()
    this.level = this.levelReached()
    if (this.level === NAME.conflict) return
    this.rarity = Math.min(Math.max(0, Math.round(this.sum)), rarityMax)
  }

  private levelReached(): number {
    const { left, right, seen } = this
    if (left.free > 0 && right.free > 0) return this.agreed > 0 ? NAME.conflict_part : NAME.conflict
    if (this.agreed === 0 && (seen & bit(NAME.initial)) === 0) return NAME.conflict
    if ((seen & bit(NAME.established)) !== 0) return NAME.established
    if ((seen & bit(NAME.close)) !== 0) return NAME.close
    if (left.free + right.free > 0) return this.subsetLevel()
    if ((seen & bit(NAME.initial)) !== 0 || (left.initials | right.initials) !== 0)
      return NAME.initial
    if ((seen & bit(NAME.variant)) !== 0) return NAME.variant
    if ((seen & bit(NAME.joined)) !== 0) return NAME.joined
    return (seen & bit(NAME.reordered)) === 0 ? NAME.exact : NAME.reordered
  }

  /** Whether the missing word is the first, and one that is not dropped easily. */
  private subsetLevel(): number {
    const side = this.left.free > 0 ? this.left : this.right
    const isFirst = side.isFree[0] === 1
    const text = this.names.words.texts[side.words[0] ?? 0] ?? ""
    return isFirst && !PREFIX_WORDS.has(text) ? NAME.subset_first : NAME.subset
  }

  private matchEqual(): void {
    const { left, right } = this
    let last = -1
    for (let i = 0; i < left.count; i++) {
      const j = right.find(left.words[i] ?? 0)
      if (j < 0) continue
      this.take(i, j, this.bitsOf(left.words[i] ?? 0))
      if (j < last) this.seen |= bit(NAME.reordered)
      last = j
    }
  }

  /** Two neighbours on one side written as one word on the other. */
  private matchJoined(pairs: Side, single: Side): void {
    const { cells, texts } = this.names.words
    for (let i = 0; i + 1 < pairs.count; i++) {
      if (pairs.isFree[i] === 0 || pairs.isFree[i + 1] === 0) continue
      const first = pairs.words[i] ?? 0
      const second = pairs.words[i + 1] ?? 0
      const length = (cells[first * WORD + LENGTH] ?? 0) + (cells[second * WORD + LENGTH] ?? 0)
      for (let j = 0; j < single.count; j++) {
        const word = single.words[j] ?? 0
        if (single.isFree[j] === 0 || Math.abs(length - (cells[word * WORD + LENGTH] ?? 0)) > 1)
          continue
        if (!isJoin(`${texts[first]}${texts[second]}`, texts[word] ?? "")) continue
        pairs.use(i)
        pairs.use(i + 1)
        single.use(j)
        this.sum += this.bitsOf(word)
        this.agreed++
        this.seen |= bit(NAME.joined)
        break
      }
    }
  }

  private matchNear(): void {
    const { left, right, near } = this
    let found = 0
    for (let i = 0; i < left.count; i++) {
      if (left.isFree[i] === 0) continue
      for (let j = 0; j < right.count; j++) {
        if (right.isFree[j] === 0) continue
        const level = this.nearness(left.words[i] ?? 0, right.words[j] ?? 0)
        near[i * NAME_WORDS_MAX + j] = level
        found |= bit(level)
      }
    }
    for (const wanted of NEAR) if ((found & bit(wanted)) !== 0) this.takeNear(wanted)
  }

  private takeNear(wanted: number): void {
    const { left, right, near } = this
    for (let i = 0; i < left.count; i++) {
      for (let j = 0; j < right.count && left.isFree[i] === 1; j++) {
        if (right.isFree[j] === 0 || near[i * NAME_WORDS_MAX + j] !== wanted) continue
        this.take(i, j, Math.min(this.bitsOf(left.words[i] ?? 0), this.bitsOf(right.words[j] ?? 0)))
        this.seen |= bit(wanted)
      }
    }
  }

  private nearness(a: number, b: number): number {
    const nearness = this.closeness.of(a, b)
    if (nearness === VARIANT) return NAME.variant
    if (nearness !== SLIP) return NAME.conflict
    const { texts } = this.names.words
    const areNames =
      isEstablished(this.frequencies, a, texts[a] ?? "") &&
      isEstablished(this.frequencies, b, texts[b] ?? "")
    return areNames ? NAME.established : NAME.close
  }

  /** Initials of both sides agree; others may stand for a free word of the other side. */
  private matchInitials(): void {
    const { left, right } = this
    const common = left.initials & right.initials
    left.initials &= ~common
    right.initials &= ~common
    for (let letters = common; letters !== 0; letters &= letters - 1) this.sum += INITIAL_BITS
    this.openInitials(left, right)
    this.openInitials(right, left)
  }

  private openInitials(initials: Side, words: Side): void {
    const { texts } = this.names.words
    for (let at = 0; at < words.count; at++) {
      const letter = 1 << ((texts[words.words[at] ?? 0] ?? "").charCodeAt(0) - 97)
      if (words.isFree[at] === 0 || (initials.initials & letter) === 0) continue
      initials.initials &= ~letter
      words.use(at)
      this.sum += INITIAL_BITS
      this.seen |= bit(NAME.initial)
    }
  }

  private take(i: number, j: number, bits: number): void {
    this.left.use(i)
    this.right.use(j)
    this.sum += bits
    this.agreed++
  }

  private bitsOf(word: number): number {
    const known = this.wordBits[word] ?? 0
    if (known !== 0) return known
    const share = wordShare(this.frequencies, word, this.names.words.texts[word] ?? "")
    const bits = Math.min(WORD_BITS_MAX, Math.log2(WORD_M / share))
    this.wordBits[word] = bits
    return bits
  }
}

const NEAR = [NAME.variant, NAME.close, NAME.established]

function bit(level: number): number {
  return 1 << level
}

/** One name while it is aligned. */
class Side {
  readonly words = new Uint32Array(NAME_WORDS_MAX)
  readonly isFree = new Uint8Array(NAME_WORDS_MAX)
  count = 0
  free = 0
  initials = 0

  take(names: NameTable, name: number): void {
    const first = names.firstWord(name)
    this.count = this.free = names.endWord(name) - first
    this.initials = names.initialsOf(name)
    for (let at = 0; at < this.count; at++) {
      this.words[at] = names.list[first + at] ?? 0
      this.isFree[at] = 1
    }
  }

  find(word: number): number {
    for (let at = 0; at < this.count; at++)
      if (this.words[at] === word && this.isFree[at] === 1) return at
    return -1
  }

  use(at: number): void {
    this.isFree[at] = 0
    this.free--
  }
}

// Sets of codes. A row that carries codes holds the number of a set: rows are many, and the sets of
// codes that they carry are few.

/** Codes are numbers below this. */
export const CODES_MAX = 96

const WORDS = CODES_MAX / 32
/** Sets whose next sets are remembered; whoever makes more of them waits longer. */
const STEPS_MAX = 65_536

/** Each distinct set once, known by its number; set 0 is empty. */
export class CodeSets {
  /** How many sets there are. */
  size = 1
  /** Three words a set. */
  private words = new Uint32Array(WORDS * 64)
  /** What a set becomes with one code more; 0 where nobody asked yet. */
  private steps = new Uint32Array(CODES_MAX * 64)
  private readonly known = new Map<string, number>([["0,0,0", 0]])

  /** The set of these codes. */
  numberOf(codes: Iterable<number>): number {
    let set = 0
    for (const code of codes) set = this.with(set, code)
    return set
  }

  /** The set with one code more. */
  with(set: number, code: number): number {
    const next = this.steps[set * CODES_MAX + code] ?? 0
    return next === 0 ? this.step(set, code) : next
  }

  /** The set of all codes of both. */
  union(set: number, other: number): number {
    if (set === 0 || other === 0) return set + other
    let both = set
    for (let part = 0; part < WORDS; part++)
      for (let word = this.words[other * WORDS + part] ?? 0; word !== 0; word &= word - 1)
        both = this.with(both, part * 32 + lowest(word))
    return both
  }

  has(set: number, code: number): boolean {
    return ((this.words[set * WORDS + (code >> 5)] ?? 0) & (1 << (code & 31))) !== 0
  }

  /** The codes of a set, ascending. */
  codesOf(set: number): number[] {
    const codes: number[] = []
    for (let code = 0; code < CODES_MAX; code++) if (this.has(set, code)) codes.push(code)
    return codes
  }

  private step(set: number, code: number): number {
    const words = this.words.slice(set * WORDS, (set + 1) * WORDS)
    words[code >> 5] = (words[code >> 5] ?? 0) | (1 << (code & 31))
    const key = words.join()
    const next = this.known.get(key) ?? this.add(key, words)
    if (set < STEPS_MAX) this.steps[set * CODES_MAX + code] = next
    return next
  }

  private add(key: string, words: Uint32Array): number {
    const number = this.size++
    this.known.set(key, number)
    if (this.size * WORDS > this.words.length) {
      this.words = doubled(this.words)
      if (this.steps.length < STEPS_MAX * CODES_MAX) this.steps = doubled(this.steps)
    }
    this.words.set(words, number * WORDS)
    return number
  }
}

/** The place of the lowest bit that is set. */
function lowest(word: number): number {
  return 31 - Math.clz32(word & -word)
}

function doubled(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(array.length * 2)
  wider.set(array)
  return wider
}

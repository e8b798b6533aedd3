// Seeded names of invented people, and what a clerk types for them. Frequent words are names as they
// are given, rare ones are made of syllables; both fall off as names do, so that every tenth
// is a Muhammad, a Siti or a Nur, and most words belong to a few dozen.
import { seededRandom, type Random } from "../example-random.ts"
import { FAMILY_NAMES, FEMALE, MALE } from "../example-vocabulary.ts"

const RARE_WORDS = 8_400
const SYLLABLES =
  "a ba ban bi da dan di du e fa fi ga gun ha har hi i ja ji ka kar ki la lan li lu ma man mi mu na nan ni nu pa par ra ran ri ru sa san sar si su sun ta tan ti tri u wa wan wi ya yan yu".split(
    " ",
  )
const HEAD =
  "MUHAMMAD SITI NUR ABDUL SRI AHMAD DEWI AGUS ANDI RAHMAT WAHYU YULI EKO BUDI INDAH PUTRI ALI HASAN LESTARI HIDAYAT SAPUTRA SANTOSO WIJAYA RAHMAN KURNIAWAN SETIAWAN SUSANTO HANDAYANI WULANDARI".split(
    " ",
  )
const SPELLED: Readonly<Record<string, readonly string[]>> = {
  MUHAMMAD: ["MUHAMMAD", "MOHAMMAD", "MUHAMAD", "M.", "MOCH.", "MUH."],
  AHMAD: ["AHMAD", "ACHMAD", "AKHMAD"],
}

export interface NameMaker {
  next(): string
}

export function nameMaker(seed: number): NameMaker {
  const random = seededRandom(seed)
  const words = vocabulary(random)
  const any = skewed(random, words.length, 6)
  const frequent = skewed(random, HEAD.length, 2)
  const word = (_: unknown, at: number): string => {
    const isFrequent = at === 0 && random.chance(0.3)
    const plain = words[isFrequent ? frequent() : any()] ?? ""
    return random.pick(SPELLED[plain] ?? [oldSpelling(plain, random, 0.06)])
  }
  return {
    next() {
      const count = [1, 2, 2, 2, 2, 2, 3, 3, 3, 4][random.int(0, 9)] ?? 2
      return Array.from({ length: count }, word).join(" ")
    },
  }
}

function vocabulary(random: Random): string[] {
  const given = [...MALE, ...FEMALE, ...FAMILY_NAMES].flatMap((name) => name.split(" "))
  const words = new Set([...HEAD, ...random.shuffle(given.filter((word) => word.length > 2))])
  while (words.size < RARE_WORDS) {
    const count = random.int(2, 4)
    const made = Array.from({ length: count }, () => random.pick(SYLLABLES)).join("")
    if (made.length >= 4) words.add(made.toUpperCase())
  }
  return [...words]
}

/** Places 0, 1, 2 …, each as often as its place says: 1 / (place + flat). */
function skewed(random: Random, count: number, flat: number): () => number {
  const sums = new Float64Array(count)
  let sum = 0
  for (let place = 0; place < count; place++) sums[place] = sum += 1 / (place + flat)
  return () => {
    const wanted = random.next() * sum
    let [low, high] = [0, count - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    return low
  }
}

const OLD: readonly (readonly [RegExp, string])[] = [
  [/U/, "OE"],
  [/J/, "DJ"],
  [/C(?!H)/, "TJ"],
  [/Y/, "J"],
]

function oldSpelling(word: string, random: Random, chance: number): string {
  if (word.length < 4 || !random.chance(chance)) return word
  const [pattern, spelled] = OLD[random.int(0, 2)] ?? [/U/, "OE"]
  return word.replace(pattern, spelled)
}

export type Slip = "swap" | "insert" | "delete" | "substitute"
export const SLIPS: readonly Slip[] = ["swap", "insert", "delete", "substitute"]

/** A name with one slip in one word of four letters or more; null where it has no such word. */
export function typed(name: string, slip: Slip, random: Random): string | null {
  const words = name.split(" ")
  const long = [...words.keys()].filter((at) => (words[at] ?? "").length >= 4)
  if (long.length === 0) return null
  const at = random.pick(long)
  const slipped = words.with(at, withSlip(words[at] ?? "", slip, random))
  return slipped.join(" ").toLowerCase()
}

/** The same with another word as it was spelled before 1947, where one can be. */
export function typedOld(name: string, slip: Slip, random: Random): string | null {
  const words = name.split(" ")
  const at = words.findIndex((word) => word.length >= 4 && /[UJ]/.test(word) && !/OE|DJ/.test(word))
  if (at < 0) return null
  const old = words.with(at, (words[at] ?? "").replace("U", "OE").replace("J", "DJ"))
  const rest = words.toSpliced(at, 1).join(" ")
  const slipped = typed(rest, slip, random)
  return slipped === null
    ? null
    : [...slipped.split(" ").toSpliced(at, 0, (old[at] ?? "").toLowerCase())].join(" ")
}

function withSlip(word: string, slip: Slip, random: Random): string {
  const letter = (): string => String.fromCharCode(65 + random.int(0, 25))
  const at = random.int(0, word.length - 2)
  const [head, one, other, tail] = [
    word.slice(0, at),
    word[at] ?? "",
    word[at + 1] ?? "",
    word.slice(at + 2),
  ]
  const made = {
    swap: head + other + one + tail,
    insert: head + one + letter() + other + tail,
    delete: head + one + tail,
    substitute: head + one + letter() + tail,
  }[slip]
  return made === word ? withSlip(word, slip, random) : made
}

// The full name as it stands on the papers, by the habits of each people.
import { weighted, type Chance } from "./highland-unseen-chance.ts"
import { AMBON, BALI, MINAHASA, PAPUA, SASAK, TIMOR, TORAJA } from "./highland-unseen-words-east.ts"
import {
  ACEH,
  BATAK,
  BETAWI,
  MELAYU,
  MINANG,
  SUNDA,
  type Wordbook,
} from "./highland-unseen-words-west.ts"

export type Sex = "L" | "P"

export interface Name {
  /** What comes before: a rank, or the order of birth on Bali. Empty for most. */
  readonly before: readonly string[]
  readonly given: readonly string[]
  readonly family: string
  /** What neighbours say; a clerk may write it. */
  readonly called: string
  /** How the people of their origin address them. */
  readonly title: string
}

const BOOKS = {
  minang: MINANG,
  batak: BATAK,
  aceh: ACEH,
  melayu: MELAYU,
  sunda: SUNDA,
  betawi: BETAWI,
  toraja: TORAJA,
  minahasa: MINAHASA,
  ambon: AMBON,
  papua: PAPUA,
  timor: TIMOR,
  bali: BALI,
  sasak: SASAK,
} satisfies Record<string, Wordbook>

export type People = keyof typeof BOOKS

interface Habits {
  /** Share of persons with one, two, three given words. */
  readonly lengths: readonly [number, number, number]
  /** Share of papers that carry the family name. */
  readonly family: number
  /** Share of given words that parents made up. */
  readonly made: number
  readonly called: readonly string[]
  readonly titles: readonly [man: string, woman: string]
}

const HABITS: Readonly<Record<People, Habits>> = {
  minang: {
    lengths: [30, 56, 14],
    family: 0.07,
    made: 0.5,
    called: ["Buyung", "Upik", "Uda", "Pik"],
    titles: ["Sutan", "Rangkayo"],
  },
  batak: {
    lengths: [42, 54, 4],
    family: 0.93,
    made: 0.28,
    called: ["Ucok", "Butet", "Lae", "Tigor"],
    titles: ["Amang", "Inang"],
  },
  aceh: {
    lengths: [38, 54, 8],
    family: 0,
    made: 0.35,
    called: ["Agam", "Inong", "Nyak", "Apa"],
    titles: ["Tgk.", "Umi"],
  },
  melayu: {
    lengths: [28, 60, 12],
    family: 0,
    made: 0.35,
    called: ["Awang", "Long", "Ngah", "Cik"],
    titles: ["Datuk", "Cik Puan"],
  },
  sunda: {
    lengths: [34, 60, 6],
    family: 0,
    made: 0.35,
    called: ["Ujang", "Neng", "Aa", "Teteh"],
    titles: ["Kang", "Ceu"],
  },
  betawi: {
    lengths: [40, 54, 6],
    family: 0,
    made: 0.35,
    called: ["Entong", "Mpok", "Bang", "Nyak"],
    titles: ["Bang", "Mpok"],
  },
  toraja: {
    lengths: [50, 46, 4],
    family: 0.8,
    made: 0.3,
    called: ["Ambe", "Indo", "Duma", "Lai"],
    titles: ["Ambe'", "Indo'"],
  },
  minahasa: {
    lengths: [46, 48, 6],
    family: 0.95,
    made: 0.25,
    called: ["Utu", "Keke", "Nyong", "Noni"],
    titles: ["Om", "Tante"],
  },
  ambon: {
    lengths: [52, 42, 6],
    family: 0.95,
    made: 0.15,
    called: ["Bung", "Usi", "Nyong", "Caca"],
    titles: ["Bapa", "Usi"],
  },
  papua: {
    lengths: [60, 36, 4],
    family: 0.95,
    made: 0.15,
    called: ["Yopi", "Mace", "Pace", "Ance"],
    titles: ["Bapa", "Mama"],
  },
  timor: {
    lengths: [44, 46, 10],
    family: 0.84,
    made: 0.12,
    called: ["Nadus", "Ety", "Domi", "Mery"],
    titles: ["Mo'at", "Du'a"],
  },
  bali: {
    lengths: [72, 28, 0],
    family: 0,
    made: 0.4,
    called: ["Gus", "Luh", "Bli", "Mbok"],
    titles: ["Jero", "Jero"],
  },
  sasak: {
    lengths: [40, 52, 8],
    family: 0,
    made: 0.35,
    called: ["Amaq", "Inaq", "Loq", "Le"],
    titles: ["Amaq", "Inaq"],
  },
}

/** Of every hundred households in the list. */
export const drawPeople = weighted<People>([
  ...([
    ["sunda", 16],
    ["batak", 14],
    ["minang", 13],
    ["timor", 11],
    ["toraja", 9],
  ] as const),
  ...([
    ["betawi", 8],
    ["sasak", 7],
    ["melayu", 6],
    ["minahasa", 5],
    ["bali", 4],
  ] as const),
  ...([
    ["aceh", 3],
    ["ambon", 3],
    ["papua", 2],
  ] as const),
])

/** Words that open a name; alone they are rare. */
const NEVER_LAST = new Set([
  "Muhammad",
  "Siti",
  "Nur",
  "Abdul",
  "Raja",
  "Tengku",
  "Encik",
  "Wan",
  "Cut",
])

const BALI_ORDER = [["Wayan", "Putu", "Gede"], ["Made", "Kadek"], ["Nyoman", "Komang"], ["Ketut"]]

function ranksOf(people: People, sex: Sex, order: number, chance: Chance): readonly string[] {
  const man = sex === "L"
  if (people === "bali") {
    if (chance.is(0.1)) {
      return man
        ? chance.pick([
            ["I", "Gusti"],
            ["Ida", "Bagus"],
            ["I", "Dewa"],
          ])
        : ["Ni", "Gusti"]
    }
    return [man ? "I" : "Ni", chance.pick(BALI_ORDER[order % 4]!)]
  }
  if (people === "aceh" && chance.is(0.07)) return [man ? "Teuku" : "Cut"]
  if (people === "sasak" && chance.is(0.13)) return [man ? "Lalu" : "Baiq"]
  if (people === "melayu" && chance.is(0.04)) return [man ? "Tengku" : "Encik"]
  if (people === "sunda" && chance.is(0.02)) return [man ? "Raden" : "Nyi"]
  const isMuslim = !["batak", "toraja", "minahasa", "ambon", "papua", "timor"].includes(people)
  if (isMuslim && chance.is(0.09)) return [man ? "Muhammad" : "Siti"]
  return []
}

function givenWord(people: People, sex: Sex, chance: Chance): string {
  const book: Wordbook = BOOKS[people]
  if (chance.is(HABITS[people].made)) {
    const head = chance.bent(book.heads, 1.5)
    return head + chance.bent(sex === "L" ? book.maleTails : book.femaleTails, 1.5)
  }
  return chance.bent(sex === "L" ? book.male : book.female, 2)
}

export function familyName(people: People, chance: Chance): string {
  const { family } = BOOKS[people]
  return family.length > 0 ? chance.bent(family, 1.7) : ""
}

/** `order` is the place among the children; `family` is handed down where there is one. */
export function makeName(
  people: People,
  sex: Sex,
  chance: Chance,
  { order, family, like }: { order: number; family: string; like: Name | null },
): Name {
  const habits = HABITS[people]
  const drawn = chance.next() * 100
  const [one, two] = habits.lengths
  const count = drawn < one ? 1 : drawn < one + two ? 2 : 3
  const given = Array.from({ length: count }, () => givenWord(people, sex, chance))
  if (like !== null) echo(given, like.given, chance)
  if (NEVER_LAST.has(given.at(-1) ?? "")) given.push(givenWord(people, sex, chance))
  return {
    before: ranksOf(people, sex, order, chance),
    given: [...new Set(given)],
    family: chance.is(habits.family) ? family : "",
    called: chance.is(0.5) ? givenWord(people, sex, chance) : chance.pick(habits.called),
    title: habits.titles[sex === "L" ? 0 : 1],
  }
}

/** Sisters and brothers share a word, or begin or end alike: Rizki Rinaldi, Rizka Rinalda. */
function echo(given: string[], like: readonly string[], chance: Chance): void {
  const last = like.at(-1) ?? ""
  const drawn = chance.next()
  if (drawn < 0.35 && given.length > 1) given[given.length - 1] = last
  else if (drawn < 0.6) given[0] = like[0]!.slice(0, 3) + (given[0] ?? "").slice(-4).toLowerCase()
  else if (/[aio]$/.test(like[0] ?? "")) {
    given[0] = like[0]!.slice(0, -1) + chance.pick(["a", "i", "o", "e"])
    if (given.length > 1) given[1] = last
  } else given[0] = like[0]! + chance.pick(["a", "i", "o", "n"])
}

export function written(name: Name): string {
  const parts = [...name.before, ...name.given]
  if (name.family !== "") parts.push(name.family)
  return parts.join(" ")
}

import type { Random } from "../../example-random.ts"
import { moveHouse, newPhone } from "./households.ts"
import { nikOf, two, type Entry, type Near } from "./person.ts"

/** A clerk's share of slips in every field at once: most are careful, some never are. */
const CLERKS = [0.03, 0.05, 0.08, 0.12, 0.2, 0.3, 0.45] as const
/** What happens to people between two sendings, whoever types. */
const LIFE = { moved: 0.08, phone: 0.18, married: 0.06, reissued: 0.02 } as const
/** Shares of all rows: fields that were not asked for in an office's list. */
const UNASKED = {
  kk: 0.35,
  phone: 0.25,
  mother: 0.75,
  rt: 0.2,
  sex: 0.05,
  nik: 0.05,
  date: 0.02,
} as const

export function againInTheHighlands(entry: Entry, { household }: Near, random: Random): Entry {
  const rate = random.pick(CLERKS)
  let second = live(entry, random)
  if (random.chance(rate * 1.6)) second = slipNumber(second, household, random)
  if (random.chance(rate * 1.8)) second = { ...second, name: hear(second.name, random) }
  if (random.chance(rate * 0.8)) second = { ...second, name: shorten(second.name, random) }
  if (random.chance(rate * 0.7)) second = misdate(second, random)
  if (random.chance(rate)) second = { ...second, street: respell(second.street, random) }
  if (random.chance(rate * 0.6)) second = { ...second, kk: confuse(second.kk, random) }
  if (random.chance(rate * 0.6)) second = { ...second, phone: confuse(second.phone, random) }
  if (random.chance(rate * 0.5)) second = { ...second, rt: String(random.int(1, 60)) }
  if (random.chance(rate * 0.15)) second = { ...second, sex: second.sex === "L" ? "P" : "L" }
  if (random.chance(rate)) second = { ...second, mother: hear(second.mother, random) }
  return second
}

export function onceInTheHighlands(entry: Entry, random: Random): Entry {
  return {
    ...entry,
    nik: random.chance(UNASKED.nik) ? "" : entry.nik,
    born: random.chance(UNASKED.date) ? null : entry.born,
    kk: random.chance(UNASKED.kk) ? "" : entry.kk,
    phone: random.chance(UNASKED.phone) ? "" : entry.phone,
    mother: random.chance(UNASKED.mother) ? "" : entry.mother,
    rt: random.chance(UNASKED.rt) ? "" : entry.rt,
    sex: random.chance(UNASKED.sex) ? "" : entry.sex,
    name: random.chance(0.04)
      ? `${random.pick(["St.", "Bpk.", "Pdt.", "Sdr."])} ${entry.name}`
      : entry.name,
  }
}

export function writeHighlandDate({ born }: Entry, random: Random): string {
  if (born === null) return ""
  const { year, month, day } = born
  if (random.chance(0.7)) return `${two(day)}-${two(month)}-${year}`
  return random.chance(0.5) ? `${day}/${month}/${year}` : `${two(day)}.${two(month)}.${year}`
}

function live(entry: Entry, random: Random): Entry {
  let later = entry
  if (random.chance(LIFE.moved))
    later = moveHouse(later, random, () => `Jl. Baru ${random.int(1, 300)}`)
  if (random.chance(LIFE.phone)) later = { ...later, phone: newPhone(random) }
  if (random.chance(LIFE.married) && later.kk !== "")
    later = {
      ...later,
      kk: `${later.kk.slice(0, 6)}${random.int(100000, 281224)}${random.int(9000, 9999)}`,
    }
  if (random.chance(LIFE.reissued) && later.nik !== "" && later.born !== null)
    later = {
      ...later,
      nik: nikOf("647102", later.born, { sex: later.sex || "L", serial: random.int(9000, 9999) }),
    }
  return later
}

/** Digits that look or lie alike. */
const ALIKE: Readonly<Record<string, string>> = {
  ...{
    "0": "8",
    "1": "7",
    "2": "3",
    "3": "8",
    "4": "1",
    "5": "6",
    "6": "5",
    "7": "1",
    "8": "3",
    "9": "0",
  },
}

export function confuse(digits: string, random: Random): string {
  if (digits.length < 2) return digits
  const at = random.int(1, digits.length - 1)
  return digits.slice(0, at) + (ALIKE[digits[at] ?? ""] ?? "0") + digits.slice(at + 1)
}

function slipNumber(entry: Entry, household: readonly Entry[], random: Random): Entry {
  const { nik, kk } = entry
  if (nik === "") return entry
  const other = household.find((member) => member.nik !== nik && member.nik !== "")
  const draw = random.next()
  const at = random.int(6, 14)
  if (draw < 0.35) return { ...entry, nik: confuse(nik, random) }
  if (draw < 0.45) return { ...entry, nik: confuse(confuse(nik, random), random) }
  if (draw < 0.57)
    return { ...entry, nik: nik.slice(0, at) + nik[at + 1] + nik[at] + nik.slice(at + 2) }
  if (draw < 0.67) return { ...entry, nik: nik.slice(0, at) + nik.slice(at + 1) }
  if (draw < 0.72) return { ...entry, nik: nik.slice(0, at) + nik[at] + nik.slice(at) }
  if (draw < 0.86) return { ...entry, nik: "" }
  if (draw < 0.92) return { ...entry, nik: `${nik.slice(0, 15)}0` }
  if (draw < 0.96 && kk !== "") return { ...entry, nik: kk, kk: nik }
  return other === undefined ? { ...entry, nik: "" } : { ...entry, nik: other.nik }
}

/** Letters that are heard or lie beside each other. */
const HEARD: readonly (readonly [string, string])[] = [
  ...([
    ["v", "f"],
    ["th", "t"],
    ["ph", "p"],
    ["y", "i"],
    ["k", "q"],
    ["s", "z"],
    ["o", "u"],
    ["e", "i"],
  ] as const),
  ...([
    ["oh", "o"],
    ["ann", "an"],
    ["nn", "n"],
    ["ll", "l"],
    ["c", "k"],
    ["x", "ks"],
    ["d", "t"],
    ["b", "p"],
  ] as const),
]
const BESIDE: Readonly<Record<string, string>> = {
  ...{
    a: "s",
    s: "a",
    d: "f",
    e: "r",
    r: "t",
    t: "y",
    i: "o",
    o: "p",
    u: "i",
    n: "m",
    m: "n",
    l: "k",
    k: "l",
  },
}

/** A name as another clerk hears or types it. */
export function hear(name: string, random: Random): string {
  if (name === "") return name
  const draw = random.next()
  if (draw < 0.45) {
    const fitting = HEARD.filter(([from]) => name.includes(from))
    if (fitting.length === 0) return `${name}h`
    const [from, to] = random.pick(fitting)
    return name.replace(from, to)
  }
  const at = random.int(1, Math.max(1, name.length - 2))
  if (draw < 0.6) return name.slice(0, at) + (BESIDE[name[at] ?? ""] ?? "e") + name.slice(at + 1)
  if (draw < 0.75) return name.slice(0, at) + name.slice(at + 1)
  if (draw < 0.88) return name.slice(0, at) + name[at] + name.slice(at)
  return name.slice(0, at) + (name[at + 1] ?? "") + name[at] + name.slice(at + 2)
}

/** The family name dropped, a first name as an initial, a cell too narrow, a title of the village. */
export function shorten(name: string, random: Random): string {
  const parts = name.split(" ")
  const draw = random.next()
  if (parts.length === 1) return draw < 0.5 ? `${name} (ketua)` : name
  if (draw < 0.35) return parts.slice(0, -1).join(" ")
  if (draw < 0.6) return [`${parts[0]?.[0]}.`, ...parts.slice(1)].join(" ")
  if (draw < 0.75) return [...parts.slice(0, -1), `${parts.at(-1)?.[0]}.`].join(" ")
  return draw < 0.9 ? [parts.at(-1), ...parts.slice(0, -1)].join(" ") : name.slice(0, 12).trim()
}

function misdate(entry: Entry, random: Random): Entry {
  const { born } = entry
  if (born === null) return entry
  const draw = random.next()
  if (draw < 0.3)
    return { ...entry, born: { ...born, year: born.year + random.pick([-1, 1, 2, -2]) } }
  if (draw < 0.5 && born.day <= 12)
    return { ...entry, born: { ...born, day: born.month, month: born.day } }
  if (draw < 0.7) return { ...entry, born: { ...born, month: (born.month % 12) + 1 } }
  if (draw < 0.85) return { ...entry, born: { ...born, day: 1, month: random.pick([1, 7]) } }
  return { ...entry, born: null }
}

function respell(street: string, random: Random): string {
  if (random.chance(0.4)) return street.replace("Blok ", "Blk.").replace("Perum", "Perumahan")
  return random.chance(0.5)
    ? street.replace(/ \d+$/, "")
    : street.toUpperCase().replace("NOMOR", "NO.")
}

import type { Random } from "../../example-random.ts"
import { anyArea, newPhone } from "./households.ts"
import { two, type Entry, type Near } from "./person.ts"

/** Shares of second sendings that a slip hits, each independent of the others. */
const SLIPS = {
  /** A digit, a swap, a digit too few or many, Excel's rounding, none, a new serial, a relative's number. */
  nik: 0.42,
  name: 0.38,
  date: 0.13,
  /** Another house: kelurahan and street. */
  moved: 0.05,
  street: 0.3,
  phone: 0.25,
  noPhone: 0.12,
  noKk: 0.2,
  kk: 0.05,
  noSex: 0.06,
  rt: 0.12,
  mother: 0.2,
} as const
/** Shares of all rows. */
const MESS = {
  noNik: 0.03,
  noKk: 0.25,
  noPhone: 0.2,
  noMother: 0.6,
  noRt: 0.1,
  title: 0.03,
} as const

export function againOnTheCoast(entry: Entry, { household }: Near, random: Random): Entry {
  let second = entry
  if (random.chance(SLIPS.nik)) second = slipNik(second, household, random)
  if (random.chance(SLIPS.name)) second = { ...second, name: slipName(second.name, random) }
  if (random.chance(SLIPS.date)) second = slipDate(second, random)
  if (random.chance(SLIPS.moved))
    second = {
      ...second,
      area: anyArea(random),
      street: `Jl. Pindah ${random.int(1, 99)}`,
      rt: "1",
    }
  if (random.chance(SLIPS.street))
    second = { ...second, street: rewriteStreet(second.street, random) }
  if (random.chance(SLIPS.phone)) second = { ...second, phone: newPhone(random) }
  if (random.chance(SLIPS.noPhone)) second = { ...second, phone: "" }
  if (random.chance(SLIPS.noKk)) second = { ...second, kk: "" }
  if (random.chance(SLIPS.kk)) second = { ...second, kk: changeDigit(second.kk, random) }
  if (random.chance(SLIPS.noSex)) second = { ...second, sex: "" }
  if (random.chance(SLIPS.rt)) second = { ...second, rt: String(random.int(1, 60)) }
  if (random.chance(SLIPS.mother)) second = { ...second, mother: slipName(second.mother, random) }
  return second
}

export function onceOnTheCoast(entry: Entry, random: Random): Entry {
  return {
    ...entry,
    nik: random.chance(MESS.noNik) ? "" : entry.nik,
    kk: random.chance(MESS.noKk) ? "" : entry.kk,
    phone: random.chance(MESS.noPhone) ? "" : entry.phone,
    mother: random.chance(MESS.noMother) ? "" : entry.mother,
    rt: random.chance(MESS.noRt) ? "" : entry.rt,
    name: random.chance(MESS.title)
      ? `${entry.sex === "P" ? "Hj." : "H."} ${entry.name}`
      : entry.name,
  }
}

const MONTHS =
  "Januari,Februari,Maret,April,Mei,Juni,Juli,Agustus,September,Oktober,November,Desember".split(
    ",",
  )

export function writeCoastDate({ born }: Entry, random: Random): string {
  if (born === null) return ""
  const { year, month, day } = born
  const way = random.next()
  if (way < 0.6) return `${two(day)}/${two(month)}/${year}`
  if (way < 0.8) return `${two(day)}-${two(month)}-${year}`
  return way < 0.9 ? `${day} ${MONTHS[month - 1]} ${year}` : `${year}-${two(month)}-${two(day)}`
}

function slipNik(entry: Entry, household: readonly Entry[], random: Random): Entry {
  const { nik } = entry
  const at = random.int(0, 14)
  const other = household.find((member) => member.nik !== nik)
  const draw = random.next()
  if (draw < 0.26) return { ...entry, nik: changeDigit(nik, random) }
  if (draw < 0.4)
    return { ...entry, nik: nik.slice(0, at) + nik[at + 1] + nik[at] + nik.slice(at + 2) }
  if (draw < 0.52) return { ...entry, nik: nik.slice(0, at) + nik.slice(at + 1) }
  if (draw < 0.58) return { ...entry, nik: nik.slice(0, at) + nik[at] + nik.slice(at) }
  if (draw < 0.68) return { ...entry, nik: `${nik.slice(0, 15)}0` }
  if (draw < 0.72) return { ...entry, nik: `${nik[0]},${nik.slice(1, 6)}E+15` }
  if (draw < 0.9) return { ...entry, nik: "" }
  if (draw < 0.96) return { ...entry, nik: nik.slice(0, 12) + String(random.int(9000, 9999)) }
  return other === undefined ? entry : { ...entry, nik: other.nik }
}

export function changeDigit(digits: string, random: Random): string {
  if (digits === "") return digits
  const at = random.int(0, digits.length - 1)
  return digits.slice(0, at) + ((Number(digits[at]) + random.int(1, 9)) % 10) + digits.slice(at + 1)
}

const SPELLINGS: readonly (readonly [string, string])[] = [
  ...([
    ["u", "oe"],
    ["j", "dj"],
    ["sy", "s"],
    ["y", "j"],
    ["i", "ie"],
  ] as const),
  ...([
    ["ah", "a"],
    ["f", "p"],
    ["z", "j"],
    ["kh", "h"],
    ["dd", "d"],
    ["ni", "ny"],
  ] as const),
]
const MUHAMMADS = "Muhamad,Mohammad,Mohamad,Muh.,Moh.,M.,Mochamad,Mhd.".split(",")
const LETTERS = "abcdefghijklmnoprstuwy"

/** One slip of the pen, an old spelling, a word less, more, shorter or elsewhere. */
export function slipName(name: string, random: Random): string {
  const parts = name.split(" ")
  const at = random.int(0, parts.length - 1)
  const word = parts[at] ?? ""
  const put = (written: string): string => parts.with(at, written).join(" ")
  const draw = random.next()
  if (draw < 0.4) return put(slipWord(word, random))
  if (draw < 0.6) {
    const [from, to] = random.pick(SPELLINGS)
    return name.startsWith("Muhammad ")
      ? name.replace("Muhammad", random.pick(MUHAMMADS))
      : name.replace(from, to)
  }
  if (draw < 0.72) return parts.length > 1 ? parts.toSpliced(parts.length - 1, 1).join(" ") : name
  if (draw < 0.8) return parts.length > 1 ? put(`${word[0]}.`) : name
  if (draw < 0.86) return parts.toReversed().join(" ")
  if (draw < 0.92)
    return parts.length > 1 ? parts.slice(0, 2).join("") + parts.slice(2).join(" ") : name
  return draw < 0.96
    ? `H. ${name}`
    : `${name} bin ${random.pick(["Ahmad", "Usman", "Tohir", "Saleh"])}`
}

function slipWord(word: string, random: Random): string {
  if (word.length < 3) return `${word}h`
  const at = random.int(1, word.length - 1)
  const letter = random.pick([...LETTERS])
  const draw = random.int(0, 3)
  if (draw === 0) return word.slice(0, at) + word.slice(at + 1)
  if (draw === 1) return word.slice(0, at) + letter + word.slice(at)
  if (draw === 2) return word.slice(0, at) + letter + word.slice(at + 1)
  return word.slice(0, at) + (word[at + 1] ?? "") + word[at] + word.slice(at + 2)
}

export function slipDate(entry: Entry, random: Random): Entry {
  const { born } = entry
  if (born === null) return entry
  const draw = random.next()
  if (draw < 0.3 && born.day <= 12)
    return { ...entry, born: { ...born, month: born.day, day: born.month } }
  if (draw < 0.55) return { ...entry, born: { ...born, day: (born.day % 28) + 1 } }
  if (draw < 0.7)
    return { ...entry, born: { ...born, year: born.year + random.pick([-10, 10, 1, -1]) } }
  return draw < 0.85 ? { ...entry, born: { ...born, month: 1, day: 1 } } : { ...entry, born: null }
}

export function rewriteStreet(street: string, random: Random): string {
  const plain = street.replace(/^(Jl\.?|Jalan|Gg\.|Gang) /, "")
  if (random.chance(0.3)) return plain
  return random.chance(0.6)
    ? `Jl ${plain.replace(/No\.? /, "No. ")}`
    : plain.replace(/ (No|Blok).*$/, "")
}

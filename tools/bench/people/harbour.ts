// People of the coast on lists of hurried offices: clerks who copy the row above, ask old papers, and are
// careless in several fields at once. The shipped weights are fitted to it. It was written by somebody who knew what the
// model missed on the test populations: numbers of the row above, one clerk who is careless in everything.
import type { Random } from "../../example-random.ts"
import { changeDigit, rewriteStreet, slipDate, slipName } from "./coast-errors.ts"
import { COAST } from "./coast.ts"
import { anyArea, moveHouse, newPhone } from "./households.ts"
import { nikOf, type Entry, type Near, type Population } from "./person.ts"

/** How careless a clerk is in every field. */
const CLERKS = [0.02, 0.04, 0.07, 0.1, 0.15, 0.22, 0.32, 0.45] as const

/** Times the clerk's carelessness. */
const SLIPS = {
  nik: 1.7,
  name: 1.5,
  secondName: 0.6,
  date: 0.8,
  street: 1.3,
  kk: 0.6,
  phone: 0.5,
  rt: 0.8,
  sex: 0.15,
  mother: 1,
  area: 0.15,
} as const

/** What happens between two sendings, and what one office asks and the other does not. */
const LIFE = {
  moved: 0.08,
  newPhone: 0.2,
  newCard: 0.08,
  noPhone: 0.1,
  noCard: 0.15,
  noDate: 0.03,
  noSex: 0.04,
  noStreet: 0.05,
  noJob: 0.1,
  otherJob: 0.25,
} as const

function againAtTheHarbour(entry: Entry, near: Near, random: Random): Entry {
  const rate = random.pick(CLERKS)
  const hits = (slip: keyof typeof SLIPS): boolean => random.chance(rate * SLIPS[slip])
  let second = live(entry, random)
  if (hits("nik")) second = { ...second, nik: slipNik(second, near, random) }
  if (hits("name")) second = { ...second, name: callBy(second.name, random) }
  if (hits("secondName")) second = { ...second, name: slipName(second.name, random) }
  if (hits("date")) second = misdate(second, near, random)
  if (hits("street")) second = { ...second, street: tellStreet(second, random) }
  if (hits("kk")) second = { ...second, kk: slipCard(second, near, random) }
  if (hits("phone")) second = { ...second, phone: changeDigit(second.phone, random) }
  if (hits("rt")) second = { ...second, rt: String(random.int(1, 60)) }
  if (hits("sex")) second = { ...second, sex: second.sex === "L" ? "P" : "L" }
  if (hits("mother")) second = { ...second, mother: slipName(second.mother, random) }
  if (hits("area")) second = { ...second, area: anyArea(random) }
  return second
}

function live(entry: Entry, random: Random): Entry {
  let later = entry
  if (random.chance(LIFE.moved)) later = moveHouse(later, random, COAST.streets)
  if (random.chance(LIFE.newPhone)) later = { ...later, phone: newPhone(random) }
  if (random.chance(LIFE.newCard) && later.kk !== "") later = { ...later, kk: newCard(random) }
  if (random.chance(LIFE.noPhone)) later = { ...later, phone: "" }
  if (random.chance(LIFE.noCard)) later = { ...later, kk: "" }
  if (random.chance(LIFE.noDate)) later = { ...later, born: null }
  if (random.chance(LIFE.noSex)) later = { ...later, sex: "" }
  if (random.chance(LIFE.noStreet)) later = { ...later, street: "" }
  if (random.chance(LIFE.noJob)) later = { ...later, job: "" }
  // Another job, or another word for it.
  if (random.chance(LIFE.otherJob))
    later = { ...later, job: random.pick(["serabutan", "buruh harian", ...COAST.jobs]) }
  return later
}

function newCard(random: Random): string {
  return `${random.pick(COAST.regions)}${random.int(100_100, 281_224)}${random.int(9000, 9999)}`
}

/** A slip, a number that is not there, or a number that is somebody else's. */
function slipNik(entry: Entry, { household, above }: Near, random: Random): string {
  const { nik, kk, born, sex } = entry
  if (nik === "") return nik
  const at = random.int(0, 14)
  const draw = random.next()
  if (draw < 0.25) return changeDigit(nik, random)
  if (draw < 0.32) return changeDigit(changeDigit(nik, random), random)
  if (draw < 0.42) return nik.slice(0, at) + nik[at + 1] + nik[at] + nik.slice(at + 2)
  if (draw < 0.5) return nik.slice(0, at) + nik.slice(at + 1)
  if (draw < 0.54) return nik.slice(0, at) + nik[at] + nik.slice(at)
  if (draw < 0.6) return `${nik.slice(0, 15)}0`
  if (draw < 0.76) return ""
  if (draw < 0.79) return nik.slice(0, 12) + String(random.int(9000, 9999))
  if (draw < 0.85) return above.nik
  if (draw < 0.89) return random.pick(household).nik
  if (draw < 0.92 && kk !== "") return kk
  // A number of an earlier home, and one of nobody on the list.
  if (draw < 0.96 && born !== null)
    return nikOf(random.pick(COAST.regions), born, {
      sex: sex || "L",
      serial: random.int(9000, 9999),
    })
  const other = {
    year: random.int(1950, 2006),
    month: random.int(1, 12),
    day: random.int(1, 28),
  }
  return nikOf(random.pick(COAST.regions), other, {
    sex: sex || "L",
    serial: random.int(9000, 9999),
  })
}

function slipCard({ kk }: Entry, { above }: Near, random: Random): string {
  if (kk === "" || random.chance(0.4)) return changeDigit(kk, random)
  return random.chance(0.5) ? newCard(random) : above.kk
}

function misdate(entry: Entry, { above }: Near, random: Random): Entry {
  const { born } = entry
  if (born === null || random.chance(0.6)) return slipDate(entry, random)
  const draw = random.next()
  if (draw < 0.3) return { ...entry, born: above.born }
  if (draw < 0.7)
    return { ...entry, born: { ...born, month: random.int(1, 12), day: random.int(1, 28) } }
  return { ...entry, born: { year: born.year + random.int(-6, 6), month: 1, day: 1 } }
}

/** The street in other words, with what belongs into other columns, or without its number. */
function tellStreet({ street, rt, area }: Entry, random: Random): string {
  const plain = rewriteStreet(street, random)
  if (random.chance(0.35)) return plain
  return random.chance(0.5)
    ? `${plain} RT ${rt} Kel. ${area}`
    : `Kampung ${plain.split(" ").slice(0, 2).join(" ")}`
}

/** What people are called, and what clerks take for the whole name. */
function callBy(name: string, random: Random): string {
  const parts = name.split(" ")
  const [first = ""] = parts
  const draw = random.next()
  if (draw < 0.45) return slipName(name, random)
  if (draw < 0.6) return random.pick(parts)
  if (draw < 0.72) return [first.slice(-4), ...parts.slice(1)].join(" ")
  if (draw < 0.84) return [first, ...parts.slice(1).map((word) => `${word.slice(0, 1)}.`)].join(" ")
  if (draw < 0.92) return name.slice(0, 14).trim()
  return parts.length > 2 ? parts.toSpliced(1, 1).join(" ") : parts.toReversed().join(" ")
}

export const HARBOUR: Population = {
  ...COAST,
  // Some families hand a name down, so that brothers and twins share a word of it.
  familyName: (random) =>
    random.chance(0.35) ? (COAST.man(random).split(" ").at(-1) ?? "") : COAST.familyName(random),
  shares: {
    ...{ twice: 0.065, thrice: 0.1, sizes: [0.22, 0.15, 0.08], twins: 0.035 },
    ...{ namesake: 0.02, sharedPhone: 0.5, newYear: 0.04 },
  },
  again: againAtTheHarbour,
}

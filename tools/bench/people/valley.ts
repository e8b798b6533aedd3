// People of both other populations in larger families, on lists of offices with habits of their own: what is
// tried on the way to new weights is judged here. It shares names and slips with the highlands, so that those are no
// longer unseen by the people who chose; the weights never saw either.
import type { Random } from "../../example-random.ts"
import { COAST } from "./coast.ts"
import { hear, shorten, confuse, writeHighlandDate } from "./highland-errors.ts"
import { HIGHLAND } from "./highland.ts"
import { moveHouse, newPhone } from "./households.ts"
import { nikOf, type Entry, type Near, type Population } from "./person.ts"

/** A share of the rows of an office in which each thing goes wrong. */
interface Office {
  readonly digits: number
  readonly noNik: number
  readonly copies: number
  readonly name: number
  readonly date: number
  readonly home: number
  readonly asksCard: number
  readonly asksPhone: number
  readonly asksMother: number
  readonly asksDate: number
}

const OFFICES: readonly Office[] = [
  // A kelurahan that types from identity cards.
  {
    ...{ digits: 0.08, noNik: 0.01, copies: 0.01, name: 0.1, date: 0.03, home: 0.1 },
    ...{ asksCard: 0.9, asksPhone: 0.5, asksMother: 0.2, asksDate: 1 },
  },
  // A cooperative that asks its members by telephone.
  {
    ...{ digits: 0.12, noNik: 0.15, copies: 0.02, name: 0.45, date: 0.15, home: 0.5 },
    ...{ asksCard: 0.2, asksPhone: 0.98, asksMother: 0.1, asksDate: 0.85 },
  },
  // A union with a sheet that is filled in downwards.
  {
    ...{ digits: 0.15, noNik: 0.04, copies: 0.12, name: 0.25, date: 0.08, home: 0.3 },
    ...{ asksCard: 0.6, asksPhone: 0.7, asksMother: 0.05, asksDate: 0.97 },
  },
  // Handwriting that somebody else typed.
  {
    ...{ digits: 0.35, noNik: 0.08, copies: 0.05, name: 0.6, date: 0.2, home: 0.45 },
    ...{ asksCard: 0.7, asksPhone: 0.5, asksMother: 0.4, asksDate: 0.97 },
  },
]

/** Both sendings went through an office; what two offices do to one row and another shows in the second. */
function again(entry: Entry, near: Near, random: Random): Entry {
  return sent(sent(entry, near, random), near, random)
}

function sent(entry: Entry, near: Near, random: Random): Entry {
  const office = random.pick(OFFICES)
  let second = number(entry, { near, office, random })
  if (random.chance(office.name)) second = { ...second, name: hear(second.name, random) }
  if (random.chance(office.name * 0.5)) second = { ...second, name: shorten(second.name, random) }
  if (random.chance(office.name * 0.15)) second = { ...second, name: nickname(second.name, random) }
  if (random.chance(office.date)) second = date(second, near, random)
  if (random.chance(office.home)) second = home(second, random)
  return {
    ...second,
    born: random.chance(office.asksDate) ? second.born : null,
    kk: random.chance(office.asksCard) ? second.kk : "",
    phone: random.chance(office.asksPhone) ? second.phone : "",
    mother: random.chance(office.asksMother) ? hear(second.mother, random) : "",
  }
}

function number(
  entry: Entry,
  { near, office, random }: { near: Near; office: Office; random: Random },
): Entry {
  const { nik } = entry
  if (nik === "" || random.chance(office.noNik)) return { ...entry, nik: "" }
  if (random.chance(office.copies)) {
    const draw = random.next()
    if (draw < 0.45) return { ...entry, nik: near.above.nik }
    if (draw < 0.55) return { ...entry, nik: near.above.nik, kk: near.above.kk }
    if (draw < 0.7) return { ...entry, nik: random.pick(near.household).nik }
    const serial = random.int(9000, 9999)
    return {
      ...entry,
      nik: nikOf(random.pick(HIGHLAND.regions), anyDay(random), { sex: "L", serial }),
    }
  }
  if (!random.chance(office.digits)) return entry
  const draw = random.next()
  const at = random.int(4, 14)
  if (draw < 0.5) return { ...entry, nik: confuse(nik, random) }
  if (draw < 0.65) return { ...entry, nik: confuse(confuse(confuse(nik, random), random), random) }
  if (draw < 0.75) return { ...entry, nik: nik.slice(0, at) + nik.slice(at + 1) }
  if (draw < 0.8) return { ...entry, nik: nik.slice(0, at) + nik.slice(at + 1) + nik[at] }
  if (draw < 0.9)
    return { ...entry, nik: nik.slice(0, at) + nik[at + 1] + nik[at] + nik.slice(at + 2) }
  return { ...entry, nik: nik.slice(0, 8) + nik.slice(10) + "00" }
}

function anyDay(random: Random) {
  return { year: random.int(1955, 2005), month: random.int(1, 12), day: random.int(1, 28) }
}

function nickname(name: string, random: Random): string {
  const [first = "", ...rest] = name.split(" ")
  if (random.chance(0.4)) return first
  const short = first.length > 4 ? first.slice(random.chance(0.5) ? -4 : 0).slice(0, 5) : first
  return random.chance(0.5) ? short : [short, ...rest].join(" ")
}

function date(entry: Entry, { above }: Near, random: Random): Entry {
  const { born } = entry
  if (born === null) return entry
  const draw = random.next()
  if (draw < 0.25) return { ...entry, born: { ...born, day: 1, month: 1 } }
  if (draw < 0.45)
    return { ...entry, born: { ...born, year: born.year + random.pick([-1, 1, -10]) } }
  if (draw < 0.6 && born.day <= 12)
    return { ...entry, born: { ...born, day: born.month, month: born.day } }
  if (draw < 0.7) return { ...entry, born: above.born }
  if (draw < 0.85) return { ...entry, born: { ...born, day: (born.day % 28) + 1 } }
  return { ...entry, born: { ...anyDay(random), year: born.year } }
}

function home(entry: Entry, random: Random): Entry {
  const draw = random.next()
  if (draw < 0.2) return moveHouse(entry, random, COAST.streets)
  if (draw < 0.5) return { ...entry, phone: newPhone(random) }
  if (draw < 0.65) return { ...entry, street: "", rt: "" }
  if (draw < 0.8) return { ...entry, street: entry.street.replace(/ (No|Blok).*$/, "") }
  return { ...entry, kk: confuse(entry.kk, random) }
}

export const VALLEY: Population = {
  ...HIGHLAND,
  man: (random) => (random.chance(0.5) ? COAST.man(random) : HIGHLAND.man(random)),
  woman: (random) => (random.chance(0.5) ? COAST.woman(random) : HIGHLAND.woman(random)),
  shares: {
    ...{ twice: 0.06, thrice: 0.15, sizes: [0.25, 0.2, 0.12], twins: 0.03 },
    ...{ namesake: 0.02, sharedPhone: 0.5, newYear: 0.03 },
  },
  again,
  writeDate: writeHighlandDate,
}

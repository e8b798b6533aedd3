import type { Random } from "../../example-random.ts"
import { nikOf, skewed, type Entry, type Population } from "./person.ts"

const AREAS = (
  "Manggar,Manggar Baru,Lamaru,Teritip,Sepinggan,Sepinggan Baru,Sepinggan Raya,Gunung Bahagia,Sungai Nangka,Damai," +
  "Damai Baru,Damai Bahagia,Klandasan Ulu,Klandasan Ilir,Telaga Sari,Prapatan,Gunung Sari Ulu,Gunung Sari Ilir," +
  "Mekar Sari,Karang Rejo,Karang Jati,Sumber Rejo,Baru Ilir,Baru Tengah,Baru Ulu,Kariangau,Margo Mulyo,Marga Sari," +
  "Batu Ampar,Karang Joang,Muara Rapak,Gunung Samarinda,Gunung Samarinda Baru,Graha Indah"
).split(",")

const COORDINATORS = 40

export function anyArea(random: Random): string {
  return random.pick(AREAS)
}

/** The entry in another home. */
export function moveHouse(entry: Entry, random: Random, street: (random: Random) => string): Entry {
  return {
    ...entry,
    area: anyArea(random),
    street: street(random),
    rt: String(random.int(1, 60)),
  }
}

/** Phones that are given to nobody, and now and then a coordinator's. */
export function newPhone(random: Random): string {
  if (random.chance(0.015))
    return `0899000000${String(random.int(0, COORDINATORS)).padStart(2, "0")}`
  return `0899${random.int(10_000_000, 99_999_999)}`
}

/** The members of one household that stand on a list. */
export function makeHousehold(population: Population, random: Random): Entry[] {
  const { shares } = population
  const home = {
    kk: `${skewed(population.regions, random, 3)}${random.int(10, 28)}${random.int(10, 12)}${random.int(10, 24)}${random.int(9000, 9999)}`,
    street: population.streets(random),
    rt: String(random.int(1, 60)),
    rw: String(random.int(1, 12)),
    area: anyArea(random),
  }
  const phone = newPhone(random)
  const family = population.familyName(random)
  const draw = random.next()
  const size = 1 + shares.sizes.filter((_, at) => draw < sum(shares.sizes.slice(at))).length
  const members: Entry[] = []
  const mother = population.woman(random)
  while (members.length < size) {
    const member = makeMember(population, random, { home, family, mother, members })
    const isShared = members.length > 0 && random.chance(shares.sharedPhone)
    members.push({
      ...member,
      phone: isShared ? phone : members.length === 0 ? phone : newPhone(random),
    })
  }
  return members
}

type Home = Pick<Entry, "kk" | "street" | "rt" | "rw" | "area">

function makeMember(
  population: Population,
  random: Random,
  of: { home: Home; family: string; mother: string; members: readonly Entry[] },
): Entry {
  const { shares } = population
  const first = of.members[0]
  if (first !== undefined && random.chance(shares.twins)) return twinOf(population, first, random)
  const sex = random.chance(0.55) ? "L" : "P"
  const year = generationYear(first, random)
  const isDefault = random.chance(shares.newYear)
  const born = {
    year,
    month: isDefault ? 1 : random.int(1, 12),
    day: isDefault ? 1 : random.int(1, 28),
  }
  const namesake = first !== undefined && first.sex === sex && random.chance(shares.namesake)
  const given = sex === "L" ? population.man(random) : population.woman(random)
  const name = namesake ? first.name : of.family === "" ? given : `${given} ${of.family}`
  const isSibling = first?.born !== null && Math.abs((first?.born?.year ?? 0) - year) < 16
  return {
    ...of.home,
    name,
    nik: nikOf(skewed(population.regions, random, 3), born, {
      sex,
      serial: 9000 + Math.floor(1000 * random.next() ** 2),
    }),
    born,
    birthPlace: "Balikpapan",
    sex,
    job: random.pick(population.jobs),
    phone: "",
    mother: isSibling ? of.mother : population.woman(random),
  }
}

/** Of a spouse or brother, or of a parent or child. */
function generationYear(first: Entry | undefined, random: Random): number {
  const base = first?.born?.year
  if (base === undefined) return random.int(1955, 2006)
  const step = random.chance(0.6) ? random.int(-8, 8) : random.chance(0.5) ? 25 : -25
  return Math.min(2008, Math.max(1945, base + step + random.int(-3, 3)))
}

/** Same day, home and family name; the next serial and another given name. */
function twinOf(population: Population, first: Entry, random: Random): Entry {
  const [name = "", ...rest] = first.name.split(" ")
  const draw = (): string =>
    (first.sex === "P" ? population.woman(random) : population.man(random)).split(" ")[0] ?? ""
  let given = draw()
  while (given === name) given = draw()
  const serial = 9000 + ((Number(first.nik.slice(12)) + 1) % 1000)
  return { ...first, name: [given, ...rest].join(" "), nik: `${first.nik.slice(0, 12)}${serial}` }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

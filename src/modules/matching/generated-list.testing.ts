import { localDate } from "../../kernel/local-date.ts"
import type { MatchRow } from "./match-row.ts"

/**
 * An invented list with its truth, for tests and benchmarks: families at one address, twins,
 * fathers and sons of one name, and second rows of one person with the damage that typing does.
 */
export interface GeneratedList {
  readonly rows: readonly MatchRow[]
  /** Person number of each row. */
  readonly personOf: readonly number[]
}

type Random = () => number

/** Shares of people; `second` of rows written twice, the rest of families. */
const SHARES = { second: 0.12, twin: 0.02, son: 0.02 } as const

const MEN = `
  Agus Budi Joko Slamet Hendra Rudi Wahyu Eko Dedi Iwan Yusuf Ahmad Hasan Husin Rahmat
  Syamsul Arif Fajar Bambang Sugeng Usman Hamzah Taufik Zainal Ridwan Imran Sukirno Paijo
  Tarno Yohanes Markus Daud Ilham Basri Kamal Nasir Rusli Saleh Tohir Wawan
`
  .trim()
  .split(/\s+/)
const WOMEN = `
  Siti Sri Nur Dewi Ratna Yanti Rini Rina Wati Sumiati Aminah Fatimah Aisyah Hartini
  Endang Lestari Murni Kartini Rohana Salmah Maria Yuliana Ningsih Suryani Halimah
  Zubaidah Mariam Jumiati Masitah Ani Ina Tuti Lilis Neneng Rusmini Fitri Indah Dian Wulan
  Ayu
`
  .trim()
  .split(/\s+/)
const SECOND = `
  Santoso Hidayat Saputra Wibowo Pratama Lubis Siregar Harahap Nasution Rahman Setiawan
  Kurniawan Susanto Gunawan Firmansyah Hakim Maulana Ramadhan Permata Handayani Utami
  Anggraini Purnomo Suwandi Hariyanto Wijaya Kusuma Nugroho Prasetyo Hasibuan Tanjung
  Daeng Manurung Sitorus Pangestu Ismail Yunus Effendi Suharto Mulyadi
`
  .trim()
  .split(/\s+/)
const THIRD = "Putra Putri Jaya Abadi Sari Ningrum".split(" ")

export function generateList(people: number, seed: number): GeneratedList {
  const random = mulberry32(seed)
  const rows: MatchRow[] = []
  const personOf: number[] = []
  let previous: MatchRow | null = null
  for (let person = 0; person < people; person++) {
    const row = makePerson(person, previous, random)
    add(row, person)
    if (random() < SHARES.second) add(damage({ ...row, fileKey: "second" }, random), person)
    previous = row
  }
  return { rows, personOf }

  function add(row: MatchRow, person: number): void {
    rows.push({ ...row, key: `${String(rows.length).padStart(8, "0")}-${seed}` })
    personOf.push(person)
  }
}

function makePerson(person: number, previous: MatchRow | null, random: Random): MatchRow {
  const kind = random()
  if (previous !== null && kind < SHARES.twin) return twinOf(previous, random)
  if (previous !== null && kind < SHARES.twin + SHARES.son) return sonOf(previous, random)
  const family = previous !== null && kind < 0.3
  const sex = random() < 0.5 ? "L" : "P"
  const born = birthDate(1961 + int(45, random), random)
  const area = `64.71.0${1 + int(6, random)}.100${1 + int(6, random)}`
  const home = family
    ? { areaCode: previous.areaCode, rt: previous.rt, kk: previous.kk, address: previous.address }
    : {
        areaCode: area,
        rt: String(1 + int(20, random)),
        kk: `6471050${1 + int(9, random)}01${10 + int(15, random)}${9000 + int(1000, random)}`,
        address: `Jl. ${pick(SECOND, random)} No. ${1 + int(120, random)}`,
      }
  const shared = family && random() < 0.5
  return {
    ...blank(),
    ...home,
    nik: nikOf({ born, sex, place: `64710${1 + int(6, random)}` }, 9000 + int(1000, random)),
    name: makeName(sex, random),
    birthDate: born,
    sex,
    phone: shared ? previous.phone : `0899${String(person % 10_000_000).padStart(8, "0")}`,
  }
}

function blank(): MatchRow {
  return {
    key: "",
    nik: null,
    nikStanding: "unasked",
    nikReadable: "",
    kk: null,
    name: "",
    motherName: "",
    birthDate: null,
    sex: null,
    areaCode: null,
    rt: null,
    address: null,
    phone: null,
    sector: null,
    fileKey: "first",
    answeredNik: null,
    counts: true,
  }
}

function makeName(sex: "L" | "P", random: Random): string {
  const first = pick(sex === "L" ? MEN : WOMEN, random)
  const prefix = sex === "L" && random() < 0.2 ? "Muhammad " : ""
  const second = random() < 0.9 ? ` ${pick(SECOND, random)}` : ""
  const third = random() < 0.15 ? ` ${pick(THIRD, random)}` : ""
  return `${prefix}${first}${second}${third}`
}

/** Same day, home and family name; the next serial and another given name. */
function twinOf(person: MatchRow, random: Random): MatchRow {
  const words = person.name.split(" ")
  const given = pick(person.sex === "P" ? WOMEN : MEN, random)
  const name = [given === words[0] ? `${given}wan` : given, ...words.slice(1)].join(" ")
  const nik = person.nik ?? ""
  const serial = 9000 + ((Number(nik.slice(12)) + 1) % 1000)
  return { ...person, name, nik: `${nik.slice(0, 12)}${serial}`, fileKey: "first" }
}

function sonOf(person: MatchRow, random: Random): MatchRow {
  const born = birthDate(Math.min(2007, Number(person.birthDate?.slice(0, 4)) + 25), random)
  const sex = person.sex ?? "L"
  const nik = nikOf({ born, sex, place: (person.nik ?? "").slice(0, 6) }, 9000 + int(1000, random))
  return { ...person, birthDate: born, nik, fileKey: "first" }
}

function nikOf(
  of: { born: MatchRow["birthDate"]; sex: "L" | "P"; place: string },
  serial: number,
): string {
  const [year = "", month = "", day = ""] = (of.born ?? "").split("-")
  const coded = of.sex === "P" ? String(Number(day) + 40) : day
  return `${of.place}${coded}${month}${year.slice(2)}${serial}`
}

function birthDate(year: number, random: Random): MatchRow["birthDate"] {
  return localDate(year, 1 + int(12, random), 1 + int(28, random))
}

/** What a second sender makes of the same person. */
function damage(row: MatchRow, random: Random): MatchRow {
  let second = row
  if (random() < 0.4) second = damageNik(second, random)
  if (random() < 0.35) second = { ...second, name: damageName(second.name, random) }
  if (random() < 0.1) second = damageDate(second, random)
  if (random() < 0.2) second = { ...second, kk: null, address: null }
  if (random() < 0.2) second = { ...second, phone: `0877${10_000_000 + int(9_000_000, random)}` }
  if (random() < 0.1) second = { ...second, areaCode: "64.71.01.1009", rt: null }
  return random() < 0.1 ? { ...second, sex: null } : second
}

function damageNik(row: MatchRow, random: Random): MatchRow {
  const nik = row.nik ?? ""
  const at = int(15, random)
  const unreadable = (nikReadable: string): MatchRow => ({ ...row, nik: null, nikReadable })
  switch (int(6, random)) {
    case 0:
      return unreadable(`${nik.slice(0, 15)}?`)
    case 1:
      return unreadable(nik.slice(0, at) + nik.slice(at + 1))
    case 2:
      return unreadable(`${nik.slice(0, at)}?${nik.slice(at + 1)}`)
    case 3:
      return unreadable("")
    case 4:
      return { ...row, nik: swapNeighbours(nik, at) }
    default:
      return { ...row, nik: nik.slice(0, at) + ((Number(nik[at]) + 3) % 10) + nik.slice(at + 1) }
  }
}

function damageName(name: string, random: Random): string {
  const words = name.split(" ")
  const at = int(words.length, random)
  const word = words[at] ?? ""
  const letter = 1 + int(Math.max(1, word.length - 1), random)
  const put = (written: string): string => words.with(at, written).join(" ")
  switch (int(7, random)) {
    case 0:
      return put(word.slice(0, letter) + word.slice(letter + 1))
    case 1:
      return put(word.slice(0, letter) + word.slice(letter - 1))
    case 2:
      return words.length > 1 ? words.slice(0, -1).join(" ") : name
    case 3:
      return words.toReversed().join(" ")
    case 4:
      return name.replace("Muhammad", "M.").replace("Siti", "St.").replaceAll("u", "oe")
    case 5:
      return `${name} bin ${pick(MEN, random)}`
    default:
      return words.length > 1 ? `${words.slice(0, -1).join(" ")} ${words.at(-1)?.[0]}.` : name
  }
}

function damageDate(row: MatchRow, random: Random): MatchRow {
  const [year = 0, month = 0, day = 0] = (row.birthDate ?? "").split("-").map(Number)
  const wrong = [
    localDate(year, day, month),
    localDate(year, month, (day % 28) + 1),
    localDate(year + 1, month, day),
    null,
  ]
  return { ...row, birthDate: pick(wrong, random) }
}

function swapNeighbours(text: string, at: number): string {
  return text.slice(0, at) + (text[at + 1] ?? "") + (text[at] ?? "") + text.slice(at + 2)
}

function pick<T>(values: readonly T[], random: Random): T {
  return values[int(values.length, random)] as T
}

function int(below: number, random: Random): number {
  return Math.floor(random() * below)
}

/** A small seeded generator (public domain), so that a list is the same on every machine. */
function mulberry32(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

// A row while a clerk fills it in, and the cells that he leaves behind.
import type { Chance } from "./highland-unseen-chance.ts"
import type { Person } from "./highland-unseen-households.ts"
import { written } from "./highland-unseen-names.ts"
import { KELURAHAN, TRADES } from "./highland-unseen-places.ts"

export const COLUMNS = [
  ...([
    "nama",
    "nik",
    "no_kk",
    "tempat_lahir",
    "tanggal_lahir",
    "jenis_kelamin",
    "alamat",
  ] as const),
  ...(["rt", "rw", "kelurahan", "pekerjaan", "no_hp", "nama_ibu"] as const),
] as const

export interface Draft {
  name: string
  nik: string
  kk: string
  place: string
  year: number
  month: number
  day: number
  /** How the date stands there where it is no ordinary date. */
  date: "whole" | "short year" | "year only" | "serial" | "none"
  sex: string
  address: string
  rt: number
  rw: number
  area: string
  trade: string
  phone: string
  mother: string
}

export function draftOf(person: Person): Draft {
  const { birth, home, sex, nik, kk, phone, mother } = person
  return {
    name: written(person.name),
    nik,
    kk,
    place: person.birthplace,
    ...birth,
    date: "whole",
    sex,
    address: `${home.street} No. ${home.house}`,
    rt: home.rt,
    rw: home.rw,
    area: KELURAHAN[home.kelurahan]![1],
    trade: TRADES[person.trade]![0]!,
    phone,
    mother,
  }
}

/** What a clerk does everywhere in the list. */
export interface Style {
  readonly letters: "upper" | "title" | "lower"
  readonly dates: "dashes" | "slashes" | "iso" | "words"
  readonly sexes: readonly [male: string, female: string]
  readonly rtWidth: 1 | 2 | 3
  readonly blank: ReadonlySet<(typeof COLUMNS)[number]>
}

const MONTHS =
  "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(
    " ",
  )

/** Half of the offices outside the kelurahan do not ask for everything; their columns stay empty. */
const SELDOM_ASKED = [
  ...([
    ["nama_ibu", 0.32],
    ["no_kk", 0.16],
    ["rw", 0.2],
  ] as const),
  ...([
    ["tempat_lahir", 0.09],
    ["no_hp", 0.1],
  ] as const),
] as const

export function makeStyle(isKelurahan: boolean, chance: Chance): Style {
  const ask = SELDOM_ASKED.filter(([, share]) => chance.is(isKelurahan ? share / 4 : share))
  const [letters, dates, sexes] = [chance.next(), chance.next(), chance.next()]
  return {
    letters: letters < 0.62 ? "upper" : letters < 0.96 ? "title" : "lower",
    dates: dates < 0.55 ? "dashes" : dates < 0.72 ? "slashes" : dates < 0.92 ? "iso" : "words",
    sexes: sexes < 0.7 ? ["L", "P"] : sexes < 0.9 ? ["Laki-laki", "Perempuan"] : ["LK", "PR"],
    rtWidth: chance.pick([1, 2, 3, 3] as const),
    // Whoever asks for neither mother nor card would know nobody again.
    blank: new Set(ask.slice(0, 2).map(([column]) => column)),
  }
}

function dateCell({ year, month, day, date }: Draft, style: Style): string {
  if (date === "none") return ""
  if (date === "year only") return String(year)
  if (date === "serial") {
    return String(Math.round(Date.UTC(year, month - 1, day) / 86_400_000) + 25_569)
  }
  const [dd, mm] = [String(day).padStart(2, "0"), String(month).padStart(2, "0")]
  if (date === "short year") return `${dd}-${mm}-${String(year % 100).padStart(2, "0")}`
  if (style.dates === "iso") return `${year}-${mm}-${dd}`
  if (style.dates === "words") return `${day} ${MONTHS[month - 1] ?? mm} ${year}`
  return style.dates === "slashes" ? `${dd}/${mm}/${year}` : `${dd}-${mm}-${year}`
}

function cased(text: string, { letters }: Style): string {
  if (letters === "upper") return text.toUpperCase()
  return letters === "lower" ? text.toLowerCase() : text
}

export function cellsOf(draft: Draft, style: Style): string[] {
  const { sex, rt, rw } = draft
  const number = (value: number): string =>
    value === 0 ? "" : String(value).padStart(style.rtWidth, "0")
  const cells = [
    ...[cased(draft.name, style), draft.nik, draft.kk, cased(draft.place, style)],
    ...[dateCell(draft, style), sex === "" ? "" : style.sexes[sex === "L" ? 0 : 1]],
    ...[cased(draft.address, style), number(rt), number(rw), cased(draft.area, style)],
    ...[cased(draft.trade, style), draft.phone, cased(draft.mother, style)],
  ]
  return cells.map((cell, at) => (style.blank.has(COLUMNS[at]!) ? "" : cell))
}

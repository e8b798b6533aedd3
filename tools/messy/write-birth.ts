import type { Random } from "../example-random.ts"
import { dateSerial } from "./grid.ts"
import { number, one, value, withAccidents } from "./writing.ts"
import type { Accident, DraftValue, Writer, Written } from "./writing.ts"
import type { Worker } from "./people.ts"

const FULL = [
  ...["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September"],
  ...["Oktober", "November", "Desember"],
]
const SHORT = ["Jan", "Peb", "Mrt", "Apr", "Mei", "Jun", "Jul", "Agt", "Sep", "Okt", "Nop", "Des"]
const ENGLISH = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
const OLD = [
  ...["Januari", "Pebruari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September"],
  ...["Oktober", "Nopember", "Desember"],
]
const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
const DAYS = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"]

interface Parts {
  readonly day: number
  readonly month: number
  readonly year: number
  readonly iso: string
}

function partsOf(iso: string): Parts {
  const [year = 0, month = 0, day = 0] = iso.split("-").map(Number)
  return { day, month, year, iso }
}

const two = (part: number): string => String(part).padStart(2, "0")
const yy = ({ year }: Parts): string => two(year % 100)
const word = (words: readonly string[], { month }: Parts): string => words[month - 1] ?? ""

/** Texts with one reading by themselves. */
const CLEAR: Readonly<Record<string, (parts: Parts) => string>> = {
  "12-05-1980": (p) => `${two(p.day)}-${two(p.month)}-${p.year}`,
  "12/05/1980": (p) => `${two(p.day)}/${two(p.month)}/${p.year}`,
  "12.5.1980": (p) => `${p.day}.${p.month}.${p.year}`,
  "12 Mei 1980": (p) => `${p.day} ${word(FULL, p)} ${p.year}`,
  "12 MEI 1980": (p) => `${two(p.day)} ${word(OLD, p).toUpperCase()} ${p.year}`,
  "12 Nop 1980": (p) => `${p.day} ${word(SHORT, p)} ${p.year}`,
  "12-May-1980": (p) => `${two(p.day)}-${word(ENGLISH, p)}-${p.year}`,
  "1980-05-12": (p) => p.iso,
  "1980/05/12": (p) => p.iso.replaceAll("-", "/"),
  "12-V-1980": (p) => `${p.day}-${word(ROMAN, p)}-${p.year}`,
  "12051980": (p) => `${two(p.day)}${two(p.month)}${p.year}`,
  "12 - 05 - 1980": (p) => `${two(p.day)} - ${two(p.month)} - ${p.year}`,
  "12/05/1980 0:00:00": (p) => `${two(p.day)}/${two(p.month)}/${p.year} 0:00:00`,
  "12Mei1980": (p) => `${p.day}${word(FULL, p)}${p.year}`,
  "Senin, 12 Mei 1980": (p) => `${weekday(p)}, ${p.day} ${word(FULL, p)} ${p.year}`,
}

/** Two digits of a year are settled by the NIK, or by a worker's age. */
const SHORT_YEAR: Readonly<Record<string, (parts: Parts) => string>> = {
  "12/05/80": (p) => `${two(p.day)}/${two(p.month)}/${yy(p)}`,
  "12-Mei-80": (p) => `${p.day}-${word(SHORT, p)}-${yy(p)}`,
  "12 Mei '80": (p) => `${p.day} ${word(FULL, p)} '${yy(p)}`,
}

function weekday({ iso }: Parts): string {
  return DAYS[new Date(`${iso}T00:00:00Z`).getUTCDay()] ?? ""
}

export type DateStyle = (worker: Worker) => Written

const date = (draft: DraftValue, cell: Written["cell"]) => one("birth_date", cell, draft)

function textStyle(by: string, write: (parts: Parts) => string): DateStyle {
  return ({ birthOn }) => date(value(birthOn, "certain", by), write(partsOf(birthOn)))
}

function cellStyle(format: string): DateStyle {
  return ({ birthOn }) =>
    date(value(birthOn, "certain", `cell ${format}`), { kind: "date", iso: birthOn, format })
}

const shortStyle = (by: string, write: (parts: Parts) => string): DateStyle => {
  return ({ birthOn }) =>
    date({ ...value(birthOn, "certain", by), withoutNik: "open" }, write(partsOf(birthOn)))
}

/** A sheet made with American settings: where both readings are dates, the NIK has to settle it. */
const american: DateStyle = ({ birthOn }) => {
  const p = partsOf(birthOn)
  const by = "05/12/1980 (m/d)"
  const settled: DraftValue = value(birthOn, "certain", by)
  const open: DraftValue = { ...value(birthOn, "open", by), withoutNik: "written" }
  const isOpen = p.day <= 12 && p.day !== p.month
  return date(isOpen ? open : settled, `${two(p.month)}/${two(p.day)}/${p.year}`)
}

const serial: DateStyle = ({ birthOn }) =>
  date(value(birthOn, "open", "serial number"), number(dateSerial(birthOn)))

export function dateStyle(random: Random): DateStyle {
  const draw = random.next()
  if (draw < 0.3) return cellStyle(random.pick(["dd/mm/yyyy", "dd-mm-yyyy", "yyyy-mm-dd"]))
  if (draw < 0.36) return american
  if (draw < 0.4) return serial
  const table = draw < 0.5 ? SHORT_YEAR : CLEAR
  const [by, write] = random.pick(Object.entries(table))
  return table === CLEAR ? textStyle(by, write) : shortStyle(by, write)
}

const broken = (by: string, write: (parts: Parts, random: Random) => string): Accident => {
  return ({ birthOn }, { random }) =>
    date(value(birthOn, "ask", by), write(partsOf(birthOn), random))
}

const doubtful = (by: string, write: (parts: Parts) => string): Accident => {
  return ({ birthOn }) => date(value(birthOn, "open", by), write(partsOf(birthOn)))
}

/** Alone it may be the thirteenth of a month, written the American way; the NIK says that it is not. */
const month13: Accident = ({ birthOn }) => {
  const p = partsOf(birthOn)
  const draft: DraftValue = value(birthOn, "ask", "month 13")
  const text = `${two(p.day)}-13-${p.year}`
  return date(p.day <= 12 ? { ...draft, withoutNik: "written" } : draft, text)
}

/** Day before month in figures: in an American column they would tell the wrong day. */
const DAY_FIRST: readonly Accident[] = [
  ...Object.entries(CLEAR).map(([by, write]): Accident => textStyle(by, write)),
  ...Object.entries(SHORT_YEAR).map(([by, write]): Accident => shortStyle(by, write)),
  month13,
  doubtful("letter O for zero", (p) => `${two(p.day)}-${two(p.month).replace("0", "O")}-${p.year}`),
  doubtful("age beside", (p) => `${two(p.day)}/${two(p.month)}/${p.year} (${2025 - p.year} th)`),
]

const ANYWHERE: readonly Accident[] = [
  broken("year only", (p) => String(p.year)),
  broken("31 February", (p) => `31/02/${p.year}`),
  broken("day 00", (p) => `00/${two(p.month)}/${p.year}`),
  broken(
    "three digits of a year",
    (p) => `${two(p.day)}-${two(p.month)}-${String(p.year).slice(0, 3)}`,
  ),
  broken("month and year", (p) => `${word(FULL, p)} ${p.year}`),
  broken("age instead", (p) => `${2025 - p.year} th`),
  broken("missing", (_, random) => random.pick(["-", "", "?", "lupa", "tdk tahu"])),
  doubtful("Mie for Mei", (p) => `${p.day} ${word(FULL, p).replace("Mei", "Mie")} ${p.year}`),
  doubtful("in words", (p) => `tgl ${p.day} bln ${p.month} thn ${p.year}`),
  // A form's export in UTC: midnight in WITA is 16:00 of the day before.
  ({ birthOn }) => {
    const at = new Date(Date.parse(`${birthOn}T00:00:00+08:00`)).toISOString()
    return date(value(birthOn, "open", "UTC export"), at)
  },
  ({ birthOn }) => date(value(birthOn, "open", "serial number"), number(dateSerial(birthOn))),
]

export function birthDateWriter(random: Random): Writer {
  const style = dateStyle(random)
  const accidents = style === american ? ANYWHERE : [...DAY_FIRST, ...ANYWHERE]
  return withAccidents(random, style, accidents)
}

/** Day, month and year in three columns; together they are one date. */
export function birthPartWriter(random: Random): (part: "day" | "month" | "year") => Writer {
  const asWord = random.chance(0.4)
  return (part) =>
    ({ birthOn }) => {
      const p = partsOf(birthOn)
      const cell = part === "month" && asWord ? word(FULL, p) : number(p[part])
      return date(value(birthOn, "certain", "three columns"), cell)
    }
}

export function birthPlaceWriter(random: Random): Writer {
  const recase = random.pick([upper, asIs, (text: string) => text.toLowerCase()])
  return ({ birthPlace }) => placeOnly(recase(birthPlace), birthPlace)
}

const upper = (text: string): string => text.toUpperCase()
const asIs = (text: string): string => text

function placeOnly(cell: string, place: string): Written {
  return one("birth_place", cell, value(place, "certain", "place"))
}

/** Place and date in one cell. A date cell has no room for a place, so only texts are joined. */
export function birthPlaceDateWriter(random: Random): Writer {
  const joint = random.pick([", ", ", ", ",", " / ", " ", "/ ", " - "])
  const forms = ["12-05-1980", "12 Mei 1980", "12 MEI 1980", "12/05/1980", "12 Nop 1980"]
  const by = random.pick(forms)
  const write = CLEAR[by] ?? asIso
  const recase = random.pick([upper, asIs])
  return ({ birthPlace, birthOn }) => ({
    cell: `${recase(birthPlace)}${joint}${write(partsOf(birthOn))}`,
    says: {
      birth_place: value(birthPlace, "certain", "place and date"),
      birth_date: value(birthOn, "certain", `place${joint}${by}`),
    },
  })
}

const asIso = (parts: Parts): string => parts.iso

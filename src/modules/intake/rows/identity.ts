import { birthDateFromNik, nikDateParts, sexFromNik, type Nik } from "../../../kernel/nik.ts"
import type { LocalDate } from "../../../kernel/local-date.ts"
import type { CellKind } from "../../../platform/spreadsheet/workbook.ts"
import type { Field } from "../layout/field.ts"
import type { FindingCode } from "../findings/finding.ts"
import type { ReadingRow, RowValues } from "./context.ts"
import { isDeceasedTitle } from "./marks.ts"
import { readBirthDate, splitPlaceDate, type DateReading } from "../values/date.ts"
import { readName } from "../values/name.ts"
import { isImpossibleNik, readKk, readNik, type NikReading } from "../values/nik.ts"
import { readSex, readTicks } from "../values/sex.ts"

type Identity = Pick<
  RowValues,
  | "nik"
  | "nikPattern"
  | "kk"
  | "name"
  | "alias"
  | "birthPlace"
  | "birthDate"
  | "dateShape"
  | "birthField"
  | "birthWritten"
  | "sex"
  | "motherName"
>

/** Who the person is: number, family card, name, birth and sex, each as written. */
export function readIdentity(row: ReadingRow): Identity {
  const nik = nikOf(row)
  const birth = birthOf(row, nik.nik)
  const kk = kkOf(row, nik.nik, birth.reading.date)
  const sex = sexOf(row, nik.nik)
  return {
    nik: nik.nik,
    nikPattern: nik.pattern,
    kk,
    ...nameOf(row),
    birthPlace: birth.place,
    birthDate: birth.reading.date,
    dateShape: birth.reading.shape,
    birthField: birth.field,
    birthWritten: birth.written,
    sex,
    motherName: readName(row.text("mother_name")).name,
  }
}

function nikOf(row: ReadingRow): NikReading {
  const nothing = { nik: null, pattern: "", code: null }
  if (!row.context.columns.has("nik") || row.broken("nik")) return nothing
  const reading = readNik(row.text("nik"), row.cell("nik")?.kind ?? "text")
  noteRegrouped(row, reading.nik)
  if (reading.code !== null) row.note(reading.code, "nik", reading.nik ?? "")
  if (reading.nik !== null && isImpossibleNik(reading.nik, row.context.on))
    row.note("NIK_IMPOSSIBLE", "nik")
  return reading
}

/** Where the number was parted from the name, or put together from boxes. */
function noteRegrouped(row: ReadingRow, nik: Nik | null): void {
  const { columns } = row.context
  const at = columns.get("nik")
  if (nik === null) return
  if (at === columns.get("name_nik"))
    row.note("NIK_REGROUPED", "name_nik", `${row.text("name")} | ${nik}`)
  else if (at === columns.get("nik_boxes")) row.note("NIK_REGROUPED", "nik_boxes", nik)
}

/** The number of the family card; asked where it stands in the column of the NIK. */
function kkOf(row: ReadingRow, nik: Nik | null, birth: LocalDate | null): string | null {
  const cell = row.cell("kk")
  const written = (cell?.text ?? "").trim()
  if (cell === undefined || row.broken("kk") || NO_CARD.test(written)) return null
  const digits = digitsOf(written)
  const swapped = nik !== null && standSwapped(row, nik, { kk: digits, birth })
  if (swapped) row.note("NIK_KK_SWAPPED", "nik")
  const kk = readKk(written, cell.kind)
  // A NIK in both columns is no number of a card.
  if (!swapped && (kk === null || kk === nik)) row.note("KK_INVALID", "kk")
  return kk === nik ? null : kk
}

const NO_CARD = /^[-–.\s]*$/

export function nameOf(row: ReadingRow): Pick<Identity, "name" | "alias"> {
  const written = row.text("name")
  const reading = readName(written)
  if (!row.broken("name")) for (const code of reading.codes) row.note(code, "name", reading.name)
  if (isDeceasedTitle(written)) row.note("NOTE_STATUS", "name")
  return { name: reading.name, alias: reading.alias }
}

interface Birth {
  readonly field: Field
  readonly written: string
  readonly place: string
  readonly reading: DateReading
}

function birthOf(row: ReadingRow, nik: Nik | null): Birth {
  const { context, note } = row
  const written = writtenBirth(row)
  const { field, place } = written
  const said = field === "birth_day" ? written.date : (row.cell(field)?.text ?? "").trim()
  const nothing = { date: null, shape: "", codes: [] }
  if (row.broken(field)) return { field, written: said, place: "", reading: nothing }
  const { date1904, on, dateOrder: order } = context
  const reading = readBirthDate(written.date, { date1904, on, nik, kind: written.kind, order })
  if (context.columns.has(field))
    for (const code of reading.codes)
      note(code, field, reading.date ?? proposedBirth(code, nik, on))
  if (nik !== null && reading.date !== null && differsFromNik(nik, reading.date, on))
    note("DOB_NIK_MISMATCH", field, reading.date)
  return { field, written: said, place, reading }
}

/** Where nothing is written, the date inside the NIK is a proposal. */
function proposedBirth(code: FindingCode, nik: Nik | null, on: LocalDate): string {
  return code === "DOB_MISSING" && nik !== null ? (birthDateFromNik(nik, on) ?? "") : ""
}

interface WrittenBirth {
  readonly field: Field
  readonly place: string
  readonly date: string
  readonly kind: CellKind
}

/** Date of birth in a column of its own, in one with the place, or in three. */
function writtenBirth(row: ReadingRow): WrittenBirth {
  const { columns } = row.context
  const place = row.text("birth_place").trim()
  if (columns.has("birth_day")) {
    const parts = [row.text("birth_day"), row.text("birth_month"), row.text("birth_year")]
    const date = parts.every((part) => part.trim() === "") ? "" : parts.join("-")
    return { field: "birth_day", place, date, kind: "text" }
  }
  const field = columns.has("birth_date") ? "birth_date" : "birth_place_date"
  const [date, kind] = [row.text(field), row.cell(field)?.kind ?? "text"]
  if (field === "birth_date" || kind === "date") return { field, place, date, kind }
  return { field, ...splitPlaceDate(date), kind }
}

/** A NIK whose middle is no date contradicts every date. */
function differsFromNik(nik: Nik, written: LocalDate, on: LocalDate): boolean {
  const parts = nikDateParts(nik)
  const inNik = birthDateFromNik(nik, on)
  if (parts === null || inNik === null) return true
  return inNik.slice(5) !== written.slice(5) || inNik.slice(2, 4) !== written.slice(2, 4)
}

/** The card number carries the birth date and the NIK does not: they changed places. */
function standSwapped(
  row: ReadingRow,
  nik: Nik,
  other: { readonly kk: string; readonly birth: LocalDate | null },
): boolean {
  const { kk, birth } = other
  if (!/^\d{16}$/.test(kk) || birth === null) return false
  // The card's number in both columns.
  if (kk === nik) return differsFromNik(nik, birth, row.context.on) && readKk(kk, "text") !== null
  const { on } = row.context
  return !differsFromNik(kk as Nik, birth, on) && differsFromNik(nik, birth, on)
}

function sexOf(row: ReadingRow, nik: Nik | null): "L" | "P" | null {
  const { columns } = row.context
  const written = columns.has("sex")
    ? readSex(row.cell("sex")?.text ?? "")
    : readTicks(row.text("sex_male"), row.text("sex_female"))
  const inNik = nik === null ? null : sexFromNik(nik)
  if (written !== null) {
    if (inNik !== null && inNik !== written) row.note("SEX_CONFLICT", "sex", written)
    return written
  }
  if (columns.has("sex") || columns.has("sex_male")) row.note("SEX_MISSING", "sex", inNik ?? "")
  return inNik
}

export function digitsOf(text: string): string {
  return text.replace(/[\s\u00a0.'’"-]/g, "")
}

// What a row says, field by field, so that two rows can be compared however their cells are stored.
import type { Field } from "../layout/field.ts"
import { movedFromName, type Columns } from "../layout/header-labels.ts"
import { BOXES } from "../values/nik-cells.ts"
import type { ReadSheet } from "../read-file.ts"
import type { IntakeRow } from "./row.ts"

/** A field of which two rows can say something different. */
export type SaidField =
  | "nik"
  | "kk"
  | "name"
  | "birth_place"
  | "birth_date"
  | "sex"
  | "area"
  | "address"
  | "rt"
  | "rw"
  | "mother_name"
  | "occupation"
  | "income"
  | "phone"
  | "remarks"
  | "struck"

interface SaidValue {
  readonly field: SaidField
  readonly label: string
  /** As read; empty where nothing could be read. */
  readonly value: (row: IntakeRow) => string
}

const SAID: readonly SaidValue[] = [
  { field: "nik", label: "NIK", value: numberOf },
  { field: "kk", label: "Nomor KK", value: (row) => row.kk ?? "" },
  { field: "name", label: "Nama", value: (row) => [row.name, row.alias].join("|") },
  { field: "birth_place", label: "Tempat lahir", value: (row) => row.birthPlace },
  { field: "birth_date", label: "Tanggal lahir", value: (row) => row.birthDate ?? "" },
  { field: "sex", label: "Jenis kelamin", value: (row) => row.sex ?? "" },
  { field: "area", label: "Kelurahan", value: (row) => row.areaCode ?? "" },
  { field: "address", label: "Alamat", value: (row) => row.address },
  { field: "rt", label: "RT", value: (row) => row.rt },
  { field: "rw", label: "RW", value: (row) => row.rw },
  { field: "mother_name", label: "Nama ibu kandung", value: (row) => row.motherName },
  { field: "occupation", label: "Pekerjaan", value: (row) => row.occupation },
  { field: "income", label: "Penghasilan", value: incomeOf },
  { field: "phone", label: "Telepon", value: (row) => row.phone },
  { field: "remarks", label: "Keterangan", value: (row) => row.remarks },
  { field: "struck", label: "Dicoret", value: (row) => (row.struck ? "ya" : "") },
]

/** Of an unreadable number the digits that are certain. */
function numberOf({ nik, nikPattern }: IntakeRow): string {
  return nik ?? nikPattern.replace(/\?+$/, "")
}

function incomeOf({ incomeLow, incomeHigh }: IntakeRow): string {
  return incomeLow === null ? "" : `${incomeLow}-${incomeHigh ?? ""}`
}

/** Fields that a list writes in another column than the one they are called by. */
const WRITTEN_IN: Readonly<Partial<Record<SaidField, readonly Field[]>>> = {
  birth_date: ["birth_date", "birth_place_date", "birth_day"],
  sex: ["sex", "sex_male", "sex_female"],
  rt: ["rt", "rt_rw"],
  rw: ["rw", "rt_rw"],
}

/** Where one field differs between two rows; texts as written. */
export interface FieldChange {
  readonly field: SaidField
  /** In Indonesian, for people. */
  readonly label: string
  readonly before: string
  readonly after: string
}

/** A row with what the columns of its sheet mean. */
export interface PlacedRow {
  readonly row: IntakeRow
  readonly sheet: ReadSheet | undefined
}

/** The fields in which two rows say something different; none where they say the same. */
export function changesBetween(earlier: PlacedRow, later: PlacedRow): FieldChange[] {
  const changes = SAID.flatMap(({ field, label, value }) => {
    const [before, after] = [writtenAs(earlier, field), writtenAs(later, field)]
    // The same text is the same word, though a cell's type or a merge above it was lost.
    if (before === after && !(field === "nik" && isRetyped(earlier.row, later.row))) return []
    if (after === "" && isComputed(earlier.row, field)) return []
    const [saidBefore, saidAfter] = [value(earlier.row) || before, value(later.row) || after]
    return foldSpace(saidBefore) === foldSpace(saidAfter) ? [] : [{ field, label, before, after }]
  })
  // A row that a filter hides says what it said; one that is shown again is proposed again.
  const isShown = earlier.row.hidden && !later.row.hidden
  const shown = { field: "struck", label: "Tersembunyi", before: "ya", after: "" } as const
  return isShown ? [...changes, shown] : changes
}

/** A number that Excel had cut stands as text now: whoever typed it vouches for its last digit. */
function isRetyped(earlier: IntakeRow, later: IntakeRow): boolean {
  return (earlier.nik === null) !== (later.nik === null)
}

/** Some programs save a formula without its result: that nothing stands there now says nothing. */
function isComputed({ findings }: IntakeRow, field: SaidField): boolean {
  return findings.some((finding) => finding.code === "FORMULA_CELL" && finding.field === field)
}

/** One text for all that a row says: rows that read alike have the same. */
export function readingKey({ row, sheet }: PlacedRow): string {
  return JSON.stringify(
    SAID.map(({ field, value }) => foldSpace(value(row) || writtenAs({ row, sheet }, field))),
  )
}

/** The texts of a row, its running number left out. */
export function contentKey({ row, sheet }: PlacedRow): string {
  const number = sheet?.columns.get("number")
  const texts = row.cells.map((text, column) => (column === number ? "" : text))
  return JSON.stringify(texts.slice(0, texts.findLastIndex((text) => text !== "") + 1))
}

/** The columns by which the row was read: where its cells moved, one further from the name on. */
export function columnsAsRead(row: IntakeRow, columns: Columns): Columns {
  const isShifted = row.findings.some((finding) => finding.code === "ROW_SHIFTED")
  return isShifted ? movedFromName(columns) : columns
}

function writtenAs({ row, sheet }: PlacedRow, field: SaidField): string {
  if (field === "struck") return row.struck ? "ya" : ""
  if (sheet === undefined) return ""
  const columns = columnsAsRead(row, sheet.columns)
  const fields: readonly Field[] = WRITTEN_IN[field] ?? [field]
  const boxes = field === "nik" ? columns.get("nik_boxes") : undefined
  if (boxes !== undefined) return row.cells.slice(boxes, boxes + BOXES).join("")
  const texts = fields.map((name) => row.cells[columns.get(name) ?? -1] ?? "")
  return foldSpace(texts.filter((text) => text !== "").join(" "))
}

function foldSpace(text: string): string {
  return text.replace(/\s+/g, " ").trim()
}

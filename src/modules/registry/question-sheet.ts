import { sha256Hex } from "../../kernel/id.ts"
import { formatDateId } from "../../kernel/local-date.ts"
import type {
  CellInput,
  ColumnKind,
  SheetSpec,
  WorkbookSpec,
} from "../../platform/spreadsheet/sheet-spec.ts"
import type { PolicyPack } from "../law/index.ts"
import type { QuestionInput } from "./question-input.ts"
import { askingOffice, coverLetter, type QuestionSheet } from "./question-letter.ts"
import type { RegisterKind } from "./register-kind.ts"
import { QUESTION_TEXT_ID as TEXT } from "./text.id.ts"

/** A file that goes out. A returned one is recognised by its hidden id: kind, dot, content hash. */
export interface QuestionWorkbook {
  /** File name. */
  readonly name: string
  /** The office that is asked, by name. */
  readonly to: string
  /** Lines to answer. */
  readonly count: number
  readonly spec: WorkbookSpec
}

export interface QuestionColumn<T> {
  readonly header: string
  readonly width: number
  readonly kind?: ColumnKind
  /** What stands there already; a column without it is for the answer. */
  readonly value?: (entry: T) => CellInput
  readonly choices?: readonly string[]
}

export interface QuestionTable<T> {
  readonly name: string
  /** Name of the office as its letters have it. */
  readonly to: string
  readonly subject: string
  readonly fill: string
  readonly entries: readonly T[]
  readonly columns: readonly QuestionColumn<T>[]
}

/** One sheet with running numbers; null where there is nothing to ask. */
export function questionSheet<T>(
  input: QuestionInput,
  table: QuestionTable<T>,
): QuestionSheet | null {
  if (table.entries.length === 0) return null
  const columns = [{ header: TEXT.headers.number, width: 6, kind: "number" as const }]
  const sheet: SheetSpec = {
    name: table.name,
    titleLines: [
      table.subject,
      `${TEXT.to}: ${table.to}`,
      `${TEXT.from}: ${askingOffice(input)}`,
      `${TEXT.on}: ${formatDateId(input.asOf)}`,
      `${TEXT.fill}: ${table.fill}`,
    ],
    columns: [
      ...columns,
      ...table.columns.map(({ header, width, kind = "text" }) => ({ header, width, kind })),
    ],
    rows: table.entries.map((entry, index) => [
      index + 1,
      ...table.columns.map((column) => column.value?.(entry) ?? null),
    ]),
    choices: table.columns.flatMap(({ choices }, index) =>
      choices === undefined ? [] : [{ column: index + 1, values: choices }],
    ),
    // What waits for an answer is easier to find when it is coloured.
    cellFill: (_, column) =>
      column > 0 && table.columns[column - 1]?.value === undefined ? "warning" : undefined,
    orientation: "landscape",
  }
  return { to: table.to, subject: table.subject, fill: table.fill, sheet }
}

/** A workbook of the sheets that ask something, its letter first; none where no sheet does. */
export function questionWorkbook(
  input: QuestionInput,
  { kind, name }: { readonly kind: RegisterKind; readonly name: string },
  sheets: readonly (QuestionSheet | null)[],
): QuestionWorkbook[] {
  const addressed = sheets.filter((sheet) => sheet !== null)
  const asking = addressed.map(({ sheet }) => sheet)
  const [first] = asking
  const [to] = addressed.map((sheet) => sheet.to)
  if (first === undefined || to === undefined) return []
  const content = JSON.stringify(
    asking.map((sheet) => [sheet.titleLines, sheet.columns, sheet.rows]),
  )
  const meta = { title: first.titleLines?.[0] ?? name, hiddenId: `${kind}.${sha256Hex(content)}` }
  const count = asking.reduce((sum, sheet) => sum + sheet.rows.length, 0)
  const spec = { sheets: [coverLetter(input, addressed), ...asking], meta }
  return [{ name: `${name}.xlsx`, to, count, spec }]
}

/** The office that has a task on the day of asking, by name; else the words given. */
export function officeWithTask(
  { pack, asOf }: { readonly pack: PolicyPack; readonly asOf: string },
  task: string,
  otherwise: string,
): string {
  const office = pack.offices.find(
    ({ tasks, from, to }) => tasks.includes(task) && from <= asOf && (to === null || asOf <= to),
  )
  return office?.name ?? otherwise
}

export function areaNames(pack: PolicyPack): ReadonlyMap<string, string> {
  return new Map(pack.areas.map((area) => [area.code, area.name]))
}

/** "Kelurahan Gunung Sari" → "kelurahan-gunung-sari". */
export function fileSlug(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
}

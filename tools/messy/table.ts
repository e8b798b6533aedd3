import type { Random } from "../example-random.ts"
import type { Column } from "./columns.ts"
import { shownText, type Cell, type Grid } from "./grid.ts"
import { drawHeader, type HeaderStyle } from "./header.ts"
import type { RowKey, Says, TableKey } from "./key.ts"
import type { Worker } from "./people.ts"
import type { DraftSays, DraftValue, Written } from "./writing.ts"

/** Where the next row goes, and what was already said about the sheet. */
export interface SheetDraft {
  readonly grid: Grid
  readonly tables: TableKey[]
  readonly people: RowKey[]
  readonly nobody: Set<number>
}

export interface TablePlan {
  readonly random: Random
  readonly columns: readonly Column[]
  readonly header: HeaderStyle
  readonly left: number
  /** What stands in no column but is told by letterhead, sheet or section. */
  readonly told: (worker: Worker) => DraftSays
}

export function sheetDraft(grid: Grid): SheetDraft {
  return { grid, tables: [], people: [], nobody: new Set() }
}

export function put(grid: Grid, row: number, column: number, cell: Cell): void {
  while (grid.rows.length <= row) grid.rows.push({ cells: [] })
  const { cells } = grid.rows[row]!
  while (cells.length <= column) cells.push(null)
  cells[column] = cell
}

/** A row of one text that tells of nobody. */
export function putText(draft: SheetDraft, row: number, column: number, text: string): void {
  put(draft.grid, row, column, text)
  if (text !== "" && draft.tables.length > 0) draft.nobody.add(row + 1)
}

/** Writes a header at `top` and says which row comes next. */
export function putHeader(draft: SheetDraft, plan: TablePlan, top: number): number {
  const { columns, header, left } = plan
  const drawn = drawHeader(columns, header)
  for (const [at, cells] of drawn.rows.entries())
    for (const [column, cell] of cells.entries()) put(draft.grid, top + at, left + column, cell)
  for (const merge of drawn.merges)
    draft.grid.merges.push({
      top: merge.top + top,
      bottom: merge.bottom + top,
      left: merge.left + left,
      right: merge.right + left,
    })
  let next = top + drawn.rows.length
  const headerRows = drawn.rows.map((_, at) => top + at + 1)
  draft.tables.push(tableKey(columns, drawn.labels, left, headerRows))
  if (header.numbered !== "") {
    for (const [at] of columns.entries())
      put(draft.grid, next, left + at, numbering(header.numbered, at))
    draft.nobody.add(next + 1)
    next++
  }
  return next
}

function numbering(style: HeaderStyle["numbered"], at: number): Cell {
  if (style === "a") return String.fromCharCode(97 + at)
  return style === "1" ? { kind: "number", digits: String(at + 1) } : `(${at + 1})`
}

function tableKey(
  columns: readonly Column[],
  labels: readonly string[],
  left: number,
  headerRows: readonly number[],
): TableKey {
  const fields = columns.map(({ field }, at) => [field, left + at] as const)
  const asked = fields.filter(([field]) => field !== "other" && field !== "spacer")
  return {
    headerRows,
    columns: Object.fromEntries(asked),
    others: fields.filter(([field]) => field === "other").map(([, column]) => column),
    labels: Object.fromEntries(labels.map((label, at) => [String(left + at), label])),
  }
}

/** Writes one row for each worker, in the columns of the last header. */
export function putPeople(
  draft: SheetDraft,
  plan: TablePlan,
  top: number,
  workers: readonly Worker[],
): number {
  const table = draft.tables.length - 1
  for (const [index, worker] of workers.entries()) {
    const { written, key } = personKey(plan, { worker, index, workers })
    for (const [at, { cell }] of written.entries())
      put(draft.grid, top + index, plan.left + at, cell)
    draft.people.push({ ...key, row: top + index + 1, table })
  }
  return top + workers.length
}

/** The cells of one person, and what they say. */
export function personKey(
  { random, told, columns }: Pick<TablePlan, "random" | "told" | "columns">,
  turn: {
    readonly worker: Worker
    readonly index: number
    readonly workers: readonly Worker[]
  },
): { readonly written: readonly Written[]; readonly key: RowKey } {
  const { worker, index, workers } = turn
  const above = {
    random,
    index,
    previous: workers[index - 1] ?? null,
    first: index === 0 ? null : (workers[0] ?? null),
  }
  const written = columns.map((column) => column.write(worker, above))
  const texts = written.map(({ cell }) => shownText(cell))
  const says = written.map((cell) => cell.says)
  const values = settle(says, told(worker), worker)
  const key = { row: 0, table: 0, marks: marksOf(columns, texts), hidden: false, values }
  return { written, key }
}

/** Name and NIK as written find a row again, whatever the reader made of it. */
function marksOf(columns: readonly Column[], texts: readonly string[]): string[] {
  const telling = new Set(["name", "name_first", "nik", "kk", "address", "phone"])
  return texts.filter((text, at) => telling.has(columns[at]?.field ?? "") && text.trim() !== "")
}

/** Joins what the cells of a row say; what only the NIK settles is open where the NIK is not sure. */
function settle(written: readonly DraftSays[], told: DraftSays, worker: Worker): Says {
  const drafts = written.flatMap((says) => Object.entries(says) as [keyof Says, DraftValue][])
  const asides = drafts.filter(([, draft]) => draft.aside)
  const own = drafts.filter(([, draft]) => !draft.aside)
  // A column of its own outweighs an address, and both what letterhead or section say.
  const joined: DraftSays = {
    ...told,
    ...Object.fromEntries(asides),
    ...Object.fromEntries(own),
  }
  const nik = joined.nik?.expect
  const absent = { truth: worker.sex, expect: nik === "written" ? "written" : "open" } as const
  joined.sex ??= { ...absent, by: "no column" }
  // A wrong NIK tells a wrong sex; where the cell says none, nobody can see that.
  if (nik === "written" && joined.sex.expect === "open") joined.sex = { ...joined.sex, ...absent }
  joined.birth_date ??= { truth: worker.birthOn, expect: "open", by: "no column" }
  const values: Says = {}
  for (const [field, draft] of Object.entries(joined) as [keyof Says, DraftValue][]) {
    const { withoutNik, aside: _, ...value } = draft
    const expect = nik === "certain" ? value.expect : (withoutNik ?? value.expect)
    values[field] = { ...value, expect }
  }
  return values
}

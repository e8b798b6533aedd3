import type { Random } from "../example-random.ts"
import type { Column } from "./columns.ts"
import { newGrid, shownText, type Cell } from "./grid.ts"
import { drawHeader, type HeaderStyle } from "./header.ts"
import { UNKNOWN_ROW } from "./key.ts"
import type { Worker } from "./people.ts"
import { putLetterhead, type Letterhead } from "./surroundings.ts"
import { copiedText } from "./write-text.ts"
import { personKey, put, putText, sheetDraft } from "./table.ts"
import type { SheetDraft, TablePlan } from "./table.ts"
import type { DraftSays } from "./writing.ts"

/** What a form needs of the clerk who prints it. */
export interface FormClerk {
  readonly random: Random
  readonly columns: readonly Column[]
  readonly header: HeaderStyle
  readonly letterhead: Letterhead
  readonly byOffice: (worker: Worker) => DraftSays
  readonly plan: (told: (worker: Worker) => DraftSays) => TablePlan
  readonly workers: (count: number) => Worker[]
}

/** Where a form has its label and its value. */
type Line = (label: string, value: Cell, number: number) => Cell[]

const LINES: readonly Line[] = [
  (label, value) => [label, ":", value],
  (label, value) => [label, value],
  (label, value) => [`${label} :`, value],
  (label, value, number) => [`${number}.`, label, ":", value],
  (label, value) => [`${label} : ${copiedText(value)}`],
]

/** What asks about somebody else, below the worker's own lines. */
const HEIRS: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  [
    "DATA AHLI WARIS",
    [
      ["Nama", "SITI CONTOH"],
      ["Hubungan", "Anak"],
    ],
  ],
  [
    "Ahli Waris",
    [
      ["Nama Lengkap", "JAMAL CONTOH"],
      ["Hubungan Keluarga", "Istri"],
      ["No. HP", "089900007777"],
    ],
  ],
]

interface FormStyle {
  readonly line: Line
  readonly labels: readonly string[]
  readonly columns: readonly Column[]
  readonly heirs: (typeof HEIRS)[number] | null
  readonly isSigned: boolean
  /** Typed by hand: what is not known has no line. */
  readonly omits: boolean
  readonly gap: number
}

/** A form has one label a line: neither numbered columns nor headings over them. */
const PLAIN: Pick<HeaderStyle, "depth" | "numbered" | "bare"> = {
  depth: 1,
  numbered: "",
  bare: () => -1,
}

function formStyle(clerk: FormClerk): FormStyle {
  const { random } = clerk
  const columns = clerk.columns.filter(({ field }) => field !== "number" && field !== "spacer")
  const { labels } = drawHeader(columns, { ...clerk.header, ...PLAIN })
  const gap = random.pick([0, 1, 2])
  return {
    gap,
    omits: gap > 0 && random.chance(0.3),
    columns,
    labels: labels.map((label) =>
      label
        .replace(/\s+/g, " ")
        .replace(/\s*:\s*$/, "")
        .trim(),
    ),
    line: random.pick(LINES),
    heirs: random.chance(0.3) ? random.pick(HEIRS) : null,
    isSigned: random.chance(0.3),
  }
}

/** One form below the other. */
export function formBlocks(clerk: FormClerk): SheetDraft[] {
  const { random } = clerk
  const draft = sheetDraft(newGrid(random.pick(["Form", "Formulir", "Sheet1"])))
  const style = formStyle(clerk)
  let row = putLetterhead(draft, random, clerk.letterhead)
  draft.tables.push(NO_TABLE)
  const plan = clerk.plan(clerk.byOffice)
  const workers = clerk.workers(random.int(2, 9))
  for (const [index, worker] of workers.entries()) {
    row = putForm(draft, { plan, style, row }, { worker, index, workers })
    row += style.gap
  }
  return [draft]
}

/** A sheet for every person, as some offices print their forms. */
export function formSheets(clerk: FormClerk): SheetDraft[] {
  const { random } = clerk
  const style = formStyle(clerk)
  const plan = clerk.plan(clerk.byOffice)
  const workers = clerk.workers(random.int(2, 6))
  const hasHead = random.chance(0.5)
  return workers.map((worker, index) => {
    const draft = sheetDraft(newGrid(`${index + 1}`))
    const row = hasHead ? putLetterhead(draft, random, clerk.letterhead) : 0
    draft.tables.push(NO_TABLE)
    putForm(draft, { plan, style, row }, { worker, index, workers })
    return draft
  })
}

/** A list that lies on its side: labels in the first column, a person in each of the others. */
export function sideways(clerk: FormClerk): SheetDraft[] {
  const { random } = clerk
  const draft = sheetDraft(newGrid("Data"))
  const style = formStyle(clerk)
  const top = putLetterhead(draft, random, clerk.letterhead)
  draft.tables.push(NO_TABLE)
  const plan = clerk.plan(clerk.byOffice)
  const workers = clerk.workers(random.int(3, 9))
  for (const [at, label] of style.labels.entries()) put(draft.grid, top + at, 0, label)
  for (const [index, worker] of workers.entries()) {
    const { written, key } = personKey(
      { ...plan, columns: style.columns },
      { worker, index, workers },
    )
    for (const [at, { cell }] of written.entries()) put(draft.grid, top + at, index + 1, cell)
    draft.people.push({ ...key, row: UNKNOWN_ROW })
  }
  return [draft]
}

const NO_TABLE = { headerRows: [], columns: {}, others: [], labels: {} }

interface Place {
  readonly plan: TablePlan
  readonly style: FormStyle
  readonly row: number
}

interface Turn {
  readonly worker: Worker
  readonly index: number
  readonly workers: readonly Worker[]
}

/** Writes one form and says which row comes next. */
function putForm(draft: SheetDraft, { plan, style, row }: Place, turn: Turn): number {
  const { written, key } = personKey({ ...plan, columns: style.columns }, turn)
  let next = row
  const putLine = (cells: readonly Cell[]): void => {
    for (const [column, cell] of cells.entries()) put(draft.grid, next, column, cell)
    next++
  }
  for (const [at, { cell }] of written.entries()) {
    const isLeftOut = style.omits && at > 0 && shownText(cell).trim() === ""
    if (!isLeftOut) putLine(style.line(style.labels[at] ?? "", cell, at + 1))
  }
  if (style.heirs !== null) {
    const [heading, lines] = style.heirs
    putText(draft, next++, 0, heading)
    for (const [at, [label, value]] of lines.entries()) putLine(style.line(label, value, at + 1))
  }
  if (style.isSigned) for (const text of signature(plan.random)) putText(draft, next++, 0, text)
  draft.people.push({ ...key, row: UNKNOWN_ROW })
  return next
}

function signature(random: Random): string[] {
  return [`Balikpapan, ${random.int(1, 28)} September 2025`, "Pemohon,", "(...................)"]
}

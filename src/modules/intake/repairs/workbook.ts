// The lists that go back: each its sender's own file, with what is wrong in it said beside it.
import type { SheetPatch, WorkbookPatch } from "../../../platform/spreadsheet/patch/workbook.ts"
import type { RawSheet, Workbook } from "../../../platform/spreadsheet/workbook.ts"
import type { IntakeBatch, IntakeFile } from "../batch.ts"
import type { Finding, FindingCode } from "../findings/finding.ts"
import { repairLetter, type LetterHead } from "./letter.ts"
import { repairLine } from "./line.ts"
import { findingsForSender, isQuestion } from "./question.ts"
import { repairId } from "../sendings/returned-file.ts"
import type { ReadSheet } from "../read-file.ts"
import type { IntakeRow } from "../rows/row.ts"
import { shownSheets } from "../layout/shown-sheets.ts"

export interface RepairWorkbook {
  /** Path below the output folder without its ending: "perbaikan/<office file>". */
  readonly name: string
  /** Name of the list as received, whose bytes are marked. */
  readonly file: string
  /** The sender whose list it is. */
  readonly to: string
  /** Rows to repair. */
  readonly count: number
  readonly patch: WorkbookPatch
  /** The sheets to mark where the file's kind cannot be: every cell as the text that people read. */
  readonly asText: (workbook: Workbook) => RawSheet[]
  /** The rows that stand, by id, with what is asked about each. */
  readonly asked: readonly { readonly rowId: string; readonly codes: readonly FindingCode[] }[]
  /** What to write to the sender beside the file. */
  readonly letter: (head: LetterHead) => string
}

/** Whether a question about a row was answered otherwise, so that its sender is not asked again. */
export type IsAnswered = (row: IntakeRow, finding: Finding) => boolean

/**
 * For each file with rows that a human at the sender's must answer, the marks to put into it. A row
 * that came back unchanged is asked about in the file that came back last, so that its sender has
 * one list to work on. The same batch gives the same marks.
 */
export function repairWorkbooks(
  batch: IntakeBatch,
  isAnswered: IsAnswered = () => false,
): RepairWorkbook[] {
  const places = placesOf(batch)
  const names = new Set<string>()
  return batch.files.flatMap((file) => {
    const own = places.get(file.name) ?? []
    const told = own.map((place) => ({
      ...place,
      told: place.isLast ? openFindings(place.standing, isAnswered) : [],
    }))
    const count = told.filter((place) => place.told.some(({ code }) => isQuestion(code))).length
    return count === 0 ? [] : [repairWorkbook(file, { rows: told, count }, names)]
  })
}

/** A line of a list, and the row that stands for its person now. */
interface RowPlace {
  /** Where the line stands. */
  readonly at: IntakeRow
  readonly standing: IntakeRow
  /** Id of the first row that told of this person: by it the line is known when it comes back. */
  readonly id: string
  /** The line is the latest one that says what the standing row says. */
  readonly isLast: boolean
}

function placesOf({ rows, predecessor, firstOf }: IntakeBatch): Map<string, RowPlace[]> {
  const byId = new Map(rows.map((row) => [row.rowId, row]))
  const last = new Map<string, IntakeRow>()
  const people = rows.filter((row) => row.kind === "person")
  const standingFor = (row: IntakeRow): IntakeRow => {
    const isUnchanged = row.findings.some(({ code }) => code === "ROW_UNCHANGED")
    const before = isUnchanged ? byId.get(predecessor.get(row.rowId) ?? "") : undefined
    return before ?? row
  }
  for (const row of people) last.set(standingFor(row).rowId, row)
  const places = new Map<string, RowPlace[]>()
  for (const row of people) {
    const standing = standingFor(row)
    const isLast = last.get(standing.rowId) === row
    const place = { at: row, standing, id: firstOf(row.rowId), isLast }
    const own = places.get(row.file)
    if (own === undefined) places.set(row.file, [place])
    else own.push(place)
  }
  return places
}

type ToldPlace = RowPlace & { readonly told: readonly Finding[] }

function repairWorkbook(
  file: IntakeFile,
  { rows, count }: { readonly rows: readonly ToldPlace[]; readonly count: number },
  names: Set<string>,
): RepairWorkbook {
  const sheets = file.sheets.flatMap((sheet) => {
    const own = rows.filter(({ at }) => at.sheet === sheet.name)
    return own.length === 0 ? [] : [sheetPatch(file, sheet, own)]
  })
  const asked = rows.filter(({ told }) => told.some(({ code }) => isQuestion(code)))
  return {
    name: workbookName(file.name, names),
    file: file.name,
    to: file.sender.name,
    count,
    patch: { sheets, hiddenId: repairId(file.sha256) },
    asText: shownSheets,
    asked: asked.map(({ standing, told }) => ({
      rowId: standing.rowId,
      codes: told.map(({ code }) => code).filter(isQuestion),
    })),
    letter: (head) =>
      repairLetter(head, {
        file: file.name,
        to: file.sender.kind === "unknown" ? "" : file.sender.name,
        hasRemarks: file.sheets.some(({ columns }) => columns.has("remarks")),
        rows: asked.map(({ at, told }) => ({ sheet: at.sheet, row: at.row, told })),
      }),
  }
}

/** Every row has its id, so that all are known again however the sheet is sorted. */
function sheetPatch(file: IntakeFile, sheet: ReadSheet, rows: readonly ToldPlace[]): SheetPatch {
  const lines = rows.map(({ at, standing, told, id }) => {
    // The faults of the row that stands, at the place where its sender finds it.
    const shown = { ...standing, file: at.file, sheet: at.sheet, row: at.row, cells: at.cells }
    return { row: at.row, id, ...repairLine(shown, sheet, told) }
  })
  return {
    name: sheet.name,
    headerRow: file.headerRows.get(sheet.name) ?? null,
    marks: lines.flatMap(({ marks }) => marks),
    notes: lines.map(({ row, id, faults }) => ({ row, id, text: faults })),
  }
}

/** Nothing is said about a row without a question, and about one that counts no longer. */
function openFindings(standing: IntakeRow, isAnswered: IsAnswered): Finding[] {
  if (standing.outcome === "ignored") return []
  const open = standing.findings.filter((finding) => !isAnswered(standing, finding))
  return open.some(({ code }) => isQuestion(code)) ? findingsForSender(open) : []
}

/** Two lists that differ only in their ending keep it. */
function workbookName(file: string, names: Set<string>): string {
  const bare = `perbaikan/${file.replace(/\.[a-z0-9]+$/i, "")}`
  const name = names.has(bare.toLowerCase()) ? `perbaikan/${file}` : bare
  names.add(name.toLowerCase())
  return name
}

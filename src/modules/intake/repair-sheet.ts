import { sha256Hex } from "../../kernel/id.ts"
import type { SheetColumn, SheetSpec, WorkbookSpec } from "../../platform/spreadsheet/sheet-spec.ts"
import type { IntakeBatch, IntakeFile } from "./batch.ts"
import { repairGuide } from "./repair-guide.ts"
import { repairLine, type RepairLine } from "./repair-line.ts"
import { needsSender } from "./repair-question.ts"
import type { ReadSheet } from "./read-file.ts"
import type { IntakeRow } from "./row.ts"

export interface RepairWorkbook {
  /** Path below the output folder: "perbaikan/<office file>.xlsx". */
  readonly name: string
  /** The sender whose list it is. */
  readonly to: string
  /** Rows to repair. */
  readonly count: number
  readonly spec: WorkbookSpec
}

/**
 * For each file with rows that a human at the sender's must answer, those rows as the sender wrote
 * them, the doubtful cells coloured and every fault explained. The same batch gives the same books.
 */
export function repairWorkbooks(batch: IntakeBatch): RepairWorkbook[] {
  const rowsOf = new Map<string, IntakeRow[]>()
  for (const row of batch.rows) {
    if (row.outcome === "ignored" || !needsSender(row)) continue
    const rows = rowsOf.get(row.file)
    if (rows === undefined) rowsOf.set(row.file, [row])
    else rows.push(row)
  }
  const names = new Set<string>()
  return batch.files.flatMap((file) => {
    const rows = rowsOf.get(file.name) ?? []
    return rows.length === 0 ? [] : [repairWorkbook(file, rows, names)]
  })
}

function repairWorkbook(
  file: IntakeFile,
  rows: readonly IntakeRow[],
  names: Set<string>,
): RepairWorkbook {
  const tables = file.sheets.flatMap((sheet) => {
    const own = rows.filter((row) => row.sheet === sheet.name)
    return own.length === 0 ? [] : [repairTable(file, sheet, own)]
  })
  const sheets = [repairGuide(file, rows.length), ...tables]
  const content = JSON.stringify([file.sha256, sheets.map((sheet) => sheet.rows)])
  const title = `Perbaikan ${file.name}`
  return {
    name: workbookName(file.name, names),
    to: file.sender.name,
    count: rows.length,
    spec: { sheets, meta: { title, hiddenId: sha256Hex(content) } },
  }
}

/** Two lists that differ only in their ending keep it. */
function workbookName(file: string, names: Set<string>): string {
  const bare = `perbaikan/${file.replace(/\.[a-z0-9]+$/i, "")}.xlsx`
  const name = names.has(bare.toLowerCase()) ? `perbaikan/${file}.xlsx` : bare
  names.add(name.toLowerCase())
  return name
}

const ROW_COLUMN: SheetColumn = { header: "Baris asli", width: 7, kind: "number" }
const FAULT_COLUMN: SheetColumn = {
  header: "Kesalahan dan cara memperbaikinya",
  width: 64,
  kind: "text",
}
const WIDTH_MIN = 6
const WIDTH_MAX = 28

function repairTable(file: IntakeFile, sheet: ReadSheet, rows: readonly IntakeRow[]): SheetSpec {
  const width = 1 + Math.max(...sheet.labels.keys(), ...rows.map((row) => row.cells.length - 1))
  const lines = rows.map((row) => repairLine(row, sheet, width))
  const columns = Array.from({ length: width }, (_, column) => ({
    header: sheet.labels.get(column) ?? "",
    width: columnWidth(sheet.labels.get(column) ?? "", column, lines),
    kind: "text" as const,
  }))
  return {
    name: sheet.name === "" ? "Perbaikan" : sheet.name,
    titleLines: [`Perbaikan daftar ${file.sender.name}`, sourceLine(file, sheet)],
    columns: [ROW_COLUMN, ...columns, FAULT_COLUMN],
    rows: lines.map((line) => [line.number, ...line.texts, line.faults]),
    cellFill: (row, column) => lines[row]?.fills.get(column - 1),
    orientation: "landscape",
  }
}

function sourceLine(file: IntakeFile, sheet: ReadSheet): string {
  const from = sheet.name === "" ? "" : `, lembar "${sheet.name}"`
  return `Asal: berkas "${file.name}"${from}. Perbaiki sel yang berwarna, jangan menghapus kolom.`
}

function columnWidth(label: string, column: number, lines: readonly RepairLine[]): number {
  const longest = lines.reduce(
    (most, line) => Math.max(most, line.texts[column]?.length ?? 0),
    Math.ceil(label.length / 2),
  )
  return Math.min(WIDTH_MAX, Math.max(WIDTH_MIN, longest + 2))
}

// Lists of a run that are too large for the reader of files: their columns are read in this process.
import { ok } from "../kernel/result.ts"
import { readLargeCsv, type IntakeTables, type ReceivedFile } from "../modules/intake/index.ts"
import { readReceived } from "../platform/spreadsheet/create-reader.ts"
import { openCsv } from "../platform/spreadsheet/csv/open.ts"
import { RowPeeker } from "../platform/spreadsheet/csv/source.ts"
import type { RawRow, Workbook } from "../platform/spreadsheet/workbook.ts"
import type { CycleFolder } from "./cycle.ts"

export interface LargeList {
  readonly name: string
  readonly sha256: string
  readonly path: string
}

/** The same folder with its large lists among the others. */
export async function withLargeLists(
  folder: CycleFolder,
  large: readonly LargeList[],
  tables: IntakeTables,
): Promise<CycleFolder> {
  if (large.length === 0) return folder
  const lists = [...folder.lists]
  for (const list of large) lists.push(await readLarge(list, folder, tables))
  return { ...folder, lists: lists.sort((a, b) => (a.name < b.name ? -1 : 1)) }
}

/** What is no list, and what columns do not tell, is left to the reader of files and its bounds. */
async function readLarge(
  { name, sha256, path }: LargeList,
  { letters }: CycleFolder,
  tables: IntakeTables,
): Promise<ReceivedFile> {
  const sender = letters.find((letter) => letter.file === name)?.sender ?? ""
  const opened = await readLargeCsv(path, { name, sender }, tables)
  if (!opened.ok) return { name, sha256, workbook: await readReceived(path, name), savedOn: null }
  const { list, close } = opened.value
  try {
    const { findings, sheets } = list
    const read = { sender: list.sender, findings, sheets, rows: [...list.rows()] }
    return { name, sha256, workbook: ok(csvWorkbook(path, HEAD_ROWS)), savedOn: null, read }
  } finally {
    close()
  }
}

/** Letterhead and header stand among these. */
const HEAD_ROWS = 100

/** The rows of a csv as a spreadsheet would show them, or the first of them. */
export function csvWorkbook(path: string, most = Infinity): Workbook {
  const sheet = { name: "", hidden: false, date1904: false, merges: [], hiddenColumns: [] }
  const opened = openCsv(path)
  if (!opened.ok) return { format: "csv", sheets: [{ ...sheet, rows: [] }] }
  const { source, close } = opened.value
  try {
    const rows: RawRow[] = []
    for (const { raw } of new RowPeeker(source).rowsFrom(source.from))
      if (rows.push(raw) >= most) break
    const { encoding, delimiter } = source
    return { format: "csv", encoding, delimiter, sheets: [{ ...sheet, rows }] }
  } finally {
    close()
  }
}

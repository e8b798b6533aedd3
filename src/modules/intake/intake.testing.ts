import { localDate } from "../../kernel/local-date.ts"
import { assert } from "../../kernel/assert.ts"
import type { Merge, RawCell, RawSheet, Workbook } from "../../platform/spreadsheet/workbook.ts"
import { compileOccupations } from "./occupations/occupation.ts"
import { loadOccupationVocabulary } from "./occupations/occupation.load.ts"
import type { IntakeTables } from "./read-file.ts"
import { compileAreas } from "./values/area.ts"

const ON = localDate(2025, 11, 15)
assert(ON !== null, "the day of the tests is a date")

/** Tables of a small town for tests. */
export const TABLES: IntakeTables = {
  tenantId: 6471,
  on: ON,
  areas: compileAreas([
    { code: "64.71.01.1001", name: "Damai", aliases: [] },
    { code: "64.71.01.1002", name: "Damai Baru", aliases: [] },
    { code: "64.71.02.1001", name: "Sepinggan", aliases: [] },
  ]),
  offices: [
    { id: "dishub", name: "Dinas Perhubungan", aliases: ["Dishub"], sector: "ojek_pangkalan" },
    { id: "kelurahan", name: "Kelurahan", aliases: ["Kel", "Kelurahan"], sector: null },
    { id: "kecamatan", name: "Kecamatan", aliases: ["Kec"], sector: null },
    { id: "dp3", name: "Dinas Pangan, Pertanian dan Perikanan", aliases: ["DP3"], sector: null },
  ],
  occupations: compileOccupations(
    loadOccupationVocabulary(new URL("../../../law/national", import.meta.url).pathname),
  ),
}

/** A cell by its text, or with what a spreadsheet knows about it. */
export type CellText = string | Partial<RawCell>

export interface SheetExtras {
  readonly name?: string
  readonly hidden?: boolean
  readonly merges?: readonly Merge[]
  readonly hiddenRows?: readonly number[]
}

/** Rows of texts as a sheet; an empty text is no cell, an empty row no row. Rows count from 1. */
export function sheetOf(
  rows: readonly (readonly CellText[])[],
  extras: SheetExtras = {},
): RawSheet {
  const numbered = rows.map((cells, index) => ({
    number: index + 1,
    hidden: extras.hiddenRows?.includes(index + 1) ?? false,
    cells: cells.flatMap((cell, column) => cellOf(cell, column)),
  }))
  return {
    name: extras.name ?? "Data",
    hidden: extras.hidden ?? false,
    date1904: false,
    rows: numbered.filter((row) => row.cells.length > 0),
    merges: extras.merges ?? [],
    hiddenColumns: [],
  }
}

function cellOf(cell: CellText, column: number): RawCell[] {
  if (cell === "") return []
  const given = typeof cell === "string" ? { text: cell } : cell
  return [{ text: "", kind: "text", formula: false, struck: false, ...given, column }]
}

export function workbookOf(...sheets: readonly RawSheet[]): Workbook {
  return { format: "xlsx", sheets }
}

export const HEADER = [
  "No",
  "Nama",
  "NIK",
  "Tgl Lahir",
  "L/P",
  "Kelurahan",
  "Pekerjaan",
  "Hasil/bln",
]

/** A row below HEADER about an invented worker; serial 0 to 98. */
export function personRow(serial: number, change: Partial<Record<number, CellText>> = {}) {
  const day = String((serial % 28) + 1).padStart(2, "0")
  const row: CellText[] = [
    String(serial + 1),
    `PEKERJA ${"ABCDEFGHIJ"[serial % 10]}${"KLMNOPQRST"[Math.floor(serial / 10) % 10]}`,
    `647101${day}0880${String(9001 + serial)}`,
    `${day}-08-1980`,
    "L",
    "Damai",
    "tukang bangunan",
    { text: "1500000", kind: "number" },
  ]
  return row.map((cell, column) => change[column] ?? cell)
}

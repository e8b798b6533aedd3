import type { Random } from "../example-random.ts"
import type {
  CellKind,
  RawCell,
  RawRow,
  RawSheet,
  Workbook,
} from "../../src/platform/spreadsheet/workbook.ts"

/** Texts that meet in lists, in the wrong place. */
const TEXTS = [
  ...["", " ", "-", "NIK", "Nama", "Jumlah", "TOTAL", "RT 05", "No", "1", "(1)", "Mengetahui,"],
  ...["6471051205809001", "'6471051205809001", "6471051205809001 6471051205809002", "6471"],
  ...["647105120580900", "64710512058090011", "6,47105E+15", "0000000000000000", "1".repeat(16)],
  ...[
    "6471 0512 0580 9001",
    "٦٤٧١٠٥١٢٠٥٨٠٩٠٠١",
    "６４７１０５１２０５８０９００１",
    "6471051205809O01",
  ],
  ...["31/02/1980", "12/13/1980", "29-02-1981", "00-00-0000", "1/1/1", "99999", "1e999", "-29353"],
  ...["Balikpapan, 12-05-1980", "12 Mei 1980", "32 Mei 1980", "2999-01-01", "12/05/80 12/05/81"],
  ...[
    "Rp 1.500.000,-",
    "1,5 jt",
    "500rb - 1jt",
    "1jt - 500rb",
    "9".repeat(40),
    "-5",
    "NaN",
    "Infinity",
  ],
  ...["L", "P", "L/P", "Damai", "Kel. Damai", "0899-0000-1234", "+62", "0899", "#REF!", "=1+1"],
  ...[
    "\u202e1234\u202c",
    "\u200b",
    "\ufeff",
    "a\u0301".repeat(50),
    "\ud83d\ude4f",
    "\ud800",
    "x\0y",
  ],
  ...["a".repeat(5000), "( ".repeat(900), "1.".repeat(900), ", ".repeat(900), "\n".repeat(300)],
  ...["__proto__", "constructor", "toString", "null", "undefined", "[object Object]"],
]
const KINDS: readonly CellKind[] = ["text", "number", "date", "boolean", "error"]

/** A workbook as a reader might give it, with a few things not as anybody expects. */
export function mutateWorkbook(workbook: Workbook, random: Random): Workbook {
  const sheets = [...workbook.sheets]
  for (let change = random.int(1, 12); change > 0; change--) {
    const at = random.int(0, sheets.length - 1)
    const sheet = sheets[at]
    if (sheet !== undefined) sheets[at] = mutateSheet(sheet, random)
  }
  const [first] = sheets
  if (first !== undefined && random.chance(0.05)) sheets.push(first)
  return { ...workbook, sheets }
}

function mutateSheet(sheet: RawSheet, random: Random): RawSheet {
  const { rows } = sheet
  if (rows.length === 0) return sheet
  const at = random.int(0, rows.length - 1)
  const row = rows[at]!
  const other = random.pick(rows)
  const replaced = (by: RawRow): RawRow[] => rows.with(at, by)
  switch (random.int(0, 9)) {
    case 0:
      return { ...sheet, rows: rows.filter((_, index) => index !== at) }
    case 1:
      return renumbered(sheet, [...rows.slice(0, at), other, ...rows.slice(at)])
    case 2:
      return { ...sheet, rows: replaced({ ...row, hidden: !row.hidden }) }
    case 3:
      return { ...sheet, rows: replaced({ ...row, cells: other.cells }) }
    case 4:
      return { ...sheet, rows: replaced({ ...row, cells: shifted(row.cells, random) }) }
    case 5:
      return { ...sheet, merges: [...sheet.merges, mergeAt(row.number, random)] }
    case 6:
      return { ...sheet, name: random.pick([...TEXTS, "RT 07"]).slice(0, 31) }
    case 7:
      return { ...sheet, rows: swapColumn(rows, random) }
    default:
      return { ...sheet, rows: replaced({ ...row, cells: mutateCells(row.cells, random) }) }
  }
}

function renumbered(sheet: RawSheet, rows: readonly RawRow[]): RawSheet {
  return { ...sheet, rows: rows.map((row, index) => ({ ...row, number: index + 1 })) }
}

function shifted(cells: readonly RawCell[], random: Random): RawCell[] {
  const by = random.int(1, 3)
  return cells.map((cell) => ({ ...cell, column: cell.column + by }))
}

function mergeAt(top: number, random: Random) {
  const left = random.int(0, 6)
  return { top, bottom: top + random.int(0, 9), left, right: left + random.int(0, 3) }
}

/** Everything of one column says something else, as after a wrong paste. */
function swapColumn(rows: readonly RawRow[], random: Random): RawRow[] {
  const column = random.int(0, 9)
  const text = random.pick(TEXTS)
  return rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => (cell.column === column ? { ...cell, text } : cell)),
  }))
}

function mutateCells(cells: readonly RawCell[], random: Random): readonly RawCell[] {
  if (cells.length === 0) return cells
  const at = random.int(0, cells.length - 1)
  const cell = cells[at]!
  const changes: readonly Partial<RawCell>[] = [
    { text: random.pick(TEXTS) },
    { text: random.pick(TEXTS) },
    { text: random.pick(cells).text },
    { text: cell.text + random.pick(TEXTS) },
    { kind: random.pick(KINDS) },
    { formula: !cell.formula },
    { struck: !cell.struck },
  ]
  return cells.with(at, { ...cell, ...random.pick(changes) })
}

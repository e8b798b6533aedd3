import type { Random } from "../example-random.ts"
import { compilePdf } from "../../src/platform/documents/typst.ts"
import type { Grid } from "./grid.ts"
import { firstColumn, parts } from "./write-docx.ts"
import { copiedText } from "./write-text.ts"

const SOURCE = `#let given = json("input.json")
#set page(width: eval(given.width), height: 21cm, margin: 1cm)
#set text(size: 7pt)
#set table.cell(breakable: false)
#for line in given.above [#line \\ ]
#table(
  columns: given.columns,
  stroke: 0.4pt,
  ..given.cells.map(cell => table.cell(colspan: cell.across, rowspan: cell.down, cell.text)),
)
#for line in given.below [#line \\ ]
`

/** Emoji, ticks and full-width digits have no shape in the font that we print with. */
const UNPRINTABLE = /[\u0250-\u200f]|[\u2027-\uffff]/

export function isPrintable({ rows }: Grid): boolean {
  return rows.every(({ cells }) => cells.every((cell) => !UNPRINTABLE.test(copiedText(cell))))
}

interface PdfCell {
  readonly text: string
  readonly across: number
  readonly down: number
}

/** A list that was printed to a file: lines around its cells, long texts in several lines. */
export async function writePdf(grid: Grid, random: Random): Promise<Uint8Array> {
  const [above, table, below] = parts(grid)
  const left = firstColumn(grid)
  const rows = grid.rows.slice(table?.from ?? 0, table?.to ?? 0)
  const right = Math.max(left + 1, ...rows.map(({ cells }) => cells.length))
  const input = {
    width: random.pick(["60cm", "75cm"]),
    columns: right - left,
    above: textsOf(grid, above?.from ?? 0, above?.to ?? 0),
    cells: rows.flatMap((_, at) => cellsOf(grid, (table?.from ?? 0) + at, { left, right })),
    below: textsOf(grid, below?.from ?? 0, below?.to ?? 0),
  }
  return await compilePdf({ source: SOURCE, input, timestampSeconds: 0 })
}

function textsOf(grid: Grid, from: number, to: number): string[] {
  return grid.rows.slice(from, to).map(({ cells }) =>
    cells
      .map((cell) => copiedText(cell))
      .join("")
      .trim(),
  )
}

/** The cells that begin in a row; what a merge covers has none of its own. */
function cellsOf(grid: Grid, row: number, band: { left: number; right: number }): PdfCell[] {
  const cells: PdfCell[] = []
  for (let column = band.left; column < band.right; column++) {
    const merge = grid.merges.find(
      (one) => one.top <= row && row <= one.bottom && one.left <= column && column <= one.right,
    )
    if (merge !== undefined && (merge.top !== row || merge.left !== column)) continue
    const [across, down] =
      merge === undefined ? [1, 1] : [merge.right - merge.left + 1, merge.bottom - merge.top + 1]
    cells.push({ text: copiedText(grid.rows[row]?.cells[column]), across, down })
  }
  return cells
}

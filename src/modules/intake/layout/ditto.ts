// Marks that stand for the cell above, as people write them to save their hand.
import type { RawCell, RawRow } from "../../../platform/spreadsheet/workbook.ts"
import type { Field } from "./field.ts"
import type { Columns } from "./header-labels.ts"
import { shiftedColumns } from "../rows/shift.ts"

/** What neighbours in a list share. Who somebody is, and when born, is never taken from another. */
export const DITTO_FIELDS: readonly Field[] = [
  ...(["area", "district", "address", "rt", "rw", "rt_rw", "birth_place", "sex"] as const),
  ...(["occupation", "income", "income_high", "remarks"] as const),
]

const DITTO_MAX = 32
/** Two strokes, between dashes or not; one stroke alone may be a slip. */
const STROKES = /^[\s\-–—_~.]*(["“”„″〃]|''|’’|``|,,|\/\/){1,3}[\s\-–—_~.]*$/
const WORDS =
  /^[\s\-–—"]*(s\.? ?d\.? ?a\.?|idem|ditto|(sama|seperti|spt)( (dengan|dgn|yang|yg))?( di)? ?atas)[\s\-–—".]*$/i

/** Nothing but a mark for "as above"; a dash alone says that there is nothing. */
export function isDitto(text: string): boolean {
  return text.length <= DITTO_MAX && (STROKES.test(text) || WORDS.test(text))
}

/** Whether a mark for "as above" may begin here: "s.d.a.", "sama", "seperti", "spt", "id", "di". */
export function mayBeginDitto(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at] ?? 0
  const [first, second] = [byte | 0x20, (bytes[at + 1] ?? 0) | 0x20]
  if (first < 0x61 || first > 0x7a) return byte < 0x30 || byte > 0x39
  if (first === 0x73) return MARK_SECOND.includes(second)
  return (first === 0x69 && second === 0x64) || (first === 0x64 && second === 0x69)
}

/** d, a, e, p, a blank and a dot, each with the bit that makes letters small. */
const MARK_SECOND = [0x64, 0x61, 0x65, 0x70, 0x20, 0x2e]

interface RowsAbove {
  readonly columns: Columns
  /** A cell that a vertical merge fills from above. */
  readonly filled: (row: number, column: number) => RawCell | undefined
}

/** What the marks of a list stand for, found from the row above upwards. */
export class DittoAbove {
  private readonly personAt: (index: number) => RawRow | null
  /** What a column holds in the row that was asked last, so that a long run costs nothing. */
  private readonly last = new Map<number, { index: number; cell: RawCell | undefined }>()

  /** `personAt`: the row at an index; null where no person stands there. */
  constructor(personAt: (index: number) => RawRow | null) {
    this.personAt = personAt
  }

  /** Undefined where the row above is no person's, is hidden or moved, or holds nothing. */
  above(index: number, column: number, place: RowsAbove): RawCell | undefined {
    const cell = this.find(index, column, place)
    this.last.set(column, { index, cell })
    return cell
  }

  private find(index: number, column: number, place: RowsAbove): RawCell | undefined {
    const last = this.last.get(column)
    for (let at = index - 1; at >= 0; at--) {
      const raw = this.personAt(at)
      if (raw === null || raw.hidden || hasMoved(raw, place.columns)) return undefined
      if (last?.index === at) return last.cell
      const own = raw.cells.find((cell) => cell.column === column)
      const cell = own ?? place.filled(raw.number, column)
      if (cell === undefined || cell.text.trim() === "") return undefined
      if (!isDitto(cell.text)) return cell
    }
    return undefined
  }
}

function hasMoved(raw: RawRow, columns: Columns): boolean {
  const cells = new Map(raw.cells.map((cell) => [cell.column, cell]))
  return shiftedColumns((column) => cells.get(column), columns) !== null
}

// Lines of a form: a label with what stands beside it.
import type { RawCell, RawRow } from "../../../platform/spreadsheet/workbook.ts"
import { foldHeader, readLabel, type Field } from "./field.ts"

export interface FormLine {
  readonly row: RawRow
  readonly label: string
  /** The label as it is compared with others. */
  readonly key: string
  /** Null where no word of the label is known: it belongs to the form all the same. */
  readonly field: Field | null
  /** A colon says that something is to be filled in. */
  readonly isMarked: boolean
  /** What stands to the right of the label, nearest first. */
  readonly values: readonly RawCell[]
  /** An empty row stands above it. */
  readonly isApart: boolean
  /** An empty row does, or one that is no line of a form, such as for the signature. */
  readonly isParted: boolean
}

/** The lines of a sheet from top to bottom; a row that is none is left out. */
export function formLines(rows: readonly RawRow[]): FormLine[] {
  let isParted = false
  return rows.flatMap((row, index) => {
    const isApart = row.number > (rows[index - 1]?.number ?? 0) + 1
    const line = lineOf(row)
    if (line === null) {
      isParted = true
      return []
    }
    const found = { ...line, isApart, isParted: isParted || isApart }
    isParted = false
    return [found]
  })
}

const LABEL_MAX = 60
const LINE_MAX = 200
/** "4." or "b)" before a label, in its cell or in one of its own. */
const NUMERAL = /^\s*(\d{1,2}[.)]?|[a-h][.)])\s*$/i
const INSIDE = /^\s*(?:\d{1,2}\s*[.)]\s*|[a-h][.)]\s+)?([^:=]{2,}?)\s*[:=]\s*(\S.*)?$/is

/** "Nama | : | BUDI", "Nama : | BUDI", "Nama : BUDI" and "Nama | BUDI | SITI". */
function lineOf(row: RawRow): Omit<FormLine, "isApart" | "isParted"> | null {
  // "-" is an answer; a colon or a dotted line is none.
  const spoken = row.cells.filter((cell) => /[^\s:.=_]/.test(cell.text))
  const isNumbered = NUMERAL.test(spoken[0]?.text ?? "") && row.cells.length > 1
  const [first, ...rest] = isNumbered ? spoken.slice(1) : spoken
  if (first === undefined || first.text.length > LINE_MAX) return null
  const inside = INSIDE.exec(first.text)
  const label = (inside?.[1] ?? first.text).trim()
  if (!/\p{L}/u.test(label) || label.length > LABEL_MAX) return null
  const field = readLabel(label)?.field ?? null
  const isMarked = inside !== null || row.cells.some(({ text }) => /^\s*[:=]/.test(text))
  const own = inside?.[2] === undefined ? [] : [{ ...first, text: inside[2].trim() }]
  const values = [...own, ...rest].map(withoutColon)
  if (field === null && !isMarked && (values.length === 0 || /\d{3}/.test(label))) return null
  return { row, label, key: foldHeader(label), field, isMarked, values }
}

function withoutColon(cell: RawCell): RawCell {
  return cell.kind === "text" ? { ...cell, text: cell.text.replace(/^\s*[:=]\s*/, "") } : cell
}

/** A part of a form that asks about somebody else. */
const RELATIVE =
  /^(data |identitas )?((calon )?ahli waris|suami istri|suami|istri|pasangan|orang tua|penjamin|wali|anak)$/

/** A heading that nothing is written beside. */
export function isHeading({ values, isMarked }: FormLine): boolean {
  return values.length === 0 && !isMarked
}

export function isAboutRelative(line: FormLine): boolean {
  return isHeading(line) && RELATIVE.test(line.key)
}

/** Below "Ahli Waris", down to the next empty row, a name is not the person's. */
export function inSections(lines: readonly FormLine[]): FormLine[] {
  let section = ""
  return lines.map((line) => {
    if (line.isApart) section = ""
    const label = `${section}${line.label}`
    if (isAboutRelative(line)) section = `${line.label} `
    return { ...line, label, key: foldHeader(label), field: readLabel(label)?.field ?? null }
  })
}

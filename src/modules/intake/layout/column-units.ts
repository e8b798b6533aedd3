// What a header says once for all values below it.
import { isNik, sexFromNik } from "../../../kernel/nik.ts"
import { foldText } from "../../../kernel/text-fold.ts"
import type { RawRow } from "../../../platform/spreadsheet/workbook.ts"
import { bare } from "./column-profile.ts"
import type { Header } from "./layout.ts"
import { tickWords } from "../occupations/ticks.ts"

export interface ColumnUnits {
  /** "juta" or "ribu" where the header of the incomes names it, else empty. */
  readonly income: string
  /** The column of the sex says P and W, pria and wanita. */
  readonly pIsMan: boolean
  /** The occupations of columns to tick, from the first such column on. */
  readonly works: readonly string[]
}

/** So many rows below a header show how its column of the sex is written. */
export const SEX_ROWS = 500
const KNOWN_MIN = 3
const SAME_SHARE = 0.8
const PRIA_WANITA = /\b(p|pria)\s*[/-]\s*(w|wanita)\b|\b(w|wanita)\s*[/-]\s*(p|pria)\b/

type Labelled = Pick<Header, "columns" | "labels">

export function columnUnits(header: Labelled, below: readonly RawRow[]): ColumnUnits {
  const { columns, labels } = header
  const column = columns.get("income")
  const income = column === undefined ? "" : foldText(labels.get(column) ?? "")
  const unit = /\b(juta|jutaan|jt)\b/.test(income)
    ? "juta"
    : /\b(ribu|ribuan|rb)\b/.test(income)
      ? "ribu"
      : ""
  const ticks = columns.get("occupation_ticks")
  const works = ticks === undefined ? [] : tickWords(labels, ticks)
  return { income: unit, pIsMan: isPriaWanita(header, below), works }
}

/**
 * W stands in the column and L does not, or "P/W" above it, unless its P are women by their NIKs;
 * under "Pria" alone the NIKs must tell it.
 */
function isPriaWanita(header: Labelled, below: readonly RawRow[]): boolean {
  const [column, nik] = [header.columns.get("sex"), header.columns.get("nik")]
  if (column === undefined) return false
  const texts = new Set<string>()
  let [men, known] = [0, 0]
  for (const row of below.slice(0, SEX_ROWS)) {
    const textAt = (at: number | undefined) =>
      row.cells.find((cell) => cell.column === at)?.text ?? ""
    const text = foldText(textAt(column)).replaceAll(".", "")
    texts.add(text)
    const number = bare(textAt(nik))
    const sex = text === "p" && isNik(number) ? sexFromNik(number) : null
    if (sex !== null) known++
    if (sex === "L") men++
  }
  if (!texts.has("p") || texts.has("l") || texts.has("lk")) return false
  if (texts.has("w")) return true
  const label = foldText(header.labels.get(column) ?? "")
  const isKnown = known >= KNOWN_MIN
  if (PRIA_WANITA.test(label))
    return isKnown ? known - men < SAME_SHARE * known : known === 0 || men > 0
  return /\bpria\b/.test(label) && isKnown && men >= SAME_SHARE * known
}

// What is to be said of a row where only single cells gave reason: no other cell of it is read.
import type { CodeSets } from "../../../columns/code-sets.ts"
import { codesInSet } from "./codes.ts"
import { csvCell } from "../../../platform/spreadsheet/csv/raw-row.ts"
import { sortedCodes, type Finding, type FindingCode } from "../findings/finding.ts"
import { readingRow } from "../rows/read-row.ts"
import type { ReadingRow, RowContext } from "../rows/context.ts"
import { nameOf } from "../rows/identity.ts"
import { readMoney, readPlace, readWork } from "../rows/livelihood.ts"
import { phoneOf } from "../rows/phone.ts"

type CellReader = (row: ReadingRow) => unknown

/** The readers of single cells in the order in which a row is read, and the codes that they note. */
const READERS: readonly (readonly [codes: RegExp, read: CellReader])[] = [
  [/^NAME_/, nameOf],
  [/^KELURAHAN_/, readPlace],
  [/^JOB_/, readWork],
  [/^INCOME_/, readMoney],
  [/^PHONE_/, phoneOf],
]

/** The readers that note some of these codes; null where others do, or several cells together. */
function readersOf(codes: readonly FindingCode[]): CellReader[] | null {
  const asked = READERS.filter(([own]) => codes.some((code) => own.test(code)))
  const isOwn = (code: string): boolean => asked.some(([own]) => own.test(code))
  return codes.every(isOwn) ? asked.map(([, read]) => read) : null
}

/** What is known of a set of codes before any cell is read. */
interface Told {
  readonly codes: readonly FindingCode[]
  readonly readers: readonly CellReader[] | null
}

export class ToldFindings {
  private readonly sets: CodeSets
  private readonly known = new Map<number, Told>()

  constructor(sets: CodeSets) {
    this.sets = sets
  }

  /** The findings of a row in their order; null where the whole row must be read for them. */
  of(
    set: number,
    { context, cells }: { readonly context: RowContext; readonly cells: readonly string[] },
  ): Finding[] | null {
    const { codes, readers } = this.told(set)
    if (readers === null) return null
    const findings: Finding[] = []
    if (readers.length === 0) return findings
    const at = (column: number) => {
      const text = cells[column] ?? ""
      return text === "" ? undefined : csvCell(column, text)
    }
    const reading = readingRow(context, { columns: context.columns, at, findings })
    for (const read of readers) read(reading)
    // What the cells say alone must be what the columns say of the row.
    const said = sortedCodes(findings)
    const isSame =
      said.length === codes.length && said.every((code, index) => code === codes[index])
    return isSame ? findings : null
  }

  private told(set: number): Told {
    const known = this.known.get(set)
    if (known !== undefined) return known
    const codes = codesInSet(this.sets, set)
    const told = { codes, readers: readersOf(codes) }
    this.known.set(set, told)
    return told
  }
}

import { NO_DIGITS, textOfHalves } from "../../../columns/digits.ts"
import type { InternTable } from "../../../columns/intern-table.ts"
import type { LocalDate } from "../../../kernel/local-date.ts"
import type { Nik } from "../../../kernel/nik.ts"
import { codesInSet, OUTCOMES } from "./codes.ts"
import { dayText } from "./dates.ts"
import type { ScannedRows } from "./rows.ts"
import { NO_AMOUNT, SEXES, STANDINGS, type NameList } from "./values.ts"
import type { FindingCode } from "../findings/finding.ts"
import { rupiah, type Rupiah } from "../../../kernel/rupiah.ts"
import type { IntakeRow, Outcome } from "../rows/row.ts"

/** Kinds of rows by number; a person first. */
export const KINDS = [
  "person",
  "total",
  "heading",
  "numbering",
  "header",
  "signature",
  "blank",
] as const

/** A list as columns: numbers a row, and the texts that some of them stand for. */
export interface ListColumns {
  readonly length: number
  readonly rows: ScannedRows
  readonly areas: Uint32Array
  readonly sectors: Uint32Array
  readonly work: Uint32Array
  readonly kinds: Uint8Array
  readonly outcomes: Uint8Array
  readonly names: InternTable
  /** Words of names behind those of `rows`: of the rows that were read one by one. */
  readonly late: { words: Uint32Array; used: number }
  readonly areaNames: NameList
  readonly sectorNames: NameList
}

/** The values of a row that later steps compare, as `IntakeRow` has them. */
export type RowFacts = Pick<
  IntakeRow,
  | "row"
  | "kind"
  | "nik"
  | "kk"
  | "name"
  | "birthDate"
  | "sex"
  | "areaCode"
  | "sector"
  | "informal"
  | "employer"
  | "incomeLow"
  | "incomeHigh"
  | "phone"
  | "outcome"
>

/** A cursor over a list: set `row`, then ask. Nothing is made for a row that nobody asks about. */
export class RowView {
  row = 0
  private readonly list: ListColumns

  constructor(list: ListColumns) {
    this.list = list
  }

  at(row: number): this {
    this.row = row
    return this
  }

  /** The number a spreadsheet shows. */
  get number(): number {
    return this.list.rows.numbers[this.row] ?? 0
  }

  get kind(): IntakeRow["kind"] {
    return KINDS[this.list.kinds[this.row] ?? 0] ?? "person"
  }

  get outcome(): Outcome {
    return OUTCOMES[this.list.outcomes[this.row] ?? 0] ?? "accepted"
  }

  get codes(): FindingCode[] {
    const { codes, codeSets } = this.list.rows
    return codesInSet(codeSets, codes[this.row] ?? 0)
  }

  get nik(): Nik | null {
    const { nikHigh, nikLow } = this.list.rows
    return digitsAt(nikHigh, nikLow, this.row) as Nik | null
  }

  get kk(): string | null {
    const { kkHigh, kkLow } = this.list.rows
    return (kkHigh[this.row] ?? 0) === 0 ? null : digitsAt(kkHigh, kkLow, this.row)
  }

  /** The words of the name, as numbers in the list's table of words. */
  get nameWords(): Uint32Array {
    const { nameStarts, nameWords, nameEnds } = this.list.rows
    const [start, end] = [nameStarts[this.row] ?? 0, nameEnds[this.row] ?? 0]
    if (start < nameWords.length) return nameWords.subarray(start, end)
    return this.list.late.words.subarray(start - nameWords.length, end - nameWords.length)
  }

  get name(): string {
    const { names } = this.list
    return Array.from(this.nameWords, (word) => names.textOf(word)).join(" ")
  }

  get birthDate(): LocalDate | null {
    return dayText(this.list.rows.birthDays[this.row] ?? 0)
  }

  get sex(): "L" | "P" | null {
    return SEXES[this.list.rows.sexes[this.row] ?? 0] ?? null
  }

  get areaCode(): string | null {
    return this.list.areaNames.names[this.list.areas[this.row] ?? 0] ?? null
  }

  get sector(): string | null {
    return this.list.sectorNames.names[this.list.sectors[this.row] ?? 0] ?? null
  }

  get informal(): IntakeRow["informal"] {
    return STANDINGS[(this.list.work[this.row] ?? 0) >> 1] ?? "unknown"
  }

  get employer(): boolean {
    return ((this.list.work[this.row] ?? 0) & 1) === 1
  }

  get incomeLow(): Rupiah | null {
    return amountAt(this.list.rows.incomeLow, this.row)
  }

  get incomeHigh(): Rupiah | null {
    return amountAt(this.list.rows.incomeHigh, this.row)
  }

  get phone(): string {
    const phone = this.list.rows.phones[this.row] ?? 0
    return phone === 0 ? "" : String(phone).slice(1)
  }

  /** All of it as plain values. */
  facts(): RowFacts {
    const { number, kind, nik, kk, name, birthDate, sex, areaCode, sector } = this
    const { informal, employer, incomeLow, incomeHigh, phone, outcome } = this
    return {
      ...{ row: number, kind, nik, kk, name, birthDate, sex, areaCode, sector },
      ...{ informal, employer, incomeLow, incomeHigh, phone, outcome },
    }
  }
}

function digitsAt(high: Uint32Array, low: Uint32Array, row: number): string | null {
  const head = high[row] ?? NO_DIGITS
  return head === NO_DIGITS ? null : textOfHalves(head, low[row] ?? 0)
}

function amountAt(amounts: Uint32Array, row: number): Rupiah | null {
  const amount = amounts[row] ?? NO_AMOUNT
  return amount === NO_AMOUNT ? null : rupiah(amount)
}

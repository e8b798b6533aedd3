// The distinct texts of a column of few values, each read once, by the functions that read a single
// row's cell: so a batch and a single row cannot differ.
import type { CodeSets } from "../../../columns/code-sets.ts"
import type { InternTable } from "../../../columns/intern-table.ts"
import { contextOf, readAlone, type CellReading } from "./cell.ts"
import { codeNumber } from "./codes.ts"
import { marksOf } from "./marks.ts"
import type { ColumnPlan, ValueField } from "./plan.ts"
import type { FindingCode } from "../findings/finding.ts"
import type { IntakeRow } from "../rows/row.ts"
import type { ReadingRow, RowContext } from "../rows/context.ts"
import { readIdentity } from "../rows/identity.ts"
import { readMoney, readPlace, readWork } from "../rows/livelihood.ts"
import { readRemarks } from "../rows/standing.ts"

/** Nothing where an amount would stand. */
export const NO_AMOUNT = 0xffffffff
export const SEXES = [null, "L", "P"] as const
export const STANDINGS = ["informal", "not_informal", "unknown", "ambiguous"] as const

/** Names that stand in columns as numbers; 0 is none. */
export class NameList {
  readonly names: (string | null)[] = [null]

  numberOf(name: string | null): number {
    const known = this.names.indexOf(name)
    return known >= 0 ? known : this.names.push(name) - 1
  }
}

/** What the values of rows are numbers in. */
export interface ValueLists {
  readonly areas: NameList
  readonly sectors: NameList
}

export function workNumber(work: Pick<IntakeRow, "informal" | "employer">): number {
  return STANDINGS.indexOf(work.informal) * 2 + (work.employer ? 1 : 0)
}

type Numbers = readonly [first: number, second: number]

/** How a field's cell becomes one or two numbers. */
const READERS: Readonly<Record<ValueField, (row: ReadingRow, lists: ValueLists) => Numbers>> = {
  sex: (row) => [SEXES.indexOf(readIdentity(row).sex), 0],
  area: (row, { areas }) => [areas.numberOf(readPlace(row).areaCode), 0],
  occupation: (row, { sectors }) => {
    const work = readWork(row)
    return [sectors.numberOf(work.sector), workNumber(work)]
  },
  income: (row) => {
    const { incomeLow, incomeHigh } = readMoney(row)
    return [amountNumber(incomeLow), amountNumber(incomeHigh)]
  },
  remarks: (row) => {
    readRemarks(row, (row.cell("remarks")?.text ?? "").trim())
    return [0, 0]
  },
}

export function amountNumber(amount: bigint | null): number {
  return amount === null ? NO_AMOUNT : Number(amount)
}

export class ColumnValues {
  readonly known: Uint8Array
  readonly first: Uint32Array
  readonly second: Uint32Array
  readonly sets: Uint32Array
  private readonly texts: InternTable
  private readonly field: ValueField
  private readonly context: RowContext
  private readonly hasColumn: boolean
  private readonly shared: ValueLists & { readonly codeSets: CodeSets }

  constructor(
    texts: InternTable,
    place: { field: ValueField; context: RowContext; plan: ColumnPlan },
    shared: ValueLists & { codeSets: CodeSets },
  ) {
    this.known = new Uint8Array(texts.size)
    this.first = new Uint32Array(texts.size)
    this.second = new Uint32Array(texts.size)
    this.sets = new Uint32Array(texts.size)
    this.texts = texts
    this.field = place.field
    this.hasColumn = place.plan.columns.has(place.field)
    this.context = contextOf(place.context, ...(this.hasColumn ? [place.field] : []))
    this.shared = shared
  }

  /** Reads every text that was not read before. */
  learnAll(): void {
    for (let number = 0; number < this.texts.size; number++)
      if (this.known[number] === 0) this.learn(number)
  }

  /** Reads a text for the first time. */
  learn(number: number): void {
    const text = this.texts.textOf(number)
    const { value, codes } = this.read(text)
    const marks: FindingCode[] = this.hasColumn ? marksOf(this.field, text) : []
    this.first[number] = value[0]
    this.second[number] = value[1]
    this.sets[number] = this.shared.codeSets.numberOf([...codes, ...marks].map(codeNumber))
    this.known[number] = 1
  }

  private read(text: string): CellReading<Numbers> {
    return readAlone(this.context, this.field, text, (row) => READERS[this.field](row, this.shared))
  }
}

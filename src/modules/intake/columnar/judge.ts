// What the cells of a row say together: the rules of `row-identity` over columns, and each row's outcome.
import type { CodeSets } from "../../../columns/code-sets.ts"
import { NO_DIGITS, textOfHalves } from "../../../columns/digits.ts"
import type { InternTable } from "../../../columns/intern-table.ts"
import { birthDateFromNik, type Nik } from "../../../kernel/nik.ts"
import { codeNumber } from "./codes.ts"
import { NumberRules } from "./numbers.ts"
import { BY_NIK, BY_ROW, DateValues, UNREAD } from "./dates.ts"
import type { ColumnPlan } from "./plan.ts"
import { HANDED, type RowStore } from "./rows.ts"
import { ColumnValues, NameList } from "./values.ts"
import { isDitto } from "../layout/ditto.ts"
import type { RowContext } from "../rows/context.ts"

/** What the rows of a range say, beside what their cells held. */
export interface JudgedColumns {
  readonly birthDays: Uint32Array
  readonly shapes: Uint8Array
  readonly sexes: Uint8Array
}

export interface JudgeTables {
  readonly shapeNames: string[]
  readonly dateTexts: InternTable
  readonly sexTexts: InternTable
}

/** A date of birth takes the place of the number of its text. */
export function emptyColumns({ length, dates }: RowStore): JudgedColumns {
  return { birthDays: dates, shapes: new Uint8Array(length), sexes: new Uint8Array(length) }
}

/** The sex names neither area nor sector. */
const NO_LISTS = { areas: new NameList(), sectors: new NameList() }

const MISMATCH = codeNumber("DOB_NIK_MISMATCH")
const IMPOSSIBLE = codeNumber("NIK_IMPOSSIBLE")
const NO_CARD = codeNumber("KK_INVALID")
const SWAPPED = codeNumber("NIK_KK_SWAPPED")
const CONFLICT = codeNumber("SEX_CONFLICT")

const ROWS_AT_ONCE = 8192

/** Judges the rows under one header by all that hangs on no table of the tenant's. */
export class SegmentJudge {
  private readonly rows: RowStore
  private readonly context: RowContext
  private readonly columns: JudgedColumns
  private readonly tables: JudgeTables
  private readonly dates: DateValues
  private readonly sexes: ColumnValues
  /** Texts for which the row above speaks. */
  private readonly sexMarks = new Set<number>()
  private readonly rules: NumberRules

  constructor(
    place: { rows: RowStore; columns: JudgedColumns; tables: JudgeTables },
    header: { plan: ColumnPlan; context: RowContext },
  ) {
    this.rows = place.rows
    this.columns = place.columns
    this.tables = place.tables
    this.context = header.context
    const { codeSets } = place.rows
    const { dateTexts, sexTexts, shapeNames } = place.tables
    this.dates = new DateValues(dateTexts, header, { codeSets, shapeNames })
    this.rules = new NumberRules(header.context.on)
    this.sexes = new ColumnValues(sexTexts, { ...header, field: "sex" }, { codeSets, ...NO_LISTS })
  }

  judge(from: number, to: number): void {
    // What one step has read is still in the cache for the next.
    for (let at = from; at < to; at += ROWS_AT_ONCE) {
      const end = Math.min(at + ROWS_AT_ONCE, to)
      this.takeDates(at, end)
      this.takeNumbers(at, end)
      this.takeSexes(at, end)
    }
  }

  private takeDates(from: number, to: number): void {
    const { rows, dates, columns } = this
    const { birthDays, shapes } = columns
    for (let row = from; row < to; row++) {
      if (rows.flags[row] !== 0) continue
      const number = rows.dates[row] ?? 0
      const clean = dates.cleanDay(number)
      if (clean > 0) {
        birthDays[row] = clean
        shapes[row] = dates.cleanShape(number)
        if (rows.nikHigh[row] !== NO_DIGITS) this.compareWithNik(row, clean)
      } else this.takeDate(row, number)
    }
  }

  /** A date that is no clean one is read once, with each NIK that it hangs on. */
  private takeDate(row: number, number: number): void {
    const { rows, dates, columns } = this
    let state = dates.states[number] ?? 0
    if (state === UNREAD) state = dates.learn(number)
    let on = dates.days[number] ?? 0
    let shape = dates.shapes[number] ?? 0
    let set = dates.sets[number] ?? 0
    if (state === BY_ROW) {
      rows.flags[row] = HANDED
      return
    }
    if (state === BY_NIK) ({ on, shape, set } = dates.readWith(number, nikHalves(rows, row)))
    columns.birthDays[row] = on
    columns.shapes[row] = shape
    if (set !== 0) this.addSet(row, set)
    if (on !== 0 && rows.nikHigh[row] !== NO_DIGITS) this.compareWithNik(row, on)
  }

  /** Numbers that nobody can have, and cards that stand in the place of the NIK. */
  private takeNumbers(from: number, to: number): void {
    const { rows, rules } = this
    const { nikHigh, nikLow, kkHigh, flags } = rows
    const hasCards = this.context.columns.has("kk")
    for (let row = from; row < to; row++) {
      if (flags[row] !== 0) continue
      const high = nikHigh[row] ?? NO_DIGITS
      if (high !== NO_DIGITS && rules.isImpossibleNik(high, nikLow[row] ?? 0))
        rows.note(row, IMPOSSIBLE)
      if (hasCards && kkHigh[row] !== 0) this.takeCard(row)
    }
  }

  /** As `kkOf` reads it: sixteen digits that are a card's, the NIK's own, or those of a NIK. */
  private takeCard(row: number): void {
    const { nikHigh, nikLow, kkHigh, kkLow } = this.rows
    const [high, low] = [kkHigh[row] ?? 0, kkLow[row] ?? 0]
    const isNik = high === nikHigh[row] && low === nikLow[row]
    const isCard = this.rules.isCard(high, low)
    if (this.isSwapped(row, isNik, isCard)) this.rows.note(row, SWAPPED)
    else if (!isCard || isNik) this.rows.note(row, NO_CARD)
    if (isCard && !isNik) return
    kkHigh[row] = 0
    kkLow[row] = 0
  }

  /** The card's number carries the date of birth and the NIK does not. */
  private isSwapped(row: number, isNik: boolean, isCard: boolean): boolean {
    const { nikHigh, nikLow, kkHigh, kkLow } = this.rows
    const on = this.columns.birthDays[row] ?? 0
    const high = nikHigh[row] ?? NO_DIGITS
    if (on === 0 || high === NO_DIGITS) return false
    const { on: today } = this.context
    if (!differs(high, nikLow[row] ?? 0, on, today)) return false
    return isNik ? isCard : !differs(kkHigh[row] ?? 0, kkLow[row] ?? 0, on, today)
  }

  /** A NIK that tells another date than the written one. */
  private compareWithNik(row: number, on: number): void {
    const { nikHigh, nikLow } = this.rows
    if (differs(nikHigh[row] ?? 0, nikLow[row] ?? 0, on, this.context.on))
      this.rows.note(row, MISMATCH)
  }

  private takeSexes(from: number, to: number): void {
    const { rows, sexMarks } = this
    const { sexes: numbers, flags, nikHigh } = rows
    const { sexes } = this.columns
    const { known, first, sets } = this.sexes
    for (let row = from; row < to; row++) {
      if (flags[row] !== 0) continue
      const number = numbers[row] ?? 0
      if (known[number] === 0) this.learnSex(number)
      if (sexMarks.size > 0 && sexMarks.has(number)) {
        flags[row] = HANDED
        continue
      }
      const written = first[number] ?? 0
      const inNik = sexInNik(nikHigh[row] ?? 0)
      sexes[row] = written === 0 ? inNik : written
      if (written !== 0 && inNik !== 0 && inNik !== written) rows.note(row, CONFLICT)
      const set = sets[number] ?? 0
      if (set !== 0) this.addSet(row, set)
    }
  }

  private learnSex(number: number): void {
    this.sexes.learn(number)
    if (isDitto(this.tables.sexTexts.textOf(number))) this.sexMarks.add(number)
  }

  private addSet(row: number, set: number): void {
    const { codes, codeSets } = this.rows
    codes[row] = codeSets.union(codes[row] ?? 0, set)
  }
}

/** The columns that take what a text means. */
export interface ValueTarget {
  readonly first?: Uint32Array
  readonly second?: Uint32Array
}

interface ValueSpan extends ValueTarget {
  readonly from: number
  readonly to: number
  readonly flags: Uint8Array
  readonly codes: Uint32Array
  readonly codeSets: CodeSets
}

/** Writes what the texts of a column mean into the rows of a span; handed rows are written apart. */
export function takeValues(values: ColumnValues, numbers: Uint32Array, span: ValueSpan): void {
  const { from, to, flags, codes, codeSets, first, second } = span
  values.learnAll()
  for (let row = from; row < to; row++) {
    if (flags[row] !== 0) continue
    const number = numbers[row] ?? 0
    if (first !== undefined) first[row] = values.first[number] ?? 0
    if (second !== undefined) second[row] = values.second[number] ?? 0
    const set = values.sets[number] ?? 0
    if (set !== 0) codes[row] = codeSets.union(codes[row] ?? 0, set)
  }
}

function nikHalves({ nikHigh, nikLow }: RowStore, row: number) {
  const [high, low] = [nikHigh[row] ?? NO_DIGITS, nikLow[row] ?? 0]
  return high === NO_DIGITS ? null : { high, low }
}

/** The sex that the day of birth in a NIK tells: 1 for L, 2 for P, 0 for neither. */
function sexInNik(high: number): number {
  if (high === NO_DIGITS) return 0
  const day = lastTwo(high)
  if (day > 40) return day <= 71 ? 2 : 0
  return day >= 1 && day <= 31 ? 1 : 0
}

/** Whole numbers below 2^31: such divisions are of words, the usual remainder is of doubles. */
function lastTwo(value: number): number {
  return value - ((value / 100) | 0) * 100
}

/** Whether the date inside a number of sixteen digits is another one than `on`, "19800817". */
function differs(high: number, low: number, on: number, today: RowContext["on"]): boolean {
  const raw = lastTwo(high)
  const day = raw > 40 ? raw - 40 : raw
  const month = (low / 1_000_000) | 0
  const year = lastTwo((low / 10_000) | 0)
  const written = on - ((on / 1_000_000) | 0) * 1_000_000
  if (year * 10_000 + month * 100 + day !== written) return true
  // The 29 February of a year "00" is a date in one century only.
  if (written !== 229) return false
  return birthDateFromNik(textOfHalves(high, low) as Nik, today) === null
}

// The distinct dates of birth of a file, each read once, by the function that reads a single row's.
import type { InternTable } from "../../../columns/intern-table.ts"
import type { CodeSets } from "../../../columns/code-sets.ts"
import type { LocalDate } from "../../../kernel/local-date.ts"
import type { Nik } from "../../../kernel/nik.ts"
import { Centuries, nikOfHalves, type NikHalves } from "./century.ts"
import {
  CLEAN_DATES,
  cleanDateOf,
  cleanTextOf,
  daysOf,
  formOfNumber,
  FORMS,
  wholeDay,
  type CleanDate,
} from "./clean-date.ts"
import { codeNumber } from "./codes.ts"
import { marksOf } from "./marks.ts"
import type { ColumnPlan } from "./plan.ts"
import type { RowContext } from "../rows/context.ts"
import { readBirthDate, splitPlaceDate, type DateReading } from "../values/date.ts"

/** How a date is known. */
export const [UNREAD, KNOWN, BY_NIK, BY_ROW] = [0, 1, 2, 3]

/** Readings that the NIK decided, remembered by its six digits of a date. */
const SETTLED_MAX = 200_000

/** A date's reading in numbers. */
export interface DateNumbers {
  /** "19800817" as a number, 0 for none. */
  readonly on: number
  readonly shape: number
  readonly set: number
}

export class DateValues {
  readonly states: Uint8Array
  readonly days: Uint32Array
  readonly shapes: Uint8Array
  readonly sets: Uint32Array
  private readonly texts: InternTable
  private readonly context: RowContext
  private readonly plan: ColumnPlan
  private readonly codeSets: CodeSets
  private readonly shapeNames: string[]
  private readonly isDayFirst: boolean
  private readonly shapesOfForms: Uint8Array
  private readonly today: number
  private readonly settled = new Map<number, DateNumbers>()
  private readonly centuries: Centuries
  private twoDigits: number | null = null

  constructor(
    texts: InternTable,
    place: { context: RowContext; plan: ColumnPlan },
    shared: { codeSets: CodeSets; shapeNames: string[] },
  ) {
    const size = CLEAN_DATES + texts.size
    this.states = new Uint8Array(size)
    this.days = new Uint32Array(size)
    this.shapes = new Uint8Array(size)
    this.sets = new Uint32Array(size)
    this.texts = texts
    this.context = place.context
    this.today = dayNumber(place.context.on)
    this.centuries = new Centuries(place.context.on)
    this.plan = place.plan
    this.codeSets = shared.codeSets
    this.shapeNames = shared.shapeNames
    this.isDayFirst = place.context.dateOrder === "day_first"
    this.shapesOfForms = Uint8Array.from(FORMS, (form) => shapeNumber(shared.shapeNames, form))
  }

  /** The day of a clean date, which needs no reading; 0 of any other. */
  cleanDay(number: number): number {
    const on = number < CLEAN_DATES && this.isDayFirst ? wholeDay(number) : 0
    // Nobody is born tomorrow; the reader says what such a date is.
    return on <= this.today ? on : 0
  }

  cleanShape(number: number): number {
    return this.shapesOfForms[formOfNumber(number)] ?? 0
  }

  /** Reads a date for the first time; answers how it is known. */
  learn(number: number): number {
    const state = this.read(number)
    this.states[number] = state
    return state
  }

  private read(number: number): number {
    // A century hangs on the NIK.
    if (number < CLEAN_DATES && this.isDayFirst && wholeDay(number) === 0) return BY_NIK
    const text = textOfDate(this.texts, number)
    const { birthField } = this.plan
    const marks = birthField === null ? [] : marksOf(birthField, text)
    // A failed formula changes how the row is read.
    if (marks.includes("FORMULA_ERROR")) return BY_ROW
    let asked = false
    const reading = this.readText(text, () => {
      asked = true
      return null
    })
    if (asked) return BY_NIK
    this.keep(number, this.numbersOf(reading, text))
    return KNOWN
  }

  private keep(number: number, { on, shape, set }: DateNumbers): void {
    this.days[number] = on
    this.shapes[number] = shape
    this.sets[number] = set
  }

  /** A date whose reading asked for the NIK. */
  readWith(number: number, nik: NikHalves | null): DateNumbers {
    if (number < CLEAN_DATES && this.isDayFirst) {
      const told = this.withCentury(number, nik)
      if (told !== null) return told
    }
    const digits = nik === null ? -1 : (nik.high % 100) * 10_000 + Math.floor(nik.low / 10_000)
    const key = number * 1_000_001 + digits + 1
    const earlier = this.settled.get(key)
    if (earlier !== undefined) return earlier
    const text = textOfDate(this.texts, number)
    const known = nik === null ? null : nikOfHalves(nik)
    const numbers = this.numbersOf(
      this.readText(text, () => known),
      text,
    )
    if (this.settled.size >= SETTLED_MAX) this.settled.clear()
    this.settled.set(key, numbers)
    return numbers
  }

  /** A clean date with two digits of its year; null where it is none with its century. */
  private withCentury(number: number, nik: NikHalves | null) {
    const clean = cleanDateOf(number)
    const years = clean.year % 100
    const century = this.centuries.of(years, nik)
    if (century === null) return null
    const year = century + years
    const on = dayOf(clean, year)
    if (on > this.today || clean.day > daysOf(clean.month, year)) return null
    this.twoDigits ??= this.codeSets.numberOf([codeNumber("DOB_2DIGIT")])
    return { on, shape: shapeNumber(this.shapeNames, clean.shape), set: this.twoDigits }
  }

  private readText(text: string, nikOf: () => Nik | null): DateReading {
    const { date1904, on, dateOrder: order } = this.context
    const isSplit = this.plan.birthField === "birth_place_date"
    const context = {
      date1904,
      on,
      order,
      kind: "text" as const,
      // Whether a reading hangs on the NIK is seen by its asking.
      get nik() {
        return nikOf()
      },
    }
    return readBirthDate(isSplit ? splitPlaceDate(text).date : text, context)
  }

  private numbersOf(reading: DateReading, text: string): DateNumbers {
    const { birthField } = this.plan
    const codes = birthField === null ? [] : [...reading.codes, ...marksOf(birthField, text)]
    return {
      on: dayNumber(reading.date),
      shape: shapeNumber(this.shapeNames, reading.shape),
      set: this.codeSets.numberOf(codes.map(codeNumber)),
    }
  }
}

function dayOf({ day, month }: CleanDate, year: number): number {
  return year * 10_000 + month * 100 + day
}

/** The text of a date's number; of a clean date one that is read alike. */
export function textOfDate(texts: InternTable, number: number): string {
  return number < CLEAN_DATES ? cleanTextOf(number) : texts.textOf(number - CLEAN_DATES)
}

export function dayNumber(date: LocalDate | null): number {
  return date === null ? 0 : Number(date.replaceAll("-", ""))
}

/** "1980-08-17" of its number; null for 0. */
export function dayText(number: number): LocalDate | null {
  if (number === 0) return null
  const digits = String(number).padStart(8, "0")
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}` as LocalDate
}

/** Shape 0 is none; the shapes of dates are few. */
export function shapeNumber(names: string[], shape: string): number {
  const known = names.indexOf(shape)
  return known >= 0 ? known : names.push(shape) - 1
}

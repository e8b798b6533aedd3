import { expect, test } from "vitest"
import { CodeSets } from "../../../columns/code-sets.ts"
import { InternTable } from "../../../columns/intern-table.ts"
import { assert } from "../../../kernel/assert.ts"
import { localDate } from "../../../kernel/local-date.ts"
import type { Nik } from "../../../kernel/nik.ts"
import { CleanDates, cleanTextOf, ORDER_SAMPLES, orderSampleOf } from "./clean-date.ts"
import { codesInSet } from "./codes.ts"
import { NOTHING_OPEN } from "../layout/column-open.ts"
import { csvContext } from "./head.ts"
import { BY_NIK, DateValues, dayText } from "./dates.ts"
import { planColumns } from "./plan.ts"
import { emptyTally, tallyDate, type DateOrder } from "../values/date-order.ts"
import { TABLES } from "../intake.testing.ts"
import { readBirthDate } from "../values/date.ts"

const ON = localDate(2025, 11, 15)
assert(ON !== null, "the day of the tests is a date")
const NOBODY = { kind: "unknown", id: "", name: "", areaCode: null, sector: null } as const
const NO_UNITS = { income: "", pIsMan: false, works: [] } as const
const dates = new CleanDates()

function numberOf(text: string): number {
  const bytes = new Uint8Array(64)
  bytes.set(Buffer.from(text))
  return dates.numberOf(new DataView(bytes.buffer), 0, Buffer.byteLength(text))
}

const two = (part: number): string => String(part).padStart(2, "0")
const DAYS = [0, 1, 9, 12, 13, 28, 29, 30, 31, 32]
const WORDS = ["", "Januari", "FEB", "maret", "apr", "Mei", "juni", "Djuli", "agt", "Sept", "x"]
const MONTH_WORDS = [...WORDS, "Nopember", "desembr", "ju"]
/** Every form, with days and months that no calendar has. */
const TEXTS = Array.from({ length: 68 }, (_, at) => 1899 + at * 3).flatMap((year) =>
  MONTH_WORDS.flatMap((word, month) =>
    DAYS.flatMap((day) => {
      const [d, m, y] = [two(day), two(month), two(year % 100)]
      return [
        ...[`${d}-${m}-${year}`, `${d}/${m}/${year}`, `${d}.${m}.${year}`, `${year}-${m}-${d}`],
        ...[`${d}-${m}-${y}`, `${d}/${m}/${y}`, `${d}.${m}.${y}`],
        ...[`${day} ${word} ${year}`, `${d} ${word} ${year}`],
      ]
    }),
  ),
)
const CLEAN = [...new Set(TEXTS)].filter((text) => numberOf(text) >= 0)
const NIKS = [null, "6471011708800001", "6471010101040001", "6471014101990001"] as (Nik | null)[]

test("most such texts are told by their bytes", () => {
  expect(CLEAN.length).toBeGreaterThan(40_000)
})

test.each<DateOrder>(["day_first", "month_first", "mixed"])(
  "a date that is told by its bytes is what its reader says (%s)",
  (dateOrder) => {
    const said = {
      sender: NOBODY,
      columns: new Map(),
      open: NOTHING_OPEN,
      units: NO_UNITS,
      order: dateOrder,
    }
    const context = csvContext("", said, { ...TABLES, on: ON })
    const plan = planColumns(new Map([["birth_date", 0]]))
    const [codeSets, shapeNames] = [new CodeSets(), [""]]
    const values = new DateValues(new InternTable(), { context, plan }, { codeSets, shapeNames })
    for (const [at, text] of CLEAN.entries()) {
      const number = numberOf(text)
      const nik = NIKS[at % NIKS.length] ?? null
      const halves =
        nik === null ? null : { high: Number(nik.slice(0, 8)), low: Number(nik.slice(8)) }
      const clean = values.cleanDay(number)
      const read =
        clean > 0
          ? { on: clean, shape: values.cleanShape(number), set: 0 }
          : values.learn(number) === BY_NIK
            ? values.readWith(number, halves)
            : {
                on: values.days[number] ?? 0,
                shape: values.shapes[number] ?? 0,
                set: values.sets[number] ?? 0,
              }
      const told = {
        date: dayText(read.on),
        shape: shapeNames[read.shape],
        codes: codesInSet(codeSets, read.set),
      }
      const order = { kind: "text", date1904: false, on: ON, nik, order: dateOrder } as const
      const reading = readBirthDate(text, order)
      expect(told, text).toEqual({ ...reading, codes: [...reading.codes].sort(byCatalogue) })
    }
  },
)

const byCatalogue = (a: string, b: string): number => (a === b ? 0 : a === "DOB_2DIGIT" ? -1 : 1)

test("a date tells of the order of its column what its text tells", () => {
  for (const text of CLEAN) {
    const [own, sample] = [emptyTally(), emptyTally()]
    tallyDate(own, text)
    tallyDate(sample, ORDER_SAMPLES[orderSampleOf(numberOf(text))] ?? "")
    expect(sample, text).toEqual(own)
  }
})

test("the text of a number has the number", () => {
  for (const text of CLEAN) expect(numberOf(cleanTextOf(numberOf(text)))).toBe(numberOf(text))
})

test.each([
  ...["31-02-1980", "1-2-1980", "17-08-8", "17-08/1980", "17 08 1980", "1980-13-01"],
  ...["aa-08-1980", "17 Agustus  1980", "17Agustus 1980", "17 Agustus 80", "30 Februari 1980"],
  ...["17 Agu5tus 1980", "29-02-00", "7 Agustus 1899", "", "17-08-80 "],
])("%j is left to the reader of dates", (text) => {
  expect(numberOf(text)).toBe(-1)
})

import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { LocalDate } from "../../../kernel/local-date.ts"
import type { Nik } from "../../../kernel/nik.ts"
import type { CellKind } from "../../../platform/spreadsheet/workbook.ts"
import type { FindingCode } from "../findings/finding.ts"
import { dateFromSerial, readBirthDate, splitPlaceDate, type DateContext } from "./date.ts"

fc.configureGlobal({ seed: 2026 })

const ON = "2025-11-15" as LocalDate

function read(text: string, change: Partial<DateContext> = {}) {
  return readBirthDate(text, { kind: "text", date1904: false, on: ON, nik: null, ...change })
}

describe("a text cell", () => {
  const cases: readonly (readonly [string, string | null, FindingCode | null])[] = [
    ["17/08/1980", "1980-08-17", null],
    ["17-08-1980", "1980-08-17", null],
    ["17.08.1980", "1980-08-17", null],
    ["17 08 1980", "1980-08-17", null],
    ["17//08//1980", "1980-08-17", null],
    ["17--08--1980", "1980-08-17", null],
    ["17\\08\\1980", "1980-08-17", null],
    ["17|08|1980", "1980-08-17", null],
    ["17:08:1980", "1980-08-17", null],
    ["17/08/19 80", "1980-08-17", null],
    ["17-8-'80", "1980-08-17", "DOB_2DIGIT"],
    ["tgl 17 bln 8 thn 1980", "1980-08-17", null],
    ["17 Agustus th 1980", "1980-08-17", null],
    ["17 Juny 1980", null, "DOB_IMPOSSIBLE"],
    ["1980-08-16 17:00:00", null, "DOB_IMPOSSIBLE"],
    ["17/08", null, "DOB_IMPOSSIBLE"],
    ["7-8-1980", "1980-08-07", null],
    ["17 / 08 / 1980", "1980-08-17", null],
    ["17081980", "1980-08-17", null],
    ["19800817", "1980-08-17", null],
    ["1980-08-17", "1980-08-17", null],
    ["1980/08/17", "1980-08-17", null],
    ["1980-08-17 00:00:00", "1980-08-17", null],
    ["1980-08-17T00:00:00Z", "1980-08-17", null],
    ["17 Agustus 1980", "1980-08-17", null],
    ["17-Agt-1980", "1980-08-17", null],
    ["17 Agust. 1980", "1980-08-17", null],
    ["18-Peb-2005", "2005-02-18", null],
    ["1 Nop 1979", "1979-11-01", null],
    ["09 Sept 1974", "1974-09-09", null],
    ["3 mei 1990", "1990-05-03", null],
    ["Aug 17, 1980", "1980-08-17", null],
    ["August 17th 1980", "1980-08-17", null],
    ["17 October 1980", "1980-10-17", null],
    ["05-VIII-1970", "1970-08-05", null],
    ["16/I/1979", "1979-01-16", null],
    ["31-XII-1999", "1999-12-31", null],
    ["17 Agutus 1980", "1980-08-17", null],
    ["Selasa, 17 Agustus 1980", "1980-08-17", null],
    ["17-08-1980 (45 th)", "1980-08-17", null],
    ["17-08-1980/45", "1980-08-17", null],
    ["'17-08-1980", "1980-08-17", null],
    ["29-02-1980", "1980-02-29", null],
    ["17-08-80", "1980-08-17", "DOB_2DIGIT"],
    ["17 Agustus '80", "1980-08-17", "DOB_2DIGIT"],
    ["03-10-00", "2000-10-03", "DOB_2DIGIT"],
    ["08/17/1980", "1980-08-17", "DOB_MMDD"],
    ["12/13/1979", "1979-12-13", "DOB_MMDD"],
    ["31/02/1980", null, "DOB_IMPOSSIBLE"],
    ["29-02-1981", null, "DOB_IMPOSSIBLE"],
    ["00/00/1970", null, "DOB_IMPOSSIBLE"],
    ["32/13/79", null, "DOB_IMPOSSIBLE"],
    ["17-08-0980", null, "DOB_IMPOSSIBLE"],
    ["17 Junk 1980", null, "DOB_IMPOSSIBLE"],
    ["17 Martapura 1980", null, "DOB_IMPOSSIBLE"],
    ["45 tahun", null, "DOB_IMPOSSIBLE"],
    ["1980", null, "DOB_YEAR_ONLY"],
    ["thn 1980", null, "DOB_YEAR_ONLY"],
    ["", null, "DOB_MISSING"],
    ["-", null, "DOB_MISSING"],
    ["belum ada", null, "DOB_MISSING"],
  ]
  test.each(cases)("%j", (text, date, code) => {
    const reading = read(text)
    expect([reading.date, reading.codes]).toEqual([date, code === null ? [] : [code]])
  })
})

test.each([
  ["17th August 1980", "1980-08-17"],
  ["17–08–1980", "1980-08-17"],
  ["tgl. 17_08_1980", "1980-08-17"],
  ["Jumat Legi, 17 Agustus 1980", "1980-08-17"],
  ["Sunday, 17 August 1980", "1980-08-17"],
  ["17-08-1980 umur 45", "1980-08-17"],
  ["1 Ogos 1970.", "1970-08-01"],
  ["17 Sura 1980", null],
  ["5 Syawal 1400 H", null],
  ["12 Rabiul Awal 1398", null],
  ["17-08-2030", null],
  ["1980-08-16T17:00:00Z", null],
])("%s is %s", (text, date) => expect(read(text).date).toBe(date))

describe("a serial number that lost its format", () => {
  test.each([
    ["29450", null, null, ["DOB_AMBIGUOUS"]],
    ["29450", "6471011708809001", "1980-08-17", []],
    ["27988", "6471011708809001", "1980-08-17", []],
    ["29450", "6471011808809001", null, ["DOB_AMBIGUOUS"]],
  ])("%s with NIK %s is %s", (text, nik, date, codes) => {
    expect(read(text, { nik: nik as Nik | null })).toMatchObject({ date, codes })
  })

  test("a number cell that dropped the zero in front is padded, a text is asked", () => {
    expect(read("7081980", { kind: "number" }).date).toBe("1980-08-07")
    expect(read("7081980").date).toBe(null)
    expect(read("99999", { kind: "date" }).codes).toEqual(["DOB_IMPOSSIBLE"])
  })
})

describe("the century of two digits", () => {
  const nikOf = (yymmdd: string): Nik => `647101${yymmdd}9001` as Nik
  test.each([
    ["17-08-05", null, "2005-08-17"],
    ["17-08-12", null, null],
    ["17-08-36", null, "1936-08-17"],
    ["17-08-30", null, null],
    ["17-08-12", nikOf("170812"), "2012-08-17"],
    ["17-08-80", nikOf("170880"), "1980-08-17"],
    ["17-08-80", nikOf("170881"), "1980-08-17"],
  ])("%s with NIK %s is %s", (text, nik, date) => {
    expect(read(text, { nik }).date).toBe(date)
  })
})

describe("a number or date cell", () => {
  test.each([
    ["29450", "date", false, "1980-08-17"],
    ["29450.5", "number", false, "1980-08-17"],
    ["27988", "date", true, "1980-08-17"],
    ["1980-08-17", "date", false, "1980-08-17"],
    ["1980-08-17T00:00:00", "date", false, "1980-08-17"],
    ["1980", "number", false, null],
    ["17081980", "number", false, "1980-08-17"],
  ] as const)("%s as %s (1904: %s)", (text, kind, date1904, date) => {
    expect(read(text, { kind, date1904 }).date).toBe(date)
  })
})

test("serial numbers agree with a count of days", () => {
  for (let serial = 61; serial < 60_000; serial += 37) {
    const counted = new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10)
    expect(dateFromSerial(serial, false)).toBe(counted)
    expect(dateFromSerial(serial, true)).toBe(dateFromSerial(serial + 1462, false))
  }
})

describe("place and date in one cell", () => {
  test.each([
    ["Balikpapan, 09-09-1974", "Balikpapan", "09-09-1974"],
    ["Surakarta / 27-02-1986", "Surakarta", "27-02-1986"],
    ["Balikpapan 9 Sept 1974", "Balikpapan", "9 Sept 1974"],
    ["Bone,16-I-1979", "Bone", "16-I-1979"],
    ["Kota Baru - 1 Mei 1980", "Kota Baru", "1 Mei 1980"],
    ["Balikpapan", "Balikpapan", ""],
    ["Balikpapan, March 20, 1966", "Balikpapan", "March 20, 1966"],
    ["March 20, 1966", "", "March 20, 1966"],
    ["Makassar, l7-08-1980", "", "Makassar, l7-08-1980"],
    ["O1-01-1970", "", "O1-01-1970"],
    ["Kota 20 1966", "Kota", "20 1966"],
    ["17-08-1980", "", "17-08-1980"],
    ["", "", ""],
  ])("%j", (text, place, date) => expect(splitPlaceDate(text)).toEqual({ place, date }))
})

const kinds = fc.constantFrom<CellKind>("text", "number", "date", "boolean", "error")

test("never throws", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), kinds, fc.boolean(), (text, kind, date1904) => {
      read(text, { kind, date1904 })
      splitPlaceDate(text)
    }),
  )
})

test("no part of a date is invented: day and year stand in the text", () => {
  const dateLike = fc.string({
    unit: fc.constantFrom(..."0123456789", "-", "/", " ", ".", "mei", "jun", "x", "iv"),
    maxLength: 14,
  })
  fc.assert(
    fc.property(dateLike, (text) => {
      const { date } = read(text)
      if (date === null) return
      const digits = text.replace(/\D/g, "")
      expect(digits).toContain(date.slice(2, 4))
      expect(digits).toContain(String(Number(date.slice(8))))
      const named = /mei|jun|iv|i|v|x/.test(text)
      if (!named) expect(digits).toContain(String(Number(date.slice(5, 7))))
    }),
    { numRuns: 5000 },
  )
})

test("every day of 1900 to 2025 is read alike in nine styles", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 45_000 }), (days) => {
      const iso = new Date(Date.UTC(1900, 0, days)).toISOString().slice(0, 10)
      const [y, m, d] = iso.split("-")
      const month = new Intl.DateTimeFormat("id", { month: "long", timeZone: "UTC" })
      const styles = [
        iso,
        `${y}/${m}/${d}`,
        `${d}/${m}/${y}`,
        `${d}-${m}-${y}`,
        `${d}.${m}.${y}`,
        `${Number(d)}-${Number(m)}-${y}`,
        `${d}${m}${y}`,
        `${Number(d)} ${month.format(new Date(iso))} ${y}`,
        `${y} ${m} ${d}`,
      ]
      for (const style of styles) expect(read(style).date).toBe(iso)
    }),
    { numRuns: 300 },
  )
})

test("any three numbers are the date of an independent calendar, or a question", () => {
  const isDay = (y: number, m: number, d: number): boolean => {
    const day = new Date(Date.UTC(y, m - 1, d))
    return day.getUTCFullYear() === y && day.getUTCMonth() === m - 1 && day.getUTCDate() === d
  }
  const two = (part: number): string => String(part).padStart(2, "0")
  const parts = fc.tuple(
    fc.integer({ min: 0, max: 45 }),
    fc.integer({ min: 0, max: 40 }),
    fc.integer({ min: 1850, max: 2060 }),
    fc.constantFrom("-", "/", ".", " "),
  )
  fc.assert(
    fc.property(parts, ([d, m, y, mark]) => {
      const { date, codes } = read([two(d), two(m), y].join(mark))
      const turned = m > 12 && d >= 1 && d <= 12
      const [day, month] = turned ? [m, d] : [d, m]
      const iso = `${y}-${two(month)}-${two(day)}`
      const expected = isDay(y, month, day) && y >= 1900 && iso <= ON ? iso : null
      expect(date).toBe(expected)
      expect(codes).toEqual(expected === null ? ["DOB_IMPOSSIBLE"] : turned ? ["DOB_MMDD"] : [])
    }),
    { numRuns: 5000 },
  )
})

describe("a column that stands month first", () => {
  const nik = "6471010408809001" as Nik
  test.each([
    ["04/08/1980", { order: "month_first" }, "1980-04-08", ["DOB_MMDD"]],
    ["04/08/80", { order: "month_first" }, "1980-04-08", ["DOB_2DIGIT", "DOB_MMDD"]],
    ["17/08/1980", { order: "month_first" }, "1980-08-17", []],
    ["08/08/1980", { order: "month_first" }, "1980-08-08", []],
    ["1980-04-08", { order: "month_first" }, "1980-04-08", []],
    ["tgl 9 bln 4 thn 1964", { order: "month_first" }, "1964-04-09", []],
    ["08/04/1980", { order: "mixed", nik }, "1980-08-04", ["DOB_MMDD"]],
    ["04/08/1980", { order: "mixed", nik }, "1980-08-04", []],
    ["09/04/1980", { order: "mixed", nik }, null, ["DOB_AMBIGUOUS"]],
    ["08/04/1980", { order: "mixed" }, null, ["DOB_AMBIGUOUS"]],
    ["08/08/1980", { order: "mixed" }, "1980-08-08", []],
    ["17/08/1980", { order: "mixed" }, "1980-08-17", []],
    ["08/04/1980", { order: "day_first", nik }, "1980-04-08", []],
    ["08/04/1980", { order: "unsettled", nik }, "1980-08-04", ["DOB_MMDD"]],
    ["08/04/80", { order: "unsettled", nik }, "1980-08-04", ["DOB_2DIGIT", "DOB_MMDD"]],
    ["04/08/1980", { order: "unsettled", nik }, "1980-08-04", []],
    ["09/04/1980", { order: "unsettled", nik }, "1980-04-09", []],
    ["08/04/1981", { order: "unsettled", nik }, "1981-04-08", []],
    ["08/04/1980", { order: "unsettled" }, "1980-04-08", []],
  ] as const)("%s with %j is %s", (text, change, date, codes) => {
    expect(read(text, change)).toMatchObject({ date, codes })
  })
})

describe("a month above 12, which only the other order makes a date", () => {
  const nik = "6471011208979501" as Nik
  const agrees = "6471011312979501" as Nik
  const undated = "6471019999979501" as Nik
  test.each([
    ["12-13-1997", {}, "1997-12-13", ["DOB_MMDD"]],
    ["12-13-1997", { nik: agrees }, "1997-12-13", ["DOB_MMDD"]],
    ["12-13-97", { nik: agrees }, "1997-12-13", ["DOB_2DIGIT", "DOB_MMDD"]],
    ["12-13-1997", { nik: undated }, "1997-12-13", ["DOB_MMDD"]],
    ["12-13-1997", { nik }, null, ["DOB_IMPOSSIBLE"]],
    ["12-13-97", { nik }, null, ["DOB_IMPOSSIBLE"]],
    ["12-13-1997", { nik, order: "unsettled" }, null, ["DOB_IMPOSSIBLE"]],
    ["12-13-1997", { nik, order: "month_first" }, "1997-12-13", ["DOB_MMDD"]],
    ["12-13-1997", { nik, order: "mixed" }, "1997-12-13", ["DOB_MMDD"]],
    ["13-12-1997", { nik }, "1997-12-13", []],
    ["1997-13-12", { nik }, null, ["DOB_IMPOSSIBLE"]],
  ] as const)("%s with %j is %s", (text, change, date, codes) => {
    expect(read(text, change)).toMatchObject({ date, codes })
  })
})

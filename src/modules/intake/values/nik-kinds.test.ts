import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { localDate } from "../../../kernel/local-date.ts"
import { isNik, type Nik } from "../../../kernel/nik.ts"
import type { CellKind } from "../../../platform/spreadsheet/workbook.ts"
import { FINDINGS } from "../findings/finding.ts"
import { isImpossibleNik, readKk, readNik } from "./nik.ts"

fc.configureGlobal({ seed: 2026 })

const ON = localDate(2025, 11, 15)

interface Damaged {
  readonly text: string
  readonly kind?: CellKind
}
/** How a cell comes to hold something else than the NIK; `at` chooses a place, `digit` a digit. */
type Kind = (nik: string, at: number, digit: number) => Damaged

const put = (text: string, at: number, value: string, gone = 0) =>
  text.slice(0, at) + value + text.slice(at + gone)
const lost = (nik: string) => `${nik.slice(0, 15)}0`
const decimal = (nik: string, digits: number) => `${nik[0]},${nik.slice(1, digits)}`
const number = (text: string): Damaged => ({ text, kind: "number" })
const text = (value: string): Damaged => ({ text: value })
const groups = (nik: string, mark: string) =>
  nik.replace(/\B(?=(\d{3})+$)/g, mark === "" ? " " : mark)
/** The digit that looks like the letter; without one, the last. */
const looks = (nik: string, at: number, [digit = "", letter = ""]: string) => {
  const found = nik.indexOf(digit, at)
  return text(put(nik, found < 0 ? 15 : found, letter, 1))
}
const wide = (nik: string, zero: number) =>
  [...nik].map((char) => String.fromCodePoint(zero + Number(char))).join("")

/** All sixteen digits still stand there, in their order, as text: they are read, and only they. */
const READABLE: Readonly<Record<string, Kind>> = {
  plain: (nik) => text(nik),
  apostrophe: (nik) => text(`'${nik}`),
  backtick: (nik) => text(`\`${nik}`),
  curlyQuote: (nik) => text(`’${nik}`),
  doubleQuotes: (nik) => text(`"${nik}"`),
  textFormula: (nik) => text(`="${nik}"`),
  leadingBlank: (nik) => text(`  ${nik}`),
  trailingBlank: (nik) => text(`${nik} `),
  noBreakSpace: (nik, at) => text(put(nik, at, "\u00a0")),
  zeroWidth: (nik, at) => text(put(nik, at, "\u200b")),
  byteOrderMark: (nik) => text(`\ufeff${nik}`),
  tab: (nik) => text(`\t${nik}`),
  lineBreak: (nik, at) => text(put(nik, at, "\n")),
  groupsOfFour: (nik) => text(nik.replace(/(....)(?=.)/g, "$1 ")),
  dots: (nik) => text(nik.replace(/^(.{6})(.{6})/, "$1.$2.")),
  dashes: (nik) => text(nik.replace(/^(.{6})(.{6})/, "$1-$2-")),
  labelled: (nik, at) => text(`${["NIK", "NIK:", "No. KTP :", "nik. "][at % 4]} ${nik}`),
  enDashes: (nik) => text(nik.replace(/^(.{6})(.{6})/, "$1–$2–")),
}

/** A digit is lost, doubtful or too many: a human is asked, whatever a guess would say. */
const ASKED: Readonly<Record<string, Kind>> = {
  numberCell: (nik) => number(lost(nik)),
  numberCellExact: (nik) => number(nik),
  numberWithDecimals: (nik) => number(`${lost(nik)}.0`),
  numberScientific: (nik) => number(`${nik[0]}.${nik.slice(1, 15)}E+15`),
  numberGrouped: (nik) => number(groups(lost(nik), ",")),
  dateCell: (nik) => ({ text: lost(nik), kind: "date" }),
  scientificComma: (nik) => text(`${decimal(nik, 6)}E+15`),
  scientificPoint: (nik) => text(`${decimal(nik, 6).replace(",", ".")}E+15`),
  scientificShort: (nik) => text(`${decimal(nik, 3)}e15`),
  groupedText: (nik) => text(groups(lost(nik), ".")),
  groupedComma: (nik) => text(groups(lost(nik), ",")),
  decimalTail: (nik) => text(`${nik}.0`),
  decimalCommaTail: (nik) => text(`${nik},00`),
  oneLost: (nik, at) => text(put(nik, at, "", 1)),
  oneMore: (nik, at, digit) => text(put(nik, at, String(digit))),
  firstLost: (nik) => text(nik.slice(1)),
  lastLost: (nik) => text(nik.slice(0, 15)),
  half: (nik) => text(nik.slice(0, 8)),
  doubled: (nik) => text(nik + nik),
  two: (nik) => text(`${nik} / ${nik.slice(0, 15)}1`),
  twoLines: (nik) => text(`${nik}\n${nik}`),
  letterO: (nik, at) => looks(nik, at, "0O"),
  letterSmallO: (nik, at) => looks(nik, at, "0o"),
  letterL: (nik, at) => looks(nik, at, "1l"),
  letterI: (nik, at) => looks(nik, at, "1I"),
  letterS: (nik, at) => looks(nik, at, "5S"),
  letterB: (nik, at) => looks(nik, at, "8B"),
  unknownDigit: (nik, at) => text(put(nik, at, "?", 1)),
  starred: (nik) => text(`${nik.slice(0, 12)}****`),
  fullWidth: (nik) => text(wide(nik, 0xff10)),
  arabicIndic: (nik) => text(wide(nik, 0x0660)),
  withName: (nik) => text(`${nik} (Budi)`),
  serialZero: (nik) => text(`${nik.slice(0, 12)}0000`),
  repeated: (_, __, digit) => text(String(digit).repeat(16)),
  counted: () => text("1234567890123456"),
  blank: () => text(""),
  promise: () => text("menyusul"),
  dash: () => text("-"),
  zero: () => text("0"),
  formulaError: () => ({ text: "#REF!", kind: "error" }),
}

const places = ["640101", "110102", "327301", "737114", "911002", "517103", "320426"]
const day = fc.date({
  min: new Date("1938-01-01"),
  max: new Date("2008-12-31"),
  noInvalidDate: true,
})
const niks = fc
  .tuple(fc.constantFrom(...places), day, fc.boolean(), fc.integer({ min: 9001, max: 9999 }))
  .map(([place, born, isWoman, serial]) => {
    const [y = "", m = "", d = ""] = born.toISOString().slice(0, 10).split("-")
    const dayOfNik = String(Number(d) + (isWoman ? 40 : 0)).padStart(2, "0")
    return `${place}${dayOfNik}${m}${y.slice(2)}${serial}`
  })
const cases = fc.tuple(niks, fc.integer({ min: 0, max: 15 }), fc.integer({ min: 0, max: 9 }))

test("there are at least forty kinds, and every NIK of the generator is one", () => {
  expect(Object.keys(ASKED).length + Object.keys(READABLE).length).toBeGreaterThanOrEqual(40)
  fc.assert(
    fc.property(niks, (nik) => {
      expect(isNik(nik) && ON !== null && !isImpossibleNik(nik, ON)).toBe(true)
    }),
  )
})

describe("all digits stand there", () => {
  test.each(Object.entries(READABLE))("%s", (_, kind) => {
    fc.assert(
      fc.property(cases, ([nik, at, digit]) => {
        const damaged = kind(nik, at, digit)
        const { nik: read, code } = readNik(damaged.text, damaged.kind ?? "text")
        expect(read).toBe(nik)
        if (code !== null) expect(FINDINGS[code].handling).toBe("auto")
      }),
      { numRuns: 500 },
    )
  })
})

describe("a digit is lost or doubtful: none is accepted, none repaired", () => {
  test.each(Object.entries(ASKED))("%s", (name, kind) => {
    fc.assert(
      fc.property(cases, ([nik, at, digit]) => {
        const damaged = kind(nik, at, digit)
        const { nik: read, code } = readNik(damaged.text, damaged.kind ?? "text")
        expect(read).toBeNull()
        // What a failed formula holds is asked under its own code.
        if (name !== "formulaError") expect(code !== null && FINDINGS[code].handling).toBe("ask")
      }),
      { numRuns: 500 },
    )
  })
})

describe("sixteen digits of which one is wrong", () => {
  const wrong: Readonly<Record<string, (nik: string, digit: number) => string>> = {
    noProvince: (nik) => put(nik, 0, "00", 2),
    provinceThatIsNone: (nik) => put(nik, 0, "99", 2),
    noRegency: (nik) => put(nik, 2, "00", 2),
    noDistrict: (nik) => put(nik, 4, "00", 2),
    noDay: (nik) => put(nik, 6, "00", 2),
    dayBetween: (nik, digit) => put(nik, 6, String(32 + (digit % 9)), 2),
    dayBeyond: (nik, digit) => put(nik, 6, String(72 + digit), 2),
    noMonth: (nik) => put(nik, 8, "00", 2),
    monthBeyond: (nik, digit) => put(nik, 8, String(13 + digit), 2),
    thirtiethOfFebruary: (nik) => put(nik, 6, "3002", 4),
  }
  test.each(Object.entries(wrong))("%s is seen, and no digit is changed", (_, spoil) => {
    fc.assert(
      fc.property(cases, ([nik, , digit]) => {
        const spoilt = spoil(nik, digit)
        const { nik: read } = readNik(spoilt, "text")
        expect(read).toBe(spoilt)
        expect(ON !== null && isImpossibleNik(spoilt as Nik, ON)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  test("what no structure shows is read as written, for the registry to judge", () => {
    fc.assert(
      fc.property(cases, ([nik, at, digit]) => {
        const spoilt = put(nik, at, String(digit), 1)
        const { nik: read } = readNik(spoilt, "text")
        if (read !== null) expect(read).toBe(spoilt)
      }),
    )
  })
})

describe("the number of a family card", () => {
  test.each([
    ["6471011708159001", "text", "6471011708159001"],
    ["6471 0117 0815 9001", "text", "6471011708159001"],
    ["'6471011708159001", "text", "6471011708159001"],
    ["6471011708159000", "number", null],
    ["6471015708159001", "text", null],
    ["6471011713159001", "text", null],
    ["6471010008159001", "text", null],
    ["9971011708159001", "text", null],
    ["6471011708150000", "text", null],
    ["1111111111111111", "text", null],
    ["647101170815900", "text", null],
    ["menyusul", "text", null],
  ] as const)("%s in a %s cell is %s", (written, kind, kk) => {
    expect(readKk(written, kind)).toBe(kk)
  })
})

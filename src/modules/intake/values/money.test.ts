import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { rupiah } from "../../../kernel/rupiah.ts"
import type { CellKind } from "../../../platform/spreadsheet/workbook.ts"
import { numberInWords } from "./number-words.ts"
import { readIncome } from "./money.ts"

fc.configureGlobal({ seed: 2026 })

const read = (text: string, kind: CellKind = "text", csv = false) => {
  const { low, high, codes } = readIncome(text, kind, csv)
  return [low === null ? null : Number(low), high === null ? null : Number(high), codes[0] ?? ""]
}

describe("one amount", () => {
  test.each([
    ["2500000", 2_500_000],
    ["2.500.000", 2_500_000],
    ["2,500,000", 2_500_000],
    ["Rp 2.500.000", 2_500_000],
    ["Rp2.500.000,-", 2_500_000],
    ["Rp. 2.500.000,00", 2_500_000],
    ["IDR 3,050,000", 3_050_000],
    ["IDR 3,050,000.00", 3_050_000],
    ["2.500.000 rupiah", 2_500_000],
    ["650.000/bln", 650_000],
    ["2.500.000 per bulan", 2_500_000],
    ["2500000 per month", 2_500_000],
    ["2,5 jt", 2_500_000],
    ["2.5 juta", 2_500_000],
    ["2.5 million", 2_500_000],
    ["3,15 jt", 3_150_000],
    ["0,9 jt", 900_000],
    ["2jt", 2_000_000],
    ["sejuta setengah", 1_500_000],
    ["dua juta setengah", 2_500_000],
    ["1 juta setengah", 1_500_000],
    ["1 500 000", 1_500_000],
    ["@2.000.000", 2_000_000],
    ["gaji 2 juta", 2_000_000],
    ["1 juta lima ratus ribu", 1_500_000],
    ["2jt5", 2_500_000],
    ["2 juta 5", 2_500_000],
    ["1jt850rb", 1_850_000],
    ["1 juta 850 ribu", 1_850_000],
    ["2jt850", 2_850_000],
    ["650rb", 650_000],
    ["1.500 rb", 1_500_000],
    ["1,500k", 1_500_000],
    ["rata-rata 2 juta", 2_000_000],
    ["dua jt", 2_000_000],
    ["seratus lima puluh rb", 150_000],
    ["1½ juta", 1_500_000],
    ["1 1/2 jt", 1_500_000],
    ["½ juta", 500_000],
    ["¾ jt", 750_000],
    ["2 1/4 juta", 2_250_000],
    ["1´500´000", 1_500_000],
    ["1’500’000", 1_500_000],
    ["1.jt", 1_000_000],
    ["Rp 1.500.000 (satu juta lima ratus ribu rupiah)", 1_500_000],
    ["sejuta", 1_000_000],
    ["satu setengah juta", 1_500_000],
    ["dua juta sembilan ratus lima puluh ribu", 2_950_000],
    ["tujuh ratus lima puluh ribu rupiah", 750_000],
    ["satu juta seratus ribu", 1_100_000],
    ["Tiga Juta Dua Ratus Lima Belas Ribu", 3_215_000],
  ])("%s", (text, amount) => expect(read(text)).toEqual([amount, amount, "INCOME_TEXT"]))
})

describe("a range keeps both ends", () => {
  test.each([
    ["1-2 juta", 1_000_000, 2_000_000],
    ["1 s/d 2 juta", 1_000_000, 2_000_000],
    ["2 sd 3 juta", 2_000_000, 3_000_000],
    ["1,5 - 2 jt", 1_500_000, 2_000_000],
    ["500rb - 1jt", 500_000, 1_000_000],
    ["1.000.000 - 2.000.000", 1_000_000, 2_000_000],
    ["Rp 1 juta sampai Rp 2 juta", 1_000_000, 2_000_000],
    ["0-1 juta", 0, 1_000_000],
    ["< 1 juta", 0, 1_000_000],
    ["di bawah 2jt", 0, 2_000_000],
    ["maksimal 2.000.000", 0, 2_000_000],
    ["> 2 juta", 2_000_000, null],
    ["di atas 3 juta", 3_000_000, null],
    [">= 3 juta", 3_000_000, null],
    ["3 juta ke atas", 3_000_000, null],
    ["<= 1.000.000", 0, 1_000_000],
    ["1 jt kebawah", 0, 1_000_000],
    ["tidak sampai 1 juta", 0, 1_000_000],
    ["antara 1 dan 2 juta", 1_000_000, 2_000_000],
    ["satu sampai dua juta", 1_000_000, 2_000_000],
    ["1jt-1,5 jt", 1_000_000, 1_500_000],
    ["1~2jt", 1_000_000, 2_000_000],
    ["1.750.000 - 2jt", 1_750_000, 2_000_000],
    ["± 1-2 jt", 1_000_000, 2_000_000],
    ["kurang lebih < 1 jt", 0, 1_000_000],
  ])("%s", (text, low, high) => expect(read(text)).toEqual([low, high, "INCOME_RANGE"]))
})

describe("about so much is no amount of its own style, but a warning", () => {
  test.each([
    ...["± 1 jt", "+/- 1.000.000", "+- 1jt", "1 jt +-", "~1 juta", "kurang lebih 1 jt"],
    ...["krg lbh 1jt", "kurang lbh Rp 1.000.000", "lebih kurang 1 juta", "sekitar 1 juta"],
    ...["kira2 1 juta", "1 jutaan", "1jt-an", "1.000.000 an"],
  ])("%s", (text) => expect(read(text)).toEqual([1_000_000, 1_000_000, "INCOME_RANGE"]))
})

describe("the minimum wage by its name", () => {
  const wage = rupiah(3_701_508)
  test.each([
    ["kurang dari UMR", 0n, 3_701_508n],
    ["< UMK", 0n, 3_701_508n],
    ["di bawah upah minimum kota", 0n, 3_701_508n],
    ["UMR", 3_701_508n, 3_701_508n],
    ["1 juta s/d UMR", 1_000_000n, 3_701_508n],
    ["di atas UMK", 3_701_508n, null],
  ])("%s", (text, low, high) => {
    expect(readIncome(text, "text", false, wage)).toEqual({ low, high, codes: ["INCOME_RANGE"] })
    expect(readIncome(text, "text", false).codes).toEqual(["INCOME_AMBIGUOUS"])
  })

  test.each(["UMP", "2 x UMR", "UMKM"])("%s is asked", (text) =>
    expect(readIncome(text, "text", false, wage).codes).toEqual(["INCOME_AMBIGUOUS"]),
  )
})

describe("asked, not guessed", () => {
  test.each([
    ...["2500", "2,5", "2.5", "75", "1.500", "75rb/hari", "100 ribu per hari", "50rb sehari"],
    ...["300rb/minggu", "20rb/trip", "24 juta per tahun", "75rb", "2.500 juta", "2-1 juta"],
    ...["17081980", "19800817", "08990000"],
    ...["cukup", "UMK", "dua juta juta", "lima enam ratus", "ribu", "1-2-3 juta", "2 juta 5 rb rb"],
    ...["omzet 5jt", "5 jt (omset)", "kotor 3 juta", "1/2 juta", "1. 500.000"],
    ...[
      "Rp 1.500.000 (dua juta rupiah)",
      "900000000",
      "Rp 1x.000",
      "dua puluh ratus ribu",
      "satu ribu dua juta",
    ],
  ])("%s", (text) => expect(read(text)).toEqual([null, null, "INCOME_AMBIGUOUS"]))

  test.each(["", "-", "...", "tidak ada", "belum diisi", "Rp", "Rp -", "n/a", "tidak tentu"])(
    "%j says nothing",
    (text) => expect(read(text)).toEqual([null, null, "INCOME_MISSING"]),
  )
})

test.each([
  ["2500000", "number", false, [2_500_000, 2_500_000, ""]],
  ["2500000.4", "number", false, [2_500_000, 2_500_000, ""]],
  ["2.5E6", "number", false, [2_500_000, 2_500_000, ""]],
  ["2500", "number", false, [null, null, "INCOME_AMBIGUOUS"]],
  ["-2500000", "number", false, [null, null, "INCOME_AMBIGUOUS"]],
  ["2500000", "text", true, [2_500_000, 2_500_000, ""]],
  ["2.500.000", "text", true, [2_500_000, 2_500_000, "INCOME_TEXT"]],
] as const)("%s as %s cell, csv %s", (text, kind, csv, expected) => {
  expect(read(text, kind, csv)).toEqual(expected)
})

test("never throws, and no amount is beyond what a month can bring", () => {
  const moneyLike = fc.string({
    unit: fc.constantFrom(..."0123456789.,- ", "jt", "juta", "rb", "ribu", "Rp", "dua", "ratus"),
    maxLength: 12,
  })
  fc.assert(
    fc.property(fc.oneof(moneyLike, fc.string({ unit: "binary" })), (text) => {
      for (const kind of ["text", "number"] as const) {
        const [low, high] = read(text, kind)
        if (high !== null) expect(high).toBeLessThanOrEqual(100_000_000)
        if (low !== null && high !== null) expect(low).toBeLessThanOrEqual(high as number)
      }
    }),
    { numRuns: 3000 },
  )
})

/** An own speller, the other way round. */
function spelled(count: number): string {
  const units = "nol satu dua tiga empat lima enam tujuh delapan sembilan".split(" ")
  if (count >= 1_000_000) return `${spelled(Math.floor(count / 1e6))} juta ${rest(count % 1e6)}`
  if (count >= 2000) return `${spelled(Math.floor(count / 1000))} ribu ${rest(count % 1000)}`
  if (count >= 1000) return `seribu ${rest(count % 1000)}`
  if (count >= 200) return `${units[Math.floor(count / 100)]} ratus ${rest(count % 100)}`
  if (count >= 100) return `seratus ${rest(count % 100)}`
  if (count >= 20) return `${units[Math.floor(count / 10)]} puluh ${rest(count % 10)}`
  if (count === 11) return "sebelas"
  if (count === 10) return "sepuluh"
  return count > 11 ? `${units[count - 10]} belas` : (units[count] ?? "")
}

function rest(count: number): string {
  return count === 0 ? "" : spelled(count)
}

test("every number in words is read back", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999_999 }), (count) => {
      expect(numberInWords(spelled(count))).toBe(count)
    }),
    { numRuns: 2000 },
  )
})

test("no unit is ever guessed: without one a small amount is asked, whatever stands around it", () => {
  const around = fc.constantFrom(
    ...["{}", "Rp {}", "Rp. {},-", "{} per bulan", "sekitar {}", "< {}", "> {}", "{} - {}"],
    ...["{} s/d {}", "gaji {}", "{} ke bawah", "antara {} dan {}", "±{}", "{}/bln"],
  )
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999 }), around, fc.boolean(), (amount, form, dots) => {
      const written = dots ? String(amount).replace(/\B(?=(\d{3})+$)/g, ".") : String(amount)
      const { low, high, codes } = readIncome(form.replaceAll("{}", written), "text", false)
      expect([low ?? 0n, high, codes]).toEqual([0n, null, ["INCOME_AMBIGUOUS"]])
    }),
    { numRuns: 2000 },
  )
})

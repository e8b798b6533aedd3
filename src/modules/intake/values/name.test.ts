import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { FindingCode } from "../findings/finding.ts"
import { readName } from "./name.ts"

fc.configureGlobal({ seed: 2026 })

describe("a name", () => {
  const cases: readonly (readonly [string, string, readonly FindingCode[]])[] = [
    ["AHMAD YANI", "AHMAD YANI", []],
    ["Ahmad Yani", "AHMAD YANI", []],
    ["Siti Nur'aini", "SITI NUR'AINI", []],
    ["Siti Nur'Aini", "SITI NUR'AINI", []],
    ["I Ketut Rena", "I KETUT RENA", []],
    ["José Amaral", "JOSÉ AMARAL", []],
    ["M. Yusuf", "M. YUSUF", []],
    ["ahmad yani", "AHMAD YANI", ["NAME_CASE"]],
    ["aHMAD yANI", "AHMAD YANI", ["NAME_CASE"]],
    ["Ahmad yani", "AHMAD YANI", ["NAME_CASE"]],
    ["AHMAD  YANI", "AHMAD YANI", ["NAME_SPACES"]],
    [" AHMAD YANI", "AHMAD YANI", ["NAME_SPACES"]],
    ["AHMAD\u00a0YANI", "AHMAD YANI", ["NAME_SPACES"]],
    ["H. Ahmad Yani", "AHMAD YANI", ["NAME_TITLE"]],
    ["Pak Ahmad Yani", "AHMAD YANI", ["NAME_TITLE"]],
    ["Pakarudin", "PAKARUDIN", []],
    ["Hj.Siti Aminah", "SITI AMINAH", ["NAME_TITLE"]],
    ["Drs. H. Ahmad Yani", "AHMAD YANI", ["NAME_TITLE"]],
    ["Ahmad Yani, S.Pd", "AHMAD YANI", ["NAME_TITLE"]],
    ["Ahmad Yani, S.Pd., M.Si", "AHMAD YANI", ["NAME_TITLE"]],
    ["Ahmad Yani S.E.", "AHMAD YANI", ["NAME_TITLE"]],
    ["Ahmad Yani, A.Md.Kep", "AHMAD YANI", ["NAME_TITLE"]],
    ["Ny. Siti Aminah", "SITI AMINAH", ["NAME_TITLE"]],
    ["h. AHMAD YANI", "AHMAD YANI", ["NAME_TITLE", "NAME_CASE"]],
    ["Siti Aminah SE, MM", "SITI AMINAH", ["NAME_TITLE"]],
    ["Drs. Budi Santoso SE", "BUDI SANTOSO", ["NAME_TITLE"]],
    ["BUDI SANTOSO SE.", "BUDI SANTOSO", ["NAME_TITLE"]],
    ["Siti Aminah.S.Pd", "SITI AMINAH", ["NAME_TITLE"]],
    ["LINA SE", "LINA SE", []],
    ["Surya St.", "SURYA ST.", []],
    ["Ny.Siti", "SITI", ["NAME_TITLE"]],
    ["Tn.HASAN,SE", "HASAN", ["NAME_TITLE"]],
    ["PT Maju Jaya", "PT MAJU JAYA", ["NAME_BUSINESS"]],
    ["CV. ABADI", "CV. ABADI", ["NAME_BUSINESS"]],
    ["Koperasi Nelayan", "KOPERASI NELAYAN", ["NAME_BUSINESS"]],
    ["Jl. Mawar No 3", "JL. MAWAR NO 3", ["NAME_OTHER"]],
    ["RT 05", "RT 05", ["NAME_OTHER"]],
    ["Balikpapan, 05-03-1975", "BALIKPAPAN, 05-03-1975", ["NAME_OTHER"]],
    ["Rp 1.500.000", "RP 1.500.000", ["NAME_OTHER"]],
    ["Laki-laki", "LAKI-LAKI", ["NAME_CASE", "NAME_OTHER"]],
    ["JALANI", "JALANI", []],
    ["Kelana Jaya", "KELANA JAYA", []],
    ["UDIN", "UDIN", []],
    ["Ptolemi Firmansyah", "PTOLEMI FIRMANSYAH", []],
    ["Ns. Hasan, S.Kep", "HASAN", ["NAME_TITLE"]],
    ["Siti Maryam Hj.", "SITI MARYAM", ["NAME_TITLE"]],
    ["Budi Santoso (Alm)", "BUDI SANTOSO", ["NAME_TITLE"]],
    ["Siti Aminah (P)", "SITI AMINAH", ["NAME_TITLE"]],
    ["1. Budi Santoso", "BUDI SANTOSO", ["NAME_SPACES"]],
    ["Budi Santoso*", "BUDI SANTOSO", ["NAME_SPACES"]],
    ["Samsul dipanggil Udin", "SAMSUL", ["NAME_ALIAS"]],
    ["Bud\u0456 S\u0430ntoso", "BUDI SANTOSO", ["NAME_UNICODE"]],
    ["\uff21hmad", "AHMAD", ["NAME_UNICODE"]],
    ["\u0416\u0430\u043d Putra", "\u0416\u0410\u041d PUTRA", []],
    ["Nur\u2019aini", "NUR'AINI", ["NAME_UNICODE"]],
    ["YOH\u200bANES", "YOHANES", ["NAME_UNICODE"]],
    ["Rene\u0301 Manopo", "RENÉ MANOPO", ["NAME_UNICODE"]],
    ["NurÃ¢â‚¬â„¢aini", "NurÃ¢â‚¬â„¢aini", ["NAME_MOJIBAKE"]],
    ["RenÃ©  Manopo", "RenÃ© Manopo", ["NAME_MOJIBAKE", "NAME_SPACES"]],
    ["Samsul (Udin)", "SAMSUL", ["NAME_ALIAS"]],
    ['Dadang "Acil"', "DADANG", ["NAME_ALIAS"]],
    ["Dadang “Acil” Mardjuki", "DADANG MARDJUKI", ["NAME_ALIAS"]],
    ["Ujang alias Ucok", "UJANG", ["NAME_ALIAS"]],
    ["“Buyung” Syahrul", "SYAHRUL", ["NAME_ALIAS"]],
    ["‘Buyung’ Syahrul", "SYAHRUL", ["NAME_UNICODE", "NAME_ALIAS"]],
    ["Tn. Agus / Acil", "AGUS", ["NAME_ALIAS", "NAME_TITLE"]],
    ["Ujang al. Ucok", "UJANG", ["NAME_ALIAS"]],
    ["Ahmad bin Umar", "AHMAD BIN UMAR", ["NAME_BIN"]],
    ["SITI BINTI UMAR", "SITI BINTI UMAR", ["NAME_BIN"]],
    ["", "", ["NAME_EMPTY"]],
    ["  ", "", ["NAME_EMPTY"]],
    ["-", "", ["NAME_EMPTY"]],
    ["\u200b", "", ["NAME_EMPTY"]],
    ["belum ada", "", ["NAME_EMPTY"]],
    ["NN", "", ["NAME_EMPTY"]],
    [".,", "", ["NAME_EMPTY"]],
    ["H. (", "", ["NAME_EMPTY"]],
    ["12", "", ["NAME_EMPTY"]],
  ]
  test.each(cases)("%j", (text, name, codes) => {
    const reading = readName(text)
    expect(reading.codes).toEqual(codes)
    expect(reading.name).toBe(name)
  })
})

describe("what looks like a title and is none", () => {
  test.each([
    "HERMAN",
    "HJALMAR",
    "SE KARTIKA",
    "IRWAN",
    "USTADI",
    "DRAJAT",
    "ALMA",
    "NYOMAN SARI",
    "HASAN S. A. UMAR",
    "AHMAD M. ALI",
    "IKBAL S.",
    "SITI SE",
  ])("%s", (name) => expect(readName(name)).toEqual({ name, alias: "", codes: [] }))
})

test.each([
  ["Samsul (Udin)", "UDIN"],
  ['Dadang "Acil"', "ACIL"],
  ["Ujang Komarudin 'Ucok'", "UCOK"],
  ["Ujang alias Ucok", "UCOK"],
  ["“Buyung” Syahrul", "BUYUNG"],
  ["Tn. Agus / Acil", "ACIL"],
  ["Agus d/h Acil", "ACIL"],
  ["Nur'aini", ""],
])("the nickname of %s is %j", (text, alias) => expect(readName(text).alias).toBe(alias))

const nameLike = fc.string({
  unit: fc.constantFrom(..."abAB .,'()\"", "H.", "bin", "S.Pd", "\u00a0", "\u200b", "é", "’"),
  maxLength: 16,
})

test("never throws; no letter is invented, none but title and nickname is dropped", () => {
  const letters = (text: string): string =>
    text
      .normalize("NFC")
      .toUpperCase()
      .normalize("NFC")
      .replace(/[^\p{L}]/gu, "")
  fc.assert(
    fc.property(fc.oneof(nameLike, fc.string({ unit: "binary" })), (text) => {
      const { name, alias, codes } = readName(text)
      const [before, after] = [letters(text), letters(name)]
      const isWhole = !codes.some((code) => /EMPTY|TITLE|ALIAS|MOJIBAKE/.test(code))
      // Lookalikes of other scripts change their script, never their number.
      if (isWhole && codes.includes("NAME_UNICODE")) expect(after).toHaveLength(before.length)
      else if (isWhole) expect(after).toBe(before)
      else expect(after.length + letters(alias).length).toBeLessThanOrEqual(before.length)
    }),
    { numRuns: 2000 },
  )
})

test("a name that was read is read again as itself", () => {
  fc.assert(
    fc.property(nameLike, (text) => {
      const { name } = readName(text)
      const again = readName(name)
      if (!again.codes.includes("NAME_ALIAS") && !again.codes.includes("NAME_TITLE"))
        expect(again.name).toBe(name)
    }),
  )
})

test("any title around any name is taken off, named in the finding, and nothing else", () => {
  const names = ["YOSEFINA KOGOYA", "NUR'AINI", "M. IQBAL", "I WAYAN SUDANA", "SURYADI", "ST. HAWA"]
  const before = [
    "",
    "H. ",
    "Hj. ",
    "Drs. ",
    "Ir. H. ",
    "Prof. Dr. ",
    "KH. ",
    "Pdt. ",
    "Ibu ",
    "Ns. ",
  ]
  const behind = [
    "",
    ", S.Pd",
    ", S.E., M.M.",
    " S.Kom",
    ", SH",
    ", A.Md.Kep",
    ", Lc., MA",
    " (Alm)",
  ]
  const [name, first, last] = [names, before, behind].map((texts) => fc.constantFrom(...texts))
  if (name === undefined || first === undefined || last === undefined)
    throw new Error("three lists")
  fc.assert(
    fc.property(name, first, last, (own, title, degree) => {
      const reading = readName(`${title}${own}${degree}`)
      expect(reading.name).toBe(own)
      expect(reading.codes.includes("NAME_TITLE")).toBe(title + degree !== "")
      expect(readName(reading.name)).toEqual({ name: own, alias: "", codes: [] })
    }),
    { numRuns: 480 },
  )
})

import { describe, expect, test } from "vitest"
import { findingCodes, type FindingCode } from "./finding.ts"
import { cellPlace, FINDING_TEXTS, findingSentence } from "./finding-text.ts"

const LANGUAGES = ["id", "en"] as const
const CASES = LANGUAGES.flatMap((language) =>
  findingCodes().map((code) => [language, code] as const),
)

test.each(CASES)("%s %s says what, where and how", (language, code) => {
  const { what, where, how } = FINDING_TEXTS[language][code]
  expect(what).toMatch(/^[A-Z][^{}.]{5,70}$/)
  expect(how).toMatch(/^[A-Z].*\.$/)
  const placeholders = [...`${where} ${how}`.matchAll(/\{(\w*)\}/g)].map((match) => match[1])
  for (const name of placeholders) expect(["cell", "before", "after", "file"]).toContain(name)
  for (const sentence of how.split(/(?<=\.) /)) expect(sentence.split(" ").length).toBeLessThan(21)
})

describe("a finding in a sentence", () => {
  const say = (code: FindingCode, before: string, after = "") =>
    findingSentence(
      { code, field: "nik", before, after },
      { cell: cellPlace(214, 2, "id"), file: "damai.xlsx" },
      "id",
    )
  test.each([
    [
      say("NIK_LENGTH", "647101170880900"),
      'NIK tidak 16 angka: sel C214 berisi "647101170880900". Lihat KTP, lalu tulis 16 angka NIK.',
    ],
    [
      say("NIK_EMPTY", ""),
      "NIK belum diisi: sel C214 kosong. Lihat KTP atau kartu keluarga, lalu tulis 16 angka NIK.",
    ],
    [
      say("INCOME_TEXT", "2,5 jt", "2500000"),
      'Penghasilan ditulis sebagai teks: sel C214 berisi "2,5 jt". Dibaca Rp2.500.000; tidak perlu diubah.',
    ],
    [
      say("DOB_MMDD", "08/17/1980", "1980-08-17"),
      'Bulan dan hari tertukar: sel C214 berisi "08/17/1980". Dibaca 17 Agustus 1980; tulis hari lebih dulu lain kali.',
    ],
    [
      say("FILE_PROTECTED", ""),
      'Berkas terkunci kata sandi: berkas "damai.xlsx". Buka di Excel, simpan tanpa kata sandi, lalu kirim lagi.',
    ],
  ])("%s", (sentence, expected) => expect(sentence).toBe(expected))

  test("a cell cannot put words into the sentence", () => {
    expect(say("NIK_LENGTH", "{file} $& {after}")).toContain('berisi "{file} $& {after}"')
  })

  test("a long cell is cut", () => {
    expect(say("NIK_LENGTH", "1".repeat(500)).length).toBeLessThan(160)
  })
})

test.each([
  [0, "sel A7"],
  [25, "sel Z7"],
  [26, "sel AA7"],
  [701, "sel ZZ7"],
  [undefined, "baris 7"],
])("column %s is %s", (column, place) => expect(cellPlace(7, column, "id")).toBe(place))

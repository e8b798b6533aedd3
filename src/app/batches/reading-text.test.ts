import { expect, test } from "vitest"
import { comparisonOf, type BatchReading } from "../../modules/inbox/index.ts"
import type { Finding } from "../../modules/intake/index.ts"
import { barText } from "./progress-bar.cli.ts"
import { refusalText, readingText } from "./reading-text.ts"
import { readingWords } from "./reading-words.ts"

const finding = (code: Finding["code"], field: string, before: string, after = ""): Finding => ({
  code,
  field,
  before,
  after,
})

const reading: BatchReading = {
  kind: "usulan",
  format: "xlsx",
  sender: { id: "64.71.01.1001", name: "Kelurahan Damai", known: true },
  counts: { read: 2114, accepted: 1890, repaired: 96, set_aside: 31, ignored: 97 },
  diff: { new: 12, same: 2000, changed: 3, missing: 2 },
  stillAsked: 12,
  comparedWith: comparisonOf([]),
  lawVersion: "x",
  sheets: [
    {
      name: "RT 1-40",
      headerRow: 6,
      columns: [
        { column: "B", label: "Nama", field: "name" },
        { column: "C", label: "NIK", field: "nik" },
      ],
    },
  ],
  registers: [],
  findings: [finding("SHEET_IGNORED", "Rekap", "")],
  recipe: null,
}

const codes = [
  {
    code: "NIK_NUMERIC" as const,
    rows: 12,
    first: {
      sheet: "RT 1-40",
      row: 214,
      finding: finding("NIK_NUMERIC", "nik", "6471010508809000"),
    },
  },
  {
    code: "NAME_CASE" as const,
    rows: 80,
    first: { sheet: "RT 1-40", row: 9, finding: finding("NAME_CASE", "name", "budi", "BUDI") },
  },
]

test("a clerk reads counts first, then what to answer, where and how", () => {
  const text = readingText({ name: "usulan.xlsx", reading, codes }, "id")
  const lines = text.split("\n")
  expect(lines[0]).toBe('Membaca usulan.xlsx … 2.114 baris, lembar "RT 1-40", judul di baris 6')
  expect(lines[1]).toBe("  Dibaca sebagai usulan dari Kelurahan Damai")
  expect(lines[2]).toBe(
    "  2.114 baris = 1.890 diterima + 96 diperbaiki + 31 ditahan + 97 diabaikan",
  )
  expect(lines[3]).toMatch(/: 12 baru, 2\.000 sama, 3 berubah, 2 tidak ada lagi$/)
  expect(lines[4]).toBe("  12 baris kembali tanpa perubahan dan masih menunggu jawaban")
  expect(text).toContain("    NIK_NUMERIC     12 baris  NIK disimpan sebagai bilangan")
  expect(text).toContain('misalnya sel C214 berisi "6471********9000". Ubah format sel')
  expect(text.indexOf("NIK_NUMERIC")).toBeLessThan(text.indexOf("NAME_CASE"))
})

test("the same in English", () => {
  const text = readingText({ name: "usulan.xlsx", reading, codes }, "en")
  expect(text).toContain("2,114 rows = 1,890 accepted + 96 repaired + 31 set aside + 97 ignored")
  expect(text).toContain("cell C214 holds")
})

test("a file that cannot be read: what, where, how", () => {
  const protectedFile = finding("FILE_PROTECTED", "file", "")
  expect(refusalText("a.xlsx", protectedFile, "id")).toMatch(/^Membaca a\.xlsx … .+: .+\. .+\n$/)
})

test("both languages have the same words to say", () => {
  const keys = (value: unknown): unknown =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, keys(inner)]))
      : typeof value
  expect(keys(readingWords("en"))).toEqual(keys(readingWords("id")))
})

test.each([
  [0, "░░░░░░░░░░░░░░░░░░░░░░░░   0 %  Membaca … 2 s"],
  [0.5, "████████████░░░░░░░░░░░░  50 %  Membaca … 2 s"],
  [1.5, "████████████████████████ 100 %  Membaca … 2 s"],
])("the bar at %d", (share, text) => {
  expect(barText(share, "Membaca", 2)).toBe(text)
})

const register = (kind: string, lacking: readonly string[] = []): BatchReading => ({
  ...{ ...reading, findings: [], sheets: [], sender: { id: "register", name: kind, known: true } },
  ...{ kind: "register", registers: [{ kind, records: 5, unusable: 0, unread: [], lacking }] },
})

test.each([
  [register("population"), "id", "jawaban register: padanan NIK di Dukcapil"],
  [register("female_head, decile"), "id", "perempuan kepala keluarga; desil kesejahteraan"],
  [register("unknown"), "id", "jawaban register: isinya belum dikenal"],
  [register("unknown"), "en", "answers of a register: content not known"],
  [{ ...register("field_check"), kind: "verifikasi" }, "id", "hasil verifikasi lapangan\n"],
  [register("population", ["resident_since"]), "id", "Kolom yang belum ada: Penduduk sejak"],
] as const)("a register is told of in words, not in codes: %#", (read, language, said) => {
  const text = readingText({ name: "a.csv", reading: read, codes: [] }, language)
  expect(text).toContain(said)
  expect(text).not.toMatch(/[a-z]_[a-z]|population|unknown/)
})

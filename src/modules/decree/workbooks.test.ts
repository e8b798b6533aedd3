import { describe, expect, test } from "vitest"
import { OPEN_NAME_NOTE } from "./annex-wording.ts"
import { annexWorkbook } from "./annex-workbook.ts"
import { buildAnnex } from "./annex.ts"
import { enrolmentWorkbook } from "./enrolment-workbook.ts"
import { FRAME, people, person } from "./decree.testing.ts"
import { reserveWorkbook } from "./reserve-workbook.ts"
import type { SheetSpec, WorkbookSpec } from "../../platform/spreadsheet/sheet-spec.ts"
import type { Month } from "../../kernel/period.ts"

const annex = buildAnnex(FRAME, people(50))

test.each([
  ["lampiran-sk", annexWorkbook(annex)],
  ["daftar-cadangan", reserveWorkbook(FRAME, people(5))],
  ["pendaftaran-bpjs", enrolmentWorkbook(annex)],
])("every row of %s fills its columns, and a NIK is text", (_, { sheets }) => {
  for (const { columns, rows, totalsRow } of sheets) {
    for (const row of [...rows, ...(totalsRow ? [totalsRow] : [])]) {
      expect(row).toHaveLength(columns.length)
    }
    const nik = columns.findIndex(({ header }) => header.toLowerCase() === "nik")
    if (nik < 0) continue
    expect(columns[nik]?.kind).toBe("text")
    expect(rows.every((row) => /^\d{16}$/.test(String(row[nik])))).toBe(true)
  }
})

describe("annexWorkbook", () => {
  const book = annexWorkbook(annex)

  test("has the sums of the annex on every sheet, and the rows add up to them", () => {
    for (const name of ["Lampiran", "Rekap kelurahan", "Rekap sektor"]) {
      const sheet = sheetOf(book, name)
      expect(sheet.totalsRow?.at(-1)).toBe(annex.totals.year)
      const money = sheet.columns.flatMap(({ kind }, i) => (kind === "rupiah" ? [i] : []))
      for (const column of money) {
        const sum = sheet.rows.reduce((total, row) => total + BigInt(row[column] ?? 0), 0n)
        expect(sheet.totalsRow?.[column]).toBe(sum)
      }
    }
  })

  test("says that it is a draft, its hashes and the sum in words", () => {
    expect(sheetOf(book, "Lampiran").titleLines?.[0]).toContain("RANCANGAN")
    const notes = JSON.stringify(sheetOf(book, "Keterangan").rows)
    expect(notes).toContain(annex.listHash)
    expect(notes).toContain(FRAME.law.version)
    expect(notes).toContain("Rp10.080.000 (Sepuluh juta delapan puluh ribu rupiah)")
  })
})

test("enrolmentWorkbook has the canonical columns in their order and everybody once", () => {
  const { columns, rows } = sheetOf(enrolmentWorkbook(annex), "Pendaftaran")
  expect(columns.map(({ header }) => header).join(" ")).toBe(
    "no nik nama tempat_lahir tanggal_lahir jenis_kelamin nama_ibu_kandung alamat rt rw " +
      "kelurahan kecamatan kode_pos no_hp email jenis_pekerjaan lokasi_kerja penghasilan " +
      "program periode_awal periode_akhir kode_wadah keterangan",
  )
  expect(new Set(rows.map((row) => row[1])).size).toBe(annex.totals.people)
  expect(rows).toHaveLength(annex.totals.people)
})

describe("a name that is not sure", () => {
  const open = person(7, { name: "MAâ€™RUF", isNameOpen: true })
  const book = enrolmentWorkbook(buildAnnex(FRAME, [...people(3), open]))

  test("is not registered: the person waits, with the reason", () => {
    expect(sheetOf(book, "Pendaftaran").rows.map((row) => row[1])).not.toContain(open.nik)
    const { rows, cellFill } = sheetOf(book, "Ditunda")
    expect(rows.map((row) => [row[1], row[2], row.at(-1)])).toEqual([
      [open.nik, open.name, OPEN_NAME_NOTE],
    ])
    expect([cellFill?.(0, 1), cellFill?.(0, 2)]).toEqual([undefined, "error"])
  })

  test("is marked in annex and reserve list, and counted below", () => {
    const annexBook = annexWorkbook(buildAnnex(FRAME, [open]))
    expect(sheetOf(annexBook, "Lampiran").rows[0]?.[2]).toBe("MAâ€™RUF *)")
    expect(JSON.stringify(sheetOf(annexBook, "Keterangan").rows)).toContain(`${OPEN_NAME_NOTE}: 1 `)
    const reserve = sheetOf(reserveWorkbook(FRAME, [open]), "Daftar cadangan")
    expect(reserve.rows[0]?.[2]).toBe("MAâ€™RUF *)")
    expect(reserve.titleLines).toContain(OPEN_NAME_NOTE)
  })

  test("elsewhere nothing is marked", () => {
    expect(enrolmentWorkbook(annex).sheets.map(({ name }) => name)).toEqual(["Pendaftaran"])
    const papers = [annexWorkbook(annex), reserveWorkbook(FRAME, people(5))]
    const shown = papers.flatMap(({ sheets }) =>
      sheets.map(({ rows, titleLines }) => [rows, titleLines]),
    )
    const text = JSON.stringify(shown, (_, part: unknown) => (typeof part === "bigint" ? 0 : part))
    expect(text).not.toContain("*)")
  })
})

test("reserveWorkbook follows the rank and tells why", () => {
  const [a, b] = [person(1, { rank: 12 }), person(2, { rank: 11, group: "Penyandang disabilitas" })]
  const [first, second] = sheetOf(reserveWorkbook(FRAME, [a, b]), "Daftar cadangan").rows
  expect(first?.slice(0, 3)).toEqual([1, 11, b.name])
  expect(first?.slice(-2)).toEqual(["Penyandang disabilitas", "desil 2"])
  expect(second?.slice(0, 2)).toEqual([2, 12])
})

test.each([
  ["2026-01", 12, "2026-01", "2026-12"],
  ["2026-03", 2, "2026-03", "2026-04"],
  ["2025-12", 3, "2025-12", "2026-02"],
  ["2026-07", 1, "2026-07", "2026-07"],
])("enrolmentWorkbook covers %s and %i months", (firstMonth, months, from, to) => {
  const frame = { ...FRAME, firstMonth: firstMonth as Month, months }
  const sheet = sheetOf(enrolmentWorkbook(buildAnnex(frame, [person(3)])), "Pendaftaran")
  const row = Object.fromEntries(sheet.columns.map(({ header }, i) => [header, sheet.rows[0]?.[i]]))
  expect(row).toMatchObject({
    no: 1,
    no_hp: "089900001234",
    kode_pos: null,
    email: null,
    kode_wadah: null,
    nik: person(3).nik,
    tanggal_lahir: "04-01-1980",
    kelurahan: "Barat Laut",
    kecamatan: "Barat",
    jenis_pekerjaan: "Pedagang kecil",
    penghasilan: 2_500_000n,
    program: "JKK,JKM",
    periode_awal: from,
    periode_akhir: to,
  })
})

function sheetOf(book: WorkbookSpec, name: string): SheetSpec {
  const sheet = book.sheets.find((one) => one.name === name)
  if (sheet === undefined) throw new Error(`no sheet ${name}`)
  return sheet
}

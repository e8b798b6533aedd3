import { expect, test } from "vitest"
import { readBatch } from "../../modules/intake/index.ts"
import { sheetOf, TABLES, workbookOf } from "../../modules/intake/intake.testing.ts"
import { kindOfFile } from "./kind-of-file.ts"

/** What a file with these headers is taken for. */
function kindOf(name: string, headers: readonly string[]): string {
  const filled = headers.map((_, column) => (column === 1 ? "6471010508809001" : `isi ${column}`))
  const workbook = workbookOf(sheetOf([headers, filled]))
  const received = { name, sha256: "1", workbook: { ok: true, value: workbook } } as const
  const [file] = readBatch([received], [], TABLES).files
  if (file === undefined) throw new Error("the file was not opened")
  return kindOfFile(name, workbook, file)
}

const LIST = ["Nama", "NIK", "Tgl Lahir", "Pekerjaan", "Penghasilan"]

test.each([
  ["usulan damai.xlsx", LIST, "usulan"],
  ["daftar.xlsx", ["Nama", "NIK", "Alamat", "Pekerjaan"], "usulan"],
  // Income is asked in proposals only, whatever else an office adds or the file is called.
  ["dtsen damai.xlsx", [...LIST, "Desil"], "usulan"],
  ["daftar.xlsx", [...LIST, "Jenis disabilitas"], "usulan"],
  ["daftar.xlsx", ["Nama", "NIK", "Pekerjaan", "Desil DTSEN"], "usulan"],
  ["dtsen.csv", ["NIK", "Desil", "Versi"], "register"],
  ["hasil.csv", ["Nama", "NIK", "Hasil padan", "Tanggal meninggal"], "register"],
  ["x.csv", ["No", "NIK", "Nama", "Sektor", "KPJ", "Bulan awal", "Bulan akhir"], "register"],
  ["penerima provinsi.csv", ["Nama", "NIK", "Kab/Kota", "Pekerjaan", "Sejak"], "register"],
  ["daftar.csv", ["Nama", "NIK", "Kab/Kota", "Pekerjaan", "Sejak"], "usulan"],
  ["cek.csv", ["Nama", "NIK", "Hasil", "Tanggal cek", "Petugas"], "verifikasi"],
  ["surat-masuk.csv", ["No agenda", "Tanggal terima", "Pengirim", "Berkas"], "surat-masuk"],
  ["Surat Masuk 2026.xlsx", ["No agenda", "Tanggal terima", "Pengirim", "Berkas"], "surat-masuk"],
])("%s with %j is %s", (name, headers, kind) => {
  expect(kindOf(name, headers)).toBe(kind)
})

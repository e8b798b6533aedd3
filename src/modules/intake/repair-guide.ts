import type { SheetSpec } from "../../platform/spreadsheet/sheet-spec.ts"
import { formatCount } from "../../kernel/rupiah.ts"
import type { IntakeFile } from "./batch.ts"

/** The first sheet of a repair workbook: what to do with it, in five lines. */
export function repairGuide(file: IntakeFile, rows: number): SheetSpec {
  const steps = [
    `Berkas ini memuat ${formatCount(rows)} baris dari "${file.name}" yang perlu dilengkapi.`,
    "Buka lembar berikutnya. Setiap baris adalah satu orang; nomor baris aslinya di kolom pertama.",
    "Perbaiki sel yang berwarna: jingga harus dijawab, kuning cukup dicocokkan dengan KTP.",
    "Kolom terakhir menjelaskan kesalahan dan cara memperbaikinya.",
    "Ketik NIK dan nomor telepon sebagai teks. Jangan menghapus baris atau kolom.",
    "Simpan berkas ini, lalu kirim kembali ke alamat asal permintaan ini.",
  ]
  return {
    name: "Petunjuk",
    titleLines: [`Perbaikan daftar ${file.sender.name}`],
    columns: [
      { header: "Langkah", width: 10, kind: "number" },
      { header: "Yang perlu dilakukan", width: 84, kind: "text" },
    ],
    rows: steps.map((step, index) => [index + 1, step]),
    freezeHeader: false,
    orientation: "portrait",
  }
}

import type { RegisterField } from "./register-field.ts"

/** Titles are words that the register reader knows. */
const COLUMNS: Partial<Record<RegisterField, string>> = {
  nik: "NIK",
  result: "Hasil",
  resident_since: "Penduduk sejak",
  birth_matches: "Tanggal lahir cocok",
  segment: "Segmen",
  payer: "Pembayar iuran",
  membership_status: "Status kepesertaan",
  checked_on: "Tanggal verifikasi",
  reason: "Alasan",
  decile: "Desil",
  file: "Berkas",
  row: "Baris",
  field: "Bidang",
  value: "Jawaban",
}

/** Wording of what is asked about a register that cannot be read wholly. */
export const REGISTER_TEXT_ID = {
  columns: COLUMNS,
  lacking: (file: string, names: string) =>
    `Kolom yang dibutuhkan tidak ditemukan di ${file}: ${names}.`,
  unread: (labels: string) => `Kolom yang tidak dikenali: ${labels}.`,
  nameColumns: (names: string) =>
    `Beri judul kolom ${names} pada kolom yang memuatnya, atau minta kolom itu kepada pengirim.`,
  unknown: (file: string) => `Tidak diketahui daftar apa ${file} ini, jadi isinya tidak dipakai.`,
  nameFile:
    "Beri nama berkas yang menyebut isinya, misalnya dukcapil, bpjs, provinsi, desil, verifikasi " +
    "atau jawaban, dan satu baris judul kolom.",
}

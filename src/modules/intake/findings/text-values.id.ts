import type { FindingTexts } from "./finding-parts.ts"

type ValueTexts = Pick<
  FindingTexts,
  | "NIK_IMPOSSIBLE"
  | "KK_INVALID"
  | "DOB_AMBIGUOUS"
  | "JOB_SEVERAL"
  | "NAME_BUSINESS"
  | "NAME_OTHER"
  | "FILE_TOO_MUCH"
>

/** What findings about numbers and dates that cannot be say in Indonesian. */
export const VALUE_TEXT_ID: ValueTexts = {
  NIK_IMPOSSIBLE: {
    what: "NIK memuat kode wilayah atau tanggal yang tidak ada",
    where: '{cell} berisi "{before}"',
    how: "Boleh dilanjutkan. Cocokkan NIK dengan KTP; Dukcapil yang memastikan.",
  },
  KK_INVALID: {
    what: "Nomor KK bukan nomor kartu keluarga",
    where: '{cell} berisi "{before}"',
    how: "Boleh dilanjutkan. Lihat kartu keluarga, lalu tulis 16 angka sebagai teks.",
  },
  DOB_AMBIGUOUS: {
    what: "Tanggal lahir dapat dibaca dengan dua cara",
    where: '{cell} berisi "{before}"',
    how: "Lihat KTP, lalu tulis hari-bulan-tahun, contoh 05-09-1979.",
  },
  JOB_SEVERAL: {
    what: "Lebih dari satu pekerjaan ditulis",
    where: '{cell} berisi "{before}"',
    how: "Tulis satu pekerjaan utama, yaitu yang terbanyak waktunya.",
  },
  NAME_BUSINESS: {
    what: "Nama badan usaha, bukan nama orang",
    where: '{cell} berisi "{before}"',
    how: "Tulis nama orang yang bekerja seperti di KTP; badan usaha tidak dapat diusulkan.",
  },
  NAME_OTHER: {
    what: "Isi kolom nama bukan nama orang",
    where: '{cell} berisi "{before}"',
    how: "Periksa apakah baris ini bergeser, lalu tulis nama orang yang bekerja seperti di KTP.",
  },
  FILE_TOO_MUCH: {
    what: "Berkas melebihi batas yang dibaca",
    where: 'berkas "{file}": {before}',
    how: "Hapus lembar, baris, dan kolom kosong yang berformat, atau bagi menjadi beberapa berkas, lalu kirim lagi sebagai .xlsx.",
  },
}

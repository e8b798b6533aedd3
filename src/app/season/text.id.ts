import type { CriterionRuleName } from "../../modules/law/index.ts"

/** What a condition means for whoever proposes people, behind its title; "" where the title says it. */
export const CRITERION_TEXT_ID: Readonly<Record<CriterionRuleName, string>> = {
  identity_exists: "NIK dan namanya sama dengan yang tertulis di KTP-el",
  alive: "orang yang sudah meninggal tidak diusulkan",
  resident_months: "",
  age_below: "",
  income_at_most:
    "jumlah penghasilan sebulan dari semua pekerjaan tidak lebih dari upah minimum kabupaten/kota",
  informal: "bekerja sendiri atau bersama keluarga, tanpa karyawan yang digaji",
  no_other_payer:
    "iurannya belum dibayar perusahaan, pemerintah lain, atau dirinya sendiri; ia bukan anggota ASN, TNI, atau Polri, dan bukan pensiunannya",
  sector_verified:
    "petugas dinas dapat memeriksa di lapangan bahwa ia memang bekerja di sektor itu",
  poverty_decile: "menurut data kesejahteraan yang berlaku (DTSEN)",
}

type Same<T> = { readonly [K in keyof T]: string }
export type SeasonWords = Same<typeof seasonTextId>

/** What `season open` says on the terminal. */
export const seasonTextId = {
  working: "Menyusun surat dan daftar isian …",
  opened: "Berkas untuk usulan tahun {year} ada di {out}",
  letter: "surat permintaan kepada {count} kantor; isi nomor dan tanggalnya",
  forms: "satu daftar isian untuk setiap kantor",
  statements: "penghasilan, dan bukan pemberi kerja; untuk dicetak dan ditandatangani",
  newOnly: "Belum ada daftar tahun {last} di basis data, jadi hanya calon baru yang diminta.",
  recipients:
    "Yang ditanyakan keadaannya: {count} orang dalam daftar {last} yang terakhir dihitung.",
  noTerms:
    "Paket kebijakan belum memuat tahun program {year}. Tambahkan pagu dan tanggalnya di law/ sebelum daftar diolah.",
  deadline:
    "Batas pengembalian: {deadline} (ubah dengan --deadline). Taruh daftar yang kembali di usulan/.",
  passed:
    "PERHATIAN: batas itu sudah lewat, dan surat di atas memuatnya. Ulangi dengan tanggal yang belum lewat: --deadline HARI-BULAN-TAHUN.",
} as const

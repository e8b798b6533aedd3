import type { ReasonCode } from "../law/index.ts"

/** `why` says what stands against a person; `need` what must be answered, after "perlu". */
export interface ReasonText {
  readonly why: string
  readonly need: string
}

/** A sentence for every reason: a code without one does not compile. */
export const REASON_TEXT_ID: Readonly<Record<ReasonCode, ReasonText>> = {
  ACTIVE_PU: {
    why: "Sudah dilindungi pemberi kerja sebagai Penerima Upah.",
    need: "kepastian status kepesertaan Penerima Upah",
  },
  ACTIVE_BPU: {
    why: "Sudah membayar iuran sendiri sebagai Bukan Penerima Upah.",
    need: "kepastian status kepesertaan mandiri",
  },
  ACTIVE_PROV: {
    why: "Iurannya sudah dibayar pemerintah provinsi.",
    need: "kepastian daftar penerima dari provinsi",
  },
  ACTIVE_CSR: {
    why: "Iurannya sudah dibayar perusahaan (CSR).",
    need: "kepastian daftar penerima dari perusahaan",
  },
  AGE_65_OR_MORE: {
    why: "Usianya sudah mencapai batas usia pada tanggal pendaftaran.",
    need: "kepastian tanggal lahir",
  },
  AGE_BELOW_MINIMUM: {
    why: "Belum mencapai usia paling rendah.",
    need: "kepastian tanggal lahir",
  },
  AGE_NOT_KNOWN: {
    why: "Tanggal lahirnya belum diketahui.",
    need: "tanggal lahir",
  },
  CIVIL_SERVANT: {
    why: "Tercatat sebagai aparatur sipil negara, anggota TNI atau Polri, atau pensiunannya.",
    need: "kepastian status kepegawaian",
  },
  DECEASED: {
    why: "Sudah meninggal dunia menurut catatan kependudukan.",
    need: "kepastian status hidup",
  },
  DECILE_ABOVE_MAXIMUM: {
    why: "Desil kesejahteraannya di atas batas.",
    need: "desil kesejahteraan terbaru",
  },
  DECILE_NOT_KNOWN: {
    why: "Desil kesejahteraannya belum diketahui.",
    need: "desil kesejahteraan",
  },
  DUKCAPIL_NOT_ASKED: {
    why: "NIK-nya belum ditanyakan kepada Dukcapil.",
    need: "jawaban pemadanan NIK",
  },
  DUKCAPIL_NOT_FOUND: {
    why: "NIK-nya tidak ditemukan di Dukcapil.",
    need: "NIK yang benar menurut KTP",
  },
  EMPLOYER: {
    why: "Mempekerjakan orang lain, jadi bukan pekerja rentan.",
    need: "kepastian bahwa ia tidak mempekerjakan orang",
  },
  INCOME_ABOVE_UMK: {
    why: "Penghasilannya di atas upah minimum kota.",
    need: "pernyataan penghasilan",
  },
  INCOME_NOT_KNOWN: {
    why: "Penghasilannya kosong atau tidak jelas.",
    need: "pernyataan penghasilan yang jelas",
  },
  MOVED_OUT: {
    why: "Sudah pindah ke luar kota.",
    need: "kepastian tempat tinggal",
  },
  NIK_NOT_KNOWN: {
    why: "NIK-nya tidak terbaca atau belum pasti.",
    need: "NIK menurut KTP",
  },
  NOT_FOUND_AT_ADDRESS: {
    why: "Petugas tidak menemukannya di alamat.",
    need: "pemeriksaan lapangan ulang",
  },
  NOT_INFORMAL: {
    why: "Pekerjaannya bukan pekerjaan sektor informal.",
    need: "kepastian pekerjaan",
  },
  ONLY_STRUCK_ROWS: {
    why: "Semua barisnya dicoret, atau keadaannya belum dipilih oleh pengirim.",
    need: "kepastian apakah orang ini masih diusulkan",
  },
  REGISTER_NOT_RECEIVED: {
    why: "Daftar pembanding dari pemegang data belum diterima.",
    need: "daftar pembanding yang belum dikirim",
  },
  RESIDENCE_NOT_KNOWN: {
    why: "Lama tinggalnya di kota ini belum diketahui.",
    need: "tanggal mulai tinggal di kota",
  },
  RESIDENT_UNDER_6_MONTHS: {
    why: "Belum cukup lama menjadi penduduk kota.",
    need: "tanggal mulai tinggal di kota",
  },
  RULE_FAILED: {
    why: "Sebuah aturan tidak dapat dihitung; ini gangguan program, bukan kesalahan warga.",
    need: "perbaikan program",
  },
  SECTOR_NOT_KNOWN: {
    why: "Pekerjaannya tidak jelas, jadi sektornya belum diketahui.",
    need: "pekerjaan yang jelas",
  },
  SECTOR_NOT_VERIFIED: {
    why: "Pekerjaannya belum diperiksa dinas pembina sektor.",
    need: "hasil pemeriksaan sektor",
  },
  VERIF_BUKAN_PEKERJA_SEKTOR: {
    why: "Menurut pemeriksaan lapangan ia bukan pekerja sektor itu.",
    need: "pemeriksaan lapangan ulang",
  },
  VERIF_SUDAH_KERJA_FORMAL: {
    why: "Menurut pemeriksaan lapangan ia sudah bekerja formal.",
    need: "pemeriksaan lapangan ulang",
  },
  VERIF_TIDAK_LAGI_BEKERJA: {
    why: "Menurut pemeriksaan lapangan ia tidak lagi bekerja.",
    need: "pemeriksaan lapangan ulang",
  },
}

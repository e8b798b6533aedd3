/** What `payung overlap` says in the terminal. */
export const OVERLAP_WORDS_ID = {
  partnerEntered: (name: string): string => `${name} dicatat.`,
  noPartners: "Belum ada pembayar lain yang dicatat. Lihat: ./payung overlap --help",
  partnerHead: ["pembayar lain", "jenis", "dasar", "berlaku", "ditanyakan", "dijawab"],
  noSessions: "Belum ada pertukaran.",
  sessionHead: ["nomor", "pembayar lain", "pihak", "keadaan", "NIK", "ketemu", "mulai"],
  sides: { asked: "bertanya", answered: "menjawab" },
  states: { open: "menunggu", finished: "selesai", cancelled: "dibatalkan", answered: "dijawab" },
  of: (used: number, limit: number): string => `${used} dari ${limit}`,
  unusable: (count: number): string =>
    `${count} baris tanpa NIK utuh tidak ikut ditanyakan: tentang mereka pertukaran ini tidak menjawab apa pun.`,
  working: "Menghitung titik kurva",
  offered: (count: number, out: string): string =>
    `Tawaran tentang ${count} NIK ditulis ke ${out}. Kirim berkas itu; simpan komputer ini sampai jawabannya datang.`,
  answeredTo: (count: number, out: string): string =>
    `Tawaran ${count} NIK dijawab; kirim kembali ${out}. Di sini tidak ada rahasia yang tersisa.`,
  finished: (found: number, asked: number, out: string): string =>
    `${found} dari ${asked} NIK juga dibayar pihak lain. Hasil ditulis ke ${out}; letakkan di register/ sebelum ./payung run.`,
  suspicious: {
    all: "Semua NIK ketemu. Periksa apakah daftar pihak lain memang memuat semua orang ini.",
    none: "Tidak satu pun NIK ketemu. Periksa apakah pihak lain memakai daftar yang benar.",
  },
  cancelled: (session: string): string =>
    `Pertukaran ${session} dibatalkan dan rahasianya dihapus. NIK yang ditanyakan tetap dihitung.`,
  unwritable: (out: string): string =>
    `${out} tidak dapat ditulis atau sudah ada; tidak ada yang dimulai. Pilih nama lain.`,
  unreadable: (file: string): string => `${file} tidak dapat dibaca. Periksa nama dan izinnya.`,
}

export type OverlapWords = typeof OVERLAP_WORDS_ID

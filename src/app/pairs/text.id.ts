/** What `payung match` says in the terminal. */
export const MATCH_WORDS_ID = {
  none: {
    open: "Tidak ada pasangan yang menunggu keputusan.",
    asked: "Tidak ada pasangan yang ditanyakan kepada kelurahan.",
    decided: "Belum ada pasangan yang diputuskan.",
  },
  next: 'Jelaskan: ./payung match explain NOMOR. Putuskan: ./payung match verdict NOMOR same --reason "…" (atau different, ask-kelurahan).',
  gone: "baris ini tidak ada lagi",
  waterfall: ["bit", "jumlah", "karena"],
  saved: "Keputusan disimpan; berlaku pada proses berikutnya (./payung run).",
  noLabels: "Belum ada keputusan same atau different, jadi tidak ada yang dipelajari.",
  unwritable: (out: string): string => `${out} tidak dapat ditulis. Pilih folder lain.`,
  learned: (count: number, out: string): string => `${count} keputusan ditulis ke ${out}.`,
}

export type MatchWords = typeof MATCH_WORDS_ID

import { foldText } from "../../kernel/text-fold.ts"

/** What a column of a register, an answer list or a field-check list can mean. */
export type RegisterField =
  | "nik"
  | "kk"
  | "name"
  | "birth_date"
  | "area"
  | "city"
  | "sector"
  | "result"
  | "name_similarity"
  | "birth_matches"
  | "died_on"
  | "moved_on"
  | "resident_since"
  | "kpj"
  | "segment"
  | "payer"
  | "membership_status"
  | "since"
  | "last_paid"
  | "decile"
  | "version"
  | "disability"
  | "dependants"
  | "month_from"
  | "month_to"
  | "answered_on"
  | "file"
  | "sheet"
  | "row"
  | "field"
  | "value"
  | "reason"
  | "checked_on"
  | "officer"
  | "minutes"
  | "note"
  | "order"
  | "received_on"
  | "sender"
  | "claimed"

/** First fit wins, so the narrower words stand first. */
const PATTERNS: readonly (readonly [RegisterField, RegExp])[] = [
  ["nik", /^nik\b/],
  ["file", /\b(berkas|file|dokumen)\b/],
  ["dependants", /\b(tanggungan|dependants?|dependents?|jml anak)\b/],
  ["name_similarity", /\b(kemiripan|similarity|skor|score|persen)\b/],
  ["birth_matches", /\b(lahir|dob|birth)\b.*\b(cocok|sesuai|match\w*|padan|sama)\b/],
  ["birth_matches", /\b(cocok|sesuai|match\w*|padan)\b.*\b(lahir|dob|birth)\b/],
  ["died_on", /\b(meninggal|wafat|kematian|death|died|mati)\b/],
  [
    "resident_since",
    /\b(ktp|(ber)?domisili|penduduk|resident|tinggal|datang)\b.*\b(sejak|since|mulai|tmt)\b/,
  ],
  ["resident_since", /\b(sejak|tmt|since)\b.*\b(ktp|domisili|penduduk|resident)\b/],
  ["resident_since", /\b(tgl|tanggal) (datang|masuk)\b/],
  ["moved_on", /\b(tgl|tanggal|date)\b.*\b(pindah|keluar|moved)\b|^(pindah|moved on|moved at)$/],
  ["note", /\b(tujuan|alamat tujuan)\b/],
  ["claimed", /\b(jumlah|jml|total)\b|\bclaimed\b/],
  ["received_on", /\b(tgl|tanggal|date)\b.*\b(terima|masuk|diterima|received|surat)\b/],
  ["sender", /\b(pengirim|asal|dari|sender|instansi pengirim)\b/],
  ["answered_on", /\b(tgl|tanggal|date)\b.*\b(jawab\w*|answer\w*|balas\w*|konfirmasi)\b/],
  [
    "checked_on",
    /\b(tgl|tanggal|date)\b.*\b(verif\w*|cek|periksa|kunjungan|survey|survei|visit|check\w*)\b/,
  ],
  ["checked_on", /^(tgl|tanggal|date)$/],
  ["minutes", /\b(ba|berita acara|minutes)\b/],
  ["kpj", /\b(kpj|no peserta|nomor peserta|kartu peserta|no kartu peserta|participant)\b/],
  ["kk", /\b(kk|nkk|kartu keluarga|family card)\b/],
  ["nik", /\b(nik|ktp|induk kependudukan|no induk|nomor induk|national id)\b/],
  ["birth_date", /\b(tgl|tanggal|tg)\b.*\b(lahir|lhr)\b|\b(dob|birth ?date|date of birth)\b/],
  ["name", /\b(nama|name|nm)\b/],
  ["decile", /\b(desil|decile|peringkat)\b/],
  ["version", /\b(versi|version|pemutakhiran|per tanggal|periode data|update)\b/],
  ["segment", /\b(segmen|segment|jenis kepesertaan|kategori peserta|program peserta)\b/],
  [
    "payer",
    /\b(pembayar|payer|pemberi kerja|perusahaan|dibayar oleh|penanggung|wadah|employer|instansi)\b/,
  ],
  ["membership_status", /\b(status)\b(?!.*\b(padan|verif\w*|hasil)\b)/],
  ["last_paid", /\b(iuran|last)\b.*\b(terakhir|paid|akhir)\b|\bterakhir bayar\b/],
  [
    "month_from",
    /\b(bulan|periode|masa|mulai|month)\b.*\b(awal|mulai|from|start)\b|^(mulai|awal)$/,
  ],
  [
    "month_to",
    /\b(bulan|periode|masa|month)\b.*\b(akhir|sampai|to|end|selesai)\b|^(sampai|akhir|s d)$/,
  ],
  ["since", /\b(sejak|since|tmt|mulai|tgl daftar|tanggal daftar|kepesertaan)\b/],
  ["disability", /\b(ragam|disabilitas|difabel|disability|kecacatan|cacat)\b/],
  ["row", /\b(baris|row|line|no baris)\b/],
  ["sheet", /\b(lembar|sheet|tab)\b/],
  ["field", /\b(bidang|kolom|field|isian|column)\b/],
  ["value", /\b(nilai|jawaban|value|isi|answer|perbaikan)\b/],
  ["result", /\b(hasil|result|status|padan|kesimpulan|outcome|rekomendasi)\b/],
  ["reason", /\b(alasan|sebab|reason|catatan|uraian)\b/],
  ["officer", /\b(petugas|verifikator|surveyor|officer|pemeriksa)\b/],
  ["area", /\b(kel|kelurahan|desa|village)\b/],
  ["city", /\b(kab|kota|kabupaten|city|regency)\b/],
  ["sector", /\b(sektor|sector|pekerjaan|profesi|occupation|jenis usaha)\b/],
  ["order", /\b(agenda|urut|order|no surat)\b/],
  ["note", /\b(ket|keterangan|note|remarks)\b/],
]

export function foldColumn(label: string): string {
  return foldText(label)
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
}

export function registerFieldOf(label: string): RegisterField | null {
  const folded = foldColumn(label)
  return PATTERNS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null
}

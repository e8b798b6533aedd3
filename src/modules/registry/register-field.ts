import { foldText } from "../../kernel/text-fold.ts"

const FIELDS = [
  ...(["nik", "kk", "name", "birth_date", "area", "city"] as const),
  ...(["sector", "result", "name_similarity", "birth_matches", "died_on", "moved_on"] as const),
  ...(["resident_since", "kpj", "segment", "payer", "membership_status", "since"] as const),
  ...(["last_paid", "decile", "version", "disability", "dependants", "month_from"] as const),
  ...(["month_to", "answered_on", "file", "sheet", "row", "field"] as const),
  ...(["value", "reason", "checked_on", "officer", "minutes", "note"] as const),
  ...(["order", "received_on", "sender", "claimed"] as const),
] as const

/** What a column of a register, an answer list or a field-check list can mean. */
export type RegisterField = (typeof FIELDS)[number]

export function isRegisterField(text: unknown): text is RegisterField {
  return FIELDS.some((field) => field === text)
}

// Words are stems: "cocok" also reads "kecocokan" and "dicocokkan". A stem that begins other words
// as well is closed by a boundary.
const DATE = "\\b(?:tgl|tggl|tanggal|date|tg\\b|waktu|kapan|tmt)"
const SAME = "(?:cocok|sesuai|match|padan|sama)"
const BIRTH = "(?:lahir|lhr|\\bttl\\b|\\bdob\\b|birth)"
const SINCE = "(?:sejak|since|\\bmulai|\\btmt)"
const HOME = "(?:\\bktp|domisili|duduk|resident|tinggal|datang|warga|menetap|catat\\b|rekam)"
const CHECK = "(?:verif|valid|\\b(?:di)?cek|eriksa|kunjung|surve|visit|check|lapangan|tinjau)"
const DEATH = "(?:meninggal|wafat|kematian|death|died|deceased|\\bmati\\b)"
const PAID = "(?:dibayar|dibiayai|ditanggung|dibayarkan)"

/** Both words, in any order. */
function both(a: string, b: string): RegExp {
  return new RegExp(`${a}.*${b}|${b}.*${a}`)
}

/** First fit wins, so the narrower words stand first. */
const PATTERNS: readonly (readonly [RegisterField, RegExp])[] = [
  ["result", /^nik (sesuai|cocok|valid|ditemukan|padan|status)/],
  ["nik", /^nik(nya)?\b/],
  ["file", /\b(berkas|(nama)?file|dokumen)/],
  ["dependants", /\b(tanggungan|dependants?|dependents?|(jml|jumlah) anak)/],
  ["name_similarity", /mirip|similar|\b(skor|score|persen)|ke(cocok|sama|sesuai)an nama/],
  ["birth_matches", both(BIRTH, SAME)],
  ["reason", new RegExp(`[sy]ebab.*${DEATH}`)],
  ["died_on", new RegExp(`^(?!(no|nomor|tempat|akta)\\b).*${DEATH}`)],
  ["resident_since", both(HOME, SINCE)],
  ["resident_since", /\b(tgl|tanggal) ((ke)?datang|(ber)?domisili|masuk)/],
  ["moved_on", both(DATE, "(?:pindah|(?<!di)keluar|moved)")],
  ["moved_on", /^((ke)?pindah(an)?|moved( on| at)?)$/],
  ["note", /\b(tujuan|alamat tujuan)\b/],
  ["claimed", /\b(jumlah|jml|total)\b|\bclaimed\b/],
  ["received_on", both(DATE, "(?:terima(?!n)|masuk|received|surat)")],
  ["month_from", /\bdari (bulan|bln|periode)\b/],
  ["sender", /\b(pengirim|asal|dari|sender|instansi pengirim)/],
  ["answered_on", both(DATE, "(?:jawab|answer|balas|konfirmasi|klarifikasi)")],
  ["checked_on", both(DATE, CHECK)],
  ["checked_on", /^(hari )?(tgl|tanggal|date|waktu)( pelaksanaan)?$/],
  ["officer", /petugas|verifikator|surveyor|officer|pemeriksa\b|enumerator|penanggung jawab/],
  ["officer", new RegExp(`${CHECK}\\w* oleh\\b`)],
  ["result", /^(hasil|kesimpulan|result|outcome)(nya)?\b/],
  ["result", new RegExp(`^status\\b.*(\\bnik|\\bktp|padan|hasil|${CHECK})`)],
  ["minutes", /\b(ba|bap|berita acara|minutes)\b/],
  ["payer", /\bnama (perusahaan|pemberi kerja|pembayar|badan usaha|instansi)/],
  ["kpj", /kpj|\b(no|nomor|id) (ke)?peserta|kartu (ke)?peserta|\bparticipant(?! name)/],
  ["kpj", /\b(no|nomor) (kartu(?! kel)|bpjs)/],
  ["kk", /(?<!nama )(?<!alamat )\b(kk|nkk|kartu keluarga|family card)(nya)?\b/],
  ["nik", /\b(nik|induk kependudukan|no induk|nomor induk|national id|(no|nomor) identitas)\b/],
  ["nik", /^(e )?ktp\b|\b(no|nomor) (e )?ktp\b/],
  ["birth_date", new RegExp(`${DATE}.*${BIRTH}|\\bdob\\b|birth ?date|date of birth`)],
  ["name", /\b(nama|name|nm\b)/],
  ["decile", /\b(desil|decile|peringkat)|kesejahteraan/],
  ["version", /\b(versi|version|per tanggal|periode data|update|data per)\b|mutakhir|rilis/],
  ["segment", /\bsegmen|\b(jenis|kategori|kelompok|golongan|program) (ke)?peserta/],
  ["last_paid", /\b(iuran|last)\b.*\b(ter|paid|akhir)|bayar(an)? terakhir|terakhir (di)?bayar/],
  ["payer", /\b(pembayar(?!an)|payer|pemberi kerja|perusahaan|penanggung|wadah|employer|instansi)/],
  ["payer", new RegExp(`\\b${PAID}(nya)? oleh|^${PAID}( siapa)?$|membayar|badan usaha|pembiaya`)],
  ["payer", /\bsumber (dana|iuran|biaya|pembayar)/],
  ["membership_status", /\bstatus\b(?!.*(padan|verif|hasil|kawin|nikah|hubungan|rumah|keluarga))/],
  [
    "membership_status",
    /^(masih |peserta )?aktif( atau tidak| y t)?$|^(ke)?aktif(an)?\b|^is active$/,
  ],
  [
    "month_from",
    /\b(bulan|periode|masa|mulai|month)\b.*\b(awal|mulai|from|start)\b|^(mulai|awal)$/,
  ],
  [
    "month_to",
    /\b(bulan|periode|masa|month)\b.*\b(akhir|sampai|to|end|selesai)\b|^(sampai|akhir|s d)$/,
  ],
  ["month_to", /\bsampai (bulan|bln|periode)\b/],
  ["since", /\b(sejak|since|tmt|mulai|tgl daftar|tanggal daftar|kepesertaan)/],
  ["disability", /\bragam|disabilitas|difabel|disability|cacat/],
  ["row", /\b(baris|brs|row|line)/],
  ["sheet", /\b(lembar|sheet|tab\b)/],
  ["sector", /\bbidang (usaha|kerja|pekerjaan)/],
  ["field", /\b(bidang|kolom|field|isian|column)/],
  ["value", /\b(nilai|value|isi(nya)?\b|answer|perbaikan|koreksi|pembetulan)|jawab|yang benar/],
  ["result", /hasil|\bresult|padan|simpul|\boutcome|rekomendasi|putusan|penilaian|^(layak|sesuai)/],
  ["reason", /\balasan|[sy]ebab|\breason|\bcatatan|\buraian|\btemuan|penjelasan/],
  ["area", /\b(kel|kelurahan|desa|village)(nya)?\b|\bkode (wilayah|area|kel|desa)/],
  ["city", /\b(kab|kota|kabupaten|city|regency)\b/],
  ["sector", /\b(sektor|sector|occupation|profesi)|pekerjaan|\bjenis (usaha|kerja)|pencaharian/],
  ["order", /\b(agenda|urut|order|no surat)/],
  ["note", /\b(ket|keterangan|note|remarks)/],
]

/** "Nama sesuai KTP" asks for a name: the document that it stands in is no second meaning. */
const AS_IN_DOCUMENT = /(?<=.) (sesuai|menurut|pada|di|dalam)( e)? (ktp|kk|akta|akte)\b.*$/

export function foldColumn(label: string): string {
  return foldText(label)
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
}

/** Null: nothing in the words of this header shows what the column means. */
export function registerFieldOf(label: string): RegisterField | null {
  const folded = foldColumn(label).replace(AS_IN_DOCUMENT, "")
  return PATTERNS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null
}

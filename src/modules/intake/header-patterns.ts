/** What a column of a proposal list can mean. */
export type Field =
  | "number"
  | "name"
  | "nik"
  | "nik_old"
  | "kk"
  | "birth_place"
  | "birth_date"
  | "birth_place_date"
  | "birth_day"
  | "birth_month"
  | "birth_year"
  | "sex"
  | "sex_male"
  | "sex_female"
  | "age"
  | "address"
  | "rt"
  | "rw"
  | "rt_rw"
  | "area"
  | "area_or_district"
  | "district"
  | "mother_name"
  | "occupation"
  | "income"
  | "phone"
  | "remarks"
  | "other"

const PERSON = "anggota|pekerja|peserta|penduduk|warga|lengkap|calon"
const NO_PERSON =
  "usaha|toko|warung|kelompok|ketua|rt|rw|bapak|ayah|father|suami|istri|pangkalan|kapal|bank"
const PLACE_WORDS = "kel|kelurahan|desa|kec|kecamatan|jalan|pekerjaan|kampung"
const PLACE = "tempat|tmpt?|tpt|kota"
const DAY = "tgl|tanggal|tg|tangal"
const BIRTH = "lahir|lhr|kelahiran"
/** What else a list copies from the identity card. */
const ON_THE_CARD = "alamat|almt|tgl|tanggal|tempat|tmpt?|kel|kelurahan|pekerjaan|jenis|rt|rw"

/** Any of these words, each list joined by bars. */
function words(...lists: readonly string[]): RegExp {
  return new RegExp(`\\b(${lists.join("|")})\\b`)
}

/** One word of the first list and behind it one of the second. */
function pair(first: string, second: string): RegExp {
  return new RegExp(`\\b(${first})\\b.*\\b(${second})\\b`)
}

/**
 * Header words in order of precedence: the first pattern that fits names the column. Built from the
 * terms of identity cards, letters and spreadsheets in Indonesian offices, abbreviations included,
 * and their English counterparts from platform exports.
 */
export const HEADER_PATTERNS: readonly (readonly [Field, RegExp])[] = [
  [
    "remarks",
    /^(ket|keterangan|catatan|remarks?|notes?)\b(?!.*\b(pekerjaan|usaha|alamat|kerja)\b)/,
  ],
  ["nik_old", pair("nik|ktp", "lama|sebelum\\w*|salah|old")],
  ["other", words("foto|fotokopi|fotocopy|fc|scan|salinan|lampiran|terbit|berlaku")],
  ["other", words("vehicle|kendaraan|nopol|plat|plate")],
  ["mother_name", words("ibu|mother")],
  ["other", new RegExp(`^(nama|name|nm) (${NO_PERSON})\\b`)],
  ["other", new RegExp(`\\b(nama|name)\\b(?!.*\\b(${PERSON})\\b).*\\b(${NO_PERSON})\\b`)],
  ["name", new RegExp(`^(nama|name|nm)\\b(?!.*\\b(${PLACE_WORDS})\\b)`)],
  ["kk", words("kk|nkk|kartu kelu?ar\\w*|kartu kel|family card|no(mor|mer)? kel(uarga)?")],
  ["nik", words("nik|nikp|induk kependudukan|induk penduduk|national id|identity")],
  ["nik", words("id (card|no|number)|no(mor|mer)? (id|identitas)")],
  ["nik", new RegExp(`^(?!.*\\b(${ON_THE_CARD})\\b).*\\b(e ?)?ktp\\b`)],
  ["birth_place_date", words("ttl")],
  ["birth_place_date", pair(`${PLACE}|place`, `${DAY}|date`)],
  ["birth_place_date", pair(DAY, "tempat|tmpt?")],
  ["birth_place", pair(`${PLACE}|kab`, BIRTH)],
  ["birth_place", words("birth ?place|place of birth")],
  ["birth_date", pair(DAY, BIRTH)],
  ["birth_date", pair("lahir|lhr", "tgl|tanggal")],
  ["birth_date", words("dob|birth ?date|date of birth|birthday")],
  ["birth_date", /^(lahir|kelahiran|tgl|tgl l)$/],
  ["age", words("umur|usia|age")],
  ["sex", words("jenis kel\\w*|jns kel\\w*|jen kel\\w*|kelamin|jk|j k|gender|sex")],
  ["sex", words("l p|lp|lk pr|p l|lk p|laki laki perempuan")],
  ["sex_male", /^(l|lk|laki|laki laki|male|pria)$/],
  ["sex_female", /^(p|pr|prp|perempuan|female|wanita)$/],
  ["address", pair("alamat|almt", "rt|rw|jl|jln|jalan")],
  ["rt_rw", pair("rt", "rw")],
  ["rw", words("rw|rukun warga")],
  ["rt", words("rt|rukun tetangga")],
  [
    "area_or_district",
    /^(wilayah|wil|sub ?district)\b(?!.*\b(kec|kecamatan|kerja|usaha|operasi\w*)\b)/,
  ],
  ["district", words("kec|kecamatan|district")],
  ["area", words("kel|kelurahan|desa|kampung|village|ward")],
  ["phone", words("hp|h p|nohp|hape|telp?|notelp|telepon|telpon|tlpn?|handphone|ponsel")],
  ["phone", words("selular|seluler|wa|whatsapp?|phone|telephone|mobile|kontak|contact")],
  ["income", words("penghasilan|pendapatan|gaji|upah|omz?et|omset|penghsln|pengh|pndptn")],
  ["income", words("income|earnings?|salary|wages?")],
  ["income", pair("hasil", "bln|bulan|sebulan|rp|rata|bersih")],
  ["other", pair("lama|lokasi|tempat|tmpt|jumlah|jml|mulai", "usaha|kerja|bekerja|pekerja")],
  ["address", words("alamat|almt|domisili|address|jalan|tempat tinggal")],
  ["occupation", words("pekerjaan|pkrjaan|pek|pekj|pekerja|profesi|usaha|kerja|bekerja")],
  ["occupation", words("mata pencaharian|sektor|bidang|jabatan")],
  ["occupation", words("profession|occupation|employment|job|work")],
  ["remarks", words("ket|keterangan|catatan|remarks?|notes?|info|lain lain|lainnya")],
  ["name", words("nama|name|nm|fullname")],
  ["number", /^(no|nomor|nomer|nmr|no urut|nomor urut|urut|num|number|#|no urt|n o)$/],
]

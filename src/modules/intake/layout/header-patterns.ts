/** What a column of a proposal list can mean. */
export type Field =
  | "number"
  | "name"
  | "name_first"
  | "name_last"
  | "name_of_head"
  | "nik"
  | "nik_old"
  | "name_nik"
  | "nik_boxes"
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
  | "occupation_ticks"
  | "income"
  | "income_high"
  | "income_other_span"
  | "phone"
  | "standing"
  | "remarks"
  | "other"

const PERSON =
  "anggota|pekerja|peserta|penduduk|warga|lengkap|calon|penerima|pemilik|pedagang|pengemudi|" +
  "pemohon|nelayan|petani|juru|jukir|tukang|buruh|pemulung|kpm|pm|driver|sopir"
const NO_PERSON =
  "usaha|toko|warung|kelompok|ketua|rt|rw|pangkalan|kapal|bank|kios|pasar|perusahaan|instansi|" +
  "koperasi|gang|panggilan|aplikasi|platform|merk|ternak|komoditas|alat"
/** Whose column is not the candidate's. */
const RELATIVE =
  "ayah|bapak|father|suami|istri|isteri|husband|wife|spouse|pasangan|waris|wali|anak|saudara|" +
  "darurat|emergency|kerabat|penjamin|pendamping|petugas|surveyor|pasangannya"
const PLACE_WORDS = "kel|kelurahan|desa|kec|kecamatan|jalan|pekerjaan|kampung"
const PLACE = "tempat|tmpt?|tpt|kota"
const DAY = "tgl|tanggal|tg|tangal"
const BIRTH = "lahir|lhr|kelahiran"
const WORKPLACE = "usaha|kerja|bekerja|toko|warung|kios|dagang|jualan|pangkalan|lapak|kantor"
const INCOME = "penghasilan|pendapatan|upah|omzet|hasil|gaji|income|earnings?|salary|wage"
const TURNOVER = "omz?et|omset|omz|turnover"
const NET = "bersih|net|netto|penghasilan|pendapatan|upah|gaji|income|earnings?|salary|wages?"
const OTHER_SPAN =
  "hari|harian|minggu|mingguan|pekan|tahun|tahunan|trip|day|daily|week|weekly|yearly|annual"
const SEX = "(?:l ?p|l k|jk|(?:jenis )?kelamin)"
const MEN = "l|lk|laki ?2?|laki laki|male|pria"
const WOMEN = "p|pr|prp|perempuan|female|wanita"
const OFFICER = "ketua|lurah|camat|koordinator|pengurus|operator|sekretaris|kader|pic"
const HIGHEST = "maksimal|maksimum|maks|max|tertinggi|sampai|hingga|s d|atas|maximum|highest"
/** What somebody does besides, or did before. */
const BESIDES = "sampingan|tambahan|kedua"
const BEFORE = "sebelum\\w*|terdahulu|dulu|dahulu"
const HEAD = "kepala|kep|kk|kartu"
/** What a list may say of the head of a family, whose name alone can be the candidate's. */
const OF_THE_HEAD =
  "pekerjaan|kerja|profesi|penghasilan|pendapatan|tanggal|tempat|umur|kelamin|hp|telepon|wa|" +
  "status|jumlah|pendidikan|agama|hubungan"
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
    "standing",
    /^(keadaan|kondisi|status)( (penerima|pekerja|peserta))? (sekarang|saat ini|terkini)$/,
  ],
  ["standing", /^(present|current) (standing|state|status)$/],
  [
    "remarks",
    /^(ket|keterangan|catatan|remarks?|notes?)\b(?!.*\b(pekerjaan|usaha|alamat|kerja)\b)/,
  ],
  ["name_nik", /^(nama|name|nm) (lengkap )?(dan |serta |beserta |and )?nik$/],
  ["name_nik", /^nik (dan |serta |beserta |and )?(nama|name|nm)( lengkap)?$/],
  ["nik_old", pair("nik|ktp", "lama|sebelum\\w*|salah|old|dulu|dahulu|mantan")],
  ["nik_old", pair("old|previous|former", "nik|ktp|national")],
  ["name", /^nama (bapak|ayah) ibu$|^nama ibu (bapak|ayah)$/],
  ["other", new RegExp(`\\b(${RELATIVE})\\b`)],
  ["other", pair("ibu", "nik|ktp|kk|tanggal|tempat|alamat|hp|telepon|pekerjaan")],
  ["other", pair("nik|ktp|nomor|tanggal|tempat|alamat|hp|telepon|pekerjaan|umur", "ibu")],
  ["other", /^(nik|ktp) (kepala|kk$|kartu keluarga)/],
  ["other", new RegExp(`^(?:\\w+ )?(${OF_THE_HEAD})\\b.*\\b(${HEAD})( keluarga| rumah tangga)?$`)],
  ["name_of_head", new RegExp(`^(nama|name|nm) (lengkap )?(${HEAD})( keluarga| rumah tangga)?$`)],
  ["other", pair("kode|kd|id", "pos|kelurahan|desa|kecamatan|wilayah|kabupaten|kota|provinsi")],
  ["other", words("kddesa|kdkec|kdkab|kdprop|iddesa|email|npwp|nib|nip|rekening|hubungan")],
  ["other", /^gelar\b/],
  ["other", words("pengeluaran|belanja|tabungan|h?utang|modal|pinjaman|iuran|expenses?|savings")],
  ["other", pair("hp|telepon|kontak|wa|nomor", OFFICER)],
  ["other", pair(OFFICER, "hp|telepon|kontak|wa")],
  ["sex", /^(pria|laki laki|l|lk|laki) (wanita|perempuan|pr)$|^wanita pria$|^p w$|^w p$/],
  ["address", /\bnama jalan\b/],
  ["sex_male", new RegExp(`^${SEX} ?(${MEN})$`)],
  ["sex_female", new RegExp(`^${SEX} ?(${WOMEN})$`)],
  ["income_high", pair(INCOME, HIGHEST)],
  ["income_high", pair(HIGHEST, INCOME)],
  ["other", pair("status|sta|jam|hari|pengalaman|jadwal|shift|alasan", "kerja|pekerjaan|bekerja")],
  ["other", pair(`pekerjaan|usaha|kerja|profesi|${INCOME}`, BESIDES)],
  ["other", pair("pekerjaan|usaha|kerja|profesi", BEFORE)],
  ["other", /^(hub|hubkrt|hubkel)\b/],
  ["other", pair("alamat|kelurahan|desa|kecamatan|rt|rw", WORKPLACE)],
  ["name_first", /^(nama )?depan( nama)?$/],
  ["name_last", /^(nama )?belakang( nama)?$|^keluarga nama$/],
  ["other", /^(nama )?tengah( nama)?$/],
  [
    "other",
    words("foto|fotokopi|fotocopy|fc|scan|link|tautan|url|salinan|lampiran|terbit|berlaku"),
  ],
  ["other", words("vehicle|kendaraan|nopol|plat|plate")],
  ["mother_name", words("ibu|mother")],
  ["name", /^(nama|name|nm) pemilik\b/],
  ["other", new RegExp(`^(nama|name|nm) (${NO_PERSON})\\b`)],
  ["other", new RegExp(`\\b(nama|name)\\b(?!.*\\b(${PERSON})\\b).*\\b(${NO_PERSON})\\b`)],
  ["name", new RegExp(`^(nama|name|nm)\\b(?!.*\\b(${PLACE_WORDS})\\b)`)],
  ["kk", words("kk|nkk|kartu kelu?ar\\w*|kartu kel|family card|no(mor|mer)? kel(uarga)?")],
  ["nik", words("nik|nikp|induk kependudukan|induk penduduk|national id|identity")],
  ["nik", words("(citizen|resident) id|id (card|no|number)|no(mor|mer)? (id|identitas)")],
  ["nik", new RegExp(`^(?!.*\\b(${ON_THE_CARD})\\b).*\\b(e ?)?ktp\\b`)],
  ["birth_day", new RegExp(`^(hari|day)( of)? (${BIRTH}|birth)$`)],
  ["birth_month", new RegExp(`^(bulan|bln|month)( of)? (${BIRTH}|birth)$`)],
  ["birth_year", new RegExp(`^(tahun|thn|th|year)( of)? (${BIRTH}|birth)$`)],
  ["birth_place_date", words("ttl")],
  ["birth_place_date", pair(`${PLACE}|place`, `${DAY}|date`)],
  ["birth_place_date", pair(DAY, "tempat|tmpt?")],
  ["birth_place", /^t lahir$|^(lahir|kelahiran) (tempat|kota)$/],
  ["birth_month", new RegExp(`^(bulan|bln) (${BIRTH})$|^birth month$|^month of birth$`)],
  ["birth_year", new RegExp(`^(tahun|thn) (${BIRTH})$|^birth year$|^year of birth$`)],
  ["birth_place", pair(`${PLACE}|kab`, BIRTH)],
  ["birth_place", words("birth ?place|place of birth|lahir di")],
  ["birth_date", pair(DAY, BIRTH)],
  ["birth_date", pair("lahir|lhr", "tgl|tanggal")],
  ["birth_date", words("dob|birth ?date|date of birth|birthday|lahir tanggal")],
  ["birth_date", /^(lahir|kelahiran|tgl|tgl l)$/],
  ["age", words("umur|usia|age")],
  ["sex", words("jenis kel\\w*|jns kel\\w*|jen kel\\w*|kelamin|jk|j k|gender|sex")],
  ["sex", words("l p|lp|lk pr|p l|lk p|laki laki perempuan")],
  ["sex_male", new RegExp(`^(${MEN})$`)],
  ["sex_female", new RegExp(`^(${WOMEN})$`)],
  ["address", pair("alamat|almt", "rt|rw|jl|jln|jalan")],
  ["rt_rw", pair("rt", "rw")],
  ["rw", words("rw|rukun warga")],
  ["rt", words("rt|rukun tetangga")],
  [
    "area_or_district",
    /^(wilayah|wil|sub ?district)\b(?!.*\b(kec|kecamatan|kerja|usaha|operasi\w*)\b)/,
  ],
  ["area_or_district", /^(kel|kelurahan|desa) (kec|kecamatan)$/],
  ["district", words("kec|kecamatan|district")],
  ["area", words("kel|kelurahan|desa|kampung|village|ward")],
  ["phone", words("hp|h p|nohp|hape|telp?|notelp|telepon|telpon|tlpn?|handphone|ponsel")],
  ["phone", words("dihubungi|hubungi")],
  ["phone", words("selular|seluler|wa|whatsapp?|phone|telephone|mobile|kontak|contact")],
  // Turnover and gross sums are no income, unless the same label says so.
  ["other", new RegExp(`^(?!.*\\b(?:${NET})\\b).*\\b(?:${TURNOVER})\\b`)],
  ["other", new RegExp(`^(?!.*\\b(?:bersih|net|netto)\\b).*\\b(?:kotor|bruto|gross)\\b`)],
  ["income_other_span", pair(INCOME, OTHER_SPAN)],
  ["income_other_span", pair(OTHER_SPAN, INCOME)],
  ["income", words("penghasilan|pendapatan|gaji|upah|omz?et|omset|penghsln|pengh|pndptn")],
  ["income", words("income|earnings?|salary|wages?")],
  ["income", pair("hasil", "bln|bulan|sebulan|rp|rata|bersih")],
  [
    "other",
    pair("lama|lokasi|tempat|tmpt|jumlah|jml|mulai", "usaha|kerja|bekerja|pekerja|pekerjaan"),
  ],
  ["address", words("alamat|almt|domisili|address|jalan|tempat tinggal")],
  ["occupation", words("pekerjaan|pkrjaan|pek|pekj|pekerja|profesi|usaha|kerja|bekerja")],
  ["occupation", words("pencaharian|sektor|bidang|jabatan")],
  ["occupation", pair("jenis|jns", "dagangan|jualan")],
  ["occupation", words("profession|occupation|employment|job|work")],
  ["remarks", words("ket|keterangan|catatan|remarks?|notes?|info|lain lain|lainnya")],
  ["name", words("nama|name|nm|fullname")],
  ["number", /^((no|nomor) )?(no|nomor|nomer|nmr|urut|urt|absen|num|number|#)$|^n o$/],
]

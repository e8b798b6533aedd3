import { expect, test } from "vitest"
import { fieldOfHeader, type Field } from "./field.ts"

/** Words of other offices, in families: slips, glued words, numbers, asides, exports, languages. */
const FAMILIES: Readonly<Partial<Record<Field, readonly string[]>>> = {
  name: [
    ...["Nama Pedagang", "Nama Juru Parkir", "NAMA KPM", "NamaLengkap"],
    ...["Nma Lengkap", "9. N A M A", "Nama (sesuai KTP) *wajib diisi", "Jeneng", "NAMA_LGKP"],
  ],
  name_of_head: ["Nama Kepala Keluarga", "NAMA KK", "Nm Kep. Keluarga", "Nama KRT"],
  name_first: ["Nama Depan", "First Name", "4. NAMA AWAL (wajib diisi)"],
  name_last: ["Nama Belakang", "Last Name", "nama akhir"],
  nik: [
    ...["NO.INDUK KEPENDUDUKAN", "Nomer KTP", "NOKTP", "NIK*", "NIK yg bersangkutan"],
    ...["Nomor Induk Kependdukan", "Citizen ID", "NIK sesuai KTP"],
  ],
  kk: ["NO.KK", "NoKK", "Nomor Kartu Kelurga", "No. Kartu Kel."],
  birth_place: ["TMPT_LHR", "TempatLahir", "tmpat lhir", "Lahir di", "T. Lahir"],
  birth_date: [
    "TGL_LHR",
    "TglLahir",
    "Tgl/Bln/Thn Lahir",
    "Tangal Lahr",
    "tanggal lahir (sesuai ktp)",
  ],
  birth_month: ["Bln Lahir", "BULAN KELAHIRAN", "Month of Birth"],
  birth_year: ["Thn Lahir", " Tahun  Lahir", "Year of Birth"],
  birth_place_date: ["TTL (sesuai KTP)", "4. ttl", "TEMPAT TGL LHR", "Place/Date of Birth"],
  sex: ["JENIS_KLMIN", "JnsKel", "Lk/Pr", "Jenkel", "Pria/Wanita", "P/W"],
  sex_male: ["LAKI2", "Jenis Kelamin Laki-laki", "L/P L"],
  sex_female: ["Jns Kelamin Perempuan", "L/P wanita"],
  address: ["Tempat Tingal", "Nama Jalan", "Alamat Domisili"],
  area: ["Klurahan", "Kelurahan Domisili", "Asal Kelurahan"],
  mother_name: ["namagadis_ibukandung", "Mother's Maiden Name", "NAMA_LGKP_IBU"],
  occupation: ["JENIS_PKRJN", "Pekerjan", "Mat Pencaharian", "Lapangan Usaha"],
  income: ["Phsl/bln", "Kisaran Penghasilan", "Penghasilan (juta rupiah)"],
  income_high: ["Penghasilan tertinggi", "Pendapatan sampai"],
  income_other_span: ["Upah Harian", "Penghasilan per hari"],
  phone: ["No. WhatsApp", "Nomor yang bisa dihubungi", "No. Tlp"],
  other: [
    ...[
      "NIK Suami",
      "NIK Ibu",
      "HP Ketua RT",
      "Nama Ahli Waris",
      "Pengeluaran/bln",
      "Alamat Usaha",
    ],
    ...["Pekerjaan KK", "PENGHASILAN KEPALA KELUARGA", "Tgl Lahir KK", "No HP KK", "Hub. KK"],
    ...["Kelurahan Usaha", "Status Pekerjaan", "Tgl Lahir Ibu", "Kode Kelurahan", "Nama Panggilan"],
  ],
}

const CASES = Object.entries(FAMILIES).flatMap(([field, labels]) =>
  labels.map((label) => [label, field] as const),
)

test.each(CASES)("%s → %s", (label, field) => expect(fieldOfHeader(label)).toBe(field))

test.each(["Agama", "Tanda Tangan", "Golongan Darah", "Luas Lahan", "Tgl Daftar", "Jumlah Anak"])(
  "%s is mended into no field",
  (label) => expect([null, "other"]).toContain(fieldOfHeader(label)),
)

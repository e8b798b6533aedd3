import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { fieldOfHeader, foldHeader, type Field } from "./field.ts"

fc.configureGlobal({ seed: 2026 })

const LABELS: Readonly<Partial<Record<Field, readonly string[]>>> = {
  number: ["No", "NO.", "No. Urut", "Nomor", "#", "Urut", "N O", "Num"],
  name: [
    ...["Nama", "NAMA LENGKAP", "N A M A", "N A M A   L E N G K A P", "Nama (sesuai KTP)"],
    ...["Nama Pekerja", "Nama Anggota Kelompok", "Nama Calon Peserta", "Nm. Lengkap"],
    ...[
      "Driver Full Name",
      "Driver Name",
      "Full Name",
      "fullName",
      "name",
      "Nama Penduduk",
      "Nama Warga (RT)",
    ],
  ],
  nik: [
    ...["NIK", "N.I.K", "N I K", "No. KTP", "NIK/No. KTP", "Nomor KTP-el", "NIK e-KTP", "nik_ktp"],
    ...["No. Induk Kependudukan (KTP)", "National ID", "nationalId", "ID Number", "No. Identitas"],
    ...["NIK (16 digit)", "NIK anggota", "N O M O R  K T P"],
  ],
  nik_old: ["NIK Lama", "No KTP sebelumnya"],
  kk: ["No. KK", "NKK", "Nomor Kartu Keluarga", "K K", "Family Card", "Nomer KK"],
  birth_day: ["Hari Lahir", "hari_lahir", "Day of Birth"],
  birth_place: ["Tempat Lahir", "Tmp. Lahir", "Kota Kelahiran", "Tpt Lahir", "Place of Birth"],
  birth_date: [
    ...["Tanggal Lahir", "Tgl. Lahir", "TGL LHR", "Tgl Lahir/Umur", "Tanggal kelahiran", "Lahir"],
    ...["Lahir tgl", "DOB", "birth_date", "birthDate", "Tanggal Lahir (sesuai KTP)"],
    "T A N G G A L  L A H I R",
  ],
  birth_place_date: [
    "TTL",
    "T.T.L.",
    "Tempat/Tgl Lahir",
    "Tempat, Tanggal Lahir",
    "Tmpt & Tgl Lhr",
  ],
  sex: [
    ...["Jenis Kelamin", "JK", "J K", "L/P", "L-P", "JNS KEL", "Jenis Kel.", "Kelamin", "Gender"],
    ...["Sex", "JK (L/P)"],
  ],
  sex_male: ["L", "Lk", "Laki-laki", "Male"],
  sex_female: ["P", "Pr", "Perempuan", "Female"],
  age: ["Umur", "Usia (th)", "Age"],
  address: [
    ...[
      "Alamat",
      "ALAMAT TINGGAL",
      "Alamat sesuai KTP",
      "Domisili",
      "Address",
      "Alamat (Jl/RT/RW)",
    ],
    "Tempat Tinggal",
  ],
  rt: ["RT", "R T", "Rt.", "Rukun Tetangga", "RT/LK"],
  rw: ["RW", "Rukun Warga"],
  rt_rw: ["RT/RW", "RT RW", "R T / R W"],
  area: ["Kelurahan", "KEL.", "K e l u r a h a n", "Desa/Kelurahan", "Kel. Domisili", "Village"],
  district: ["Kecamatan", "Kec."],
  mother_name: ["Nama Ibu Kandung", "Ibu Kandung", "Mother's Name"],
  occupation: [
    ...[
      "Pekerjaan",
      "Jenis Pekerjaan",
      "Profesi",
      "Mata Pencaharian",
      "Bekerja sbg",
      "Kerja sebagai",
    ],
    ...["Bidang Usaha", "Occupation", "Pek.", "Ket. Pekerjaan"],
  ],
  income: [
    ...["Penghasilan", "Penghasilan/bln", "Pendapatan per bulan", "Hasil/bln (Rp)", "Gaji/Hasil"],
    ...["Omzet bersih per bulan", "Upah rata2", "Monthly Income", "Rata-rata penghasilan"],
    ...["Omset/Pendapatan", "Penghasilan kotor / bersih"],
  ],
  phone: [
    ...["No HP", "No. HP/WA", "NO. TELP", "Telp/HP", "H P", "Nomor Telepon", "No Telp Seluler"],
    ...["Kontak WA", "Phone", "phoneNumber", "noHp", "NO WHATSAPP"],
  ],
  remarks: ["Ket", "KET.", "Keterangan", "Catatan RT", "Catatan penyuluh", "Lain-lain", "Remarks"],
  other: [
    ...["Nama Usaha", "Nama Ketua RT", "Nama Kelompok Nelayan", "Nama Suami/Istri", "Foto KTP"],
    ...["Lama Bekerja", "Lokasi Usaha", "Omzet", "Omset/bln (Rp)", "Omzet per bulan"],
    ...["Penghasilan kotor", "Pendapatan bruto"],
  ],
}

const CASES = Object.entries(LABELS).flatMap(([field, labels]) =>
  labels.map((label) => [label, field] as const),
)

test("there are many habits", () => expect(CASES.length).toBeGreaterThanOrEqual(120))

test.each(CASES)("%s → %s", (label, field) => expect(fieldOfHeader(label)).toBe(field))

describe("labels without a meaning for the programme", () => {
  test.each([
    "",
    "Agama",
    "Pendidikan",
    "Status",
    "Kode Pos",
    "Tgl Daftar",
    "Rekening",
    "2",
    "(1)",
  ])("%j", (label) => expect([null, "other"]).toContain(fieldOfHeader(label)))
})

test.each([
  ["N.I.K", "nik"],
  ["N A M A", "nama"],
  ["J K", "jk"],
  ["L / P", "l p"],
  ["T G L   L A H I R", "tgl lahir"],
])("%s folds to %s", (label, folded) => expect(foldHeader(label)).toBe(folded))

test("never throws", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (label) => void fieldOfHeader(label)))
})

test.each([
  ["Vehicle", "other"],
  ["Vehicle ID", "other"],
  ["No. Plat", "other"],
  ["Monthly Earnings", "income"],
  ["Wilayah", "area_or_district"],
  ["Sub-District", "area_or_district"],
  ["subdistrict", "area_or_district"],
  ["Wilayah Kerja", "occupation"],
  ["District", "district"],
  ["Urban Village", "area"],
  ["Kelurahan/Desa", "area"],
])("%s is %s", (label, field) => expect(fieldOfHeader(label)).toBe(field))

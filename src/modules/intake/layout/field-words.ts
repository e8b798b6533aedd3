import type { Field } from "./field.ts"

/** What a field is called where an officer reads of it. */
const WORDS: Readonly<Record<Field, readonly [id: string, en: string]>> = {
  number: ["nomor urut", "running number"],
  name: ["nama", "name"],
  name_first: ["nama depan", "first name"],
  name_last: ["nama belakang", "last name"],
  name_of_head: ["nama kepala keluarga", "name of the head of the family"],
  nik: ["NIK", "NIK"],
  name_nik: ["nama dan NIK dalam satu sel", "name and NIK in one cell"],
  nik_boxes: ["NIK dalam 16 kotak", "NIK in 16 boxes"],
  nik_old: ["NIK lama", "old NIK"],
  kk: ["nomor KK", "family card number"],
  birth_place: ["tempat lahir", "place of birth"],
  birth_date: ["tanggal lahir", "date of birth"],
  birth_place_date: ["tempat dan tanggal lahir", "place and date of birth"],
  birth_day: ["tanggal (hari) lahir", "day of birth"],
  birth_month: ["bulan lahir", "month of birth"],
  birth_year: ["tahun lahir", "year of birth"],
  sex: ["jenis kelamin", "sex"],
  sex_male: ["laki-laki (centang)", "male (tick)"],
  sex_female: ["perempuan (centang)", "female (tick)"],
  age: ["umur", "age"],
  address: ["alamat", "address"],
  rt: ["RT", "RT"],
  rw: ["RW", "RW"],
  rt_rw: ["RT/RW", "RT/RW"],
  area: ["kelurahan", "kelurahan"],
  area_or_district: ["wilayah", "area"],
  district: ["kecamatan", "district"],
  mother_name: ["nama ibu kandung", "mother's name"],
  occupation: ["pekerjaan", "occupation"],
  occupation_ticks: ["pekerjaan (centang)", "occupation (tick)"],
  income: ["penghasilan per bulan", "monthly income"],
  income_high: ["penghasilan tertinggi", "highest income"],
  income_other_span: ["penghasilan per hari, minggu atau tahun", "income by another span"],
  phone: ["nomor HP", "phone number"],
  standing: ["keadaan sekarang", "present standing"],
  remarks: ["keterangan", "remarks"],
  other: ["lain-lain", "something else"],
}

export function isField(text: unknown): text is Field {
  return typeof text === "string" && Object.hasOwn(WORDS, text)
}

export function fieldWord(field: string, language: "id" | "en"): string {
  return isField(field) ? WORDS[field][language === "id" ? 0 : 1] : field
}

/** What the terminal says of a search, in Indonesian. */
export const searchTextId = {
  name: "nama",
  nik: "NIK",
  birthDate: "tanggal lahir",
  area: "kelurahan",
  kk: "KK",
  phone: "telepon",
  likeness: "kemiripan",
  none: "Tidak ada orang yang cocok pada tahun program {year}.",
  noRun:
    "Belum ada orang yang dapat dicari. Olah daftarnya dahulu: ./payung run FOLDER --out hasil",
  noRunOfYear: "Belum ada hasil olahan untuk tahun program {year}.",
  found: "{count} orang, tahun program {year}. Pencarian ini tercatat di jejak audit.",
  more: "Masih ada yang lain: tulis nama lebih lengkap, atau tambahkan --limit {limit}.",
  manyMore: "Masih ada yang lain: tulis nama lebih lengkap.",
}

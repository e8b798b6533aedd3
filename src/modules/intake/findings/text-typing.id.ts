/** The words of a workbook into which a scan or photo is typed. Headers are words that the reader knows. */
export const TYPING_TEXT_ID = {
  sheet: (number: number) => `Gambar ${number}`,
  blankSheet: "Ketikan",
  title: (file: string) => `Ketik isi gambar "${file}"`,
  to: (to: string) => `Kepada: ${to}`,
  from: (from: string, on: string) => `Dari: ${from}, keadaan per ${on}`,
  by: (by: string) => `Mohon dikembalikan paling lambat: ${by}`,
  soon: "secepatnya",
  contact: (contact: string) => `Narahubung: ${contact}`,
  contactBlank: "................................ (isi nama dan nomor telepon)",
  beside:
    "Gambarnya di sebelah kanan tabel. Satu orang satu baris, ditulis seperti pada gambar; yang tidak terbaca dibiarkan kosong.",
  elsewhere: (file: string) =>
    `Gambarnya tidak dapat dimuat di sini: buka berkas "${file}" yang dikirim, lalu ketik di bawah ini.`,
  part: (file: string) =>
    `Halaman yang tidak tampak di berkas ini ada di "${file}"; ketik juga di lembar ini.`,
  nik: "Sel NIK sudah berformat Teks: ketik 16 angka tanpa tanda petik. Simpan, lalu kirim kembali berkas ini.",
  headers: {
    number: "No",
    nik: "NIK",
    name: "Nama Lengkap",
    birthPlace: "Tempat Lahir",
    birthDate: "Tanggal Lahir",
    sex: "L/P",
    address: "Alamat",
    rt: "RT",
    area: "Kelurahan",
    occupation: "Pekerjaan",
    income: "Penghasilan per Bulan (Rp)",
    phone: "No. HP",
    remarks: "Keterangan",
  },
  sexes: ["L", "P"],
} as const

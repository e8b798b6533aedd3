/** A programme's name begins with a capital; inside a sentence only abbreviations keep theirs. */
function midSentence(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.slice(0, 1).toLowerCase() + name.slice(1) : name
}

/** The words of the papers that open a season. */
export const SEASON_TEXT_ID = {
  recipientsSheet: (year: number) => `Penerima ${year}`,
  candidatesSheet: "Calon baru",
  recipientsTitle: (last: number, year: number) =>
    `Penerima bantuan iuran tahun ${last}: keadaan sekarang, untuk tahun ${year}`,
  candidatesTitle: (year: number) => `Calon penerima baru tahun ${year}`,
  to: (office: string) => `Kepada: ${office}`,
  from: (owner: string, deadline: string) =>
    `Dari: ${owner} · dikembalikan paling lambat ${deadline}`,
  fillRecipients:
    "Isi kolom kuning: pilih keadaan sekarang untuk setiap orang, lalu tulis penghasilan per bulan. Jangan menghapus baris.",
  fillCandidates:
    "Satu orang satu baris. NIK 16 angka sesuai KTP; sel sudah berformat Teks, jadi ketik biasa tanpa tanda petik.",
  /** Beside a name that stands there as it was garbled; no remark that says anything of the person. */
  openName: "Huruf pada nama rusak: ketik ulang nama sesuai KTP",
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
    standing: "Keadaan Sekarang",
    remarks: "Keterangan",
  },
  /** What may have become of a recipient. The first is the only one that proposes him again. */
  standings: [
    "Masih bekerja",
    "Meninggal",
    "Pindah dari kota",
    "Sudah bekerja formal",
    "Tidak bekerja lagi",
    "Tidak ditemukan",
  ],
  sexes: ["L", "P"],
  fileName: (year: number, office: string) => `usulan-${year}-${office}`,
  letter: {
    title: (city: string) => `Pemerintah ${city}`,
    number: "Nomor",
    nature: "Sifat",
    natureValue: "Penting",
    annex: "Lampiran",
    annexValue: "Daftar isian (.xlsx) dan surat pernyataan (.pdf)",
    subject: "Hal",
    subjectValue: (programme: string, year: number) =>
      `Usulan penerima ${midSentence(programme)} tahun ${year}`,
    to: "Yth. para Lurah dan Kepala Perangkat Daerah (daftar terlampir)",
    opening: (programme: string, year: number, last: number | null) =>
      `Untuk menyusun daftar penerima ${midSentence(programme)} tahun ${year}, kami meminta Saudara ` +
      (last === null
        ? "mengusulkan pekerja rentan di wilayah atau sektor Saudara."
        : `memeriksa keadaan penerima tahun ${last} dan mengusulkan pekerja rentan yang belum terdaftar.`),
    standingStep:
      "Pada lembar Penerima, pilih keadaan sekarang setiap orang: masih bekerja, meninggal, pindah, sudah bekerja formal, " +
      "tidak bekerja lagi, atau tidak ditemukan. Kantor tanpa lembar itu mengisi lembar Calon baru saja.",
    steps: (deadline: string, standing: readonly string[]) => [
      "Buka daftar isian yang bernama sesuai kantor Saudara.",
      ...standing,
      "Pada lembar Calon baru, tulis satu orang satu baris dengan NIK 16 angka sesuai KTP.",
      "Mintalah setiap calon menandatangani surat pernyataan; simpan di kantor Saudara.",
      `Kirim kembali daftar isian, tanpa mengubah judul kolom, paling lambat ${deadline}.`,
    ],
    criteria:
      "Usulkan hanya orang yang memenuhi semua syarat berikut; kami mencocokkannya lagi dengan data yang berwenang:",
    contact: (contact: string) => `Pertanyaan dijawab narahubung kami: ${contact}.`,
    contactBlank: "……………………………… (isi nama dan nomor telepon)",
    closing: "Atas perhatian dan kerja sama Saudara kami ucapkan terima kasih.",
    signature: (owner: string) => `Kepala ${owner}`,
    listTitle: "Daftar kantor dan jumlah penerima yang diperiksa",
    listHeaders: ["No", "Kantor", "Berkas", "Penerima"],
    empty: "………………………………",
    page: (page: number, of: number) => `Halaman ${page} dari ${of}`,
  },
  statements: {
    income: "Surat pernyataan penghasilan",
    employer: "Surat pernyataan bukan pemberi kerja",
    opening: "Yang bertanda tangan di bawah ini:",
    fields: [
      "Nama",
      "NIK",
      "Tempat, tanggal lahir",
      "Alamat",
      "RT / Kelurahan",
      "Pekerjaan",
      "No. HP",
    ],
    incomeLines: [
      "dengan ini menyatakan bahwa penghasilan saya dari semua pekerjaan rata-rata Rp\u00a0.................................... sebulan, " +
        "dihitung dari tiga bulan terakhir.",
    ],
    employerLines: [
      "dengan ini menyatakan bahwa saya bekerja sendiri atau bersama anggota keluarga tanpa upah, dan tidak menggaji orang lain.",
      "Saya tidak sedang didaftarkan oleh perusahaan atau pemberi kerja pada BPJS Ketenagakerjaan.",
    ],
    truth:
      "Pernyataan ini saya buat dengan sebenarnya. Bila keadaan saya berubah, saya memberitahukannya kepada kelurahan.",
    witness: "Mengetahui, Ketua RT",
    declarer: "Yang menyatakan",
    place: "………………………, ……………………… 20……",
  },
} as const

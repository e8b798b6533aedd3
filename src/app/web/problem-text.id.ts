/** What – where – how, for every code that the web server answers with. {x} is filled in. */
export const problemTextId = {
  BAD_REQUEST: [
    "Permintaan tidak dapat dibaca.",
    "Permintaan ke server",
    "Muat ulang halaman, lalu coba lagi.",
  ],
  CEILING_INVALID: [
    "Pagu bukan jumlah rupiah.",
    "Isian Pagu",
    "Tulis angka lebih dari nol, misalnya 2.000.000.000, atau kosongkan.",
  ],
  FILE_CHANGED: [
    "Berkas ini sudah diterima dengan isi lain.",
    "{path}",
    "Mulai unggahan baru untuk isi yang baru.",
  ],
  FILE_EMPTY: [
    "Berkas ini kosong.",
    "Isi permintaan",
    "Buka berkasnya, pastikan ada isinya, simpan, lalu unggah lagi.",
  ],
  FILE_MISSING: [
    "Belum ada berkas yang dipilih.",
    "Isian Berkas .zip",
    "Pilih satu berkas .zip berisi folder usulan, lalu tekan Hitung daftar.",
  ],
  FILE_UNKNOWN: [
    "Berkas ini tidak ada di hasil.",
    "Alamat berkas",
    "Buka daftar berkas hasil dan pilih dari sana.",
  ],
  FOREIGN_HOST: ["Alamat ini bukan alamat Payung.", "Nama server di bilah alamat", "Buka {url}."],
  FOREIGN_ORIGIN: [
    "Permintaan ini datang dari halaman lain.",
    "Situs asal permintaan",
    "Tutup halaman asalnya, lalu ulangi dari {url}.",
  ],
  FORM_MALFORMED: [
    "Isi formulir terputus atau rusak.",
    "Unggahan",
    "Kirim sekali lagi. Bila tetap gagal, buat ulang berkas .zip.",
  ],
  IDEMPOTENCY_MISMATCH: [
    "Kunci permintaan ini sudah dipakai untuk isi lain.",
    "Idempotency-Key",
    "Pakai kunci baru untuk isi yang baru.",
  ],
  INTERNAL: [
    "Ada gangguan di server, bukan kesalahan Anda.",
    "Server Payung",
    "Coba lagi. Bila berulang, kirim catatan di terminal kepada pengelola.",
  ],
  MONTHS_INVALID: [
    "Jumlah bulan tidak dapat dipakai.",
    "Isian Bulan",
    "Tulis 1 sampai 12, atau kosongkan.",
  ],
  NOT_ALLOWED: [
    "Anda tidak berwenang untuk {action}.",
    "Tindakan",
    "Mintalah peran yang sesuai kepada pengelola.",
  ],
  NOT_FOUND: ["Halaman ini tidak ada.", "Alamat di bilah alamat", "Kembali ke halaman awal."],
  NOTHING_TO_ASK: [
    "Tidak ada sel yang perlu diperbaiki pengirim.",
    "Impor ini",
    "Pakai impornya, atau lihat barisnya.",
  ],
  NO_LISTS: [
    "Tidak ada daftar usulan di dalamnya.",
    "Folder usulan/",
    "Letakkan daftar .xlsx, .xls, .ods atau .csv di folder usulan, lalu unggah lagi.",
  ],
  PARAMETER_INVALID: [
    "Parameter {name} tidak dapat dipakai.",
    "Alamat permintaan",
    "Lihat folder docs/operating untuk isi yang diterima.",
  ],
  PURPOSE_MISSING: [
    "Keperluan melihat data orang belum disebutkan atau tidak dapat dicatat.",
    "Parameter purpose",
    "Tulis keperluannya dalam satu kalimat, paling banyak 200 huruf.",
  ],
  RUN_NOT_DONE: [
    "Hasil ini belum selesai dihitung.",
    "Proses {id}",
    "Tunggu sampai selesai di halaman proses.",
  ],
  RUN_UNKNOWN: [
    "Proses ini tidak ada.",
    "Alamat di bilah alamat",
    "Kembali ke halaman awal dan pilih dari daftar.",
  ],
  STORAGE_FULL: [
    "Penyimpanan komputer ini penuh.",
    "Folder PAYUNG_HOME",
    "Kosongkan sebagian, lalu ulangi. Tidak ada hasil yang berubah.",
  ],
  TOO_MANY_FILES: [
    "Lebih dari {limit} berkas.",
    "Folder yang dipilih",
    "Pilih hanya folder siklus: usulan, register, verifikasi.",
  ],
  UNSAFE_PATH: [
    "Nama berkas keluar dari foldernya atau tidak dapat dipakai.",
    "{path}",
    "Ganti nama berkas itu, lalu buat ulang berkas .zip.",
  ],
  UNSUPPORTED_TYPE: [
    "Jenis isi ini tidak diterima.",
    "Unggahan",
    "Kirim isi berkasnya sebagai application/octet-stream, atau pakai halaman unggah.",
  ],
  UPLOAD_TOO_LARGE: [
    "Unggahan lebih besar dari {limit} MB.",
    "Unggahan",
    "Kirim hanya daftar dan jawaban register, tanpa foto dan pindaian.",
  ],
  UPLOAD_UNKNOWN: ["Unggahan ini tidak ada lagi.", "Unggahan", "Pilih foldernya sekali lagi."],
  YEAR_INVALID: [
    "Tahun tidak dapat dipakai.",
    "Isian Tahun",
    "Tulis tahun program, misalnya 2026, atau kosongkan.",
  ],
  ZIP_BROKEN: [
    "Berkas .zip rusak.",
    "{detail}",
    "Buat ulang berkas .zip dari foldernya, lalu unggah lagi.",
  ],
  ZIP_ENCRYPTED: [
    "Berkas .zip terkunci kata sandi.",
    "{detail}",
    "Buat ulang berkas .zip tanpa kata sandi, lalu unggah lagi.",
  ],
  ZIP_LIMIT: [
    "Isi berkas .zip melampaui batas yang aman.",
    "{detail}",
    "Kirim hanya daftar dan jawaban register; paling banyak 2.000 berkas dan 1 GB.",
  ],
  ZIP_NOT: [
    "Berkas ini bukan .zip.",
    "{name}",
    "Klik kanan foldernya, pilih Kompres ke .zip, lalu unggah hasilnya.",
  ],
} as const satisfies Readonly<Record<string, readonly [what: string, where: string, how: string]>>

export type ProblemCode = keyof typeof problemTextId
export type ProblemText = Readonly<Record<ProblemCode, readonly [string, string, string]>>

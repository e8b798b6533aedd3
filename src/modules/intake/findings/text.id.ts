import { SENDING_TEXT_ID } from "./text-sendings.id.ts"
import type { FindingTexts } from "./finding-parts.ts"
import { COLUMN_TEXT_ID } from "./text-columns.id.ts"
import { VALUE_TEXT_ID } from "./text-values.id.ts"

/** What every finding says in Indonesian: what, where, how. */
export const FINDING_TEXT_ID: FindingTexts = {
  ...VALUE_TEXT_ID,
  NIK_SPACES: {
    what: "NIK ditulis dengan spasi, tanda baca, atau kata NIK di depannya",
    where: '{cell} berisi "{before}"',
    how: "Dibaca {after}; tidak perlu diubah.",
  },
  NIK_APOSTROPHE: {
    what: "NIK diberi tanda petik",
    where: '{cell} berisi "{before}"',
    how: "Dibaca {after}; tidak perlu diubah.",
  },
  NIK_REGROUPED: {
    what: "NIK dipisahkan dari nama atau disambung dari kotak-kotak",
    where: '{cell} berisi "{before}"',
    how: "Dibaca sebagai {after}; tidak perlu diubah.",
  },
  NIK_NUMERIC: {
    what: "NIK disimpan sebagai bilangan, sehingga angka terakhirnya hilang",
    where: '{cell} berisi "{before}"',
    how: "Ubah format sel menjadi Teks, lihat KTP, lalu ketik ulang 16 angka NIK.",
  },
  NIK_SCI_TEXT: {
    what: "NIK tersimpan sebagai bilangan pangkat, sehingga banyak angkanya hilang",
    where: '{cell} berisi "{before}"',
    how: "Ubah format sel menjadi Teks, lihat KTP, lalu ketik ulang 16 angka NIK.",
  },
  NIK_LETTERS: {
    what: "NIK bercampur huruf",
    where: '{cell} berisi "{before}"',
    how: "Lihat KTP, lalu ganti huruf dengan angka yang benar.",
  },
  NIK_LENGTH: {
    what: "NIK tidak 16 angka",
    where: '{cell} berisi "{before}"',
    how: "Lihat KTP, lalu tulis 16 angka NIK.",
  },
  NIK_EMPTY: {
    what: "NIK belum diisi",
    where: '{cell} berisi "{before}"',
    how: "Lihat KTP atau kartu keluarga, lalu tulis 16 angka NIK.",
  },
  NIK_PLACEHOLDER: {
    what: "NIK hanya isian sementara",
    where: '{cell} berisi "{before}"',
    how: "Lihat KTP, lalu tulis 16 angka NIK yang sebenarnya.",
  },
  NIK_KK_SWAPPED: {
    what: "NIK dan nomor KK tertukar kolom",
    where: '{cell} berisi "{before}"',
    how: "Cocokkan dengan KTP dan kartu keluarga, lalu tukar kedua nomor itu.",
  },
  NIK_TYPO: {
    what: "NIK salah ketik menurut Dukcapil",
    where: '{cell} berisi "{before}"',
    how: "Cocokkan dengan KTP, lalu tulis NIK yang benar.",
  },
  NIK_OTHER_PERSON: {
    what: "NIK milik orang lain menurut Dukcapil",
    where: '{cell} berisi "{before}"',
    how: "Lihat KTP orang ini, lalu tulis NIK-nya sendiri.",
  },
  NIK_TRUNCATED_TEXT: {
    what: "Angka terakhir NIK berubah menjadi 0",
    where: '{cell} berisi "{before}"',
    how: "Lihat KTP, lalu tulis angka terakhir yang benar.",
  },
  NIK_NOT_FOUND: {
    what: "NIK tidak ditemukan di Dukcapil",
    where: '{cell} berisi "{before}"',
    how: "Cocokkan dengan KTP. Jika sudah sama, minta warga melapor ke Dukcapil.",
  },
  DOB_NIK_MISMATCH: {
    what: "Tanggal lahir berbeda dengan tanggal di dalam NIK",
    where: '{cell} berisi "{before}"',
    how: "Boleh dilanjutkan. Cocokkan NIK dan tanggal lahir dengan KTP.",
  },
  PERSON_NIK_DOB: {
    what: "NIK memang memuat tanggal lain daripada tanggal lahir",
    where: "{cell}",
    how: "Keduanya benar menurut Dukcapil; tidak perlu diubah.",
  },
  DOB_FORMAT: {
    what: "Tanggal lahir ditulis dengan gaya lain daripada baris lain",
    where: "{cell}",
    how: "Dibaca {after}; tidak perlu diubah.",
  },
  DOB_2DIGIT: {
    what: "Tahun lahir hanya dua angka",
    where: '{cell} berisi "{before}"',
    how: "Dibaca {after}; tulis tahun dengan empat angka lain kali.",
  },
  DOB_MMDD: {
    what: "Bulan dan hari tertukar",
    where: '{cell} berisi "{before}"',
    how: "Dibaca {after}; tulis hari lebih dulu lain kali.",
  },
  DOB_SWAP: {
    what: "Bulan dan hari tertukar menurut Dukcapil",
    where: '{cell} berisi "{before}"',
    how: "Cocokkan dengan KTP, lalu tulis hari-bulan-tahun.",
  },
  DOB_IMPOSSIBLE: {
    what: "Tanggal lahir tidak ada di kalender",
    where: '{cell} berisi "{before}"',
    how: "Lihat KTP, lalu tulis hari-bulan-tahun, contoh 05-09-1979.",
  },
  DOB_YEAR_ONLY: {
    what: "Tanggal lahir hanya berisi tahun",
    where: '{cell} berisi "{before}"',
    how: "Lihat KTP, lalu tulis hari-bulan-tahun, contoh 05-09-1979.",
  },
  DOB_TYPO: {
    what: "Tanggal lahir salah ketik menurut Dukcapil",
    where: '{cell} berisi "{before}"',
    how: "Cocokkan dengan KTP, lalu tulis tanggal yang benar.",
  },
  DOB_MISSING: {
    what: "Tanggal lahir belum diisi",
    where: '{cell} berisi "{before}"',
    how: "Lihat KTP, lalu tulis hari-bulan-tahun, contoh 05-09-1979.",
  },
  SEX_MISSING: {
    what: "Jenis kelamin belum diisi",
    where: '{cell} berisi "{before}"',
    how: "Diambil dari NIK bila NIK terbaca; isi L atau P lain kali.",
  },
  SEX_CONFLICT: {
    what: "Jenis kelamin berbeda dengan NIK",
    where: '{cell} berisi "{before}"',
    how: "Cocokkan NIK dan jenis kelamin dengan KTP.",
  },
  KELURAHAN_ALIAS: {
    what: "Nama kelurahan disingkat atau salah eja",
    where: '{cell} berisi "{before}"',
    how: "Hanya satu kelurahan yang cocok; tidak perlu diubah.",
  },
  KELURAHAN_UNKNOWN: {
    what: "Kelurahan kosong atau tidak dikenal",
    where: '{cell} berisi "{before}"',
    how: "Tulis nama kelurahan sesuai KTP, bukan nama perumahan atau jalan.",
  },
  NAME_CASE: {
    what: "Nama ditulis dengan huruf kecil atau campuran",
    where: '{cell} berisi "{before}"',
    how: "Ditulis ulang dengan huruf besar; tidak perlu diubah.",
  },
  NAME_SPACES: {
    what: "Nama berisi spasi atau tanda berlebih",
    where: '{cell} berisi "{before}"',
    how: "Spasi dan tanda dirapikan; tidak perlu diubah.",
  },
  NAME_TITLE: {
    what: "Nama ditulis dengan gelar atau sapaan",
    where: '{cell} berisi "{before}"',
    how: 'Dibaca "{after}" tanpa gelar; tidak perlu diubah.',
  },
  NAME_VARIANT: {
    what: "Ejaan nama berbeda dengan Dukcapil",
    where: '{cell} berisi "{before}"',
    how: "Boleh dilanjutkan; nama dipakai sesuai Dukcapil.",
  },
  NAME_TYPO: {
    what: "Nama berbeda satu huruf dengan Dukcapil",
    where: '{cell} berisi "{before}"',
    how: "Boleh dilanjutkan; nama dipakai sesuai Dukcapil.",
  },
  NAME_UNICODE: {
    what: "Nama memuat tanda yang tidak terlihat atau tidak lazim",
    where: '{cell} berisi "{before}"',
    how: "Tanda dirapikan; tidak perlu diubah.",
  },
  NAME_MOJIBAKE: {
    what: "Huruf pada nama rusak",
    where: '{cell} berisi "{before}"',
    how: "Lihat KTP, lalu ketik ulang namanya.",
  },
  NAME_BIN: {
    what: "Nama ditambah bin atau binti",
    where: '{cell} berisi "{before}"',
    how: "Boleh dilanjutkan; nama KTP tidak memuatnya.",
  },
  NAME_ALIAS: {
    what: "Nama memuat nama panggilan",
    where: '{cell} berisi "{before}"',
    how: 'Dibaca "{after}"; pastikan sama dengan KTP.',
  },
  NAME_EMPTY: {
    what: "Nama belum diisi",
    where: '{cell} berisi "{before}"',
    how: "Tulis nama sesuai KTP.",
  },
  JOB_ABBREV: {
    what: "Pekerjaan ditulis dengan singkatan",
    where: '{cell} berisi "{before}"',
    how: "Hanya satu sektor yang cocok; tidak perlu diubah.",
  },
  JOB_UNKNOWN: {
    what: "Pekerjaan belum jelas",
    where: '{cell} berisi "{before}"',
    how: "Tulis pekerjaan sehari-hari, contoh: tukang bangunan, pedagang sayur.",
  },
  JOB_NOT_INFORMAL: {
    what: "Pekerjaan bukan pekerja rentan",
    where: '{cell} berisi "{before}"',
    how: "Perbaiki bila keliru. Jika benar, orang ini tidak memenuhi syarat.",
  },
  INCOME_TEXT: {
    what: "Penghasilan ditulis sebagai teks",
    where: '{cell} berisi "{before}"',
    how: "Dibaca {after}; tidak perlu diubah.",
  },
  INCOME_RANGE: {
    what: "Penghasilan berupa rentang",
    where: '{cell} berisi "{before}"',
    how: "Batas atas rentang yang dibandingkan dengan syarat.",
  },
  INCOME_MISSING: {
    what: "Penghasilan belum diisi",
    where: '{cell} berisi "{before}"',
    how: "Tulis penghasilan rata-rata sebulan dalam rupiah, contoh 1500000.",
  },
  INCOME_AMBIGUOUS: {
    what: "Penghasilan tidak jelas satuannya",
    where: '{cell} berisi "{before}"',
    how: "Tulis penghasilan sebulan dalam rupiah penuh, contoh 1500000.",
  },
  PHONE_FORMAT: {
    what: "Nomor telepon ditulis dengan gaya lain",
    where: '{cell} berisi "{before}"',
    how: "Dibaca {after}; tidak perlu diubah.",
  },
  PHONE_NUMERIC: {
    what: "Angka 0 di depan nomor telepon hilang",
    where: '{cell} berisi "{before}"',
    how: "Dibaca {after}; tidak perlu diubah.",
  },
  PHONE_TWO: {
    what: "Dua nomor telepon dalam satu sel",
    where: '{cell} berisi "{before}"',
    how: "Nomor pertama yang dipakai: {after}.",
  },
  PHONE_INVALID: {
    what: "Nomor telepon tidak lengkap atau salah",
    where: '{cell} berisi "{before}"',
    how: "Tulis satu nomor yang aktif, contoh 081234567890, atau kosongkan.",
  },
  MERGED_CELL: {
    what: "Sel digabung dengan sel di atasnya",
    where: "{cell}",
    how: "Isinya diturunkan ke baris ini; tidak perlu diubah.",
  },
  DITTO_FILLED: {
    what: 'Tanda "sama dengan di atas"',
    where: '{cell} berisi "{before}"',
    how: "Dibaca seperti baris di atasnya: {after}; tidak perlu diubah bila benar.",
  },
  HIDDEN_ROW: {
    what: "Baris tersembunyi",
    where: "{cell}",
    how: 'Tampilkan baris itu, lalu tulis "tetap" di kolom keterangan bila orangnya diusulkan, "batal" bila tidak.',
  },
  ROW_STRUCK: {
    what: "Baris dicoret",
    where: "{cell}",
    how: 'Tulis "tetap" di kolom keterangan bila orangnya diusulkan, "batal" bila tidak.',
  },
  ROW_SHIFTED: {
    what: "Isi baris bergeser satu kolom ke kanan",
    where: "{cell}",
    how: "Kembalikan isi setiap sel ke kolomnya.",
  },
  NOTE_STATUS: {
    what: "Catatan menyebut keadaan orang ini berubah",
    where: '{cell} berisi "{before}"',
    how: 'Kosongkan catatan bila keliru; tulis "batal" bila orangnya tidak lagi diusulkan.',
  },
  STANDING_MISSING: {
    what: "Keadaan penerima tahun lalu belum diisi",
    where: "{cell} kosong",
    how: "Pilih keadaan sekarang: masih bekerja, meninggal, pindah, sudah bekerja formal, tidak bekerja lagi, atau tidak ditemukan.",
  },
  FORMULA_CELL: {
    what: "Sel berisi rumus",
    where: "{cell}",
    how: "Hasil rumus yang dipakai; tidak perlu diubah.",
  },
  FORMULA_ERROR: {
    what: "Rumus di sel gagal",
    where: '{cell} berisi "{before}"',
    how: "Ganti rumus dengan isi yang sebenarnya.",
  },
  CSV_INJECTION: {
    what: "Isi sel dapat dijalankan sebagai rumus",
    where: '{cell} berisi "{before}"',
    how: "Tulis isi yang sebenarnya tanpa tanda = + - @ di depan.",
  },
  CELL_NEWLINE: {
    what: "Sel berisi lebih dari satu baris teks",
    where: "{cell}",
    how: "Baris teks disambung; tidak perlu diubah.",
  },
  DUP_IN_FILE: {
    what: "Orang yang sama sudah ada di berkas ini",
    where: "{cell}",
    how: "Kedua baris dihitung satu orang; tidak perlu diubah.",
  },
  DUP_ACROSS_FILES: {
    what: "Orang yang sama sudah diusulkan di berkas lain",
    where: "{cell}",
    how: "Semua baris dihitung satu orang; tidak perlu diubah.",
  },
  DUP_FUZZY: {
    what: "Orang ini mungkin sudah diusulkan, NIK-nya berbeda",
    where: "{cell}",
    how: "Petugas membandingkan kedua baris lalu memutuskan.",
  },
  ROW_NOT_A_PERSON: {
    what: "Baris ini bukan orang",
    where: "{cell}",
    how: "Judul, jumlah dan tanda tangan tidak dihitung; tidak perlu diubah.",
  },
  FILE_UNREADABLE: {
    what: "Berkas rusak atau terpotong",
    where: 'berkas "{file}"',
    how: "Buka berkas asli, simpan ulang sebagai .xlsx, lalu kirim lagi.",
  },
  FILE_EMPTY: {
    what: "Berkas tidak berisi satu orang pun",
    where: 'berkas "{file}"',
    how: "Buka berkas asli dan periksa isinya. Bila aslinya berisi, simpan lalu kirim lagi: unduhan atau lampirannya gagal. Bila hanya judul kolom, isi daftarnya dahulu.",
  },
  FILE_PROTECTED: {
    what: "Berkas terkunci kata sandi",
    where: 'berkas "{file}"',
    how: "Buka di Excel, simpan tanpa kata sandi, lalu kirim lagi.",
  },
  FILE_FOREIGN: {
    what: "Berkas bukan daftar Excel, OpenDocument, CSV, Word atau PDF",
    where: 'berkas "{file}" ialah {before}',
    how: "Yang dapat dibaca: .xlsx, .xls, .ods, .csv, serta tabel dalam .docx dan PDF. Simpan daftar sebagai .xlsx, lalu kirim lagi.",
  },
  FILE_SCANNED: {
    what: "Daftar berupa foto atau hasil pindai, tidak dapat dibaca sebagai teks",
    where: 'berkas "{file}" ({before})',
    how: "Minta berkas Excel-nya; bila tidak ada, ketik isinya di samping gambarnya, di berkas permintaan/ketik-….",
  },
  FILE_ROWS_UNSETTLED: {
    what: "Baris pada PDF tidak dapat dipisahkan dengan pasti",
    where: 'berkas "{file}" ({before})',
    how: "Tidak ada yang dibaca, agar data dua orang tidak tercampur. Minta berkas Excel atau Word-nya.",
  },
  FILE_FROM_PDF: {
    what: "Daftar dibaca dari PDF menurut letak huruf dan garisnya",
    where: 'berkas "{file}"',
    how: "Cocokkan jumlah orang dengan surat pengantar; lebih baik minta berkas Excel-nya.",
  },
  FILE_HEADER_UNKNOWN: {
    what: "Baris judul kolom tidak ditemukan",
    where: 'berkas "{file}"',
    how: "Tulis judul seperti NIK dan Nama di atas setiap kolom, lalu kirim lagi.",
  },
  FILE_SENDER_UNKNOWN: {
    what: "Pengirim daftar tidak dikenal",
    where: 'berkas "{file}"',
    how: "Tulis nama kelurahan atau dinas di surat pengantar atau di atas daftar.",
  },
  FILE_OF_SEVERAL: {
    what: "Lembarnya menyebut kelurahan berbeda-beda; pengirimnya tidak dikenal",
    where: 'berkas "{file}"',
    how: "Tiap lembar dihitung untuk kelurahannya; sebut kantor pengirim di surat pengantar.",
  },
  SENDER_DISPUTED: {
    what: "Nama berkas menyebut kelurahan lain daripada daftarnya",
    where: '"{file}" dibaca sebagai {after}, daftarnya menyebut {before}',
    how: "Pastikan pengirimnya: ganti nama berkas, atau sebut pengirimnya di surat-masuk.csv.",
  },
  FILE_COUNT_DIFFERS: {
    what: "Jumlah orang di surat berbeda dengan isi berkas",
    where: "{file}: surat menyebut {before}, berkas berisi {after} orang",
    how: "Periksa apakah ada lembar atau halaman yang belum terkirim.",
  },
  FILE_NOT_RECEIVED: {
    what: "Berkas tercatat di surat masuk, tetapi belum diterima",
    where: 'berkas "{file}"',
    how: "Kirim berkas itu.",
  },
  ...COLUMN_TEXT_ID,
  ...SENDING_TEXT_ID,
}

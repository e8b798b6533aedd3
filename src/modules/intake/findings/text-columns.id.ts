import type { FindingText } from "./finding-parts.ts"
import type { ColumnCode } from "./finding.ts"

/** What findings about columns say in Indonesian. */
export const COLUMN_TEXT_ID: Readonly<Record<ColumnCode, FindingText>> = {
  COLUMN_UNSURE: {
    what: "Arti sebuah kolom belum pasti",
    where: 'kolom "{cell}" di "{file}" berjudul "{before}"',
    how: "Kolom ini belum dibaca. Pilih isinya: {after}. Ganti judul kolomnya, atau isi resepnya (--save-map, lalu --map).",
  },
  COLUMN_OPEN: {
    what: "Baris menunggu jawaban tentang sebuah kolom",
    where: "{cell}",
    how: "Arti kolomnya ditanyakan sekali untuk seluruh berkas; baris ini tidak perlu diubah.",
  },
  INCOME_NOT_MONTHLY: {
    what: "Penghasilan tidak ditulis per bulan",
    where: 'kolom "{cell}" di "{file}" berjudul "{before}"',
    how: 'Jumlah hari kerja tidak diketahui, jadi tidak dihitung. Minta kolom "Penghasilan per bulan".',
  },
  COLUMN_BY_CONTENT: {
    what: "Kolom dibaca dari isinya, bukan dari judulnya",
    where: 'kolom "{cell}" di "{file}" berjudul "{before}"',
    how: "Dibaca sebagai {after}. Beri tahu kami bila keliru.",
  },
  COLUMN_HIDDEN: {
    what: "Kolom tersembunyi ikut dibaca",
    where: 'kolom "{cell}" di "{file}" berjudul "{before}"',
    how: "Dibaca sebagai {after} karena tidak ada kolom lain untuk itu. Pastikan isinya masih berlaku.",
  },
  LAYOUT_CHANGED: {
    what: "Susunan kolom berbeda dari kiriman sebelumnya",
    where: 'lembar "{cell}" di "{file}", hilang: "{before}", baru atau pindah: "{after}"',
    how: "Kolom yang judulnya tetap dibaca seperti semula, yang lain dikenali ulang. Periksa sekali lagi.",
  },
  FORMS_UNCLEAR: {
    what: "Formulir per orang tidak dapat dipisahkan",
    where: 'lembar "{cell}" di "{file}"',
    how: "Belum ada yang dibaca. Beri satu baris kosong di antara orang, atau kirim sebagai daftar.",
  },
  SHEET_HIDDEN: {
    what: "Lembar tersembunyi tidak dibaca",
    where: 'lembar "{cell}" di "{file}"',
    how: "Tampilkan lembar itu, lalu kirim lagi bila orangnya memang diusulkan.",
  },
  SHEET_TOO_WIDE: {
    what: "Lembar tidak dibaca karena lebih dari 512 kolomnya terisi",
    where: 'lembar "{cell}" di "{file}"',
    how: "Pindahkan daftar orang ke lembar baru tanpa kolom lain, lalu kirim lagi.",
  },
  SHEET_JOINED: {
    what: "Lembar tanpa judul kolom dibaca dengan judul lembar lain",
    where: 'lembar "{cell}" di "{file}", judul dari lembar "{before}"',
    how: "Isi kolomnya tersusun sama. Periksa beberapa orang di lembar itu.",
  },
  PAGES_JOINED: {
    what: "Kolom di halaman lain dibaca sebagai lanjutan daftar ini",
    where: '"{cell}" di "{file}", lanjutan dari "{before}"',
    how: "Baris demi baris digabung karena jumlah dan urutannya sama. Periksa beberapa orang.",
  },
  PAGES_APART: {
    what: "Kolom di halaman ini belum jelas milik siapa",
    where: '"{cell}" di "{file}"',
    how: "Belum dibaca. Kirim berkas aslinya, atau cetak semua kolom seseorang di satu halaman.",
  },
  FILE_IS_REGISTER: {
    what: "Berkas ini bukan daftar usulan",
    where: 'berkas "{file}" terbaca sebagai {before}',
    how: 'Taruh di map "register" atau "verifikasi", bukan "usulan". Bila memang usulan, lengkapi kolomnya.',
  },
  REGISTER_WITHOUT_NIK: {
    what: "Tanpa kolom NIK isinya tidak dapat dicocokkan",
    where: 'berkas "{file}" terbaca sebagai {before}',
    how: "Minta pengirimnya menambah kolom NIK, 16 angka sebagai teks. NIP atau nama saja tidak cukup.",
  },
  LIST_IN_ONE_CELL: {
    what: "Semua isian seseorang ditulis dalam satu sel",
    where: 'berkas "{file}"',
    how: "Pisahkan ke kolom (di Excel: Data, Text to Columns), beri judul setiap kolom, lalu kirim lagi.",
  },
  LIST_WITHOUT_PEOPLE: {
    what: "Di bawah judul kolom tidak terbaca seorang pun",
    where: 'lembar "{cell}" di "{file}", {before} baris',
    how: "Bila ini daftar orang, kirim nama dan NIK pada baris yang sama; bila bukan, beri tahu kami.",
  },
  LIST_ALL_ASIDE: {
    what: "Tidak seorang pun dari berkas ini sudah dapat diterima",
    where: '"{file}", {before} orang',
    how: "Lengkapi kolom yang tidak ada ({after}), lalu kirim lagi.",
  },
  CELL_NOTES: {
    what: "Catatan pada sel (komentar) tidak dibaca",
    where: 'lembar "{cell}" di "{file}", sel {before}',
    how: "Buka catatannya. Bila menyebut keadaan orangnya, minta pengirim menulisnya di kolom keterangan.",
  },
  COLOUR_LEGEND: {
    what: "Warna sel berarti sesuatu, tetapi tidak dibaca",
    where: 'lembar "{cell}" di "{file}": "{before}"',
    how: "Minta pengirim menulis keadaan itu di kolom keterangan setiap orang yang diberi warna.",
  },
  SHEET_IGNORED: {
    what: "Lembar tanpa judul kolom tidak dibaca",
    where: 'lembar "{cell}" di "{file}"',
    how: "Tidak perlu apa-apa bila lembar itu bukan daftar orang.",
  },
}

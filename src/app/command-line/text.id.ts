import type { HelpTexts } from "./help-texts.ts"

const LAW = ["PAKET", "paket kebijakan, nama folder di law/; bawaan: 64.71-balikpapan"]
const JSON_OUT = ["", "ringkasan sebagai JSON di stdout, untuk program"]
const LANG = ["id|en", "bahasa teks di terminal; bawaan: id"]
const YEAR = ["TAHUN", "tahun program; bawaan: menurut paket"]
const READING = {
  as: ["JENIS", "usulan, register, verifikasi atau surat-masuk; bawaan: dikenali dari isinya"],
  sender: ["NAMA", "pengirim daftar, bila berkasnya tidak menyebutkannya"],
  errors: ["BERKAS.xlsx", "berkas pengirim dengan sel yang salah diwarnai; untuk satu berkas"],
  map: ["RESEP.json", "cara membaca kolom yang sudah dipastikan"],
  "save-map": ["", "cetak resep kolom berkas ini di stdout"],
  law: LAW,
  year: YEAR,
  json: JSON_OUT,
  lang: LANG,
} as const

/** Wording of `--help` in Indonesian. */
export const helpTextId = {
  title: "Payung: bantuan iuran JKK dan JKM bagi pekerja rentan",
  commandHelp: "Pilihan satu perintah: ./payung run --help",
  version: "Nomor versi: ./payung --version",
  other: "English: {call} --help --lang en",
  usage: "Cara pakai",
  options: "Pilihan",
  example: "Contoh",
  commands: {
    run: {
      summary: "mengolah folder berkas kantor menjadi daftar di dalam pagu",
      usage: [
        ["run FOLDER --out DIR", "FOLDER berisi usulan/, dan bila ada register/, verifikasi/"],
        ["run --inbox --out DIR", "dari berkas yang sudah diimpor"],
      ],
      flags: {
        out: ["DIR", "folder untuk hasil; wajib"],
        inbox: ["", "olah berkas yang sudah diimpor, tanpa FOLDER"],
        "dry-run": ["", "percobaan: hasil ditulis, basis data dan musim berikutnya tidak berubah"],
        law: LAW,
        year: YEAR,
        ceiling: ["RUPIAH", "pagu, hanya angka; bawaan: menurut paket"],
        months: ["1..12", "jumlah bulan yang dibayar; bawaan: menurut paket"],
        "as-of": [
          "TANGGAL",
          "pakai nilai hukum yang diketahui pada tanggal ini; bawaan: menurut paket",
        ],
        seed: ["TEKS", "benih undian; bawaan: menurut paket"],
        strict: ["", "kode keluar 3 bila ada temuan, 4 bila ada yang harus diputuskan manusia"],
        json: JSON_OUT,
        lang: LANG,
      },
      examples: ["run example/balikpapan-2026 --out hasil --ceiling 60000000"],
    },
    season: {
      summary: "membuat surat permintaan usulan, daftar isian setiap kantor, surat pernyataan",
      usage: [["season open --year TAHUN --out DIR", ""]],
      flags: {
        out: ["DIR", "folder untuk hasil; wajib"],
        year: ["TAHUN", "tahun program yang dibuka; wajib"],
        deadline: ["TANGGAL", "batas pengembalian, misalnya 15-11-2026; bawaan: menurut paket"],
        law: LAW,
        json: JSON_OUT,
        lang: LANG,
      },
      examples: ["season open --year 2027 --out musim-2027 --deadline 2026-11-15"],
    },
    check: {
      summary: "memeriksa berkas atau folder tanpa basis data; tidak ada yang disimpan",
      usage: [["check BERKAS…", "satu berkas atau folder, atau lebih"]],
      flags: READING,
      examples: ["check example/balikpapan-2026/usulan"],
    },
    import: {
      summary: "memeriksa berkas, menunjukkan isinya, lalu menyimpannya ke kotak masuk",
      usage: [
        ["import BERKAS…", "satu berkas atau lebih; bertanya sebelum menyimpan"],
        ["import --list", "isi kotak masuk"],
        ["import --undo NAMA", "batalkan satu impor selama belum ditetapkan"],
      ],
      flags: {
        "dry-run": ["", "tunjukkan saja, tidak ada yang disimpan"],
        yes: ["", "simpan tanpa bertanya"],
        list: ["", "tunjukkan isi kotak masuk"],
        undo: ["NAMA", "batalkan impor ini: nama berkas, nomor di --list, atau terakhir"],
        ...READING,
      },
      examples: ['import "kel damai.xlsx" --dry-run'],
    },
    match: {
      summary: "pasangan baris yang mungkin satu orang: lihat, jelaskan, putuskan",
      usage: [
        ["match pairs", "pasangan yang menunggu keputusan, yang paling ragu lebih dahulu"],
        ["match explain NOMOR", "mengapa pasangan ini ditanyakan, langkah demi langkah"],
        ["match verdict NOMOR KEPUTUSAN", "same, different, ask-kelurahan atau withdrawn"],
        ["match labels --out BERKAS", "keputusan sebagai contoh belajar, tanpa data orang"],
        ["match train --out BERKAS", "bobot yang disesuaikan dengan keputusan"],
      ],
      flags: {
        state: ["KEADAAN", "open, asked atau decided; bawaan: open"],
        limit: ["BANYAK", "banyaknya pasangan yang ditunjukkan; bawaan: 20"],
        reason: ["ALASAN", "dari mana Anda tahu; wajib untuk verdict"],
        "against-register": ["", "same walaupun Dukcapil mengenal dua orang"],
        out: ["BERKAS", "berkas tujuan untuk labels dan train"],
        law: LAW,
        year: ["TAHUN", "tahun program; bawaan: menurut paket"],
        json: JSON_OUT,
        lang: LANG,
      },
      examples: ["match pairs --limit 5"],
    },
    search: {
      summary: "mencari orang yang sudah diolah; salah ketik dan ejaan lama tetap ditemukan",
      usage: [
        ["search NAMA", "nama atau sebagian nama"],
        ["search NOMOR", "NIK, KK atau telepon; atau 6 angka pertama atau terakhir NIK"],
      ],
      flags: {
        limit: ["1..100", "paling banyak sekian orang; bawaan: 20"],
        purpose: ["TEKS", "keperluan pencarian, dicatat di jejak audit"],
        year: ["TAHUN", "tahun program; bawaan: yang terakhir diolah"],
        law: LAW,
        json: JSON_OUT,
        lang: LANG,
      },
      examples: ['search "siti nurjanah"', "search 0899-0000-1234"],
    },
    overlap: {
      summary: "mencari yang juga dibayar pihak lain, tanpa menyerahkan daftar",
      usage: [
        ["overlap partner NAMA", "catat pembayar lain dan batas yang disepakati"],
        ["overlap partners", "pembayar lain dan sisa batasnya"],
        ["overlap offer", "tawaran tentang NIK di --list, untuk dikirim"],
        ["overlap answer TAWARAN", "jawab tawaran mereka dengan daftar kita"],
        ["overlap finish JAWABAN", "hasil: siapa yang juga mereka bayar"],
        ["overlap cancel NOMOR", "batalkan tawaran yang belum dijawab"],
        ["overlap sessions", "semua pertukaran"],
      ],
      flags: {
        partner: ["NAMA", "pembayar lain yang sudah dicatat"],
        list: ["BERKAS", "daftar dengan kolom NIK, misalnya data/persons.csv"],
        out: ["BERKAS", "berkas yang ditulis; tidak boleh sudah ada"],
        kind: ["JENIS", "province atau company; untuk partner"],
        basis: ["TEKS", "nomor dan tanggal perjanjian; untuk partner"],
        from: ["TANGGAL", "perjanjian berlaku sejak; untuk partner"],
        to: ["TANGGAL", "perjanjian berlaku sampai; untuk partner"],
        ask: ["BANYAK", "NIK setahun yang boleh kita tanyakan; untuk partner"],
        answer: ["BANYAK", "NIK setahun yang boleh mereka tanyakan; untuk partner"],
        year: YEAR,
        law: LAW,
        json: JSON_OUT,
        lang: LANG,
      },
      examples: ['overlap offer --partner "PT X" --list persons.csv --out tanya.txt'],
    },
    serve: {
      summary: "membuka laporan dan halaman unggah di peramban, tanpa menghitung contoh",
      usage: [["serve", "http://localhost:8080"]],
      flags: { port: ["1..65535", "port di komputer ini; bawaan: 8080"], lang: LANG },
      examples: ["serve --port 8081"],
    },
    audit: {
      summary: "memeriksa jejak audit, atau menyerahkannya kepada orang luar",
      usage: [
        ["audit verify", "periksa jejak audit di basis data"],
        ["audit verify DIR", "periksa ekspor di folder DIR, tanpa basis data"],
        ["audit export DIR", "tulis jejak audit ke folder DIR"],
        ["audit prove NOMOR", "bukti bahwa satu isian ada di jejak audit"],
      ],
      flags: {
        key: ["BERKAS", "kunci publik yang Anda simpan; untuk verify DIR"],
        witness: ["BERKAS", "catatan bertanda tangan yang Anda simpan; untuk verify"],
        law: LAW,
        json: ["", "boleh ditulis; stdout selalu berisi JSON"],
      },
      examples: ["audit export jejak", "audit verify jejak"],
    },
  },
  exitCodes: [
    "Kode keluar",
    "0 selesai · 2 salah pakai · 3 masukan tidak dapat dipakai",
    "4 ada yang harus diputuskan manusia · 5 tidak berwenang",
    "6 basis data tidak terhubung · 7 pemeriksaan keutuhan gagal",
    "8 nilai hukum belum ada · 9 hasil tidak dapat ditulis · 130 dihentikan",
  ],
} as const satisfies HelpTexts

/** Words of the synthetic example. Every person, street and firm is invented. */

export const KELURAHAN: Readonly<Record<string, string>> = {
  Manggar: "64.71.01.1001",
  Teritip: "64.71.01.1003",
  "Baru Tengah": "64.71.02.1002",
  Kariangau: "64.71.02.1004",
  "Karang Joang": "64.71.03.1003",
  "Muara Rapak": "64.71.03.1004",
  "Sumber Rejo": "64.71.04.1006",
  "Gunung Bahagia": "64.71.05.1006",
  "Klandasan Ilir": "64.71.06.1004",
}

/** Spellings of which exactly one official kelurahan can be meant. */
export const KELURAHAN_ALIASES: Readonly<Record<string, readonly string[]>> = {
  Manggar: ["MANGGAR", "Kel. Manggar", "manggar ", "Mangar"],
  Teritip: ["TERITIP", "Kel.Teritip", "Tritip", "teritip"],
  "Baru Tengah": ["BARU TENGAH", "Br. Tengah", "Kelurahan Baru Tengah", "Baru tengah"],
  Kariangau: ["KARIANGAU", "Kariangao", "Kel Kariangau", " kariangau"],
  "Karang Joang": ["KARANG JOANG", "Kr. Joang", "Karangjoang", "Kel. Karang Joang"],
  "Muara Rapak": ["MUARA RAPAK", "Ma. Rapak", "Muararapak", "Kel Muara Rapak "],
  "Sumber Rejo": ["SUMBER REJO", "Sumberrejo", "Sbr Rejo", "Kel. Sumber Rejo"],
  "Klandasan Ilir": ["KLANDASAN ILIR", "Kld. Ilir", "Klandasan ilir", "Kel. Klandasan Ilir"],
}

export const HOUSING_ESTATES = [
  "Perum Bukit Contoh Indah",
  "Komplek Fiktif Permai",
  "Grand Misal Residence",
]

const MALE_NAMES = `MUHAMMAD RIZAL|MUHAMMAD ILHAM|MUHAMMAD SAPRI|SOEKARDI|DJOKO PRAMONO
DJUNAIDI|SOETRISNO|WAGIMAN|PAIJO|SUPARNO|KASIMAN|TUGIMIN|ABDUL GANI|ABDURRAHIM|SYARKAWI
JUHDI|NORDIANSYAH|MASRANI|ANANG SYUKRI|LA ODE HASRUL|LA MANI|BASO TANG|DAENG SITUJU
PUANG RIDHA|AMBO UPE|TOTOK SUHARTO|CATUR PRIYONO|YOHANES LENGKONG|FRANSISKUS BEDA
MARTHEN SAMPE|YOSEP PALULUN|I WAYAN SUDIRA|I KETUT RENA|I NYOMAN GEDE ARTANA|RENÉ MANOPO
JOSÉ AMARAL|TOGAR SIAHAAN|PARLINDUNGAN|HOTMAN NAIBAHO|LIE KIM HOK|TAN BOEN AN
ALOYSIUS DJEHADUT|PETRUS KAFIAR|MA'MUN|NA'IM|SYA'BANI|JA'FAR SHADIQ|RUSTAM|BURHAN
ZULKIFLI AKBAR|RAHMADI|ASRUL SANI|IRWANSYAH|SAPARUDDIN|CECEP HERYANA|TJETJEP RUKMANA
ASEP SAEPUDIN|UJANG KOMARUDIN|DADANG|TARYONO|BAMBANG IRAWAN|EDY CAHYONO|GUNTUR WIRANTO
FEBRIANSYAH|RICKY FERDINAN|ALDI PRAYOGA|DIMAS ARYO SETO|BAYU SEGARA|REZA PAHLEVI MUKTI`
const FEMALE_NAMES = `SITI MAIMUNAH|SITI RODIAH|SITI KHADIJAH|SITI NURJANAH|NUR'AISYAH
NI'MAH|RU'YAH SALEHAH|SOEMIATI|DJUMIRAH|PARTINAH|SUKINEM|WAGIYEM|NGATINI|TUMINAH|MISRIATI
KASMAWATI|SANTI DEWANTI|RATNA KOMALA|ANDI TENRI PADA|ANDI BESSE|BESSE INTANG
I KADEK SRI ASIH|NI LUH PUTU SARI|NI MADE RAI|MARIA GORETI KEWA|YULIANA TANDI
DORTHEA RUMBIAK|ESTER PAKIDING|RENATA SIMBOLON|TIURMA PANGARIBUAN|LENI MARLINA|HERLINA
SALBIAH|RABIATUL ADAWIYAH|GALUH NORSEHAN|NORLIANI|HAPSAH|AISAH|JUBAIDAH|MASTURAH
MEGAWATI SALAMUN|TITIK PUJIASTUTI|WINARSIH|ENDAH PALUPI|TUTIK HANDARINI|CICIH KURNIASIH
NENENG ROSITA|EUIS KARTIKA|IIS DAHLIANA|LILIS SURYATI|MURNIATI BATUBARA|KRISTINA WEA
AGNES ADELIA|FEBI ANJANI|PUTRI AYUNINGTYAS|DESI RATNAWATI|RINI ANGGRAENI PUTRI|YOSEFINA BURA
TAN LIE HWA|OEY MEI LAN|HALIMATUSSADIAH|WA ODE RISNA|WA INA`

const names = (text: string): readonly string[] => text.split(/[|\n]/)
export const MALE = names(MALE_NAMES)
export const FEMALE = names(FEMALE_NAMES)
export const FAMILY_NAMES = `LAPATAU|WIROGUNO|SUMARDI|KASTARI|MANGUNSONG|TODING|HADIKUSUMO
NOORHADI|PALIMBONG|MARDJUKI|ABIDIN|SARAGIH|LAMAU|KUSNADI|TJAHJADI|DJOEMENA|ANSHARI|BAHTIAR
WONGSO|RUNTUWENE|SALIM`.split(/[|\n]/)

export const PLACES = [
  "Balikpapan",
  "Balikpapan",
  "Penajam",
  "Banjarmasin",
  "Bone",
  "Sinjai",
  "Kediri",
  "Ende",
]
export const STREETS = [
  "Jl. Contoh Raya",
  "Gg. Misal",
  "Jl. Fiktif Dalam",
  "Jln Umpama",
  "Gang Teladan Baru",
]
export const REGION_CODES = ["630305", "731103", "740212", "350609", "530201", "640901"]

export interface SectorWords {
  readonly plain: readonly string[]
  /** Cut short, of initials, with a slash or in brackets: JOB_ABBREV. */
  readonly abbreviated: readonly string[]
}

export const SECTORS: Readonly<Record<string, SectorWords>> = {
  nelayan: {
    plain: ["melaut", "nelayan tangkap", "pencari kepiting"],
    abbreviated: ["nelayan/ABK", "nelayan (jala)"],
  },
  petani: {
    plain: ["berkebun sayur", "petani lada", "tani sawah"],
    abbreviated: ["petani/pekebun", "tani (sayur)"],
  },
  pembudidaya_ikan: {
    plain: ["petambak udang", "budidaya rumput laut"],
    abbreviated: ["budidaya (keramba)"],
  },
  peternak: { plain: ["ternak ayam", "peternak sapi"], abbreviated: ["ternak ayam/itik"] },
  ojek_pangkalan: {
    plain: ["ojek pangkalan", "tukang ojek pengkolan"],
    abbreviated: ["ojek (pangkalan)"],
  },
  ojek_online: {
    plain: ["pengemudi ojek daring", "ojek online"],
    abbreviated: ["driver ojol", "ojol/kurir"],
  },
  sopir_angkot: {
    plain: ["supir angkutan kota", "sopir angkot"],
    abbreviated: ["spr angkot", "sopir (angkot 5)"],
  },
  juru_parkir: {
    plain: ["tukang parkir", "penjaga parkir pasar"],
    abbreviated: ["jukir", "jukir pasar"],
  },
  pedagang_kecil: {
    plain: [
      "jualan gorengan",
      "pedagang sayur keliling",
      "penjual pentol",
      "jualan kue basah",
      "kios kelontong",
    ],
    abbreviated: ["PKL nasi kuning", "pdg ikan", "jualan (es campur)", "UMKM keripik"],
  },
  buruh_harian: {
    plain: ["kuli bongkar muat", "serabutan", "buruh angkut pelabuhan"],
    abbreviated: ["BHL", "brh harian", "buruh/kuli"],
  },
  tukang_bangunan: {
    plain: ["tukang cat rumah", "kuli bangunan", "tukang keramik"],
    abbreviated: ["tkg batu", "tukang (las/besi)"],
  },
  pekerja_rumah_tangga: {
    plain: ["pembantu rumah tangga", "buruh cuci setrika", "pengasuh anak"],
    abbreviated: ["PRT", "ART paruh waktu"],
  },
  pemulung: { plain: ["pemulung", "pengumpul barang bekas"], abbreviated: ["pemulung (botol)"] },
  penjahit: { plain: ["tukang permak", "penjahit rumahan"], abbreviated: ["jahit/permak"] },
  tukang_pijat: { plain: ["tukang urut", "pijat tradisional"], abbreviated: ["pijat/urut"] },
  nonformal_lain: {
    plain: ["guru ngaji", "perias pengantin", "tukang cukur"],
    abbreviated: ["guru ngaji/TPA"],
  },
}

export const UNKNOWN_JOBS = ["swasta", "-", "", "lainnya", "dll", "belum diisi"]
export const NOT_INFORMAL_JOBS = [
  "pensiunan",
  "ibu rumah tangga",
  "mahasiswa",
  "karyawan perusahaan",
  "tidak bekerja",
]
export const EMPLOYER_JOBS = ["warung makan, punya 3 karyawan", "toko sembako, anak buah 4 orang"]
export const STATUS_NOTES = [
  "meninggal bulan Agustus",
  "almarhum",
  "wafat",
  "pindah ke Samarinda",
  "pindah domisili",
]
export const NICKNAMES = ["Acil", "Utuh", "Ucok", "Bejo", "Iyem", "Mamat"]
export const OFFICIALS = ["Rahmanto Sudibyo", "Marlina Tappi", "Yusran Effendie", "Kartika Sari D."]

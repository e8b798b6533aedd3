// Lists with every kind of damage, seeded: for holding the reading by columns to the reading row by row.

export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Chance = () => number

function pick(chance: Chance, list: readonly string[]): string {
  return list[Math.floor(chance() * list.length)] ?? ""
}

const NIKS = (nik: string): readonly string[] => [
  `9900${nik.slice(4)}`,
  `${nik.slice(0, 8)}99${nik.slice(10)}`,
  `="${nik}"`,
  `${nik.slice(0, 6)}1708809001`,
  ...[nik, nik, nik, nik, nik, nik],
  ...[
    "",
    " ",
    "-",
    "menyusul",
    `'${nik}`,
    `${nik} `,
    nik.slice(0, 15),
    `${nik}1`,
    "6471010101010000",
  ],
  ...["1111111111111111", "1234567890123456", "6,47101E+15", `${nik.slice(0, 6)}.${nik.slice(6)}`],
  ...[nik.replace("0", "O"), "#REF!", "=A1", `${nik}\n`, "0000000000000000", "Jumlah", "647101"],
]
const NAMES = [
  ...[
    "Contoh",
    "CTH. BUDI",
    "contoh 1",
    "misal",
    "Ex",
    "Misna",
    "Exa Budi",
    "BUDI biasa dipanggil UDI",
  ],
  ...["SITI AMINAH", "Budi Santoso", "AHMAD", "siti aminah", "H. UMAR HASAN", "Hj. Siti Aisyah"],
  ...[
    "MUHAMMAD ALI BIN UMAR",
    "Nur'aini",
    "I Ketut Rena",
    "LA  MANI",
    " BUDI",
    "Budi ",
    "M. RIZKI",
  ],
  ...["ABD. RAHMAN", "Budi Santoso, S.Pd", "SITI als. ITI", "Siti (Iti)", "budi/anto", "Alm. Budi"],
  ...[
    "BUDI (ALM)",
    "Drs. Umar",
    "UMAR SKM",
    "Umar, SKM",
    "tuan guru umar",
    "TIDAK ADA",
    "Tidak ada",
  ],
  ...[
    "NN",
    "null",
    "-",
    "",
    "?",
    "Ren\u00e9e",
    "Ã©lan",
    "BUDI\nSANTOSO",
    "=CMD()",
    "#N/A",
    "+62",
    "sITI",
  ],
  ...[
    "UMAR\u200b ALI",
    "MD ALI",
    "alm budi",
    "Bapak Umar",
    "UMAR alias ALI",
    "JUMLAH",
    "Total",
    "Alma",
  ],
  ...[
    "Van Basten",
    "Umar Van Ali",
    "umar van ali",
    "A B C D E F G H I J",
    "H UMAR",
    "BIN",
    "Bin Umar",
  ],
  ...[
    "SITI AMINAH BINTI UMAR ALI HASAN HUSEIN KARIM SALIM",
    "Haji Umar",
    "UMAR. S.Pd",
    "UMAR S. PD",
  ],
]
const DATES = (chance: Chance): readonly string[] => {
  const [d, m] = [1 + Math.floor(chance() * 28), 1 + Math.floor(chance() * 12)]
  const y = 1950 + Math.floor(chance() * 55)
  const two = (value: number): string => String(value).padStart(2, "0")
  return [
    ...[`${two(d)}-${two(m)}-${y}`, `${two(d)}-${two(m)}-${y}`, `${two(d)}-${two(m)}-${y}`],
    ...[
      `${two(d)}/${two(m)}/${y}`,
      `${d}.${m}.${y}`,
      `${y}-${two(m)}-${two(d)}`,
      `${two(d)}${two(m)}${y}`,
    ],
    ...[`${d} Agustus ${y}`, `${two(d)}-${two(m)}-${two(y % 100)}`, `${m}/${d}/${two(y % 100)}`],
    ...[
      "31-02-1980",
      "29-02-2000",
      "29-02-1900",
      "29-02-1984",
      `${two(m)}/${two(d)}/${y}`,
      String(y),
    ],
    ...[
      "",
      "-",
      "menyusul",
      "#VALUE!",
      "17-08-1980\n",
      "'17-08-1980",
      "Senin, 17-08-1980",
      "17-08-2099",
    ],
    ...[
      "00-01-1980",
      "17-13-1980",
      "08/17/1980",
      "Balikpapan, 17-08-1980",
      "Damai / 3 Mei 1981",
      "=1+1",
    ],
  ]
}
const SEXES = [
  "L",
  "P",
  "L",
  "P",
  "l",
  "Laki-laki",
  "Perempuan",
  "",
  "x",
  "#REF!",
  "1",
  "L\n",
  "=L",
]
const AREAS = [
  "Damai",
  "Sepinggan",
  "Damai Baru",
  "damai",
  "kel. Damai",
  "Sepingan",
  "Atas Awan",
  "",
  "#N/A",
]
const JOBS = [
  "tukang bangunan",
  "ojek",
  "PNS",
  "-",
  "",
  "TK. BATU",
  "swasta",
  "dagang",
  "#REF!",
  "@x",
  "a\nb",
]
const INCOMES = [
  "1500000",
  "1,5 jt",
  "Rp 2.000.000",
  "2-3 juta",
  "-",
  "",
  "50rb/hari",
  "900",
  "#DIV/0!",
  "+1",
]
const PHONES = [
  ...["089900001234", "0899000012345", "089900001234", "+62 899-0000-1234", "89900001234", "", "-"],
  ...[
    "089900001234 / 089900005678",
    "0899",
    "08990000",
    "089900001234567",
    "(021) 555",
    "=A1",
    "#REF!",
  ],
  ...["000000000000", "0899 0000 1234", "08990000123a", "0800000000", "089900001234\n"],
]
const TEXTS = [
  "Jl. Fiktif 3 Kel. Damai",
  "Kelurahan Sepinggan RT 4",
  "Jl. Fiktif 1",
  "Gg. Misal RT 03",
  "",
  "=HYPERLINK(1)",
  "#NAME?",
  "a\r\nb",
  " - ",
  "@SUM",
  "\u00a0=x",
]
const REMARKS = [
  "",
  "",
  "",
  "meninggal",
  "pindah",
  "aktif",
  "sudah kerja",
  "#REF!",
  "=x",
  "catatan\nbaru",
]
const CARDS = (kk: string, nik: string): readonly string[] => [
  nik,
  `${nik.slice(0, 6)}1708800001`,
  `${nik.slice(0, 6)}170880.0001`,
  `="${nik}"`,
  "6471010000009001",
  "9900010101800001",
  kk,
  kk,
  kk,
  "",
  "-",
  `'${kk}`,
  `${kk} `,
  "647101",
  "#REF!",
]

const HEADERS: readonly (readonly string[])[] = [
  [
    "No",
    "Nama",
    "NIK",
    "No KK",
    "Tgl Lahir",
    "L/P",
    "Alamat",
    "RT",
    "Kelurahan",
    "Pekerjaan",
    "Penghasilan",
    "No HP",
    "Ket",
  ],
  ["NIK", "Nama Lengkap", "Tempat Tgl Lahir", "Jenis Kelamin", "Pekerjaan", "HP"],
  ["Nama", "No KTP", "Tanggal Lahir", "Kelurahan", "Penghasilan per bulan"],
  ["Nama", "NIK", "L", "P", "Tgl Lahir", "Alamat"],
  ["No", "NIK", "No KK", "Nama", "Tgl Lahir", "P/W", "Alamat", "Penghasilan (juta)", "Pekerjaan"],
  ["Nama Depan", "Nama Belakang", "NIK", "Tgl Lahir", "Kelurahan", "Penghasilan"],
  ["Nama", "NIK", "Tgl Lahir", "Kolom", "Lain", "HP"],
  ["No", "Nama", "NIK", "Tanggal Lahir", "Penghasilan terendah", "Penghasilan tertinggi"],
  ["No", "Nama", "Nama Ibu Kandung", "NIK", "Tempat Lahir", "Tanggal Lahir", "L/P", "Kelurahan"],
]

function cellFor(label: string, chance: Chance): string {
  const nik = `647101${String(10 + Math.floor(chance() * 60))}0${String(1 + Math.floor(chance() * 9))}80${String(9001 + Math.floor(chance() * 900))}`
  if (/^No$/.test(label)) return String(Math.floor(chance() * 900))
  if (/NIK|KTP/.test(label)) return pick(chance, NIKS(nik))
  if (/KK/.test(label)) return pick(chance, CARDS(nik.split("").reverse().join(""), nik))
  if (/P\/W/.test(label)) return pick(chance, ["P", "W", "P", "W", "p.", "", "wanita"])
  if (/juta/.test(label)) return pick(chance, [...INCOMES, "2", "1,5", "2.5", "12"])
  if (/Depan|Belakang/.test(label)) return pick(chance, NAMES)
  if (/Kolom/.test(label)) return pick(chance, AREAS)
  if (/Lain/.test(label)) return pick(chance, JOBS)
  if (/Ibu|Nama/.test(label)) return pick(chance, NAMES)
  if (/Tgl|Tanggal/.test(label)) return pick(chance, DATES(chance))
  if (/^L\/P|Kelamin/.test(label)) return pick(chance, SEXES)
  if (/^[LP]$/.test(label)) return pick(chance, ["v", "", "", "-"])
  if (/Kelurahan/.test(label)) return pick(chance, AREAS)
  if (/Pekerjaan/.test(label)) return pick(chance, JOBS)
  if (/Penghasilan/.test(label)) return pick(chance, INCOMES)
  if (/HP/.test(label)) return pick(chance, PHONES)
  if (/RT/.test(label)) return pick(chance, ["1", "003", "RT 5", "", "=2"])
  return /Ket/.test(label) ? pick(chance, REMARKS) : pick(chance, TEXTS)
}

const BETWEEN = [
  ["", "JUMLAH", "12"],
  ["Mengetahui,", "", "Lurah Damai"],
  ["(1)", "(2)", "(3)", "(4)"],
  ["Rekapitulasi"],
  ["", "", ""],
  [" "],
  ["", " ", ""],
  ["RT 05"],
  ["Kelurahan Sepinggan"],
  ["A. NELAYAN"],
  ["", "Kelompok Nelayan RT 7"],
]

/** A list of so many records; with headers, totals and other mess between them where it is parted. */
export function messyCsv(seed: number, records: number, isParted = true): string {
  const chance = seeded(seed)
  const delimiter = pick(chance, [",", ";", "\t", "|"])
  const end = pick(chance, ["\n", "\r\n"])
  let header = HEADERS[seed % HEADERS.length] ?? []
  const claim = chance() < 0.3 ? "sebanyak 214 orang" : "Tahun ini"
  const lines = ["Daftar Pekerja Kelurahan Damai", claim, "", joinCells(header, delimiter, chance)]
  let last = ""
  for (let record = 0; record < records; record++) {
    const dice = isParted ? chance() : 0.5 + chance() / 2
    if (dice < 0.005) last = joinCells(header, delimiter, chance)
    else if (dice < 0.01) {
      header = HEADERS[Math.floor(chance() * HEADERS.length)] ?? []
      last = joinCells(header, delimiter, chance)
    } else if (dice < 0.03)
      last = joinCells(BETWEEN[Math.floor(chance() * BETWEEN.length)] ?? [], delimiter, chance)
    else if (dice <= 0.97) last = personLine(header, delimiter, chance)
    lines.push(last)
  }
  return lines.join(end) + (chance() < 0.5 ? end : "")
}

function personLine(header: readonly string[], delimiter: string, chance: Chance): string {
  const cells = header.map((label) => cellFor(label, chance))
  const dice = chance()
  // Moved to the right from the name on, cut off, or with more fields than the header has.
  if (dice < 0.02) cells.splice(header.indexOf("Nama"), 0, "")
  else if (dice < 0.04) cells.length = Math.floor(chance() * cells.length)
  else if (dice < 0.05) cells.push("lebih", "dari ini")
  else if (dice < 0.055) cells[1] = "x".repeat(1200)
  const line = joinCells(cells, delimiter, chance)
  // A quote that is never closed, or one within a field.
  return chance() < 0.01 ? line.replace(/[a-z]/, '"') : line
}

function joinCells(cells: readonly string[], delimiter: string, chance: Chance): string {
  const written = cells.map((cell) => {
    const must = /["\r\n]/.test(cell) || cell.includes(delimiter)
    return must || chance() < 0.05 ? `"${cell.replaceAll('"', '""')}"` : cell
  })
  return written.join(delimiter)
}

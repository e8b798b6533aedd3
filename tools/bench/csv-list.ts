// A seeded list of invented workers as an office exports it: ten columns, quoted addresses, about one
// value in ten damaged as hands and spreadsheets damage them. Serials and phones are reserved ones.
import { closeSync, openSync, writeSync } from "node:fs"

export const LIST_HEADER =
  "NIK,Nama Lengkap,Tanggal Lahir,L/P,Alamat,RT,Kelurahan,Pekerjaan,Penghasilan/bulan,No HP"

const FIRST = (
  "SITI AHMAD MUHAMMAD NUR ABDUL SRI DEWI AGUS BUDI EKO RINA YULI HENDRA JOKO WAHYU RAHMAT FITRI INDAH LESTARI " +
  "PUTRI BAGUS DWI TRI EKA MADE KETUT NYOMAN WAYAN YOSEF MARIA HASAN HUSEIN UMAR ALI FATIMAH AISYAH ROSDIANA"
).split(" ")
const LAST = (
  "SANTOSO WIBOWO KUSUMA PRATAMA HIDAYAT SAPUTRA WIJAYA RAHMAN HALIM SIREGAR SIMBOLON NASUTION LUBIS TANJUNG " +
  "HARAHAP GINTING SEMBIRING TARIGAN PASARIBU MANURUNG SITOMPUL HASIBUAN RITONGA POHAN DAULAY MARPAUNG"
).split(" ")
const SYLLABLES =
  "ba bi da di du fa ga ha ja ka ki la li lu ma mi mu na ni nu pa ra ri ru sa si su ta ti tu wa ya yu".split(
    " ",
  )
export const LIST_AREAS = (
  "Manggar,Manggar Baru,Lamaru,Teritip,Sepinggan,Sepinggan Baru,Sepinggan Raya,Gunung Bahagia,Sungai Nangka,Damai," +
  "Damai Baru,Damai Bahagia,Klandasan Ulu,Klandasan Ilir,Telaga Sari,Prapatan,Gunung Sari Ulu,Gunung Sari Ilir," +
  "Mekar Sari,Karang Rejo,Karang Jati,Sumber Rejo,Baru Ilir,Baru Tengah,Baru Ulu,Kariangau,Margo Mulyo,Marga Sari," +
  "Batu Ampar,Karang Joang,Muara Rapak,Gunung Samarinda,Gunung Samarinda Baru,Graha Indah"
).split(",")
const AREA_SLIPS = [
  "Gn. Bahagia",
  "SEPINGGAN",
  "kel. Damai",
  "Manggr",
  "Batu Ampar RT 3",
  "Atas Awan",
]
const JOBS = (
  "tukang ojek,pedagang kaki lima,nelayan,petani,buruh tani,asisten rumah tangga,tukang bangunan,penjual sayur," +
  "tukang parkir,pemulung,penjahit,sopir angkot,kuli angkut,tukang kayu,pedagang pasar,buruh cuci,peternak ayam," +
  "tukang becak,juru parkir,penjual gorengan,pedagang ikan,tukang las,montir,pengrajin rotan"
).split(",")
const JOB_SLIPS = ["TK. BATU", "ART", "swasta", "-", "PNS", "jualan kue kecil2an, IRT", "dagang"]
const INCOME_SLIPS = [
  "1,5 jt",
  "Rp 2.000.000",
  "2-3 juta",
  "-",
  "50rb/hari",
  "dua juta",
  "1.750.000",
]
const STREETS =
  "Jl. Fiktif,Gang Teladan,Jalan Umpama,Gg. Misal,Jl. Contoh Raya,Perum Khayal Indah".split(",")
const MONTHS =
  "Januari,Februari,Maret,April,Mei,Juni,Juli,Agustus,September,Oktober,November,Desember".split(
    ",",
  )

/** Mulberry32: the same seed gives the same list on every machine. */
export function seededChance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Chance = () => number
const DAMAGED = 0.1

/** One line of the list without its end. */
export function listLine(chance: Chance, words: readonly string[]): string {
  const one = (list: readonly string[]): string => list[Math.floor(chance() * list.length)] ?? ""
  const isWoman = chance() < 0.5
  const [day, month, year] = [
    1 + whole(chance, 28),
    1 + whole(chance, 12),
    1955 + whole(chance, 50),
  ]
  const region = `6471${two(1 + whole(chance, 6))}`
  const nik = `${region}${two(isWoman ? day + 40 : day)}${two(month)}${two(year % 100)}${9000 + whole(chance, 1000)}`
  const cells = [
    damagedNik(chance, nik),
    damagedName(chance, nameOf(chance, words)),
    dateOf(chance, { day, month, year }),
    chance() < DAMAGED ? one(["laki-laki", "Perempuan", "", "l", "x"]) : isWoman ? "P" : "L",
    `"${one(STREETS)} ${one(["Dalam ", "", "Baru ", "Utara "])}No. ${1 + whole(chance, 300)}${chance() < DAMAGED ? ' Blok ""A""' : ", Balikpapan"}"`,
    chance() < DAMAGED
      ? `RT ${1 + whole(chance, 60)}`
      : String(1 + whole(chance, 60)).padStart(3, "0"),
    chance() < DAMAGED ? one(AREA_SLIPS) : one(LIST_AREAS),
    chance() < DAMAGED ? one(JOB_SLIPS) : one(JOBS),
    chance() < DAMAGED ? one(INCOME_SLIPS) : String((6 + whole(chance, 80)) * 50_000),
    phoneOf(chance),
  ]
  return cells
    .map((cell) => (cell[0] !== '"' && /[",\n]/.test(cell) ? `"${cell}"` : cell))
    .join(",")
}

const whole = (chance: Chance, below: number): number => Math.floor(chance() * below)
const two = (value: number): string => String(value).padStart(2, "0")

/** About seven thousand words of names, most of them rare. */
export function nameWords(chance: Chance): string[] {
  const one = () => SYLLABLES[whole(chance, SYLLABLES.length)] ?? ""
  const made = Array.from({ length: 7000 }, () => {
    const syllables = Array.from({ length: 2 + whole(chance, 3) }, one)
    return syllables.join("").toUpperCase()
  })
  return [...FIRST, ...LAST, ...made]
}

function nameOf(chance: Chance, words: readonly string[]): string {
  const common = () => FIRST[whole(chance, FIRST.length)] ?? ""
  const rare = () => words[Math.floor(chance() ** 2 * words.length)] ?? ""
  const length = chance() < 0.09 ? 1 : chance() < 0.6 ? 2 : 3
  const name = [length === 1 ? rare() : common(), rare(), rare()].slice(0, length).join(" ")
  return chance() < 0.4 ? name.replace(/\B[A-Z]/g, (letter) => letter.toLowerCase()) : name
}

function damagedName(chance: Chance, name: string): string {
  if (chance() >= DAMAGED) return name
  const slips = [
    () => name.toLowerCase(),
    () => name.replace(" ", "  "),
    () => `H. ${name}`,
    () => `${name}, S.Pd`,
    () => name.replace(" ", " BIN "),
    () => `M. ${name}`,
  ]
  return (slips[whole(chance, slips.length)] ?? (() => name))()
}

function damagedNik(chance: Chance, nik: string): string {
  if (chance() >= DAMAGED) return nik
  const at = whole(chance, 16)
  const slips = [
    () => nik.slice(0, at) + String(whole(chance, 10)) + nik.slice(at + 1),
    () => nik.slice(0, at) + (nik[at + 1] ?? "") + (nik[at] ?? "") + nik.slice(at + 2),
    () => `${nik.slice(0, 6)} ${nik.slice(6, 12)} ${nik.slice(12)}`,
    () => `'${nik}`,
    () => `${nik[0] ?? ""}.${nik.slice(1, 6)}E+15`,
    () => nik.slice(0, 15),
    () => "",
    () => nik.replace("0", "O"),
  ]
  return (slips[whole(chance, slips.length)] ?? (() => nik))()
}

function dateOf(chance: Chance, { day, month, year }: Record<"day" | "month" | "year", number>) {
  const kind = chance()
  if (kind > DAMAGED) return `${two(day)}-${two(month)}-${year}`
  if (kind > DAMAGED * 0.7) return `${year}-${two(month)}-${two(day)}`
  if (kind > DAMAGED * 0.4) return `${day} ${MONTHS[month - 1] ?? ""} ${year}`
  if (kind > DAMAGED * 0.2) return `${two(day)}/${two(month)}/${two(year % 100)}`
  return ["", String(year), "31-02-1980", "-"][whole(chance, 4)] ?? ""
}

function phoneOf(chance: Chance): string {
  const digits = `0899${String(whole(chance, 100_000_000)).padStart(8, "0")}`
  if (chance() >= DAMAGED) return digits
  const slips = [
    `+62${digits.slice(1)}`,
    `${digits.slice(0, 4)}-${digits.slice(4, 8)}-${digits.slice(8)}`,
    digits.slice(1),
    `${digits} / ${digits}`,
    "-",
    "",
    digits.slice(0, 8),
  ]
  return slips[whole(chance, slips.length)] ?? ""
}

const LINES_AT_ONCE = 10_000

/** Writes the list to a file, a header line and `rows` lines. */
export function writeList(path: string, rows: number, seed: number): void {
  const chance = seededChance(seed)
  const words = nameWords(chance)
  const file = openSync(path, "w")
  writeSync(file, `${LIST_HEADER}\n`)
  for (let written = 0; written < rows; written += LINES_AT_ONCE) {
    const length = Math.min(LINES_AT_ONCE, rows - written)
    const lines = Array.from({ length }, () => listLine(chance, words))
    writeSync(file, `${lines.join("\n")}\n`)
  }
  closeSync(file)
}

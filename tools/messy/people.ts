import type { Random } from "../example-random.ts"
import type { AreaKey, TenantKey } from "./key.ts"
import { OCCUPATIONS } from "./occupations.ts"

/** An invented worker as a population register would tell of her. */
export interface Worker {
  readonly nik: string
  readonly kk: string
  readonly name: string
  readonly birthPlace: string
  readonly birthOn: string
  readonly sex: "L" | "P"
  readonly area: AreaKey
  readonly district: string
  readonly street: string
  readonly house: number
  readonly rt: number
  readonly rw: number
  readonly mother: string
  readonly occupation: string
  readonly sector: string
  readonly incomeLow: number
  readonly incomeHigh: number
  readonly phone: string
}

const MEN = [
  ...["Sukarman", "Andi Baso", "La Ode Hasan", "Yohanes", "Rudi", "Slamet", "Markus", "Ferdi"],
  ...["Muhammad Ilham", "Abdul Kadir", "Daeng Situru", "Bambang", "Jumadi", "Kornelius", "Tito"],
  ...["Rahmat", "Syamsul", "Ketut", "Wayan", "Robertus", "Gusti", "Haris", "Edi", "Nasrullah"],
  ...["Zulkifli", "Bonar", "Togar", "Asrul", "Maman", "Ujang", "Dadang", "Petrus", "Amri"],
]
const WOMEN = [
  ...["Nurlela", "Sumarni", "Rosmiati", "Yuliana", "Marlina", "Sri Wahyuni", "Hasnah", "Intan"],
  ...["Dewi", "Halimah", "Ni Made Ayu", "Maria Goreti", "Tuti", "Jumiati", "Nur'aini", "Erna"],
  ...["Ratna", "Kartini", "Megawaty", "Suriani", "Bertha", "Wati", "Aminah", "Ida", "Lusi"],
  ...["Nuraeni", "Saripah", "Yanti", "Monika", "Sitti Rahma", "Masitah", "Tiurma", "Painem"],
]
const LAST = [
  ...["Pangaribuan", "Mappanyukki", "Saragih", "Hartono", "Wibowo", "Tandilangi", "Lumban Gaol"],
  ...["Hidayat", "Maulana", "Suryadi", "Purnomo", "Kurniawan", "Sampetoding", "Manurung", "Arifin"],
  ...["Setiawan", "Palinggi", "Rumengan", "Nasution", "Utomo", "Santoso", "Ismail", "Tarigan"],
  ...["Siregar", "Usman", "Gani", "Latif", "Basri", "Bin Talib", "Mahmud", "Syahrani", "", "", ""],
]
const PLACES = [
  ...["Balikpapan", "Makassar", "Banjarmasin", "Surabaya", "Pare-Pare", "Tana Toraja", "Ende"],
  ...["Samarinda", "Bone", "Kediri", "Jember", "Kotabaru", "Penajam", "Ujung Pandang", "Sinjai"],
  ...["Bontang", "Malang", "Wonogiri", "Flores Timur", "Medan", "Tanah Grogot", "Lamongan"],
]
const STREETS = [
  ...["Jl. Mulawarman", "Jl. Sultan Hasanuddin", "Gang Melati", "Jl. Pupuk Raya", "Jl. MT Haryono"],
  ...[
    "Gg. Buntu",
    "Jl. Letjend Suprapto",
    "Perum Bumi Indah Blok C",
    "Jl. AW Syahrani",
    "Jl. Projakal",
  ],
]

/** Workers with distinct NIKs; the four digits of the serial lie where no real one is given out. */
export class Population {
  readonly #seen = new Set<string>()
  readonly #random: Random
  readonly #tenant: TenantKey

  constructor(random: Random, tenant: TenantKey) {
    this.#random = random
    this.#tenant = tenant
  }

  worker(place?: { readonly area?: AreaKey; readonly rt?: number }): Worker {
    const random = this.#random
    const district = this.#districtOf(place?.area)
    const area = place?.area ?? random.pick(district.areas)
    const sex = random.chance(0.5) ? "L" : "P"
    const birthOn = this.#birth()
    const [occupation, sector] = random.pick(OCCUPATIONS)
    const income = random.int(8, 68) * 50_000
    return {
      nik: this.#nik(birthOn, sex),
      kk: this.#number(random.pick(["6471", "6474", "7371"]), this.#birth(), false),
      name: `${random.pick(sex === "L" ? MEN : WOMEN)} ${random.pick(LAST)}`.trim().toUpperCase(),
      birthPlace: random.pick(PLACES),
      birthOn,
      sex,
      area,
      district: district.name,
      street: random.pick(STREETS),
      house: random.int(1, 180),
      rt: place?.rt ?? random.int(1, 60),
      rw: random.int(1, 12),
      mother: `${random.pick(WOMEN)} ${random.pick(LAST)}`.trim().toUpperCase(),
      occupation,
      sector,
      incomeLow: income,
      incomeHigh: random.chance(0.25) ? income + random.int(1, 6) * 100_000 : income,
      phone: `08990000${String(random.int(0, 9999)).padStart(4, "0")}`,
    }
  }

  #districtOf(area: AreaKey | undefined) {
    const { districts } = this.#tenant
    const found = districts.find(({ areas }) => area !== undefined && areas.includes(area))
    return found ?? this.#random.pick(districts)
  }

  #birth(): string {
    const random = this.#random
    const month = String(random.int(1, 12)).padStart(2, "0")
    return `${random.int(1962, 2005)}-${month}-${String(random.int(1, 28)).padStart(2, "0")}`
  }

  #nik(birthOn: string, sex: "L" | "P"): string {
    const home = this.#random.chance(0.75) ? this.#tenant.id.replace(".", "") : "7371"
    return this.#number(home, birthOn, sex === "P")
  }

  #number(home: string, birthOn: string, woman: boolean): string {
    const [year = "", month = "", day = ""] = birthOn.split("-")
    for (;;) {
      const written = String(Number(day) + (woman ? 40 : 0)).padStart(2, "0")
      const place = `${home}0${this.#random.int(1, 6)}`
      const nik = `${place}${written}${month}${year.slice(2)}${this.#random.int(9000, 9999)}`
      if (this.#seen.has(nik) || nik.endsWith("0")) continue
      this.#seen.add(nik)
      return nik
    }
  }
}

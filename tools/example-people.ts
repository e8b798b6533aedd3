import type { Random } from "./example-random.ts"
import {
  FAMILY_NAMES,
  FEMALE,
  KELURAHAN,
  MALE,
  PLACES,
  REGION_CODES,
  SECTORS,
  STREETS,
} from "./example-vocabulary.ts"

export type Obstacle =
  | "dead"
  | "moved"
  | "short_residence"
  | "PU"
  | "BPU"
  | "PROV"
  | "old"
  | "rich"
  | "not_informal"
  | "employer_row"
  | "employer_check"
  | "check_negative"
  | "check_absent"
  | "dukcapil_unknown"

/** The truth about one invented person; what the lists say of him may differ. */
export interface Person {
  readonly id: string
  readonly nik: string
  readonly kk: string
  readonly name: string
  readonly sex: "L" | "P"
  readonly birthDate: string
  readonly place: string
  readonly kelurahan: string
  readonly rt: number
  readonly phone: string
  readonly address: string
  /** Null: the person does no informal work. */
  readonly sector: string | null
  readonly income: number
  readonly obstacle: Obstacle | null
  readonly residentSince: string
  readonly recipient2025: boolean
  readonly kpj: string
  readonly disabled: boolean
  readonly femaleHead: boolean
  readonly decile: number | null
  /** The date inside the NIK is another than the true birth date, lawfully. */
  readonly nikDateDiffers: boolean
}

export interface PersonWish {
  readonly kelurahan: string
  readonly sectors: readonly string[]
  readonly obstacle?: Obstacle
  readonly name?: string
  readonly sex?: "L" | "P"
  readonly birthDate?: string
  readonly kk?: string
  readonly rt?: number
}

export interface PeopleMaker {
  readonly make: (wish: PersonWish) => Person
  readonly phone: () => string
}

const pad = (value: number, width: number): string => String(value).padStart(width, "0")

export function peopleMaker(random: Random): PeopleMaker {
  const usedNiks = new Set<string>()
  const usedPhones = new Set<string>()
  let count = 0
  return { make, phone }

  function make(wish: PersonWish): Person {
    count += 1
    const sex = wish.sex ?? (random.chance(0.45) ? "P" : "L")
    const birthDate = wish.birthDate ?? inventBirthDate(random, wish.obstacle === "old")
    const nikDateDiffers = wish.obstacle === undefined && random.chance(0.02)
    const code = KELURAHAN[wish.kelurahan] as string
    return {
      id: `W${pad(count, 4)}`,
      nik: inventNik(sex, nikDateDiffers ? otherYear(birthDate) : birthDate, code),
      kk: wish.kk ?? inventFamilyCard(random, code),
      name: wish.name ?? inventName(random, sex),
      sex,
      birthDate,
      nikDateDiffers,
      kelurahan: wish.kelurahan,
      phone: phone(),
      ...circumstances(random, wish, sex),
    }
  }

  function phone(): string {
    let made = ""
    do made = `08990000${pad(random.int(1, 9999), 4)}`
    while (usedPhones.has(made))
    usedPhones.add(made)
    return made
  }

  function inventNik(sex: "L" | "P", birthDate: string, code: string): string {
    const own = code.replaceAll(".", "").slice(0, 6)
    const region = random.chance(0.7) ? own : random.pick(REGION_CODES)
    const day = Number(birthDate.slice(8, 10)) + (sex === "P" ? 40 : 0)
    const inside = `${pad(day, 2)}${birthDate.slice(5, 7)}${birthDate.slice(2, 4)}`
    let nik = ""
    do nik = `${region}${inside}${random.int(9001, 9999)}`
    while (usedNiks.has(nik) || nik.endsWith("0"))
    usedNiks.add(nik)
    return nik
  }
}

function circumstances(random: Random, wish: PersonWish, sex: "L" | "P") {
  const obstacle = wish.obstacle ?? null
  const rich = obstacle === "rich"
  const fresh = obstacle === "short_residence"
  return {
    place: random.pick(PLACES),
    rt: wish.rt ?? random.int(1, 6),
    address: `${random.pick(STREETS)} ${random.int(1, 140)}`,
    sector: obstacle === "not_informal" ? null : random.pick(wish.sectors),
    income: rich ? 100_000 * random.int(42, 70) : 50_000 * random.int(12, 70),
    obstacle,
    residentSince: fresh
      ? `2025-0${random.int(6, 9)}-${pad(random.int(1, 28), 2)}`
      : `20${pad(random.int(1, 23), 2)}-${pad(random.int(1, 12), 2)}-${pad(random.int(1, 28), 2)}`,
    recipient2025: obstacle === null && random.chance(0.35),
    kpj: `99${pad(random.int(0, 999_999_999), 9)}`,
    disabled: random.chance(0.05),
    femaleHead: sex === "P" && random.chance(0.12),
    decile: random.chance(0.93) ? random.int(1, 8) : null,
  }
}

/** Born 1943-1959 (past the age limit) or 1966-2006 (far from it). */
function inventBirthDate(random: Random, old: boolean): string {
  const year = old ? random.int(1943, 1959) : random.int(1966, 2006)
  return `${year}-${pad(random.int(1, 12), 2)}-${pad(random.int(1, 28), 2)}`
}

function otherYear(birthDate: string): string {
  return `${Number(birthDate.slice(0, 4)) + 3}${birthDate.slice(4)}`
}

function inventFamilyCard(random: Random, code: string): string {
  const [day, month, year] = [random.int(1, 28), random.int(1, 12), random.int(7, 22)]
  const issued = `${pad(day, 2)}${pad(month, 2)}${pad(year, 2)}`
  return `${code.replaceAll(".", "").slice(0, 6)}${issued}${random.int(9001, 9999)}`
}

function inventName(random: Random, sex: "L" | "P"): string {
  const base = random.pick(sex === "L" ? MALE : FEMALE)
  if (base.split(" ").length > 2 || random.chance(0.4)) return base
  return `${base} ${random.pick(FAMILY_NAMES)}`
}

export const INFORMAL_SECTORS: readonly string[] = Object.keys(SECTORS)

// Numbers on papers. Serials are 9000 and above, phones begin with 0899: nobody real holds them.
import type { Chance } from "./highland-unseen-chance.ts"
import type { People, Sex } from "./highland-unseen-names.ts"
import { KELURAHAN, ORIGINS, STREET_WORDS } from "./highland-unseen-places.ts"

export interface Birth {
  readonly year: number
  readonly month: number
  readonly day: number
}

export interface Home {
  readonly kelurahan: number
  readonly district: string
  readonly street: string
  readonly house: number
  readonly rt: number
  readonly rw: number
}

const two = (value: number): string => String(value).padStart(2, "0")

export class Papers {
  /** The next free serial of a district and day; officers count up from 1. */
  private readonly serials = new Map<number, number>()
  private readonly chance: Chance

  constructor(chance: Chance) {
    this.chance = chance
  }

  origin(people: People): readonly [string, string] {
    return this.chance.bent(ORIGINS[people], 2)
  }

  /** Where somebody was first registered: six digits. */
  region(birth: Birth, origin: readonly [string, string], district: string): string {
    const { chance } = this
    // The young were born here; of their elders a fourth was first registered here.
    const isLocal = chance.is(birth.year > 1995 ? 0.6 : 0.25)
    return isLocal ? `6471${district}` : origin[0] + two(chance.whole(1, 14))
  }

  nik(region: string, sex: Sex, birth: Birth): string {
    const { chance } = this
    // Six in a thousand hold a NIK that says another day than their papers.
    const shift = chance.is(0.006) ? chance.whole(1, 3) : 0
    const day = Math.max(1, birth.day - shift) + (sex === "P" ? 40 : 0)
    return this.count(region + two(day) + two(birth.month) + two(birth.year % 100))
  }

  again(nik: string): string {
    const { chance } = this
    const region = chance.is(0.6) ? `6471${two(chance.whole(1, 6))}` : nik.slice(0, 6)
    return this.count(region + nik.slice(6, 12))
  }

  kk(district: string, elsewhere: string | null): string {
    const { chance } = this
    const region = elsewhere === null ? `6471${district}` : elsewhere + two(chance.whole(1, 14))
    const day = two(chance.whole(1, 28)) + two(chance.whole(1, 12))
    // Family cards count from another start than NIKs, or the two could be one number.
    return this.count(`${region}${day}${two(chance.whole(6, 25))}`, 9500)
  }

  private count(stem: string, from = 9000): string {
    const key = Number(stem) * 2 + (from > 9000 ? 1 : 0)
    const serial = (this.serials.get(key) ?? from) + 1
    if (serial > 9999) throw new Error("too many rows: the serials of a day are used up")
    this.serials.set(key, serial)
    return stem + String(serial)
  }
}

export function makeHome(kelurahan: number, chance: Chance): Home {
  const rt = Math.floor(chance.next() ** 1.3 * 56) + 1
  // An RT has few streets; its houses stand in one of them.
  const street = (kelurahan * 131 + rt * 7 + chance.whole(0, 3)) >>> 0
  const { kinds, names, second } = STREET_WORDS
  const mixed = Math.imul(street, 2_654_435_761) >>> 8
  const name = `${names[mixed % names.length]!}${second[(mixed >>> 8) % second.length]!}`
  return {
    kelurahan,
    district: KELURAHAN[kelurahan]![0],
    street: `${kinds[mixed % kinds.length]!} ${name}`,
    house: chance.whole(1, 180),
    rt,
    rw: Math.ceil(rt / 5),
  }
}

export function phoneNumber(chance: Chance): string {
  const length = chance.is(0.8) ? 8 : 7
  const digits = Array.from({ length }, () => String(chance.whole(0, 9)))
  return `0899${digits.join("")}`
}

import type { Random } from "../../example-random.ts"

/** A person as an office writes one: every field as text, the birth date still as numbers. */
export interface Entry {
  readonly name: string
  readonly nik: string
  readonly kk: string
  readonly born: { readonly year: number; readonly month: number; readonly day: number } | null
  readonly birthPlace: string
  readonly sex: "L" | "P" | ""
  readonly street: string
  readonly rt: string
  readonly rw: string
  readonly area: string
  readonly job: string
  readonly phone: string
  readonly mother: string
}

/** What makes the people of one list unlike those of another. */
export interface Population {
  readonly man: (random: Random) => string
  readonly woman: (random: Random) => string
  /** What a child has of the parents' name; "" where families have no name. */
  readonly familyName: (random: Random) => string
  /** Region codes of six digits, the more usual ones first. */
  readonly regions: readonly string[]
  readonly streets: (random: Random) => string
  readonly jobs: readonly string[]
  readonly shares: PopulationShares
  /** A second sending of a person: what another clerk made of it. */
  readonly again: (entry: Entry, near: Near, random: Random) => Entry
  /** What any clerk makes of any row. */
  readonly once: (entry: Entry, random: Random) => Entry
  readonly writeDate: (entry: Entry, random: Random) => string
}

/** Whose values a clerk may write in the wrong row. */
export interface Near {
  readonly household: readonly Entry[]
  /** The row above, of another household. */
  readonly above: Entry
}

export interface PopulationShares {
  /** Of persons that stand on the list twice or more. */
  readonly twice: number
  readonly thrice: number
  /** Of households with two, three and four members on the list. */
  readonly sizes: readonly number[]
  readonly twins: number
  readonly namesake: number
  readonly sharedPhone: number
  readonly newYear: number
}

/** A number that uses a reserved serial, so that it is nobody's. */
export function nikOf(
  region: string,
  born: { readonly year: number; readonly month: number; readonly day: number },
  of: { readonly sex: string; readonly serial: number },
): string {
  const day = of.sex === "P" ? born.day + 40 : born.day
  return `${region}${two(day)}${two(born.month)}${two(born.year % 100)}${of.serial}`
}

export function two(value: number): string {
  return String(value).padStart(2, "0")
}

/** Items that stand first come up more often, the more so the higher the power. */
export function skewed<T>(items: readonly T[], random: Random, power: number): T {
  return items[Math.floor(items.length * random.next() ** power)] as T
}

export function words(text: string): string[] {
  return text.trim().split(/\s+/)
}

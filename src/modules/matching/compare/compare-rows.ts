import type { ListFrequencies } from "../rows/list-frequencies.ts"
import {
  COMMON,
  MOTHER,
  NAME,
  RARITIES,
  SECTOR_SHIFT,
  TRAITS,
  UNKNOWN,
  type MatchTable,
} from "../rows/match-table.ts"
import { compareBirthDate } from "./compare-birth-date.ts"
import {
  APART_OF_FOUR,
  compareAddress,
  compareArea,
  compareEqual,
  compareKk,
  comparePhone,
  EQUAL,
  NEAR,
  sameAddress,
} from "./compare-household.ts"
import { NameComparer } from "./compare-name.ts"
import { compareNik } from "./compare-nik.ts"
import { RARITY_SHIFT, SHIFTS, type Pattern } from "./comparisons.ts"
import { NAME as NAMES } from "./name-levels.ts"

const RARITY = RARITIES - 1

/** Compares rows of one table, given by where they stand in its cells. */
export class RowComparer {
  private readonly table: MatchTable
  private readonly names: NameComparer
  private readonly mothers: NameComparer

  constructor(table: MatchTable, frequencies: ListFrequencies) {
    this.table = table
    this.names = new NameComparer(table.names, frequencies)
    this.mothers = new NameComparer(table.mothers, frequencies)
  }

  /** What of the pattern costs little: all but the name, and how near addresses and mothers are that differ. */
  outlineOf(a: number, b: number): Pattern {
    const { table } = this
    const { cells } = table
    const traits = cells[a + TRAITS] ?? 0
    const others = cells[b + TRAITS] ?? 0
    return (
      (compareNik(table, a, b) << SHIFTS.nik) |
      (compareBirthDate(cells, a, b) << SHIFTS.birth_date) |
      (compareEqual(traits & 3, others & 3) << SHIFTS.sex) |
      (compareArea(cells, a, b) << SHIFTS.area) |
      (compareKk(cells, a, b) << SHIFTS.kk) |
      (comparePhone(cells, a, b) << SHIFTS.phone) |
      (sameAddress(cells, a, b) << SHIFTS.address) |
      (sameMother(cells, a, b) << SHIFTS.mother) |
      (compareEqual(traits >>> SECTOR_SHIFT, others >>> SECTOR_SHIFT) << SHIFTS.sector)
    )
  }

  /** How rare what agrees in the names of two rows can be at most. */
  rarityBound(a: number, b: number): number {
    const { cells } = this.table
    return Math.min((cells[a + COMMON] ?? 0) & RARITY, (cells[b + COMMON] ?? 0) & RARITY)
  }

  /** The name, with an outline. Symmetric but for the order in which equally near words pair. */
  nameOf(outline: Pattern, a: number, b: number): Pattern {
    const { cells } = this.table
    const { names } = this
    names.compare(cells[a + NAME] ?? 0, cells[b + NAME] ?? 0, this.rarityBound(a, b))
    return outline | (names.level << SHIFTS.name) | (names.rarity << RARITY_SHIFT)
  }

  /** The whole pattern of two rows whose outline and name are known. */
  patternOf(known: Pattern, a: number, b: number): Pattern {
    const near = (APART_OF_FOUR << SHIFTS.address) | (APART_OF_FOUR << SHIFTS.mother)
    const address = compareAddress(this.table, a, b) << SHIFTS.address
    return ((known & ~near) | address | (this.compareMothers(a, b) << SHIFTS.mother)) >>> 0
  }

  private compareMothers(a: number, b: number): number {
    const { mothers, table } = this
    const same = sameMother(table.cells, a, b)
    if (same !== APART_OF_FOUR) return same
    mothers.compare(table.cells[a + MOTHER] ?? 0, table.cells[b + MOTHER] ?? 0)
    const { level } = mothers
    if (level <= NAMES.variant) return EQUAL
    return level < NAMES.conflict_part ? NEAR : APART_OF_FOUR
  }
}

/** The same mother or another, without a look at how similar their names are. */
function sameMother(cells: Uint32Array, a: number, b: number): number {
  const mother = cells[a + MOTHER] ?? 0
  const other = cells[b + MOTHER] ?? 0
  if (mother === 0 || other === 0) return UNKNOWN
  return mother === other ? EQUAL : APART_OF_FOUR
}

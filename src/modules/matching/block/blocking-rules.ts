import { mixed } from "../../../columns/hash.ts"
import { NO_DIGITS_PACKED } from "../../../columns/packed-digits.ts"
import {
  ADDRESS,
  AREA,
  KK_HIGH,
  KK_LOW,
  NAME,
  NIK_DATE,
  NIK_HIGH,
  NIK_LOW,
  MAN,
  PHONE_HIGH,
  TRAITS,
  UNKNOWN,
  WOMAN,
  WRITTEN_DATE,
  type MatchTable,
} from "../rows/match-table.ts"
import { SOUND_HASH, WORD } from "../rows/name-words.ts"

/**
 * A blocking rule turns a row into keys; only rows that share a key are compared. The union of the
 * rules must bring the rows of one person together whatever single field is damaged. A key is 32 bits of
 * what it stands for, so that it depends on nothing but the row: now and then two strangers meet by it.
 */
export interface BlockingRule {
  readonly name: string
  /** How a block that is too large is put in order before neighbours meet. */
  readonly order: "name" | "date"
  /** Writes the keys of the row at a place of the cells, at most KEYS_MAX; answers how many they are. */
  readonly keys: (table: MatchTable, at: number, into: Uint32Array) => number
}

export const KEYS_MAX = 32

export const BLOCKING_RULES: readonly BlockingRule[] = [
  // NIK and family card together, since columns get exchanged.
  { name: "number", order: "name", keys: numberKeys },
  // A wrong digit in the first half leaves month, year and serial, which many share, so with a word of the name.
  { name: "nik_last_word", order: "name", keys: nikLastWordKeys },
  { name: "date_word", order: "name", keys: dateWordKeys },
  { name: "date_area", order: "name", keys: dateAreaKeys },
  { name: "name_area", order: "date", keys: nameAreaKeys },
  { name: "name_year", order: "date", keys: nameYearKeys },
  { name: "name_day_month", order: "date", keys: nameDayMonthKeys },
  {
    name: "phone",
    order: "name",
    keys: ({ cells }, at, into) => pairKey(cells, at + PHONE_HIGH, into),
  },
  { name: "address", order: "name", keys: addressKeys },
]

function numberKeys({ cells }: MatchTable, at: number, into: Uint32Array): number {
  let count = 0
  const high = cells[at + NIK_HIGH] ?? 0
  if (high !== NO_DIGITS_PACKED) into[count++] = mixed(high, cells[at + NIK_LOW] ?? 0)
  const kk = cells[at + KK_HIGH] ?? 0
  if (kk !== NO_DIGITS_PACKED) into[count++] = mixed(kk, cells[at + KK_LOW] ?? 0)
  return count
}

/** A number of two words. */
function pairKey(cells: Uint32Array, at: number, into: Uint32Array): number {
  const high = cells[at] ?? 0
  if (high === NO_DIGITS_PACKED) return 0
  into[0] = mixed(high, cells[at + 1] ?? 0)
  return 1
}

/** Month and year of birth and serial, with how each word of the name sounds. */
function nikLastWordKeys(table: MatchTable, at: number, into: Uint32Array): number {
  if (table.cells[at + NIK_HIGH] === NO_DIGITS_PACKED) return 0
  return withSounds(table, at, { part: table.cells[at + NIK_LOW] ?? 0, into, from: 0 })
}

function withSounds(
  { cells, names }: MatchTable,
  at: number,
  { part, into, from }: { part: number; into: Uint32Array; from: number },
): number {
  const name = cells[at + NAME] ?? 0
  const end = names.endWord(name)
  const { list } = names
  const sounds = names.words.cells
  let count = from
  for (let word = names.firstWord(name); word < end && count < KEYS_MAX; word++)
    into[count++] = mixed(part, sounds[(list[word] ?? 0) * WORD + SOUND_HASH] ?? 0)
  return count
}

function dateWordKeys(table: MatchTable, at: number, into: Uint32Array): number {
  return eachDateAndSex(table, at, (part, from) => withSounds(table, at, { part, into, from }))
}

function dateAreaKeys(table: MatchTable, at: number, into: Uint32Array): number {
  const area = areaHash(table, at)
  if (area === UNKNOWN) return 0
  return eachDateAndSex(table, at, (part, from) => {
    into[from] = mixed(part, area)
    return from + 1
  })
}

/** Men meet men and women women: half the pairs. A row of unknown sex meets both. */
function eachDateAndSex(
  { cells }: MatchTable,
  at: number,
  add: (part: number, from: number) => number,
): number {
  const written = cells[at + WRITTEN_DATE] ?? 0
  const inNik = cells[at + NIK_DATE] ?? 0
  const sex = (cells[at + TRAITS] ?? 0) & 3
  let count = 0
  for (const date of written === inNik ? [written] : [written, inNik]) {
    if (date === UNKNOWN) continue
    if (sex !== WOMAN) count = add(date, count)
    if (sex !== MAN) count = add(date | (WOMAN << 24), count)
  }
  return count
}

function nameAreaKeys(table: MatchTable, at: number, into: Uint32Array): number {
  const area = areaHash(table, at)
  const name = nameHash(table, at)
  if (area === UNKNOWN || name === UNKNOWN) return 0
  into[0] = mixed(name, area)
  return 1
}

function nameYearKeys(table: MatchTable, at: number, into: Uint32Array): number {
  const name = nameHash(table, at)
  return name === UNKNOWN ? 0 : eachDate(table, at, into, (date) => mixed(name, date >>> 16))
}

/** Day and month in ascending order, so that exchanged ones meet; the year may be wrong. */
function nameDayMonthKeys(table: MatchTable, at: number, into: Uint32Array): number {
  const name = nameHash(table, at)
  if (name === UNKNOWN) return 0
  return eachDate(table, at, into, (date) => {
    const month = (date >>> 8) & 255
    const day = date & 255
    return mixed(name, (Math.min(month, day) << 8) | Math.max(month, day))
  })
}

function addressKeys(table: MatchTable, at: number, into: Uint32Array): number {
  const area = areaHash(table, at)
  const address = table.cells[at + ADDRESS] ?? UNKNOWN
  if (area === UNKNOWN || address === UNKNOWN) return 0
  into[0] = mixed(table.addresses.hashes[address] ?? 0, area)
  return 1
}

function eachDate(
  { cells }: MatchTable,
  at: number,
  into: Uint32Array,
  keyOf: (date: number) => number,
): number {
  const written = cells[at + WRITTEN_DATE] ?? 0
  const inNik = cells[at + NIK_DATE] ?? 0
  let count = 0
  if (written !== UNKNOWN) into[count++] = keyOf(written)
  if (inNik !== UNKNOWN && inNik !== written) into[count++] = keyOf(inNik)
  return count
}

/** 0 where no kelurahan is known. */
function areaHash({ cells, areas }: MatchTable, at: number): number {
  const area = (cells[at + AREA] ?? 0) & 0xffff
  return area === UNKNOWN ? UNKNOWN : (areas.hashes[area] ?? UNKNOWN)
}

function nameHash({ cells, names }: MatchTable, at: number): number {
  return names.hashes[cells[at + NAME] ?? 0] ?? UNKNOWN
}

import type { MatchRow } from "./match-row.ts"
import { standardize, type StandardRow } from "./standard-row.ts"

/**
 * A blocking rule turns a row into keys; only rows that share a key are compared. The union of the
 * rules must bring the rows of one person together whatever single field is damaged.
 */
export interface BlockingRule {
  readonly name: string
  readonly keys: (row: StandardRow) => readonly string[]
}

/**
 * A block of more rows than this is not compared all against all: its rows are put in order of name
 * and each meets its neighbours only. That loses pairs of one person whose names sort far apart
 * ("Yusuf", "Muhamad Yusuf") *and* that share no smaller block.
 */
export const BLOCK_ROWS_MAX = 100
export const BLOCK_NEIGHBOURS = 8

export const BLOCKING_RULES: readonly BlockingRule[] = [
  // The number itself; a family-card number is looked up too, since columns get exchanged.
  { name: "nik", keys: (row) => [row.nik, row.kk].filter((number) => number !== "") },
  // One wrong digit leaves one half of the number whole: month, year and most of the serial …
  { name: "nik_tail", keys: (row) => wholeDigits(digitsOf(row).slice(-8, -1), 7) },
  // … or place and day, which many share, so with a word of the name.
  {
    name: "nik_head_word",
    keys: (row) => withEach(wholeDigits(digitsOf(row).slice(0, 8), 8), row.words),
  },
  { name: "date_word", keys: (row) => withEach(datesOf(row), row.words) },
  { name: "date_area", keys: (row) => withEach(known(row.area), datesOf(row)) },
  { name: "name_area", keys: (row) => withEach(known(row.sortedName), known(row.area)) },
  {
    name: "name_year",
    keys: (row) =>
      withEach(
        known(row.sortedName),
        datesOf(row).map((date) => date.slice(0, 2)),
      ),
  },
  { name: "name_day_month", keys: (row) => withEach(known(row.sortedName), dayMonths(row)) },
  { name: "phone_word", keys: (row) => withEach(known(row.phone), row.words) },
  { name: "kk_date", keys: (row) => withEach(known(row.kk), datesOf(row)) },
  { name: "kk_word", keys: (row) => withEach(known(row.kk), row.words) },
  {
    name: "address_word",
    keys: (row) =>
      row.area === ""
        ? []
        : withEach(known(row.address && `${row.area} ${row.address}`), row.words),
  },
]

/** All keys of one row, "rule|value", without repetition: to be stored for single look-ups. */
export function blockKeys(row: MatchRow): string[] {
  return standardBlockKeys(standardize(row))
}

export function standardBlockKeys(row: StandardRow): string[] {
  const keys = new Set<string>()
  for (const rule of BLOCKING_RULES) {
    for (const key of rule.keys(row)) keys.add(`${rule.name}|${key}`)
  }
  return [...keys]
}

/**
 * Pairs of positions (i < j) that share a block, each once, as i * rows + j in ascending order.
 * Rows must already be in the order of their keys.
 */
export function candidatePairs(rows: readonly StandardRow[]): Float64Array {
  const pairs = new PairList(rows.length)
  for (const rule of BLOCKING_RULES) {
    for (const block of blocksOf(rows, rule)) addBlock(pairs, rows, block)
  }
  return pairs.sortedUnique()
}

/** Blocks of at least two rows, as position lists in ascending order. */
function blocksOf(rows: readonly StandardRow[], rule: BlockingRule): number[][] {
  const firstOf = new Map<string, number>()
  const blockOf = new Map<string, number[]>()
  for (const [position, row] of rows.entries()) {
    for (const key of rule.keys(row)) {
      const first = firstOf.get(key)
      if (first === undefined) firstOf.set(key, position)
      else if (first !== position) addToBlock(blockOf, { key, first, position })
    }
  }
  return [...blockOf.values()]
}

function addToBlock(
  blockOf: Map<string, number[]>,
  entry: { key: string; first: number; position: number },
): void {
  const block = blockOf.get(entry.key)
  if (block === undefined) blockOf.set(entry.key, [entry.first, entry.position])
  else if (block.at(-1) !== entry.position) block.push(entry.position)
}

function addBlock(pairs: PairList, rows: readonly StandardRow[], block: number[]): void {
  const small = block.length <= BLOCK_ROWS_MAX
  const members = small ? block : inNameOrder(rows, block)
  const reach = small ? members.length : BLOCK_NEIGHBOURS
  for (const [i, a] of members.entries()) {
    for (let j = i + 1; j < members.length && j <= i + reach; j++) pairs.add(a, members[j] ?? a)
  }
}

function inNameOrder(rows: readonly StandardRow[], block: readonly number[]): number[] {
  const name = (position: number): string => rows[position]?.sortedName ?? ""
  return block.toSorted((a, b) => (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : a - b))
}

/** Pairs packed into doubles: exact up to 94 million rows, no object per pair. */
class PairList {
  private readonly rowCount: number
  private packed = new Float64Array(1024)
  private length = 0

  constructor(rowCount: number) {
    this.rowCount = rowCount
  }

  add(a: number, b: number): void {
    if (this.length === this.packed.length) {
      const larger = new Float64Array(this.length * 2)
      larger.set(this.packed)
      this.packed = larger
    }
    this.packed[this.length++] = a < b ? a * this.rowCount + b : b * this.rowCount + a
  }

  sortedUnique(): Float64Array {
    const sorted = this.packed.subarray(0, this.length).sort()
    let kept = 0
    for (let i = 0; i < sorted.length; i++) {
      if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[kept++] = sorted[i] ?? 0
    }
    return sorted.subarray(0, kept)
  }
}

function known(text: string): string[] {
  return text === "" ? [] : [text]
}

function withEach(left: readonly string[], right: readonly string[]): string[] {
  const keys: string[] = []
  for (const a of left) for (const b of right) keys.push(`${a}|${b}`)
  return keys
}

function digitsOf(row: StandardRow): string {
  return row.nik === "" ? row.nikPattern : row.nik
}

function wholeDigits(digits: string, length: number): string[] {
  return digits.length === length && !digits.includes("?") ? [digits] : []
}

function datesOf(row: StandardRow): string[] {
  const dates = known(row.writtenDate)
  if (row.nikDate !== "" && row.nikDate !== row.writtenDate) dates.push(row.nikDate)
  return dates
}

/** Day and month in ascending order, so that exchanged ones meet; the year may be wrong. */
function dayMonths(row: StandardRow): string[] {
  return datesOf(row).map((date) => [date.slice(2, 4), date.slice(4, 6)].toSorted().join("-"))
}

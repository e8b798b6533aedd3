import { BLOCKING_RULES, KEYS_MAX, type BlockingRule } from "./blocking-rules.ts"
import { KeyedRows } from "./group-by-key.ts"
import { PairList } from "./pair-list.ts"
import { NAME, NIK_DATE, ROW, WRITTEN_DATE, type MatchTable } from "../rows/match-table.ts"

/**
 * A block of more rows than this is not compared all against all: its rows are put in order of name or
 * date and each meets its neighbours only. That loses pairs of one person which lie far apart there
 * *and* share no smaller block.
 */
export const BLOCK_ROWS_MAX = 100
export const BLOCK_NEIGHBOURS = 8

/** Whether two rows, by position, need a closer look; asked for every pair of a block. */
export type Screen = (a: number, b: number) => boolean

/**
 * Pairs of positions (a < b) that share a block and pass the screen, each once, in ascending order.
 * Rows must stand in the order of their keys.
 */
export function candidatePairs(table: MatchTable, screen: Screen): PairList {
  const pairs = new PairList(table.length)
  const keyed = new KeyedRows(table.length * 2 + KEYS_MAX)
  for (const rule of BLOCKING_RULES) {
    takeKeys(keyed, table, rule)
    keyed.group()
    addBlocks(keyed, { table, rule, screen, pairs })
  }
  pairs.sortUnique()
  return pairs
}

/** Keys of all rows by one rule, each with its row. */
function takeKeys(keyed: KeyedRows, table: MatchTable, rule: BlockingRule): void {
  const into = new Uint32Array(KEYS_MAX)
  keyed.count = 0
  for (let row = 0; row < table.length; row++) {
    const count = rule.keys(table, row * ROW, into)
    for (let at = 0; at < count; at++) keyed.add(into[at] ?? 0, row)
  }
}

interface BlockPlace {
  readonly table: MatchTable
  readonly rule: BlockingRule
  readonly screen: Screen
  readonly pairs: PairList
}

function addBlocks({ keys, rows, count }: KeyedRows, place: BlockPlace): void {
  let start = 0
  for (let at = 1; at <= count; at++) {
    if (at < count && keys[at] === keys[start]) continue
    if (at - start > BLOCK_ROWS_MAX) addLargeBlock(rows.subarray(start, at), place)
    else if (at - start > 1) addBlock(rows, start, at, place)
    start = at
  }
}

/** All against all; a row that has the key twice stands beside itself. */
function addBlock(
  rows: Uint32Array,
  start: number,
  end: number,
  { screen, pairs }: BlockPlace,
): void {
  for (let i = start; i < end; i++) {
    const a = rows[i] ?? 0
    for (let j = i + 1; j < end; j++) {
      const b = rows[j] ?? 0
      if (a !== b && screen(a, b)) pairs.add(a, b)
    }
  }
}

function addLargeBlock(rows: Uint32Array, { table, rule, screen, pairs }: BlockPlace): void {
  const members = inOrder(table, rule, rows)
  for (let i = 0; i < members.length; i++) {
    const end = Math.min(members.length, i + 1 + BLOCK_NEIGHBOURS)
    for (let j = i + 1; j < end; j++) {
      const a = Math.min(members[i] ?? 0, members[j] ?? 0)
      const b = Math.max(members[i] ?? 0, members[j] ?? 0)
      if (a !== b && screen(a, b)) pairs.add(a, b)
    }
  }
}

function inOrder({ cells, names }: MatchTable, rule: BlockingRule, rows: Uint32Array): Uint32Array {
  const rankOf = (row: number): number => {
    const at = row * ROW
    if (rule.order === "name") return names.sorted[cells[at + NAME] ?? 0] ?? 0
    return (cells[at + WRITTEN_DATE] ?? 0) || (cells[at + NIK_DATE] ?? 0)
  }
  return rows.slice().sort((a, b) => rankOf(a) - rankOf(b) || a - b)
}

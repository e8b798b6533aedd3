import type { MatchRow } from "../match-row.ts"
import { matchTable } from "../rows/match-table.ts"
import { BLOCKING_RULES, KEYS_MAX } from "./blocking-rules.ts"

/** A key by which a row is found again, without reading the list that it stands on. */
export interface BlockKey {
  readonly rule: string
  readonly key: number
}

/** All keys of one row, each once: to be stored for single look-ups. */
export function blockKeys(row: MatchRow): BlockKey[] {
  const table = matchTable([row])
  const into = new Uint32Array(KEYS_MAX)
  return BLOCKING_RULES.flatMap((rule) => {
    const count = rule.keys(table, 0, into)
    return [...new Set(into.subarray(0, count))].map((key) => ({ rule: rule.name, key }))
  })
}

export { matchRows } from "./match-rows.ts"
export type { Matching, MatchRow } from "./match-row.ts"
export { storePairs } from "./pair.queries.ts"

export { type ExplainedStep } from "./explain.ts"
export { matchRows } from "./match-rows.ts"
export type { Matching, MatchPair, MatchRow, NikStanding, Verdict } from "./match-row.ts"
export { storePairs } from "./pair.queries.ts"

export { describeSelectionRefusal } from "./describe-refusal.ts"
export { orderOn, rank, type Ranked } from "./rank.ts"
export type { FloorRefusal } from "./floors.ts"
export {
  select,
  type Place,
  type Placed,
  type SelectionRefusal,
  type SelectionResult,
  type SelectionTerms,
} from "./select.ts"
export { storeList } from "./list.queries.ts"
export { readLastSelected } from "./selected.queries.ts"

/** The only door of the room: dated law, the policy pack of a local government, and look-ups. */
export type { Contribution, ContributionRefusal } from "./contribution.ts"
export { monthlyContribution, useKey } from "./contribution.ts"
export type { Criterion, CriterionRule, CriterionRuleName, ReasonCode } from "./criterion.ts"
export { REASON_CODES } from "./criterion.ts"
export { ageLimit, incomeLimit } from "./criterion-limit.ts"
export type { LawFilesInvalid } from "./law-book.ts"
export type { Dimensions, LawBook, LawMissing, ValueUse } from "./law.ts"
export { describeLawProblem } from "./law-problem.ts"
export { storeLaw } from "./load-law.command.ts"
export type { PackUnknown } from "./load-law.load.ts"
export { loadLawBook } from "./load-law.load.ts"
export { describeMissing, floorSen, valueOfUnit } from "./lookup.ts"
export type { CycleMissing } from "./pack-lookup.ts"
export { coveredMonths, criteriaOn, cycleOf, ownerOn, verifiersOf } from "./pack-lookup.ts"
export type {
  Cycle,
  OrderKey,
  PolicyPack,
  PriorityGroup,
  PriorityRule,
  SelectionFloor,
  SelectionOrder,
} from "./pack.ts"
export type { LawStatus, Reference } from "./provenance.ts"
export { readLawBook } from "./read-law-book.job.ts"

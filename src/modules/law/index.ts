/** The only door of the room: dated law, the policy pack of a local government, and look-ups. */
export type { Contribution, ContributionQuestion, ContributionRefusal } from "./contribution.ts"
export { monthlyContribution, useKey } from "./contribution.ts"
export type { Criterion, CriterionRule, CriterionRuleName, ReasonCode } from "./criterion.ts"
export { REASON_CODES } from "./criterion.ts"
export type { Limit, LimitQuestion } from "./criterion-limit.ts"
export { ageLimit, incomeLimit } from "./criterion-limit.ts"
export type { LawFilesInvalid } from "./law-book.ts"
export type { Dimensions, LawBook, LawMissing, ValueUse } from "./law.ts"
export type { LawProblem } from "./law-problem.ts"
export { describeLawProblem } from "./law-problem.ts"
export type { LawStored, StoreLawContext } from "./load-law.command.ts"
export { storeLaw } from "./load-law.command.ts"
export type { PackCheck, PackUnknown } from "./load-law.load.ts"
export { loadLawBook } from "./load-law.load.ts"
export type { LawQuestion } from "./lookup.ts"
export { describeMissing, floorSen, valueOfUnit } from "./lookup.ts"
export type { CycleMissing } from "./pack-lookup.ts"
export { coveredMonths, criteriaOn, cycleOf, ownerOn, verifiersOf } from "./pack-lookup.ts"
export type {
  Area,
  Cycle,
  FundingLine,
  Office,
  OrderKey,
  PolicyPack,
  PriorityGroup,
  PriorityRule,
  Sector,
  SelectionFloor,
  SelectionOrder,
  SelectionPolicy,
} from "./pack.ts"
export type { FundingSource, Programme } from "./programme.ts"
export type { LawStatus, Provenance, Reference } from "./provenance.ts"
export type { StoredLawRefusal } from "./read-law-book.job.ts"
export { readLawBook } from "./read-law-book.job.ts"

export { compileCriteria, type CompileContext } from "./compile.ts"
export type { CompiledCriterion, CriterionAnswer } from "./criterion.ts"
export {
  decide,
  ruleFailures,
  type Decision,
  type DecisionOutcome,
  type RuleFailure,
} from "./decide.ts"
export { storeDecisions } from "./decision.queries.ts"
export { describeRulesFailed, type RulesFailed } from "./describe-failure.ts"
export {
  countNeeds,
  needsOf,
  type Need,
  type NeedCount,
  type NeedFrame,
  type Respondent,
} from "./needs.ts"

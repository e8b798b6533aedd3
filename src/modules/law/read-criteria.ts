import {
  REASON_CODES,
  type Criterion,
  type CriterionRule,
  type CriterionRuleName,
  type ReasonCode,
} from "./criterion.ts"
import { PROVENANCE_KEYS, readProvenance } from "./read-provenance.ts"
import * as yaml from "./yaml-value.ts"

/** Every rule that `eligibility` knows, with the parameters that a pack must give it. */
const PARAMETERS: Readonly<Record<CriterionRuleName, readonly string[]>> = {
  identity_exists: [],
  alive: [],
  resident_months: ["months"],
  age_below: ["limit_series", "minimum_years"],
  income_at_most: ["limit_series", "area", "year"],
  informal: [],
  no_other_payer: ["own_payers"],
  sector_verified: ["missing_check"],
  poverty_decile: ["maximum_decile"],
}

const RULES = Object.keys(PARAMETERS) as [CriterionRuleName, ...CriterionRuleName[]]
const REASONS = [...REASON_CODES] as [ReasonCode, ...ReasonCode[]]

export function readCriteria(cursor: yaml.YamlCursor): readonly Criterion[] {
  yaml.onlyKeys(cursor, ["defaults", "criteria"])
  return yaml.items(yaml.at(cursor, "criteria")).map(readCriterion)
}

function readCriterion(cursor: yaml.YamlCursor): Criterion {
  const field = (key: string): yaml.YamlCursor => yaml.at(cursor, key)
  const own = ["id", "title", "rule", "parameters", "assumed_parameters", "no", "unknown"]
  yaml.onlyKeys(cursor, [...PROVENANCE_KEYS, ...own])
  const name = yaml.oneOf(field("rule"), RULES)
  const parameters = field("parameters")
  if (yaml.isPresent(parameters)) yaml.onlyKeys(parameters, PARAMETERS[name])
  return {
    ...readProvenance(cursor),
    id: yaml.text(field("id")),
    title: yaml.text(field("title")),
    rule: readRule(name, parameters),
    assumedParameters: yaml.items(field("assumed_parameters"), false).map((item) => {
      const names = PARAMETERS[name]
      return names[0] === undefined
        ? yaml.text(item)
        : yaml.oneOf(item, [names[0], ...names.slice(1)])
    }),
    noReasons: yaml.items(field("no"), false).map((item) => yaml.oneOf(item, REASONS)),
    unknownReasons: yaml.items(field("unknown"), false).map((item) => yaml.oneOf(item, REASONS)),
  }
}

function readRule(rule: CriterionRuleName, parameters: yaml.YamlCursor): CriterionRule {
  const field = (key: string): yaml.YamlCursor => yaml.at(parameters, key)
  switch (rule) {
    case "identity_exists":
    case "alive":
    case "informal":
      return { rule }
    case "resident_months":
      return { rule, months: yaml.integer(field("months"), 0, 1200) }
    case "age_below": {
      const limitSeries = yaml.text(field("limit_series"))
      return { rule, limitSeries, minimumYears: yaml.integerOrNone(field("minimum_years"), 0, 100) }
    }
    case "income_at_most": {
      const year = yaml.oneOf(field("year"), ["programme_year", "collection_year"])
      const limitSeries = yaml.text(field("limit_series"))
      return { rule, limitSeries, area: yaml.text(field("area")), year }
    }
    case "no_other_payer":
      return { rule, ownPayers: yaml.textList(field("own_payers")) }
    case "sector_verified": {
      const missingCheck = yaml.oneOf(field("missing_check"), ["no_obstacle", "undecided"])
      return { rule, missingCheck }
    }
    case "poverty_decile":
      return { rule, maximumDecile: yaml.integerOrNone(field("maximum_decile"), 1, 10) }
  }
}

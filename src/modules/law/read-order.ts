import type { OrderKey, PriorityGroup, SelectionOrder, SelectionPolicy } from "./pack.ts"
import { PROVENANCE_KEYS, readProvenance } from "./read-provenance.ts"
import * as yaml from "./yaml-value.ts"

export function readOrder(cursor: yaml.YamlCursor): SelectionOrder {
  yaml.onlyKeys(cursor, ["seed", "groups", "key_defaults", "keys"])
  return {
    seed: yaml.text(yaml.at(cursor, "seed")),
    groups: yaml.items(yaml.at(cursor, "groups")).map(readGroup),
    keys: yaml.items(yaml.at(cursor, "keys")).map(readKey),
  }
}

function readGroup(cursor: yaml.YamlCursor): PriorityGroup {
  yaml.onlyKeys(cursor, [...PROVENANCE_KEYS, "number", "title", "rule"])
  return {
    ...readProvenance(cursor),
    number: yaml.integer(yaml.at(cursor, "number"), 1, 99),
    title: yaml.text(yaml.at(cursor, "title")),
    rule: yaml.oneOf(yaml.at(cursor, "rule"), [
      "continuing",
      "disability",
      "female_head_of_household",
      "everyone_else",
    ]),
  }
}

function readKey(cursor: yaml.YamlCursor): OrderKey {
  yaml.onlyKeys(cursor, [...PROVENANCE_KEYS, "number", "title", "rule", "direction", "missing"])
  return {
    ...readProvenance(cursor),
    number: yaml.integer(yaml.at(cursor, "number"), 1, 99),
    title: yaml.text(yaml.at(cursor, "title")),
    rule: yaml.oneOf(yaml.at(cursor, "rule"), [
      "poverty_decile",
      "declared_income",
      "age",
      "lottery",
    ]),
    direction: yaml.oneOf(yaml.at(cursor, "direction"), ["ascending", "descending"]),
    missing: yaml.oneOf(yaml.at(cursor, "missing"), ["first", "last"]),
  }
}

export function readSelection(cursor: yaml.YamlCursor): SelectionPolicy {
  const own = ["reserve_percent", "when_next_does_not_fit", "holdback_percent", "floors"]
  yaml.onlyKeys(cursor, [...PROVENANCE_KEYS, ...own])
  return {
    ...readProvenance(cursor),
    reservePercent: yaml.integer(yaml.at(cursor, "reserve_percent"), 0, 100),
    whenNextDoesNotFit: yaml.oneOf(yaml.at(cursor, "when_next_does_not_fit"), ["stop", "skip"]),
    holdbackPercent: yaml.integer(yaml.at(cursor, "holdback_percent"), 0, 100),
    floors: yaml.items(yaml.at(cursor, "floors")).map((floor) => {
      yaml.onlyKeys(floor, [...PROVENANCE_KEYS, "by", "value", "minimum_persons"])
      const by = yaml.oneOf(yaml.at(floor, "by"), ["kelurahan", "sector", "sex", "disability"])
      const minimumPersons = yaml.integer(yaml.at(floor, "minimum_persons"), 0)
      return {
        ...readProvenance(floor),
        by,
        value: yaml.text(yaml.at(floor, "value")),
        minimumPersons,
      }
    }),
  }
}

import type { FundingSource, Programme } from "./programme.ts"
import type { Cycle, OfficeTerm, PackProgramme, PolicyPack } from "./pack.ts"
import { readCriteria } from "./read-criteria.ts"
import { readOrder, readSelection } from "./read-order.ts"
import { readAreas, readOffices, readSectors, readVerifiers } from "./read-places.ts"
import { PROVENANCE_KEYS, readProvenance } from "./read-provenance.ts"
import * as yaml from "./yaml-value.ts"

const PROGRAMMES: [Programme, ...Programme[]] = ["JKK", "JKM", "JHT"]
const FUNDING: [FundingSource, ...FundingSource[]] = ["APBD", "APBN", "SELF", "COMPANY"]

/** The files of one pack folder; `open` gives a cursor on a file, absent or not. */
export function readPack(code: string, open: (name: string) => yaml.YamlCursor): PolicyPack {
  const main = open("pack.yaml")
  yaml.onlyKeys(main, ["name", "region_code", "tenant_id", "time_zone", "programme", "cycles"])
  return {
    code,
    tenantId: yaml.integer(yaml.at(main, "tenant_id"), 1, 999_999_999),
    regionCode: yaml.text(yaml.at(main, "region_code")),
    name: yaml.text(yaml.at(main, "name")),
    timeZone: yaml.text(yaml.at(main, "time_zone")),
    programme: readProgramme(yaml.at(main, "programme")),
    areas: readAreas(open("areas.yaml")),
    sectors: readSectors(open("sectors.yaml")),
    offices: readOffices(open("offices.yaml"), readVerifiers(open("sectors.yaml"))),
    criteria: readCriteria(open("criteria.yaml")),
    order: readOrder(open("order.yaml")),
    selection: readSelection(open("selection.yaml")),
    cycles: yaml.items(yaml.at(main, "cycles")).map(readCycle),
  }
}

function readProgramme(cursor: yaml.YamlCursor): PackProgramme {
  yaml.onlyKeys(cursor, ["code", "name", "pays", "owners"])
  return {
    code: yaml.text(yaml.at(cursor, "code")),
    name: yaml.text(yaml.at(cursor, "name")),
    pays: yaml.items(yaml.at(cursor, "pays")).map((item) => yaml.oneOf(item, PROGRAMMES)),
    owners: yaml.items(yaml.at(cursor, "owners")).map(readTerm),
  }
}

function readTerm(cursor: yaml.YamlCursor): OfficeTerm {
  yaml.onlyKeys(cursor, [...PROVENANCE_KEYS, "office"])
  return { ...readProvenance(cursor), office: yaml.text(yaml.at(cursor, "office")) }
}

function readCycle(cursor: yaml.YamlCursor): Cycle {
  const field = (key: string): yaml.YamlCursor => yaml.at(cursor, key)
  yaml.onlyKeys(cursor, [
    "year",
    "reference_on",
    "registration_on",
    "first_month",
    "months",
    "ceiling",
    "funding_lines",
  ])
  yaml.onlyKeys(field("ceiling"), [...PROVENANCE_KEYS, "amount"])
  return {
    year: yaml.integer(field("year"), 2000, 2200),
    referenceOn: yaml.date(field("reference_on")),
    registrationOn: yaml.date(field("registration_on")),
    firstMonth: yaml.month(field("first_month")),
    months: yaml.integer(field("months"), 1, 12),
    ceiling: {
      ...readProvenance(field("ceiling")),
      amount: yaml.amount(yaml.at(field("ceiling"), "amount")),
    },
    fundingLines: yaml.items(field("funding_lines")).map(readFundingLine),
  }
}

function readFundingLine(cursor: yaml.YamlCursor): Cycle["fundingLines"][number] {
  const own = ["id", "source", "office", "sub_activity", "accounts", "amount"]
  yaml.onlyKeys(cursor, [...PROVENANCE_KEYS, ...own])
  yaml.onlyKeys(yaml.at(cursor, "accounts"), PROGRAMMES)
  const amount = yaml.at(cursor, "amount")
  return {
    ...readProvenance(cursor),
    id: yaml.text(yaml.at(cursor, "id")),
    source: yaml.oneOf(yaml.at(cursor, "source"), FUNDING),
    office: yaml.text(yaml.at(cursor, "office")),
    subActivity: yaml.optionalText(yaml.at(cursor, "sub_activity")),
    accounts: yaml.textRecord(yaml.at(cursor, "accounts")),
    amount: yaml.isPresent(amount) ? yaml.amount(amount) : null,
  }
}

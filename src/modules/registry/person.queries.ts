import type pg from "pg"
import {
  arrayText,
  each,
  loadDelta,
  type DeltaCounts,
  type DeltaRun,
} from "../../platform/delta.ts"
import type { Person } from "./person.ts"
import type { RowFacts } from "./row-facts.ts"
import { storeSearch } from "./search/store-search.queries.ts"

export interface StoredPeople {
  readonly people: DeltaCounts
  readonly facts: DeltaCounts
}

export interface PeopleToStore {
  readonly people: readonly Person[]
  readonly facts: readonly RowFacts[]
  readonly personOf: ReadonlyMap<string, string>
  readonly asOf: string
}

export async function storePeople(
  client: pg.PoolClient,
  run: DeltaRun,
  stored: PeopleToStore,
): Promise<StoredPeople> {
  const people = await loadDelta(client, PERSON_TABLE, run, each(stored.people, personValues))
  const facts = await loadDelta(
    client,
    FACT_TABLE,
    run,
    each(stored.facts, (fact) => factValues(fact, stored)),
  )
  await storeSearch(client, run, stored)
  return { people, facts }
}

const PERSON_TABLE = {
  parent: "registry.person",
  current: "registry.current_person",
  key: ["person_id"],
  columns: [
    "person_id",
    "nik",
    "nik_standing",
    "name",
    "birth_date",
    "birth_source",
    "sex",
    "area_code",
    "sector",
    "conflicts",
    "register_facts",
  ],
}

const FACT_TABLE = {
  parent: "registry.row_fact",
  current: "registry.current_row_fact",
  key: ["row_id"],
  columns: [
    "row_id",
    "person_id",
    "source",
    "as_of",
    "nik",
    "birth_date",
    "sex",
    "area_code",
    "sector",
    "income_low_rupiah",
    "income_high_rupiah",
    "phone",
    "address",
  ],
}

function personValues(person: Person): (string | null)[] {
  const { population, memberships, check, decile, disabled, femaleHead, recipientLastYear } = person
  const { paidByProvince, paidByCompany, civilServant } = person
  const registers = {
    population,
    // Lines of a register come in an order that says nothing.
    memberships: [...memberships].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    check,
    decile,
    disabled,
    femaleHead,
    recipientLastYear,
    paidByProvince,
    paidByCompany,
    civilServant,
  }
  return [
    person.personId,
    person.nik,
    person.nikStanding,
    person.name,
    person.birthDate,
    person.birthSource,
    person.sex,
    person.areaCode,
    person.sector,
    arrayText(person.conflicts),
    JSON.stringify(registers),
  ]
}

function factValues(facts: RowFacts, stored: PeopleToStore): (string | bigint | null)[] {
  const { row } = facts
  const source =
    facts.answeredNik !== null || facts.income?.source === "answer"
      ? `${row.file} + answer`
      : row.file
  return [
    row.rowId,
    stored.personOf.get(row.rowId) ?? null,
    source,
    stored.asOf,
    facts.nik,
    facts.birthDate,
    row.sex,
    facts.areaCode,
    facts.sector,
    facts.income?.low ?? null,
    facts.income?.high ?? null,
    row.phone,
    row.address,
  ]
}

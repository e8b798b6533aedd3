import { createHash } from "node:crypto"
import type pg from "pg"
import { encodeCopyRow, type CopyRow } from "../../../platform/copy-text.ts"
import { arrayText, type DeltaRun } from "../../../platform/delta.ts"
import { loadPartition } from "../../../platform/partition.ts"
import type { Person } from "../person.ts"
import type { RowFacts } from "../row-facts.ts"
import { indexNames, type NameIndex } from "./name-index.ts"
import { moreNumbers, type NumbersOfPerson } from "./person-keys.ts"

export interface SearchablePeople {
  readonly people: readonly Person[]
  readonly facts: readonly RowFacts[]
  readonly personOf: ReadonlyMap<string, string>
}

/**
 * Makes a run's persons findable, in the run's transaction: all of them anew where one that can be found
 * changed, and nothing at all where none did. True where something was written.
 */
export async function storeSearch(
  client: pg.PoolClient,
  run: DeltaRun,
  { people, facts, personOf }: SearchablePeople,
): Promise<boolean> {
  const numbers = moreNumbers(people, facts, personOf)
  const hash = contentHash(people, numbers)
  if ((await lastHash(client, run)) === hash) return false
  const { tenantId, runId, programmeCode, year } = run
  const index = indexNames(people.map(({ name }) => name))
  const address = [tenantId, runId] as const
  const load = async (table: string, columns: readonly string[], rows: Iterable<CopyRow>) =>
    await loadPartition(client, {
      parent: `registry.${table}`,
      runId,
      columns: ["tenant_id", "run_id", ...columns],
      rows: addressed(address, rows),
    })
  await load("search_person", PERSON_COLUMNS, personRows(people, numbers, index))
  await load("search_number", ["digits", "number"], numberRows(numbers, index))
  await load("search_word", ["word", "holders", "people"], wordRows(index))
  await load("search_form", ["form", "words"], formRows(index))
  await client.query(
    `insert into registry.search_part
       (tenant_id, run_id, programme_code, year, persons, content_hash)
     values ($1, $2, $3, $4, $5, $6)`,
    [tenantId, runId, programmeCode, year, people.length, hash],
  )
  await client.query("select registry.empty_old_search($1, $2)", [programmeCode, year])
  return true
}

const PERSON_COLUMNS = [
  "number",
  "person_id",
  "name",
  "birth_date",
  "sex",
  "area_code",
  "sector",
  "nik",
  "nik_backwards",
  "kk",
  "phone",
]

/** Another way of folding or of forms needs another number, or old parts would be kept. */
const SHAPE = "1"

function contentHash(people: readonly Person[], numbers: readonly NumbersOfPerson[]): string {
  const hash = createHash("sha256").update(SHAPE)
  for (const [place, person] of people.entries()) {
    const { kk = null, others = [] } = numbers[place] ?? {}
    hash.update(encodeCopyRow([...personValues(person), kk, others.join(" ")]))
  }
  return hash.digest("hex")
}

async function lastHash(client: pg.PoolClient, run: DeltaRun): Promise<string | null> {
  const found = await client.query<{ content_hash: string }>(
    `select p.content_hash from registry.search_part p
     join intake.run r on r.tenant_id = p.tenant_id and r.run_id = p.run_id
     where p.programme_code = $1 and p.year = $2 order by r.seq desc limit 1`,
    [run.programmeCode, run.year],
  )
  return found.rows[0]?.content_hash ?? null
}

function* addressed(address: CopyRow, rows: Iterable<CopyRow>): Generator<CopyRow> {
  for (const row of rows) yield [...address, ...row]
}

function personValues({ personId, name, birthDate, sex, areaCode, sector, nik, phone }: Person) {
  return [personId, name, birthDate, sex, areaCode, sector, nik, phone === "" ? null : phone]
}

function* personRows(
  people: readonly Person[],
  numbers: readonly NumbersOfPerson[],
  { placeOf }: NameIndex,
): Generator<CopyRow> {
  for (const [number, place] of placeOf.entries()) {
    const person = people[place]
    if (person === undefined) continue
    const [id, name, birthDate, sex, area, sector, nik, phone] = personValues(person)
    const backwards = person.nik === null ? null : [...person.nik].reverse().join("")
    const kk = numbers[place]?.kk ?? null
    const shown = [id, name, birthDate, sex, area, sector].map((value) => value ?? null)
    yield [number, ...shown, nik ?? null, backwards, kk, phone ?? null]
  }
}

function* numberRows(
  numbers: readonly NumbersOfPerson[],
  { placeOf }: NameIndex,
): Generator<CopyRow> {
  for (const [number, place] of placeOf.entries())
    for (const digits of numbers[place]?.others ?? []) yield [digits, number]
}

function* wordRows(index: NameIndex): Generator<CopyRow> {
  for (const { word, holders, people } of index.words()) yield [word, holders, people]
}

function* formRows(index: NameIndex): Generator<CopyRow> {
  for (const [form, words] of index.forms()) yield [form, arrayText(words)]
}

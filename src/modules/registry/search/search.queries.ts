import type pg from "pg"
import { nameTokens } from "../../../kernel/text-fold.ts"
import type { NearWord } from "./word-choices.ts"

// All of it through guarded tables: the claim's tenant, and later the claim's areas and sectors.

/** What serves a cycle. */
export interface SearchPart {
  readonly runId: string
  readonly year: number
  readonly persons: number
}

/** A person as he is found. */
export interface FoundPerson {
  readonly personId: string
  readonly name: string
  readonly birthDate: string | null
  readonly sex: "L" | "P" | null
  readonly areaCode: string | null
  readonly sector: string | null
  readonly nik: string | null
  readonly kk: string | null
  readonly phone: string | null
}

/** Of a year, or of the latest; null before the first run. */
export async function currentPart(
  client: pg.PoolClient,
  year: number | null,
): Promise<SearchPart | null> {
  const found = await client.query<SearchPart>(
    `select p.run_id as "runId", p.year, p.persons from registry.search_part p
     join intake.run r on r.tenant_id = p.tenant_id and r.run_id = p.run_id
     where $1::int is null or p.year = $1
     order by p.year desc, r.seq desc limit 1`,
    [year],
  )
  return found.rows[0] ?? null
}

/** Words of the vocabulary that share a form with what was asked, each with its holders. */
export async function nearWords(
  client: pg.PoolClient,
  runId: string,
  forms: readonly string[],
): Promise<NearWord[]> {
  const found = await client.query<NearWord>(
    `select w.word, w.holders, w.people, near.forms
     from (
       select word, array_agg(form) as forms
       from registry.search_form f cross join lateral unnest(f.words) as word
       where f.run_id = $1 and f.form = any ($2)
       group by word
     ) near
     join registry.search_word w on w.run_id = $1 and w.word = near.word
     order by w.word`,
    [runId, forms],
  )
  return found.rows
}

export async function personsOfNumbers(
  client: pg.PoolClient,
  runId: string,
  numbers: readonly number[],
): Promise<(FoundPerson & { readonly number: number })[]> {
  const found = await client.query<FoundPerson & { readonly number: number }>(
    `select number, ${SHOWN} from registry.search_person where run_id = $1 and number = any ($2)`,
    [runId, numbers],
  )
  return found.rows
}

export interface AskedNumber {
  readonly whole: readonly string[]
  readonly part: string | null
}

/** Those who bear a number, whole ones before those whose NIK only begins or ends so. */
export async function personsOfDigits(
  client: pg.PoolClient,
  runId: string,
  { whole, part }: AskedNumber,
  page: { readonly after: number; readonly limit: number },
): Promise<FoundPerson[]> {
  const [from, to] = rangeOf(part)
  const [endFrom, endTo] = rangeOf(part === null ? null : [...part].reverse().join(""))
  const found = await client.query<FoundPerson>(
    `with hit as (
       select number, 0 as place from registry.search_person
       where run_id = $1 and (nik = any ($2) or kk = any ($2) or phone = any ($2))
       union all
       select number, 0 from registry.search_number where run_id = $1 and digits = any ($2)
       union all
       (select number, 1 from registry.search_person
        where run_id = $1 and nik >= $3 and nik < $4 order by nik limit $7)
       union all
       (select number, 1 from registry.search_person
        where run_id = $1 and nik_backwards >= $5 and nik_backwards < $6
        order by nik_backwards limit $7)
     ), best as (select number, min(place) as place from hit group by number)
     select ${SHOWN} from best join registry.search_person p using (number)
     where p.run_id = $1 order by place, nik, number offset $8 limit $9`,
    [runId, whole, from, to, endFrom, endTo, PARTLY_MAX, page.after, page.limit],
  )
  return found.rows
}

/** So many of those whose NIK only begins or ends so are looked at. */
const PARTLY_MAX = 200

const SHOWN = `person_id as "personId", name, birth_date::text as "birthDate", sex,
  area_code as "areaCode", sector, nik, kk, phone`

/** Texts of digits that begin so: from … to, without the end. */
function rangeOf(digits: string | null): readonly [string | null, string | null] {
  return digits === null ? [null, null] : [digits, `${digits}:`]
}

/** How many persons there are, how many bear each word of a name, and how many were born on a day. */
export interface Commonness {
  readonly rows: number
  readonly words: Readonly<Record<string, number>>
  readonly born: number
}

export async function commonness(
  client: pg.PoolClient,
  { runId, persons }: SearchPart,
  of: { readonly name: string; readonly birthDate: string | null },
): Promise<Commonness> {
  const words = await client.query<{ word: string; holders: number }>(
    "select word, holders from registry.search_word where run_id = $1 and word = any ($2)",
    [runId, nameTokens(of.name)],
  )
  const born = await client.query<{ count: number }>(
    "select count(*)::int as count from registry.search_person where run_id = $1 and birth_date = $2",
    [runId, of.birthDate],
  )
  return {
    rows: persons,
    words: Object.fromEntries(words.rows.map(({ word, holders }) => [word, holders])),
    born: born.rows[0]?.count ?? 0,
  }
}

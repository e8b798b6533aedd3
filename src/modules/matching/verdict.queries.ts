import type pg from "pg"
import type { Verdict } from "./match-row.ts"
import type { GivenVerdict, Said } from "./verdict.ts"

export interface VerdictCycle {
  readonly programmeCode: string
  readonly year: number
}

/** The last word on every pair of a cycle, in the order of its rows. */
export async function givenVerdicts(
  client: pg.PoolClient,
  { programmeCode, year }: VerdictCycle,
): Promise<GivenVerdict[]> {
  const found = await client.query<VerdictLine>(
    `select row_a, row_b, facts_a, facts_b, verdict from matching.current_verdict
     where programme_code = $1 and year = $2 order by row_a, row_b`,
    [programmeCode, year],
  )
  return found.rows.map((line) => ({
    rowA: line.row_a,
    rowB: line.row_b,
    factsA: line.facts_a,
    factsB: line.facts_b,
    said: line.verdict,
  }))
}

interface VerdictLine {
  readonly row_a: string
  readonly row_b: string
  readonly facts_a: string
  readonly facts_b: string
  readonly verdict: Said
}

/** A verdict that was given, with who gave it. */
export interface StoredVerdict {
  readonly verdictId: string
  readonly said: Said
  readonly reason: string
  readonly againstRegister: boolean
  readonly factsA: string
  readonly factsB: string
  readonly by: string
  readonly at: Date
  readonly follows: string | null
}

/** A pair as the last run left it, with the last word on it. */
export interface ShownPair {
  readonly rowA: string
  readonly rowB: string
  readonly score: number
  readonly weight: number
  readonly linked: Verdict
  readonly levels: readonly string[]
  readonly levelWeights: readonly number[]
  readonly factsA: string
  readonly factsB: string
  /** Null where nobody spoke of it. */
  readonly verdict: StoredVerdict | null
}

/** Which page of pairs: after a place in the order, the least certain first. */
export interface PairPage {
  readonly state: "open" | "asked" | "decided"
  readonly after: {
    readonly uncertainty: number
    readonly rowA: string
    readonly rowB: string
  } | null
  readonly limit: number
}

const COLUMNS = `p.row_a, p.row_b, p.score::float8 as score, p.weight::float8 as weight,
  p.verdict as linked, p.levels, p.level_weights::float8[] as level_weights, p.facts_a, p.facts_b,
  v.verdict_id, v.verdict as said, v.reason, v.against_register, v.facts_a as said_a,
  v.facts_b as said_b, v.given_by, v.given_at, v.follows`

const JOINED = `matching.current_pair p left join matching.current_verdict v
  on v.tenant_id = p.tenant_id and v.programme_code = p.programme_code and v.year = p.year
  and v.row_a = p.row_a and v.row_b = p.row_b`

/** A verdict whose rows say what they said when it was given. */
const HOLDS = "v.facts_a = p.facts_a and v.facts_b = p.facts_b"

const STATES: Readonly<Record<PairPage["state"], string>> = {
  open: `p.verdict = 'review' and (v.verdict_id is null or v.verdict = 'withdrawn' or not (${HOLDS}))`,
  asked: `v.verdict = 'ask_kelurahan' and ${HOLDS}`,
  decided: `v.verdict in ('same', 'different') and ${HOLDS}`,
}

/** How far a score is from a coin's toss, exact in decimals: the nearest are shown first. */
const UNCERTAINTY = "abs(p.score - 0.5)"

export async function pagePairs(
  client: pg.PoolClient,
  cycle: VerdictCycle,
  page: PairPage,
): Promise<ShownPair[]> {
  const { after, limit, state } = page
  const found = await client.query<PairLine>(
    `select ${COLUMNS} from ${JOINED}
     where p.programme_code = $1 and p.year = $2 and ${STATES[state]}
       and ($3::numeric is null or (${UNCERTAINTY}, p.row_a, p.row_b) > ($3::numeric, $4::uuid, $5::uuid))
     order by ${UNCERTAINTY}, p.row_a, p.row_b limit $6`,
    [
      ...[cycle.programmeCode, cycle.year, after?.uncertainty ?? null],
      ...[after?.rowA ?? null, after?.rowB ?? null, limit],
    ],
  )
  return found.rows.map(shownPair)
}

/** One pair, by its rows in either order; null where no run has it. */
export async function findPair(
  client: pg.PoolClient,
  cycle: VerdictCycle,
  rows: readonly [string, string],
): Promise<ShownPair | null> {
  const found = await client.query<PairLine>(
    `select ${COLUMNS} from ${JOINED}
     where p.programme_code = $1 and p.year = $2
       and p.row_a = any ($3::uuid[]) and p.row_b = any ($3::uuid[])`,
    [cycle.programmeCode, cycle.year, rows],
  )
  const [line] = found.rows
  return line === undefined ? null : shownPair(line)
}

export interface NewVerdict {
  readonly verdictId: string
  readonly cycle: VerdictCycle & { readonly tenantId: number }
  readonly pair: ShownPair
  readonly said: Said
  readonly reason: string
  readonly againstRegister: boolean
  readonly by: string
  readonly office: string
  readonly at: Date
  readonly follows: string | null
}

export async function insertVerdict(client: pg.PoolClient, given: NewVerdict): Promise<void> {
  const { cycle, pair } = given
  await client.query(
    `insert into matching.verdict (tenant_id, verdict_id, programme_code, year, row_a, row_b,
       facts_a, facts_b, verdict, reason, against_register, weight, levels, given_by, office,
       given_at, follows)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      ...[cycle.tenantId, given.verdictId, cycle.programmeCode, cycle.year],
      ...[pair.rowA, pair.rowB, pair.factsA, pair.factsB, given.said, given.reason],
      ...[given.againstRegister, pair.weight, pair.levels, given.by, given.office, given.at],
      given.follows,
    ],
  )
}

/** Every pair that somebody judged, as labels for training: levels and a word, of no person. */
export async function verdictLabels(
  client: pg.PoolClient,
  { programmeCode, year }: VerdictCycle,
): Promise<{ readonly said: "same" | "different"; readonly levels: readonly string[] }[]> {
  const found = await client.query<{ said: "same" | "different"; levels: string[] }>(
    `select verdict as said, levels from matching.current_verdict
     where programme_code = $1 and year = $2 and verdict in ('same', 'different')
     order by verdict_seq`,
    [programmeCode, year],
  )
  return found.rows
}

interface PairLine {
  readonly row_a: string
  readonly row_b: string
  readonly score: number
  readonly weight: number
  readonly linked: Verdict
  readonly levels: string[]
  readonly level_weights: number[]
  readonly facts_a: string
  readonly facts_b: string
  readonly verdict_id: string | null
  readonly said: Said
  readonly reason: string
  readonly against_register: boolean
  readonly said_a: string
  readonly said_b: string
  readonly given_by: string
  readonly given_at: Date
  readonly follows: string | null
}

function shownPair(line: PairLine): ShownPair {
  return {
    rowA: line.row_a,
    rowB: line.row_b,
    score: line.score,
    weight: line.weight,
    linked: line.linked,
    levels: line.levels,
    levelWeights: line.level_weights,
    factsA: line.facts_a,
    factsB: line.facts_b,
    verdict:
      line.verdict_id === null
        ? null
        : {
            verdictId: line.verdict_id,
            said: line.said,
            reason: line.reason,
            againstRegister: line.against_register,
            factsA: line.said_a,
            factsB: line.said_b,
            by: line.given_by,
            at: line.given_at,
            follows: line.follows,
          },
  }
}

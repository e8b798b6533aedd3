import type pg from "pg"
import { uuidV7 } from "../../../kernel/id.ts"
import { ok, refuse, type Result } from "../../../kernel/result.ts"
import {
  requireAction,
  withClaimOnPool,
  type ActionRefusal,
  type Claim,
  type SignedClaim,
} from "../../access/index.ts"
import { appendAuditStatement, auditEntry, batchRoot } from "../../audit/index.ts"
import { chooseCandidates, PersonSums } from "./candidates.ts"
import { rankPersons, type RankedPerson } from "./find-persons.ts"
import {
  currentPart,
  nearWords,
  personsOfDigits,
  personsOfNumbers,
  type SearchPart,
} from "./search.queries.ts"
import type { SearchCursor } from "./search-cursor.ts"
import { readQuery, type SearchQuery } from "./search-query.ts"
import type { SearchRefusal } from "./search-refusal.ts"
import { formsToAsk, planSlots } from "./word-choices.ts"

export interface SearchContext {
  readonly claim: Claim
  readonly signed: SignedClaim
  readonly nowMs: number
  /** Ten random bytes for the id of the log's entry. */
  readonly random: () => Uint8Array
}

export interface SearchOrder {
  readonly text: string
  readonly purpose: string
  /** Null: the latest that was computed. */
  readonly year: number | null
  readonly limit: number
  readonly cursor: SearchCursor | null
}

export interface SearchPage {
  /** Null before the first run of the year. */
  readonly year: number | null
  readonly found: readonly RankedPerson[]
  readonly next: SearchCursor | null
}

export type SearchResult = Result<
  SearchPage,
  SearchRefusal | { readonly kind: "not_allowed"; readonly refusal: ActionRefusal }
>

/**
 * Persons whose name, NIK, family card or phone was asked for. The log says who looked, why, and at
 * whom, before anything leaves; what was typed is not in it.
 */
export async function searchPersons(
  pool: pg.Pool,
  context: SearchContext,
  order: SearchOrder,
): Promise<SearchResult> {
  const allowed = requireAction(context.claim, "registry.read")
  if (!allowed.ok) return refuse({ kind: "not_allowed", refusal: allowed.refusal })
  const query = readQuery(order.text)
  if (!query.ok) return query
  return await withClaimOnPool(pool, context.signed, async (client) => {
    const part = await currentPart(client, order.year)
    if (order.cursor !== null && order.cursor.runId !== part?.runId)
      return refuse({ kind: "page_gone" })
    const page = part === null ? NOTHING : await pageOf(client, part, query.value, order)
    await client.query(appendAuditStatement(entryOf(context, order, part, page)))
    return ok(page)
  })
}

/** Choosing waits for nothing, so no two searches meet in it. */
const SUMS = new PersonSums()

const NOTHING: SearchPage = { year: null, found: [], next: null }

async function pageOf(
  client: pg.PoolClient,
  part: SearchPart,
  query: SearchQuery,
  { limit, cursor }: SearchOrder,
): Promise<SearchPage> {
  const after = cursor?.after ?? 0
  const more = { after, limit: limit + 1 }
  const ranked =
    query.kind === "name"
      ? await rankedByName(client, part, query, more)
      : await ranks(personsOfDigits(client, part.runId, query, more))
  const next = ranked.length > limit ? { runId: part.runId, after: after + limit } : null
  return { year: part.year, found: ranked.slice(0, limit), next }
}

async function rankedByName(
  client: pg.PoolClient,
  { runId, persons }: SearchPart,
  { words }: Extract<SearchQuery, { kind: "name" }>,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<RankedPerson[]> {
  const near = await nearWords(client, runId, formsToAsk(words))
  const slots = planSlots(words, near, persons)
  const numbers = chooseCandidates(slots, SUMS.fit(persons))
  if (numbers.length === 0) return []
  const candidates = await personsOfNumbers(client, runId, numbers)
  return rankPersons(slots, candidates).slice(after, after + limit)
}

async function ranks(persons: ReturnType<typeof personsOfDigits>): Promise<RankedPerson[]> {
  return (await persons).map((person) => ({ person, likeness: 1 }))
}

function entryOf(
  { claim, nowMs, random }: SearchContext,
  { purpose }: SearchOrder,
  part: SearchPart | null,
  { found }: SearchPage,
) {
  const { tenant, actor, office, roles } = claim
  const object = part === null ? {} : { objectKind: "run", objectId: part.runId }
  return auditEntry(
    { tenant, actor, office, roles },
    {
      id: uuidV7(nowMs, random()),
      at: new Date(nowMs).toISOString(),
      action: "registry.read",
      purpose,
      ...object,
      batchRoot: batchRoot(found.map(({ person }) => person.personId)),
    },
  )
}

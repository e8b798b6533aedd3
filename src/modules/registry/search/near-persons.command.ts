import type pg from "pg"
import { uuidV7 } from "../../../kernel/id.ts"
import { ok, refuse, type Result } from "../../../kernel/result.ts"
import { requireAction, withClaimOnPool, type ActionRefusal } from "../../access/index.ts"
import { appendAuditStatement, auditEntry, batchRoot } from "../../audit/index.ts"
import { chooseCandidates, PersonSums } from "./candidates.ts"
import type { SearchContext } from "./search-persons.command.ts"
import {
  commonness,
  currentPart,
  nearWords,
  personsOfDigits,
  personsOfNumbers,
  type Commonness,
  type FoundPerson,
  type SearchPart,
} from "./search.queries.ts"
import { readQuery } from "./search-query.ts"
import { formsToAsk, planSlots } from "./word-choices.ts"

/** One person, as typed at a counter or read from a list; "" where nothing is known. */
export interface NearOrder {
  readonly name: string
  readonly birthDate: string | null
  /** NIK, family card and phone, digits only. */
  readonly numbers: readonly string[]
  readonly purpose: string
  readonly year: number
}

export interface NearPersons {
  /** Null before the first run of the year. */
  readonly year: number | null
  readonly persons: readonly FoundPerson[]
  /** How common what was typed is among all of them. */
  readonly common: Commonness
}

const SUMS = new PersonSums()
const PAGE = { after: 0, limit: 50 }
const NOTHING: NearPersons = { year: null, persons: [], common: { rows: 0, words: {}, born: 0 } }

/**
 * Everybody who may be the person of whom this is known: by number, or by name with slips and old spelling.
 * The log says who looked, why and at whom, before anything leaves.
 */
export async function nearPersons(
  pool: pg.Pool,
  context: SearchContext,
  order: NearOrder,
): Promise<Result<NearPersons, { readonly kind: "not_allowed"; readonly refusal: ActionRefusal }>> {
  const { claim, nowMs, random } = context
  const allowed = requireAction(claim, "registry.read")
  if (!allowed.ok) return refuse({ kind: "not_allowed", refusal: allowed.refusal })
  return await withClaimOnPool(pool, context.signed, async (client) => {
    const part = await currentPart(client, order.year)
    const near = part === null ? NOTHING : await findNear(client, part, order)
    const { tenant, actor, office, roles } = claim
    const entry = auditEntry(
      { tenant, actor, office, roles },
      {
        id: uuidV7(nowMs, random()),
        at: new Date(nowMs).toISOString(),
        action: "registry.read",
        purpose: order.purpose,
        batchRoot: batchRoot(near.persons.map(({ personId }) => personId)),
      },
    )
    await client.query(appendAuditStatement(entry))
    return ok(near)
  })
}

async function findNear(
  client: pg.PoolClient,
  part: SearchPart,
  order: NearOrder,
): Promise<NearPersons> {
  const { runId, year } = part
  const known = new Map<string, FoundPerson>()
  const keep = (persons: readonly FoundPerson[]): void => {
    for (const person of persons) known.set(person.personId, person)
  }
  const numbers = { whole: order.numbers, part: null }
  if (order.numbers.length > 0) keep(await personsOfDigits(client, runId, numbers, PAGE))
  const query = readQuery(order.name)
  if (query.ok && query.value.kind === "name") {
    const { words } = query.value
    const near = await nearWords(client, runId, formsToAsk(words))
    const slots = planSlots(words, near, part.persons)
    const found = chooseCandidates(slots, SUMS.fit(part.persons))
    if (found.length > 0) keep(await personsOfNumbers(client, runId, found))
  }
  const common = await commonness(client, part, order)
  const persons = [...known.values()].sort((a, b) => (a.personId < b.personId ? -1 : 1))
  return { year, persons, common }
}

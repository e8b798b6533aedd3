import { contentId, uuidV7 } from "../kernel/id.ts"
import { ok, type Result } from "../kernel/result.ts"
import {
  requireAction,
  withClaimOnPool,
  type ActionRefusal,
  type Claim,
  type SignedClaim,
} from "../modules/access/index.ts"
import { appendAuditStatement, auditEntry, batchRoot } from "../modules/audit/index.ts"
import { storeDraft } from "../modules/decree/index.ts"
import { storeDecisions } from "../modules/eligibility/index.ts"
import { insertRunBatches } from "../modules/inbox/index.ts"
import {
  countOutcomes,
  insertRun,
  lockCycle,
  storeBatch,
  type QuestionCounts,
  type StoredRun,
} from "../modules/intake/index.ts"
import { storePairs } from "../modules/matching/index.ts"
import { storePeople, storeRegisters, type JoinedRegister } from "../modules/registry/index.ts"
import { storeList } from "../modules/selection/index.ts"
import type { Database } from "../platform/db.ts"
import type { DeltaCounts } from "../platform/delta.ts"
import { matchRow } from "./cycle-facts.ts"
import type { CycleResult, CycleTerms } from "./cycle.ts"
import { questionState } from "./open-questions.ts"

export interface StoreRunContext {
  readonly database: Database
  readonly claim: Claim
  readonly signed: SignedClaim
  readonly nowMs: number
  /** Ten random bytes for the id of the log's entry. */
  readonly random: Uint8Array
}

export interface RunToStore {
  readonly result: CycleResult
  readonly terms: CycleTerms
  readonly inputHash: string
  readonly resultHash: string
  /** Of the annex, which the draft is about. */
  readonly listHash: string
  readonly options: Readonly<Record<string, unknown>>
  readonly registers: readonly JoinedRegister[]
  /** The imports out of which an inbox's run was computed. */
  readonly batchIds: readonly string[]
}

/** What the run changed since the one before it. */
export interface RunChange {
  readonly repeated: boolean
  readonly first: boolean
  /** Not one row of the last run is in this one: counts of what changed would say nothing. */
  readonly unrelated: boolean
  readonly seq: number
  readonly files: DeltaCounts
  readonly registers: DeltaCounts
  readonly rows: DeltaCounts
  readonly people: DeltaCounts
  readonly facts: DeltaCounts
  readonly pairs: DeltaCounts
  readonly decisions: DeltaCounts
  readonly entries: DeltaCounts
  readonly questions: QuestionCounts
}

const NOTHING: DeltaCounts = { added: 0, changed: 0, gone: 0 }

/**
 * Stores a run in one transaction: partitions, list, draft and log entry, or nothing. The same
 * input again changes no table but the log.
 */
export async function storeRun(
  context: StoreRunContext,
  run: RunToStore,
): Promise<Result<RunChange, ActionRefusal>> {
  const allowed = requireAction(context.claim, "run.cycle")
  if (!allowed.ok) return allowed
  const { pack } = run.terms.book
  const cycle = {
    tenantId: pack.tenantId,
    programmeCode: pack.programme.code,
    year: run.terms.cycle.year,
  }
  return await withClaimOnPool(context.database.loader, context.signed, async (client) => {
    const before = await lockCycle(client, cycle)
    const entry = (objectId: string) =>
      appendAuditStatement(logEntry(context, run, objectId, before))
    if (before !== null && before.inputHash === run.inputHash) {
      await client.query(entry(before.runId))
      const open = questionState(run.result).open.length
      return ok({ ...repeatedRun(before), questions: { asked: 0, answered: 0, lapsed: 0, open } })
    }
    const seq = (before?.seq ?? 0) + 1
    const runId = contentId(cycle.tenantId, "run", run.inputHash, String(seq))
    const stored = await storeParts(client, { ...cycle, runId }, run, seq)
    await client.query(entry(runId))
    const unrelated = rowsAreOthers(stored.rows, run.result.batch.rows.length)
    return ok({ repeated: false, first: before === null, unrelated, seq, ...stored })
  })
}

/** A folder that grew keeps rows; another city's folder, or a trial, keeps none. */
function rowsAreOthers({ added, gone }: DeltaCounts, rows: number): boolean {
  return gone > 0 && added === rows
}

type LoaderClient = Parameters<typeof insertRun>[0]
type StoredParts = Omit<RunChange, "repeated" | "first" | "unrelated" | "seq">

async function storeParts(
  client: LoaderClient,
  key: { tenantId: number; programmeCode: string; year: number; runId: string },
  run: RunToStore,
  seq: number,
): Promise<StoredParts> {
  const { result, terms } = run
  const counts = countOutcomes(result.batch.rows)
  const { inputHash, resultHash, options } = run
  const lawVersion = terms.book.version
  await insertRun(client, {
    ...key,
    seq,
    inputHash,
    resultHash,
    lawVersion,
    asOf: terms.asOf,
    options,
    counts,
  })
  await insertRunBatches(client, key, run.batchIds)
  const asked = questionState(result)
  const { files, rows, questions } = await storeBatch(client, key, result.batch, asked)
  const registers = await storeRegisters(client, key, run.registers)
  const { personOf, candidates, matching, selection } = result
  const { people, facts } = await storePeople(client, key, {
    people: result.people,
    facts: candidates,
    personOf,
    asOf: terms.asOf,
  })
  const pairs = await storePairs(client, key, {
    matching,
    rows: candidates.map(matchRow),
  })
  const decisions = await storeDecisions(client, key, {
    decisions: result.decisions.values(),
    lawVersion,
  })
  const fundingLineId = terms.cycle.fundingLines[0]?.id ?? ""
  const entries = await storeList(client, key, { selection, fundingLineId, seed: terms.seed })
  await storeDraft(client, key, {
    persons: selection.selected,
    costRupiah: selection.cost,
    listHash: run.listHash,
  })
  return { files, registers, rows, people, facts, pairs, decisions, entries, questions }
}

function repeatedRun(before: StoredRun): Omit<RunChange, "questions"> {
  const same = {
    files: NOTHING,
    registers: NOTHING,
    rows: NOTHING,
    people: NOTHING,
    facts: NOTHING,
    pairs: NOTHING,
    decisions: NOTHING,
    entries: NOTHING,
  }
  return { repeated: true, first: false, unrelated: false, seq: before.seq, ...same }
}

/** One entry for the whole batch: its Merkle root proves every person's row and place. */
function logEntry(
  context: StoreRunContext,
  run: RunToStore,
  runId: string,
  before: StoredRun | null,
) {
  const { result } = run
  const places = new Map(result.selection.places.map((entry) => [entry.person.personId, entry]))
  const rows = result.people.map((person) => {
    const place = places.get(person.personId)
    const decision = result.decisions.get(person.personId)
    return JSON.stringify([
      person.personId,
      decision?.outcome,
      decision?.reasons,
      place?.rank ?? null,
      place?.place ?? "none",
    ])
  })
  const { tenant, actor, office, roles } = context.claim
  return auditEntry(
    { tenant, actor, office, roles },
    {
      id: uuidV7(context.nowMs, context.random),
      at: new Date(context.nowMs).toISOString(),
      action: "run.cycle",
      purpose: before?.inputHash === run.inputHash ? "same run repeated" : "run",
      objectKind: "run",
      objectId: runId,
      before: before?.resultHash ?? null,
      after: run.resultHash,
      batchRoot: batchRoot(rows.sort()),
      lawVersion: run.terms.book.version,
    },
  )
}

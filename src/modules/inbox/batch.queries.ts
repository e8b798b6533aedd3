import type pg from "pg"
import {
  comparisonOf,
  freeName,
  type Batch,
  type BatchCycle,
  type BatchDiff,
  type BatchKind,
  type BatchReading,
  type BatchState,
  type ReceivedBytes,
} from "./batch.ts"
import { cleanJson } from "./clean-text.ts"
import type { Finding } from "../intake/index.ts"

/** One change of a cycle's inbox at a time; the lock ends with the transaction. */
export async function lockInbox(client: pg.PoolClient, cycle: BatchCycle): Promise<void> {
  const name = `payung.inbox ${cycle.tenantId} ${cycle.programmeCode} ${cycle.year}`
  await client.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [name])
}

interface BatchRow {
  readonly tenant_id: number
  readonly batch_id: string
  readonly programme_code: string
  readonly year: number
  readonly seq: number
  readonly state: BatchState
  readonly received_name: string
  readonly name: string
  readonly sha256: string
  readonly size_bytes: string | bigint
  readonly asked_kind: BatchKind | null
  readonly asked_sender: string
  readonly received_by: string
  readonly received_at: Date
  readonly kind: BatchKind | null
  readonly format: string | null
  readonly sender_id: string | null
  readonly sender: string | null
  readonly law_version: string | null
  readonly rows_read: number | null
  readonly rows_accepted: number | null
  readonly rows_repaired: number | null
  readonly rows_set_aside: number | null
  readonly rows_ignored: number | null
  readonly rows_new: number | null
  readonly rows_same: number | null
  readonly rows_changed: number | null
  readonly rows_missing: number | null
  readonly compared_with: string | null
  readonly reading: StoredReading | null
  readonly recipe: unknown
  readonly refusal: Finding | null
  readonly decided_by: string | null
  readonly decided_at: Date | null
}

type StoredReading = Pick<BatchReading, "sheets" | "registers" | "findings" | "stillAsked"> & {
  readonly senderKnown: boolean
}

export async function findBatch(client: pg.PoolClient, batchId: string): Promise<Batch | null> {
  const found = await client.query<BatchRow>("select * from inbox.batch where batch_id = $1", [
    batchId,
  ])
  return found.rows[0] === undefined ? null : batchOf(found.rows[0])
}

/** The batch, locked against every other change of it. */
export async function lockBatch(client: pg.PoolClient, batchId: string): Promise<Batch | null> {
  const found = await client.query<BatchRow>(
    "select * from inbox.batch where batch_id = $1 for no key update",
    [batchId],
  )
  return found.rows[0] === undefined ? null : batchOf(found.rows[0])
}

/** Newest first, `after` being the place of the last one seen. */
export async function listBatches(
  client: pg.PoolClient,
  cycle: BatchCycle,
  page: { readonly after: number | null; readonly limit: number },
): Promise<Batch[]> {
  const found = await client.query<BatchRow>(
    `select * from inbox.batch where programme_code = $1 and year = $2
       and ($3::int is null or seq < $3) order by seq desc limit $4`,
    [cycle.programmeCode, cycle.year, page.after, page.limit],
  )
  return found.rows.map(batchOf)
}

/** Received and not read yet, the earliest first. */
export async function waitingBatches(client: pg.PoolClient): Promise<string[]> {
  const found = await client.query<{ batch_id: string }>(
    "select batch_id from inbox.batch where state = 'received' order by received_at, seq",
  )
  return found.rows.map((row) => row.batch_id)
}

/** What lies in the inbox, in order of receipt. */
export async function appliedBatches(client: pg.PoolClient, cycle: BatchCycle): Promise<Batch[]> {
  const found = await client.query<BatchRow>(
    `select * from inbox.batch where programme_code = $1 and year = $2 and state = 'applied'
     order by seq`,
    [cycle.programmeCode, cycle.year],
  )
  return found.rows.map(batchOf)
}

/** The set of imports that a list of this sender is compared with. */
export function comparedWith(applied: readonly Batch[], senderId: string): string {
  const own = applied.filter(
    ({ reading }) => reading?.kind === "usulan" && reading.sender.id === senderId,
  )
  return comparisonOf(own.map((batch) => batch.batchId))
}

export interface NewBatch extends BatchCycle, ReceivedBytes {
  readonly batchId: string
  readonly receivedAt: Date
}

/** The name under which a file would lie in the inbox now. */
export async function inboxNameFor(
  client: pg.PoolClient,
  cycle: BatchCycle,
  name: string,
): Promise<string> {
  const known = await client.query<{ name: string }>(
    `select lower(name) as name from inbox.batch where programme_code = $1 and year = $2
       and state in ('received', 'read', 'applied')`,
    [cycle.programmeCode, cycle.year],
  )
  return freeName(name, new Set(known.rows.map((row) => row.name)))
}

export async function insertBatch(client: pg.PoolClient, batch: NewBatch): Promise<void> {
  const { tenantId, programmeCode, year } = batch
  const name = await inboxNameFor(client, batch, batch.name)
  const last = await client.query<{ seq: number }>(
    `select coalesce(max(seq), 0) as seq from inbox.batch where programme_code = $1 and year = $2`,
    [programmeCode, year],
  )
  const seq = 1 + (last.rows[0]?.seq ?? 0)
  await client.query(
    `insert into inbox.batch (tenant_id, batch_id, programme_code, year, seq, state,
       received_name, name, sha256, size_bytes, asked_kind, asked_sender, received_by, received_at)
     values ($1, $2, $3, $4, $5, 'received', $6, $7, $8, $9, $10, $11,
       access.claim_actor(), $12)`,
    [
      tenantId,
      batch.batchId,
      programmeCode,
      year,
      seq,
      batch.name,
      name,
      batch.sha256,
      batch.sizeBytes,
      batch.askedKind,
      batch.askedSender,
      batch.receivedAt,
    ],
  )
}

export async function writeReading(
  client: pg.PoolClient,
  batchId: string,
  reading: BatchReading,
): Promise<void> {
  const { counts, diff, sheets, registers, findings, stillAsked, sender } = reading
  const about = { sheets, registers, findings, stillAsked }
  const stored: StoredReading = { ...about, senderKnown: sender.known }
  await client.query(
    `update inbox.batch set state = 'read', kind = $2, format = $3, sender_id = $4, sender = $5,
       law_version = $6, rows_read = $7, rows_accepted = $8, rows_repaired = $9,
       rows_set_aside = $10, rows_ignored = $11, rows_new = $12, rows_same = $13,
       rows_changed = $14, rows_missing = $15, compared_with = $16, reading = $17, recipe = $18
     where batch_id = $1`,
    [
      batchId,
      reading.kind,
      reading.format,
      sender.id,
      sender.name,
      reading.lawVersion,
      counts.read,
      counts.accepted,
      counts.repaired,
      counts.set_aside,
      counts.ignored,
      diff.new,
      diff.same,
      diff.changed,
      diff.missing,
      reading.comparedWith,
      cleanJson(stored),
      reading.recipe === null ? null : cleanJson(reading.recipe),
    ],
  )
}

export async function writeRefusal(
  client: pg.PoolClient,
  batchId: string,
  refusal: Finding,
): Promise<void> {
  await client.query("update inbox.batch set state = 'refused', refusal = $2 where batch_id = $1", [
    batchId,
    cleanJson(refusal),
  ])
}

/** False where somebody else was faster. */
export async function decideBatch(
  client: pg.PoolClient,
  batchId: string,
  change: { readonly to: "applied" | "undone"; readonly at: Date },
): Promise<void> {
  await client.query(
    `update inbox.batch set state = $2, decided_by = access.claim_actor(), decided_at = $3
     where batch_id = $1`,
    [batchId, change.to, change.at],
  )
}

export async function decreesHolding(client: pg.PoolClient, batchId: string): Promise<string[]> {
  const found = await client.query<{ decree: string }>(
    "select decree from inbox.decree_hold where batch_id = $1 order by decree",
    [batchId],
  )
  return found.rows.map((row) => row.decree)
}

export async function insertRunBatches(
  client: pg.PoolClient,
  run: { readonly tenantId: number; readonly runId: string },
  batchIds: readonly string[],
): Promise<void> {
  await client.query(
    `insert into inbox.run_batch (tenant_id, run_id, batch_id)
     select $1, $2, unnest($3::uuid[])`,
    [run.tenantId, run.runId, batchIds],
  )
}

export interface RequestKey {
  readonly hash: string
  readonly fingerprint: string
}

export async function findRequest(
  client: pg.PoolClient,
  key: RequestKey,
): Promise<{ readonly batchId: string; readonly isSame: boolean } | null> {
  // Two requests under one key come one after the other.
  await client.query("select pg_advisory_xact_lock(hashtextextended($1, 1))", [key.hash])
  const found = await client.query<{ batch_id: string; fingerprint: string }>(
    "select batch_id, fingerprint from inbox.request where key_hash = $1",
    [key.hash],
  )
  const [row] = found.rows
  if (row === undefined) return null
  return { batchId: row.batch_id, isSame: row.fingerprint === key.fingerprint }
}

export async function insertRequest(
  client: pg.PoolClient,
  key: RequestKey,
  batch: { readonly tenantId: number; readonly batchId: string },
): Promise<void> {
  await client.query(
    `insert into inbox.request (tenant_id, key_hash, fingerprint, batch_id)
     values ($1, $2, $3, $4)`,
    [batch.tenantId, key.hash, key.fingerprint, batch.batchId],
  )
}

/** How lists of all senders were confirmed to be read, in the order of their versions. */
export async function readRecipes(client: pg.PoolClient): Promise<StoredRecipe[]> {
  const found = await client.query<RecipeRow>(
    "select sender_id, version, recipe, confirmed_by from inbox.recipe order by sender_id, version",
  )
  return found.rows.map((row) => ({
    senderId: row.sender_id,
    version: row.version,
    recipe: row.recipe,
    confirmedBy: row.confirmed_by,
  }))
}

export interface StoredRecipe {
  readonly senderId: string
  readonly version: number
  readonly recipe: unknown
  readonly confirmedBy: string
}

interface RecipeRow {
  readonly sender_id: string
  readonly version: number
  readonly recipe: unknown
  readonly confirmed_by: string
}

/** The next version, unless lists laid out like this one are read this way already. */
export async function saveRecipe(
  client: pg.PoolClient,
  batch: { readonly tenantId: number; readonly batchId: string; readonly senderId: string },
  recipe: { readonly json: unknown; readonly at: Date },
): Promise<void> {
  const layout = (of: string): string => `jsonb_path_query_array(${of}, '$.sheets[*].fingerprint')`
  await client.query(
    `insert into inbox.recipe
       (tenant_id, sender_id, version, recipe, batch_id, confirmed_by, confirmed_at)
     select $1, $2, coalesce(max(version), 0) + 1, $3, $4, access.claim_actor(), $5
     from inbox.recipe where sender_id = $2
     having $3::jsonb -> 'sheets' is distinct from
       (array_agg(recipe -> 'sheets' order by version desc)
         filter (where ${layout("recipe")} = ${layout("$3::jsonb")}))[1]`,
    [batch.tenantId, batch.senderId, cleanJson(recipe.json), batch.batchId, recipe.at],
  )
}

function batchOf(row: BatchRow): Batch {
  return {
    tenantId: row.tenant_id,
    programmeCode: row.programme_code,
    year: row.year,
    batchId: row.batch_id,
    seq: row.seq,
    state: row.state,
    name: row.received_name,
    inboxName: row.name,
    sha256: row.sha256,
    sizeBytes: Number(row.size_bytes),
    askedKind: row.asked_kind,
    askedSender: row.asked_sender,
    receivedBy: row.received_by,
    receivedAt: row.received_at,
    reading: readingOf(row),
    refusal: row.refusal,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
  }
}

function readingOf(row: BatchRow): BatchReading | null {
  const { kind, reading } = row
  if (kind === null || reading === null) return null
  const { senderKnown, ...rest } = reading
  return {
    ...rest,
    kind,
    format: row.format ?? "",
    sender: { id: row.sender_id ?? "", name: row.sender ?? "", known: senderKnown },
    counts: {
      read: row.rows_read ?? 0,
      accepted: row.rows_accepted ?? 0,
      repaired: row.rows_repaired ?? 0,
      set_aside: row.rows_set_aside ?? 0,
      ignored: row.rows_ignored ?? 0,
    },
    diff: diffOf(row),
    comparedWith: row.compared_with ?? "",
    lawVersion: row.law_version ?? "",
    recipe: row.recipe,
  }
}

function diffOf(row: BatchRow): BatchDiff {
  return {
    new: row.rows_new ?? 0,
    same: row.rows_same ?? 0,
    changed: row.rows_changed ?? 0,
    missing: row.rows_missing ?? 0,
  }
}

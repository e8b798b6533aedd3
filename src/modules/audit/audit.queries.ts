import { sql } from "kysely"
import type { Db } from "../../platform/db.ts"

/** A transaction that carries the claim of the log's tenant; without one there are no rows. */
export type AuditTx = Db

export interface SequencedRow {
  readonly seq: string
  readonly id: string
  readonly bytes: Buffer
  readonly leaf: Buffer
}

export interface CheckpointRow {
  readonly size: number
  readonly root: Buffer
  readonly note: string
}

// Large enough to hide the round trip, small enough to stay below 10 MB of memory.
const PAGE_ROWS = 5_000

export const INSERT_ENTRY = "insert into audit.entry (tenant_id, bytes) values ($1, $2)"

export async function insertEntry(tx: AuditTx, tenant: number, bytes: Buffer): Promise<void> {
  await sql`insert into audit.entry (tenant_id, bytes) values (${tenant}, ${bytes})`.execute(tx)
}

export async function numberEntries(tx: AuditTx): Promise<number> {
  const result = await sql<{ numbered: string }>`
    select audit.number_entries()::text as numbered`.execute(tx)
  return Number(result.rows[0]?.numbered)
}

/** Two signers would sign two checkpoints of one size; the lock ends with the transaction. */
export async function lockSigning(tx: AuditTx, tenant: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('audit.checkpoint'), ${tenant}::int)`.execute(tx)
}

/** All numbered entries in order, page by page, so that the log's size does not matter. */
export async function* readSequenced(tx: AuditTx, tenant: number): AsyncGenerator<SequencedRow> {
  for (let after = "-1"; ;) {
    const { rows } = await sql<SequencedRow>`
      select s.seq::text as seq, e.id::text as id, e.bytes, e.leaf
      from audit.sequence s join audit.entry e on e.tenant_id = s.tenant_id and e.id = s.entry_id
      where s.tenant_id = ${tenant} and s.seq > ${after}::bigint
      order by s.seq limit ${PAGE_ROWS}`.execute(tx)
    yield* rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < PAGE_ROWS) return
    after = last.seq
  }
}

/** Entries that stand neither in the sequence nor in the queue: somebody removed their number. */
export async function countUnnumbered(tx: AuditTx, tenant: number): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(*)::text as count from audit.entry e
    where e.tenant_id = ${tenant}
      and not exists (select from audit.sequence s
        where s.tenant_id = e.tenant_id and s.entry_id = e.id)
      and not exists (select from audit.pending p
        where p.tenant_id = e.tenant_id and p.entry_id = e.id)`.execute(tx)
  return Number(rows[0]?.count)
}

export async function readCheckpoints(tx: AuditTx, tenant: number): Promise<CheckpointRow[]> {
  const { rows } = await sql<{ size: string; root: Buffer; note: string }>`
    select size::text as size, root, note from audit.checkpoint
    where tenant_id = ${tenant} order by checkpoint.size`.execute(tx)
  return rows.map((row) => ({ ...row, size: Number(row.size) }))
}

/** The checkpoint that was signed last, or null for a log that nobody has signed. */
export async function readNewestNote(tx: AuditTx, tenant: number): Promise<string | null> {
  const { rows } = await sql<{ note: string }>`
    select note from audit.checkpoint
    where tenant_id = ${tenant} order by checkpoint.size desc limit 1`.execute(tx)
  return rows[0]?.note ?? null
}

export async function insertCheckpoint(
  tx: AuditTx,
  tenant: number,
  checkpoint: CheckpointRow,
): Promise<void> {
  const { size, root, note } = checkpoint
  await sql`insert into audit.checkpoint (tenant_id, size, root, note)
    values (${tenant}, ${size}, ${root}, ${note})`.execute(tx)
}

export async function findSequence(
  tx: AuditTx,
  tenant: number,
  id: string,
): Promise<number | null> {
  const { rows } = await sql<{ seq: string }>`
    select seq::text as seq from audit.sequence
    where tenant_id = ${tenant} and entry_id = ${id}::uuid`.execute(tx)
  return rows[0] === undefined ? null : Number(rows[0].seq)
}

/** Returns the person's salt; the proposed one is stored when there is none yet. */
export async function insertSalts(
  tx: AuditTx,
  tenant: number,
  proposed: { readonly personIds: readonly string[]; readonly salts: readonly Buffer[] },
): Promise<Map<string, Buffer>> {
  const { personIds, salts } = proposed
  // Sorted, so that two commands about the same persons cannot wait for each other in a circle.
  await sql`insert into audit.subject_salt (tenant_id, person_id, salt)
    select ${tenant}, person_id, salt
    from unnest(${personIds}::uuid[], ${salts}::bytea[]) as given (person_id, salt)
    order by person_id on conflict do nothing`.execute(tx)
  const { rows } = await sql<{ person_id: string; salt: Buffer }>`
    select person_id::text as person_id, salt from audit.subject_salt
    where tenant_id = ${tenant} and person_id = any (${personIds}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.person_id, row.salt]))
}

export async function deleteSalt(tx: AuditTx, tenant: number, personId: string): Promise<boolean> {
  const result = await sql`delete from audit.subject_salt
    where tenant_id = ${tenant} and person_id = ${personId}::uuid`.execute(tx)
  return result.numAffectedRows === 1n
}

import type pg from "pg"
import {
  arrayText,
  each,
  loadDelta,
  type DeltaCounts,
  type DeltaRun,
} from "../../platform/delta.ts"
import type { IntakeBatch } from "./batch.ts"
import { sortedCodes } from "./findings/finding.ts"
import type { QuestionCounts } from "./layout/open-question.ts"
import { storeQuestions, type AskedQuestions } from "./sendings/question.queries.ts"
import type { IntakeRow } from "./rows/row.ts"

export interface StoredRun {
  readonly runId: string
  readonly seq: number
  readonly inputHash: string
  readonly resultHash: string
}

/** One run of a cycle at a time; the latest one before this, or null for the first. */
export async function lockCycle(
  client: pg.PoolClient,
  run: Omit<DeltaRun, "runId">,
): Promise<StoredRun | null> {
  const name = `payung.cycle ${run.tenantId} ${run.programmeCode} ${run.year}`
  await client.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [name])
  const found = await client.query<{
    run_id: string
    seq: number
    input_hash: string
    result_hash: string
  }>(
    `select run_id, seq, input_hash, result_hash from intake.run
     where programme_code = $1 and year = $2 order by seq desc limit 1`,
    [run.programmeCode, run.year],
  )
  const [row] = found.rows
  if (row === undefined) return null
  return { runId: row.run_id, seq: row.seq, inputHash: row.input_hash, resultHash: row.result_hash }
}

export interface RunRecord extends DeltaRun {
  readonly seq: number
  readonly inputHash: string
  readonly resultHash: string
  readonly lawVersion: string
  readonly asOf: string
  readonly options: Readonly<Record<string, unknown>>
  readonly counts: {
    readonly read: number
    readonly accepted: number
    readonly repaired: number
    readonly set_aside: number
    readonly ignored: number
  }
}

export async function insertRun(client: pg.PoolClient, run: RunRecord): Promise<void> {
  const { counts } = run
  await client.query(
    `insert into intake.run (tenant_id, run_id, programme_code, year, seq, input_hash, result_hash,
       law_version, as_of, options, rows_read, rows_accepted, rows_repaired, rows_set_aside, rows_ignored)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      run.tenantId,
      run.runId,
      run.programmeCode,
      run.year,
      run.seq,
      run.inputHash,
      run.resultHash,
      run.lawVersion,
      run.asOf,
      JSON.stringify(run.options),
      counts.read,
      counts.accepted,
      counts.repaired,
      counts.set_aside,
      counts.ignored,
    ],
  )
}

export async function storeBatch(
  client: pg.PoolClient,
  run: DeltaRun,
  batch: IntakeBatch,
  asked: AskedQuestions,
): Promise<{ files: DeltaCounts; rows: DeltaCounts; questions: QuestionCounts }> {
  // A letter whose file never came is a question, not a file.
  const received = batch.files.filter((file) => file.sha256 !== "")
  const files = await loadDelta(
    client,
    FILE_TABLE,
    run,
    received.map((file) => [
      file.name,
      file.sender.name,
      file.format,
      file.sha256,
      file.status,
      file.of,
      file.claimed,
      arrayText(sortedCodes(file.findings)),
    ]),
  )
  const rows = await loadDelta(client, ROW_TABLE, run, each(batch.rows, rowValues))
  const questions = await storeQuestions(client, run, asked)
  return { files, rows, questions }
}

const FILE_TABLE = {
  parent: "intake.file",
  current: "intake.current_file",
  key: ["name"],
  columns: ["name", "sender", "format", "sha256", "status", "of_file", "claimed", "findings"],
}

const ROW_TABLE = {
  parent: "intake.row",
  current: "intake.current_row",
  key: ["row_id"],
  columns: [
    "row_id",
    "file_name",
    "sheet",
    "row_number",
    "kind",
    "outcome",
    "nik",
    "name",
    "cells",
    "findings",
  ],
}

function rowValues(row: IntakeRow): (string | number | null)[] {
  return [
    row.rowId,
    row.file,
    row.sheet,
    row.row,
    row.kind,
    row.outcome,
    row.nik,
    clean(row.name),
    clean(JSON.stringify(row.cells)),
    clean(JSON.stringify(row.findings)),
  ]
}

/** PostgreSQL text and jsonb hold no NUL; the original file keeps it. */
function clean(text: string): string {
  return text.replaceAll("\u0000", "\ufffd").replaceAll("\\u0000", "\\ufffd")
}

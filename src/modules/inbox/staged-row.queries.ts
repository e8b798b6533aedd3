import type pg from "pg"
import { assert } from "../../kernel/assert.ts"
import { loadPartitionText } from "../../platform/partition.ts"
import type { Finding, FindingCode, Outcome } from "../intake/index.ts"
import type { RowChange } from "./batch.ts"
import { STAGED_COLUMNS, type StagedParts, type StagedSum } from "./staged-text.ts"

/** All rows of an import into a partition of their own, by COPY; what they add up to. */
export async function stageRows(
  client: pg.PoolClient,
  batch: { readonly tenantId: number; readonly batchId: string },
  rows: StagedParts,
): Promise<StagedSum> {
  const { tenantId, batchId } = batch
  const told: { sum: StagedSum | null } = { sum: null }
  await loadPartitionText(client, {
    parent: "inbox.staged_row",
    runId: batchId,
    columns: ["tenant_id", "batch_id", ...STAGED_COLUMNS],
    parts: addressed(rows, `${tenantId}\t${batchId}\t`, told),
  })
  assert(told.sum !== null, "rows that were loaded were counted")
  return told.sum
}

/** Each line with its tenant and its import; a line break within a value is never a bare one. */
async function* addressed(
  rows: StagedParts,
  address: string,
  told: { sum: StagedSum | null },
): AsyncGenerator<string, number> {
  for (;;) {
    const next = await rows.next()
    if (next.done === true) {
      told.sum = next.value
      return next.value.rows
    }
    yield address + next.value.slice(0, -1).replaceAll("\n", `\n${address}`) + "\n"
  }
}

/** A staged row as it is shown. */
export interface ShownRow {
  readonly at: number
  readonly rowId: string
  readonly sheet: string
  readonly row: number
  readonly kind: string
  readonly outcome: Outcome
  readonly change: RowChange | null
  readonly nik: string | null
  readonly name: string
  readonly birthDate: string | null
  readonly sex: string | null
  readonly areaCode: string | null
  readonly occupation: string
  readonly sector: string | null
  readonly phone: string
  readonly cells: readonly string[]
  readonly findings: readonly Finding[]
}

/** Which rows of an import; every part is optional and all that are given must hold. */
export interface RowFilter {
  /** Rows with one of these codes. */
  readonly codes: readonly FindingCode[] | null
  readonly outcome: Outcome | null
  readonly change: RowChange | null
  /** Place of the last row seen. */
  readonly after: number
  readonly limit: number
}

export async function readStagedRows(
  client: pg.PoolClient,
  batchId: string,
  filter: RowFilter,
): Promise<ShownRow[]> {
  const coded = filter.codes?.map((code) => JSON.stringify([{ code }])) ?? null
  const found = await client.query<ShownRow>(
    `select at, row_id as "rowId", sheet, row_number as row, kind, outcome, change, nik, name,
       birth_date::text as "birthDate", sex, area_code as "areaCode", occupation, sector, phone,
       cells, findings
     from inbox.staged_row
     where batch_id = $1 and at > $2 and ($3::text[] is null or findings @> any ($3::text[]::jsonb[]))
       and ($4::text is null or outcome = $4) and ($5::text is null or change = $5)
     order by at limit $6`,
    [batchId, filter.after, coded, filter.outcome, filter.change, filter.limit],
  )
  return found.rows
}

/** One kind of fault in an import: in how many rows, and where it is met first. */
export interface CodeCount {
  readonly code: FindingCode
  readonly rows: number
  readonly first: { readonly sheet: string; readonly row: number; readonly finding: Finding }
}

export async function countByCode(client: pg.PoolClient, batchId: string): Promise<CodeCount[]> {
  const found = await client.query<{
    code: FindingCode
    rows: string | bigint
    first: CodeCount["first"]
  }>(
    `with counted as (
       select finding ->> 'code' as code, count(distinct at) as rows, min(at) as first_at
       from inbox.staged_row, jsonb_array_elements(findings) finding
       where batch_id = $1 group by 1)
     select c.code, c.rows, jsonb_build_object('sheet', r.sheet, 'row', r.row_number, 'finding',
       (select finding from jsonb_array_elements(r.findings) finding
        where finding ->> 'code' = c.code limit 1)) as first
     from counted c join inbox.staged_row r on r.batch_id = $1 and r.at = c.first_at
     order by c.rows desc, c.code`,
    [batchId],
  )
  return found.rows.map((row) => ({ ...row, rows: Number(row.rows) }))
}

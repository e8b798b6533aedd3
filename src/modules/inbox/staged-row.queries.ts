import type pg from "pg"
import type { CopyRow } from "../../platform/copy-text.ts"
import { loadPartition } from "../../platform/partition.ts"
import type { Finding, FindingCode } from "../intake/index.ts"
import type { RowChange, StagedRow } from "./batch.ts"
import { cleanJson } from "./batch.queries.ts"
import type { Outcome } from "../intake/index.ts"

const COLUMNS = [
  "tenant_id",
  "batch_id",
  "at",
  "row_id",
  "sheet",
  "row_number",
  "kind",
  "outcome",
  "change",
  "nik",
  "name",
  "birth_date",
  "sex",
  "area_code",
  "occupation",
  "sector",
  "phone",
  "cells",
  "findings",
]

/** All rows of an import into a partition of their own, by COPY. */
export async function stageRows(
  client: pg.PoolClient,
  batch: { readonly tenantId: number; readonly batchId: string },
  rows: Iterable<StagedRow>,
): Promise<number> {
  const { tenantId, batchId } = batch
  return await loadPartition(client, {
    parent: "inbox.staged_row",
    runId: batchId,
    columns: COLUMNS,
    rows: copyRows(tenantId, batchId, rows),
  })
}

function* copyRows(
  tenantId: number,
  batchId: string,
  rows: Iterable<StagedRow>,
): Generator<CopyRow> {
  let at = 0
  for (const { row, change } of rows) {
    at += 1
    yield [
      tenantId,
      batchId,
      at,
      row.rowId,
      clean(row.sheet),
      row.row,
      row.kind,
      row.outcome,
      change,
      row.nik,
      clean(row.name),
      row.birthDate,
      row.sex,
      row.areaCode,
      clean(row.occupation),
      row.sector,
      clean(row.phone),
      cleanJson(row.cells),
      cleanJson(row.findings),
    ]
  }
}

function clean(text: string): string {
  return text.toWellFormed().replaceAll("\u0000", "\ufffd")
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

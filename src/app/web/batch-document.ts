import type { Batch, CodeCount, ShownRow } from "../../modules/inbox/index.ts"
import type { Language } from "../../modules/intake/index.ts"
import { maskNumbers } from "../../modules/inbox/index.ts"
import { FINDINGS, quietReadings, settledBy } from "../../modules/intake/index.ts"
import { cellOf, fileParts, masked, rowParts } from "../batches/reading-codes.ts"
import type { BatchProgress } from "./batch-queue.job.ts"
import { columnOf } from "../../platform/spreadsheet/cell-reference.ts"

/** An import for programs, without a row of it. */
export function batchDocument(
  batch: Batch,
  progress: BatchProgress | null,
  language: Language,
): Record<string, unknown> {
  const { reading, refusal } = batch
  const named = { file: batch.inboxName, language }
  const base = `/api/v1/batches/${batch.batchId}`
  return {
    id: batch.batchId,
    seq: batch.seq,
    year: batch.year,
    state: batch.state,
    progress: batch.state === "received" ? (progress?.share ?? 0) : 1,
    step: batch.state === "received" ? (progress?.step ?? "wait") : null,
    rows_done: batch.state === "received" ? (progress?.rows?.done ?? 0) : reading?.counts.read,
    rows_total: batch.state === "received" ? (progress?.rows?.total ?? null) : reading?.counts.read,
    name: batch.inboxName,
    received_name: batch.name,
    sha256: batch.sha256,
    size_bytes: batch.sizeBytes,
    received_by: batch.receivedBy,
    received_at: batch.receivedAt.toISOString(),
    decided_by: batch.decidedBy,
    decided_at: batch.decidedAt?.toISOString() ?? null,
    kind: reading?.kind ?? null,
    format: reading?.format ?? null,
    sender: reading?.sender ?? null,
    balance: reading?.counts ?? null,
    changes: reading?.diff ?? null,
    sheets: (reading?.sheets ?? []).map(({ name, headerRow, columns }) => ({
      name,
      header_row: headerRow,
      columns: columns.map(({ column, label, field }) => ({ column, label, field })),
    })),
    registers: reading?.registers ?? [],
    recipe: reading?.recipe ?? null,
    findings: (reading?.findings ?? []).map((finding) => ({
      code: finding.code,
      handling: FINDINGS[finding.code].handling,
      ...fileParts(finding, named),
    })),
    refusal: refusal === null ? null : { code: refusal.code, ...fileParts(refusal, named) },
    links: { self: base, findings: `${base}/findings`, rows: `${base}/rows` },
  }
}

export function codeDocument(
  { code, rows, first }: CodeCount,
  batch: Batch,
  language: Language,
): Record<string, unknown> {
  const sheets = batch.reading?.sheets ?? []
  const parts = rowParts(sheets, first, { file: batch.inboxName, language })
  const handling = FINDINGS[code].handling
  return {
    code,
    handling,
    rows,
    ...parts,
    example: { sheet: first.sheet, row: first.row, cell: cellOf(sheets, first) },
  }
}

/** A row for human eyes. Long numbers are masked unless a purpose was given for seeing them. */
export function rowDocument(
  row: ShownRow,
  { batch, language, clear }: { batch: Batch; language: Language; clear: boolean },
): Record<string, unknown> {
  const shown = clear ? (text: string): string => text : maskNumbers
  const sheets = batch.reading?.sheets ?? []
  const { at, rowId, sheet, kind, outcome, change } = row
  return {
    at,
    id: rowId,
    sheet,
    row: row.row,
    kind,
    outcome,
    change,
    nik: row.nik === null ? null : shown(row.nik),
    name: row.name,
    birth_date: row.birthDate,
    sex: row.sex,
    kelurahan_code: row.areaCode,
    occupation: row.occupation,
    sector: row.sector,
    phone: shown(row.phone),
    cells: row.cells.map(shown),
    findings: row.findings.map((finding) => {
      const place = { sheet, row: row.row, finding }
      const told = clear ? finding : masked(finding)
      return {
        ...told,
        handling: FINDINGS[finding.code].handling,
        decided: settledBy(finding),
        cell: cellOf(sheets, place),
        ...rowParts(sheets, place, { file: batch.inboxName, language }),
      }
    }),
  }
}

/**
 * What was read otherwise than it stands: before, after, by which rule, and whether that is automatic,
 * proposed or left to a human. First the faults, then what was only brought into one form.
 */
export function repairsOf(
  row: ShownRow,
  { batch, clear }: { batch: Batch; clear: boolean },
): Record<string, unknown>[] {
  const sheets = batch.reading?.sheets ?? []
  const said = row.findings
    .filter(({ code }) => TAKEN.has(FINDINGS[code].handling))
    .map((finding) => ({ ...finding, rule: finding.code, decided: settledBy(finding) }))
  const columns = sheets.find(({ name }) => name === row.sheet)?.columns ?? []
  const written = (field: string): string | null => {
    const at = columnOf(columns.find((column) => column.field === field)?.column ?? "")
    return at < 0 ? null : (row.cells[at] ?? "")
  }
  const quiet = row.kind === "person" ? quietReadings(row, written) : []
  const all = [...said, ...quiet.map((reading) => ({ ...reading, decided: "automatic" }))]
  return all.map(({ field, before, after, rule, decided }) => {
    const cell = cellOf(sheets, { sheet: row.sheet, row: row.row, finding: { field } })
    const shown = clear ? (text: string): string => text : maskNumbers
    const where = { at: row.at, sheet: row.sheet, row: row.row, cell }
    return { ...where, field, before: shown(before), after: shown(after), rule, decided }
  })
}

/** Handlings under which a value stands as it was read. */
const TAKEN: ReadonlySet<string> = new Set(["auto", "warn"])

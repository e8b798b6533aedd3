import { encodeCopyRow, type CopyRow } from "../../platform/copy-text.ts"
import { BatchSum } from "../audit/index.ts"
import { sortedCodes, type Finding, type StoredRow } from "../intake/index.ts"
import type { RowChange } from "./batch.ts"
import { cleanJson, cleanText } from "./clean-text.ts"

/** How many rows were written, and what the log says of them. */
export interface StagedSum {
  readonly rows: number
  readonly root: string
}

/**
 * The rows of a reading on their way into the database: lines of COPY without their tenant and their
 * import, which only who stores them knows. Whoever reads the rows may stand elsewhere.
 */
export type StagedParts = AsyncGenerator<string, StagedSum> | Generator<string, StagedSum>

/** The columns of the lines, in their order. */
export const STAGED_COLUMNS = [
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
] as const

const PART_CHARS = 1 << 17

/** How a row stands to what its sender sent before; null for what is no person. */
export type ChangeOf = (row: StoredRow) => RowChange | null

/** Writes rows as parts of some hundred thousand characters. */
export function* stagedParts(
  rows: Iterable<StoredRow>,
  changeOf: ChangeOf,
): Generator<string, StagedSum> {
  const sum = new BatchSum()
  let [at, part] = [0, ""]
  for (const row of rows) {
    at += 1
    part += encodeCopyRow(lineOf(at, row, changeOf(row)))
    // The log proves every row's outcome without holding a word of it.
    sum.add(JSON.stringify([row.rowId, row.outcome, codesOf(row.findings)]))
    if (part.length < PART_CHARS) continue
    yield part
    part = ""
  }
  if (part !== "") yield part
  return { rows: at, root: sum.root() }
}

const NO_CODES: readonly string[] = []

function codesOf(findings: readonly Finding[]): readonly string[] {
  return findings.length === 0 ? NO_CODES : sortedCodes(findings)
}

function lineOf(at: number, row: StoredRow, change: RowChange | null): CopyRow {
  return [
    at,
    row.rowId,
    cleanText(row.sheet),
    row.row,
    row.kind,
    row.outcome,
    change,
    row.nik,
    cleanText(row.name),
    row.birthDate,
    row.sex,
    row.areaCode,
    cleanText(row.occupation),
    row.sector,
    cleanText(row.phone),
    cleanJson(row.cells),
    row.findings.length === 0 ? "[]" : cleanJson(row.findings),
  ]
}

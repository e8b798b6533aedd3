import { readFileSync } from "node:fs"
import { basename } from "node:path"
import { isNik, isPlaceholderNik } from "../../kernel/nik.ts"
import { ok, refuse, type Result } from "../../kernel/result.ts"
import type { OverlapRefusal } from "../../modules/overlap/index.ts"
import { registerTables } from "../../modules/registry/index.ts"
import { readReceived } from "../../platform/spreadsheet/create-reader.ts"
import type { RawSheet, Workbook } from "../../platform/spreadsheet/workbook.ts"

/** The numbers of a list, each once; and how many of its lines hold no whole one. */
export interface NumberList {
  readonly niks: readonly string[]
  readonly unusable: number
}

/** Reads a list with a column of NIK, or of nothing else. Only sixteen digits of text are a number. */
export async function readNumbers(path: string): Promise<Result<NumberList, OverlapRefusal>> {
  const file = basename(path)
  const content = contentOf(path)
  const workbook = content === null ? null : await readReceived(content, file)
  if (workbook === null || !workbook.ok) return refuse({ kind: "list_unreadable", file })
  const texts = numberCells(workbook.value, file)
  const niks = new Set(texts.filter((text) => isNik(text) && !isPlaceholderNik(text)))
  if (niks.size === 0) return refuse({ kind: "no_numbers", file })
  const unusable = texts.filter((text) => !niks.has(text)).length
  return ok({ niks: [...niks], unusable })
}

function contentOf(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}

function numberCells(workbook: Workbook, file: string): string[] {
  const tables = registerTables(workbook, file).filter(({ columns }) => columns.has("nik"))
  const told = tables.flatMap(({ records }) =>
    records.map((record) => (record.isNumberCell("nik") ? "" : plain(record.text("nik")))),
  )
  return tables.length > 0 ? told : workbook.sheets.filter(isOneColumn).flatMap(columnTexts)
}

function isOneColumn({ hidden, rows }: RawSheet): boolean {
  return !hidden && rows.every(({ cells }) => cells.length <= 1)
}

/** A heading is no number and counts for nothing. */
function columnTexts({ rows }: RawSheet): string[] {
  const texts = rows.flatMap(({ cells }) =>
    cells.map(({ kind, text }) => (kind === "number" ? "" : plain(text))),
  )
  return texts[0] !== undefined && !/\d/.test(texts[0]) ? texts.slice(1) : texts
}

function plain(text: string): string {
  return text.replace(/[\s\u00a0.'’`"-]/g, "")
}

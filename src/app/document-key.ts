import { sha256Hex } from "../kernel/id.ts"
import type { SheetSpec, WorkbookSpec } from "../platform/spreadsheet/sheet-spec.ts"

/** A hash of what a document's bytes hang on; `version` is that of the code which writes it. */
export function documentKey(version: string, ...content: readonly unknown[]): string {
  return sha256Hex(JSON.stringify([version, ...content], plainValue))
}

/** A workbook by everything it shows; a colour that is a function is asked for every cell. */
export function workbookKey(version: string, { sheets, meta }: WorkbookSpec): string {
  return documentKey(version, meta, sheets.map(plainSheet))
}

function plainSheet({ cellFill, ...sheet }: SheetSpec): object {
  const fills =
    cellFill === undefined
      ? null
      : sheet.rows.map((_, row) => sheet.columns.map((_column, at) => cellFill(row, at) ?? ""))
  return { ...sheet, fills }
}

/** What JSON has no form for, each kind apart from the others; a function cannot be compared. */
function plainValue(_: string, value: unknown): unknown {
  if (typeof value === "bigint") return { bigint: String(value) }
  // A Buffer comes as its list of numbers here, which is slower and as right.
  if (value instanceof Uint8Array) return { sha256: sha256Hex(value) }
  if (value instanceof Map) return { map: [...(value as Map<unknown, unknown>)] }
  if (value instanceof Set) return { set: [...(value as Set<unknown>)] }
  if (typeof value === "function") throw new Error("a document's key cannot hold a function")
  return value
}

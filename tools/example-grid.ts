/** A sheet as the writers of the example need it; every writer turns the same grid into a file. */
export type Cell =
  | null
  | string
  /** Digits as stored. */
  | { readonly kind: "number"; readonly digits: string }
  | { readonly kind: "date"; readonly iso: string }
  | { readonly kind: "formula"; readonly formula: string; readonly value: string }
  | { readonly kind: "error"; readonly formula: string; readonly value: string }

export interface GridRow {
  readonly cells: readonly Cell[]
  readonly hidden?: boolean
  readonly struck?: boolean
  readonly bold?: boolean
}

/** Inclusive, 0-based rows and columns. */
export interface GridMerge {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export interface Grid {
  readonly name: string
  readonly rows: readonly GridRow[]
  readonly merges: readonly GridMerge[]
}

export function columnName(column: number): string {
  const first = column >= 26 ? String.fromCharCode(64 + Math.floor(column / 26)) : ""
  return first + String.fromCharCode(65 + (column % 26))
}

/** Days since 1899-12-30, as spreadsheets count. */
export function dateSerial(iso: string): number {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000) + 25_569
}

export function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
}

/** What a csv export of the cell would show. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ""
  if (typeof cell === "string") return cell
  if (cell.kind === "number") return cell.digits
  return cell.kind === "date" ? cell.iso : cell.value
}

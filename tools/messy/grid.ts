/** A cell as the clerk's program stores it; text stays text whatever it looks like. */
export type Cell =
  | string
  | null
  /** `digits` is what the file stores; a NIK as number has lost its sixteenth digit there. */
  | { readonly kind: "number"; readonly digits: string }
  | { readonly kind: "date"; readonly iso: string; readonly format: string }
  | { readonly kind: "formula"; readonly formula: string; readonly value: string }
  /** A formula that found nothing, such as a lookup into a file that was not sent. */
  | { readonly kind: "error"; readonly shown: "#N/A" | "#REF!" }

export interface GridRow {
  cells: Cell[]
  hidden?: boolean
}

/** Rows and columns 0-based, inclusive. */
export interface GridMerge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export interface Grid {
  name: string
  rows: GridRow[]
  merges: GridMerge[]
  hiddenColumns: number[]
  hidden: boolean
}

export function newGrid(name: string): Grid {
  return { name, rows: [], merges: [], hiddenColumns: [], hidden: false }
}

/** Days since 1899-12-30, as every spreadsheet counts them. */
export function dateSerial(iso: string): number {
  return Math.round((Date.parse(`${iso}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000)
}

export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}

/** What a person sees in the cell; csv and Google's export hold nothing else. */
export function shownText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ""
  if (typeof cell === "string") return cell
  if (cell.kind === "number") return cell.digits
  if (cell.kind === "formula") return cell.value
  if (cell.kind === "error") return cell.shown
  const [year = "", month = "", day = ""] = cell.iso.split("-")
  switch (cell.format) {
    case "yyyy-mm-dd":
      return cell.iso
    case "dd-mm-yyyy":
      return `${day}-${month}-${year}`
    case "mm/dd/yyyy":
      return `${month}/${day}/${year}`
    default:
      return `${day}/${month}/${year}`
  }
}

export function escapeXml(text: string): string {
  return (
    text
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
      .replaceAll("\n", "&#10;")
      // oxlint-disable-next-line no-control-regex -- XML 1.0 has no such characters.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "")
  )
}

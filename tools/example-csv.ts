import { cellText } from "./example-grid.ts"
import type { Cell, Grid } from "./example-grid.ts"

export type CsvEncoding = "utf-8" | "utf-8-bom" | "utf-16le" | "windows-1252"

export interface CsvForm {
  readonly encoding: CsvEncoding
  readonly delimiter: "," | ";" | "\t"
  readonly newline?: "\r\n" | "\n"
}

export function writeCsv(records: readonly (readonly Cell[])[], form: CsvForm): Uint8Array {
  const newline = form.newline ?? "\r\n"
  const quote = (text: string): string =>
    text.includes(form.delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  const lines = records.map((record) =>
    record.map((cell) => quote(cellText(cell))).join(form.delimiter),
  )
  return encodeText(lines.join(newline) + newline, form.encoding)
}

export function gridCsv(grid: Grid, form: CsvForm): Uint8Array {
  const width = Math.max(...grid.rows.map((row) => row.cells.length))
  return writeCsv(
    grid.rows.map((row) => Array.from({ length: width }, (_, i) => row.cells[i] ?? null)),
    form,
  )
}

/** The part of Windows-1252 that is not Latin-1 and occurs in the example. */
const WINDOWS_1252: Readonly<Record<string, number>> = {
  "’": 0x92,
  "‘": 0x91,
  "“": 0x93,
  "”": 0x94,
  "€": 0x80,
  "™": 0x99,
}

function encodeText(text: string, encoding: CsvEncoding): Uint8Array {
  if (encoding === "utf-8") return new Uint8Array(Buffer.from(text, "utf8"))
  if (encoding === "utf-8-bom") return new Uint8Array(Buffer.from(`\ufeff${text}`, "utf8"))
  if (encoding === "utf-16le") return new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"))
  return Uint8Array.from(text, (letter) => {
    const code = WINDOWS_1252[letter] ?? letter.codePointAt(0) ?? 0
    if (code > 255) throw new RangeError(`no Windows-1252 byte for ${JSON.stringify(letter)}`)
    return code
  })
}

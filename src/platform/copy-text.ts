import { assert } from "../kernel/assert.ts"

export type CopyValue = string | number | bigint | boolean | null
export type CopyRow = readonly CopyValue[]

const chunkChars = 1 << 16

/**
 * Rows in COPY's text format, in chunks of about 64 thousand characters, counted on the way.
 * Arrays and JSON go in as their PostgreSQL text.
 */
export function* encodeCopyRows(
  rows: Iterable<CopyRow>,
  counter: { rows: number },
): Generator<string> {
  let chunk = ""
  for (const row of rows) {
    chunk += encodeCopyRow(row)
    counter.rows += 1
    if (chunk.length < chunkChars) continue
    yield chunk
    chunk = ""
  }
  if (chunk !== "") yield chunk
}

export function encodeCopyRow(row: CopyRow): string {
  let line = ""
  for (let column = 0; column < row.length; column += 1) {
    if (column > 0) line += "\t"
    line += encodeCopyValue(row[column] ?? null)
  }
  return `${line}\n`
}

const special = /[\\\t\n\r]/
const escapes: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
}

function encodeCopyValue(value: CopyValue): string {
  if (value === null) return "\\N"
  if (typeof value !== "string") {
    assert(typeof value !== "number" || Number.isFinite(value), "a number that is not finite")
    return String(value)
  }
  if (!special.test(value)) return value
  return value.replaceAll(/[\\\t\n\r]/g, (char) => escapes[char] ?? char)
}

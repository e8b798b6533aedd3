/** A csv as bytes that can be put together again exactly: nothing is unquoted or re-encoded. */
export interface CsvDocument {
  readonly encoding: "bytes" | "utf-16le" | "utf-16be"
  readonly bom: string
  readonly delimiter: string
  readonly records: readonly CsvRecord[]
}

export interface CsvRecord {
  /** As written, with their quotes. */
  readonly fields: readonly string[]
  /** "\r\n", "\n", or "" at the end of the file. */
  readonly newline: string
}

const DELIMITERS = [";", ",", "\t", "|"]

/**
 * Any one-byte encoding and UTF-8 are read byte by byte (delimiters, quotes and line ends are ASCII
 * in all of them); UTF-16 is told by its byte order mark or by its zero bytes.
 */
export function parseCsv(bytes: Uint8Array): CsvDocument {
  const buffer = Buffer.from(bytes)
  const encoding = encodingOf(buffer)
  const all =
    encoding === "bytes"
      ? buffer.toString("latin1")
      : littleEndian(buffer, encoding).toString("utf16le")
  const bom = all.startsWith("\ufeff")
    ? "\ufeff"
    : all.startsWith("\u00ef\u00bb\u00bf")
      ? "\u00ef\u00bb\u00bf"
      : ""
  const text = all.slice(bom.length)
  const parsed = DELIMITERS.map((delimiter) => ({
    delimiter,
    records: splitRecords(text, delimiter),
  }))
  const best = parsed.toSorted((a, b) => regularity(b.records) - regularity(a.records))[0]
  return { encoding, bom, delimiter: best?.delimiter ?? ",", records: best?.records ?? [] }
}

export function formatCsv(document: CsvDocument): Uint8Array {
  const body = document.records.map((r) => r.fields.join(document.delimiter) + r.newline).join("")
  const text = document.bom + body
  if (document.encoding === "bytes") return new Uint8Array(Buffer.from(text, "latin1"))
  return new Uint8Array(littleEndian(Buffer.from(text, "utf16le"), document.encoding))
}

/** The content of a written field: without its quotes, as text. */
export function fieldText(document: CsvDocument, field: string | undefined): string {
  const written = field ?? ""
  const bare = written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written
  return document.encoding === "bytes" ? Buffer.from(bare, "latin1").toString("utf8") : bare
}

function encodingOf(buffer: Buffer): CsvDocument["encoding"] {
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return "utf-16le"
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return "utf-16be"
  const head = buffer.subarray(0, 400)
  const zeros = (rest: number): number =>
    head.filter((byte, i) => byte === 0 && i % 2 === rest).length
  if (zeros(1) > head.length / 4) return "utf-16le"
  return zeros(0) > head.length / 4 ? "utf-16be" : "bytes"
}

function littleEndian(buffer: Buffer, encoding: CsvDocument["encoding"]): Buffer {
  if (encoding !== "utf-16be") return buffer
  return Buffer.from(buffer.subarray(0, buffer.length - (buffer.length % 2))).swap16()
}

/** Line ends and delimiters inside quotes are content; empty lines are records. */
function splitRecords(text: string, delimiter: string): CsvRecord[] {
  const records: CsvRecord[] = []
  let fields: string[] = []
  let start = 0
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]
    if (letter === '"' && (quoted || i === start)) quoted = !quoted
    if (quoted || (letter !== delimiter && letter !== "\n" && letter !== "\r")) continue
    fields.push(text.slice(start, i))
    if (letter !== delimiter) {
      const newline = letter === "\r" && text[i + 1] === "\n" ? "\r\n" : letter
      records.push({ fields, newline })
      fields = []
      i += newline.length - 1
    }
    start = i + 1
  }
  if (start < text.length || fields.length > 0)
    records.push({ fields: [...fields, text.slice(start)], newline: "" })
  return records
}

/** How many records agree on a number of fields above one; more fields break a tie. */
function regularity(records: readonly CsvRecord[]): number {
  const counts = new Map<number, number>()
  for (const { fields } of records) {
    if (fields.length > 1) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1)
  }
  return Math.max(0, ...[...counts].map(([width, times]) => times * 100 + width))
}

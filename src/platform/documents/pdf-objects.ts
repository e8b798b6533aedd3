import { assert } from "../../kernel/assert.ts"

/** An indirect object: its dictionary as text, and its stream where it has one. */
export interface PdfObject {
  readonly id: number
  readonly dictionary: string
  /** From the word `stream` to the end of the object, as it is. */
  readonly stream: Buffer | null
}

export interface ParsedPdf {
  /** Version line and the mark of binary content. */
  readonly header: Buffer
  readonly objects: readonly PdfObject[]
  readonly size: number
  readonly trailer: string
}

const STREAM = Buffer.from("\nstream\n")
const XREF_ENTRY_BYTES = 20

/**
 * Reads a PDF as typst 0.13 writes it: one cross-reference table, no object streams, generation 0,
 * nothing encrypted. It is no reader of other people's files, and says so by an assertion.
 */
export function parsePdf(pdf: Buffer): ParsedPdf {
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tailOf(pdf))?.[1])
  assert(Number.isSafeInteger(start), "a PDF with startxref")
  const head = /^xref\s+0 (\d+)\s+/.exec(pdf.toString("latin1", start, start + 40))
  assert(head !== null, "a PDF with one cross-reference table")
  const size = Number(head[1])
  const offsets: { id: number; at: number }[] = []
  for (let id = 1; id < size; id++) {
    const entry = start + head[0].length + id * XREF_ENTRY_BYTES
    const line = pdf.toString("latin1", entry, entry + XREF_ENTRY_BYTES)
    if (line[17] === "n") offsets.push({ id, at: Number(line.slice(0, 10)) })
  }
  offsets.sort((a, b) => a.at - b.at)
  const objects = offsets.map(({ id, at }, i) =>
    parseObject(id, pdf.subarray(at, offsets[i + 1]?.at ?? start)),
  )
  const trailer = pdf.toString("latin1", start).slice(head[0].length + size * XREF_ENTRY_BYTES)
  return { header: pdf.subarray(0, offsets[0]?.at ?? 0), objects, size, trailer }
}

/** Writes the objects with a fresh cross-reference table. */
export function writePdf(pdf: ParsedPdf): Buffer {
  const parts: Buffer[] = [pdf.header]
  const offsets = new Map<number, number>()
  let at = pdf.header.length
  const push = (bytes: Buffer): void => {
    parts.push(bytes)
    at += bytes.length
  }
  for (const object of pdf.objects) {
    offsets.set(object.id, at)
    push(Buffer.from(`${object.id} 0 obj\n${object.dictionary}`, "latin1"))
    push(object.stream ?? Buffer.from("\nendobj\n\n"))
  }
  const lines = [`xref\n0 ${pdf.size}\n0000000000 65535 f\r\n`]
  for (let id = 1; id < pdf.size; id++) {
    const offset = offsets.get(id)
    lines.push(
      offset === undefined
        ? "0000000000 65535 f\r\n"
        : `${String(offset).padStart(10, "0")} 00000 n\r\n`,
    )
  }
  parts.push(Buffer.from(`${lines.join("")}${pdf.trailer}startxref\n${at}\n%%EOF`, "latin1"))
  return Buffer.concat(parts)
}

function parseObject(id: number, bytes: Buffer): PdfObject {
  const head = bytes.indexOf(" 0 obj\n")
  assert(bytes.toString("latin1", 0, head) === String(id), `object ${id} where the table says`)
  const body = bytes.subarray(head + " 0 obj\n".length)
  const at = body.indexOf(STREAM)
  if (at >= 0) {
    return { id, dictionary: body.toString("latin1", 0, at), stream: body.subarray(at) }
  }
  const end = body.lastIndexOf("\nendobj")
  assert(end >= 0, `object ${id} has an end`)
  return { id, dictionary: body.toString("latin1", 0, end), stream: null }
}

function tailOf(pdf: Buffer): string {
  return pdf.toString("latin1", Math.max(0, pdf.length - 64))
}

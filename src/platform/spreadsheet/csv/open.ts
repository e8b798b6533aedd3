// Opens a csv file for reading by ranges: what it is, how its text is encoded, what parts its fields.
import { closeSync, fstatSync, openSync, readSync } from "node:fs"
import { ok, refuse, type Result } from "../../../kernel/result.ts"
import { decodeText, detectEncoding } from "./encoding.ts"
import { detectDelimiter } from "./records.ts"
import { sourceOfBytes, type ByteSource } from "./reader.ts"
import { sniffFile } from "../file-kind.ts"
import type { ReadRefusal } from "../workbook.ts"
import type { CsvSource } from "./source.ts"

/** Enough for the records by which the delimiter is told. */
const SAMPLE_BYTES = 2 * 1024 * 1024
const BOM_BYTES = 3

export interface OpenedCsv {
  readonly source: CsvSource
  /** False where the text had to be written anew in memory, which other threads do not see. */
  readonly isFile: boolean
  readonly close: () => void
}

export function openFile(path: string): { bytes: ByteSource; close: () => void } {
  const file = openSync(path, "r")
  const { size } = fstatSync(file)
  const read: ByteSource["read"] = (into, at, length, position) =>
    readSync(file, into, at, Math.min(length, Math.max(0, size - position)), position)
  return { bytes: { size, read }, close: () => closeSync(file) }
}

/** Opens a file as csv; refuses what is none. */
export function openCsv(path: string): Result<OpenedCsv, ReadRefusal> {
  const { bytes, close } = openFile(path)
  const sample = new Uint8Array(Math.min(SAMPLE_BYTES, bytes.size))
  bytes.read(sample, 0, sample.length, 0)
  const kind = sniffFile(sample)
  if (kind.kind !== "text") {
    close()
    if (kind.kind === "protected" || kind.kind === "empty") return refuse({ kind: kind.kind })
    if (kind.kind === "unreadable") return refuse({ kind: "unreadable", detail: kind.detail })
    const detail = "detail" in kind ? kind.detail : `a workbook (${kind.kind})`
    return refuse({ kind: "foreign", detail })
  }
  const encoding = detectEncoding(sample)
  if (encoding === "utf-16le" || encoding === "utf-16be") {
    const text = wideText(bytes, encoding)
    close()
    const source = { bytes: sourceOfBytes(text), from: 0, encoding: "utf-8", isSure: true } as const
    return ok({ source: { ...source, delimiter: delimiterOf(text) }, isFile: false, close: noop })
  }
  const from = encoding === "utf-8-bom" ? BOM_BYTES : 0
  const delimiter = delimiterOf(sample.subarray(from))
  // A file with the mark of UTF-8 is read as such, whatever some of its bytes are.
  const source = { bytes, from, delimiter, encoding: "utf-8", isSure: from > 0 } as const
  return ok({ source, isFile: true, close })
}

function delimiterOf(sample: Uint8Array): string {
  return detectDelimiter(decodeText(sample.subarray(0, SAMPLE_BYTES)).text)
}

/** Text in two-byte letters, written anew as UTF-8 piece by piece. */
function wideText(bytes: ByteSource, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding)
  const [piece, parts] = [new Uint8Array(1024 * 1024), [] as Buffer[]]
  for (let at = 0; at < bytes.size;) {
    const length = bytes.read(piece, 0, piece.length, at)
    if (length === 0) break
    at += length
    const text = decoder.decode(piece.subarray(0, length), { stream: at < bytes.size })
    parts.push(Buffer.from(text))
  }
  return Buffer.concat(parts)
}

function noop(): void {
  // Nothing is open.
}

import { ok, refuse, type Result } from "../../kernel/result.ts"

/** What a form with one file sends; the file's bytes go to `sink` while they arrive. */
export interface MultipartForm {
  readonly fields: ReadonlyMap<string, string>
  readonly file: { readonly field: string; readonly name: string } | null
}

export interface MultipartRefusal {
  readonly kind: "not_multipart" | "malformed" | "too_many_fields" | "two_files"
}

/** Takes the file's bytes in order; a rejection ends the reading and is passed on. */
export type FileSink = (chunks: AsyncIterable<Buffer>) => Promise<void>

const HEADER_BYTES = 8_192
const FIELD_BYTES = 1_024
const FIELDS = 16

/** The boundary of a Content-Type, by RFC 2046: 1 to 70 characters. */
export function boundaryOf(contentType: string): string | null {
  if (!/^multipart\/form-data\s*;/i.test(contentType)) return null
  const found = /;\s*boundary=(?:"([^"\r\n]{1,70})"|([^\s;"]{1,70})(?=[\s;]|$))/i.exec(contentType)
  return found?.[1] ?? found?.[2] ?? null
}

/**
 * Reads a form of simple fields and at most one file (RFC 7578) without holding the file. An
 * input that was left empty counts as no file.
 */
export async function readMultipart(
  body: AsyncIterable<Uint8Array>,
  contentType: string,
  sink: FileSink,
): Promise<Result<MultipartForm, MultipartRefusal>> {
  const boundary = boundaryOf(contentType)
  if (boundary === null) return refuse({ kind: "not_multipart" })
  const reader = new PartReader(body, Buffer.from(`\r\n--${boundary}`, "latin1"))
  const fields = new Map<string, string>()
  let file: MultipartForm["file"] = null
  if (!(await reader.skipPreamble())) return refuse({ kind: "malformed" })
  for (;;) {
    const end = await reader.take(2)
    if (end === null) return refuse({ kind: "malformed" })
    if (end.toString("latin1") === "--") return ok({ fields, file })
    const head = await reader.readHead(end)
    if (head === null) return refuse({ kind: "malformed" })
    if (head.file === null) {
      if (fields.size >= FIELDS) return refuse({ kind: "too_many_fields" })
      const text = await reader.readText(FIELD_BYTES)
      if (text === null) return refuse({ kind: "malformed" })
      fields.set(head.field, text)
    } else {
      if (file !== null) return refuse({ kind: "two_files" })
      if (head.file !== "") file = { field: head.field, name: head.file }
      await (head.file === "" ? drain(reader.content()) : sink(reader.content()))
      if (!reader.isAtBoundary) return refuse({ kind: "malformed" })
    }
  }
}

interface PartHead {
  readonly field: string
  /** The file's name, "" for an input left empty, null for a simple field. */
  readonly file: string | null
}

async function drain(chunks: AsyncIterable<Buffer>): Promise<void> {
  for await (const chunk of chunks) if (chunk.length > 0) return
}

/** Cuts a stream at its delimiter, holding no more than a chunk and a delimiter's length. */
class PartReader {
  isAtBoundary = false
  readonly #source: AsyncIterator<Uint8Array>
  readonly #delimiter: Buffer
  #held: Buffer = Buffer.from("\r\n")

  constructor(body: AsyncIterable<Uint8Array>, delimiter: Buffer) {
    this.#source = body[Symbol.asyncIterator]()
    this.#delimiter = delimiter
  }

  /** What stands before the first part is ignored; the first delimiter may open the body. */
  async skipPreamble(): Promise<boolean> {
    let bytes = 0
    for await (const chunk of this.content()) {
      bytes += chunk.length
      if (bytes > HEADER_BYTES) return false
    }
    return this.isAtBoundary
  }

  async take(length: number): Promise<Buffer | null> {
    while (this.#held.length < length) if (!(await this.#more())) return null
    const taken = this.#held.subarray(0, length)
    this.#held = this.#held.subarray(length)
    return taken
  }

  /** `lineEnd` is what followed the delimiter. */
  async readHead(lineEnd: Buffer): Promise<PartHead | null> {
    if (lineEnd.toString("latin1") !== "\r\n") return null
    let at = this.#held.indexOf("\r\n\r\n")
    while (at < 0) {
      if (this.#held.length > HEADER_BYTES || !(await this.#more())) return null
      at = this.#held.indexOf("\r\n\r\n")
    }
    const head = this.#held.toString("utf8", 0, at)
    this.#held = this.#held.subarray(at + 4)
    return at > HEADER_BYTES ? null : parseHead(head)
  }

  async readText(limit: number): Promise<string | null> {
    const chunks: Buffer[] = []
    let bytes = 0
    for await (const chunk of this.content()) {
      bytes += chunk.length
      if (bytes > limit) return null
      chunks.push(chunk)
    }
    return this.isAtBoundary ? Buffer.concat(chunks).toString("utf8") : null
  }

  /** The bytes up to the next delimiter, which is consumed. */
  async *content(): AsyncGenerator<Buffer> {
    this.isAtBoundary = false
    const keep = this.#delimiter.length - 1
    for (;;) {
      const at = this.#held.indexOf(this.#delimiter)
      if (at >= 0) {
        const rest = this.#held.subarray(0, at)
        this.#held = this.#held.subarray(at + this.#delimiter.length)
        this.isAtBoundary = true
        if (rest.length > 0) yield rest
        return
      }
      if (this.#held.length > keep) {
        const sure = this.#held.subarray(0, this.#held.length - keep)
        this.#held = this.#held.subarray(this.#held.length - keep)
        yield sure
      }
      if (!(await this.#more())) return
    }
  }

  async #more(): Promise<boolean> {
    const next = await this.#source.next()
    if (next.done === true) return false
    this.#held =
      this.#held.length === 0 ? Buffer.from(next.value) : Buffer.concat([this.#held, next.value])
    return true
  }
}

function parseHead(head: string): PartHead | null {
  const line = head.split("\r\n").find((text) => /^content-disposition\s*:/i.test(text))
  const field = line === undefined ? undefined : /;\s*name="([^"]{1,100})"/i.exec(line)?.[1]
  if (line === undefined || field === undefined) return null
  return { field, file: /;\s*filename="([^"]*)"/i.exec(line)?.[1] ?? null }
}

import { crc32, createInflateRaw, inflateRawSync } from "node:zlib"
import { ok, refuse, type Result } from "../../kernel/result.ts"
import {
  findDirectory,
  isUnsafeName,
  packedBytes,
  readCentral,
  type ZipEntry,
} from "./zip-directory.ts"

/**
 * Bounds that a stranger's archive has to keep; all are counted while inflating, not as declared.
 */
export interface ZipLimits {
  readonly entries: number
  /** Bytes of all entries read, together. */
  readonly inflatedBytes: number
  /** Inflated over packed size of one entry, asked only of entries above `ratioFreeBytes`. */
  readonly ratio: number
  readonly ratioFreeBytes: number
}

export const ZIP_LIMITS: ZipLimits = {
  entries: 2000,
  inflatedBytes: 1024 ** 3,
  ratio: 200,
  ratioFreeBytes: 1024 ** 2,
}

export interface ZipRefusal {
  readonly kind: "not-zip" | "broken" | "limit" | "encrypted"
  readonly detail: string
}

export interface ZipArchive {
  /** Names in directory order, as stored. */
  readonly names: readonly string[]
  /** `null`: no entry of this name, compared without case, as Office does. */
  readonly read: (name: string, maxBytes?: number) => Result<Uint8Array | null, ZipRefusal>
  /**
   * Hands an entry to the sink piece by piece while the next piece is inflated on another core; a
   * piece is the sink's until it returns. `null` as in `read`. A refusal may come after some
   * pieces; what the sink throws, this throws.
   */
  readonly stream: (
    name: string,
    sink: (piece: Buffer) => void,
  ) => Promise<Result<number | null, ZipRefusal>>
}

/** Large enough that a piece costs little, small enough that a few of them stay in the cache. */
const PIECE_BYTES = 128 * 1024

/** Opens the central directory of a zip; entries are inflated one by one. */
export function openZip(
  bytes: Uint8Array,
  limits: ZipLimits = ZIP_LIMITS,
): Result<ZipArchive, ZipRefusal> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const listed = listEntries(zip, limits)
  if (!listed.ok) return listed
  const entries = listed.value
  let left = limits.inflatedBytes
  const locate = (name: string, maxBytes: number) => {
    const entry = entries.get(keyOf(name))
    const inflatedBytes = Math.min(left, maxBytes)
    return entry === undefined ? ok(null) : packedEntry(zip, entry, { ...limits, inflatedBytes })
  }
  const read: ZipArchive["read"] = (name, maxBytes = left) => {
    const packed = locate(name, maxBytes)
    if (!packed.ok || packed.value === null) return packed
    const content = inflate(packed.value)
    if (content.ok) left -= content.value.length
    return content
  }
  const stream: ZipArchive["stream"] = async (name, sink) => {
    const packed = locate(name, left)
    if (!packed.ok || packed.value === null) return packed
    const count = await inflateInto(packed.value, sink)
    if (count.ok) left -= count.value
    return count
  }
  return ok({ names: [...entries.values()].map((entry) => entry.name), read, stream })
}

function listEntries(zip: Buffer, limits: ZipLimits): Result<Map<string, ZipEntry>, ZipRefusal> {
  const end = findDirectory(zip)
  if (!end) return broken("the archive has no central directory; it may be cut off", "not-zip")
  if (end.count > limits.entries) return broken(`${end.count} entries in the archive`, "limit")
  const entries = new Map<string, ZipEntry>()
  let at = end.offset
  for (let i = 0; i < end.count; i++) {
    const entry = readCentral(zip, at)
    if (!entry) return broken("the central directory is damaged")
    if (isUnsafeName(entry.entry.name)) return broken("an entry name leaves the archive")
    entries.set(keyOf(entry.entry.name), entry.entry)
    at = entry.next
  }
  return ok(entries)
}

function broken(detail: string, kind: ZipRefusal["kind"] = "broken") {
  return refuse<ZipRefusal>({ kind, detail })
}

/** Some writers put backslashes where the format wants slashes. */
function keyOf(name: string): string {
  return name.replaceAll("\\", "/").toLowerCase()
}

interface Packed {
  readonly entry: ZipEntry
  readonly bytes: Buffer
  /** Bytes that it may inflate to. */
  readonly allowed: number
}

function packedEntry(zip: Buffer, entry: ZipEntry, limits: ZipLimits): Result<Packed, ZipRefusal> {
  if (entry.encrypted) return broken(`${entry.name} is encrypted`, "encrypted")
  const bytes = packedBytes(zip, entry)
  if (typeof bytes === "string") return broken(`${entry.name} is ${bytes}`)
  const ceiling = Math.max(limits.ratioFreeBytes, bytes.length * limits.ratio)
  const allowed = Math.min(limits.inflatedBytes, ceiling)
  if (entry.method !== 0 && entry.method !== 8)
    return broken(`${entry.name} is packed by a method that is not known`)
  return ok({ entry, bytes, allowed })
}

function inflate(packed: Packed): Result<Uint8Array, ZipRefusal> {
  const content = unpack(packed)
  if (content === "limit") return tooLarge(packed)
  if (content === "broken" || crc32(content) !== packed.entry.crc) return damaged(packed)
  return ok(content)
}

function tooLarge({ entry, allowed }: Packed) {
  return broken(`${entry.name} inflates beyond ${allowed} bytes`, "limit")
}

function damaged({ entry }: Packed) {
  return broken(`${entry.name} is damaged`)
}

function unpack({ entry, bytes, allowed }: Packed): Buffer | "limit" | "broken" {
  if (entry.method === 0) return bytes.length > allowed ? "limit" : bytes
  if (allowed <= 0) return "limit"
  try {
    return inflateRawSync(bytes, { maxOutputLength: allowed })
  } catch (error) {
    return (error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE" ? "limit" : "broken"
  }
}

async function inflateInto(
  packed: Packed,
  sink: (piece: Buffer) => void,
): Promise<Result<number, ZipRefusal>> {
  let count = 0
  let crc = 0
  for await (const piece of piecesOf(packed)) {
    if (piece === null) return damaged(packed)
    count += piece.length
    if (count > packed.allowed) return tooLarge(packed)
    crc = crc32(piece, crc)
    sink(piece)
  }
  return crc === packed.entry.crc ? ok(count) : damaged(packed)
}

/** `null` at the end when the packed bytes are damaged. */
async function* piecesOf({ entry, bytes }: Packed): AsyncGenerator<Buffer | null> {
  if (entry.method === 0) {
    for (let at = 0; at < bytes.length; at += PIECE_BYTES)
      yield bytes.subarray(at, at + PIECE_BYTES)
    return
  }
  const inflater = createInflateRaw({ chunkSize: PIECE_BYTES })
  inflater.end(bytes)
  try {
    for await (const piece of inflater as AsyncIterable<Buffer>) yield piece
  } catch (error) {
    // Codes of zlib tell damaged input; everything else is a fault of ours.
    if ((error as { code?: string }).code?.startsWith("Z_") !== true) throw error
    yield null
  } finally {
    inflater.destroy()
  }
}

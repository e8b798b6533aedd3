import { crc32, inflateRawSync } from "node:zlib"
import { ok, refuse, type Result } from "../../kernel/result.ts"

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
  readonly read: (name: string) => Result<Uint8Array | null, ZipRefusal>
}

interface Entry {
  readonly name: string
  readonly encrypted: boolean
  readonly method: number
  readonly crc: number
  readonly packedSize: number
  readonly size: number
  readonly offset: number
}

interface Directory {
  readonly count: number
  readonly offset: number
}

const END = 0x06054b50
const END_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50

/**
 * Opens the central directory of a zip (APPNOTE 6.3.10, with zip64); entries are inflated one by
 * one.
 */
export function openZip(
  bytes: Uint8Array,
  limits: ZipLimits = ZIP_LIMITS,
): Result<ZipArchive, ZipRefusal> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findDirectory(zip)
  if (!end) return broken("the archive has no central directory; it may be cut off", "not-zip")
  if (end.count > limits.entries) return broken(`${end.count} entries in the archive`, "limit")
  const entries = new Map<string, Entry>()
  let at = end.offset
  for (let i = 0; i < end.count; i++) {
    const entry = readCentral(zip, at)
    if (!entry) return broken("the central directory is damaged")
    if (isUnsafe(entry.entry.name)) return broken("an entry name leaves the archive")
    entries.set(keyOf(entry.entry.name), entry.entry)
    at = entry.next
  }
  let left = limits.inflatedBytes
  const read = (name: string): Result<Uint8Array | null, ZipRefusal> => {
    const entry = entries.get(keyOf(name))
    if (!entry) return ok(null)
    const content = inflate(zip, entry, { ...limits, inflatedBytes: left })
    if (content.ok) left -= content.value.length
    return content
  }
  return ok({ names: [...entries.values()].map((entry) => entry.name), read })
}

function broken(detail: string, kind: ZipRefusal["kind"] = "broken") {
  return refuse<ZipRefusal>({ kind, detail })
}

/** Some writers put backslashes where the format wants slashes. */
function keyOf(name: string): string {
  return name.replaceAll("\\", "/").toLowerCase()
}

function isUnsafe(name: string): boolean {
  return name.includes("\0") || /^([/\\]|[a-z]:)/i.test(name) || name.split(/[/\\]/).includes("..")
}

function findDirectory(zip: Buffer): Directory | undefined {
  const last = zip.length - 22
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (zip.readUInt32LE(at) !== END) continue
    if (at + 22 + zip.readUInt16LE(at + 20) > zip.length) continue
    const plain = { count: zip.readUInt16LE(at + 10), offset: zip.readUInt32LE(at + 16) }
    return plain.count === 0xffff || plain.offset === 0xffffffff ? directory64(zip, at) : plain
  }
  return undefined
}

function directory64(zip: Buffer, end: number): Directory | undefined {
  const locator = end - 20
  if (locator < 0 || zip.readUInt32LE(locator) !== LOCATOR_64) return undefined
  const at = Number(zip.readBigUInt64LE(locator + 8))
  if (at + 56 > zip.length || zip.readUInt32LE(at) !== END_64) return undefined
  const count = Number(zip.readBigUInt64LE(at + 32))
  return { count, offset: Number(zip.readBigUInt64LE(at + 48)) }
}

function readCentral(zip: Buffer, at: number): { entry: Entry; next: number } | undefined {
  if (at + 46 > zip.length || zip.readUInt32LE(at) !== CENTRAL) return undefined
  const extraAt = at + 46 + zip.readUInt16LE(at + 28)
  const extraEnd = extraAt + zip.readUInt16LE(at + 30)
  if (extraEnd > zip.length) return undefined
  const wide = { size: zip.readUInt32LE(at + 24), packedSize: zip.readUInt32LE(at + 20) }
  const sizes = widen(
    { ...wide, offset: zip.readUInt32LE(at + 42) },
    zip.subarray(extraAt, extraEnd),
  )
  const entry = {
    // Part names of Office files are ASCII; other names are never asked for.
    name: zip.toString("utf8", at + 46, extraAt),
    encrypted: (zip.readUInt16LE(at + 8) & 1) === 1,
    method: zip.readUInt16LE(at + 10),
    crc: zip.readUInt32LE(at + 16),
    ...sizes,
  }
  return { entry, next: extraEnd + zip.readUInt16LE(at + 32) }
}

/**
 * A zip64 extra field holds those of the three numbers that did not fit in 32 bits, in this order.
 */
function widen(sizes: Record<"size" | "packedSize" | "offset", number>, extra: Buffer) {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let field = at + 4
    for (const key of ["size", "packedSize", "offset"] as const) {
      if (sizes[key] !== 0xffffffff || field + 8 > extra.length) continue
      sizes[key] = Number(extra.readBigUInt64LE(field))
      field += 8
    }
  }
  return sizes
}

function inflate(zip: Buffer, entry: Entry, limits: ZipLimits): Result<Uint8Array, ZipRefusal> {
  if (entry.encrypted) return broken(`${entry.name} is encrypted`, "encrypted")
  const header = entry.offset
  if (header + 30 > zip.length || zip.readUInt32LE(header) !== LOCAL)
    return broken(`${entry.name} is damaged`)
  const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28)
  if (start + entry.packedSize > zip.length) return broken(`${entry.name} is cut off`)
  const packed = zip.subarray(start, start + entry.packedSize)
  const ceiling = Math.max(limits.ratioFreeBytes, packed.length * limits.ratio)
  const allowed = Math.min(limits.inflatedBytes, ceiling)
  const content = unpack(packed, entry.method, allowed)
  if (content === "limit") return broken(`${entry.name} inflates beyond ${allowed} bytes`, "limit")
  if (content === "broken" || crc32(content) !== entry.crc)
    return broken(`${entry.name} is damaged`)
  return ok(content)
}

function unpack(packed: Buffer, method: number, allowed: number): Buffer | "limit" | "broken" {
  if (method === 0) return packed.length > allowed ? "limit" : packed
  if (method !== 8) return "broken"
  if (allowed <= 0) return "limit"
  try {
    return inflateRawSync(packed, { maxOutputLength: allowed })
  } catch (error) {
    return (error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE" ? "limit" : "broken"
  }
}

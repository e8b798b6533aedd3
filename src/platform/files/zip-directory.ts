/** One entry of a central directory, with what is needed to find and check its content. */
export interface ZipEntry {
  readonly name: string
  readonly encrypted: boolean
  readonly method: number
  readonly crc: number
  readonly packedSize: number
  readonly size: number
  readonly offset: number
}

export interface ZipDirectory {
  readonly count: number
  readonly offset: number
}

const END = 0x06054b50
const END_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50

/** Where the central directory lies (APPNOTE 6.3.10, with zip64). */
export function findDirectory(zip: Buffer): ZipDirectory | undefined {
  const last = zip.length - 22
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (zip.readUInt32LE(at) !== END) continue
    if (at + 22 + zip.readUInt16LE(at + 20) > zip.length) continue
    const plain = { count: zip.readUInt16LE(at + 10), offset: zip.readUInt32LE(at + 16) }
    return plain.count === 0xffff || plain.offset === 0xffffffff ? directory64(zip, at) : plain
  }
  return undefined
}

function directory64(zip: Buffer, end: number): ZipDirectory | undefined {
  const locator = end - 20
  if (locator < 0 || zip.readUInt32LE(locator) !== LOCATOR_64) return undefined
  const at = Number(zip.readBigUInt64LE(locator + 8))
  if (at + 56 > zip.length || zip.readUInt32LE(at) !== END_64) return undefined
  const count = Number(zip.readBigUInt64LE(at + 32))
  return { count, offset: Number(zip.readBigUInt64LE(at + 48)) }
}

/** The directory's entry at this place, and where the next one begins. */
export function readCentral(
  zip: Buffer,
  at: number,
): { entry: ZipEntry; next: number } | undefined {
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

/** The packed bytes of an entry, if its local header is where the directory says. */
export function packedBytes(zip: Buffer, entry: ZipEntry): Buffer | "damaged" | "cut off" {
  const header = entry.offset
  if (header + 30 > zip.length || zip.readUInt32LE(header) !== LOCAL) return "damaged"
  const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28)
  if (start + entry.packedSize > zip.length) return "cut off"
  return zip.subarray(start, start + entry.packedSize)
}

/** Whether an entry's name leads out of the archive. */
export function isUnsafeName(name: string): boolean {
  return name.includes("\0") || /^([/\\]|[a-z]:)/i.test(name) || name.split(/[/\\]/).includes("..")
}

import { crc32, deflateRawSync } from "node:zlib"

/** An entry of a zip whose headers may lie. */
export interface RawEntry {
  readonly name: string
  readonly content: Uint8Array
  readonly stored?: boolean
  /** What the headers say instead of the truth. */
  readonly crc?: number
  readonly size?: number
  readonly packedSize?: number
  readonly localName?: string
  readonly method?: number
  readonly flags?: number
  /** Place of the local header instead of the true one. */
  readonly offset?: number
  /** Listed only: its bytes are those of the entry before it. */
  readonly shared?: boolean
  /** Unix mode in the upper half of the external attributes. */
  readonly mode?: number
  readonly extra?: Uint8Array
}

export interface RawZipOptions {
  readonly comment?: Uint8Array
  /** Number of entries that the end record claims. */
  readonly count?: number
  readonly directoryOffset?: number
  readonly prefix?: Uint8Array
}

/** A zip of these entries, true or false as they say. */
export function rawZip(entries: readonly RawEntry[], options: RawZipOptions = {}): Buffer {
  const parts: Buffer[] = [Buffer.from(options.prefix ?? new Uint8Array())]
  const central: Buffer[] = []
  let at = parts[0]?.length ?? 0
  let last = at
  for (const entry of entries) {
    const packed = entry.stored ? Buffer.from(entry.content) : deflateRawSync(entry.content)
    const head = localHeader(entry, packed)
    central.push(centralHeader(entry, packed, entry.offset ?? (entry.shared ? last : at)))
    if (entry.shared) continue
    last = at
    parts.push(head, packed)
    at += head.length + packed.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  const count = Math.min(options.count ?? entries.length, 0xffff)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(options.directoryOffset ?? at, 16)
  const comment = Buffer.from(options.comment ?? new Uint8Array())
  end.writeUInt16LE(comment.length, 20)
  return Buffer.concat([...parts, directory, end, comment])
}

function fields(entry: RawEntry, packed: Buffer): Buffer {
  const buffer = Buffer.alloc(22)
  buffer.writeUInt16LE(20, 0)
  buffer.writeUInt16LE(entry.flags ?? 0, 2)
  buffer.writeUInt16LE(entry.method ?? (entry.stored ? 0 : 8), 4)
  buffer.writeUInt32LE(0x0021_0000, 6)
  buffer.writeUInt32LE(entry.crc ?? crc32(entry.content), 10)
  buffer.writeUInt32LE((entry.packedSize ?? packed.length) >>> 0, 14)
  buffer.writeUInt32LE((entry.size ?? entry.content.length) >>> 0, 18)
  return buffer
}

function localHeader(entry: RawEntry, packed: Buffer): Buffer {
  const name = Buffer.from(entry.localName ?? entry.name)
  const lengths = Buffer.alloc(4)
  lengths.writeUInt16LE(name.length, 0)
  return Buffer.concat([Buffer.from("PK\x03\x04"), fields(entry, packed), lengths, name])
}

function centralHeader(entry: RawEntry, packed: Buffer, offset: number): Buffer {
  const name = Buffer.from(entry.name)
  const extra = Buffer.from(entry.extra ?? new Uint8Array())
  const tail = Buffer.alloc(18)
  tail.writeUInt16LE(name.length, 0)
  tail.writeUInt16LE(extra.length, 2)
  tail.writeUInt32LE(((entry.mode ?? 0) << 16) >>> 0, 10)
  tail.writeUInt32LE(offset >>> 0, 14)
  const made = Buffer.from([0x14, 0x03])
  return Buffer.concat([Buffer.from("PK\x01\x02"), made, fields(entry, packed), tail, name, extra])
}

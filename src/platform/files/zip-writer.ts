import { crc32, deflateRaw, deflateRawSync, constants } from "node:zlib"
import { promisify } from "node:util"
import { assert } from "../../kernel/assert.ts"

/** Takes the bytes of a file in order; what it returns is waited for, so a slow disk slows us. */
export type ByteSink = (bytes: Uint8Array) => void | Promise<void>

/** Sizes and places are 32-bit numbers in a zip without its 64-bit extension. */
const MAX_BYTES = 0xffffffff
const MAX_ENTRIES = 0xffff
/** Names are UTF-8; sizes may follow the content (APPNOTE 6.3.10, 4.4.4). */
const UTF8 = 0x0800
const SIZES_FOLLOW = 0x0008
const STORED = 0
const DEFLATED = 8
/** 1 January 1980, the first day that a zip can name: the moment of writing is no content. */
const FIXED_DATE = 0x0021
/** What is usually sent is packed well: level 6 gives three quarters of the bytes of level 1. */
const LEVEL = 6
/** Beyond this many bytes an entry is long, and is packed three times as fast. */
const LONG_BYTES = 2 * 1024 * 1024
const LONG_LEVEL = 1
const WINDOW = 32 * 1024
/** Room for what a block packs to: more than one piece of output is joined at a cost. */
const CHUNK = 128 * 1024
/** Blocks that are packed beside each other, by the threads of the runtime. */
const MAX_IN_FLIGHT = 3

/** An empty last block: what the other ones leave out. */
const END_OF_DEFLATE = deflateRawSync(Buffer.alloc(0))

const deflateBlock = promisify<Uint8Array, object, Buffer>(deflateRaw)

interface Entry {
  readonly name: Buffer
  readonly flags: number
  readonly method: number
  readonly offset: number
  crc: number
  packed: number
  size: number
}

/** Writes a zip to a sink, entry after entry; the same content gives the same bytes. */
export class ZipWriter {
  readonly #sink: ByteSink
  readonly #entries: Entry[] = []
  #offset = 0

  constructor(sink: ByteSink) {
    this.#sink = sink
  }

  async add(name: string, content: Uint8Array | string, stored = false): Promise<void> {
    const bytes = typeof content === "string" ? Buffer.from(content) : content
    const packed = stored ? bytes : deflateRawSync(bytes, { level: LEVEL })
    const entry = this.#begin(name, UTF8, stored ? STORED : DEFLATED)
    Object.assign(entry, { crc: crc32(bytes), packed: packed.length, size: bytes.length })
    await this.#put(localHeader(entry))
    await this.#put(packed)
  }

  /**
   * An entry of unknown length in blocks: each is packed on its own, with the end of the one before
   * as dictionary, while the next one is being made.
   */
  async addBlocks(name: string, blocks: AsyncIterable<Uint8Array>): Promise<void> {
    const entry = this.#begin(name, UTF8 | SIZES_FOLLOW, DEFLATED)
    await this.#put(localHeader(entry))
    const waiting: Promise<Buffer>[] = []
    let before: Uint8Array | undefined
    const put = async (block: Promise<Buffer> | undefined) => {
      const packed = (await block) ?? Buffer.alloc(0)
      entry.packed += packed.length
      await this.#put(packed)
    }
    try {
      for await (const bytes of blocks) {
        entry.crc = crc32(bytes, entry.crc)
        entry.size += bytes.length
        waiting.push(packBlock(bytes, before, entry.size > LONG_BYTES ? LONG_LEVEL : LEVEL))
        before = bytes.subarray(-WINDOW)
        if (waiting.length >= MAX_IN_FLIGHT) await put(waiting.shift())
      }
      waiting.push(Promise.resolve(END_OF_DEFLATE))
      while (waiting.length > 0) await put(waiting.shift())
    } finally {
      await Promise.allSettled(waiting)
    }
    await this.#put(dataDescriptor(entry))
  }

  async finish(): Promise<void> {
    const start = this.#offset
    for (const entry of this.#entries) await this.#put(centralHeader(entry))
    const end = Buffer.alloc(22)
    end.writeUInt32LE(0x06054b50, 0)
    end.writeUInt16LE(this.#entries.length, 8)
    end.writeUInt16LE(this.#entries.length, 10)
    end.writeUInt32LE(this.#offset - start, 12)
    end.writeUInt32LE(start, 16)
    await this.#put(end)
  }

  #begin(name: string, flags: number, method: number): Entry {
    assert(this.#entries.length < MAX_ENTRIES, "a zip holds too many entries")
    const place = { offset: this.#offset, crc: 0, packed: 0, size: 0 }
    const entry: Entry = { name: Buffer.from(name), flags, method, ...place }
    this.#entries.push(entry)
    return entry
  }

  async #put(bytes: Uint8Array): Promise<void> {
    this.#offset += bytes.length
    const last = this.#entries.at(-1)
    if (this.#offset > MAX_BYTES || (last?.size ?? 0) > MAX_BYTES)
      throw new Error("Berkas melebihi 4 GiB; bagilah isinya. The file exceeds 4 GiB; split it.")
    await this.#sink(bytes)
  }
}

/** A whole number of bytes, so that the next block can follow. */
function packBlock(
  bytes: Uint8Array,
  dictionary: Uint8Array | undefined,
  level: number,
): Promise<Buffer> {
  const options = { level, memLevel: 9, chunkSize: CHUNK, finishFlush: constants.Z_SYNC_FLUSH }
  return deflateBlock(bytes, dictionary === undefined ? options : { ...options, dictionary })
}

function localHeader(entry: Entry): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  writeCommon(header, 6, entry)
  return Buffer.concat([header, entry.name])
}

function dataDescriptor(entry: Entry): Buffer {
  const descriptor = Buffer.alloc(16)
  descriptor.writeUInt32LE(0x08074b50, 0)
  writeSizes(descriptor, 4, entry)
  return descriptor
}

function centralHeader(entry: Entry): Buffer {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(20, 6)
  writeCommon(header, 8, entry)
  header.writeUInt32LE(entry.offset, 42)
  return Buffer.concat([header, entry.name])
}

/** The fields from flags to the length of the name, alike in both headers. */
function writeCommon(header: Buffer, at: number, entry: Entry): void {
  header.writeUInt16LE(entry.flags, at)
  header.writeUInt16LE(entry.method, at + 2)
  header.writeUInt16LE(FIXED_DATE, at + 6)
  writeSizes(header, at + 8, entry)
  header.writeUInt16LE(entry.name.length, at + 20)
}

function writeSizes(bytes: Buffer, at: number, { crc, packed, size }: Entry): void {
  bytes.writeUInt32LE(crc, at)
  bytes.writeUInt32LE(packed, at + 4)
  bytes.writeUInt32LE(size, at + 8)
}

/** Collects what a writer puts out, in memory. */
export function memorySink(): { readonly sink: ByteSink; readonly bytes: () => Uint8Array } {
  const parts: Uint8Array[] = []
  return { sink: (bytes) => void parts.push(bytes), bytes: () => Buffer.concat(parts) }
}

import { assert } from "../../kernel/assert.ts"
import { inflateSync } from "node:zlib"

/** A font's table by its four-letter tag. */
export type FontTables = ReadonlyMap<string, Buffer>

const WOFF_SIGNATURE = 0x774f4646
const WOFF_HEADER_BYTES = 44

/**
 * The tables of a WOFF 1.0 file: the same tables as in a TrueType file, each packed with zlib
 * where that saves bytes (W3C WOFF 1.0, section 5). typst reads TrueType only.
 */
export function unpackWoff(woff: Buffer): FontTables {
  assert(woff.readUInt32BE(0) === WOFF_SIGNATURE, "a WOFF 1.0 font")
  const tables = new Map<string, Buffer>()
  for (let i = 0; i < woff.readUInt16BE(12); i++) {
    const entry = WOFF_HEADER_BYTES + 20 * i
    const offset = woff.readUInt32BE(entry + 4)
    const packed = woff.subarray(offset, offset + woff.readUInt32BE(entry + 8))
    const length = woff.readUInt32BE(entry + 12)
    const table = packed.length < length ? inflateSync(packed) : Buffer.from(packed)
    tables.set(woff.toString("latin1", entry, entry + 4), table)
  }
  return tables
}

/** The tables as a TrueType file. */
export function packTrueType(tables: FontTables): Buffer {
  const count = tables.size
  const power = 2 ** Math.floor(Math.log2(count))
  const head = Buffer.alloc(12 + 16 * count)
  head.writeUInt32BE(0x00010000, 0)
  head.writeUInt16BE(count, 4)
  head.writeUInt16BE(16 * power, 6)
  head.writeUInt16BE(Math.log2(power), 8)
  head.writeUInt16BE(16 * (count - power), 10)
  const parts: Buffer[] = [head]
  let offset = head.length
  for (const [i, [tag, table]] of [...tables].entries()) {
    const padded = Buffer.alloc(Math.ceil(table.length / 4) * 4)
    table.copy(padded)
    head.write(tag, 12 + 16 * i, "latin1")
    head.writeUInt32BE(checksum(padded), 16 + 16 * i)
    head.writeUInt32BE(offset, 20 + 16 * i)
    head.writeUInt32BE(table.length, 24 + 16 * i)
    parts.push(padded)
    offset += padded.length
  }
  return Buffer.concat(parts)
}

/**
 * The tables under another family name of the same length, so that no offset in `name` moves.
 * Two subsets of one family would otherwise be one font to typst, with half of the letters.
 */
export function renameFamily(tables: FontTables, from: string, to: string): FontTables {
  assert(from.length === to.length, "family names of one length")
  const names = Buffer.from(tables.get("name") ?? Buffer.alloc(0))
  const old = Buffer.from(from, "utf16le").swap16()
  const fresh = Buffer.from(to, "utf16le").swap16()
  for (let at = names.indexOf(old); at >= 0; at = names.indexOf(old, at + 1)) fresh.copy(names, at)
  return new Map([...tables, ["name", names]])
}

/** Advance width of every character of the font, in thousandths of the font size. */
export function characterWidths(tables: FontTables): Map<number, number> {
  const unitsPerEm = tableOf(tables, "head").readUInt16BE(18)
  const longMetrics = tableOf(tables, "hhea").readUInt16BE(34)
  const metrics = tableOf(tables, "hmtx")
  const widths = new Map<number, number>()
  for (const [character, glyph] of glyphsByCharacter(tableOf(tables, "cmap"))) {
    const units = metrics.readUInt16BE(4 * Math.min(glyph, longMetrics - 1))
    widths.set(character, (units * 1000) / unitsPerEm)
  }
  return widths
}

/**
 * The tables with a character map of these characters only: one Unicode subtable of format 4
 * (OpenType, `cmap`), a segment for each run of characters whose glyphs follow each other.
 */
export function keepCharacters(
  tables: FontTables,
  isKept: (character: number) => boolean,
): FontTables {
  const segments: { start: number; end: number; delta: number }[] = []
  const kept = [...glyphsByCharacter(tableOf(tables, "cmap"))].filter(([c]) => isKept(c))
  for (const [character, glyph] of kept.sort(([a], [b]) => a - b)) {
    const last = segments.at(-1)
    const delta = (glyph - character) & 0xffff
    if (last?.end === character - 1 && last.delta === delta) last.end = character
    else segments.push({ start: character, end: character, delta })
  }
  segments.push({ start: 0xffff, end: 0xffff, delta: 1 })
  return new Map([...tables, ["cmap", characterMap(segments)]])
}

function characterMap(segments: readonly { start: number; end: number; delta: number }[]): Buffer {
  const count = segments.length
  const power = 2 ** Math.floor(Math.log2(count))
  const words = [
    // Version 0, one subtable: platform 3, encoding 1, at byte 12.
    ...[0, 1, 3, 1, 0, 12],
    ...[4, 16 + 8 * count, 0, 2 * count, 2 * power, Math.log2(power), 2 * (count - power)],
    ...segments.map((segment) => segment.end),
    0,
    ...segments.map((segment) => segment.start),
    ...segments.map((segment) => segment.delta),
    ...segments.map(() => 0),
  ]
  const table = Buffer.alloc(2 * words.length)
  words.forEach((word, i) => table.writeUInt16BE(word, 2 * i))
  return table
}

/** Reads the Unicode subtable of format 4 (OpenType, `cmap`), which covers the basic plane. */
function* glyphsByCharacter(cmap: Buffer): Generator<[number, number]> {
  const table = cmap.subarray(formatFourOffset(cmap))
  const doubled = table.readUInt16BE(6)
  for (let i = 0; i < doubled; i += 2) {
    const end = table.readUInt16BE(14 + i)
    const start = table.readUInt16BE(16 + doubled + i)
    const delta = table.readUInt16BE(16 + 2 * doubled + i)
    const rangeAt = 16 + 3 * doubled + i
    const range = table.readUInt16BE(rangeAt)
    for (let c = start; c <= end && c !== 0xffff; c++) {
      const listed = range === 0 ? c : table.readUInt16BE(rangeAt + range + 2 * (c - start))
      const glyph = listed === 0 ? 0 : (listed + delta) & 0xffff
      if (glyph !== 0) yield [c, glyph]
    }
  }
}

function formatFourOffset(cmap: Buffer): number {
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const offset = cmap.readUInt32BE(8 + 8 * i)
    if (cmap.readUInt16BE(offset) === 4) return offset
  }
  throw new Error("the font has no character map of format 4")
}

function tableOf(tables: FontTables, tag: string): Buffer {
  const table = tables.get(tag)
  assert(table !== undefined, `the font has a table ${tag}`)
  return table
}

function checksum(padded: Buffer): number {
  let sum = 0
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0
  return sum
}

import { crc32, deflateRawSync } from "node:zlib"
import { entriesOf, goodRows, sheetXml, xlsxParts } from "./hostile-parts.ts"
import { rawZip, type RawEntry } from "./raw-zip.ts"

export interface HostileFile {
  readonly name: string
  readonly bytes: () => Buffer
}

const SHEET = "xl/worksheets/sheet1.xml"
const MEBIBYTE = 1024 ** 2
const TINY = Buffer.from("x")

/** Archives that lie, are cut, or grow while they are opened. */
export function hostileArchives(): HostileFile[] {
  const good = entriesOf(xlsxParts())
  const whole = rawZip(good)
  return [
    ...bombs(),
    ...lies(good),
    ...cuts(whole),
    ...names(good),
    ...damages(whole),
    { name: "zip-two-appended.xlsx", bytes: () => Buffer.concat([whole, whole]) },
    { name: "zip-prefixed.xlsx", bytes: () => Buffer.concat([Buffer.alloc(4096, 65), whole]) },
    {
      name: "zip-long-comment.xlsx",
      bytes: () => rawZip(good, { comment: Buffer.alloc(65_535, 80) }),
    },
    { name: "zip-empty.xlsx", bytes: () => rawZip([]) },
  ]
}

function withSheet(content: Uint8Array, changes: Partial<RawEntry> = {}): Buffer {
  const entries = entriesOf(xlsxParts()).map((entry) =>
    entry.name === SHEET ? { ...entry, content, ...changes } : entry,
  )
  return rawZip(entries)
}

function bombs(): HostileFile[] {
  const sizes = [8, 64, 300]
  const fillings: readonly (readonly [string, string])[] = [
    ["blanks", " "],
    ["cells", "<c/>"],
    ["rows", "<row/>"],
    ["letters", "A"],
    ["nested", "<a>"],
    ["entities", "&amp;"],
  ]
  const ofSheet = fillings.flatMap(([kind, unit]) =>
    sizes.map((size) => ({
      name: `bomb-${kind}-${size}m.xlsx`,
      bytes: () => withSheet(Buffer.from(sheetXml(unit.repeat((size * MEBIBYTE) / unit.length)))),
    })),
  )
  const ofPart = ["xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "_rels/.rels"].map(
    (part) => ({
      name: `bomb-part-${part.replace(/\W+/g, "-")}.xlsx`,
      bytes: () => rawZip(entriesOf(xlsxParts({ [part]: Buffer.alloc(200 * MEBIBYTE, 32) }))),
    }),
  )
  const inner = (depth: number): Buffer =>
    depth === 0
      ? rawZip([{ name: "a", content: Buffer.alloc(16 * MEBIBYTE) }])
      : rawZip([{ name: `${depth}.zip`, content: inner(depth - 1) }])
  return [
    ...ofSheet,
    ...ofPart,
    { name: "bomb-nested-zip.xlsx", bytes: () => inner(6) },
    {
      name: "bomb-many-entries.xlsx",
      bytes: () =>
        rawZip([
          ...entriesOf(xlsxParts()),
          ...Array.from({ length: 60_000 }, (_, at) => ({
            name: `x/${at}`,
            content: new Uint8Array(),
          })),
        ]),
    },
    {
      name: "bomb-same-sheet-often.xlsx",
      bytes: () => sameSheetOften(1900),
    },
  ]
}

/** Many sheets whose entries are one and the same megabytes: an overlap bomb. */
function sameSheetOften(times: number): Buffer {
  const content = Buffer.from(sheetXml("<row/>".repeat(200_000)))
  const relation = (at: number): string =>
    `<Relationship Id="s${at}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/s${at}.xml"/>`
  const range = Array.from({ length: times }, (_, at) => at)
  const parts = xlsxParts({
    "xl/workbook.xml": `<workbook xmlns:r="r"><sheets>${range.map((at) => `<sheet name="S${at}" sheetId="${at + 1}" r:id="s${at}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${range.map(relation).join("")}</Relationships>`,
  })
  const packedSize = deflateRawSync(content).length
  const sheets = range.map((at) => ({
    name: `xl/worksheets/s${at}.xml`,
    content: at === 0 ? content : TINY,
    ...(at === 0 ? {} : { shared: true, crc: crc32(content), size: content.length, packedSize }),
  }))
  return rawZip([...entriesOf(parts), ...sheets])
}

function lies(good: readonly RawEntry[]): HostileFile[] {
  const changed = (name: string, change: Partial<RawEntry>): HostileFile => ({
    name: `lie-${name}.xlsx`,
    bytes: () =>
      rawZip(good.map((entry) => (entry.name === SHEET ? { ...entry, ...change } : entry))),
  })
  return [
    changed("crc", { crc: 0x12345678 }),
    changed("size-small", { size: 3 }),
    changed("size-huge", { size: 0xfffffffe }),
    changed("packed-small", { packedSize: 2 }),
    changed("packed-huge", { packedSize: 0x7fffffff }),
    changed("size-zip64", { size: 0xffffffff, packedSize: 0xffffffff }),
    changed("local-name", { localName: "xl/other.xml" }),
    changed("encrypted", { flags: 1 }),
    changed("descriptor", { flags: 8 }),
    changed("strong-encrypted", { flags: 0x41 }),
    changed("method-lzma", { method: 14 }),
    changed("method-unknown", { method: 99 }),
    changed("method-stored", { method: 0 }),
    changed("offset-zero", { offset: 0 }),
    changed("offset-beyond", { offset: 0x7ffffff0 }),
    changed("offset-inside", { offset: 17 }),
    changed("symlink", { mode: 0o120777 }),
    changed("device", { mode: 0o60666 }),
    changed("extra-cut", { extra: Buffer.from([1, 0, 255, 255]) }),
    changed("extra-zip64", {
      size: 0xffffffff,
      extra: Buffer.from([1, 0, 8, 0, 255, 255, 255, 255, 255, 255, 255, 127]),
    }),
    { name: "lie-count-more.xlsx", bytes: () => rawZip(good, { count: 60_000 }) },
    { name: "lie-count-less.xlsx", bytes: () => rawZip(good, { count: 1 }) },
    { name: "lie-directory-zero.xlsx", bytes: () => rawZip(good, { directoryOffset: 0 }) },
    {
      name: "lie-directory-beyond.xlsx",
      bytes: () => rawZip(good, { directoryOffset: 0x7fffffff }),
    },
    { name: "lie-twice.xlsx", bytes: () => rawZip([...good, ...good]) },
  ]
}

/** Cut at every structural place, and once between any two. */
function cuts(whole: Buffer): HostileFile[] {
  const places = new Set<number>([1, 3, 4, 20, 29, 30])
  for (let at = whole.indexOf("PK"); at >= 0; at = whole.indexOf("PK", at + 1)) {
    places.add(at)
    places.add(at + 4)
    places.add(at + 30)
  }
  for (let part = 1; part < 20; part++) places.add(Math.floor((whole.length * part) / 20))
  places.add(whole.length - 1)
  return [...places]
    .filter((at) => at > 0 && at < whole.length)
    .map((at) => ({ name: `cut-${at}.xlsx`, bytes: () => Buffer.from(whole.subarray(0, at)) }))
}

function names(good: readonly RawEntry[]): HostileFile[] {
  const evil = [
    "../../../../tmp/keluar.xml",
    "/etc/passwd",
    "C:\\Windows\\x.xml",
    "..\\..\\x.xml",
    "xl/\0nul.xml",
    "x".repeat(60_000),
    "",
    "xl//worksheets///sheet1.xml",
    "XL/WORKSHEETS/SHEET1.XML",
    "\u202ecod.xml",
  ]
  return evil.map((name, at) => ({
    name: `name-${at}.xlsx`,
    bytes: () => rawZip([...good, { name, content: Buffer.from(sheetXml(goodRows())) }]),
  }))
}

/** One byte changed at a time, at places spread over the file. */
function damages(whole: Buffer): HostileFile[] {
  return Array.from({ length: 40 }, (_, part) => {
    const at = Math.floor((whole.length * (part + 0.5)) / 40)
    return {
      name: `byte-${at}.xlsx`,
      bytes: () => {
        const copy = Buffer.from(whole)
        copy[at] = (copy[at] ?? 0) ^ 0xff
        return copy
      },
    }
  })
}

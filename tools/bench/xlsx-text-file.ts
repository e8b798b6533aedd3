/** Writes a workbook of text cells as Excel does, for `xlsx-read.ts`: seeded, the same bytes each time. */
import { crc32, deflateRawSync } from "node:zlib"

const NAMES =
  "SITI AMINAH BUDI SANTOSO NUR HALIMAH AGUS RAHMAT DEWI LESTARI M. YUSUF RINA WATI".split(" ")
const AREAS = ["Manggar", "Lamaru", "Teritip", "Sepinggan Raya", "Damai Bahagia", "Muara Rapak"]
const WORK = ["nelayan", "pedagang kaki lima", "buruh harian lepas", "tukang ojek", "petani"]
const STREETS = ["Jl. Mulawarman", "Jl. Pattimura & Sisinga", "Gg. Swadaya", "Jl. Letjen. Suprapto"]

/** A 32-bit generator (mulberry32): small, seeded, good enough for sample text. */
export function chance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** Ten texts: NIK, KK, name, place and date of birth, street, RT/RW, kelurahan, work, phone. */
export function* textRows(rows: number, seed: number): Generator<readonly string[]> {
  const pick = chance(seed)
  const of = (words: readonly string[]) => words[pick(words.length)] ?? ""
  const digits = (value: number, length: number) => String(value).padStart(length, "0")
  for (let row = 0; row < rows; row++) {
    const born = `${digits(1 + pick(28), 2)}${digits(1 + pick(12), 2)}${digits(pick(100), 2)}`
    yield [
      `6471${digits(1 + pick(6), 2)}${born}${digits(9000 + pick(1000), 4)}`,
      `6471${digits(1 + pick(6), 2)}${digits(pick(1_000_000), 6)}${digits(9000 + pick(1000), 4)}`,
      `${of(NAMES)} ${of(NAMES)} ${of(NAMES)}`,
      "BALIKPAPAN",
      `${born.slice(0, 2)}-${born.slice(2, 4)}-19${born.slice(4)}`,
      `${of(STREETS)} No. ${1 + pick(400)}`,
      `${digits(1 + pick(60), 3)}/${digits(1 + pick(12), 3)}`,
      of(AREAS),
      of(WORK),
      `0899-0000-${digits(pick(10_000), 4)}`,
    ]
  }
}

export type TextKind = "shared" | "inline"

/** An .xlsx with one sheet of ten texts a row. */
export function textWorkbook(rows: number, kind: TextKind): Buffer {
  return workbookOf(textRows(rows, 6471), kind)
}

/** Texts of a row by column; texts in the shared table, as Excel writes them, or in the cells. */
export function workbookOf(rows: Iterable<readonly string[]>, kind: TextKind): Buffer {
  const strings = new Map<string, number>()
  let references = 0
  const cell = (text: string, place: string): string => {
    if (kind === "inline")
      return `<c r="${place}" t="inlineStr"><is><t>${escape(text)}</t></is></c>`
    references++
    const index = strings.get(text) ?? strings.size
    strings.set(text, index)
    return `<c r="${place}" s="1" t="s"><v>${index}</v></c>`
  }
  const sheet = [`${HEAD}<worksheet xmlns="${MAIN}"><sheetData>`]
  let number = 0
  for (const texts of rows) {
    number++
    const cells = texts.map((text, column) =>
      cell(text, `${String.fromCharCode(65 + column)}${number}`),
    )
    sheet.push(`<row r="${number}" spans="1:26">${cells.join("")}</row>`)
  }
  sheet.push("</sheetData></worksheet>")
  const table = [...strings.keys()].map((text) => `<si><t>${escape(text)}</t></si>`)
  const counts = `count="${references}" uniqueCount="${strings.size}"`
  return zip({
    "[Content_Types].xml": TYPES,
    "_rels/.rels": relations(`officeDocument" Target="xl/workbook.xml`),
    "xl/workbook.xml": `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Data" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(
      `worksheet" Target="worksheets/sheet1.xml`,
      `sharedStrings" Target="sharedStrings.xml`,
      `styles" Target="styles.xml`,
    ),
    "xl/styles.xml": STYLES,
    "xl/sharedStrings.xml": `${HEAD}<sst xmlns="${MAIN}" ${counts}>${table.join("")}</sst>`,
    "xl/worksheets/sheet1.xml": sheet.join(""),
  })
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
const PACKAGE = "http://schemas.openxmlformats.org/package/2006"
const SHEET_ML = "application/vnd.openxmlformats-officedocument.spreadsheetml"
const TYPES =
  `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
  `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  `<Override PartName="/xl/workbook.xml" ContentType="${SHEET_ML}.sheet.main+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_ML}.worksheet+xml"/>` +
  `<Override PartName="/xl/sharedStrings.xml" ContentType="${SHEET_ML}.sharedStrings+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${SHEET_ML}.styles+xml"/></Types>`
const STYLES =
  `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>` +
  `<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>` +
  `<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" xfId="0"/>` +
  `<xf numFmtId="49" applyNumberFormat="1" xfId="0"/></cellXfs></styleSheet>`

function relations(...targets: readonly string[]): string {
  const links = targets.map((to, at) => `<Relationship Id="r${at + 1}" Type="${OFFICE}/${to}"/>`)
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${links.join("")}</Relationships>`
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")
}

function zip(parts: Readonly<Record<string, string>>): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(parts)) {
    const content = Buffer.from(text)
    const packed = deflateRawSync(content, { level: 6 })
    const sizes = Buffer.alloc(26)
    sizes.writeUInt16LE(20, 0)
    sizes.writeUInt16LE(8, 4)
    sizes.writeUInt32LE(crc32(content), 10)
    sizes.writeUInt32LE(packed.length, 14)
    sizes.writeUInt32LE(content.length, 18)
    sizes.writeUInt16LE(name.length, 22)
    locals.push(Buffer.from("PK\u0003\u0004"), sizes, Buffer.from(name), packed)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    central.push(
      Buffer.from("PK\u0001\u0002"),
      Buffer.from([20, 0]),
      sizes,
      rest,
      Buffer.from(name),
    )
    offset += 30 + name.length + packed.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write("PK\u0005\u0006", "latin1")
  end.writeUInt16LE(Object.keys(parts).length, 8)
  end.writeUInt16LE(Object.keys(parts).length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

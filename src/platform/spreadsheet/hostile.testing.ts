import { strToU8, zipSync } from "fflate"
import { buildOds, buildXlsx, partsOf, zipText } from "./fixture.testing.ts"

/** One file that means harm, or that no program can have meant. */
export interface HostileFile {
  readonly name: string
  readonly make: () => Uint8Array
  /** What the refusal says; nothing: it is readable all the same. */
  readonly says?: RegExp
}

const MB = 1024 ** 2
const LAUGHS =
  `<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">` +
  `<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><worksheet><sheetData><row><c t="str"><v>&c;</v></c></row></sheetData></worksheet>`

function sheet(data: string): Uint8Array {
  return buildXlsx({ sheets: [`<sheetData>${data}</sheetData>`] })
}

function part(name: string, text: string): Uint8Array {
  return zipText({ ...partsOf({ sheets: ["x"], strings: "<si/>" }), [name]: text })
}

function good(): Buffer {
  return Buffer.from(sheet(`<row><c t="str"><v>ok</v></c></row>`))
}

/** A file whose sheet is repeated so that it stays just below the ratio that is refused. */
function packedWell(unit: (index: number) => string, bytes: number): Uint8Array {
  const noise = (seed: number) => (Math.imul(seed, 0x9e3779b1) >>> 0).toString(36)
  const parts: string[] = []
  for (let length = 0, index = 0; length < bytes; index++) {
    // Noise in a comment pays for the ratio; what costs us is the rest.
    const text = index % 40 === 0 ? `<!--${noise(index)}${noise(index + 7)}-->` : unit(index)
    parts.push(text)
    length += text.length
  }
  return sheet(parts.join(""))
}

function damaged(at: (bytes: Buffer) => number, change: number): Uint8Array {
  const bytes = good()
  const place = at(bytes)
  bytes[place] = (bytes[place] ?? 0) ^ change
  return bytes
}

/** Three sheets with the same part of notes. */
function noted(comments: string): Uint8Array {
  const link = `<Relationships><Relationship Id="c" Type="x/comments" Target="../c.xml"/></Relationships>`
  const sheets = ["<sheetData/>", "<sheetData/>", "<sheetData/>"]
  const links = sheets.map((_, i) => [`xl/worksheets/_rels/sheet${i + 1}.xml.rels`, link] as const)
  const extra = { ...Object.fromEntries(links), "xl/c.xml": `<comments>${comments}</comments>` }
  return buildXlsx({ sheets, extra })
}

const centralOf = (bytes: Buffer) => bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))

export const HOSTILE: readonly HostileFile[] = [
  { name: "nothing", make: () => new Uint8Array(), says: /empty/ },
  { name: "only NUL bytes", make: () => new Uint8Array(5000), says: /NUL/ },
  { name: "a zip signature alone", make: () => strToU8("PK\u0003\u0004"), says: /central/ },
  {
    name: "a bomb by ratio",
    make: () => sheet("<a/>".repeat(5_000_000)),
    says: /inflates beyond/,
  },
  {
    name: "a bomb in the shared strings",
    make: () => buildXlsx({ sheets: ["x"], strings: `<si><t>${"x".repeat(20 * MB)}</t></si>` }),
    says: /inflates beyond|megabyte/,
  },
  {
    name: "a bomb in the styles",
    make: () => buildXlsx({ sheets: ["x"], styles: "<fonts/>".repeat(5_000_000) }),
    says: /inflates beyond/,
  },
  {
    name: "a bomb in the notes",
    make: () => noted("<comment/>".repeat(2_000_000)),
    says: /inflates beyond/,
  },
  {
    name: "notes on twenty thousand cells",
    make: () =>
      noted(Array.from({ length: 20_000 }, (_, row) => `<comment ref="B${row + 1}"/>`).join("")),
  },
  {
    name: "a bomb in the relations",
    make: () => part("_rels/.rels", `<r>${" ".repeat(20 * MB)}</r>`),
    says: /inflates beyond/,
  },
  {
    name: "zeros as the sheet",
    make: () => part("xl/worksheets/sheet1.xml", "\0".repeat(20 * MB)),
    says: /inflates beyond|character/,
  },
  {
    name: "a zip of zips",
    make: () => zipSync({ "inner.zip": zipSync({ "inner.zip": new Uint8Array(10 * MB) }) }),
    says: /without a workbook/,
  },
  {
    name: "more entries than a workbook has",
    make: () =>
      zipSync(Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`${i}`, strToU8("x")]))),
    says: /entries/,
  },
  { name: "a way out of the archive", make: () => zipText({ "../x": "x" }), says: /leaves/ },
  {
    name: "a million rows of all columns declared",
    make: () => buildXlsx({ sheets: [`<dimension ref="A1:XFD1048576"/><sheetData/>`] }),
  },
  {
    name: "a million rows of nothing",
    make: () => packedWell(() => "<row/>", 8 * MB),
    says: /outside/,
  },
  {
    name: "millions of cells of one letter",
    make: () =>
      packedWell(() => `<row><c t="str"><v>x</v></c><c t="str"><v>x</v></c></row>`, 20 * MB),
    says: /too many cells|inflates/,
  },
  {
    name: "millions of cells with nothing in them",
    make: () => packedWell(() => "<row><c/></row>", 18 * MB),
    says: /outside|inflates/,
  },
  {
    name: "all 16,384 columns, a thousand times",
    make: () => packedWell(() => `<row>${"<c><v>1</v></c>".repeat(16_384)}</row>`, 8 * MB),
    says: /too many cells|inflates/,
  },
  { name: "a row number beyond all", make: () => sheet(`<row r="99999999999"/>`), says: /row/ },
  {
    name: "a row number of a thousand digits",
    make: () => sheet(`<row r="${"9".repeat(1000)}"/>`),
    says: /row/,
  },
  {
    name: "a column beyond all",
    make: () => sheet(`<row><c r="ZZZZZZZZZ1"/></row>`),
    says: /cell/,
  },
  {
    name: "a flood of hidden columns",
    make: () =>
      buildXlsx({ sheets: [`<cols>${`<col min="1" max="16384" hidden="1"/>`.repeat(99)}</cols>`] }),
    says: /column definitions/,
  },
  {
    name: "a flood of merges",
    make: () =>
      buildXlsx({
        sheets: [
          `<mergeCells>${Array.from({ length: 400_000 }, (_, i) => `<mergeCell ref="A${i + 1}:B${i + 1}"/>`).join("")}</mergeCells>`,
        ],
      }),
  },
  {
    name: "billion laughs",
    make: () => part("xl/worksheets/sheet1.xml", LAUGHS),
    says: /type decl/,
  },
  {
    name: "an entity from outside",
    make: () =>
      part("xl/workbook.xml", `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>`),
    says: /type decl/,
  },
  { name: "an entity nobody declared", make: () => sheet("<row>&lol;</row>"), says: /reference/ },
  { name: "a NUL as a reference", make: () => sheet("<row>&#0;</row>"), says: /reference/ },
  {
    name: "elements a hundred thousand deep",
    make: () => sheet("<a>".repeat(100_000)),
    says: /deep/,
  },
  {
    name: "attributes without end",
    make: () => sheet(`<row ${Array.from({ length: 5000 }, (_, i) => `a${i}="1"`).join(" ")}/>`),
    says: /attributes/,
  },
  { name: "an attribute twice", make: () => sheet(`<row r="1" r="2"/>`), says: /duplicate/ },
  {
    name: "a tag that never ends",
    make: () => sheet(`<row ${"x".repeat(3 * MB)}`),
    says: /inflates|megabyte/,
  },
  {
    name: "a comment that never ends",
    make: () => sheet(`<!-- ${"x".repeat(9000)}`),
    says: /cut off/,
  },
  { name: "tags that cross", make: () => sheet("<row><c></row></c>"), says: /close tag/ },
  {
    name: "a sheet without an end",
    make: () => part("xl/worksheets/sheet1.xml", "<worksheet>"),
    says: /cut off/,
  },
  {
    name: "an empty sheet part",
    make: () => part("xl/worksheets/sheet1.xml", ""),
    says: /cut off/,
  },
  {
    name: "bytes that are no UTF-8",
    make: () =>
      zipSync({
        ...packed(),
        "xl/worksheets/sheet1.xml": Uint8Array.of(0x3c, 0x61, 0x3e, 0xff, 0xfe),
      }),
    says: /encoding/,
  },
  {
    name: "a string that is not there",
    make: () => sheet(`<row><c t="s"><v>9e9</v></c></row>`),
    says: /string/,
  },
  { name: "cut off in the middle", make: () => good().subarray(0, 300), says: /central/ },
  {
    name: "a wrong checksum",
    make: () => damaged((b) => b.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 16, 255),
    says: /damaged/,
  },
  {
    name: "damaged content",
    make: () => damaged((b) => b.indexOf("sheet1.xml") + 30, 255),
    says: /damaged|malformed|encoding/,
  },
  { name: "an unknown packing", make: () => everyMethod(99), says: /method/ },
  { name: "a password on every entry", make: () => encrypted() },
  { name: "an office document encrypted as a whole", make: () => ole("EncryptedPackage") },
  { name: "an xls that is none", make: () => ole("Workbook"), says: /xls|protected/ },
  {
    name: "a workbook that calls itself Word",
    make: () =>
      part(
        "_rels/.rels",
        `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>`,
      ),
    says: /text of the document/,
  },
  {
    name: "relations that lead in a circle",
    make: () =>
      part(
        "_rels/.rels",
        `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="_rels/.rels"/></Relationships>`,
      ),
    says: /no sheets/,
  },
  {
    name: "an ods that repeats a row without end",
    make: () => buildOds(repeated("rows", 1_048_576)),
    says: /too many cells/,
  },
  {
    name: "an ods that repeats a cell without end",
    make: () => buildOds(repeated("columns", 9e15)),
    says: /outside|range/,
  },
  {
    name: "an ods of 300,000 sheets",
    says: /too many sheets/,
    make: () =>
      buildOds(
        Array.from(
          { length: 300_000 },
          (_, i) =>
            `<table:table table:name="${i}"><table:table-row><table:table-cell><text:p>${i}</text:p></table:table-cell></table:table-row></table:table>`,
        ).join(""),
      ),
  },
  {
    name: "text of one line",
    make: () => strToU8("a,".repeat(40_000)),
    says: /too many fields/,
  },
  {
    name: "a web page of cells that never close",
    make: () => strToU8(`<html><table><tr><td>NIK</td>${"<td ".repeat(1_000_000)}`),
  },
  {
    name: "a web page of cells as wide as the world",
    make: () => strToU8(`<table>${"<tr><td colspan=99999 rowspan=99999>x".repeat(5000)}`),
  },
  {
    name: "twenty rows of a sheet again and again",
    make: () =>
      packedWell((at) => `<row r="${1 + (at % 20)}"><c t="str"><v>x</v></c></row>`, 6 * MB),
    says: /too many rows written again/,
  },
  {
    name: "XML of Excel 2003 with a row at the end of the sheet again and again",
    make: () =>
      strToU8(
        `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table>` +
          `<Row ss:Index="1048576"><Cell ss:Index="16384"><Data ss:Type="String">x</Data></Cell></Row>`.repeat(
            20_000,
          ),
      ),
  },
  { name: "quotes that never close", make: () => strToU8(`"a\n`.repeat(200_000)) },
  {
    name: "letters in random order",
    make: () => Uint8Array.from({ length: 50_000 }, (_, i) => Math.imul(i, 0x9e3779b1) >>> 24),
    says: /binary/,
  },
]

function packed(): Record<string, Uint8Array> {
  const parts = Object.entries(partsOf({ sheets: ["x"] }))
  return Object.fromEntries(parts.map(([name, text]) => [name, strToU8(text)]))
}

function repeated(what: "rows" | "columns", count: number): string {
  const [row, cell] = what === "rows" ? [count, 1] : [1, count]
  return (
    `<table:table table:name="x"><table:table-row table:number-rows-repeated="${row}">` +
    `<table:table-cell table:number-columns-repeated="${cell}"><text:p>x</text:p></table:table-cell>` +
    `</table:table-row></table:table>`
  )
}

function everyMethod(method: number): Uint8Array {
  const bytes = good()
  for (
    let at = centralOf(bytes);
    at > 0;
    at = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]), at + 4)
  )
    bytes.writeUInt16LE(method, at + 10)
  return bytes
}

function encrypted(): Uint8Array {
  const bytes = good()
  for (
    let at = centralOf(bytes);
    at > 0;
    at = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]), at + 4)
  )
    bytes.writeUInt16LE(1, at + 8)
  return bytes
}

function ole(stream: string): Uint8Array {
  const bytes = Buffer.alloc(4096)
  bytes.write("d0cf11e0a1b11ae1", "hex")
  bytes.write(stream, 1200, "utf16le")
  return bytes
}

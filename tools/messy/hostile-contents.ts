import { utils, write } from "@e965/xlsx"
import type { HostileFile } from "./hostile-archives.ts"
import {
  docxParts,
  entriesOf,
  goodCsv,
  goodRows,
  odsParts,
  sheetXml,
  xlsxParts,
  type Parts,
} from "./hostile-parts.ts"
import { rawZip } from "./raw-zip.ts"

const SHEET = "xl/worksheets/sheet1.xml"
const BILLION = Array.from(
  { length: 10 },
  (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
).join("")

/** Well packed parts whose content is made to exhaust, confuse or break a reader. */
export function hostileContents(): HostileFile[] {
  return [
    ...sheets().map(([name, xml]) => xlsx(`sheet-${name}`, { [SHEET]: xml })),
    ...tables().map(([name, parts]) => xlsx(name, parts)),
    ...texts(),
    ...openDocuments(),
    ...wordDocuments(),
    ...pdfs(),
    ...binaryExcel(),
  ]
}

function xlsx(name: string, changes: Parts): HostileFile {
  return { name: `${name}.xlsx`, bytes: () => rawZip(entriesOf(xlsxParts(changes))) }
}

function row(cells: string, number = 1): string {
  return `<row r="${number}">${cells}</row>`
}

function cell(attributes: string, value = "1"): string {
  return `<c ${attributes}><v>${value}</v></c>`
}

function sheets(): (readonly [string, string | Uint8Array])[] {
  const good = goodRows()
  const documents = [
    ["billion-laughs", `<!DOCTYPE x [<!ENTITY l0 "ha">${BILLION}]>`, "&l10;"],
    ["external-entity", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', "&e;"],
    ["parameter-entity", '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1/x">%p;]>', "1"],
    ["doctype", '<!DOCTYPE html PUBLIC "-//W3C//DTD" "http://127.0.0.1/x.dtd">', "1"],
  ] as const
  return [
    ...documents.map(
      ([name, declaration, value]) =>
        [
          name,
          `${declaration}<worksheet><sheetData>${row(cell("", value))}</sheetData></worksheet>`,
        ] as const,
    ),
    ...places(),
    ...bodies(),
    ["utf16-odd", Buffer.from(`\ufeff${sheetXml(good)}`, "utf16le").subarray(0, 301)],
    ["utf8-broken", Buffer.concat([Buffer.from("<worksheet>"), Buffer.from([0xff, 0xc0, 0x80])])],
    ["nul", Buffer.concat([Buffer.from(sheetXml(good)), Buffer.alloc(1000)])],
  ]
}

/** Places and sizes that no sheet has. */
function places(): (readonly [string, string])[] {
  const good = goodRows()
  return [
    ["dimension-huge", sheetXml(good, '<dimension ref="A1:XFD1048576"/>')],
    ["row-huge", sheetXml(row(cell('r="A99999999999"'), 99_999_999))],
    ["row-negative", sheetXml('<row r="-1"><c r="A-1"><v>1</v></c></row>')],
    ["row-nan", sheetXml('<row r="NaN"><c><v>1</v></c></row>')],
    ["row-fraction", sheetXml('<row r="1.5"><c><v>1</v></c></row>')],
    ["column-huge", sheetXml(row(cell('r="ZZZZZZZ1"')))],
    ["column-last", sheetXml(row(cell('r="XFD1"')))],
    ["reference-odd", sheetXml(row(cell('r="1A"') + cell('r="$A$1"') + cell('r=""')))],
    ["merge-all", sheetXml(good, "", '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')],
    [
      "merge-odd",
      sheetXml(good, "", '<mergeCells><mergeCell ref="B9:A1"/><mergeCell/></mergeCells>'),
    ],
    [
      "merge-many",
      sheetXml(good, "", `<mergeCells>${'<mergeCell ref="A1:A9"/>'.repeat(500_000)}</mergeCells>`),
    ],
    ["columns-all", sheetXml(good, '<cols><col min="1" max="99999999" hidden="1"/></cols>')],
    [
      "columns-many",
      sheetXml(good, `<cols>${'<col min="1" max="16384" hidden="1"/>'.repeat(9999)}</cols>`),
    ],
    ["cells-wide", sheetXml(row("<c><v>1</v></c>".repeat(20_000)))],
    ["cells-many", sheetXml(row("<c><v>1</v></c>".repeat(12_000)).repeat(400))],
    ["rows-many", sheetXml("<row><c><v>1</v></c></row>".repeat(1_100_000))],
    ["deep", sheetXml(row(`<c>${"<a>".repeat(100_000)}`))],
    ["attribute-long", sheetXml(row(`<c r="A1" t="${"n".repeat(5_000_000)}"><v>1</v></c>`))],
    [
      "attributes-many",
      sheetXml(row(`<c ${Array.from({ length: 50_000 }, (_, at) => `a${at}=""`).join(" ")}/>`)),
    ],
    ["text-long", sheetXml(row(`<c t="inlineStr"><is><t>${"x".repeat(20_000_000)}</t></is></c>`))],
  ]
}

/** Content that is broken, endless or odd. */
function bodies(): (readonly [string, string])[] {
  const good = goodRows()
  return [
    ["comment-open", `${sheetXml(good)}<!-- `],
    ["cdata-open", sheetXml(row("<c><v><![CDATA[1"))],
    ["tag-open", sheetXml(row("<c><v>1</v"))],
    ["tag-crossed", sheetXml("<row><c></row></c>")],
    ["two-roots", sheetXml(good) + sheetXml(good)],
    ["no-root", ""],
    ["not-xml", "halo"],
    ["html", "<html><body><table><tr><td>NIK</td></tr></table></body></html>"],
    ["rows-again", sheetXml(good + repeatedRows(20_000, 60))],
    ["number-nan", sheetXml(row(cell("", "NaN") + cell("", "1e999") + cell("", "-INF")))],
    ["number-long", sheetXml(row(cell("", "9".repeat(100_000))))],
    ["date-huge", sheetXml(row(cell('s="0" t="d"', "99999-99-99T99:99:99")))],
    [
      "string-index",
      sheetXml(row(cell('t="s"', "4294967295") + cell('t="s"', "-1") + cell('t="s"', "x"))),
    ],
    ["style-index", sheetXml(row(cell('s="999999"') + cell('s="-1"')))],
    ["type-unknown", sheetXml(row(cell('t="zzz"')))],
    ["escapes", sheetXml(row('<c t="inlineStr"><is><t>_x0000__xD800__xFFFF_</t></is></c>'))],
    ["character-reference", sheetXml(row("<c><v>&#0;&#xFFFFFFFF;&#x110000;&unknown;</v></c>"))],
    ["right-to-left", sheetXml(row('<c t="inlineStr"><is><t>\u202e1009\u202c</t></is></c>'))],
    ["formula-long", sheetXml(row(`<c><f>${"A1+".repeat(1_000_000)}1</f><v>1</v></c>`))],
    ["namespace-none", `<worksheet><sheetData>${good}</sheetData></worksheet>`],
    ["encoding-unknown", '<?xml version="1.0" encoding="EBCDIC"?><worksheet/>'],
  ]
}

/** The same rows a million times: each counts once. */
function repeatedRows(rows: number, times: number): string {
  const numbers = Array.from({ length: rows }, (_, at) => at + 3)
  return numbers
    .map((at) => row(`<c r="A${at}" t="inlineStr"><is><t>x</t></is></c>`, at))
    .join("")
    .repeat(times)
}

function tables(): (readonly [string, Parts])[] {
  const strings = (inner: string): Parts => ({ "xl/sharedStrings.xml": `<sst>${inner}</sst>` })
  return [
    ["strings-million", strings("<si><t>x</t></si>".repeat(1_500_000))],
    [
      "strings-claim",
      { "xl/sharedStrings.xml": '<sst count="4294967295" uniqueCount="4294967295"/>' },
    ],
    ["strings-runs", strings(`<si>${"<r><t>x</t></r>".repeat(1_000_000)}</si>`)],
    ["strings-broken", { "xl/sharedStrings.xml": "<sst><si><t>x" }],
    [
      "styles-million",
      {
        "xl/styles.xml": `<styleSheet><cellXfs>${"<xf/>".repeat(2_000_000)}</cellXfs></styleSheet>`,
      },
    ],
    ["styles-broken", { "xl/styles.xml": "<styleSheet" }],
    ["workbook-no-sheets", { "xl/workbook.xml": "<workbook><sheets/></workbook>" }],
    [
      "workbook-many-sheets",
      {
        "xl/workbook.xml": `<workbook xmlns:r="r"><sheets>${'<sheet name="x" r:id="s1"/>'.repeat(100_000)}</sheets></workbook>`,
      },
    ],
    ["workbook-broken", { "xl/workbook.xml": "<workbook><sheets>" }],
    [
      "relations-loop",
      {
        "xl/_rels/workbook.xml.rels":
          '<Relationships><Relationship Id="s1" Type="x/worksheet" Target="workbook.xml"/></Relationships>',
      },
    ],
    [
      "relations-outside",
      {
        "xl/_rels/workbook.xml.rels":
          '<Relationships><Relationship Id="s1" Type="x/worksheet" Target="../../../../etc/passwd"/></Relationships>',
      },
    ],
    [
      "relations-external",
      {
        "xl/_rels/workbook.xml.rels":
          '<Relationships><Relationship Id="s1" Type="x/worksheet" Target="http://127.0.0.1/" TargetMode="External"/></Relationships>',
      },
    ],
    ["relations-broken", { "_rels/.rels": "<Relationships" }],
    [
      "main-is-binary",
      {
        "_rels/.rels":
          '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
      },
    ],
    [
      "main-is-slides",
      {
        "_rels/.rels":
          '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="ppt/presentation.xml"/></Relationships>',
      },
    ],
  ]
}

function texts(): HostileFile[] {
  const csv = (name: string, bytes: () => Buffer): HostileFile => ({
    name: `csv-${name}.csv`,
    bytes,
  })
  const good = goodCsv()
  return [
    csv("one-line-200m", () => Buffer.alloc(200 * 1024 ** 2, 97)),
    csv("columns-million", () => Buffer.from(`${"a,".repeat(1_000_000)}\n${good}`)),
    csv("quote-open", () => Buffer.from(`${good}\n"${"x,\n".repeat(2_000_000)}`)),
    csv("quotes-everywhere", () => Buffer.from('"x,\n'.repeat(2_000_000))),
    csv("quotes-within", () => Buffer.from(`${good}\n${'"a"b"c,\n'.repeat(1_000_000)}`)),
    csv("quotes-within-only", () => Buffer.from('"a"b"c,\n'.repeat(1_000_000))),
    csv("quotes-only", () => Buffer.alloc(5_000_000, 34)),
    csv("separators-only", () => Buffer.alloc(30_000_000, 59)),
    csv("separators-100m", () => Buffer.alloc(100_000_000, 59)),
    csv("columns-10000", () => {
      const labels = Array.from({ length: 10_000 }, (_, at) => `Nama ${at}`).join(",")
      return Buffer.from(`${labels}\n${`${"BUDI NELAYAN,".repeat(10_000)}\n`.repeat(600)}`)
    }),
    csv("newlines-only", () => Buffer.alloc(50_000_000, 10)),
    csv("carriage-returns", () => Buffer.from(good.replaceAll("\n", "\r"))),
    csv("headers-only", () => Buffer.from(`${good}\n`.repeat(60_000))),
    csv("nul-inside", () => Buffer.from(good.replace("BUDI", "BU\0DI"))),
    csv("nul-all", () => Buffer.alloc(1_000_000)),
    csv("utf8-broken", () => Buffer.concat([Buffer.from(good), Buffer.from([0xc3, 0x28, 0xff])])),
    csv("utf16-no-mark", () => Buffer.from(good, "utf16le")),
    csv("utf16-odd", () => Buffer.from(`\ufeff${good}`, "utf16le").subarray(0, 41)),
    csv("utf16-surrogate", () => Buffer.from(`\ufeff${good}\ud800`, "utf16le")),
    csv("utf32", () =>
      Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), Buffer.from(good, "utf16le")]),
    ),
    csv("mark-only", () => Buffer.from([0xef, 0xbb, 0xbf])),
    csv("marks", () => Buffer.from(`\u202e${good}\u200f\u2066`)),
    csv("rows-2m", () =>
      Buffer.from(`${good}\n${"1,BUDI,6471031708809001,Nelayan\n".repeat(2_000_000)}`),
    ),
    csv("formula", () => Buffer.from(`${good}\n3,=cmd|' /C calc'!A0,6471031708809003,@SUM(1)`)),
    { name: "kosong.xlsx", bytes: () => Buffer.alloc(0) },
    { name: "satu-byte.xlsx", bytes: () => Buffer.from("P") },
    { name: "jpeg.xlsx", bytes: () => Buffer.from("ffd8ffe000104a46494600", "hex") },
    { name: "rar.xlsx", bytes: () => Buffer.from("Rar!\x1a\x07\x00") },
    { name: "program.xls", bytes: () => Buffer.concat([Buffer.from("MZ"), Buffer.alloc(999, 7)]) },
    {
      name: "polyglot-pdf-zip.xlsx",
      bytes: () => Buffer.concat([Buffer.from("%PDF-1.7\n"), rawZip(entriesOf(xlsxParts()))]),
    },
    {
      name: "polyglot-html-zip.xlsx",
      bytes: () => Buffer.concat([Buffer.from("<html>"), rawZip(entriesOf(xlsxParts()))]),
    },
  ]
}

function archive(name: string, parts: Parts): HostileFile {
  return { name, bytes: () => rawZip(entriesOf(parts)) }
}

/** OpenDocument tables that repeat, span and nest beyond any sheet. */
function openDocuments(): HostileFile[] {
  const ods = (name: string, table: string): HostileFile =>
    archive(`ods-${name}.ods`, odsParts(table))
  const cell = "<table:table-cell><text:p>1</text:p></table:table-cell>"
  const repeated = (attribute: string, times: number): string =>
    `table:number-${attribute}-repeated="${times}"`
  return [
    ods("rows-repeated", `<table:table-row ${repeated("rows", 1e9)}>${cell}</table:table-row>`),
    ods(
      "columns-repeated",
      `<table:table-row><table:table-cell ${repeated("columns", 1e9)}><text:p>1</text:p></table:table-cell></table:table-row>`,
    ),
    ods(
      "both-repeated",
      `<table:table-row ${repeated("rows", 1e6)}><table:table-cell ${repeated("columns", 16_384)}><text:p>1</text:p></table:table-cell></table:table-row>`,
    ),
    ods(
      "spaces",
      `<table:table-row><table:table-cell><text:p><text:s text:c="2000000000"/></text:p></table:table-cell></table:table-row>`,
    ),
    ods(
      "spans",
      `<table:table-row><table:table-cell table:number-columns-spanned="99999999" table:number-rows-spanned="99999999"><text:p>1</text:p></table:table-cell></table:table-row>`,
    ),
    ods("rows-many", `<table:table-row>${cell}</table:table-row>`.repeat(1_100_000)),
    ods("deep", "<table:table-row-group>".repeat(100_000)),
    ods("broken", "<table:table-row>"),
  ]
}

function wordDocuments(): HostileFile[] {
  const docx = (name: string, body: string): HostileFile =>
    archive(`docx-${name}.docx`, docxParts(body))
  return [
    docx(
      "rows-many",
      `<w:tbl>${"<w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr>".repeat(400_000)}</w:tbl>`,
    ),
    docx("tables-deep", "<w:tbl><w:tr><w:tc>".repeat(50_000)),
    docx(
      "span-huge",
      '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>',
    ),
    docx(
      "before-huge",
      '<w:tbl><w:tr><w:trPr><w:gridBefore w:val="16384"/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>',
    ),
    docx("broken", "<w:tbl><w:tr>"),
    docx("text-long", `<w:p><w:r><w:t>${"x".repeat(20_000_000)}</w:t></w:r></w:p>`),
  ]
}

function pdfs(): HostileFile[] {
  const pdf = (name: string, text: string): HostileFile => ({
    name: `pdf-${name}.pdf`,
    bytes: () => Buffer.from(`%PDF-1.7\n${text}`, "latin1"),
  })
  return [
    pdf("empty", ""),
    pdf("cut", "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"),
    pdf(
      "loop",
      "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [2 0 R] /Count 1 >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF",
    ),
    pdf(
      "count-huge",
      "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 2000000000 >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF",
    ),
    pdf("garbage", "\x00\xff".repeat(500_000)),
    pdf("objects-many", "9 0 obj\nnull\nendobj\n".repeat(300_000)),
    pdf(
      "encrypted",
      "1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 /O (x) /U (y) /P -4 >> >>\n%%EOF",
    ),
    pdf("nested-arrays", `1 0 obj\n${"[".repeat(200_000)}`),
  ]
}

/** The old binary Excel, in and out of its container. */
function binaryExcel(): HostileFile[] {
  const ole = Buffer.from("d0cf11e0a1b11ae1", "hex")
  const xls = (name: string, tail: Buffer): HostileFile => ({
    name: `xls-${name}.xls`,
    bytes: () => Buffer.concat([ole, tail]),
  })
  const named = Buffer.from("Workbook", "utf16le")
  return [
    xls("header-only", Buffer.alloc(504)),
    xls("named", Buffer.concat([Buffer.alloc(504), named, Buffer.alloc(2000, 255)])),
    xls("garbage", Buffer.concat([named, Buffer.alloc(500_000, 0x5a)])),
    xls("chain-loop", Buffer.concat([Buffer.alloc(36), Buffer.alloc(4000, 1), named])),
    xls("huge-sector", Buffer.concat([Buffer.alloc(22, 255), named, Buffer.alloc(512)])),
    { name: "xls-rows-65000.xls", bytes: () => labelRows(65_000) },
    { name: "biff-bare.xls", bytes: () => Buffer.from("090004060000100000000a00000000", "hex") },
    {
      name: "biff-long-record.xls",
      bytes: () =>
        Buffer.concat([
          Buffer.from("0900040600001000", "hex"),
          Buffer.from("0402ffff", "hex"),
          Buffer.alloc(100),
        ]),
    },
  ]
}

/** Two words in each row: any of them might begin a header. */
function labelRows(count: number): Buffer {
  const book = utils.book_new()
  const rows = Array.from({ length: count }, () => ["Nama", "Alamat"])
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), "Data")
  return write(book, { bookType: "biff8", type: "buffer" }) as Buffer
}

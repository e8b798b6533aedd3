import { CFB, utils, write, type WorkSheet } from "@e965/xlsx"
import { expect, test } from "vitest"
import { brief, sheetsOf } from "../fixture.testing.ts"
import { closeCells } from "./html-tables.ts"
import { readWorkbook } from "../read-workbook.ts"
import { struckCells } from "./strike.ts"

function buildXls(): Buffer {
  const sheet: WorkSheet = {
    "!ref": "A1:H3",
    A1: { t: "s", v: "0123" },
    B1: { t: "n", v: 6471010203049010 },
    C1: { t: "n", v: 29450, z: "dd/mm/yyyy" },
    D1: { t: "n", v: 1500000, z: '"Rp"#,##0' },
    E1: { t: "b", v: true },
    A3: { t: "s", v: "Siti – Łódź" },
    "!merges": [{ s: { r: 0, c: 5 }, e: { r: 1, c: 6 } }],
  }
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, "Data")
  utils.book_append_sheet(book, { "!ref": "A1", A1: { t: "s", v: "x" } }, "lama")
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }], WBProps: { date1904: false } }
  return write(book, { bookType: "biff8", type: "buffer" }) as Buffer
}

const record = (type: number, ...words: number[]) => {
  const body = Buffer.from(Uint16Array.from(words).buffer)
  const head = Buffer.alloc(4)
  head.writeUInt16LE(type, 0)
  head.writeUInt16LE(body.length, 2)
  return Buffer.concat([head, body])
}

test("reads values, kinds, merges and hidden sheets", async () => {
  const sheets = await sheetsOf(buildXls())
  expect(sheets.map((s) => [s.name, s.hidden])).toEqual([
    ["Data", false],
    ["lama", true],
  ])
  expect(sheets[0] && brief(sheets[0])).toEqual([
    "1:0 text 0123",
    "1:1 number 6471010203049010",
    "1:2 date 29450",
    "1:3 number 1500000",
    "1:4 boolean 1",
    "3:0 text Siti – Łódź",
  ])
  expect(sheets[0]?.merges).toEqual([{ top: 1, bottom: 2, left: 5, right: 6 }])
})

test("finds struck cells in the records of the stream", () => {
  const font = (strike: boolean) => record(0x31, 200, strike ? 8 : 0)
  const globals = (at: number) => [
    record(0x809, 0x600, 5),
    ...[false, false, false, false, true].map(font),
    record(0xe0, 0),
    record(0xe0, 5),
    record(0x85, at, 0),
    record(0x0a),
  ]
  const start = Buffer.concat(globals(0)).length
  const sheet = [
    record(0x809, 0x600, 0x10),
    record(0xfd, 2, 3, 1, 0, 0),
    record(0xfd, 2, 4, 0, 0, 0),
    record(0xbd, 7, 1, 0, 0, 0, 1, 0, 0, 2),
    record(0x809, 0x600, 0x20),
    record(0xfd, 9, 9, 1, 0, 0),
    record(0x0a),
    record(0x0a),
  ]
  const struck = struckCells(Buffer.concat([...globals(start), ...sheet]))
  expect(struck.map((cells) => [...cells])).toEqual([["2:3", "7:2"]])
})

test("refuses a password and a cut file", async () => {
  const bytes = buildXls()
  const container = CFB.read(bytes, { type: "buffer" })
  const stream = CFB.find(container, "/Workbook")
  if (!stream) throw new Error("no stream")
  const content = Buffer.from(stream.content as Uint8Array)
  const first = 4 + content.readUInt16LE(2)
  const filePass = record(0x2f, 0, 1, 1)
  const locked = [content.subarray(0, first), filePass, content.subarray(first)]
  CFB.utils.cfb_add(container, "/Workbook", Buffer.concat(locked))
  const protectedFile = CFB.write(container, { type: "buffer" }) as Buffer
  const protectedOutcome = await readWorkbook(protectedFile, "x.xls")
  expect(protectedOutcome).toEqual({ ok: false, refusal: { kind: "protected" } })
  const cut = await readWorkbook(bytes.subarray(0, 2000), "x.xls")
  expect(cut).toMatchObject({ refusal: { kind: "unreadable" } })
})

const PAGE = `<html><head><style>td{mso-number-format:"\\@"}</style></head><body>
  <table border=1><tr><td colspan=3>KELURAHAN DAMAI<tr><th>NIK<th>Nama<th>Gaji
  <tr><td>0471031708809010</td><td>Siti&nbsp;Aminah &amp; anak</td><td>1.500.000</td></tr>
  <tr><td></td><td>Łódź</td><td>12-08-1980</td></tr></table>`
const EXCEL_2003 = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
  <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
    xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Data"><Table>
  <Row><Cell><Data ss:Type="String">KELURAHAN DAMAI</Data></Cell></Row>
  <Row ss:Index="3"><Cell><Data ss:Type="String">0471031708809010</Data></Cell>
    <Cell ss:Index="3"><Data ss:Type="Number">1500000</Data></Cell></Row>
  </Table></Worksheet></Workbook>`
const OPEN = "urn:oasis:names:tc:opendocument:xmlns"
const FLAT = `<?xml version="1.0"?><office:document xmlns:office="${OPEN}:office:1.0" xmlns:table="${OPEN}:table:1.0"
    xmlns:text="${OPEN}:text:1.0" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
  <office:body><office:spreadsheet><table:table table:name="RT 05"><table:table-row>
  <table:table-cell office:value-type="string"><text:p>0471031708809010</text:p></table:table-cell>
  <table:table-cell office:value-type="float" office:value="1500000"><text:p>1.500.000</text:p></table:table-cell>
  </table:table-row></table:table></office:spreadsheet></office:body></office:document>`

test.each([
  [
    "a web page, of which everything is text",
    PAGE,
    [
      "1:0 text KELURAHAN DAMAI",
      ...["2:0 text NIK", "2:1 text Nama", "2:2 text Gaji"],
      ...["3:0 text 0471031708809010", "3:1 text Siti Aminah & anak", "3:2 text 1.500.000"],
      ...["4:1 text Łódź", "4:2 text 12-08-1980"],
    ],
  ],
  [
    "XML of Excel 2003",
    EXCEL_2003,
    ["1:0 text KELURAHAN DAMAI", "3:0 text 0471031708809010", "3:2 number 1500000"],
  ],
  ["flat OpenDocument", FLAT, ["1:0 text 0471031708809010", "1:1 number 1500000"]],
])("reads %s", async (_, written, expected) => {
  const [sheet] = await sheetsOf(Buffer.from(written))
  expect(sheet && brief(sheet)).toEqual(expected)
})

test.each<[string, string | null]>([
  [
    "<TABLE><TR><TD>1<TD>2<tr><th>3</table>",
    "<TABLE><TR><TD>1</td><TD>2</td></tr><tr><th>3</th></tr></table>",
  ],
  ["<table><tr><td>1</td></tr></table>", "<table><tr><td>1</td></tr></table>"],
  ["<table><td>1<td>2</table><table><tr>", "<table><td>1</td><td>2</td></table><table><tr>"],
  ["<table><tr><td><table><tr><td>1</table></table>", null],
  ["<p>tr td</p>", "<p>tr td</p>"],
  [
    "<style>x</style><h3>Kel. <b>Damai</b></h3>RT 5<table><tr><td>1</td></tr></table><br>a &lt; b<table><td>2",
    "<style>x</style><h3>Kel. <b>Damai</b></h3>RT 5<table><tr><td>Kel. Damai</td></tr><tr><td>RT 5</td></tr><tr><td>1</td></tr></table><br>a &lt; b<table><tr><td>a &lt; b</td></tr><td>2",
  ],
  [
    "<table><caption>Damai</caption><tr><td>1</td></tr></table>",
    "<table><caption>Damai</caption><tr><td>Damai</td></tr><tr><td>1</td></tr></table>",
  ],
])("closes the cells of %s", (page, expected) => expect(closeCells(page)).toBe(expected))

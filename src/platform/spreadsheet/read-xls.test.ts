import { CFB, utils, write, type WorkSheet } from "@e965/xlsx"
import { expect, test } from "vitest"
import { brief, sheetsOf } from "./fixture.testing.ts"
import { readWorkbook } from "./read-workbook.ts"
import { struckCells } from "./xls-strike.ts"

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

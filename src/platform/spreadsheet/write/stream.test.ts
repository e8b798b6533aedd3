import ExcelJS from "exceljs"
import { unzipSync } from "fflate"
import { expect, test } from "vitest"
import { memorySink } from "../../files/zip-writer.ts"
import { sheetsOf } from "../fixture.testing.ts"
import type { CellInput } from "../sheet-spec.ts"
import { streamWorkbook, writeWorkbook } from "./workbook.ts"

const columns = [
  { header: "NIK", width: 20, kind: "text" as const },
  { header: "Keterangan", width: 30, kind: "text" as const },
]
const meta = { title: "Daftar" }
const NIK = "6471010203049010"
/** More than one block of XML, so that packed blocks follow each other. */
const COUNT = 30_000

function* lines(): Generator<CellInput[]> {
  for (let i = 0; i < COUNT; i++) yield [NIK, `baris ${i} & ${"x".repeat(i % 40)}`]
}

async function* later(): AsyncGenerator<CellInput[]> {
  yield* lines()
}

async function streamed(rows: Iterable<CellInput[]> | AsyncIterable<CellInput[]>) {
  const { sink, bytes } = memorySink()
  await streamWorkbook({ sheets: [{ name: "Daftar", columns, rows }], meta }, sink)
  return bytes()
}

test("rows from a source give the same bytes as rows in memory, however they come", async () => {
  const rows = [...lines()]
  const whole = await writeWorkbook({ sheets: [{ name: "Daftar", columns, rows }], meta })
  expect(Buffer.compare(await streamed(lines()), whole)).toBe(0)
  expect(Buffer.compare(await streamed(later()), whole)).toBe(0)
  const read = (await sheetsOf(whole))[0]
  expect(read?.rows).toHaveLength(COUNT + 1)
  expect(read?.rows.at(-1)?.cells[1]?.text).toBe(rows.at(-1)?.[1])
  const xml = Object.values(unzipSync(whole)).map((part) => part.length)
  expect(Math.max(...xml)).toBeGreaterThan(2 * 1024 * 1024)
})

test("memory of the rows is not kept: a slow sink slows the source", async () => {
  let made = 0
  let taken = 0
  let ahead = 0
  function* counted(): Generator<CellInput[]> {
    for (const line of lines()) {
      made++
      ahead = Math.max(ahead, made - taken)
      yield line
    }
  }
  const spec = { sheets: [{ name: "Daftar", columns, rows: counted() }], meta }
  await streamWorkbook(spec, async () => {
    await Promise.resolve()
    taken = made
  })
  expect(made).toBe(COUNT)
  expect(ahead).toBeLessThan(COUNT)
})

test("a source that fails fails the writing", async () => {
  function* broken(): Generator<CellInput[]> {
    yield [NIK]
    throw new Error("no more")
  }
  await expect(streamed(broken())).rejects.toThrow("no more")
})

test("puts a picture at the right of the table", async () => {
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const picture = { bytes: png, kind: "png" as const, widthPx: 400, heightPx: 300 }
  const sheet = { name: "Ketik", columns, rows: [[NIK, null]], picture }
  const bytes = await writeWorkbook({ sheets: [sheet], meta })
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof book.xlsx.load>[0])
  const [image] = book.worksheets[0]?.getImages() ?? []
  expect(image?.range.tl.nativeCol).toBe(2)
  expect(book.getImage(Number(image?.imageId)).extension).toBe("png")
  expect(Buffer.compare(unzipSync(bytes)["xl/media/image1.png"] ?? new Uint8Array(), png)).toBe(0)
})

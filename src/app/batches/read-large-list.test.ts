import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, expect, test } from "vitest"
import { assert } from "../../kernel/assert.ts"
import { sha256Hex } from "../../kernel/id.ts"
import { stagedParts } from "../../modules/inbox/index.ts"
import { DEFAULT_PACK } from "../run-options.ts"
import { loadImportTables } from "./import-tables.load.ts"
import { FileChanged } from "./file-content.load.ts"
import { readReceived } from "../../platform/spreadsheet/create-reader.ts"
import { readImport, type ImportRead, type ReadOrder } from "./read-import.job.ts"
import { readLargeList } from "./read-large-list.job.ts"

const checkout = join(dirname(fileURLToPath(import.meta.url)), "../../..")
const folder = mkdtempSync(join(tmpdir(), "payung-large-list-"))
afterAll(() => rmSync(folder, { recursive: true }))

const loaded = loadImportTables({ checkout, law: DEFAULT_PACK, year: null })
assert(loaded.ok, "the law of the example is there")
const { tables } = loaded.value
const hooks = { step: () => {}, earlierOf: () => Promise.resolve([]), open: readReceived }

const HEADER = "No,Nama,NIK,Tgl Lahir,L/P,Kelurahan,Pekerjaan,Penghasilan"
const PEOPLE = Array.from({ length: 60 }, (_, at) => {
  const name = at % 7 === 0 ? `pekerja ${at}` : `PEKERJA NOMOR ${at}`
  const nik = at % 9 === 0 ? "menyusul" : `647101050880${9000 + at}`
  const area = at % 11 === 0 ? "Atas Awan" : "Damai"
  return [at + 1, name, nik, "05-08-1980", "L", area, "tukang bangunan", "1500000"].join(",")
})

function orderOf(name: string, lines: readonly string[], more: Partial<ReadOrder> = {}) {
  const path = join(folder, name)
  const content = Buffer.from(`${lines.join("\n")}\n`)
  writeFileSync(path, content)
  const plain = { askedKind: null, letters: [], recipes: [], lawVersion: "1" }
  const file = { name, sha256: sha256Hex(content), sizeBytes: content.length }
  const order: ReadOrder = { file: { ...file, content }, ...plain, ...more }
  return { order, path, large: { ...order, file: { ...file, content: { path } } } }
}

/** What goes into the database, and what the log says of it. */
function storedText({ rows }: Extract<ImportRead, { kind: "read" }>) {
  const parts = stagedParts(rows.each(), rows.changeOf)
  for (let text = ""; ;) {
    const next = parts.next()
    if (next.done === true) return { text, sum: next.value }
    text += next.value
  }
}

test("a large list is told as if its rows were read one by one", async () => {
  const lines = ["Daftar pekerja sebanyak 99 orang", "", HEADER, ...PEOPLE, "JUMLAH,60"]
  const { order, large } = orderOf("daftar.csv", lines)
  const byColumns = await readLargeList(large, tables, hooks, 1)
  const byRows = await readImport(order, tables, hooks)
  assert(byColumns?.kind === "read", "the list is read by columns")
  assert(byRows.kind === "read", "the list is read")
  expect(byColumns.reading).toEqual(byRows.reading)
  expect(byColumns.codes).toEqual(byRows.codes)
  expect(byColumns.codes.map(({ code }) => code)).toContain("NIK_EMPTY")
  expect([...byColumns.rows.doubtful()]).toEqual([...byRows.rows.doubtful()])
  expect(storedText(byColumns)).toEqual(storedText(byRows))
  byColumns.close()
})

test("a file that changes before its rows are stored is no longer the one that was shown", async () => {
  const { large, path } = orderOf("ubah.csv", [HEADER, ...PEOPLE])
  const read = await readLargeList(large, tables, hooks, 1)
  assert(read?.kind === "read", "the list is read by columns")
  writeFileSync(path, `${[HEADER, ...PEOPLE].join("\n").replace("1500000", "1600000")}\n`)
  expect(() => storedText(read)).toThrow(FileChanged)
  read.close()
  await expect(readLargeList(large, tables, hooks, 1)).rejects.toThrow(FileChanged)
})

test.each<[string, Parameters<typeof orderOf>, number]>([
  ["a small file", ["kecil.csv", [HEADER, ...PEOPLE]], 1_000_000],
  [
    "a register",
    ["data-nik.csv", ["NIK,Status NIK,Tanggal Meninggal", "6471010508809001,AKTIF,"]],
    1,
  ],
  ["what was called a register", ["d.csv", [HEADER, ...PEOPLE], { askedKind: "register" }], 1],
  ["another format", ["daftar.xlsx", [HEADER, ...PEOPLE]], 1],
])("%s is read as ever", async (_, made, fromBytes) => {
  expect(await readLargeList(orderOf(...made).large, tables, hooks, fromBytes)).toBeNull()
})

test("a file wider than any list is refused by its first rows, in the words of any other", async () => {
  const wide = (line: string): string => Array.from({ length: 600 }, () => line).join(",")
  const { order, large } = orderOf("lebar.csv", [wide("Nama"), wide("PEKERJA"), wide("LAIN")])
  const byRows = await readImport(order, tables, hooks)
  expect(byRows.kind === "refused" && byRows.finding.code).toBe("SHEET_TOO_WIDE")
  expect(await readLargeList(large, tables, hooks, 1)).toEqual(byRows)
})

test.each<[string, string, readonly string[], string]>([
  ["open quotes", "petik.csv", Array<string>(3000).fill('"x,'), "FILE_FOREIGN"],
  ["quotes within fields", "dalam.csv", Array<string>(3000).fill('"a"b"c,'), "FILE_FOREIGN"],
  ["lines of a log", "catatan.csv", Array<string>(60).fill("9,selesai"), "FILE_HEADER_UNKNOWN"],
])("%s head no list and are not read a second time", async (_, name, lines, code) => {
  const { order, large } = orderOf(name, lines)
  const byRows = await readImport(order, tables, hooks)
  expect(byRows.kind === "refused" && byRows.finding.code).toBe(code)
  expect(await readLargeList(large, tables, hooks, 1)).toEqual(byRows)
})

test("a header that only its people show is left to the reader of rows", async () => {
  const few = PEOPLE.map((line) => line.split(",").slice(0, 3).join(","))
  const { large } = orderOf("tiga.csv", ["No,Sebutan,NIK", ...few])
  expect(await readLargeList(large, tables, hooks, 1)).toBeNull()
})

const [person = ""] = PEOPLE

test.each<[string, readonly string[], string]>([
  ["nobody in fifty thousand rows", [person, ...Array<string>(50_001).fill("x,")], "others"],
  [
    "a header every other row",
    Array.from({ length: 20_000 }, () => [person, HEADER]).flat(),
    "headers",
  ],
])("%s is refused before all of it is read", async (_, rows, before) => {
  const read = await readLargeList(orderOf("sampah.csv", [HEADER, ...rows]).large, tables, hooks, 1)
  const finding = { code: "FILE_TOO_MUCH", field: "", before, after: "" }
  expect(read).toEqual({ kind: "refused", finding })
})

test("a list with as many remarks as people is read", async () => {
  const lines = [HEADER, ...PEOPLE.flatMap((line) => [line, "x,"])]
  const read = await readLargeList(orderOf("catatan.csv", lines).large, tables, hooks, 1)
  expect(read?.kind === "read" && read.reading.counts.read).toBe(2 * PEOPLE.length)
})

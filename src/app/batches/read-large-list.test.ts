import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, expect, test } from "vitest"
import { assert } from "../../kernel/assert.ts"
import { DEFAULT_PACK } from "../run-options.ts"
import { loadImportTables } from "./import-tables.load.ts"
import { readImport, type ReadOrder } from "./read-import.job.ts"
import { readLargeList } from "./read-large-list.job.ts"
import { codesOf } from "./reading-codes.ts"

const checkout = join(dirname(fileURLToPath(import.meta.url)), "../../..")
const folder = mkdtempSync(join(tmpdir(), "payung-large-list-"))
afterAll(() => rmSync(folder, { recursive: true }))

const loaded = loadImportTables({ checkout, law: DEFAULT_PACK, year: null })
assert(loaded.ok, "the law of the example is there")
const { tables } = loaded.value
const hooks = { step: () => {}, earlierOf: () => Promise.resolve([]) }

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
  const order: ReadOrder = { file: { name, sha256: name, content }, ...plain, ...more }
  return { order, summary: { ...order, summaryOf: path } }
}

test("a large list is told as if its rows were read one by one", async () => {
  const lines = ["Daftar pekerja sebanyak 99 orang", "", HEADER, ...PEOPLE, "JUMLAH,60"]
  const { order, summary } = orderOf("daftar.csv", lines)
  const large = await readLargeList(summary, tables, hooks, 1)
  const { outcome } = await readImport(order, tables, hooks)
  assert(large !== null && large.outcome.kind === "read", "the list is read by columns")
  assert(outcome.kind === "read", "the list is read")
  expect(large.outcome.reading).toEqual(outcome.reading)
  expect(large.codes).toEqual(codesOf(outcome.rows))
  expect(large.codes?.map(({ code }) => code)).toContain("NIK_EMPTY")
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
  expect(await readLargeList(orderOf(...made).summary, tables, hooks, fromBytes)).toBeNull()
})

test("a file wider than any list is refused by its first rows, in the words of any other", async () => {
  const wide = (line: string): string => Array.from({ length: 600 }, () => line).join(",")
  const { order, summary } = orderOf("lebar.csv", [wide("Nama"), wide("PEKERJA"), wide("LAIN")])
  const large = await readLargeList(summary, tables, hooks, 1)
  const { outcome } = await readImport(order, tables, hooks)
  expect(outcome.kind === "refused" && outcome.finding.code).toBe("SHEET_TOO_WIDE")
  expect(large?.outcome).toEqual(outcome)
})

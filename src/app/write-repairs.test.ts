import ExcelJS from "exceljs"
import { expect, test } from "vitest"
import type { LocalDate } from "../kernel/local-date.ts"
import { sha256Hex } from "../kernel/id.ts"
import { readBatch, repairWorkbooks, type ReceivedFile } from "../modules/intake/index.ts"
import { TABLES } from "../modules/intake/intake.testing.ts"
import { readWorkbook } from "../platform/spreadsheet/read-workbook.ts"
import { writeRepairs } from "./write-repairs.job.ts"

// The whole way with real files: a list goes out marked, somebody mends it in a spreadsheet program
// and saves it, and it is read again.

const HEAD = ["No", "Nama", "NIK", "Tgl Lahir", "Kelurahan", "Pekerjaan", "Penghasilan"]
const PEOPLE = Array.from({ length: 8 }, (_, index) => [
  ...[String(index + 1), `PEKERJA ${"ABCDEFGH"[index]}`, `64710105088${80_001 + index}`],
  ...["05-08-1980", "Damai", "nelayan", "1500000"],
])
const FAULTY = PEOPLE.with(2, (PEOPLE[2] ?? []).with(2, "menyusul")).with(
  5,
  (PEOPLE[5] ?? []).with(6, "75rb/hari"),
)

const HEAD_OF_LETTER = {
  from: "Dinas Contoh",
  on: "2025-11-15" as LocalDate,
  by: null,
  contact: "",
}

async function xlsx(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet("Usulan")
  sheet.addRow(["KELURAHAN DAMAI"])
  sheet.addRow(HEAD)
  for (const row of FAULTY) sheet.addRow(row)
  // Excel cut this number: its last digit is lost.
  sheet.getCell("C6").value = 6471010508880004
  return new Uint8Array(await book.xlsx.writeBuffer())
}

const csv = (): Uint8Array =>
  Buffer.from([["KELURAHAN DAMAI"], HEAD, ...FAULTY].map((row) => row.join(";")).join("\r\n"))

async function received(name: string, bytes: Uint8Array): Promise<ReceivedFile> {
  return { name, sha256: sha256Hex(bytes), workbook: await readWorkbook(bytes, name) }
}

/** The list as it goes out, by its path in the output folder. */
async function sentOut(name: string, bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  const output = {
    holds: () => false,
    keep: async (path: string, _key: string, make: () => Promise<Uint8Array>) => {
      files.set(path, await make())
    },
    write: (path: string, content: Uint8Array | string) => {
      files.set(path, typeof content === "string" ? Buffer.from(content) : content)
    },
  }
  const batch = readBatch([await received(name, bytes)], [], TABLES)
  const original = { bytes, read: () => readWorkbook(bytes, name) }
  await writeRepairs(
    { output, version: "1", head: HEAD_OF_LETTER },
    repairWorkbooks(batch),
    () => original,
  )
  return files
}

async function mended(bytes: Uint8Array, cells: Readonly<Record<string, string | number>>) {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer)
  const [sheet] = book.worksheets
  for (const [place, value] of Object.entries(cells))
    if (sheet !== undefined) sheet.getCell(place).value = value
  return new Uint8Array(await book.xlsx.writeBuffer())
}

test.each([
  ["damai.xlsx", xlsx, { C5: "6471010508880003", G8: 900_000, C6: "6471010508880004" }, 3],
  ["damai.csv", async () => csv(), { C5: "6471010508880003", G8: "900000" }, 2],
] as const)("%s goes out, is mended and comes back", async (name, original, fixes, changed) => {
  const bytes = await original()
  const files = await sentOut(name, bytes)
  expect([...files.keys()]).toEqual(["perbaikan/damai.xlsx", "perbaikan/damai.txt"])
  const out = files.get("perbaikan/damai.xlsx") ?? new Uint8Array()
  const read = async (back: Uint8Array) =>
    readBatch([await received(name, bytes), await received("kembali.xlsx", back)], [], TABLES)
  const untouched = await read(await mended(out, {}))
  expect(untouched.corrections.get("kembali.xlsx")).toMatchObject({
    ...{ of: name, returned: true },
    diff: { counts: { added: 0, same: 8, changed: 0, missing: 0 } },
  })
  const batch = await read(await mended(out, fixes))
  expect(batch.corrections.get("kembali.xlsx")?.diff.counts).toEqual({
    ...{ added: 0, same: 8 - changed, changed, missing: 0 },
  })
  expect(
    batch.rows.filter((row) => row.kind === "person" && row.outcome !== "ignored"),
  ).toHaveLength(8)
  expect(repairWorkbooks(batch)).toEqual([])
})

import { describe, expect, test } from "vitest"
import type { LocalDate } from "../../../kernel/local-date.ts"
import { readWorkbook } from "../../../platform/spreadsheet/read-workbook.ts"
import type { CellInput } from "../../../platform/spreadsheet/sheet-spec.ts"
import { writeWorkbook } from "../../../platform/spreadsheet/write/workbook.ts"
import { readBatch, type IntakeFile } from "../batch.ts"
import { TABLES } from "../intake.testing.ts"
import { letterProposal } from "../sendings/letter-proposal.ts"
import type { ReceivedFile } from "../open-file.ts"
import { fileQuestions } from "./question.ts"
import { TYPING_TEXT_ID as TEXT } from "../findings/text-typing.id.ts"
import { typingId } from "./typed-file.ts"
import { typingWorkbook, type TypedScan } from "./typing-workbook.ts"

const SHA = "a".repeat(64)
const FRAME = {
  head: {
    from: "Dinas Contoh",
    on: "2025-11-15" as LocalDate,
    by: "2025-12-31" as LocalDate,
    contact: "Rina, 0899-0000-0001",
  },
  areas: ["Damai", "Manggar"],
  sectors: ["Nelayan", "Penjahit"],
}
const PAGE = { kind: "jpeg" as const, bytes: new Uint8Array([1]), widthPx: 1640, heightPx: 2400 }
const FILE = { name: "Kelurahan Damai.pdf", sha256: SHA, claimed: null, to: "Kelurahan Damai" }
const scanOf = (change: Partial<TypedScan>): TypedScan => ({
  ...{ file: FILE, pictures: [PAGE, PAGE], isPart: false },
  ...change,
})

const SCAN: ReceivedFile = {
  name: FILE.name,
  sha256: SHA,
  workbook: { ok: false, refusal: { kind: "picture", detail: "PDF, 2 halaman bergambar" } },
}

/** The workbook as somebody sends it back, its first sheet filled in. */
async function typed(people: number, file = FILE): Promise<ReceivedFile> {
  const spec = typingWorkbook(scanOf({ file, pictures: [] }), FRAME)
  const sheets = spec.sheets.map((sheet) => {
    const { headers } = TEXT
    const answer = (at: number): Record<string, CellInput> => ({
      [headers.number]: at + 1,
      [headers.nik]: `64710317088090${String(10 + at)}`,
      [headers.name]: ["BUDI SANTOSO", "SITI AMINAH", "ANDI WIJAYA"][at] ?? null,
      [headers.birthDate]: "1980-08-17",
      [headers.area]: "Damai",
      [headers.occupation]: "Nelayan",
      [headers.income]: 2_500_000n,
    })
    const rows = sheet.rows.map((row, at) =>
      at < people ? sheet.columns.map(({ header }) => answer(at)[header] ?? null) : row,
    )
    return { ...sheet, rows }
  })
  const bytes = await writeWorkbook({ ...spec, sheets })
  return { name: "balasan.xlsx", sha256: "b", workbook: await readWorkbook(bytes, "balasan.xlsx") }
}

const codesOf = ({ findings }: IntakeFile) => findings.map(({ code }) => code)

describe("what somebody typed beside the picture", () => {
  test("is a list of the scan's sender, needs no question, and answers for the scan", async () => {
    const batch = readBatch([await typed(3), SCAN], [], TABLES)
    expect(batch.files.map((file) => [file.name, file.status, file.of, codesOf(file)])).toEqual([
      [SCAN.name, "superseded", "balasan.xlsx", []],
      ["balasan.xlsx", "read", "", []],
    ])
    expect(batch.files[1]?.sender.name).toBe("Kelurahan Damai")
    expect(batch.rows.map(({ nik, birthDate }) => [nik, birthDate])).toEqual([
      ["6471031708809010", "1980-08-17"],
      ["6471031708809011", "1980-08-17"],
      ["6471031708809012", "1980-08-17"],
    ])
    expect(fileQuestions(batch)).toEqual([])
    expect(letterProposal(batch)?.count).toBe(1)
  })

  test("sent back empty leaves the scan open", async () => {
    const { files } = readBatch([SCAN, await typed(0)], [], TABLES)
    expect(files.find(({ name }) => name === SCAN.name)).toMatchObject({ status: "unreadable" })
    expect(files.flatMap(codesOf)).toContain("FILE_SCANNED")
  })

  test("of another scan answers for that one only", async () => {
    const other = await typed(3, { ...FILE, sha256: "c".repeat(64) })
    const { files } = readBatch([SCAN, other], [], TABLES)
    expect(files.flatMap(codesOf)).toContain("FILE_SCANNED")
  })
})

describe("the workbook", () => {
  test("has a sheet for each page with its picture, half as wide as a screen", () => {
    const { sheets, meta } = typingWorkbook(scanOf({}), FRAME)
    expect(meta.hiddenId).toBe(typingId(SHA))
    expect(sheets.map(({ name, picture }) => [name, picture?.widthPx, picture?.heightPx])).toEqual([
      ["Gambar 1", 820, 1200],
      ["Gambar 2", 820, 1200],
    ])
    expect(sheets[0]?.columns.find(({ header }) => header === "NIK")?.kind).toBe("text")
    expect(sheets[0]?.choices?.map(({ values }) => values)).toEqual([
      TEXT.sexes,
      FRAME.areas,
      FRAME.sectors,
    ])
  })

  test("says who asks, by when, and whom to ask", () => {
    const lines = typingWorkbook(scanOf({}), FRAME).sheets[0]?.titleLines
    expect(lines).toEqual(
      expect.arrayContaining([
        "Kepada: Kelurahan Damai",
        "Dari: Dinas Contoh, keadaan per 15 November 2025",
        "Mohon dikembalikan paling lambat: 31 Desember 2025",
        "Narahubung: Rina, 0899-0000-0001",
        TEXT.beside,
      ]),
    )
  })

  test.each([
    ["no picture", { pictures: [], isPart: true }, ["Ketikan"], TEXT.elsewhere(FILE.name)],
    ["a part of the pages", { pictures: [PAGE], isPart: true }, ["Gambar 1"], TEXT.part(FILE.name)],
  ])("%s: it says where the rest lies", (_, change, names, line) => {
    const { sheets } = typingWorkbook(scanOf(change), FRAME)
    expect(sheets.map(({ name }) => name)).toEqual(names)
    expect(sheets[0]?.titleLines).toContain(line)
  })

  test.each([
    [null, 40],
    [10, 40],
    [100, 60],
    [5000, 400],
  ])("a letter that tells of %s people gives %i lines a page", (claimed, lines) => {
    const { sheets } = typingWorkbook(scanOf({ file: { ...FILE, claimed } }), FRAME)
    expect(sheets.map(({ rows }) => rows.length)).toEqual([lines, lines])
  })
})

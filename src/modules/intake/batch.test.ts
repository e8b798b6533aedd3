import { ok } from "../../kernel/result.ts"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { RawSheet } from "../../platform/spreadsheet/workbook.ts"
import { countOutcomes, readBatch } from "./batch.ts"
import type { ReceivedFile } from "./open-file.ts"
import { HEADER, personRow, sheetOf, TABLES, workbookOf, type CellText } from "./intake.testing.ts"
import { fileQuestions } from "./repairs/question.ts"

fc.configureGlobal({ seed: 2026 })

function received(name: string, ...sheets: readonly RawSheet[]): ReceivedFile {
  return { name, sha256: name, workbook: { ok: true, value: workbookOf(...sheets) } }
}

const LIST = sheetOf([HEADER, personRow(0), personRow(1, { 2: "menyusul" }), ["", "Jumlah", "2"]])

test("rows of a list are counted by outcome", () => {
  const { files } = readBatch([received("damai.xlsx", LIST)], [], TABLES)
  expect(files[0]).toMatchObject({
    status: "read",
    people: 2,
    counts: { read: 3, accepted: 1, repaired: 0, set_aside: 1, ignored: 1 },
    sender: { id: "64.71.01.1001" },
  })
})

/** A document of two pictures, below so much text. */
const photographed = (title: string): ReceivedFile => ({
  name: "damai.docx",
  sha256: "2",
  workbook: ok({ format: "docx", sheets: [sheetOf([[title]])], imageCount: 2 }),
})

describe("findings about files", () => {
  const refused = (
    kind: "empty" | "protected" | "unreadable" | "foreign" | "picture" | "unsettled",
  ): ReceivedFile => ({
    name: "damai.xlsx",
    sha256: "1",
    workbook: {
      ok: false,
      refusal: kind === "protected" || kind === "empty" ? { kind } : { kind, detail: "truncated" },
    },
  })
  test.each([
    ["protected", refused("protected"), "protected", "FILE_PROTECTED"],
    ["cut off", refused("unreadable"), "unreadable", "FILE_UNREADABLE"],
    ["foreign", refused("foreign"), "unreadable", "FILE_FOREIGN"],
    ["unsettled", refused("unsettled"), "unreadable", "FILE_ROWS_UNSETTLED"],
    ["a picture", refused("picture"), "unreadable", "FILE_SCANNED"],
    ["a photo in a document", photographed("Kelurahan Damai"), "read", "FILE_SCANNED"],
    [
      "a letter with a logo",
      photographed("Dengan hormat ".repeat(40)),
      "read",
      "FILE_HEADER_UNKNOWN",
    ],
    ["of no bytes", refused("empty"), "unreadable", "FILE_EMPTY"],
    ["blank", received("damai.xlsx", sheetOf([["", " "], [""]])), "read", "FILE_EMPTY"],
    ["a heading only", received("damai.xlsx", sheetOf([HEADER])), "read", "FILE_EMPTY"],
    ["a photo in a blank document", photographed(""), "read", "FILE_SCANNED"],
    ["no header", received("damai.xlsx", sheetOf([personRow(1)])), "read", "FILE_HEADER_UNKNOWN"],
    [
      "no sender",
      received("x.xlsx", sheetOf([["Nama", "NIK", "RT"]])),
      "read",
      "FILE_SENDER_UNKNOWN",
    ],
    [
      "hidden",
      received("damai.xlsx", LIST, { ...LIST, name: "x", hidden: true }),
      "read",
      "SHEET_HIDDEN",
    ],
    ["recap", received("damai.xlsx", LIST, sheetOf([["Rekap"], ["12"]])), "read", "SHEET_IGNORED"],
  ] as const)("%s", (_, file, status, code) => {
    const [read] = readBatch([file], [], TABLES).files
    expect(read?.status).toBe(status)
    expect(read?.findings.map((finding) => finding.code)).toContain(code)
  })

  test("a letter counts other people, or its file never came", () => {
    const letter = { order: 1, sender: "Kelurahan Damai", claimed: 5 }
    const letters = ["damai.xlsx", "tambahan.xlsx"].map((file) => ({ ...letter, file }))
    const batch = readBatch([received("damai.xlsx", LIST)], letters, TABLES)
    expect(batch.files.map((file) => file.findings.map((finding) => finding.code))).toEqual([
      ["FILE_COUNT_DIFFERS"],
      ["FILE_NOT_RECEIVED"],
    ])
    expect(fileQuestions(batch).map((question) => question.sentence)).toEqual([
      "Jumlah orang di surat berbeda dengan isi berkas: damai.xlsx: surat menyebut 5, berkas berisi 2 orang. Periksa apakah ada lembar atau halaman yang belum terkirim.",
      'Berkas tercatat di surat masuk, tetapi belum diterima: berkas "tambahan.xlsx". Kirim berkas itu.',
    ])
  })
})

test("a second header below is one of the rows, the first is not", () => {
  const sheet = sheetOf([HEADER, personRow(0), HEADER, personRow(1)])
  const { rows } = readBatch([received("damai.xlsx", sheet)], [], TABLES)
  expect(rows.map((row) => [row.row, row.kind])).toEqual([
    [2, "person"],
    [3, "header"],
    [4, "person"],
  ])
})

const cell: fc.Arbitrary<CellText> = fc.oneof(
  fc.constantFrom("", "Nama", "NIK", "Jumlah", "12", "1", "2", "menyusul", "Damai", "L", "Alamat"),
  fc.string({ maxLength: 8 }),
  fc.record({
    text: fc.string({ maxLength: 6 }),
    kind: fc.constantFrom("number", "date", "error", "text", "boolean"),
    formula: fc.boolean(),
    struck: fc.boolean(),
  }),
)
const line = fc.oneof(
  { weight: 3, arbitrary: fc.array(cell, { maxLength: 9 }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 98 }).map((serial) => personRow(serial)) },
  { weight: 1, arbitrary: fc.constant<CellText[]>(HEADER) },
)
const merge = fc.record({
  top: fc.integer({ min: 1, max: 12 }),
  bottom: fc.integer({ min: 1, max: 14 }),
  left: fc.integer({ min: 0, max: 8 }),
  right: fc.integer({ min: 0, max: 8 }),
})
const sheet = fc
  .tuple(fc.array(line, { maxLength: 12 }), fc.array(merge, { maxLength: 3 }))
  .map(([rows, merges]) => sheetOf(rows, { merges }))

test("nothing is lost: read = accepted + repaired + set aside + ignored", () => {
  fc.assert(
    fc.property(fc.array(sheet, { minLength: 1, maxLength: 3 }), (sheets) => {
      const named = sheets.map((each, index) => ({ ...each, name: `S${index}` }))
      const { files, rows } = readBatch([received("damai.xlsx", ...named)], [], TABLES)
      const { read, accepted, repaired, set_aside, ignored } = countOutcomes(rows)
      expect(accepted + repaired + set_aside + ignored).toBe(read)
      expect(read).toBe(rows.length)
      expect(new Set(rows.map((row) => row.rowId)).size).toBe(rows.length)
      for (const each of files[0]?.sheets ?? []) {
        // The lines of a form are one person, so that they are not counted line by line.
        if (each.shape === "forms") continue
        const raw = named.find((candidate) => candidate.name === each.name)
        const first = rows.find((row) => row.sheet === each.name)?.row ?? Infinity
        const below = raw?.rows.filter(
          (row) => row.number >= first && row.cells.some((one) => one.text.trim() !== ""),
        )
        expect(rows.filter((row) => row.sheet === each.name)).toHaveLength(below?.length ?? 0)
      }
    }),
    { numRuns: 300 },
  )
})

test("the order of a list's records changes no row id, equal rows included", () => {
  const people = fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(people, fc.infiniteStream(fc.nat()), (serials, keys) => {
      const rows = serials.map((serial) => personRow(serial))
      const shuffled = rows
        .map((row) => [keys.next().value ?? 0, row] as const)
        .sort(([a], [b]) => a - b)
        .map(([, row], index) => row.with(0, String(index + 1)))
      const idsOf = (list: readonly (readonly CellText[])[]): string[] =>
        readBatch([received("damai.csv", sheetOf([HEADER, ...list]))], [], TABLES)
          .rows.map((row) => row.rowId)
          .sort()
      expect(idsOf(shuffled)).toEqual(idsOf(rows))
    }),
    { numRuns: 100 },
  )
})

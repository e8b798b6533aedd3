import { describe, expect, test } from "vitest"
import { assert } from "../../../kernel/assert.ts"
import {
  HIDDEN_SHEET,
  NOTE_HEADER,
  ROW_ID_HEADER,
} from "../../../platform/spreadsheet/hidden-id.ts"
import type { RawRow, Workbook } from "../../../platform/spreadsheet/workbook.ts"
import { readBatch, type IntakeBatch } from "../batch.ts"
import { HEADER, personRow, sheetOf, TABLES, workbookOf, type CellText } from "../intake.testing.ts"
import type { ReceivedFile, ReceivedLetter } from "../open-file.ts"
import { repairWorkbooks } from "../repairs/workbook.ts"
import { sentOut, typed, withoutColumn, withoutSheet, withRows } from "./returned.testing.ts"

const [NAME, NIK, BORN, INCOME] = [1, 2, 3, 7]
const SHA = { list: "1".repeat(64), first: "2".repeat(64), second: "3".repeat(64) }

const FAULTS: Readonly<Record<number, Partial<Record<number, CellText>>>> = {
  1: { [NIK]: "menyusul" },
  3: { [INCOME]: "" },
  5: { [BORN]: "31/02/1980" },
}

/** Ten people; rows 3, 5 and 7 of the sheet have a fault. */
const LIST = workbookOf(
  sheetOf([HEADER, ...Array.from({ length: 10 }, (_, index) => personRow(index, FAULTS[index]))]),
)

function received(name: string, sha256: string, workbook: Workbook): ReceivedFile {
  return { name, sha256, workbook: { ok: true, value: workbook } }
}

const LISTED = received("damai.xlsx", SHA.list, LIST)

function read(
  files: readonly ReceivedFile[],
  letters: readonly ReceivedLetter[] = [],
): IntakeBatch {
  return readBatch(files, letters, TABLES)
}

/** The list as it goes out when these files are in the folder. */
function outgoing(...files: readonly ReceivedFile[]): Workbook {
  const books = repairWorkbooks(read(files))
  const last = files.at(-1)
  const book = books.find(({ file }) => file === last?.name)
  if (book === undefined || last === undefined || !last.workbook.ok)
    throw new Error("none goes out")
  return sentOut(last.workbook.value, book.patch)
}

function repaired(workbook: Workbook, fixes: Readonly<Record<number, readonly [number, string]>>) {
  return withRows(workbook, (rows) =>
    rows.map((row) => {
      const [column, text] = fixes[row.number] ?? []
      return column === undefined || text === undefined ? row : typed(row, column, text)
    }),
  )
}

/** Row of a file → the codes that its place among the files gave it. */
function marksOf({ rows }: IntakeBatch, file: string): Record<number, string> {
  const told = rows
    .filter((row) => row.file === file)
    .map((row): [number, string] => {
      const codes = row.findings.map(({ code }) => code)
      return [row.row, codes.filter((code) => /^(RESEND|ROW)_|^FILE_RESEND/.test(code)).join()]
    })
  return Object.fromEntries(told.filter(([, codes]) => codes !== ""))
}

function candidates({ rows }: IntakeBatch): string[] {
  return rows.filter((row) => row.outcome !== "ignored").map((row) => `${row.file} ${row.row}`)
}

const GOOD_NIK = "6471010208809002"

describe("a list that comes back", () => {
  const sent = outgoing(LISTED)

  test("goes out with every row's id and with its faults beside it", () => {
    const sheet = sent.sheets[0]
    const noted = (header: string): number[] => {
      const column = sheet?.rows[0]?.cells.find(({ text }) => text === header)?.column
      const rows = sheet?.rows.filter((row) => row.cells.some((cell) => cell.column === column))
      return (rows ?? []).map(({ number }) => number)
    }
    expect(noted(NOTE_HEADER)).toEqual([1, 3, 5, 7])
    expect(noted(ROW_ID_HEADER)).toHaveLength(11)
  })

  test("untouched, it says nothing", () => {
    const batch = read([LISTED, received("x.xlsx", SHA.first, sent)])
    expect(candidates(batch)).toEqual(candidates(read([LISTED])))
    expect(Object.values(marksOf(batch, "x.xlsx"))).toEqual(Array(10).fill("ROW_UNCHANGED"))
    expect(batch.files[1]).toMatchObject({ status: "read", of: "damai.xlsx", findings: [] })
    expect(batch.files[1]?.sender.id).toBe(batch.files[0]?.sender.id)
  })

  test("only what was mended in it replaces a row, and tells of the same person", () => {
    const back = repaired(sent, { 3: [NIK, GOOD_NIK], 5: [INCOME, "1.200.000"] })
    const batch = read([LISTED, received("x.xlsx", SHA.first, back)])
    expect(marksOf(batch, "damai.xlsx")).toEqual({ 3: "ROW_SUPERSEDED", 5: "ROW_SUPERSEDED" })
    expect(marksOf(batch, "x.xlsx")).toMatchObject({ 3: "RESEND_CHANGED", 4: "ROW_UNCHANGED" })
    expect(candidates(batch)).toHaveLength(10)
    const idOf = new Map(batch.rows.map((row) => [`${row.file} ${row.row}`, row.rowId]))
    expect(batch.predecessor.get(idOf.get("x.xlsx 3") ?? "")).toBe(idOf.get("damai.xlsx 3"))
    expect(batch.rows.find((row) => row.rowId === idOf.get("x.xlsx 3"))?.nik).toBe(GOOD_NIK)
    expect(batch.corrections.get("x.xlsx")).toMatchObject({
      of: "damai.xlsx",
      whole: false,
      diff: { counts: { added: 0, same: 8, changed: 2, missing: 0 } },
    })
  })

  const lost: readonly (readonly [string, (book: Workbook) => Workbook])[] = [
    ["whole", (book) => book],
    ["without the hidden sheet", (book) => withoutSheet(book, HIDDEN_SHEET)],
    ["without the ids of its rows", (book) => withoutColumn(book, ROW_ID_HEADER)],
    ["without the column of faults", (book) => withoutColumn(book, NOTE_HEADER)],
    [
      "with the column of faults alone",
      (book) => withoutColumn(withoutSheet(book, HIDDEN_SHEET), ROW_ID_HEADER),
    ],
  ]
  const orders: readonly (readonly [string, (rows: readonly RawRow[]) => readonly RawRow[]])[] = [
    ["as it was", (rows) => rows],
    ["sorted", (rows) => [...rows.slice(0, 1), ...rows.slice(1).toReversed()]],
    [
      "cut to the rows with a fault",
      (rows) => rows.filter(({ number }) => [1, 3, 5, 7].includes(number)),
    ],
  ]
  test.each(
    lost.flatMap(([how, lose]) => orders.map(([order, sort]) => ({ how, lose, order, sort }))),
  )("$how, $order: three rows are replaced, seven stay", ({ lose, sort }) => {
    const fixed = repaired(sent, {
      3: [NIK, GOOD_NIK],
      5: [INCOME, "1.200.000"],
      7: [BORN, "06-08-1980"],
    })
    const batch = read([LISTED, received("balasan.xlsx", SHA.first, withRows(lose(fixed), sort))])
    expect(marksOf(batch, "damai.xlsx")).toEqual({
      ...{ 3: "ROW_SUPERSEDED", 5: "ROW_SUPERSEDED", 7: "ROW_SUPERSEDED" },
    })
    const standing = batch.rows.filter((row) => row.outcome !== "ignored")
    expect(new Set(standing.map((row) => row.name)).size).toBe(10)
    expect(standing).toHaveLength(10)
    expect(repairWorkbooks(batch)).toEqual([])
  })

  test("a row written below is a new row; a copied row with its id too", () => {
    const more = withRows(sent, (rows) => {
      const copied = rows[4]
      if (copied === undefined) return rows
      const stranger = typed(typed(copied, NAME, "ORANG BARU"), NIK, "6471011501909777")
      return [...rows, typed(stranger, BORN, "15-01-1990")]
    })
    const batch = read([LISTED, received("x.xlsx", SHA.first, more)])
    expect(candidates(batch)).toContain("x.xlsx 12")
    expect(candidates(batch)).toHaveLength(11)
    expect(marksOf(batch, "damai.xlsx")).toEqual({})
  })

  test("a row written over by another person is that person, and the first one stays", () => {
    const over = withRows(sent, (rows) =>
      rows.map((row) => {
        if (row.number !== 4) return row
        const other = typed(typed(row, NAME, "ORANG LAIN"), NIK, "6471011501909777")
        return typed(typed(typed(other, BORN, "15-01-1990"), 6, "nelayan"), INCOME, "900000")
      }),
    )
    const batch = read([LISTED, received("x.xlsx", SHA.first, over)])
    expect(candidates(batch)).toEqual(expect.arrayContaining(["damai.xlsx 4", "x.xlsx 4"]))
  })

  test("ids that no longer fit their rows do not mix people up", () => {
    // Sorted by all columns but the hidden one: every row carries the id of another.
    const mixed = withRows(sent, (rows) => {
      const ids = rows.slice(1).map((row) => row.cells.at(-1))
      return rows.map((row, index) => {
        const id = ids[(index + 4) % ids.length]
        return index === 0 || id === undefined
          ? row
          : { ...row, cells: [...row.cells.slice(0, -1), id] }
      })
    })
    const fixed = repaired(mixed, { 3: [NIK, GOOD_NIK] })
    const batch = read([LISTED, received("x.xlsx", SHA.first, fixed)])
    expect(marksOf(batch, "damai.xlsx")).toEqual({ 3: "ROW_SUPERSEDED" })
    expect(candidates(batch)).toHaveLength(10)
  })
})

describe("rounds", () => {
  const first = received(
    "balasan 1.xlsx",
    SHA.first,
    repaired(outgoing(LISTED), { 3: [NIK, GOOD_NIK] }),
  )
  test("the second round asks in the file that came back, about what is left", () => {
    const books = repairWorkbooks(read([LISTED, first]))
    expect(books.map(({ file, count }) => [file, count])).toEqual([["balasan 1.xlsx", 2]])
    const head = { from: "Dinas Contoh", on: TABLES.on, by: null, contact: "" }
    expect(books[0]?.letter(head)).toContain('lembar "Data": baris 5, 7')
  })
  test("the third file mends the rest, whatever the files are called", () => {
    const mended = repaired(outgoing(LISTED, first), {
      5: [INCOME, "1.200.000"],
      7: [BORN, "06-08-1980"],
    })
    const batch = read([LISTED, first, received("a.xlsx", SHA.second, mended)])
    expect(batch.files.map(({ name }) => name)).toEqual(["damai.xlsx", "balasan 1.xlsx", "a.xlsx"])
    expect(marksOf(batch, "balasan 1.xlsx")).not.toHaveProperty("3", "ROW_SUPERSEDED")
    expect(repairWorkbooks(batch)).toEqual([])
    expect(candidates(batch)).toHaveLength(10)
  })
  test("two answers to one list: what one of them left alone does not undo the other", () => {
    const other = repaired(outgoing(LISTED), { 5: [INCOME, "1.200.000"] })
    const batch = read([LISTED, first, received("balasan 2.xlsx", SHA.second, other)])
    expect(marksOf(batch, "damai.xlsx")).toEqual({ 3: "ROW_SUPERSEDED", 5: "ROW_SUPERSEDED" })
    expect(candidates(batch)).toHaveLength(10)
  })
  test("two answers that differ: the later counts, and its order is asked where nobody told it", () => {
    const other = repaired(outgoing(LISTED), { 3: [NIK, "6471010208809222"] })
    const files = [LISTED, first, received("balasan 2.xlsx", SHA.second, other)]
    const batch = read(files)
    expect(marksOf(batch, "balasan 1.xlsx")).toMatchObject({ 3: "RESEND_CHANGED,ROW_SUPERSEDED" })
    expect(batch.files[2]?.findings.map(({ code }) => code)).toEqual(["FILE_ORDER_ASSUMED"])
    const letters = files.map(({ name }, order) => {
      return { order, file: name, sender: "Kelurahan Damai", claimed: null }
    })
    expect(read(files, letters).files[2]?.findings).toEqual([])
  })
  test("a new list of the sender replaces the list with all its corrections", () => {
    const anew = workbookOf(
      sheetOf([HEADER, ...Array.from({ length: 10 }, (_, at) => personRow(at))]),
    )
    const letters = ["damai.xlsx", "balasan 1.xlsx", "baru.xlsx"].map((file, order) => {
      return { order, file, sender: "Kelurahan Damai", claimed: null }
    })
    const batch = read([LISTED, first, received("baru.xlsx", SHA.second, anew)], letters)
    expect(batch.files.map(({ status }) => status)).toEqual(["superseded", "superseded", "read"])
    expect(candidates(batch)).toEqual(Array.from({ length: 10 }, (_, at) => `baru.xlsx ${at + 2}`))
  })
})

test("a sheet without a heading comes back as it went out", () => {
  const people = (from: number) =>
    Array.from({ length: 4 }, (_, at) => personRow(from + at, at === 0 ? { [INCOME]: "" } : {}))
  const [first, second] = [sheetOf([HEADER, ...people(0)]), sheetOf(people(4))]
  const list = received(
    "damai.xlsx",
    SHA.list,
    workbookOf({ ...first, name: "RT 1" }, { ...second, name: "RT 2" }),
  )
  const sent = outgoing(list)
  const [one, two, ...rest] = sent.sheets
  assert(one !== undefined && two !== undefined, "both sheets went out")
  expect(two.rows[0]?.cells.map(({ text }) => text)).not.toContain(NOTE_HEADER)
  const rows = two.rows.map((row) => (row.number === 1 ? typed(row, INCOME, "900000") : row))
  const back = { ...sent, sheets: [one, { ...two, rows }, ...rest] }
  const batch = read([list, received("x.xlsx", SHA.first, back)])
  expect(marksOf(batch, "damai.xlsx")).toEqual({ 1: "ROW_SUPERSEDED" })
  expect(candidates(batch)).toHaveLength(8)
})

test("saved over its original, it is read as a list, asked about, and keeps its people", () => {
  const back = repaired(outgoing(LISTED), { 3: [NIK, GOOD_NIK] })
  const batch = read([received("damai.xlsx", SHA.first, back)])
  const before = new Map(read([LISTED]).rows.map((row) => [row.row, row.rowId]))
  expect(batch.files[0]?.findings.map(({ code }) => code)).toEqual(["FILE_ORIGIN_UNKNOWN"])
  expect(candidates(batch)).toHaveLength(10)
  const rows = new Map(batch.rows.map((row) => [row.row, row.rowId]))
  expect(rows.get(4)).toBe(before.get(4))
  expect(batch.predecessor.get(rows.get(3) ?? "")).toBe(before.get(3))
})

test("a list that never went out is none that comes back", () => {
  const batch = read([LISTED, received("damai revisi.xlsx", SHA.first, LIST)])
  expect(batch.corrections.get("damai revisi.xlsx")?.whole).toBe(true)
  expect(batch.files[1]?.findings.map(({ code }) => code)).toEqual(["FILE_ORDER_ASSUMED"])
})

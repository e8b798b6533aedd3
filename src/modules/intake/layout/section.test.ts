import { describe, expect, test } from "vitest"
import { HEADER, personRow, sheetOf, TABLES, workbookOf, type CellText } from "../intake.testing.ts"
import { readFile } from "../read-file.ts"

type Row = readonly CellText[]

const SHORT = HEADER.filter((_, column) => column !== 5)
const person = (serial: number): Row => personRow(serial).filter((_, column) => column !== 5)

function read(rows: readonly Row[], sender = "Kelurahan Damai") {
  const file = readFile(workbookOf(sheetOf(rows)), { name: "x.xlsx", sender }, TABLES)
  return file.rows.filter(({ kind }) => kind === "person")
}

const rtsOf = (rows: readonly Row[]): string[] => read(rows).map(({ rt }) => rt)

describe("a caption says where the people below it live", () => {
  test.each<[string, string]>([
    ["RT 02", "2"],
    ["RT. 002 / RW 05", "2"],
    ["Rukun Tetangga 03", "3"],
    ["WILAYAH RT 07", "7"],
    ["RT 05 Gg. Mawar", "5"],
    // It names an RT or something around one that cannot be read: the one above holds no longer.
    ["RT Mawar", ""],
    ["RW 03", ""],
    ["Lingkungan II", ""],
    // It says nothing about where: the one above still holds.
    ["A. NELAYAN", "1"],
    ["Sekretariat: Jl. Contoh RT 09", "1"],
  ])("%s", (caption, rt) => {
    expect(rtsOf([SHORT, ["RT 01"], person(1), [caption], person(2)])).toEqual(["1", rt])
  })
  test("the RW that it names holds for its own RT alone", () => {
    const rows = [SHORT, ["RT 01 / RW 02"], person(1), ["RT 02"], person(2)]
    expect(read(rows).map(({ rt, rw }) => [rt, rw])).toEqual([
      ["1", "2"],
      ["2", ""],
    ])
  })
  test("a caption above the first header, and one above each further header", () => {
    const table = (caption: string, serial: number): Row[] => [[caption], SHORT, person(serial)]
    expect(
      rtsOf([["DAFTAR"], ...table("RT. 01", 1), ...table("RT. 02", 2), SHORT, person(3)]),
    ).toEqual(["1", "2", ""])
  })
  test("two captions below each other are said of the same people", () => {
    const rows = [SHORT, ["RT 01"], person(1), ["RT 02"], ["Kelurahan Sepinggan"], person(2)]
    expect(read(rows).map(({ rt, areaCode }) => [rt, areaCode])).toEqual([
      ["1", "64.71.01.1001"],
      ["2", "64.71.02.1001"],
    ])
  })
  test("an office's address in the letterhead is no caption", () => {
    expect(rtsOf([["Jl. Contoh RT 09"], ["Ketua RT 09 dan RT 10"], SHORT, person(1)])).toEqual([""])
  })
  test("another area: one that is not known is asked", () => {
    const rows = [SHORT, ["Kelurahan Sepinggan"], person(1), ["Kelurahan Antah"], person(2)]
    expect(read(rows).map(({ areaCode }) => areaCode)).toEqual(["64.71.02.1001", null])
  })
})

describe("a caption says what the people below it do", () => {
  const NO_JOB = SHORT.filter((_, column) => column !== 5)
  const idle = (serial: number): Row => person(serial).filter((_, column) => column !== 5)
  const sectors = (...rows: readonly Row[]) => read([NO_JOB, ...rows]).map(({ sector }) => sector)
  test("one cell that is nothing but an occupation", () => {
    expect(sectors(["A. NELAYAN"], idle(1), ["B.", "PETANI"], idle(2))).toEqual([
      "nelayan",
      "petani",
    ])
  })
  test("the next group of an enumeration ends it, though nobody knows its word", () => {
    expect(sectors(["A. NELAYAN"], idle(1), ["B. ANGGOTA BARU"], idle(2))).toEqual([
      "nelayan",
      null,
    ])
  })
  test("several occupations beside each other are none of them", () => {
    expect(sectors(["", "NELAYAN", "PETANI"], idle(1))).toEqual([null])
  })
})

test("occupations below one merged label are labels, and no section of all people", () => {
  const head: Row = ["No", "Nama", "NIK", "PEKERJAAN", "", "", "Penghasilan"]
  const tick = (serial: number, column: number): Row => [
    ...person(serial).slice(0, 3),
    ...["", "", ""].with(column, "√"),
    "Rp 1.000.000",
  ]
  const rows = [head, ["", "", "", "NELAYAN", "PETANI", "OJEK"], tick(1, 1), tick(2, 2), tick(3, 0)]
  const merges = [{ top: 1, bottom: 1, left: 3, right: 5 }]
  const source = { name: "x.xlsx", sender: "Kelurahan Damai" }
  const file = readFile(workbookOf(sheetOf(rows, { merges })), source, TABLES)
  expect(file.sheets[0]?.depth).toBe(2)
  expect(file.rows.map(({ kind, sector }) => [kind, sector])).toEqual([
    ["person", "petani"],
    ["person", "ojek_pangkalan"],
    ["person", "nelayan"],
  ])
})

const JOBLESS = SHORT.filter((label) => label !== "Pekerjaan")
const jobless = (serial: number): Row =>
  person(serial).filter((_, column) => column !== SHORT.indexOf("Pekerjaan"))

test.each<[string, readonly Row[], (string | null)[]]>([
  ["a numbered group", [["A. NELAYAN"], JOBLESS, jobless(1)], ["nelayan"]],
  ["what is called a group", [["Kelompok Nelayan"], JOBLESS, jobless(1)], ["nelayan"]],
  ["under a title", [["DAFTAR PEKERJA"], ["1. Nelayan"], JOBLESS, jobless(1)], ["nelayan"]],
  ["a title is no group", [["NELAYAN"], JOBLESS, jobless(1)], [null]],
  ["a chapter is none", [["I. PENDAHULUAN"], JOBLESS, jobless(1)], [null]],
  [
    "each list has its own",
    [["A. NELAYAN"], JOBLESS, jobless(1), ["B. LAIN-LAIN"], JOBLESS, jobless(2)],
    ["nelayan", null],
  ],
])("a caption above a header says what the people below it do: %s", (_, rows, sectors) =>
  expect(read(rows).map(({ sector }) => sector)).toEqual(sectors),
)

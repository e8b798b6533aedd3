import { describe, expect, test } from "vitest"
import type { RawSheet } from "../../platform/spreadsheet/workbook.ts"
import { personRow, HEADER, sheetOf, TABLES, workbookOf } from "./intake.testing.ts"
import { readFile } from "./read-file.ts"
import { compileAreas } from "./values/area.ts"
import type { IntakeRow } from "./rows/row.ts"

function people(sheet: RawSheet, sender = "Kelurahan Damai"): IntakeRow[] {
  const { rows } = readFile(workbookOf(sheet), { name: "daftar.xlsx", sender }, TABLES)
  return rows.filter((row) => row.kind === "person")
}

describe("one worker in the habits of many offices", () => {
  const worker = {
    nik: "6471011708809001",
    name: "PEKERJA AK",
    birthDate: "1980-08-17",
    sex: "L",
    areaCode: "64.71.01.1001",
    incomeLow: 1_500_000n,
  }
  const cases: readonly (readonly [string, RawSheet])[] = [
    ["a plain list", sheetOf([HEADER, personRow(0).with(2, worker.nik).with(3, "17-08-1980")])],
    [
      "spaced letters and place with date",
      sheetOf([
        [
          "N O",
          "N A M A   L E N G K A P",
          "N I K",
          "T T L",
          "J K",
          "K e l u r a h a n",
          "HASIL/BLN",
        ],
        ["1", "Pekerja AK", worker.nik, "Balikpapan, 17 Agustus 1980", "L", "Damai", "1jt5"],
      ]),
    ],
    [
      "a platform's export",
      sheetOf([
        ["driverId", "fullName", "nationalId", "birthDate", "gender", "village", "monthlyIncome"],
        ["D-1", "Pekerja AK", worker.nik, "1980-08-17", "Male", "Damai", "IDR 1,500,000"],
      ]),
    ],
    [
      "two rows, ticks for the sex, Roman month",
      sheetOf(
        [
          ["No", "Identitas", "", "Kelahiran", "", "Jenis Kelamin", "", "Kel.", "Pendapatan"],
          ["", "Nama", "No KTP", "Tempat", "Tanggal", "L", "P", "", ""],
          [
            "1",
            "Pekerja AK",
            worker.nik,
            "Bone",
            "17-VIII-1980",
            "v",
            "",
            "damai",
            "satu setengah juta",
          ],
        ],
        {
          merges: [
            { top: 1, bottom: 1, left: 1, right: 2 },
            { top: 1, bottom: 1, left: 3, right: 4 },
            { top: 1, bottom: 1, left: 5, right: 6 },
          ],
        },
      ),
    ],
    [
      "the date of birth in three columns",
      sheetOf(
        [
          ["No", "Nama", "NIK", "Tanggal Lahir", "", "", "L/P", "Kelurahan", "Gaji"],
          ["", "", "", "Tgl", "Bln", "Thn", "", "", ""],
          ["1", "PEKERJA AK", worker.nik, "17", "Agustus", "1980", "L", "Damai", "1,5 jt"],
        ],
        { merges: [{ top: 1, bottom: 1, left: 3, right: 5 }] },
      ),
    ],
    [
      "number cells where they do no harm",
      sheetOf([
        ["NIK", "Nama", "Tgl Lahir", "L/P", "Desa/Kelurahan", "Penghasilan per bulan"],
        [
          worker.nik,
          "PEKERJA AK",
          { text: "29450", kind: "date" },
          "Laki-laki",
          "DAMAI",
          { text: "1500000", kind: "number" },
        ],
      ]),
    ],
  ]
  test.each(cases)("%s", (_, sheet) => {
    expect(people(sheet)).toHaveLength(1)
    expect(people(sheet)[0]).toMatchObject(worker)
  })
})

test.each([
  [["RT/RW", "003/012"], "3", "12"],
  [["RT/RW", "RT 05 RW 02"], "5", "2"],
  [["RT/RW", "7"], "7", ""],
  [["RT", "RT. 05"], "5", ""],
  [["RW", "RW 08"], "9", "8"],
  [["Rukun Tetangga", "12"], "12", ""],
  [["Alamat", "Jl. Contoh 45 RT 07 RW 02"], "7", "2"],
  [["Alamat", "Jl. Contoh 45"], "9", ""],
  [["RT", "Jl. Contoh No. 12 RT 05"], "5", ""],
  [["RT", "RT 05 RW 02"], "5", "2"],
])("%j stands in RT %s, RW %s", ([label = "", text = ""], rt, rw) => {
  const rows = [
    ["Nama", "NIK", "Tgl Lahir", label],
    ["PEKERJA AK", "-", "17-08-1980", text],
  ]
  expect(people(sheetOf(rows, { name: "RT 09" }))[0]).toMatchObject({ rt, rw })
})

describe("a list without a column stands for its sender", () => {
  const rows = [["No", "Nama", "NIK", "Tgl Lahir"], personRow(1).slice(0, 4)]
  test("area", () => {
    expect(people(sheetOf(rows))[0]).toMatchObject({ areaCode: "64.71.01.1001", sector: null })
  })
  test("sector", () => {
    const [row] = people(sheetOf(rows), "Dinas Perhubungan")
    expect(row).toMatchObject({ areaCode: null, sector: "ojek_pangkalan", informal: "informal" })
  })
})

test("a list without a column of NIKs asks for each", () => {
  const [row] = people(
    sheetOf([
      ["Nama", "Tgl Lahir", "JK", "Pekerjaan"],
      ["PEKERJA AK", "17-08-1980", "L", "nelayan"],
    ]),
  )
  expect(row?.findings).toContainEqual({ code: "NIK_EMPTY", field: "row", before: "", after: "" })
  expect(row?.outcome).toBe("set_aside")
})

test("a NIK and a family card in each other's column are seen by the birth date", () => {
  const rows = [
    ["No", "Nama", "NIK", "No KK", "Tgl Lahir"],
    ["1", "PEKERJA AK", "6471010101109001", "6471011708809002", "17-08-1980"],
    ["2", "PEKERJA BK", "6471011808809003", "6471010101109004", "18-08-1980"],
  ]
  const codes = people(sheetOf(rows)).map((row) => row.findings.map((finding) => finding.code))
  expect(codes[0]).toContain("NIK_KK_SWAPPED")
  expect(codes[1]).not.toContain("NIK_KK_SWAPPED")
})

test("a date in another style than most of the file is said so", () => {
  const rows = [0, 1, 2, 3].map((serial) => personRow(serial))
  const odd = personRow(4, { 3: "5 Agustus 1980" })
  const found = people(sheetOf([HEADER, ...rows, odd])).map((row) =>
    row.findings.map((finding) => finding.code),
  )
  expect(found).toEqual([[], [], [], [], ["DOB_FORMAT"]])
})

test("a hidden sheet is not read, and said so", () => {
  const hidden = sheetOf([HEADER, personRow(1)], { name: "lama", hidden: true })
  const source = { name: "damai.xlsx", sender: "" }
  const { rows, findings } = readFile(workbookOf(hidden), source, TABLES)
  expect(rows).toEqual([])
  expect(findings.map((finding) => [finding.code, finding.field])).toEqual([
    ["SHEET_HIDDEN", "lama"],
    ["FILE_HEADER_UNKNOWN", ""],
  ])
})

test("nobody is taken over from a title that says he died", () => {
  const [row] = people(sheetOf([HEADER, personRow(1, { 1: "Almarhum Pekerja AK" }), personRow(2)]))
  expect(row?.outcome).toBe("set_aside")
})

test("cells of the greatest length are read in no time", () => {
  const hostile = ["(", ",", " , s.pd", ".", "-", " ", "nama ", "1 "].map((text) =>
    text.repeat(32_767 / text.length),
  )
  const rows = Array.from({ length: 200 }, (_, serial) =>
    personRow(serial % 90).map(
      (_cell, column) => hostile[(column + serial) % hostile.length] ?? "",
    ),
  )
  const sheet = sheetOf([HEADER, ...rows, hostile])
  expect(readFile(workbookOf(sheet), { name: "x", sender: "" }, TABLES).rows.length).toBe(201)
}, 10_000)

describe("what stands above a list says who sent it", () => {
  const noArea = ["No", "Nama", "NIK", "Tgl Lahir", "Pekerjaan"]
  const person = (serial: number, area = "") => [
    ...personRow(serial).slice(0, 4),
    area === "" ? "petani" : area,
  ]
  const read = (sender: string, ...sheets: readonly RawSheet[]) =>
    readFile(workbookOf(...sheets), { name: "daftar.xlsx", sender }, TABLES)
  const areas = (rows: readonly IntakeRow[]) =>
    rows.filter((row) => row.kind === "person").map((row) => row.areaCode)
  const codesOf = (findings: readonly { code: string }[]) => findings.map(({ code }) => code)

  test("an area in a row of the list makes no sender", () => {
    const sheet = sheetOf([HEADER, personRow(0), personRow(1, { 5: "" })])
    const { sender, findings, rows } = read("", sheet)
    expect(sender.kind).toBe("unknown")
    expect(codesOf(findings)).toEqual(["FILE_SENDER_UNKNOWN"])
    expect(areas(rows)).toEqual(["64.71.01.1001", null])
    expect(codesOf(rows[1]?.findings ?? [])).toContain("KELURAHAN_UNKNOWN")
    expect(rows[1]?.outcome).toBe("set_aside")
  })
  test("a line above it does, and the sheet's name", () => {
    const titled = sheetOf([["DATA PEKERJA KELURAHAN DAMAI"], noArea, person(0)])
    expect(areas(read("", titled).rows)).toEqual(["64.71.01.1001"])
    expect(read("", titled).sender.name).toBe("Kelurahan Damai")
    const named = sheetOf([noArea, person(0)], { name: "Damai Baru" })
    expect(areas(read("", named).rows)).toEqual(["64.71.01.1002"])
  })
  test("short words name an area too", () => {
    const areas = compileAreas([{ code: "64.74.01.1003", name: "Api-Api", aliases: [] }])
    const sheet = sheetOf([noArea, person(0)], { name: "Kel Api-Api" })
    const { rows } = readFile(
      workbookOf(sheet),
      { name: "x.xlsx", sender: "" },
      { ...TABLES, areas },
    )
    expect(rows[0]?.areaCode).toBe("64.74.01.1003")
  })
  test("the street of an office is not its area", () => {
    const titled = sheetOf([["Jl. Sepinggan Raya No. 3"], noArea, person(0)])
    expect(read("", titled).sender.kind).toBe("unknown")
  })
  test("sheets that name different areas stand each for its own", () => {
    const sheets = [
      sheetOf([["KELURAHAN DAMAI"], noArea, person(0)], { name: "1" }),
      sheetOf([noArea, person(1)], { name: "Sepinggan" }),
      sheetOf([noArea, person(2)], { name: "Lampiran" }),
    ]
    const { sender, rows, findings } = read("", ...sheets)
    expect(sender.kind).toBe("unknown")
    expect(codesOf(findings)).toContain("FILE_OF_SEVERAL")
    expect(areas(rows)).toEqual(["64.71.01.1001", "64.71.02.1001", null])
    expect(codesOf(rows[2]?.findings ?? [])).toContain("KELURAHAN_UNKNOWN")
    expect(read("Kelurahan Damai", ...sheets).sender.areaCode).toBe("64.71.01.1001")
  })
  test("the bare word Kelurahan names no office", () => {
    const sheet = sheetOf([["Kelurahan"], HEADER, personRow(0)])
    expect(codesOf(read("Kelurahan", sheet).findings)).toEqual(["FILE_SENDER_UNKNOWN"])
  })
})

test("a file that writes months first is read so throughout", () => {
  const births = [
    ["6471011708809001", "08/17/1980"],
    ["6471013112809002", "12/31/1980"],
    ["6471010408809003", "03/04/1980"],
  ] as const
  const rows = births.map(([nik, date], serial) => personRow(serial, { 2: nik, 3: date }))
  const read = people(sheetOf([HEADER, ...rows]))
  expect(read.map((row) => row.birthDate)).toEqual(["1980-08-17", "1980-12-31", "1980-03-04"])
})

test.each([
  [{ text: "29450", kind: "date" } as const, "17-08-1980"],
  [{ text: "1980-08-17T00:00:00", kind: "date" } as const, "17-08-1980"],
  ["17/08/1980", "17/08/1980"],
])("a finding shows %j as people see it", (born, shown) => {
  const rows = [
    ["Nama", "NIK", "Tgl Lahir"],
    ["PEKERJA AK", "6471010105809001", born],
  ]
  const [row] = people(sheetOf(rows))
  const finding = row?.findings.find(({ code }) => code === "DOB_NIK_MISMATCH")
  expect(finding?.before).toBe(shown)
})

import { describe, expect, test } from "vitest"
import type { RawSheet } from "../../../platform/spreadsheet/workbook.ts"
import { HEADER, personRow, sheetOf, TABLES, workbookOf, type CellText } from "../intake.testing.ts"
import { readFile } from "../read-file.ts"
import { sheetOfTable } from "./side-tables.ts"

type Row = readonly CellText[]

function read(...sheets: readonly RawSheet[]) {
  const file = readFile(
    workbookOf(...sheets),
    { name: "x.xlsx", sender: "Kelurahan Damai" },
    TABLES,
  )
  const people = file.rows.filter((row) => row.kind === "person")
  return {
    ...file,
    people,
    names: people.map((row) => row.name),
    codes: file.findings.map(({ code }) => code),
  }
}

const person = (serial: number): string[] =>
  personRow(serial).map((cell) => (typeof cell === "string" ? cell : String(cell.text)))
const name = (serial: number): string => person(serial)[1] ?? ""
const people = (count: number, from = 0): Row[] =>
  Array.from({ length: count }, (_, index) => person(from + index))
const names = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, index) => name(from + index))

describe("lists beside each other", () => {
  const beside = (left: Row[], right: Row[], gap: number): Row[] =>
    Array.from({ length: Math.max(left.length, right.length) }, (_, index) => [
      ...(left[index] ?? HEADER.map(() => "")),
      ...Array.from({ length: gap }, () => ""),
      ...(right[index] ?? []),
    ])
  test("the same header again in the same row", () => {
    const rows = beside([HEADER, ...people(6)], [HEADER, ...people(4, 6)], 0)
    const file = read(sheetOf([["DAFTAR PEKERJA KELURAHAN DAMAI"], ...rows]))
    expect(file.names.toSorted()).toEqual(names(10).toSorted())
    expect(file.sheets.map((sheet) => sheet.name)).toEqual(["Data", "Data [I:P]"])
    expect(file.people.every((row) => row.areaCode === "64.71.01.1001")).toBe(true)
  })
  test("with an empty column between, other columns, the right one lower", () => {
    const right: Row[] = [[], ["Tambahan"], ["Nama", "NIK", "Tgl Lahir", "Alamat"]]
    for (let serial = 6; serial < 11; serial++)
      right.push([name(serial), person(serial)[2] ?? "", person(serial)[3] ?? "", "Jl. Contoh"])
    const file = read(sheetOf(beside([HEADER, ...people(6)], right, 1)))
    expect(file.names.toSorted()).toEqual(names(11).toSorted())
    expect(file.people.find((row) => row.name === name(7))?.nik).toBe(person(7)[2])
  })
  test("the right one begins with a column without a label", () => {
    const [labels, phones] = [HEADER.slice(1), ["0899-0000-1001", "0899-0000-2001"]]
    const row = (serial: number, index: number): string[] => [
      phones[index] ?? "",
      ...person(serial).slice(1),
    ]
    const rows = Array.from({ length: 6 }, (_, serial) => [
      ...row(serial, 0),
      "",
      ...row(serial + 6, 1),
    ])
    const file = read(sheetOf([["", ...labels, "", "", ...labels], ...rows]))
    expect(file.people.find((one) => one.name === name(0))?.phone).toBe("089900001001")
    expect(file.people.find((one) => one.name === name(6))?.phone).toBe("089900002001")
  })
  test("a title above the lower one is counted, and said to be nobody", () => {
    const right: Row[] = [[], ["Tambahan"], ["Nama", "NIK", "Tgl Lahir", "Alamat"]]
    right.push([name(6), person(6)[2] ?? "", person(6)[3] ?? "", "Jl. Contoh"])
    const file = read(sheetOf(beside([HEADER, ...people(6)], right, 1)))
    const title = file.rows.find((row) => row.cells.includes("Tambahan"))
    expect([title?.kind, title?.outcome]).toEqual(["heading", "ignored"])
  })
  test("labels that are not known word for word are counted once", () => {
    const labels = [
      ...["#", "NO.KK", "No E-KTP", "Nama Yang Diusulkan", "Tempat dan Tgl. Lahir"],
      ...["L/P Laki-laki", "L/P Perempuan", "Almt", "Pekerjaan sehari-hari", "Jml Penghasilan"],
    ]
    const row = (serial: number): string[] => [
      ...[String(serial), "6471012204049001", person(serial)[2] ?? "", name(serial)],
      ...["Bone, 17-08-1980", "v", "", "Jl. Contoh", "nelayan", "1 juta"],
    ]
    const rows = [labels, ...[0, 1, 2, 3, 4].map(row)]
    expect(read(sheetOf(beside(rows, rows, 1))).sheets).toHaveLength(2)
  })
  test("an empty column in the middle of one list parts nothing", () => {
    const rows = [HEADER, ...people(6)].map((row) => [...row.slice(0, 4), "", ...row.slice(4)])
    expect(read(sheetOf(rows)).sheets.map((sheet) => sheet.name)).toEqual(["Data"])
  })
  test.each([
    ["Data [I:P]", "Data"],
    ["RT [1]", "RT [1]"],
  ])("%s is a part of %s", (part, sheet) => expect(sheetOfTable(part)).toBe(sheet))
})

describe("one person in a block of lines", () => {
  const form = (serial: number, line: (label: string, value: string) => Row): Row[] => [
    line("Nama", name(serial)),
    line("NIK", person(serial)[2] ?? ""),
    line("Tempat, Tgl Lahir", `Balikpapan, ${person(serial)[3] ?? ""}`),
    line("Pekerjaan", "nelayan"),
    line("No. HP", "0899-0000-1234"),
  ]
  test.each<[string, (label: string, value: string) => Row]>([
    ["label, colon, value", (label, value) => [label, ":", value]],
    ["label with colon, value", (label, value) => [`${label} :`, value]],
    ["all in one cell", (label, value) => [`${label} : ${value}`]],
    ["numbered", (label, value) => ["1.", label, ":", value]],
  ])("%s", (_, line) => {
    const rows = [0, 1, 2].flatMap((serial) => [...form(serial, line), []])
    const file = read(sheetOf([["FORMULIR USULAN"], [], ...rows]))
    expect(file.names).toEqual(names(3))
    expect(file.sheets[0]?.shape).toBe("forms")
    expect(file.people[1]).toMatchObject({
      nik: person(1)[2],
      birthDate: "1980-08-02",
      sector: "nelayan",
    })
  })
  test("a sheet for every person", () => {
    const sheets = [0, 1].map((serial) =>
      sheetOf(
        form(serial, (label, value) => [label, value]),
        { name: String(serial) },
      ),
    )
    expect(read(...sheets).names).toEqual(names(2))
  })
})

describe("whose line is whose in a sheet of forms", () => {
  type Entry = readonly [label: string, value: string]
  const own = (serial: number): Entry[] => [
    ["Pekerjaan", serial === 1 ? "" : "nelayan"],
    ["Tgl Lahir", person(serial)[3] ?? ""],
    ["Nama", name(serial)],
    ["NIK", serial === 0 ? "" : (person(serial)[2] ?? "")],
    ["Agama", "Islam"],
    ["No. HP", `0899-0000-100${serial}`],
  ]
  const heir: Entry[] = [
    ["Ahli Waris", ""],
    ["Nama", "SITI CONTOH"],
    ["No. HP", "0899-0000-7777"],
  ]
  const lines = (entries: readonly Entry[]): Row[] =>
    entries.map(([label, value]) => (value === "" ? [label] : [label, value]))
  const said = (entries: readonly Entry[]) => entries.filter(([, value]) => value !== "")
  const three = (form: (serial: number) => Row[]) => [0, 1, 2].flatMap(form)
  const isRight = (rows: Row[]): void => {
    const file = read(sheetOf([["FORM PENDATAAN PEKERJA"], ["Alamat : Jl. Contoh 1"], [], ...rows]))
    expect(file.people.map((one) => [one.name, one.nik, one.birthDate, one.phone])).toEqual(
      [0, 1, 2].map((serial) => [
        name(serial),
        serial === 0 ? null : person(serial)[2],
        `1980-08-0${serial + 1}`,
        `08990000100${serial}`,
      ]),
    )
    expect(file.people[1]?.sector).toBeNull()
    expect(file.codes).not.toContain("FORMS_UNCLEAR")
  }
  test.each([
    ["the person in the middle, no empty row", three((serial) => lines(own(serial)))],
    ["an heir below, no empty row", three((serial) => lines([...own(serial), ...heir]))],
    ["what is unknown has no line", three((serial) => [...lines(said(own(serial))), []])],
    [
      "no line for it, an heir and a signature",
      three((serial) => [
        ...lines(said(own(serial))),
        ...lines(heir),
        [`Damai, ${serial + 3} September 2025`],
        ["Pemohon,"],
        [],
      ]),
    ],
  ])("%s", (_, rows) => isRight(rows))

  test("titles are no line of a form, whatever words stand in them", () => {
    const titles = [["KELURAHAN DAMAI"], ["Alamat : Jl. Kantor 1"], [], ["DATA PEKERJA RENTAN"], []]
    const rows = three((serial) => [...lines(said(own(serial))), ...lines(heir), []])
    expect(read(sheetOf([...titles, ...rows])).names).toEqual(names(3))
    // A line that is filled in may be a person's own: nobody can tell.
    const filled = [...titles.slice(0, 3), ["Pekerjaan : Nelayan"], [], ...rows]
    expect(read(sheetOf(filled)).codes).toContain("FORMS_UNCLEAR")
  })
  test("nobody is read where no order and no empty row tells it, and that is asked", () => {
    const rows = three((serial) => lines(said(own(serial))))
    const file = read(sheetOf(rows))
    expect([file.people, file.codes]).toEqual([[], ["FORMS_UNCLEAR", "FILE_HEADER_UNKNOWN"]])
  })
  test("a signature parts people too, and forms that alternate are no longer form", () => {
    const signed = three((serial) => [...lines(said(own(serial))), ["Pemohon,"], ["(.....)"]])
    isRight(signed)
    const two = (serial: number) => own(serial).slice(serial % 2)
    const rows = [2, 3, 4, 5].flatMap((serial) => lines(two(serial)))
    expect(read(sheetOf(rows)).people).toEqual([])
  })
  test("what stands among the lines is counted, and what stands further right is kept", () => {
    const rows = three((serial) => [
      ...lines(own(serial)),
      ["Upah", "1.500.000", `per bulan ${serial}`],
      [`Damai, ${serial + 3} September 2025`],
      [],
    ])
    const file = read(sheetOf(rows))
    const beside = file.rows.filter(({ kind }) => kind !== "person")
    expect(file.people.map(({ cells }) => cells.slice(-2))).toEqual(
      [0, 1, 2].map((serial) => [`per bulan ${serial}`, "Islam"]),
    )
    expect(beside.map(({ cells, outcome }) => [cells[0], outcome])).toEqual(
      [3, 4, 5].map((day) => [`Damai, ${day} September 2025`, "ignored"]),
    )
  })
  test("one person: a letterhead's address is not hers, what stands above her name is", () => {
    const head = [["Alamat: Jl. Kantor No. 1"], ["FORMULIR"], []]
    const rows = [...head, ...lines([...own(2), ["Alamat", "Jl. Contoh 9"]])]
    const [one, ...more] = read(sheetOf(rows)).people
    expect([more, one?.sector, one?.address]).toEqual([[], "nelayan", "Jl. Contoh 9"])
  })
  test("a guide to filling in is no form", () => {
    const guide = [["1. NIK diisi 16 digit"], ["2. Nama tanpa gelar"], ["3. No. HP yang aktif"]]
    expect(read(sheetOf(guide)).codes).toEqual(["SHEET_IGNORED", "FILE_HEADER_UNKNOWN"])
  })
})

test("a line of short answers is no header of a list that lies on its side", () => {
  const labels = ["Nama", "NIK", "Tgl Lahir", "Alamat", "Jenis Kelamin", "Pekerjaan"]
  const values = (serial: number): string[] => [
    ...[name(serial), person(serial)[2] ?? "", person(serial)[3] ?? "", "Jl. Contoh"],
    ...[serial === 1 ? "Perempuan" : "Laki-laki", "nelayan"],
  ]
  const rows = labels.map((label, at) => [label, ...[0, 1, 2].map((one) => values(one)[at] ?? "")])
  expect(read(sheetOf([["KELURAHAN DAMAI"], ...rows])).names).toEqual(names(3))
})

test("a list that lies on its side", () => {
  const upright = [HEADER, ...people(4)]
  const rows = HEADER.map((_, column) => upright.map((row) => row[column] ?? ""))
  const file = read(sheetOf(rows))
  expect(file.names).toEqual(names(4))
  expect(file.people[2]).toMatchObject({ nik: person(2)[2], areaCode: "64.71.01.1001" })
})

describe("headers of several rows", () => {
  test("labels that go on in the next row", () => {
    const rows: Row[] = [
      ["No", "Nama", "Nomor", "Tanggal", "Jenis", "Kelurahan", "Jenis", "Penghasilan"],
      ["Urut", "Lengkap", "KTP", "Lahir", "Kelamin", "", "Pekerjaan", "per Bulan"],
      ...people(6),
    ]
    const file = read(sheetOf(rows))
    expect(file.sheets[0]).toMatchObject({ row: 1, depth: 2 })
    expect(Object.fromEntries(file.sheets[0]?.columns ?? [])).toMatchObject({
      ...{ number: 0, name: 1, nik: 2, birth_date: 3, sex: 4, area: 5, occupation: 6, income: 7 },
    })
  })
  test("a group label that nobody merged", () => {
    const rows: Row[] = [
      ["No", "Identitas", "", "Kelahiran", "", "Alamat", "", ""],
      ["", "Nama", "NIK", "Tempat", "Tanggal", "Jalan", "RT", "Kelurahan"],
      ...people(6).map((row) => [...row.slice(0, 3), "Bone", row[3] ?? "", "Jl. A", "3", "Damai"]),
    ]
    expect(Object.fromEntries(read(sheetOf(rows)).sheets[0]?.columns ?? [])).toMatchObject({
      ...{ name: 1, nik: 2, birth_place: 3, birth_date: 4, address: 5, rt: 6, area: 7 },
    })
  })
  test("a first row of two labels over groups", () => {
    const rows: Row[] = [
      ["No", "Data Pekerja", "", "", "", "", "", ""],
      ["", ...HEADER.slice(1)],
      ...people(6),
    ]
    const merges = [
      { top: 1, bottom: 2, left: 0, right: 0 },
      { top: 1, bottom: 1, left: 1, right: 7 },
    ]
    expect(read(sheetOf(rows, { merges })).sheets[0]).toMatchObject({ row: 1, depth: 2 })
  })
  test("a label merged down says how deep the header is", () => {
    const rows: Row[] = [HEADER, ["", "", "(16 angka)"], ...people(6)]
    const merges = [{ top: 1, bottom: 2, left: 1, right: 1 }]
    expect(read(sheetOf(rows, { merges })).sheets[0]).toMatchObject({ row: 1, depth: 2 })
  })
  test("what a title says above is no part of the header", () => {
    const rows: Row[] = [
      ["Kecamatan : Selatan", "", "Kelurahan : Damai", "Tahun : 2026"],
      HEADER,
      ...people(6),
    ]
    expect(read(sheetOf(rows)).sheets[0]).toMatchObject({ row: 2, depth: 1 })
  })
  test("a header on every page", () => {
    const file = read(sheetOf([HEADER, ...people(5), [], ["Halaman 2"], HEADER, ...people(5, 5)]))
    expect(file.names).toEqual(names(10))
    expect(file.rows.filter((row) => row.kind === "header")).toHaveLength(1)
  })
})

describe("headers without words that anybody knows", () => {
  test("in another language", () => {
    const rows: Row[] = [
      ["#", "Họ tên", "Mã số", "Ngày", "GT", "Xã", "Nghề", "Lương"],
      ...people(12),
    ]
    const file = read(sheetOf(rows))
    expect(file.sheets[0]?.row).toBe(1)
    expect(file.sheets[0]?.columns.get("nik")).toBe(2)
    expect(file.codes).toContain("COLUMN_BY_CONTENT")
  })
  test("none at all: values say what they are, and it is told", () => {
    const file = read(sheetOf([["DATA PEKERJA"], ...people(12)]))
    expect(file.names).toEqual(names(12))
    expect(file.people[3]).toMatchObject({ nik: person(3)[2], birthDate: "1980-08-04", sex: "L" })
    expect(file.codes).toContain("COLUMN_BY_CONTENT")
  })
})

describe("sheets", () => {
  test("of every RT are read as one list of one shape", () => {
    const sheets = [1, 2, 3].map((rt) =>
      sheetOf([HEADER.with(5, ""), ...people(3, rt * 3)], { name: `RT ${rt}` }),
    )
    const file = read(...sheets)
    expect(file.names).toHaveLength(9)
    // Three people alone show no column; nine do.
    expect(file.sheets.map((sheet) => sheet.columns.get("area"))).toEqual([5, 5, 5])
    expect(file.people.map((row) => row.rt)).toEqual(["1", "1", "1", "2", "2", "2", "3", "3", "3"])
  })
  test("that show how to fill in are not read, and said so", () => {
    const guide = sheetOf([HEADER, person(50)], { name: "Contoh Pengisian" })
    const file = read(guide, sheetOf([HEADER, ...people(5)]))
    expect(file.names).toEqual(names(5))
    expect(file.codes).toEqual(["SHEET_IGNORED"])
  })
  test("of a summary are not read", () => {
    const summary = sheetOf(
      [
        ["No", "RT", "Jumlah L", "Jumlah P", "Total"],
        ["1", "RT 01", "5", "7", "12"],
      ],
      { name: "Rekap" },
    )
    expect(read(summary, sheetOf([HEADER, ...people(5)])).names).toHaveLength(5)
  })
})

test("section rows say where and what the next people are", () => {
  const columns = ["No", "Nama", "NIK", "Tgl Lahir"]
  const row = (serial: number): Row => person(serial).slice(0, 4)
  const rows: Row[] = [
    columns,
    ["RT 05"],
    row(0),
    row(1),
    ["RT. 06 RW 02"],
    row(2),
    ["KELURAHAN SEPINGGAN"],
    row(3),
    ["A. NELAYAN"],
    row(4),
  ]
  const { people: read5 } = read(sheetOf(rows))
  expect(read5.map((one) => one.rt)).toEqual(["5", "5", "6", "", ""])
  expect(read5[3]?.areaCode).toBe("64.71.02.1001")
  expect(read5.map((one) => one.sector)).toEqual([null, null, null, null, "nelayan"])
})

describe("below a header", () => {
  test.each<[string, Row]>([
    ["numbers of columns", ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)"]],
    ["letters of columns", ["a", "b", "c", "d", "e", "f", "g", "h"]],
    ["a section", ["", "RT 17"]],
    ["the sum of a page", ["", "Jumlah halaman 1", "12"]],
  ])("%s is nobody, and no part of it", (_, line) => {
    const file = read(sheetOf([HEADER, line, ...people(6)]))
    expect(file.sheets[0]).toMatchObject({ row: 1, depth: 1 })
    expect(file.names).toEqual(names(6))
  })
  test("a person without any number is no header", () => {
    const odd: Row = [
      "7",
      "SITI",
      "proses rekam KTP",
      "12 Mei 1980",
      "P",
      "Damai",
      "swasta",
      "Rp 2.250.000",
    ]
    const file = read(sheetOf([HEADER, ...people(6), odd, person(7)]))
    expect(file.names).toEqual([...names(6), "SITI", name(7)])
  })
})

test("a summary beside the list names no sender", () => {
  const summary = sheetOf(
    [
      ["No", "Kelurahan", "L", "P"],
      ["1", "Sepinggan", "3", "4"],
    ],
    { name: "Rekap" },
  )
  const source = { name: "x.xlsx", sender: "" }
  const list = sheetOf([HEADER.slice(0, 5), ...people(5).map((row) => row.slice(0, 5))])
  expect(readFile(workbookOf(list, summary), source, TABLES).sender.kind).toBe("unknown")
})

test("the line that shows how to fill in is nobody", () => {
  const file = read(sheetOf([HEADER, ["Contoh", ...person(9).slice(1)], ...people(3)]))
  expect(file.names).toEqual(names(3))
})

test("the kelurahan in an address, where nothing else says it", () => {
  const rows: Row[] = [
    ["Nama", "NIK", "Tgl Lahir", "Alamat"],
    [...person(0).slice(1, 4), "Jl. Contoh No 4 RT 05 Kel. Sepinggan Kec. Selatan"],
    [...person(1).slice(1, 4), "Jl. Contoh No 5"],
  ]
  const source = { name: "x.xlsx", sender: "Dinas Perhubungan" }
  const file = readFile(workbookOf(sheetOf(rows)), source, TABLES)
  expect(file.rows.map((row) => [row.areaCode, row.rt])).toEqual([
    ["64.71.02.1001", "5"],
    [null, ""],
  ])
})

test("a name in two columns is one name", () => {
  const rows: Row[] = [
    ["First Name", "Last Name", "NIK", "DOB"],
    ["BUDI", "SANTOSO", person(0)[2] ?? "", "17-08-1980"],
    ["SUKARNO", "", person(1)[2] ?? "", "17-08-1980"],
  ]
  expect(read(sheetOf(rows)).names).toEqual(["BUDI SANTOSO", "SUKARNO"])
})

test("a sheet with more columns than any list is not read, and the others are", () => {
  const wide = sheetOf([Array.from({ length: 600 }, () => "Nama")], { name: "Lebar" })
  const file = read(wide, sheetOf([HEADER, ...people(3)]))
  expect(file.names).toEqual(names(3))
  expect(file.findings).toContainEqual({
    ...{ code: "SHEET_TOO_WIDE", field: "Lebar", before: "", after: "" },
  })
})

describe("a list that says nothing but who", () => {
  const pick = (header: readonly string[], serial: number): Row => {
    const [number = "", called = "", nik = ""] = person(serial)
    const cells: Record<string, string> = { No: number, Nama: called, NIK: nik }
    return header.map((label) => cells[label] ?? "")
  }
  test.each<[readonly string[], number]>([
    [["Nama", "NIK"], 1],
    [["NIK", "Nama"], 6],
    [["No", "Nama", "NIK"], 1],
    [["No", "Nama", "NIK"], 3],
  ])("%j over %i people: all are read, and asked for the rest", (header, count) => {
    const rows = Array.from({ length: count }, (_, serial) => pick(header, serial))
    const file = read(sheetOf([["KELURAHAN DAMAI"], header, ...rows]))
    expect(file.names).toEqual(names(count))
    expect(file.people.map(({ outcome }) => outcome)).toEqual(rows.map(() => "set_aside"))
  })
  test("over nobody with a NIK it is no header", () => {
    const file = read(
      sheetOf([
        ["Nama", "NIK"],
        ["tetap semangat", "2026"],
      ]),
    )
    expect(file.people).toEqual([])
    expect(file.codes).toContain("FILE_HEADER_UNKNOWN")
  })
})

import { describe, expect, test } from "vitest"
import type { Field } from "./field.ts"
import { HEADER, personRow, sheetOf, type CellText, type SheetExtras } from "../intake.testing.ts"
import { isNumbering } from "./header-rows.ts"
import { findHeaders } from "./layout.ts"

function headersOf(rows: readonly (readonly CellText[])[], extras: SheetExtras = {}) {
  return findHeaders(sheetOf(rows, extras))
}

/** Column by field of the only header. */
function columnsOf(rows: readonly (readonly CellText[])[], extras: SheetExtras = {}) {
  const headers = headersOf(rows, extras)
  expect(headers).toHaveLength(1)
  return Object.fromEntries(headers[0]?.columns ?? []) as Partial<Record<Field, number>>
}

const PEOPLE = Array.from({ length: 6 }, (_, index) => personRow(index))
/** The same with the place of birth before its date. */
const BORN = PEOPLE.map((row) => row.toSpliced(3, 0, "Balikpapan").toSpliced(6, 1))

test("a header in the first row", () => {
  expect(columnsOf([HEADER, ...PEOPLE])).toEqual({
    number: 0,
    name: 1,
    nik: 2,
    birth_date: 3,
    sex: 4,
    area: 5,
    occupation: 6,
    income: 7,
  })
})

test("the date of birth in three columns", () => {
  const header = ["Nama", "NIK", "Tgl Lahir", "Bln Lahir", "Thn Lahir", "Pekerjaan"]
  const rows = PEOPLE.map((row, index) => [row[1], row[2], `${index + 3}`, "8", "1980", "nelayan"])
  expect(columnsOf([header, ...rows.map((row) => row.map((cell) => cell ?? ""))])).toMatchObject({
    birth_day: 2,
    birth_month: 3,
    birth_year: 4,
  })
})

describe("the same below a heading, or with the week's day for the day", () => {
  const rows = PEOPLE.map((row, index) => [
    ...[row[0], row[1], row[2], `${index + 3}`, "8", "1980", "nelayan"].map((cell) => cell ?? ""),
  ])
  const heading = ["No", "Nama", "NIK", "Lahir", "", "", "Pekerjaan"]
  const parts = ["", "", "", "Tgl (wajib diisi)", "Bln (wajib diisi)", "Thn (wajib diisi)", ""]
  test.each([
    ["in one row", [["No", "Nama", "NIK", "Hari Lahir", "Bulan Lahir", "Tahun Lahir", "Kerja"]]],
    ["with what the form asks", [heading, parts]],
    ["numbered", [heading, ["", "", "", "4. Hari", "5. Bulan", "6. Tahun", ""]]],
  ])("%s", (_, header) =>
    expect(columnsOf([...header, ...rows])).toMatchObject({
      birth_day: 3,
      birth_month: 4,
      birth_year: 5,
    }),
  )
  test("the day of the week alone is no date", () => {
    const found = columnsOf([["Nama", "NIK", "Tgl Lahir", "Hari Lahir", "JK"]])
    expect([found.birth_date, found.birth_day]).toEqual([2, undefined])
  })
})

describe("labels below labels that nobody merged", () => {
  const header = HEADER.map((label) => (label === "NIK" ? "Nomor" : label))
  const upper = header.map((label) => (label === "Kelurahan" ? "Tempat Tinggal" : label))
  test.each([
    ["ID KTP", "", undefined],
    ["", "Kel/Desa", 5],
    ["No. KTP", "Kelurahan Domisili", 5],
  ])("%j and %j", (nik, area, column) => {
    const rows = [upper, ["", "", nik, "", "", area], ...PEOPLE]
    const [found, ...more] = headersOf(rows)
    expect([found?.depth, more.length]).toEqual([2, 0])
    expect([found?.columns.get("nik"), found?.columns.get("area")]).toEqual([2, column])
  })
  test("a kelurahan alone on its row begins a part of the list", () => {
    const rows = [HEADER, ["", "", "", "", "", "Kel. Damai"], ...PEOPLE]
    expect(headersOf(rows)[0]?.depth).toBe(1)
  })
  test("below a band over the whole list, with no more columns than before", () => {
    const band = ["DATA DIRI", "", "", "", "PENDUKUNG"]
    const second = ["", "", "", "", "", "Kelurahan"]
    const merges = [
      { top: 1, bottom: 1, left: 0, right: 3 },
      { top: 1, bottom: 1, left: 4, right: 7 },
    ]
    expect(columnsOf([band, upper, second, ...PEOPLE], { merges })).toMatchObject({ area: 5 })
  })
})

test("a place for the signature says nothing of the column above it", () => {
  const header = ["No", "Nama", "NIK", "Kelahiran", "JK"]
  const rows = PEOPLE.slice(0, 5).map((row) => [
    ...row.slice(0, 3),
    "BONE, 17-08-1980",
    row[4] ?? "",
  ])
  const tail = ["Damai, 3 September 2025", "Mengetahui,", "Lurah", "", "SURYANTO", "NIP. 1970"]
  const signed = tail.map((text) => ["", "", "", text])
  expect(columnsOf([header, ...rows, ...signed])).toMatchObject({ birth_place_date: 3 })
})

test("a header of which few labels are known word for word, and nearly all are read", () => {
  const header = [
    ...["No Urut", "Nama Nelayan", "No. NIK", "T. Lahir", "Tanggal_Lahir", "Jns Kelamin LAKI2"],
    ...[
      "Jns Kelamin PEREMPUAN",
      "KEL.",
      "Suku",
      "Pekerjaan Sehari-hari",
      "Status Kawin",
      "Ket. Lain",
    ],
  ]
  const rows = BORN.slice(0, 2).map((row) => [
    ...row.slice(0, 5),
    ...["v", "", "Damai", "Bugis", "nelayan", "Kawin", ""],
  ])
  expect(columnsOf([header, ["1. RT 17"], ...rows])).toMatchObject({ name: 1, nik: 2, area: 7 })
})

test("labels below a word that is none go on with the header, though nobody merged", () => {
  const upper = ["Nama", "Data Kependudukan", "Tgl Lahir", "Alamat", "Jns Pekerjaan"]
  const rows = PEOPLE.map((row) => [row[1] ?? "", row[2] ?? "", row[3] ?? "", "Damai", "nelayan"])
  const [header] = headersOf([upper, ["", "No E-KTP", "", "Kel"], ...rows])
  expect(header?.depth).toBe(2)
  expect(Object.fromEntries(header?.columns ?? [])).toMatchObject({ nik: 1, area: 3 })
})

test("below a letterhead", () => {
  const [header] = headersOf([
    ["PEMERINTAH KOTA"],
    ["KECAMATAN BALIKPAPAN SELATAN", "", "Lampiran", "Surat Lurah"],
    [],
    ["DAFTAR NAMA PEKERJA RENTAN"],
    HEADER,
    ...PEOPLE,
  ])
  expect(header).toMatchObject({ at: 3, depth: 1 })
})

test("two rows, the upper one merged over its columns", () => {
  const rows = [
    ["No", "Identitas", "", "Kelahiran", "", "JK", "Pekerjaan"],
    ["", "Nama", "No KTP", "Tempat", "Tanggal", "", "Pokok"],
    ...BORN,
  ]
  const merges = [
    { top: 1, bottom: 1, left: 1, right: 2 },
    { top: 1, bottom: 1, left: 3, right: 4 },
    { top: 1, bottom: 2, left: 5, right: 5 },
  ]
  const [header] = headersOf(rows, { merges })
  expect(header?.depth).toBe(2)
  expect(Object.fromEntries(header?.columns ?? [])).toMatchObject({
    name: 1,
    nik: 2,
    birth_place: 3,
    birth_date: 4,
    sex: 5,
    occupation: 6,
  })
  expect(header?.labels.get(4)).toBe("Kelahiran Tanggal")
})

test("three rows", () => {
  const rows = [
    ["No", "Data Pekerja", "", "", "", "Ket"],
    ["", "Identitas", "", "Kelahiran", "", ""],
    ["", "Nama", "NIK", "Tempat", "Tgl", ""],
    ...BORN,
  ]
  const merges = [
    { top: 1, bottom: 1, left: 1, right: 4 },
    { top: 2, bottom: 2, left: 1, right: 2 },
    { top: 2, bottom: 2, left: 3, right: 4 },
  ]
  const headers = headersOf(rows, { merges })
  const columns = headers[0]?.columns ?? new Map<Field, number>()
  expect(headers).toHaveLength(1)
  expect(Object.fromEntries(columns)).toMatchObject({
    name: 1,
    nik: 2,
    birth_place: 3,
    birth_date: 4,
  })
  expect((headers[0]?.at ?? 0) + (headers[0]?.depth ?? 0)).toBe(3)
})

test("two columns to tick below the sex", () => {
  const rows = [
    ["No", "Nama", "NIK", "Jenis Kelamin", "", "Alamat"],
    ["", "", "", "L", "P", ""],
    ["1", "PEKERJA AK", "6471010108809001", "v", "", "Jl. Contoh"],
  ]
  const merges = [{ top: 1, bottom: 1, left: 3, right: 4 }]
  expect(columnsOf(rows, { merges })).toMatchObject({ sex_male: 3, sex_female: 4, address: 5 })
})

test("a lone P is no column to tick", () => {
  const columns = columnsOf([
    ["No", "Nama", "NIK", "P", "Alamat"],
    ["1", "PEKERJA AK"],
  ])
  expect(columns).toEqual({ number: 0, name: 1, nik: 2, address: 4 })
})

test("the numbering row below a header is no part of it", () => {
  const numbering = ["1", "2", "3", "4", "5", "6", "7", "8"]
  const [header] = headersOf([HEADER, numbering, ...PEOPLE])
  expect(header?.depth).toBe(1)
})

test.each([
  [["(1)", "(2)", "(3)"], true],
  [["1", "2", "3", "4"], true],
  [["2", "3", "4"], true],
  [["1", "2", "4"], false],
  [["1", "2"], false],
  [["1", "Budi", "3"], false],
])("%j numbers columns: %s", (texts, numbers) => {
  const row = sheetOf([texts]).rows[0]
  expect(row !== undefined && isNumbering(row)).toBe(numbers)
})

test("a list repeated below with other columns has its own header", () => {
  const headers = headersOf([
    HEADER,
    ...PEOPLE,
    [],
    ["Tambahan RT 2"],
    ["No", "NIK", "Nama", "Alamat"],
    ["1", "6471010108809050", "PEKERJA ZZ", "Jl. Contoh"],
  ])
  expect(headers.map((header) => header.at)).toEqual([0, 8])
  expect(headers[1]?.columns.get("nik")).toBe(1)
})

describe("a person without a NIK is no header", () => {
  const below = PEOPLE.slice(3)
  test.each<[string, readonly CellText[], readonly CellText[]]>([
    [
      "words that are one slip from a label's",
      HEADER,
      ["4", "ferdi wibowo", "", "", "RT.19/RW.08", "Kel.Karang Jati", "swasta", "1.3 juta"],
    ],
    ["a name that is also a word for it", HEADER, ["", "Asma", "", "", "P", "Damai", "usaha kue"]],
    [
      "cells without a digit",
      HEADER,
      ["", "Asma Wati", "", "", "Kel. Damai", "Jl. Mawar", "usaha kue", "Ibu Dewi"],
    ],
    [
      "below words that nobody knows",
      ["No", "Qbb", "Qcc", "Qdd", "Qee", "Qff", "Qgg", "Qhh"],
      ["9", "Budi", "", "Asma", "L", "Damai", "nelayan", "sedikit"],
    ],
  ])("%s", (_, header, person) => {
    const headers = headersOf([header, ...PEOPLE.slice(0, 3), person, ...below])
    expect(headers.map(({ at }) => at)).toEqual([0])
  })
})

test.each([
  ["Kelahiran", ["Bone - 20 Oktober 2003", "Flores Timur - 3 Januari 1963"], "birth_place_date"],
  ["Tgl Lahir", ["Bone, 20-10-2003", "Ende, 3-1-1963", "Ende, 4-1-1963"], "birth_place_date"],
  ["Tempat, Tgl Lahir", ["20-10-2003", "3-1-1963"], "birth_date"],
  ["Kelahiran", ["20 Oktober 2003", "Ende - 3 Januari 1963"], "birth_date"],
  ["Kelahiran", ["Ende - 3 Januari 1963"], "birth_date"],
] as const)("in a short list %s over %j is %s", (label, cells, field) => {
  const rows = cells.map((cell, index) => personRow(index).with(3, cell))
  expect(columnsOf([HEADER.with(3, label), ...rows])).toMatchObject({ [field]: 3 })
})

test("columns without a label are recognised by what stands in them", () => {
  const header = ["No", "Nama", "", "", "", "Kelurahan", "Pekerjaan", "Penghasilan"]
  expect(columnsOf([header, ...PEOPLE])).toMatchObject({ nik: 2, birth_date: 3, sex: 4 })
})

const parted = (year: (at: number) => string) =>
  PEOPLE.map((row, at) => row.toSpliced(3, 1, "17", "8", year(at)))
const partedHeader = (...labels: readonly string[]) => HEADER.toSpliced(3, 1, ...labels)
const BIRTH_PARTS = { birth_day: 3, birth_month: 4, birth_year: 5 }

test.each<[string, readonly string[], (at: number) => string, Partial<Record<Field, number>>]>([
  ["years of birth", ["Tgl", "Bln", "Thn"], (at) => String(1970 + at), BIRTH_PARTS],
  ["in whole words", ["TANGGAL", "BULAN", "TAHUN"], (at) => String(70 + at), BIRTH_PARTS],
  ["years of today", ["Tgl", "Bln", "Thn"], () => "2026", {}],
  ["in another order", ["Thn", "Bln", "Tgl"], (at) => String(1970 + at), {}],
])("a day, a month and a year beside each other, %s", (_, labels, year, expected) => {
  const columns = columnsOf([partedHeader(...labels), ...parted(year)])
  const { birth_day, birth_month, birth_year } = columns
  const found = { birth_day, birth_month, birth_year }
  expect(Object.fromEntries(Object.entries(found).filter(([, column]) => column))).toEqual(expected)
})

test("beside a date of birth they are none", () => {
  const header = [...partedHeader("Tgl", "Bln", "Thn"), "Tanggal Lahir"]
  const rows = parted((at) => String(1970 + at)).map((row) => [...row, "17-08-1980"])
  expect(columnsOf([header, ...rows])).toMatchObject({ birth_date: 10 })
})

describe("no list", () => {
  test.each([
    ["too few people without a header", PEOPLE.slice(0, 3)],
    [
      "a summary",
      [
        ["No", "Kelurahan", "Jumlah"],
        ["1", "Damai", "12"],
        ["2", "Damai Baru", "9"],
      ],
    ],
    ["a letter", [["Kepada"], ["Yth. Kepala Dinas"], ["Nama dan NIK terlampir"]]],
    ["nothing", []],
  ] as const)("%s", (_, rows) => expect(headersOf(rows)).toEqual([]))
})

test("a merge over the whole sheet costs nothing", () => {
  const merges = [{ top: 1, bottom: 1_048_576, left: 0, right: 16_383 }]
  expect(headersOf([["Daftar", "Nama", "NIK", "Alamat"], ...PEOPLE], { merges })).toHaveLength(1)
})

test.each([
  [["Nama", "NIK", "Wilayah"], 2, undefined],
  [["Nama", "NIK", "Sub-District", "Village"], 3, 2],
])("%j: the area stands in column %s", (labels, area, district) => {
  const found = columnsOf([labels])
  expect([found.area, found.district]).toEqual([area, district])
})

const WORKERS = ["AK", "BE", "CI"].map((name, index) => [
  String(index + 1),
  `PEKERJA ${name}`,
  `647101010880900${index + 1}`,
])
/** What stands below "No | Nama | NIK" and how it is read; unmerged groups stand over empty cells. */
test.each([
  [
    [
      ["TTL", "", "Jenis Kelamin", ""],
      ["Tempat", "Tanggal", "L", "P"],
    ],
    [],
    ["Bone", "01-08-1980", "v", ""],
    { birth_place: 3, birth_date: 4, sex_male: 5, sex_female: 6 },
  ],
  [
    [
      ["Tempat/Tgl Lahir", "", "HP"],
      ["Kota", "Tgl", "Aktif"],
    ],
    [[3, 4]],
    ["Bone", "01-08-1980", "089900000001"],
    { birth_place: 3, birth_date: 4, phone: 5 },
  ],
  [
    [
      ["Penghasilan", "", "Ket"],
      ["Min", "Max", ""],
    ],
    [[3, 4]],
    ["500.000", "900.000", ""],
    { income: 3, income_high: 4, remarks: 5 },
  ],
  [
    [
      ["Domisili", "", "Pekerjaan", ""],
      ["Kel", "Kec", "Utama", "Sampingan"],
    ],
    [
      [3, 4],
      [5, 6],
    ],
    ["Damai", "Kota", "nelayan", "dagang"],
    { area: 3, district: 4, occupation: 5 },
  ],
  [
    [["Tgl Lahir", "Bln Lahir", "Thn Lahir"]],
    [],
    ["1", "8", "1980"],
    { birth_day: 3, birth_month: 4, birth_year: 5 },
  ],
])("groups of labels: %j", (labels, groups, values, expected) => {
  const rows = [
    ...labels.map((cells, index) => [
      ...(index === 0 ? ["No", "Nama", "NIK"] : ["", "", ""]),
      ...cells,
    ]),
    ...WORKERS.map((person) => [...person, ...values]),
  ]
  const merges = groups.map(([left = 0, right = 0]) => ({ top: 1, bottom: 1, left, right }))
  expect(columnsOf(rows, { merges })).toMatchObject({ name: 1, nik: 2, ...expected })
})

test("a person below a merged heading is no label", () => {
  const rows = [
    ["No", "Nama", "Alamat", "", "Pekerjaan"],
    ["1", "PEKERJA AK", "Jl. Contoh", "RT 5", "nelayan"],
  ]
  const [header] = headersOf(rows, { merges: [{ top: 1, bottom: 1, left: 2, right: 3 }] })
  expect(header?.depth).toBe(1)
})

import { describe, expect, test } from "vitest"
import type { Field } from "./field.ts"
import { personRow, sheetOf, TABLES, type CellText } from "../intake.testing.ts"
import { findHeaders } from "./layout.ts"

const COUNT = 12
const WORKS = ["nelayan", "petani", "penjahit", "tukang batu", "pedagang sayur", "pemulung"]
const NAMES = ["BUDI SANTOSO", "SITI AMINAH", "ANDI RAHMAN", "DEWI LESTARI", "JOKO SUSILO", "RINA"]

function textOf(cell: CellText | undefined): string {
  return typeof cell === "string" ? cell : ""
}

/** Values of many people for one column. */
const VALUES = {
  no: (index: number) => String(index + 1),
  name: (index: number) => `${NAMES[index % 6] ?? ""} ${"ABCDEFGHIJKL"[index] ?? ""}UN`,
  namesake: (index: number) => NAMES[index % 6] ?? "",
  nik: (index: number) => textOf(personRow(index)[2]),
  longPhone: (index: number) => `(0899) 0000${1000 + index}`,
  otherNik: (index: number) => textOf(personRow(index + 40)[2]),
  // The day on which a family card was issued: recent, and the same for men and women.
  kk: (index: number) => `647101${String(10 + index)}0417${String(9001 + index)}`,
  date: (index: number) => textOf(personRow(index)[3]),
  sex: (index: number) => (index % 2 === 0 ? "L" : "P"),
  area: (index: number) => (index % 3 === 0 ? "Damai" : "Sepinggan"),
  work: (index: number) => WORKS[index % 6] ?? "",
  wage: (index: number) => `Rp ${1 + (index % 3)}.500.000`,
  phone: (index: number) => `0899-0000-${String(1000 + index)}`,
  street: (index: number) => `Jl. Contoh No. ${index + 1} RT 0${(index % 8) + 1}`,
  mother: (index: number) => `${NAMES[(index + 3) % 6] ?? ""} ${"MNOPQRSTUVWX"[index] ?? ""}AH`,
  card: (index: number) => `00012345678${String(10 + index)}`,
  map: (index: number) => `-1.2379,116.85${String(10 + index)}`,
  shortYear: (index: number) => `${1 + index} April '${String(70 + index)}`,
  noBlank: (index: number) => `${1 + index}Mei19${String(70 + index)}`,
  packed: (index: number) => `${String(10 + index)}0719${String(70 + index)}`,
  hour: (index: number) => `${String(10 + index)}/01/1990 0:00:00`,
  rt: (index: number) => String(index + 1),
  rtOnly: (index: number) => `${String(10 + index)}/-`,
  code: (index: number) => `DRV-${936_175 + index}`,
  blank: () => "",
} as const

type Column = readonly [label: string, values: keyof typeof VALUES]

function headerOf(columns: readonly Column[], hidden: readonly number[] = [], count = COUNT) {
  const people = Array.from({ length: count }, (_, index) =>
    columns.map(([, values]): CellText => VALUES[values](index)),
  )
  const sheet = sheetOf([columns.map(([label]) => label), ...people], {})
  const [header] = findHeaders({ ...sheet, hiddenColumns: hidden }, TABLES)
  const columnsOf = Object.fromEntries(header?.columns ?? []) as Partial<Record<Field, number>>
  return {
    header,
    columns: columnsOf,
    unsure: (header?.unsure ?? []).map((one) => [one.column, ...one.readings]),
  }
}

const PLAIN: readonly Column[] = [
  ["No", "no"],
  ["Nama", "name"],
  ["NIK", "nik"],
  ["Tgl Lahir", "date"],
  ["Kelurahan", "area"],
  ["Pekerjaan", "work"],
  ["Penghasilan", "wage"],
]

test("labels and values agree: every column is sure and nothing is asked", () => {
  const { header, unsure } = headerOf(PLAIN)
  expect(unsure).toEqual([])
  expect(header?.readings.map(({ confidence }) => Math.min(confidence, 0.9))).toEqual(
    PLAIN.map(() => 0.9),
  )
})

describe("values contradict a label", () => {
  test("a NIK header over phone numbers is the phone column", () => {
    const { columns, unsure, header } = headerOf(PLAIN.with(2, ["NIK", "phone"]))
    expect([columns.nik, columns.phone, unsure]).toEqual([undefined, 2, []])
    expect(header?.readings.find(({ field }) => field === "phone")?.by).toBe("content")
  })
  test("two columns under each other's label are asked where both matter", () => {
    const { columns, unsure } = headerOf(
      PLAIN.with(4, ["Kelurahan", "date"]).with(3, ["Tgl Lahir", "area"]),
    )
    expect([columns.area, columns.birth_date]).toEqual([undefined, undefined])
    expect(new Set(unsure.map(([column]) => column))).toEqual(new Set([3, 4]))
  })
  test("NIK and family card in each other's column are asked, never exchanged", () => {
    const { columns, unsure } = headerOf([...PLAIN.with(2, ["NIK", "kk"]), ["No KK", "nik"]])
    expect([columns.nik, columns.kk]).toEqual([undefined, undefined])
    expect(unsure).toEqual([
      [2, "nik", "kk"],
      [7, "kk", "nik"],
    ])
  })
})

test("a family card that looks like a NIK keeps its label where the NIK stands elsewhere", () => {
  const { columns, unsure } = headerOf([...PLAIN, ["No KK", "nik"]])
  expect([columns.nik, columns.kk, unsure]).toEqual([2, 7, []])
})

describe("words that nobody knows stand over what decides about a person", () => {
  const strange = (column: number, label: string) => {
    const [, values] = PLAIN[column] ?? ["", "blank"]
    return headerOf(PLAIN.with(column, [label, values]))
  }
  test.each<[string, number, Field]>([
    ["Duit", 6, "income"],
    ["Hasil", 6, "income"],
    ["Uang masuk sebulan", 6, "income"],
    ["Orang", 1, "name"],
    ["Kesibukan", 5, "occupation"],
  ])("%s is asked once, never read", (label, column, field) => {
    const { columns, unsure } = strange(column, label)
    expect([columns[field], unsure]).toEqual([undefined, [[column, field]]])
  })
  test("namesakes are asked about as well", () => {
    const { unsure } = headerOf(PLAIN.with(1, ["Orang", "namesake"]))
    expect(unsure).toEqual([[1, "name"]])
  })
  test("nothing is asked where a known label says it", () => {
    const known: Column[] = [
      ["Duit", "wage"],
      ["Orang", "mother"],
      ["Kesibukan", "work"],
    ]
    expect(headerOf([...PLAIN, ...known]).unsure).toEqual([])
  })
  test.each(["Aplikator", "platform", "Kelompok Usaha", "Nama Kelompok"])(
    "%s is called after the work of its people, and is no occupation",
    (label) => expect(strange(5, label).unsure).toEqual([]),
  )
  test("what numbers somebody is no occupation, whatever its letters abbreviate", () => {
    expect(headerOf(PLAIN.with(5, ["Tanda", "code"])).unsure).toEqual([])
  })
  test.each<[string, number, Field]>([
    ["Duit", 6, "income"],
    ["Orang", 1, "name"],
    ["Deret", 2, "nik"],
  ])("%s is asked in a list of few as well", (label, column, field) => {
    const [, values] = PLAIN[column] ?? ["", "blank"]
    const { columns, unsure } = headerOf(PLAIN.with(column, [label, values]), [], 3)
    expect([columns[field], unsure]).toEqual([undefined, [[column, field]]])
  })
  test("NIKs below a second running number are the NIKs", () => {
    const { columns, unsure, header } = headerOf(PLAIN.with(2, ["Nomor", "nik"]))
    expect([columns.number, columns.nik, unsure]).toEqual([0, 2, []])
    expect(header?.readings.find(({ field }) => field === "nik")?.by).toBe("content")
  })
})

test("running numbers under No are none where they are NIKs", () => {
  const { columns } = headerOf([["Nama", "name"], ["No", "nik"], ...PLAIN.slice(3)])
  expect([columns.number, columns.nik]).toEqual([undefined, 1])
})

describe("two columns say the same", () => {
  test("a label over other values gives way to one that its values bear out", () => {
    const { columns, unsure } = headerOf([...PLAIN, ["Kelurahan", "work"], ["No. KTP", "kk"]])
    expect(columns.area).toBe(4)
    expect(columns.nik).toBe(2)
    expect(unsure).toEqual([])
  })
  test("two names that differ are asked", () => {
    const { columns, unsure } = headerOf([...PLAIN, ["Nama Lengkap", "mother"]])
    expect([columns.name, unsure]).toEqual([
      undefined,
      [
        [1, "name"],
        [7, "name"],
      ],
    ])
  })
  test("the head of the family is not the candidate where the list names another", () => {
    for (const label of ["Nama Calon", "Nama", "NAMA ANGGOTA"]) {
      const head: Column = ["NAMA KEPALA KELUARGA", "mother"]
      const { columns, unsure } = headerOf([...PLAIN.with(1, head), [label, "name"]])
      expect([columns.name, unsure]).toEqual([7, []])
    }
    const alone = headerOf(PLAIN.with(1, ["NAMA KEPALA KELUARGA", "name"]))
    expect([alone.columns.name, alone.unsure]).toEqual([1, []])
  })
  test("nor is his name taken while two others are asked", () => {
    const names: Column[] = [
      ["Nama Lengkap", "mother"],
      ["NAMA KK", "work"],
    ]
    const { columns, unsure } = headerOf([...PLAIN, ...names])
    expect([columns.name, unsure.map(([column]) => column)]).toEqual([undefined, [1, 7]])
  })
  test("an empty one, or one that says the same, is no question", () => {
    expect(headerOf([...PLAIN, ["Nama Lengkap", "blank"]]).columns.name).toBe(1)
    expect(headerOf([...PLAIN, ["Nama Lengkap", "name"]]).columns.name).toBe(1)
    expect(
      headerOf([["Nama", "blank"], ...PLAIN.slice(1).with(0, ["Nama Lengkap", "name"])]).columns
        .name,
    ).toBe(1)
  })
})

describe("hidden columns", () => {
  test("a hidden old NIK under the same label gives way to the visible one", () => {
    const { columns, unsure } = headerOf([...PLAIN, ["NIK", "kk"]], [7])
    expect([columns.nik, unsure]).toEqual([2, []])
  })
  test("the only NIK is read where its column is hidden", () => {
    const { header, columns, unsure } = headerOf(PLAIN, [2])
    expect([columns.nik, unsure]).toEqual([2, []])
    expect(header?.readings.filter(({ isHidden }) => isHidden)).toMatchObject([{ field: "nik" }])
  })
  test("numbers of telephones, however written, are no rival of it", () => {
    expect(headerOf([...PLAIN, ["No HP", "longPhone"]], [2]).columns.nik).toBe(2)
  })
  test.each(["card", "map"] as const)("nor are numbers of another length: %s", (values) => {
    expect(headerOf([...PLAIN, ["Kode Lain", values]], [2]).columns.nik).toBe(2)
  })
  test("it is asked beside a visible column of numbers as long", () => {
    const { columns, unsure } = headerOf([...PLAIN, ["Kode Peserta Lain", "kk"]], [2])
    expect([columns.nik, unsure[0]]).toEqual([undefined, [2, "nik"]])
  })
  test("two of them that differ are asked", () => {
    const { columns, unsure } = headerOf([...PLAIN, ["NIK", "otherNik"]], [2, 7])
    const asked = [
      [2, "nik"],
      [7, "nik"],
    ]
    expect([columns.nik, unsure]).toEqual([undefined, asked])
  })
  test("the highest income is not the income while the lowest is hidden", () => {
    const pair: Column[] = [
      ["Penghasilan terendah", "wage"],
      ["Penghasilan tertinggi", "wage"],
    ]
    const { columns, unsure } = headerOf([...PLAIN.slice(0, 6), ...pair], [6])
    expect([columns.income, unsure]).toEqual([undefined, [[6, "income"]]])
  })
  test("another field's only column is asked all the same", () => {
    const { columns, unsure } = headerOf(PLAIN, [6])
    expect([columns.income, unsure]).toEqual([undefined, [[6, "income"]]])
  })
})

test.each([
  ["Penghasilan per hari", undefined, 1],
  ["Upah harian", undefined, 1],
  ["Pendapatan/minggu", undefined, 0],
  ["Penghasilan per tahun", undefined, 0],
  ["Daily income", undefined, 1],
  ["Penghasilan per bulan", 6, 0],
])("%s over the amounts of months: income column %s, asked %s", (label, column, asked) => {
  const { columns, unsure } = headerOf(PLAIN.with(6, [label, "wage"]))
  expect([columns.income, unsure.length]).toEqual([column, asked])
})

test("a name in two columns", () => {
  const { columns } = headerOf([["First Name", "name"], ["Last Name", "mother"], ...PLAIN.slice(2)])
  expect([columns.name, columns.name_first, columns.name_last]).toEqual([undefined, 0, 1])
})

test("an address that is nothing but a kelurahan is the kelurahan too", () => {
  const { columns } = headerOf(PLAIN.with(4, ["Alamat", "area"]))
  expect([columns.address, columns.area]).toEqual([4, 4])
})

describe("columns without a label that anybody knows", () => {
  test.each([
    ["nik", 2],
    ["birth_date", 3],
    ["area", 4],
    ["income", 6],
  ] as const)("an empty label over %s", (field, column) => {
    const { columns } = headerOf(
      PLAIN.map(([label, values], index) => [index === column ? "" : label, values]),
    )
    expect(columns[field]).toBe(column)
  })
  test("two columns of names without a label are asked", () => {
    const { columns, unsure } = headerOf([
      ["", "name"],
      ["", "mother"],
      ...PLAIN.slice(2),
      ["RT", "no"],
    ])
    expect([columns.name, unsure.length]).toEqual([undefined, 2])
  })
})

describe("dates without a label", () => {
  test.each(["shortYear", "noBlank", "packed", "hour"] as const)("%s", (values) => {
    const { columns } = headerOf([...PLAIN.slice(0, 3), ["", values], ...PLAIN.slice(4)])
    expect(columns.birth_date).toBe(3)
  })
  test("of a second day are no income", () => {
    const { columns } = headerOf([...PLAIN.slice(0, 6), ["", "packed"]])
    expect([columns.birth_date, columns.income]).toEqual([3, undefined])
  })
})

test.each([
  ["Alamat ket. rt", "rt", "rt", 7],
  ["Alamat", "rtOnly", "rt_rw", 7],
  ["RT/RW", "street", "address", 7],
] as const)("%s over values of %s", (label, values, field, column) => {
  expect(headerOf([...PLAIN, [label, values]]).columns[field]).toBe(column)
})

test("a second column called number that holds NIKs is the NIK, and said so", () => {
  const { columns, header } = headerOf(PLAIN.with(2, ["Nomor", "nik"]))
  expect([columns.number, columns.nik]).toEqual([0, 2])
  expect(header?.readings.find(({ field }) => field === "nik")?.by).toBe("content")
})

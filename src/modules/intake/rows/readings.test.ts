import { expect, test } from "vitest"
import { quietReadings, type ReadValues } from "./readings.ts"

const NOTHING: ReadValues = {
  ...{ name: "", sex: null, birthDate: null, areaCode: null, sector: null, phone: "" },
  findings: [],
}

const read = (row: Partial<ReadValues>, cells: Readonly<Record<string, string>>) =>
  quietReadings({ ...NOTHING, ...row }, (field) => cells[field] ?? null).map(
    ({ field, before, after, rule }) => [rule, field, before, after].join(" · "),
  )

test.each([
  ["a name", { name: "BUDI" }, { name: "Budi" }, ["NAME_CAPITALS · name · Budi · BUDI"]],
  ["capitals", { name: "BUDI" }, { name: "BUDI " }, []],
  ["a sex", { sex: "L" }, { sex: "Laki-laki" }, ["SEX_WORD · sex · Laki-laki · L"]],
  ["a tick", { sex: "P" }, { sex_male: "", sex_female: "v" }, ["SEX_WORD · sex_female · v · P"]],
  ["the NIK alone", { sex: "P" }, { name: "" }, ["SEX_FROM_NIK · sex ·  · P"]],
  [
    "a date",
    { birthDate: "1980-08-17" },
    { birth_place_date: "Berau, 17-08-1980" },
    ["DATE_FORM · birth_place_date · Berau, 17-08-1980 · 1980-08-17"],
  ],
  ["the day as it stands", { birthDate: "1980-08-17" }, { birth_date: "1980-08-17" }, []],
  ["an area", { areaCode: "64.1" }, { area: "Damai" }, ["AREA_NAME · area · Damai · 64.1"]],
  [
    "the sender's area",
    { areaCode: "64.1" },
    { address: "Jl. Contoh" },
    ["AREA_OF_SENDER · area ·  · 64.1"],
  ],
  [
    "work",
    { sector: "petani" },
    { occupation: "berkebun" },
    ["SECTOR_OF_WORK · occupation · berkebun · petani"],
  ],
  ["the sender's sector", { sector: "petani" }, {}, ["SECTOR_OF_SENDER · occupation ·  · petani"]],
  ["nothing read", {}, { name: "-", sex: "?", phone: "tidak ada" }, []],
] as const)("%s", (_, row, cells, expected) => {
  expect(read(row, cells)).toEqual(expected)
})

test("what a finding tells is not told twice", () => {
  const findings = [{ field: "sex", after: "P" }]
  expect(read({ sex: "P", findings }, { sex: "-" })).toEqual([])
  const conflict = [{ field: "name", after: "" }]
  expect(read({ name: "BUDI", findings: conflict }, { name: "Budi" })).toHaveLength(1)
})

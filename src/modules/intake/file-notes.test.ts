import { expect, test } from "vitest"
import { HEADER, personRow, sheetOf, TABLES, workbookOf } from "./intake.testing.ts"
import { readFile } from "./read-file.ts"

const PEOPLE = Array.from({ length: 14 }, (_, serial) => personRow(serial))

function noted(notes: readonly string[], ...below: readonly string[]) {
  const lines = below.map((line) => [line])
  const sheet = { ...sheetOf([["KELURAHAN DAMAI"], HEADER, ...PEOPLE, ...lines]), notes }
  const { findings } = readFile(workbookOf(sheet), { name: "damai.xlsx", sender: "" }, TABLES)
  return findings.map(({ code, field, before, after }) => [code, field, before, after])
}

test.each<[string, readonly string[], readonly (readonly string[])[]]>([
  ["none", [], []],
  ["on a heading: it explains the column", ["C2", "A1"], []],
  ["on people", ["C3", "B5"], [["CELL_NOTES", "Data", "C3, B5", "2"]]],
  [
    "on many",
    PEOPLE.map((_, index) => `B${index + 3}`),
    [["CELL_NOTES", "Data", "B3, B4, B5, B6, B7, B8, B9, B10, B11, B12, …", "14"]],
  ],
])("notes on cells: %s", (_, notes, expected) => expect(noted(notes)).toEqual(expected))

test.each([
  ["Ket: warna kuning = sudah meninggal", true],
  ["Merah : pindah", true],
  ["*) yang diblok kuning artinya batal", true],
  ["Yang di stabilo hijau sudah punya KTP baru", true],
  ["Kuning = meninggal, hijau = pindah", true],
  ["RT Batu Merah: 12 orang", false],
  ["Jl. Kampung Hijau", false],
  ["Jumlah: 14", false],
])("%s: a legend of colours %s", (line, isLegend) => {
  const expected = isLegend ? [["COLOUR_LEGEND", "Data", line, ""]] : []
  expect(noted([], line)).toEqual(expected)
})

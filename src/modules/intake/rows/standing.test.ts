import { describe, expect, test } from "vitest"
import { HEADER, personRow, sheetOf, TABLES, workbookOf } from "../intake.testing.ts"
import { readFile } from "../read-file.ts"
import { isWithdrawal } from "./standing.ts"

function read(header: string, said: string) {
  const others = [20, 21, 22].map((index) => [...personRow(index), "masih bekerja"])
  const sheet = sheetOf([[...HEADER, header], [...personRow(1), said], ...others])
  const source = { name: "usulan.xlsx", sender: "Kelurahan Damai" }
  const [row] = readFile(workbookOf(sheet), source, TABLES).rows
  return { row, codes: (row?.findings ?? []).map(({ code }) => code) }
}

describe("what became of a recipient", () => {
  test.each`
    said                               | codes                   | outcome
    ${"Masih bekerja"}                 | ${[]}                   | ${"accepted"}
    ${"tetap kerja"}                   | ${[]}                   | ${"accepted"}
    ${"Meninggal"}                     | ${["NOT_PROPOSED"]}     | ${"ignored"}
    ${"meninggal dunia"}               | ${["NOT_PROPOSED"]}     | ${"ignored"}
    ${"pindah ke Samarinda"}           | ${["NOT_PROPOSED"]}     | ${"ignored"}
    ${"sudah kerja di PT"}             | ${["NOT_PROPOSED"]}     | ${"ignored"}
    ${"TIDAK BEKERJA LAGI"}            | ${["NOT_PROPOSED"]}     | ${"ignored"}
    ${"tdk ditemukan"}                 | ${["NOT_PROPOSED"]}     | ${"ignored"}
    ${""}                              | ${["STANDING_MISSING"]} | ${"set_aside"}
    ${"?"}                             | ${["STANDING_MISSING"]} | ${"set_aside"}
    ${"idem"}                          | ${["NOTE_STATUS"]}      | ${"set_aside"}
    ${"tidak pindah"}                  | ${["NOTE_STATUS"]}      | ${"set_aside"}
    ${"belum meninggal"}               | ${["NOTE_STATUS"]}      | ${"set_aside"}
    ${"mungkin pindah"}                | ${["NOTE_STATUS"]}      | ${"set_aside"}
    ${"masih bekerja tapi sdh pindah"} | ${["NOTE_STATUS"]}      | ${"set_aside"}
  `("$said: $codes", ({ said, codes, outcome }) => {
    const { row, codes: found } = read("Keadaan Sekarang", said)
    expect([found, row?.outcome]).toEqual([codes, outcome])
  })
})

test.each`
  remarks                   | code              | isTakenBack
  ${"batal"}                | ${"NOT_PROPOSED"} | ${true}
  ${" Batal. "}             | ${"NOT_PROPOSED"} | ${true}
  ${"dibatalkan"}           | ${"NOT_PROPOSED"} | ${true}
  ${"tidak jadi diusulkan"} | ${"NOT_PROPOSED"} | ${true}
  ${"tidak lagi diusulkan"} | ${"NOT_PROPOSED"} | ${true}
  ${"batal nikah"}          | ${"NOTE_STATUS"}  | ${false}
  ${"pindah ke Kota Bone"}  | ${"NOTE_STATUS"}  | ${false}
  ${"tidak batal"}          | ${"NOTE_STATUS"}  | ${false}
  ${"peserta 2025"}         | ${undefined}      | ${false}
`("remark $remarks: $code", ({ remarks, code, isTakenBack }) => {
  expect(isWithdrawal(remarks)).toBe(isTakenBack)
  expect(read("Keterangan", remarks).codes).toEqual(code === undefined ? [] : [code])
})

import { expect, test } from "vitest"
import { TABLES } from "./intake.testing.ts"
import { identifySender } from "./sender.ts"

test.each([
  [["Kelurahan Damai", "x.xlsx"], "area", "64.71.01.1001"],
  [["", "usulan_damai_baru.xlsx"], "area", "64.71.01.1002"],
  [["Lurah Damai Baru"], "area", "64.71.01.1002"],
  [["Dinas Perhubungan", "damai.xlsx"], "office", "dishub"],
  [["Dishub Kota", "ojek.csv"], "office", "dishub"],
  [["", "DP3 - nelayan.xlsx"], "office", "dp3"],
  [["surat biasa", "daftar.xlsx", "KELURAHAN SEPINGGAN"], "area", "64.71.02.1001"],
  [["Kelurahan Damai (tembusan Dishub)"], "area", "64.71.01.1001"],
  [["Yayasan Contoh", "daftar.xlsx"], "unknown", "yayasan contoh"],
  [[], "unknown", ""],
] as const)("%j is %s %s", (sources, kind, id) => {
  expect(identifySender(sources, TABLES.areas, TABLES.offices)).toMatchObject({ kind, id })
})

test("an office stands for its sector, an area for itself", () => {
  const of = (source: string) => identifySender([source], TABLES.areas, TABLES.offices)
  expect(of("Dishub")).toMatchObject({ sector: "ojek_pangkalan", areaCode: null })
  expect(of("Kelurahan Damai")).toMatchObject({ sector: null, areaCode: "64.71.01.1001" })
})

import { expect, test } from "vitest"
import { TABLES } from "../intake.testing.ts"
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
  [["Kelurahan", "Kecamatan", "Kel. tanpa nama"], "unknown", "kelurahan"],
  [["Yayasan Contoh", "daftar.xlsx"], "unknown", "yayasan contoh"],
  [[], "unknown", ""],
] as const)("%j is %s %s", (sources, kind, id) => {
  const [register = "", ...lines] = sources
  expect(identifySender({ register, lines }, TABLES.areas, TABLES.offices)).toMatchObject({
    kind,
    id,
  })
})

test("an office stands for its sector, an area for itself", () => {
  const of = (register: string) =>
    identifySender({ register, lines: [] }, TABLES.areas, TABLES.offices)
  expect(of("Dishub")).toMatchObject({ sector: "ojek_pangkalan", areaCode: null })
  expect(of("Kelurahan Damai")).toMatchObject({ sector: null, areaCode: "64.71.01.1001" })
})

test.each([
  ["Lurah Damai", [], "Lurah Damai"],
  ["", ["usulan_damai.xlsx"], "Kelurahan Damai"],
  ["surat", ["x.xlsx", "DATA KEL DAMAI BARU 2026"], "Kelurahan Damai Baru"],
  ["surat", ["x.xlsx"], "surat"],
])("%j with %j is addressed as %s", (register, lines, name) => {
  const sender = identifySender({ register, lines }, TABLES.areas, TABLES.offices)
  expect(sender.name).toBe(name)
})

import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { areaOf, areaWithin, compileAreas, readArea } from "./area.ts"

fc.configureGlobal({ seed: 2026 })

const TABLE = compileAreas([
  { code: "1", name: "Sepinggan", aliases: [] },
  { code: "2", name: "Sepinggan Baru", aliases: [] },
  { code: "3", name: "Sepinggan Raya", aliases: [] },
  { code: "4", name: "Gunung Sari Ulu", aliases: ["GSU"] },
  { code: "5", name: "Gunung Sari Ilir", aliases: ["GSI"] },
  { code: "6", name: "Damai", aliases: [] },
  { code: "7", name: "Damai Baru", aliases: [] },
  { code: "8", name: "Sungainangka", aliases: ["Sungai Nangka"] },
  { code: "9", name: "Teritip", aliases: [] },
  { code: "10", name: "Telaga Sari", aliases: [] },
  { code: "11", name: "Gunung Bahagia", aliases: ["Gunungbahagia"] },
  { code: "12", name: "Karangrejo", aliases: [] },
  { code: "13", name: "Karang Jati", aliases: [] },
  { code: "14", name: "Gunung Samarinda Baru", aliases: [] },
  { code: "15", name: "Baru Ulu", aliases: [] },
  { code: "16", name: "Batu Ampar", aliases: [] },
  { code: "17", name: "Karang Joang", aliases: [] },
])

describe("one of the tenant's areas is meant", () => {
  test.each([
    ["SEPINGGAN", "1"],
    ["Sepingan", "1"],
    ["Kel. Sepinggan", "1"],
    ["Kelurahan Sepinggan Baru", "2"],
    ["sepinggan  raya", "3"],
    ["Gn. Sari Ulu", "4"],
    ["Gunung Sari Ilr", "5"],
    ["GSI", "5"],
    ["Gn Sr Ulu", "4"],
    ["damai", "6"],
    ["Damai Bru", "7"],
    ["Sei Nangka", "8"],
    ["Tertip", "9"],
    ["Gunung Sari Hilir", "5"],
    ["Gunung Sari Hulu", "4"],
    ["Teritip (Km 8)", "9"],
    ["Sepinggan Baru, dekat pasar", "2"],
    ["Damai - blok B", "6"],
    ["Damai RT 12", "6"],
    ["Sepinggan (Baru)", "2"],
    ["Tlg Sari", "10"],
    ["Sepinggan Ry", "3"],
    ["Kec. Anywhere, Kel. Teritip", "9"],
    ["Teritip Kec Balikpapan Timur", "9"],
    ["Teritip/Km 8", "9"],
    ["Trtp", "9"],
    ["Karang Jatti", "13"],
    ["Gunung Smarinda Baru", "14"],
    ["Karangjatii", "13"],
    ["Baru Hulu", "15"],
    ["B. Ampar", "16"],
  ])("%s", (text, code) => {
    expect(readArea(TABLE, text)).toEqual({ code, codes: ["KELURAHAN_ALIAS"] })
  })
})

test.each([
  "Komplek Fiktif Permai",
  "Gunung Sari",
  "Gunung",
  "Kel. Gunung",
  "Gn",
  "Karang",
  "Krg.",
  "Samarinda",
  "xx",
  "12",
  "Sep",
  "Damai (Teritip)",
  "Raya",
  "Trt",
  // Each word is one that some area bears, or is no slip of it: two areas may be meant.
  "Karang Sari",
  "Telaga Jati",
  "Gunung Sari Baru",
  "Karang Rejoang",
  "Karang Jaya",
  "Batu Ulu",
  "K. Jati Baru",
  "vm",
])("%s is asked", (text) =>
  expect(readArea(TABLE, text)).toEqual({ code: null, codes: ["KELURAHAN_UNKNOWN"] }),
)

test.each([
  ["64.71.06.1005", "64.71.06.1005"],
  ["6471061005", "64.71.06.1005"],
  ["64.71.06.1006", null],
])("the code %s of an area", (text, code) => {
  const table = compileAreas([{ code: "64.71.06.1005", name: "Damai", aliases: [] }])
  expect(readArea(table, text).code).toBe(code)
})

test("the official name and a blank cell are no findings", () => {
  expect(readArea(TABLE, "Damai Baru")).toEqual({ code: "7", codes: [] })
  expect(readArea(TABLE, " ")).toEqual({ code: null, codes: [] })
})

test.each([
  ["KELURAHAN DAMAI BARU", "7"],
  ["usulan_sepinggan-raya_2026.xlsx", "3"],
  ["Kel.SungaiNangka.xlsx", "8"],
  ["rekap damaibaru.csv", "7"],
  ["Dinas Perhubungan", null],
])("within %s", (text, code) => expect(areaWithin(TABLE, text)).toBe(code))

test("never throws", () => {
  fc.assert(fc.property(fc.string(), (text) => void [areaOf(TABLE, text), areaWithin(TABLE, text)]))
})

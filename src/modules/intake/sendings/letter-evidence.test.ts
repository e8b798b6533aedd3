import { describe, expect, test } from "vitest"
import { HEADER, personRow, sheetOf, TABLES, workbookOf } from "../intake.testing.ts"
import { evidenceOf } from "./letter-evidence.ts"

function evidence(name: string, above: readonly string[] = [], below: readonly string[] = []) {
  const lines = (texts: readonly string[]) => texts.map((text) => [text])
  const sheet = sheetOf([...lines(above), HEADER, personRow(1), personRow(2), ...lines(below)])
  const headerRows = new Map([["Data", above.length + 1]])
  const workbook = workbookOf(sheet)
  return evidenceOf({ name, savedOn: null, workbook, headerRows, on: TABLES.on })
}

describe("the letter that a list came with", () => {
  test.each([
    ["Balikpapan, 12 Oktober 2025", "2025-10-12"],
    ["Tanggal : 3 Nopember 2025", "2025-11-03"],
    ["Balikpapan, 12-10-2025", "2025-10-12"],
    ["Kepala Kelurahan, 1 Okt 2025", "2025-10-01"],
    ["Tanggal :     Oktober 2025", null],
    ["Lahir di Balikpapan, 12 Oktober 2025", null],
    ["Balikpapan, 12 Oktober 1985", null],
    ["Balikpapan, 31 Februari 2025", null],
    ["TAHUN ANGGARAN 2026", null],
  ])("%s: written on %s", (line, on) => {
    expect(evidence("x.xlsx", [line]).letterOn).toBe(on)
    expect(evidence("x.xlsx", [], [line]).letterOn).toBe(on)
  })

  test.each([
    ["Nomor : 400.9/214/Kel-DM/X/2025", "400.9/214/Kel-DM/X/2025"],
    ["No. Surat: 005 / 12 / 2025", "005/12/2025"],
    ["Nomor   : 400/   /2025", ""],
    ["No. 12", ""],
  ])("%s: number %s", (line, number) => expect(evidence("x.xlsx", [line]).number).toBe(number))

  test.each([
    ["Bersama ini kami kirim daftar sebanyak 214 orang", 214],
    ["sejumlah 1.204 (seribu dua ratus empat) pekerja", 1204],
    ["sebanyak-banyaknya 3 hari", null],
    ["Jumlah RT 12", null],
  ])("%s: %s people", (line, claimed) => {
    expect(evidence("x.xlsx", [line]).claimed).toBe(claimed)
  })

  test("what stands in the list is no letter", () => {
    const row = personRow(3, { 3: "Balikpapan, 12 Oktober 2025", 6: "sebanyak 9 orang" })
    const workbook = workbookOf(sheetOf([HEADER, row]))
    const source = { name: "x", savedOn: null, workbook, headerRows: new Map([["Data", 1]]) }
    expect(evidenceOf({ ...source, on: TABLES.on })).toMatchObject({
      letterOn: null,
      claimed: null,
    })
  })
})

describe("what a file's name tells", () => {
  test.each([
    ["usulan 2025-10-12.xlsx", "2025-10-12"],
    ["usulan_20251012.xlsx", "2025-10-12"],
    ["usulan 12 Oktober 2025.xlsx", "2025-10-12"],
    ["usulan 12-10-2025.csv", "2025-10-12"],
    ["daftar 0899-0000-2025.xlsx", null],
    ["usulan 2026.xlsx", null],
  ])("%s: %s", (name, on) => expect(evidence(name).namedOn).toBe(on))

  const ordered = [
    ["damai draf.xlsx", "damai.xlsx"],
    ["damai.xlsx", "damai REVISI.xlsx"],
    ["damai.xlsx", "damai (1).xlsx"],
    ["damai (fix).xlsx", "damai (fix) PERBAIKAN.xlsx"],
    ["damai kirim 1.xlsx", "damai kirim 2.xlsx"],
    ["damai rev 2.xlsx", "damai rev 3.xlsx"],
    ["damai.xlsx", "Salinan damai.xlsx"],
    ["damai.xlsx", "damai susulan.xlsx"],
  ] as const
  test.each(ordered)("%s came before %s", (first, second) => {
    expect(evidence(first).revision).toBeLessThan(evidence(second).revision)
  })
})

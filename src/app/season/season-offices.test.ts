import { join } from "node:path"
import { describe, expect, test } from "vitest"
import type { LocalDate } from "../../kernel/local-date.ts"
import { loadLawBook } from "../../modules/law/index.ts"
import type { RecipientFacts } from "../../modules/registry/index.ts"
import { seasonFrame, seasonOffices, usualDeadline } from "./season-offices.ts"

const read = loadLawBook(join(import.meta.dirname, "../../../law"), "64.71-balikpapan")
if (!read.ok) throw new Error("the pack of the checkout can be read")
const { pack } = read.value
const DEADLINE = "2026-11-15" as LocalDate

const recipient = (areaCode: string | null, sector: string | null): RecipientFacts => ({
  personId: "00000000-0000-8000-8000-000000000001",
  nik: "6471031708809001",
  name: "BUDI",
  birthDate: "1980-08-17" as LocalDate,
  sex: "L",
  areaCode,
  sector,
  address: "Jl. Melati 3",
  phone: "0899-0000-0001",
})

test("every kelurahan and every office that proposes gets a workbook of its own", () => {
  const offices = seasonOffices(pack, DEADLINE, [])
  expect(offices.filter(({ area }) => area !== null)).toHaveLength(34)
  expect(offices.filter(({ area }) => area === null).map(({ id }) => id)).toEqual([
    "dp3",
    "dishub",
    "disnaker",
    "dinsos",
  ])
  expect(new Set(offices.map(({ id }) => id)).size).toBe(offices.length)
})

describe("a recipient is asked about", () => {
  test.each([
    [
      "where he lives and who verifies his sector",
      "64.71.01.1002",
      "nelayan",
      "kelurahan-lamaru dp3",
    ],
    ["where he lives", "64.71.06.1005", "penjahit", "kelurahan-damai"],
    ["by his sector alone", null, "ojek_pangkalan", "dishub"],
    ["by nobody whom the pack knows", null, null, ""],
  ])("%s", (_name, area, sector, asked) => {
    const offices = seasonOffices(pack, DEADLINE, [recipient(area, sector)])
    const asking = offices.filter(({ recipients }) => recipients.length > 0)
    expect(asking.map(({ id }) => id).join(" ")).toBe(asked)
  })
})

test("codes are shown as the names that an office knows", () => {
  const [office] = seasonOffices(pack, DEADLINE, [recipient("64.71.01.1001", "nelayan")])
  expect(office).toMatchObject({ id: "kelurahan-manggar", name: "Kelurahan Manggar" })
  expect(office?.recipients[0]).toMatchObject({ area: "Manggar", sector: "Nelayan" })
})

test.each([
  [2027, "2026-11-15"],
  [2030, "2029-11-15"],
])("the season of %s ends on the day of the last registration, a year on: %s", (year, deadline) => {
  expect(usualDeadline(pack, year)).toBe(deadline)
})

test("the letter names the office that answers for the programme on the deadline", () => {
  const terms = { year: 2027, lastYear: 2026, deadline: DEADLINE, contact: "" }
  const frame = seasonFrame(pack, terms)
  expect(frame).toMatchObject({ ...terms, ownerName: "Dinas Sosial", cityName: "Kota Balikpapan" })
  expect(frame.criteria).toContainEqual(expect.stringMatching(/^Penghasilan tidak melebihi UMK: /))
  expect(frame.criteria).toContain("Ber-KTP Balikpapan sekurangnya 6 bulan")
  // Without a highest decile nobody is refused by it.
  expect(frame.criteria.join()).not.toContain("Desil")
})

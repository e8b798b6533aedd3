import { describe, expect, test } from "vitest"
import type { LocalDate } from "../../kernel/local-date.ts"
import { hiddenIdOf } from "../../platform/spreadsheet/hidden-id.ts"
import { readWorkbook } from "../../platform/spreadsheet/read-workbook.ts"
import type { CellInput } from "../../platform/spreadsheet/sheet-spec.ts"
import { writeWorkbook } from "../../platform/spreadsheet/write/workbook.ts"
import { readBatch } from "../intake/index.ts"
import { TABLES } from "../intake/intake.testing.ts"
import { seasonWorkbook } from "./office-workbook.ts"
import type { SeasonFrame, SeasonOffice } from "./season.ts"
import { SEASON_TEXT_ID } from "./text.id.ts"

const FRAME: SeasonFrame = {
  year: 2027,
  lastYear: 2026,
  programmeName: "Bantuan iuran",
  cityName: "Kota Contoh",
  ownerName: "Dinas Sosial",
  deadline: "2026-11-15" as LocalDate,
  contact: "",
  criteria: [],
  sectors: ["Nelayan", "Penjahit"],
  areas: ["Damai"],
}

const recipient = (number: number) => ({
  nik: `647103170880${9000 + number}`,
  name: ["BUDI SANTOSO", "SITI AMINAH", "ANDI WIJAYA", "RINA LESTARI", "AGUS SALIM"][number] ?? "X",
  isNameOpen: false,
  birthDate: "1980-08-17",
  sex: "L",
  address: "Jl. Melati 3",
  area: "Damai",
  sector: "Nelayan",
  phone: "089900000001",
})

const OFFICE: SeasonOffice = {
  id: "kelurahan-damai",
  name: "Kelurahan Damai",
  area: "Damai",
  recipients: Array.from({ length: 5 }, (_, number) => recipient(number)),
}

const HEADERS = Object.values(SEASON_TEXT_ID.headers)

/** The workbook as an office sends it back, with these words in these columns of each recipient. */
async function returned(answers: readonly Readonly<Record<string, CellInput>>[]) {
  const { spec, name } = seasonWorkbook(FRAME, OFFICE)
  const sheets = spec.sheets.map((sheet, at) => {
    if (at > 0) return sheet
    const columns = sheet.columns.map(({ header }) => header)
    const rows = sheet.rows.map((row, index) =>
      row.map((cell, column) => answers[index]?.[columns[column] ?? ""] ?? cell),
    )
    return { ...sheet, rows }
  })
  const bytes = await writeWorkbook({ ...spec, sheets })
  const workbook = await readWorkbook(bytes, name)
  return readBatch([{ name, sha256: "1", workbook }], [], TABLES)
}

const WORKS = { "Keadaan Sekarang": "Masih bekerja", "Penghasilan per Bulan (Rp)": 2_500_000n }

test("what comes back needs no question about its columns", async () => {
  const { files, rows } = await returned(OFFICE.recipients.map(() => WORKS))
  const [file] = files
  expect(rows.flatMap(({ findings }) => findings)).toEqual([])
  expect(file?.findings).toEqual([])
  expect(file?.sender.name).toBe("Kelurahan Damai")
  expect(file?.sheets.map(({ name }) => name)).toEqual(["Penerima 2026", "Calon baru"])
  expect(rows.map(({ outcome, findings }) => [outcome, findings.map(({ code }) => code)])).toEqual(
    OFFICE.recipients.map(() => ["accepted", []]),
  )
  expect(rows.map(({ nik }) => nik)).toEqual(OFFICE.recipients.map(({ nik }) => nik))
})

describe("a recipient who is not said to work still is not proposed again", () => {
  test.each<readonly [string | null, string]>([
    [null, "STANDING_MISSING"],
    ["-", "STANDING_MISSING"],
    ...SEASON_TEXT_ID.standings.slice(1).map((standing) => [standing, "NOT_PROPOSED"] as const),
    ["idem", "NOTE_STATUS"],
  ])("%s", async (standing, code) => {
    const changed = { ...WORKS, "Keadaan Sekarang": standing }
    const { rows } = await returned([changed, WORKS, WORKS, WORKS, WORKS])
    expect(rows[0]?.outcome).toBe(code === "NOT_PROPOSED" ? "ignored" : "set_aside")
    expect(rows[0]?.findings.map((finding) => finding.code)).toContain(code)
    expect(rows.slice(1).every(({ outcome }) => outcome === "accepted")).toBe(true)
  })
})

test("a garbled name is to be typed anew, and nothing is said of the person", async () => {
  const [first = recipient(0), ...rest] = OFFICE.recipients
  const office = { ...OFFICE, recipients: [{ ...first, isNameOpen: true }, ...rest] }
  const [sheet] = seasonWorkbook(FRAME, office).spec.sheets
  const name = sheet?.columns.findIndex(({ header }) => header === SEASON_TEXT_ID.headers.name) ?? 0
  expect([sheet?.cellFill?.(0, name), sheet?.cellFill?.(1, name)]).toEqual(["error", undefined])
  expect(sheet?.rows.map((row) => row.at(-1))).toEqual([
    SEASON_TEXT_ID.openName,
    null,
    null,
    null,
    null,
  ])
  const remark = { ...WORKS, [SEASON_TEXT_ID.headers.remarks]: SEASON_TEXT_ID.openName }
  const { rows } = await returned([remark, WORKS, WORKS, WORKS, WORKS])
  expect(rows.map(({ outcome }) => outcome)).toEqual(rows.map(() => "accepted"))
})

test("a city's first season asks for new people only", () => {
  const { spec, count } = seasonWorkbook(
    { ...FRAME, lastYear: null },
    { ...OFFICE, recipients: [] },
  )
  expect([count, spec.sheets.map(({ name }) => name)]).toEqual([0, ["Calon baru"]])
})

test("the same recipients give the same file, other ones another id", async () => {
  const bytes = async (office: SeasonOffice) =>
    await writeWorkbook(seasonWorkbook(FRAME, office).spec)
  const idOf = async (office: SeasonOffice) => {
    const book = await readWorkbook(await bytes(office), "x.xlsx")
    return book.ok ? hiddenIdOf(book.value.sheets) : null
  }
  expect(await bytes(OFFICE)).toEqual(await bytes(OFFICE))
  expect(await idOf(OFFICE)).not.toBe(await idOf({ ...OFFICE, recipients: [recipient(1)] }))
  expect(HEADERS).toHaveLength(14)
})

import { expect, test } from "vitest"
import { personRow, sheetOf, TABLES, type CellText } from "../intake.testing.ts"
import { readFile } from "../read-file.ts"

type Rows = readonly (readonly CellText[])[]

const LIST: Rows = [
  ["No", "Nama", "NIK", "Tgl Lahir", "L/P", "Kelurahan", "Pekerjaan", "Hasil/bln"],
  ...Array.from({ length: 6 }, (_, serial) => personRow(serial, { 5: "" })),
]

/** Who sent a list of these rows, which neither its name nor a register tells. */
function senderOf(rows: Rows, format: "xlsx" | "csv" = "xlsx"): string {
  return readFile({ format, sheets: [sheetOf(rows)] }, { name: "a.xlsx", sender: "" }, TABLES)
    .sender.name
}

const DAMAI = "Kelurahan Damai"
const NOBODY = "a.xlsx"

test.each<[string, Rows, string]>([
  ["a title", [["DATA KELURAHAN DAMAI"], ...LIST], DAMAI],
  [
    "a letter with its number and date",
    [["Surat Lurah Damai No. 123/KEL/2026 tanggal 1 Oktober 2026"], ...LIST],
    DAMAI,
  ],
  ["a telephone", [["Damai (0542) 123-456"], ...LIST], NOBODY],
  ["a street", [["Jl. Damai Raya"], ...LIST], NOBODY],
  ["a signature", [...LIST, [], ["", "", "", "LURAH DAMAI"], ["", "", "", "BUDI"]], DAMAI],
  ["who signs for another", [...LIST, ["Mengetahui, Plt. Lurah Damai\n\nBUDI"]], DAMAI],
  ["a place and date", [...LIST, ["Damai, 1 Oktober 2026"]], NOBODY],
  ["who only knows of it", [...LIST, ["Ketua RT 5 Damai"]], NOBODY],
  [
    "a title before a signature",
    [["DATA KEL. DAMAI BARU"], ...LIST, ["Lurah Damai"]],
    "Kelurahan Damai Baru",
  ],
])("the sender by %s", (_, rows, sender) => expect(senderOf(rows)).toBe(sender))

test("the end of a csv names nobody, however large it is", () => {
  expect(senderOf([...LIST, ["Lurah Damai"]], "csv")).toBe(NOBODY)
})

test.each<[string, string, Rows, string | null, string | null]>([
  ["a title", "Kelurahan Damai Baru.xlsx", [["DATA KELURAHAN DAMAI"], ...LIST], null, DAMAI],
  ["a signature", "kel_damai_baru.xlsx", [...LIST, ["Lurah Damai"]], null, DAMAI],
  [
    "both",
    "Kel. Damai.xlsx",
    [["Tembusan: Lurah Damai Baru"], ["KEL. DAMAI"], ...LIST],
    "64.71.01.1001",
    null,
  ],
  ["no word for its office", "kel damai baru.xlsx", [["Damai"], ...LIST], "64.71.01.1002", null],
])("a file's name and its list name two areas, by %s", (_, name, rows, home, other) => {
  const { findings, rows: read } = readFile(
    { format: "xlsx", sheets: [sheetOf(rows)] },
    { name, sender: "" },
    TABLES,
  )
  const disputed = findings.find(({ code }) => code === "SENDER_DISPUTED")
  expect(disputed?.before ?? null).toBe(other)
  const homes = read.filter(({ kind }) => kind === "person").map(({ areaCode }) => areaCode)
  expect(homes).toEqual(homes.map(() => home))
})

test("who imports it settles that", () => {
  const rows = [["DATA KELURAHAN DAMAI"], ...LIST]
  const source = { name: "Kelurahan Damai Baru.xlsx", sender: "Kelurahan Damai Baru" }
  const { findings } = readFile({ format: "xlsx", sheets: [sheetOf(rows)] }, source, TABLES)
  expect(findings).toEqual([])
})

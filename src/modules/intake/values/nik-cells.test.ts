import { expect, test } from "vitest"
import { sheetOf, TABLES, workbookOf, type CellText } from "../intake.testing.ts"
import { joinBoxes, splitNameAndNik } from "./nik-cells.ts"
import { readFile } from "../read-file.ts"

const NIK = "6471010808809001"

test.each<[string, string, string]>([
  [`BUDI SANTOSO\n${NIK}`, "BUDI SANTOSO", NIK],
  [`Budi / ${NIK}`, "Budi", NIK],
  [`Hj. SITI, S.Pd (${NIK})`, "Hj. SITI, S.Pd", NIK],
  [`NUR'AINI NIK: ${NIK}`, "NUR'AINI", NIK],
  ["ANDI - 6471 0108 0880 9001", "ANDI", "6471 0108 0880 9001"],
  [`${NIK} - BUDI`, "BUDI", NIK],
  [`NIK. ${NIK} BUDI SANTOSO`, "BUDI SANTOSO", NIK],
])("%j is a name and a NIK", (text, name, nik) => {
  expect(splitNameAndNik(text)).toEqual({ name, nik })
})

test.each([
  "BUDI SANTOSO",
  NIK,
  `BUDI ${NIK.slice(1)}`,
  `BUDI ${NIK}0`,
  `BUDI 2 ${NIK}`,
  `BUDI ${NIK} 0899-0000-1001`,
  `${NIK} BUDI ${NIK}`,
  `NIK ${NIK}`,
  `BUDI No. KK ${NIK}`,
  "",
])("%j is asked", (text) => expect(splitNameAndNik(text)).toBeNull())

const box = (text: string) =>
  ({ text, column: 0, kind: "number", formula: false, struck: false }) as const
const boxesOf = (digits: string) => [...digits].map((digit) => box(digit))

test("boxes of one digit each are one number, as text", () => {
  expect(joinBoxes(boxesOf(NIK))).toMatchObject({ text: NIK, kind: "text" })
})

test.each([
  ["one is empty", boxesOf(NIK).with(3, box(""))],
  ["one is missing", [...boxesOf(NIK).slice(0, 15), undefined]],
  ["two digits in one and none in the next", boxesOf(NIK).with(3, box("10")).with(4, box(""))],
  ["a letter", boxesOf(NIK).with(3, box("O"))],
])("%s: no number", (_, boxes) => expect(joinBoxes(boxes)?.text).toMatch(/^[\d?]*\?[\d?]*$/))

const WORKS = ["Pekerjaan", "Penghasilan"]
const SERIALS = Array.from({ length: 8 }, (_, serial) => serial)
const nikOf = (serial: number): string => `647101${String(10 + serial)}0880${String(9001 + serial)}`
const nameOf = (serial: number): string => `ORANG ${"ABCDEFGH"[serial] ?? ""}UN`

function read(
  labels: readonly string[],
  cells: (serial: number) => readonly CellText[],
  merge = 0,
) {
  const rows = SERIALS.map((serial) => [...cells(serial), "nelayan", "Rp 1.000.000"])
  const merges = merge === 0 ? [] : [{ top: 1, bottom: 1, left: 1, right: merge }]
  const sheet = sheetOf([[...labels, ...WORKS], ...rows], { merges })
  const file = readFile(workbookOf(sheet), { name: "x.xlsx", sender: "Kelurahan Damai" }, TABLES)
  return {
    columns: file.sheets[0]?.columns,
    asked: file.findings.filter(({ code }) => code === "COLUMN_UNSURE").map(({ after }) => after),
    people: file.rows.map(({ name, nik, outcome }) => ({ name, nik, outcome })),
    codes: [...new Set(file.rows.flatMap(({ findings }) => findings.map(({ code }) => code)))],
  }
}

const all = (outcome: string) =>
  SERIALS.map((serial) => ({ name: nameOf(serial), nik: nikOf(serial), outcome }))

test.each(["NAMA DAN NIK", "Nama / NIK", "NIK & Nama", "Nama", "NIK"])(
  "a column %j of names with their NIKs is read as both",
  (label) => {
    const shared = read([label, "Alamat"], (at) => [`${nameOf(at)}\n${nikOf(at)}`, "Jl. Contoh"])
    expect(shared.people).toEqual(all("repaired"))
    expect([shared.asked, shared.codes.includes("NIK_REGROUPED")]).toEqual([[], true])
  },
)

test("a name and a NIK below each other are asked once, and no row is taken", () => {
  const { asked, people } = read(["Nama / NIK", "Tempat/tgl lahir"], (at) =>
    at % 2 === 0 ? [nameOf(at), "Balikpapan"] : [nikOf(at), "01-01-1980"],
  )
  expect(asked).toEqual(["name | nik"])
  expect(new Set(people.map(({ outcome }) => outcome))).toEqual(new Set(["set_aside"]))
})

test("a row that does not part is set aside among those that do", () => {
  const { people } = read(["Nama dan NIK", "Alamat"], (at) =>
    at === 3 ? [nameOf(at), "Jl. A"] : [`${nameOf(at)} ${nikOf(at)}`, "Jl. A"],
  )
  expect(people.map(({ outcome }) => outcome)).toEqual(
    SERIALS.map((at) => (at === 3 ? "set_aside" : "repaired")),
  )
})

test.each([
  ["merged", ["Nama", "NIK", ...Array.from({ length: 15 }, () => "")], 16],
  ["not merged", ["Nama", "NIK", ...Array.from({ length: 15 }, () => "")], 0],
  ["repeated", ["Nama", ...Array.from({ length: 16 }, () => "NIK")], 0],
])("sixteen boxes under one label are one NIK: %s", (_, labels, merge) => {
  const boxes = read(labels, (at) => [nameOf(at), ...boxesOf(nikOf(at))], merge)
  expect(boxes.people).toEqual(all("repaired"))
  expect(boxes.columns?.get("nik_boxes")).toBe(1)
})

test.each([
  ["an empty box", (digits: CellText[]) => digits.with(4, "")],
  [
    "two digits in a box and none in the next",
    (digits: CellText[]) => digits.with(4, "12").with(5, ""),
  ],
])("%s: the row is asked", (_, spoil) => {
  const labels = ["Nama", "NIK", ...Array.from({ length: 15 }, () => "")]
  const { people } = read(labels, (at) => {
    const digits: CellText[] = boxesOf(nikOf(at))
    return [nameOf(at), ...(at === 2 ? spoil(digits) : digits)]
  })
  expect(people[2]).toMatchObject({ nik: null, outcome: "set_aside" })
})

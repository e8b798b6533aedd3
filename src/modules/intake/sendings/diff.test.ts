import fc from "fast-check"
import { expect, test } from "vitest"
import { HEADER, personRow, sheetOf, TABLES, workbookOf, type CellText } from "../intake.testing.ts"
import { readFile } from "../read-file.ts"
import { diffOf } from "./diff.ts"

type Rows = readonly (readonly CellText[])[]

function list(rows: Rows, header: readonly CellText[] = HEADER) {
  const source = { name: "damai.xlsx", sender: "Kelurahan Damai" }
  return readFile(workbookOf(sheetOf([header, ...rows])), source, TABLES)
}

const textOf = (cell: CellText | undefined): string => (typeof cell === "string" ? cell : "")

const PEOPLE = Array.from({ length: 6 }, (_, serial) => personRow(serial))

test("fields that changed are told by their Indonesian names, before and after as written", () => {
  const later = PEOPLE.with(1, personRow(1, { 2: "6471010208809999", 6: "nelayan" }))
  const { counts, rows } = diffOf(list(PEOPLE), list(later))
  expect(counts).toEqual({ added: 0, same: 5, changed: 1, missing: 0 })
  expect(rows[1]).toMatchObject({
    kind: "changed",
    fields: [
      { label: "NIK", before: "6471010208809002", after: "6471010208809999" },
      { label: "Pekerjaan", before: "tukang bangunan", after: "nelayan" },
    ],
  })
})

test("another RW, or another RT, beside each other in one column", () => {
  const header = [...HEADER, "RT/RW"]
  const placed = (home: string): Rows => PEOPLE.map((row) => [...row, home])
  const fieldsOf = (home: string) => {
    const { rows } = diffOf(list(placed("01/02"), header), list(placed(home), header))
    return rows[0]?.kind === "changed" ? rows[0].fields.map(({ label }) => label) : []
  }
  expect(fieldsOf("01/03")).toEqual(["RW"])
  expect(fieldsOf("04/02")).toEqual(["RT"])
})

test.each<[string, Rows]>([
  [
    "dates as cells",
    PEOPLE.map((row, at) => row.with(3, { text: String(29434 + at), kind: "date" })),
  ],
  ["amounts as text", PEOPLE.map((row) => row.with(7, "1.500.000"))],
  ["numbers with blanks", PEOPLE.map((row) => row.with(2, `${textOf(row[2])} `))],
  ["other running numbers", PEOPLE.map((row, at) => row.with(0, String(90 - at)))],
])("written otherwise is not said otherwise: %s", (_, later) => {
  expect(diffOf(list(PEOPLE), list(later)).counts.same).toBe(6)
})

test("columns in another order say the same", () => {
  const order = [1, 2, 0, 7, 6, 5, 4, 3]
  const turned = PEOPLE.map((row) => order.map((column) => row[column] ?? ""))
  const header = order.map((column) => HEADER[column] ?? "")
  expect(diffOf(list(PEOPLE), list(turned, header)).counts.same).toBe(6)
})

test("two who share a name are not taken for one", () => {
  const named = (serial: number): readonly CellText[] => personRow(serial, { 1: "SITI AMINAH" })
  const { counts } = diffOf(list([named(1), named(2)]), list([named(11), named(12)]))
  expect(counts).toEqual({ added: 2, same: 0, changed: 0, missing: 2 })
})

test("a row and a birth date in common are no person in common", () => {
  // Serial 28 has the birth date of serial 0, and stands where it stood.
  const { counts } = diffOf(list([personRow(0)]), list([personRow(28)]))
  expect(counts).toEqual({ added: 1, same: 0, changed: 0, missing: 1 })
})

test("every row of both lists is told once, in any order of their rows", () => {
  const serials = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 12 })
  const change = fc.constantFrom({}, { 6: "nelayan" }, { 7: "900000" }, { 2: "menyusul" })
  fc.assert(
    fc.property(serials, serials, change, (before, after, changes) => {
      const [earlier, later] = [
        list(before.map((serial) => personRow(serial))),
        list(after.map((serial) => personRow(serial, changes))),
      ]
      const { counts, rows } = diffOf(earlier, later)
      expect(counts.added + counts.same + counts.changed).toBe(after.length)
      expect(counts.missing + counts.same + counts.changed).toBe(before.length)
      expect(counts.same + counts.changed).toBe(before.filter((one) => after.includes(one)).length)
      expect(rows).toHaveLength(after.length + counts.missing)
    }),
    { seed: 2026, numRuns: 150 },
  )
})

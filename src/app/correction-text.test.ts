import { expect, test } from "vitest"
import type { IntakeBatch, IntakeRow, RowDiff } from "../modules/intake/index.ts"
import { correctionSentences, resendLines } from "./correction-text.ts"

const row = (number: number) => ({ sheet: "Data", row: number }) as IntakeRow
const rows: readonly RowDiff[] = [
  { kind: "same", earlier: row(2), later: row(2) },
  {
    ...{ kind: "changed", earlier: row(3), later: row(4) },
    fields: [
      { field: "nik", label: "NIK", before: "menyusul", after: "6471010208809002" },
      { field: "income", label: "Penghasilan", before: "", after: "900000" },
    ],
  },
  { kind: "added", later: row(9) },
  { kind: "missing", earlier: row(7) },
]
const diff = { counts: { added: 1, same: 1, changed: 1, missing: 1 }, rows }

function batchWith(whole: boolean, returned: boolean): IntakeBatch {
  const files = [{ name: "a.xlsx" }, { name: "b.xlsx" }] as unknown as IntakeBatch["files"]
  const corrections = new Map([["b.xlsx", { of: "a.xlsx", whole, returned, diff }]])
  return { files, rows: [], predecessor: new Map(), firstOf: (id) => id, corrections }
}

test.each([
  [true, false, 'Kiriman ulang "b.xlsx" menggantikan "a.xlsx"'],
  [false, false, 'Kiriman ulang "b.xlsx" menggantikan sebagian "a.xlsx"'],
  [false, true, 'Perbaikan "b.xlsx" atas "a.xlsx"'],
])("a correction in one sentence, nobody named", (whole, returned, said) => {
  expect(correctionSentences(batchWith(whole, returned), "id")).toEqual([
    `${said}: 1 sama, 1 berubah (NIK 1, Penghasilan 1), 1 baru, 1 tidak ada lagi.`,
  ])
})

test("every difference is a line that names both places", () => {
  expect(resendLines(batchWith(true, false))).toEqual([
    ["b.xlsx", "a.xlsx", "changed", "Data", 4, "Data", 3, "nik", "menyusul", "6471010208809002"],
    ["b.xlsx", "a.xlsx", "changed", "Data", 4, "Data", 3, "income", "", "900000"],
    ["b.xlsx", "a.xlsx", "added", "Data", 9, "", "", "", "", ""],
    ["b.xlsx", "a.xlsx", "missing", "", "", "Data", 7, "", "", ""],
  ])
})

import { expect, test } from "vitest"
import { registerFieldOf } from "./register-field.ts"
import { formatLabels, readFormat } from "./register-format.ts"
import { REGISTER_FORMATS } from "./register-formats.ts"

test("every format has its own id", () => {
  const ids = REGISTER_FORMATS.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test("every format can be recognised by something", () => {
  for (const { id, byColumns, byLabels, words } of REGISTER_FORMATS)
    expect([id, byColumns.length + byLabels.length + (words === null ? 0 : 1)]).not.toEqual([id, 0])
})

test("no format gives a NIK to a column that another meaning needs", () => {
  for (const { id, columns } of REGISTER_FORMATS) {
    const niks = columns.filter(({ field }) => field === "nik").map(({ label }) => label)
    for (const label of niks) expect([id, registerFieldOf(label)]).toEqual([id, "nik"])
  }
})

test("a header of other words is no format's", () => {
  expect(formatLabels(["NIK", "Nama", "Alamat", "RT", "RW"], REGISTER_FORMATS).size).toBe(0)
})

test.each([
  [{ format: 2, id: "x", kind: "decile", signature: { columns: [] }, columns: [] }],
  [{ format: 1, id: "x", kind: "bills", signature: { columns: [] }, columns: [] }],
  [{ format: 1, id: "x", kind: "decile", signature: { columns: [["desil"]] }, columns: [] }],
  [
    {
      format: 1,
      id: "x",
      kind: "decile",
      signature: { columns: [] },
      columns: [{ label: "A", field: "b", status: "seen" }],
    },
  ],
  [
    {
      format: 1,
      id: "x",
      kind: "decile",
      signature: { columns: [] },
      columns: [{ label: "A", field: null, status: "" }],
    },
  ],
])("a faulty format stops: %j", (format) =>
  expect(() => readFormat(format)).toThrow(/assertion failed/),
)

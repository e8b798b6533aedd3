import { expect, test } from "vitest"
import { disposition, mediaType } from "./media-type.ts"

test.each([
  ["lampiran-sk.pdf", "application/pdf"],
  ["data/rows.CSV", "text/csv; charset=utf-8"],
  ["tanpa akhiran", "application/octet-stream"],
])("%s is %s", (path, type) => {
  expect(mediaType(path)).toBe(type)
})

test.each([
  ["rapi.xlsx", `attachment; filename="rapi.xlsx"; filename*=UTF-8''rapi.xlsx`],
  [`a"b\r\n.csv`, `attachment; filename="a_b__.csv"; filename*=UTF-8''a%22b%0D%0A.csv`],
  [
    "Ni'mah (1).xlsx",
    `attachment; filename="Ni'mah (1).xlsx"; filename*=UTF-8''Ni%27mah%20%281%29.xlsx`,
  ],
  ["日本.pdf", `attachment; filename="__.pdf"; filename*=UTF-8''%E6%97%A5%E6%9C%AC.pdf`],
])("name %s", (name, header) => {
  expect(disposition("attachment", name)).toBe(header)
})

import { expect, test } from "vitest"
import { dateOrder } from "./date-order.ts"

test.each([
  [["Tgl Lahir"], ["17/08/1980", "03/04/1980"], "day_first"],
  [["Date of Birth (MM/DD/YYYY)"], ["03/04/1980"], "month_first"],
  [["Tgl Lahir (dd/mm/yyyy)"], ["03/04/1980"], "day_first"],
  [["Tgl Lahir"], ["08/17/1980", "12-31-1975", "03/04/1980"], "month_first"],
  [["Tgl Lahir"], ["08/17/1980", "03/04/1980"], "unsettled"],
  [["TTL"], ["Bone, 08/17/1980", "Bone, 12/31/80"], "month_first"],
  [["Tgl"], ["08/17/1980", "12/31/1975", "01/13/1970", "17/08/1980"], "mixed"],
  [["Tgl"], ["08/17/1980", ...Array.from({ length: 20 }, () => "17/08/1980")], "day_first"],
  [["Tgl"], ["17/08/1980", "03/04/1980"], "day_first"],
  [["Tgl"], ["03/04/1980", "05/06/1980"], "day_first"],
  [["Tgl (dd/mm/yyyy)"], ["08/17/1980", "12/31/1975"], "month_first"],
  [["Tgl"], ["08/17/1980", "12/31/1975", "1980-08-17", "29450", "17 Mei 1980"], "unsettled"],
  [["Tgl"], ["08/17/1980", "17/08/1980", "29450", "28450", "17 Mei 1980"], "day_first"],
  [["Tgl"], ["17/08/1980", "1980-08-17", "29450", "17 Mei 1980"], "day_first"],
  [["Tgl"], ["1980-08-17", "17 Agustus 1980", ""], "day_first"],
  [["Tgl"], ["08/17/1980", ...Array.from({ length: 40 }, () => "17/08/1980")], "day_first"],
] as const)("%j over %j is %s", (labels, dates, order) => {
  expect(dateOrder(labels, dates)).toBe(order)
})

import { describe, expect, test } from "vitest"
import { dateOrder, dateOrdersOf } from "./date-order.ts"
import { sheetOf, TABLES } from "../intake.testing.ts"
import { findHeaders } from "../layout/layout.ts"

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

describe("each table of a workbook", () => {
  const head = (...labels: string[]) => ["Nama", "NIK", ...labels]
  const person = (nik: string, date: string) => ["BUDI SANTOSO", nik, date]
  const dayFirst = [head("Tgl Lahir"), person("", "17/08/1980"), person("", "03/04/1980")]
  const american = [head("DOB"), person("", "08/17/1980"), person("", "12/31/1975")]
  const told = [person("6471010804809001", "04/08/1980"), person("6471014905819002", "05/09/1981")]
  const bothWays = [head("DOB"), ...told]
  const silent = [head("DOB"), person("", "08/04/1980"), person("", "05/09/1980")]
  const slips = [
    person("6471010609849001", "06-13-1984"),
    person("6471011102939001", "11-13-1993"),
    person("6471011101809001", "11-13-1980"),
  ]
  const fitting = [
    person("6471011708809001", "08/17/1980"),
    person("6471013112759001", "12/31/1975"),
  ]
  const ordersOf = (rows: string[][], isCsv = false) => {
    const sheet = sheetOf(rows)
    const headers = findHeaders(sheet, TABLES)
    const orders = dateOrdersOf([{ sheet, headers }], isCsv)
    return headers.map((header) => orders.get(header))
  }
  test.each([
    ["stands as its own dates do", [...dayFirst, ...american], ["day_first", "month_first"]],
    ["or as the NIKs beside them say", [...dayFirst, ...bothWays], ["day_first", "month_first"]],
    [
      "or, showing nothing, as the others do",
      [...american, ...silent],
      ["month_first", "month_first"],
    ],
    ["under a repeated header too", [...american, ...american], ["month_first", "month_first"]],
    ["and alone, showing nothing, day first", silent, ["day_first"]],
    ["not by months above 12 that the NIKs deny", [head("DOB"), ...slips], ["day_first"]],
    ["nor beside a date of the other order", [...dayFirst, ...slips], ["day_first"]],
    ["but by those that the NIKs confirm", [head("DOB"), ...fitting], ["month_first"]],
  ])("%s", (_, rows, orders) => expect(ordersOf(rows)).toEqual(orders))
  test("a csv is one table, and its dates alone tell", () => {
    expect(ordersOf(bothWays, true)).toEqual(["day_first"])
    expect(ordersOf([...dayFirst, ...american, ...american], true)).toEqual([
      "mixed",
      "mixed",
      "mixed",
    ])
  })
})

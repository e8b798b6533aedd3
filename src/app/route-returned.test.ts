import { expect, test } from "vitest"
import { HIDDEN_LABEL, HIDDEN_SHEET } from "../platform/spreadsheet/hidden-id.ts"
import type { RawCell, Workbook } from "../platform/spreadsheet/workbook.ts"
import { routeReturned, type FiledWorkbooks } from "./route-returned.ts"

const FOLDERS = { lists: "usulan", registers: "register", checks: "verifikasi" }
const HASH = "a".repeat(64)

function book(id: string): Workbook {
  const cells = [HIDDEN_LABEL, id].map((text, column): RawCell => ({
    text,
    column,
    kind: "text",
    formula: false,
    struck: false,
  }))
  const rows = id === "" ? [] : [{ number: 1, hidden: false, cells }]
  const empty = { date1904: false, merges: [], hiddenColumns: [] }
  return { format: "xlsx", sheets: [{ name: HIDDEN_SHEET, hidden: true, rows, ...empty }] }
}

const named = (id: string) => ({ name: "x.xlsx", workbook: book(id) })
const list = (id: string) => ({
  name: "x.xlsx",
  sha256: "1",
  workbook: { ok: true as const, value: book(id) },
})

const NOTHING: FiledWorkbooks = { lists: [], registers: [], checks: [] }

test.each([
  ["a list", { lists: [list("")] }, { lists: ["x.xlsx"] }],
  [
    "answers among the lists",
    { lists: [list(`answers.${HASH}`)] },
    { registers: ["usulan/x.xlsx"] },
  ],
  [
    "deciles among the lists",
    { lists: [list(`decile.${HASH}`)] },
    { registers: ["usulan/x.xlsx"] },
  ],
  [
    "a list among the registers",
    { registers: [named(`perbaikan.${HASH}`)] },
    { lists: ["register/x.xlsx"] },
  ],
  [
    "a scan that was typed among the registers",
    { registers: [named(`ketikan.${HASH}`)] },
    { lists: ["register/x.xlsx"] },
  ],
  [
    "a list among the checks",
    { checks: [named(`perbaikan.${HASH}`)] },
    { lists: ["verifikasi/x.xlsx"] },
  ],
  [
    "answers among the checks",
    { checks: [named(`membership.${HASH}`)] },
    { registers: ["verifikasi/x.xlsx"] },
  ],
  ["checks", { checks: [named(`field_check.${HASH}`)] }, { checks: ["x.xlsx"] }],
  ["a register", { registers: [named("")] }, { registers: ["x.xlsx"] }],
  ["an id that is none of ours", { lists: [list("answers.1")] }, { lists: ["x.xlsx"] }],
])("%s", (_, filed, places) => {
  const routed = routeReturned({ ...NOTHING, ...filed }, FOLDERS, (path) => path)
  const namesOf = (files: readonly { readonly name: string }[]) => files.map(({ name }) => name)
  const { lists, registers, checks } = routed
  expect({
    ...{ lists: namesOf(lists), registers: namesOf(registers), checks: namesOf(checks) },
  }).toEqual({ lists: [], registers: [], checks: [], ...places })
})

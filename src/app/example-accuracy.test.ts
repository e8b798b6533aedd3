import { readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { beforeAll, expect, test } from "vitest"
import { rupiah } from "../kernel/rupiah.ts"
import { FINDINGS, type FindingCode, type IntakeRow } from "../modules/intake/index.ts"
import { loadLawBook } from "../modules/law/index.ts"
import { readCsv } from "../platform/spreadsheet/csv/read-csv.ts"
import type { CycleResult } from "./cycle.ts"
import { termsOf } from "./cycle-terms.ts"
import { decideCycle } from "./decide-cycle.ts"
import { intakeTables } from "./intake-tables.ts"
import { loadCycleFolder } from "./load-cycle.load.ts"

// The example's key tells what every row says and who is eligible: the whole pipeline against it.
const checkout = join(dirname(fileURLToPath(import.meta.url)), "../..")
const DUPLICATES = /^DUP_/
let result: CycleResult
let keyRows: Record<string, string>[]
let keyPersons: Map<string, Record<string, string>>
let rowAt: Map<string, IntakeRow>

function keyTable(name: string): Record<string, string>[] {
  const read = readCsv(readFileSync(join(checkout, "example/balikpapan-2026-key", name)))
  if (!read.ok) throw new Error(`${name} cannot be read`)
  const [sheet] = read.value.sheets
  const [header, ...records] = sheet?.rows ?? []
  const names = new Map(header?.cells.map((cell) => [cell.column, cell.text]))
  return records.map((record) => {
    const fields = Object.fromEntries([...names.values()].map((field) => [field, ""]))
    for (const cell of record.cells) fields[names.get(cell.column) ?? ""] = cell.text
    return fields
  })
}

beforeAll(async () => {
  const book = loadLawBook(join(checkout, "law"), "64.71-balikpapan")
  const folder = await loadCycleFolder(join(checkout, "example/balikpapan-2026"))
  if (!book.ok || !folder.ok) throw new Error("the example or its pack cannot be read")
  const open = { year: 2026, months: null, asOf: null, seed: null, strict: false, json: false }
  const options = { ...open, folder: "", out: "", law: "", ceiling: rupiah(60_000_000) }
  const terms = termsOf(book.value, options)
  if (!terms.ok) throw new Error("the pack has no such year")
  const tables = intakeTables(book.value, terms.value.cycle.registrationOn)
  const decided = decideCycle(folder.value.takeFolder(), tables, terms.value)
  if (!decided.ok) throw new Error(decided.refusal.kind)
  result = decided.value
  keyRows = keyTable("rows.csv")
  keyPersons = new Map(keyTable("persons.csv").map((person) => [person["person"] ?? "", person]))
  rowAt = new Map(result.batch.rows.map((row) => [`${row.file}|${row.sheet}|${row.row}`, row]))
})

const place = (key: Record<string, string>): string =>
  `${key["file"]}|${key["sheet"]}|${key["row"]}`

/** Rows of people that count: not those of a copy or of a list that was replaced. */
function counting(): { key: Record<string, string>; row: IntakeRow }[] {
  return keyRows.flatMap((key) => {
    const row = rowAt.get(place(key))
    if (key["kind"] !== "person" || row === undefined || row.outcome === "ignored") return []
    return [{ key, row }]
  })
}

test("no row of a person is lost, and no other row becomes one", () => {
  const people = keyRows.filter((key) => key["kind"] === "person")
  expect(people.length).toBeGreaterThan(550)
  expect(people.filter((key) => !rowAt.has(place(key)))).toEqual([])
  const others = keyRows.filter((key) => key["kind"] !== "person")
  expect(others.length).toBeGreaterThan(10)
  expect(
    others.filter((key) => (rowAt.get(place(key))?.outcome ?? "ignored") !== "ignored"),
  ).toEqual([])
})

test("no NIK is read that the row does not hold, and rows that need a human are set aside", () => {
  const rows = counting()
  expect(rows.length).toBeGreaterThan(450)
  for (const { key, row } of rows) {
    if (row.nik !== null && key["nik"] !== "") expect(row.nik).toBe(key["nik"])
    const codes = (key["codes"] ?? "").split(";").filter((code) => code !== "")
    const asked = codes.some((code) => isAskedAtImport(code))
    expect([place(key), row.outcome === "set_aside"]).toEqual([place(key), asked])
  }
})

/** Codes that a register or another row must show do not change the outcome at import. */
function isAskedAtImport(code: string): boolean {
  const hidden = /^(NIK_TYPO|NIK_OTHER_PERSON|NIK_TRUNCATED_TEXT|NIK_NOT_FOUND|DUP_)/
  return !hidden.test(code) && FINDINGS[code as FindingCode].handling === "ask"
}

test("at least 98 of 100 findings are found, and at least 98 of 100 that are found are true", () => {
  const hits = { both: 0, missed: 0, extra: 0 }
  for (const { key, row } of counting()) {
    const want = new Set((key["codes"] ?? "").split(";").filter((code) => visible(code)))
    const have = new Set<string>(
      row.findings.map(({ code }) => code).filter((code) => visible(code)),
    )
    hits.both += [...have].filter((code) => want.has(code)).length
    hits.extra += [...have].filter((code) => !want.has(code)).length
    hits.missed += [...want].filter((code) => !have.has(code)).length
  }
  expect(hits.both).toBeGreaterThan(1000)
  expect(hits.both / (hits.both + hits.missed)).toBeGreaterThan(0.98)
  expect(hits.both / (hits.both + hits.extra)).toBeGreaterThan(0.98)
})

function visible(code: string): boolean {
  const hidden =
    /^(NIK_TYPO|NIK_OTHER|NIK_TRUNCATED|NIK_NOT_FOUND|PERSON_NIK|DOB_SWAP|DOB_TYPO|NAME_VARIANT|NAME_TYPO|NAME_BIN)/
  return code !== "" && !hidden.test(code) && !DUPLICATES.test(code)
}

test("decisions agree with the key, and nobody who is not eligible is", () => {
  const decisionOf = new Map<string, string>()
  for (const { key, row } of counting()) {
    const personId = result.personOf.get(row.rowId) ?? ""
    decisionOf.set(key["person"] ?? "", result.decisions.get(personId)?.outcome ?? "lost")
  }
  const wanted: Readonly<Record<string, string>> = {
    yes: "eligible",
    no: "ineligible",
    need_info: "undecided",
  }
  let agreed = 0
  for (const [person, decision] of decisionOf) {
    const want = wanted[keyPersons.get(person)?.["eligible"] ?? ""]
    if (decision === want) agreed++
    if (want !== "eligible") expect([person, decision]).not.toEqual([person, "eligible"])
  }
  expect(decisionOf.size).toBeGreaterThan(450)
  expect(agreed / decisionOf.size).toBeGreaterThan(0.98)
})

test("one human is one person", () => {
  const byPerson = new Map<string, Set<string>>()
  const byHuman = new Map<string, Set<string>>()
  for (const { key, row } of counting()) {
    const [human, person] = [key["person"] ?? "", result.personOf.get(row.rowId) ?? ""]
    byHuman.set(human, (byHuman.get(human) ?? new Set()).add(person))
    byPerson.set(person, (byPerson.get(person) ?? new Set()).add(human))
  }
  expect([...byPerson.values()].filter((humans) => humans.size > 1)).toEqual([])
  expect([...byHuman.values()].filter((people) => people.size > 1).length).toBeLessThanOrEqual(2)
})

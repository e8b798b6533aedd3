import { isDeepStrictEqual } from "node:util"
import { parseIso } from "../../src/kernel/local-date.ts"
import {
  readBatch,
  type IntakeBatch,
  type IntakeRow,
  type IntakeTables,
} from "../../src/modules/intake/index.ts"
import { isOfSheet } from "../messy/key.ts"
import type { RawRow, RawSheet, Workbook } from "../../src/platform/spreadsheet/workbook.ts"

/** What holds for every list, whatever stands in it. */
export interface Broken {
  readonly rule: string
  readonly what: string
}

export type Read = (workbook: Workbook) => IntakeBatch

export function readerOf(tables: IntakeTables): Read {
  return (workbook) =>
    readBatch(
      [{ name: "daftar.xlsx", sha256: "0", workbook: { ok: true, value: workbook } }],
      [],
      tables,
    )
}

/** The first rule that a list breaks, or null. */
export function brokenRule(
  workbook: Workbook,
  read: Read,
  areas: ReadonlySet<string>,
): Broken | null {
  let batch: IntakeBatch
  try {
    batch = read(workbook)
  } catch (error) {
    return { rule: "never throws", what: error instanceof Error ? (error.stack ?? "") : "?" }
  }
  if (!isDeepStrictEqual(said(batch), said(read(workbook))))
    return { rule: "same bytes, same result", what: "a second reading differs" }
  return (
    unbalanced(batch) ??
    repeatedId(batch) ??
    lostRow(batch, workbook) ??
    firstOf(batch.rows, (row) => inventedNik(row, batch, workbook)) ??
    firstOf(batch.rows, (row) => impossibleValue(row, areas))
  )
}

/** What a batch says; a function of one reading is never that of another. */
function said(batch: IntakeBatch) {
  return Object.entries(batch).filter(([, value]) => typeof value !== "function")
}

function firstOf(rows: readonly IntakeRow[], check: (row: IntakeRow) => Broken | null) {
  for (const row of rows) {
    const broken = check(row)
    if (broken !== null) return broken
  }
  return null
}

function unbalanced({ files, rows }: IntakeBatch): Broken | null {
  for (const { name, counts } of files) {
    const own = rows.filter((row) => row.file === name).length
    const { accepted, repaired, set_aside: aside, ignored } = counts
    if (counts.read === own && accepted + repaired + aside + ignored === own) continue
    return { rule: "the balance holds", what: `${own} rows, counted ${JSON.stringify(counts)}` }
  }
  return null
}

function repeatedId({ rows }: IntakeBatch): Broken | null {
  const seen = new Set<string>()
  for (const { rowId, row } of rows) {
    if (rowId === "" || seen.has(rowId)) return { rule: "ids are unique", what: `row ${row}` }
    seen.add(rowId)
  }
  return null
}

/** Below the first row that was read of a sheet nothing that is written is left out. */
function lostRow({ rows, files }: IntakeBatch, workbook: Workbook): Broken | null {
  for (const sheet of workbook.sheets) {
    const isTwice = workbook.sheets.some((one) => one !== sheet && isOfSheet(one.name, sheet.name))
    const own = rows.filter((row) => isOfSheet(row.sheet, sheet.name))
    const read = new Set(own.map(({ row }) => row))
    if (read.size === 0 || isTwice || isAskedApart(files, sheet)) continue
    const lists = files.flatMap(({ sheets }) => sheets)
    const form = lists.find(isFormOf(sheet))
    // A person's row of a list on its side is her column.
    const first = form?.row ?? Math.min(...read)
    const headed = headerRows(sheet, lists)
    const said = new Set([...(form?.labels.values() ?? []), ...own.flatMap(({ cells }) => cells)])
    const isKept = (text: string): boolean =>
      form === undefined ? text.trim() === "" : isToldOf(text, said)
    const lost = sheet.rows.find(
      ({ number, cells }) =>
        number > first &&
        !read.has(number) &&
        !headed.has(number) &&
        !cells.every(({ text }) => isKept(text)),
    )
    if (lost !== undefined) return { rule: "no row is lost", what: `row ${lost.number}` }
  }
  return null
}

/** Of a page whose columns nobody can place it is said that they were not read. */
function isAskedApart(files: IntakeBatch["files"], { name }: RawSheet): boolean {
  const findings = files.flatMap((file) => file.findings)
  return findings.some(({ code, field }) => code === "PAGES_APART" && field === name)
}

type ReadSheet = IntakeBatch["files"][number]["sheets"][number]

/** Of lists beside each other a title of one may stand above the header of another. */
function headerRows(sheet: RawSheet, lists: readonly ReadSheet[]): ReadonlySet<number> {
  const own = lists.filter(({ name }) => isOfSheet(name, sheet.name))
  return new Set(
    own.flatMap(({ row, depth }) => {
      const at = sheet.rows.findIndex(({ number }) => number === row)
      return sheet.rows.slice(at, at + depth).map(({ number }) => number)
    }),
  )
}

function isFormOf({ name }: RawSheet) {
  return (read: ReadSheet): boolean => read.shape === "forms" && isOfSheet(read.name, name)
}

/** A person's row is many lines of her form: each label and each value stands in it. */
function isToldOf(text: string, said: ReadonlySet<string>): boolean {
  const plain = text
    .trim()
    .replace(/^([\d.)]+|[a-h][.)])(?=\s|$)|^[\s.:=_-]+|[\s:=]+$/gi, "")
    .trim()
  const letters = lettersOf(plain)
  if (letters === "" || [...said].some((one) => lettersOf(one).includes(letters))) return true
  const mark = plain.search(/[:=]/)
  return mark > 0 && isToldOf(plain.slice(0, mark), said) && isToldOf(plain.slice(mark + 1), said)
}

/** Labels of forms that are alike differ by a blank or a mark; their letters and digits do not. */
function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, "")
}

/** Sixteen digits in this order in a text cell of the row or her form, or in one merged down to it. */
function inventedNik(row: IntakeRow, batch: IntakeBatch, workbook: Workbook): Broken | null {
  const { nik } = row
  if (nik === null) return null
  const read = batch.files.flatMap((file) => file.sheets)
  const sheets = workbook.sheets.filter(({ name }) => isOfSheet(row.sheet, name))
  const texts = sheets.flatMap((sheet) => {
    return textsOf(read.some(isFormOf(sheet)) ? sheet.rows : rowsOf(sheet, row.row))
  })
  if (/^\d{16}$/.test(nik) && texts.some((text) => holds(text, nik))) return null
  return { rule: "no NIK that is not in the cell", what: `row ${row.row}: ${nik}` }
}

function rowsOf(sheet: RawSheet, number: number): RawRow[] {
  const tops = new Set(
    sheet.merges
      .filter(({ top, bottom }) => top <= number && number <= bottom)
      .map(({ top }) => top),
  )
  return sheet.rows.filter((row) => row.number === number || tops.has(row.number))
}

function textsOf(rows: readonly RawRow[]): string[] {
  return rows.flatMap(({ cells }) => {
    return cells.filter(({ kind }) => kind === "text").map(({ text }) => text)
  })
}

/** Blanks and marks that somebody put between the digits do not count; other digits do. */
function holds(text: string, nik: string): boolean {
  const plain = text.normalize("NFKC").replace(/[\s\p{Cf}\p{P}\p{S}]+/gu, "")
  return new RegExp(`(?<!\\d)${nik}(?!\\d)`).test(plain) || text.includes(nik)
}

function impossibleValue(row: IntakeRow, areas: ReadonlySet<string>): Broken | null {
  const broken = (what: string): Broken => ({
    rule: "values are possible",
    what: `row ${row.row}: ${what}`,
  })
  const { birthDate, areaCode, incomeLow, incomeHigh, kk, outcome } = row
  if (birthDate !== null && parseIso(birthDate) === null) return broken(`born ${birthDate}`)
  if (areaCode !== null && !areas.has(areaCode)) return broken(`area ${areaCode}`)
  if (incomeLow !== null && incomeLow < 0n) return broken(`income ${incomeLow}`)
  if (incomeLow !== null && incomeHigh !== null && incomeLow > incomeHigh)
    return broken(`income ${incomeLow} to ${incomeHigh}`)
  if (kk !== null && !/^\d{16}$/.test(kk)) return broken(`kk ${kk}`)
  if (outcome === "accepted" && row.findings.some(({ code }) => code === "NIK_EMPTY"))
    return broken("accepted without a NIK")
  return null
}

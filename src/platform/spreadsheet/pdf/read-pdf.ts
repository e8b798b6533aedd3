import { ok, refuse, type Result } from "../../../kernel/result.ts"
import { readColumns } from "./columns.ts"
import { hasSameColumns, readGrid } from "./grid.ts"
import type { PageText } from "./lines.ts"
import { tracePage, type OperatorList } from "./page.ts"
import { tidySheet } from "../tidy-sheet.ts"
import type { Merge, RawCell, RawRow, RawSheet, ReadRefusal, Workbook } from "../workbook.ts"

/** A list of a city has a few hundred pages; more is a book, or an attack. */
const PAGES_MAX = 600

/**
 * Reads the tables of a text PDF by the places of its letters and lines. Pages whose tables have the
 * same columns are one sheet; wrapped lines of a cell are joined by a space. A document whose pages
 * show pictures only is refused as `picture`; some such pages among others are named in `pictures`. One
 * whose lines may belong to one row or another is refused as `unsettled`.
 */
export async function readPdf(bytes: Uint8Array): Promise<Result<Workbook, ReadRefusal>> {
  const { getDocumentProxy, getResolvedPDFJS } = await import("unpdf")
  const { OPS } = await getResolvedPDFJS()
  const names = new Map(Object.entries(OPS).map(([name, value]) => [value, name]))
  try {
    // The reader takes the bytes over: it gets a copy.
    const options = { isEvalSupported: false, disableFontFace: true, verbosity: 0 }
    const document = await getDocumentProxy(new Uint8Array(bytes), options)
    if (document.numPages > PAGES_MAX) return unreadable(`pdf: more than ${PAGES_MAX} pages`)
    const pages: PageText[] = []
    const pictures: number[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const [left = 0, bottom = 0, right = 0, top = 0] = page.view
      const area = (right - left) * (top - bottom)
      const operators: OperatorList = await page.getOperatorList()
      const traced = tracePage(operators, names, area)
      page.cleanup()
      if (traced.hasPicture && traced.glyphs.length < GLYPHS_MIN) pictures.push(number)
      else {
        const before = pages.at(-1)?.columns ?? []
        const text = readGrid(traced, before) ?? readColumns(traced, before)
        if (text === null) return refuse({ kind: "unsettled", detail: `PDF, ${pageName(number)}` })
        pages.push(text)
      }
    }
    if (pages.length === 0 && pictures.length > 0)
      return refuse({ kind: "picture", detail: `PDF, ${pictures.length} halaman bergambar` })
    return ok({ format: "pdf", sheets: sheetsOf(pages), pictures: pictures.map(pageName) })
  } catch (error) {
    return refuseFault(error)
  }
}

/** Fewer letters beside a large picture are a stamp or a page number. */
const GLYPHS_MIN = 20

function pageName(number: number): string {
  return `halaman ${number}`
}

function unreadable(detail: string) {
  return refuse<ReadRefusal>({ kind: "unreadable", detail })
}

/** Whatever the reader finds wrong in a stranger's bytes is said of the file. */
function refuseFault(error: unknown) {
  const name = error instanceof Error ? error.name : ""
  if (name === "PasswordException") return refuse<ReadRefusal>({ kind: "protected" })
  return unreadable(`pdf: ${name === "" ? "damaged" : name}`)
}

/** Pages of a wide table come in turns: those with the columns of any page before go on there. */
function sheetsOf(pages: readonly PageText[]): RawSheet[] {
  const groups: { columns: readonly number[]; numbers: number[]; pages: PageText[] }[] = []
  for (const [index, page] of pages.entries()) {
    const isText = page.columns.length === 0
    const known = isText
      ? groups.at(-1)
      : groups.findLast(({ columns }) => hasSameColumns(columns, page.columns))
    const group = known ?? { columns: page.columns, numbers: [], pages: [] }
    if (known === undefined) groups.push(group)
    group.numbers.push(index + 1)
    group.pages.push(page)
  }
  return groups.map(({ numbers, pages: own }) => sheetOf(own, `Halaman ${rangesOf(numbers)}`))
}

/** "1-3, 5": numbers that follow each other as one range. */
function rangesOf(numbers: readonly number[]): string {
  const ranges: [from: number, to: number][] = []
  for (const number of numbers) {
    const last = ranges.at(-1)
    if (last !== undefined && number === last[1] + 1) last[1] = number
    else ranges.push([number, number])
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(", ")
}

function sheetOf(pages: readonly PageText[], name: string): RawSheet {
  const rows: RawRow[] = []
  const merges: Merge[] = []
  for (const [index, { cells }] of pages.flatMap(({ lines }) => lines).entries()) {
    const number = index + 1
    for (const { column, across, down } of cells) {
      const [right, bottom] = [column + across - 1, number + down - 1]
      if (across * down > 1) merges.push({ top: number, bottom, left: column, right })
    }
    if (cells.length > 0) rows.push({ number, hidden: false, cells: cells.map(rawCell) })
  }
  const plain = { hidden: false, date1904: false, hiddenColumns: [] }
  return tidySheet({ ...plain, name, rows, merges })
}

function rawCell({ column, text }: { readonly column: number; readonly text: string }): RawCell {
  return { column, text, kind: "text", formula: false, struck: false }
}

import type { RawSheet, Workbook } from "../../src/platform/spreadsheet/workbook.ts"

const TRIES_MAX = 600

/** The same failure in as little as possible: fewer sheets, rows, merges, cells, letters. */
export function shrink(workbook: Workbook, fails: (smaller: Workbook) => boolean): Workbook {
  let left = TRIES_MAX
  const holds = (smaller: Workbook): boolean => left-- > 0 && fails(smaller)
  let best = fewer(
    workbook,
    (book) => book.sheets,
    (book, sheets) => ({ ...book, sheets }),
    holds,
  )
  for (const at of best.sheets.keys()) {
    const put = (change: (sheet: RawSheet) => RawSheet) => (book: Workbook) => ({
      ...book,
      sheets: book.sheets.map((sheet, index) => (index === at ? change(sheet) : sheet)),
    })
    const sheetOf = (book: Workbook): RawSheet => book.sheets[at]!
    best = fewer(
      best,
      (book) => sheetOf(book).merges,
      (book, merges) => put((sheet) => ({ ...sheet, merges }))(book),
      holds,
    )
    best = fewer(
      best,
      (book) => sheetOf(book).rows,
      (book, rows) => put((sheet) => ({ ...sheet, rows }))(book),
      holds,
    )
    for (const row of sheetOf(best).rows.keys())
      best = fewer(
        best,
        (book) => sheetOf(book).rows[row]?.cells ?? [],
        (book, cells) =>
          put((sheet) => ({
            ...sheet,
            rows: sheet.rows.map((own, index) => (index === row ? { ...own, cells } : own)),
          }))(book),
        holds,
      )
  }
  return best
}

/** Leaves out ever smaller pieces of a list for as long as the failure stays. */
function fewer<T>(
  whole: Workbook,
  of: (book: Workbook) => readonly T[],
  with_: (book: Workbook, items: readonly T[]) => Workbook,
  fails: (book: Workbook) => boolean,
): Workbook {
  let best = whole
  for (let size = Math.ceil(of(best).length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let from = 0; from < of(best).length;) {
      const items = of(best)
      const smaller = with_(best, [...items.slice(0, from), ...items.slice(from + size)])
      if (fails(smaller)) best = smaller
      else from += size
    }
  }
  return best
}

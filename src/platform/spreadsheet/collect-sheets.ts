import type { BookVisitor, SheetInfo } from "./xlsx/read-xlsx.ts"
import { rawRow, type RowView } from "./row-view.ts"
import { tidySheet } from "./tidy-sheet.ts"
import type { Merge, RawRow, RawSheet } from "./workbook.ts"
import type { SheetVisitor } from "./xlsx/sheet.ts"

/** Keeps what it is told as objects. */
export class SheetCollector implements BookVisitor {
  readonly #sheets: CollectedSheet[] = []

  sheet(info: SheetInfo): SheetVisitor {
    const sheet = new CollectedSheet(info)
    this.#sheets.push(sheet)
    return sheet
  }

  sheets(): RawSheet[] {
    return this.#sheets.map((sheet) => sheet.tidied())
  }
}

class CollectedSheet implements SheetVisitor {
  readonly #info: SheetInfo
  readonly #rows: RawRow[] = []
  readonly #merges: Merge[] = []
  readonly #hiddenColumns: number[] = []

  constructor(info: SheetInfo) {
    this.#info = info
  }

  row(row: RowView): void {
    this.#rows.push(rawRow(row))
  }

  merge(merge: Merge): void {
    this.#merges.push(merge)
  }

  hiddenColumn(column: number): void {
    this.#hiddenColumns.push(column)
  }

  tidied(): RawSheet {
    const cells = { rows: this.#rows, merges: this.#merges, hiddenColumns: this.#hiddenColumns }
    return tidySheet({ ...this.#info, ...cells })
  }
}

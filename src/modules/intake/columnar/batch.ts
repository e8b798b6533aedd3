import { codeNumber, codesInSet, OUTCOMES } from "./codes.ts"
import { claimFindings } from "./claim.ts"
import type { OutcomeCounts } from "./conclude.ts"
import { RowView, type ListColumns } from "./list.ts"
import type { JudgedList, ListPlace } from "./result.ts"
import { HEADER } from "./rows.ts"
import { RowPeeker } from "../../../platform/spreadsheet/csv/source.ts"
import { storedRows, type StoredRow } from "./stored.ts"
import { RowTwins } from "./twins.ts"
import type { Finding, FindingCode } from "../findings/finding.ts"
import { noteChange, noteColumns, noteLost } from "../file-notes.ts"
import { unusualDate, type ReadSheet } from "../read-file.ts"
import { entriesOfNobody, everybodyAside } from "../rows/nobody.ts"
import { readRow, rowIdOf } from "../rows/read-row.ts"
import { outcomeOf, type IntakeRow, type Outcome } from "../rows/row.ts"
import type { Sender } from "../sendings/sender.ts"

/** A large list, read by columns. Single rows are read again from the file when they are asked for. */
export class ColumnarList {
  readonly file: string
  readonly sender: Sender
  readonly findings: readonly Finding[]
  readonly sheets: readonly ReadSheet[]
  readonly columns: ListColumns
  /** Rows below the first header. */
  readonly length: number
  readonly counts: OutcomeCounts
  readonly people: number
  /** Rows that carry a code, in the catalogue's order. */
  readonly findingCounts: ReadonlyMap<FindingCode, number>
  /** Rows that the reader of single rows took over. */
  readonly handed: number
  /** How many threads read the file. */
  readonly threads: number
  private readonly judged: JudgedList
  private readonly place: ListPlace
  private readonly window: RowPeeker
  private twins: RowTwins | null = null

  constructor(judged: JudgedList, place: ListPlace & { readonly threads: number }) {
    const { columns } = judged
    this.judged = judged
    this.place = place
    this.columns = columns
    this.file = place.file.name
    this.sender = place.head.sender
    this.sheets = sheetsOf(place)
    this.length = columns.length
    this.counts = judged.conclusion.counts
    this.people = judged.conclusion.people
    this.findingCounts = judged.conclusion.findingCounts
    this.handed = judged.handed
    this.threads = place.threads
    this.window = new RowPeeker(place.source)
    this.findings = [
      ...findingsOf(place, this.entriesOfNobody()),
      ...claimFindings(columns.rows, place, this.people),
      ...everybodyAside({ ...this, carriers: (code) => this.findingCounts.get(code) ?? 0 }),
    ]
  }

  private entriesOfNobody(): number {
    const { columns, place, length } = this
    const { segments } = columns.rows
    const view = this.view()
    const rows = {
      kindAt: (row: number) => view.at(row).kind,
      cellsAt: (row: number) => this.readAgain(row).cells,
    }
    const lost = segments.map(({ firstRow }, at) => {
      const range = [firstRow, segments[at + 1]?.firstRow ?? length] as const
      return entriesOfNobody(range, rows, place.settled.headers[at]?.columns ?? new Map())
    })
    return lost.reduce((sum, entries) => sum + entries, 0) || (this.people === 0 ? length : 0)
  }

  /** A cursor over the rows. */
  view(): RowView {
    return new RowView(this.columns)
  }

  outcomeAt(row: number): Outcome {
    return OUTCOMES[this.columns.outcomes[row] ?? 0] ?? "accepted"
  }

  codesAt(row: number): FindingCode[] {
    const { codes, codeSets } = this.columns.rows
    return codesInSet(codeSets, codes[row] ?? 0)
  }

  /** A row as `readBatch` gives it, with its texts, its findings and its id. */
  rowAt(row: number): IntakeRow {
    const read = this.readAgain(row)
    const first = this.idOf(read, 0)
    let occurrence = 0
    for (const earlier of this.twinsOf().before(row))
      if (this.idOf(this.readAgain(earlier), 0) === first) occurrence++
    return { ...read, rowId: occurrence === 0 ? first : this.idOf(read, occurrence) }
  }

  /** The first row that carries a code, with its finding; null where none does. */
  firstWith(code: FindingCode): { readonly row: number; readonly finding: Finding } | null {
    const number = codeNumber(code)
    const { codes, codeSets } = this.columns.rows
    for (let row = 0; row < this.length; row++) {
      if (!codeSets.has(codes[row] ?? 0, number)) continue
      const read = this.readAgain(row)
      const finding = read.findings.find((noted) => noted.code === code)
      return finding === undefined ? null : { row: read.row, finding }
    }
    return null
  }

  /** Rows in order, all or the chosen ones, one at a time. */
  *rows(isChosen: (row: number) => boolean = () => true): Generator<IntakeRow> {
    for (let row = 0; row < this.length; row++) if (isChosen(row)) yield this.rowAt(row)
  }

  /** All rows as a table takes them, each good until the next one is asked for. */
  *stored(): Generator<StoredRow> {
    const { file } = this
    const twins = this.twinsOf()
    yield* storedRows({
      columns: this.columns,
      source: this.place.source,
      contextOf: this.judged.contextOf,
      idOf: (cells) => this.idOf({ file, sheet: "", cells }, 0),
      hasTwin: (row) => twins.hasBefore(row),
      rowAt: (row) => this.rowAt(row),
    })
  }

  private twinsOf(): RowTwins {
    this.twins ??= new RowTwins(this.columns, this.place.source, this.numberColumn)
    return this.twins
  }

  private get numberColumn(): number | undefined {
    return this.sheets[0]?.columns.get("number")
  }

  private idOf(row: Pick<IntakeRow, "file" | "sheet" | "cells">, occurrence: number): string {
    const { numberColumn } = this
    return rowIdOf(row, this.place.tables.tenantId, { occurrence, numberColumn })
  }

  private readAgain(row: number): IntakeRow {
    const { rows } = this.columns
    const raw = this.window.rowAt(rows.places[row] ?? 0, rows.numbers[row] ?? 0)
    const known = ((rows.flags[row] ?? 0) & HEADER) !== 0 ? "header" : undefined
    const read = readRow(raw, this.judged.contextOf(row), known)
    if (rows.codeSets.has(rows.codes[row] ?? 0, UNUSUAL_DATE)) {
      read.findings.push(unusualDate(read))
      read.outcome = outcomeOf(read)
    }
    return read
  }
}

/** The list as one sheet, as its first header was read. */
function sheetsOf({ head, settled }: ListPlace): ReadSheet[] {
  return settled.headers.slice(0, 1).map(({ columns, labels, readings, depth }) => ({
    ...{ name: "", shape: "list" as const, row: head.row, depth },
    ...{ columns, labels, readings },
  }))
}

function findingsOf({ head, settled }: ListPlace, lost: number): Finding[] {
  const noted = { findings: [...head.findings] }
  for (const header of settled.headers) noteColumns(noted, { name: "" }, header)
  noteLost(noted, "", lost)
  for (const change of settled.changes) noteChange(noted, change)
  return noted.findings
}

const UNUSUAL_DATE = codeNumber("DOB_FORMAT")

import { foldText } from "../../src/kernel/text-fold.ts"
import { FINDINGS, type IntakeBatch, type IntakeRow } from "../../src/modules/intake/index.ts"
import type { FileKey, RowKey, SheetKey, TableKey, TrueField, ValueKey } from "./key.ts"
import { isOfSheet, TRUE_FIELDS, UNKNOWN_ROW } from "./key.ts"

/** What became of one value. */
export type Fate =
  /** Taken, and true. */
  | "right"
  /** Asked or left empty where the truth is not in the cell. */
  | "asked"
  /** Asked or left empty although one reading is possible. */
  | "missed"
  /** Given as certain, and not true. */
  | "wrong"
  /** True, but not to be known from the list. */
  | "guessed"
  /** The sender wrote something well formed and untrue; taken as written. */
  | "as-written"

export interface Reason {
  readonly file: string
  readonly sheet: string
  readonly row: number
  readonly what: string
  /** The greater, the worse. */
  readonly weight: number
}

export interface ListScore {
  readonly headers: { readonly right: number; readonly all: number }
  readonly columns: { readonly right: number; readonly all: number }
  readonly people: { readonly kept: number; readonly all: number }
  /** Rows of nobody that were taken for people. */
  readonly phantoms: number
  readonly fates: ReadonlyMap<TrueField, ReadonlyMap<Fate, number>>
  readonly reasons: readonly Reason[]
}

/** Compares what was read of one file with its key. */
export function scoreList(key: FileKey, batch: IntakeBatch): ListScore {
  const draft = new ScoreDraft(key)
  for (const sheet of key.sheets) draft.takeSheet(sheet, batch)
  draft.takePhantoms(batch)
  return draft
}

class ScoreDraft implements ListScore {
  readonly headers = { right: 0, all: 0 }
  readonly columns = { right: 0, all: 0 }
  readonly people = { kept: 0, all: 0 }
  phantoms = 0
  readonly fates = new Map<TrueField, Map<Fate, number>>()
  readonly reasons: Reason[] = []
  readonly #key: FileKey
  readonly #taken = new Set<IntakeRow>()

  constructor(key: FileKey) {
    this.#key = key
  }

  #note(sheet: string, row: number, what: string, weight: number): void {
    this.reasons.push({ file: this.#key.file, sheet, row, what, weight })
  }

  takeSheet(sheet: SheetKey, batch: IntakeBatch): void {
    if (sheet.kind !== "list") return
    const rows = batch.rows.filter((row) => isOfSheet(row.sheet, sheet.name))
    const byRow = Map.groupBy(rows, (row) => row.row)
    const found = sheet.people.map((person) => ({ person, row: this.#find(person, byRow) }))
    this.#headers(sheet, rows, found)
    this.#columns(sheet, batch)
    for (const { person, row } of found) this.#person(sheet, person, row)
  }

  /** Neighbouring tables share rows: the texts of the person tell which row is hers. */
  #find(person: RowKey, byRow: ReadonlyMap<number, readonly IntakeRow[]>): IntakeRow | null {
    const hits = (row: IntakeRow): number =>
      person.marks.filter((mark) => row.cells.some((cell) => sameText(cell, mark))).length
    const isAnywhere = person.row === UNKNOWN_ROW
    const rows = isAnywhere ? [...byRow.values()].flat() : (byRow.get(person.row) ?? [])
    const candidates = rows.filter((row) => row.kind === "person" && !this.#taken.has(row))
    const best = candidates.toSorted((a, b) => hits(b) - hits(a))[0]
    const isDoubtful = isAnywhere || candidates.length > 1
    if (best === undefined || (hits(best) === 0 && isDoubtful)) return null
    this.#taken.add(best)
    return best
  }

  /** Right: no header is taken for a person, and the first person below it for no header. */
  #headers(
    sheet: SheetKey,
    rows: readonly IntakeRow[],
    found: readonly { readonly person: RowKey; readonly row: IntakeRow | null }[],
  ): void {
    for (const [index, table] of sheet.tables.entries()) {
      this.headers.all++
      const first = found.find(({ person }) => person.table === index)
      const eaten = first !== undefined && first.row === null
      const asPerson = rows.find(
        (row) =>
          row.kind === "person" && table.headerRows.includes(row.row) && !this.#taken.has(row),
      )
      if (!eaten && asPerson === undefined) {
        this.headers.right++
        continue
      }
      const what = eaten ? "the first person below the header is lost" : "a header row is a person"
      this.#note(sheet.name, table.headerRows[0] ?? 0, `${what} (${labelsOf(sheet, index)})`, 50)
    }
  }

  #columns(sheet: SheetKey, batch: IntakeBatch): void {
    const all = batch.files[0]?.sheets ?? []
    const read = all.filter(({ name }) => isOfSheet(name, sheet.name))
    const [first] = sheet.tables
    // Of tables below each other the reader shows the first; those beside it are lists of their own.
    for (const table of sheet.tables) {
      if (table.headerRows[0] !== first?.headerRows[0]) continue
      const columns = read.map((one) => new Map<string, number>(one.columns))
      const hits = (got: ReadonlyMap<string, number>): number =>
        Object.entries(table.columns).filter(([field, column]) => got.get(field) === column).length
      const got = columns.toSorted((a, b) => hits(b) - hits(a))[0] ?? new Map<string, number>()
      this.#tableColumns(sheet, table, got)
    }
  }

  #tableColumns(sheet: SheetKey, table: TableKey, got: ReadonlyMap<string, number>): void {
    const labels = table.labels
    for (const [field, column] of Object.entries(table.columns)) {
      if (UNSCORED.has(field)) continue
      this.columns.all++
      const named = [field, ...(SAME[field] ?? [])]
      if (named.some((name) => got.get(name) === column)) this.columns.right++
      else {
        const at = got.get(field)
        const taken = at === undefined ? "in no column" : `in "${labels[String(at)] ?? at}"`
        this.#note(
          sheet.name,
          table.headerRows[0] ?? 0,
          `${field} "${labels[String(column)]}" seen ${taken}`,
          20,
        )
      }
    }
    for (const [field, column] of got) {
      if (!table.others.includes(column) || UNSCORED.has(field)) continue
      this.columns.all++
      this.#note(
        sheet.name,
        table.headerRows[0] ?? 0,
        `"${labels[String(column)]}" taken for ${field}`,
        20,
      )
    }
  }

  #person(sheet: SheetKey, person: RowKey, row: IntakeRow | null): void {
    this.people.all++
    if (row === null) {
      this.#note(sheet.name, person.row, "a person is lost", 30)
      return
    }
    this.people.kept++
    for (const field of TRUE_FIELDS) {
      const known = person.values[field] ?? UNTOLD.get(field)
      if (known === undefined) continue
      const fate = fateOf(field, known, row)
      if (known.by === NOWHERE && fate === "asked") continue
      const fates = this.fates.get(field) ?? new Map<Fate, number>()
      this.fates.set(field, fates.set(fate, (fates.get(fate) ?? 0) + 1))
      if (fate !== "wrong" && fate !== "missed" && fate !== "guessed") continue
      const given = valueOf(row, field)
      const what = `${field} ${fate}: true "${known.truth}", given "${given}" (${known.by})`
      this.#note(sheet.name, person.row, what, WEIGHT[fate])
    }
  }

  takePhantoms(batch: IntakeBatch): void {
    const lists = this.#key.sheets.filter(({ kind }) => kind === "list")
    for (const row of batch.rows) {
      if (row.kind !== "person" || this.#taken.has(row)) continue
      this.phantoms++
      const isElsewhere = !lists.some(({ name }) => isOfSheet(row.sheet, name))
      const where = isElsewhere ? "in a sheet that is no list" : "that is nobody"
      this.#note(row.sheet, row.row, `a row ${where} is taken for a person`, 40)
    }
  }
}

const WEIGHT = { wrong: 100, guessed: 2, missed: 5 } as const

/** Known to the key, not asked of the product. */
const UNSCORED: ReadonlySet<string> = new Set(["number", "remarks", "other", "spacer", "age"])

/** Other names of the product's columns for the same thing. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  name_first: ["name"],
  area: ["area_or_district"],
  income_high: ["income_other_span", "income_to"],
  birth_place_date: ["birth_date"],
}

function labelsOf(sheet: SheetKey, table: number): string {
  return Object.values(sheet.tables[table]?.labels ?? {})
    .join(" | ")
    .slice(0, 160)
}

function sameText(cell: string, mark: string): boolean {
  return (
    cell.trim() === mark.trim() ||
    cell.replace(/\s+/g, " ").trim() === mark.replace(/\s+/g, " ").trim()
  )
}

function valueOf(row: IntakeRow, field: TrueField): string {
  switch (field) {
    case "nik":
      return row.nik ?? ""
    case "kk":
      return row.kk ?? ""
    case "name":
      return row.name
    case "birth_place":
      return row.birthPlace
    case "birth_date":
      return row.birthDate ?? ""
    case "sex":
      return row.sex ?? ""
    case "area":
      return row.areaCode ?? ""
    case "rt":
      return row.rt
    case "mother_name":
      return row.motherName
    case "sector":
      return row.sector ?? ""
    case "income_low":
      return row.incomeLow === null ? "" : String(row.incomeLow)
    case "income_high":
      return row.incomeHigh === null ? "" : String(row.incomeHigh)
    case "phone":
      return row.phone
  }
}

const NOWHERE = "in no cell"
/** What no cell of a list tells: a value would come from somewhere else. */
const UNTOLD: ReadonlyMap<TrueField, ValueKey> = new Map(
  (["kk", "birth_place", "mother_name", "income_low", "income_high", "phone"] as const).map(
    (field) => [field, { truth: "-", expect: "ask", by: NOWHERE }],
  ),
)

/** Findings name the product's column; a question about it makes the value none. */
const ASKED_BY: Partial<Record<TrueField, readonly string[]>> = {
  birth_date: ["birth_date", "birth_place_date", "birth_year"],
  income_low: ["income"],
  income_high: ["income"],
  sector: ["occupation"],
  area: ["area", "area_or_district", "address"],
  sex: ["sex", "sex_male", "sex_female"],
  rt: ["rt", "rt_rw"],
}

export function fateOf(field: TrueField, known: ValueKey, row: IntakeRow): Fate {
  const given = valueOf(row, field)
  const names = ASKED_BY[field] ?? [field]
  const isAsked = row.findings.some(
    ({ code, field: at }) => FINDINGS[code].handling === "ask" && names.includes(at),
  )
  const isTrue = [known.truth, ...(known.also ?? [])].some((value) => same(field, value, given))
  const isNone = given === "" || (isAsked && !isTrue)
  if (known.expect === "written") return isNone ? "asked" : isTrue ? "right" : "as-written"
  if (isNone) return known.expect === "certain" ? "missed" : "asked"
  // A name as it stands there is no repair, only one not made.
  if (!isTrue) return isAsWritten(known, given) ? "missed" : "wrong"
  if (isAsked && known.expect === "certain") return "missed"
  return known.expect === "ask" ? "guessed" : "right"
}

function isAsWritten(known: ValueKey, given: string): boolean {
  return known.written !== undefined && letters(known.written) === letters(given)
}

function same(field: TrueField, truth: string, given: string): boolean {
  switch (field) {
    case "phone":
      return given !== "" && phones(given).some((phone) => phone === phones(truth)[0])
    case "rt":
      return Number(given) === Number(truth)
    case "name":
    case "mother_name":
    case "birth_place":
      return letters(given) === letters(truth)
    default:
      return given === truth
  }
}

function phones(text: string): string[] {
  return text
    .split(/[/,;]/)
    .map((phone) => phone.replace(/\D/g, "").replace(/^62/, "0").replace(/^8/, "08"))
}

function letters(text: string): string {
  return foldText(text).replace(/[^\p{L}\p{N}]+/gu, "")
}

import type { Cell, Grid, GridMerge, GridRow } from "./example-grid.ts"
import type { Entry } from "./example-entry.ts"
import type { ListSpec } from "./example-lists.ts"

export interface PlacedRow {
  readonly sheet: string
  /** As a spreadsheet shows it; in a csv the number of the record. */
  readonly row: number
  readonly kind:
    | "person"
    | "total"
    | "subheader"
    | "numrow"
    | "header"
    | "blank"
    | "note"
    | "signature"
  readonly entry?: Entry
}

export interface Laid {
  readonly grids: readonly Grid[]
  readonly rows: readonly PlacedRow[]
}

/** Puts the rows of a list under its letterhead and headers, and notes where each one stands. */
export function layOut(spec: ListSpec, entries: readonly Entry[]): Laid {
  if (spec.sheets !== "per-rt") return joined([sheetOf(spec, spec.sheetName, entries)])
  const wards = [...new Set(entries.map((entry) => entry.person.rt))].sort((a, b) => a - b)
  return joined(
    wards.map((rt) =>
      sheetOf(
        spec,
        `${spec.sheetName}${rt}`,
        entries.filter((entry) => entry.person.rt === rt),
      ),
    ),
  )
}

function joined(parts: readonly { grid: Grid; rows: readonly PlacedRow[] }[]): Laid {
  return { grids: parts.map((part) => part.grid), rows: parts.flatMap((part) => part.rows) }
}

class Sheet {
  readonly rows: GridRow[] = []
  readonly merges: GridMerge[] = []
  readonly placed: PlacedRow[] = []
  readonly name: string
  readonly width: number

  constructor(name: string, width: number) {
    this.name = name
    this.width = width
  }

  add(cells: readonly Cell[], kind?: PlacedRow["kind"], entry?: Entry): void {
    this.rows.push({
      cells,
      bold: kind === undefined,
      hidden: entry?.hidden ?? false,
      struck: entry?.struck ?? false,
    })
    if (kind === undefined) return
    this.placed.push({ sheet: this.name, row: this.rows.length, kind, ...(entry ? { entry } : {}) })
    if (entry) entry.at = { sheet: this.name, row: this.rows.length }
  }

  merge(top: number, bottom: number, left: number, right: number): void {
    if (bottom > top || right > left) this.merges.push({ top, bottom, left, right })
  }

  textAt(column: number, text: Cell): Cell[] {
    return Array.from({ length: this.width }, (_, i) => (i === column ? text : null))
  }
}

function sheetOf(
  spec: ListSpec,
  name: string,
  entries: readonly Entry[],
): { grid: Grid; rows: readonly PlacedRow[] } {
  const sheet = new Sheet(spec.form.kind === "csv" ? "" : name, spec.columns.length)
  for (const line of spec.heading) {
    if (line !== "") sheet.merge(sheet.rows.length, sheet.rows.length, 0, sheet.width - 1)
    sheet.add(sheet.textAt(0, line === "" ? null : line))
  }
  if (spec.heading.length > 0) sheet.add(sheet.textAt(0, null))
  addHeader(sheet, spec)
  if (spec.numberRow)
    sheet.add(
      spec.columns.map((_, i) => `${i + 1}`),
      "numrow",
    )
  addPeople(sheet, spec, entries)
  addFoot(sheet, spec, entries.length)
  return {
    grid: { name, rows: sheet.rows, merges: spec.form.kind === "csv" ? [] : sheet.merges },
    rows: sheet.placed,
  }
}

function addHeader(sheet: Sheet, spec: ListSpec, kind?: PlacedRow["kind"]): void {
  const words = spec.columns.map(([, text]) => text.split("|"))
  const top = sheet.rows.length
  if (!words.some((parts) => parts.length > 1))
    return sheet.add(
      words.map((parts) => parts[0] ?? ""),
      kind,
    )
  const upper = words.map((parts) => parts[0] as string)
  sheet.add(
    upper.map((text, i) => (i > 0 && upper[i - 1] === text ? null : text)),
    kind,
  )
  sheet.add(
    words.map((parts) => parts[1] || null),
    kind,
  )
  upper.forEach((text, i) => {
    if (!words[i]?.[1]) return sheet.merge(top, top + 1, i, i)
    if (upper[i - 1] === text) return
    let end = i
    while (upper[end + 1] === text) end += 1
    sheet.merge(top, top, i, end)
  })
}

function addPeople(sheet: Sheet, spec: ListSpec, entries: readonly Entry[]): void {
  const rtColumn = spec.columns.findIndex(([field]) => field === "rt")
  let blockTop = -1
  entries.forEach((entry, index) => {
    const newWard = index === 0 || entries[index - 1]?.person.rt !== entry.person.rt
    if (spec.subheaders && newWard)
      sheet.add(sheet.textAt(0, `Lingkungan RT ${entry.person.rt}`), "subheader")
    if (spec.repeatedHeader && index > 0 && index % 25 === 0) addHeader(sheet, spec, "header")
    const cells = entryCells(spec, entry, index + 1)
    if (spec.mergedRt && newWard) blockTop = sheet.rows.length
    if (spec.mergedRt && !newWard) {
      cells[rtColumn] = null
      entry.codes.add("MERGED_CELL")
    }
    sheet.add(cells, "person", entry)
    const lastOfWard = entries[index + 1]?.person.rt !== entry.person.rt
    if (spec.mergedRt && lastOfWard)
      sheet.merge(blockTop, sheet.rows.length - 1, rtColumn, rtColumn)
  })
}

/** Cells in the order of the columns; a shifted row has an empty one where the name belongs. */
function entryCells(spec: ListSpec, entry: Entry, number: number): Cell[] {
  const cells: Cell[] = spec.columns.map(([field]) => {
    if (field !== "no") return entry.cells[field] ?? null
    return spec.form.kind === "csv" ? String(number) : { kind: "number", digits: String(number) }
  })
  if (!entry.shifted) return cells
  const at = spec.columns.findIndex(([field]) => field === "name")
  return [...cells.slice(0, at), null, ...cells.slice(at)].slice(0, cells.length)
}

function addFoot(sheet: Sheet, spec: ListSpec, count: number): void {
  const nameColumn = spec.columns.findIndex(([field]) => field === "name")
  if (spec.total) {
    const cells = sheet.textAt(nameColumn, spec.total)
    cells[spec.columns.findIndex(([field]) => field === "income")] = String(count)
    sheet.add(cells, "total")
  }
  for (const note of spec.notes ?? []) sheet.add(sheet.textAt(1, note), "note")
  if (!spec.signature) return
  const right = sheet.width - 3
  sheet.add(sheet.textAt(0, null), "blank")
  sheet.add(sheet.textAt(right, "Balikpapan,   Oktober 2025"), "signature")
  sheet.add(sheet.textAt(right, spec.signature), "signature")
  sheet.add(sheet.textAt(0, null), "blank")
  sheet.add(sheet.textAt(right, "Rahmanto Sudibyo"), "signature")
  sheet.add(sheet.textAt(right, "NIP. 19770101 200501 9 901"), "signature")
}

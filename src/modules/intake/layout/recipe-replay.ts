// The recipes of a sender on the file at hand: read as confirmed, or said to have changed.
import type { RawSheet } from "../../../platform/spreadsheet/workbook.ts"
import { columnLetters, columnNumber } from "./column-letters.ts"
import { foldHeader, type Field } from "./field.ts"
import { flatLabels, headerSheet, labelsOf, withNikCells } from "./header-labels.ts"
import type { HeadedSheet, Header } from "./layout.ts"
import { ANY_SENDER, fingerprintOf, fitsName, type Recipe, type SheetRecipe } from "./recipe.ts"

/** How the header of a sheet differs from the one that was confirmed. */
export interface LayoutChange {
  readonly sheet: string
  readonly vanished: readonly string[]
  readonly appeared: readonly string[]
  /** "NIK: C → D" */
  readonly moved: readonly string[]
}

export interface Replayed {
  readonly sheets: readonly HeadedSheet[]
  readonly changes: readonly LayoutChange[]
}

/** A header that recognition did not find is looked for in the first rows only. */
const SEARCH_ROWS = 60

export function replayRecipes(
  headed: readonly HeadedSheet[],
  recipes: readonly Recipe[],
  senderId: string,
): Replayed {
  const own = recipes
    .filter(({ sender }) => sender === senderId || sender === ANY_SENDER)
    .sort((a, b) => b.version - a.version)
  if (own.length === 0) return { sheets: headed, changes: [] }
  const known = own.flatMap((recipe) => recipe.sheets)
  const sheets = headed.map((each) => replayed(each, known))
  const changes = sheets.flatMap((each) => changeOf(each, known) ?? [])
  const seen = new Set<string>()
  return { sheets, changes: changes.filter((change) => isNew(seen, change)) }
}

/** Fifty sheets that changed alike are one change. */
function isNew(seen: Set<string>, { vanished, appeared, moved }: LayoutChange): boolean {
  const key = JSON.stringify([vanished, appeared, moved])
  return !seen.has(key) && seen.add(key) !== undefined
}

function replayed(headed: HeadedSheet, known: readonly SheetRecipe[]): HeadedSheet {
  const { sheet } = headed
  const headers = headed.headers.map((header) => {
    const entry = recipeFor(sheet, header.labels, known)
    if (entry !== undefined) return asConfirmed(header, entry)
    const alike = mostAlike(header, known)
    return alike === undefined ? header : partlyConfirmed(header, alike)
  })
  const found = headers.length > 0 ? headers : searched(sheet, known)
  return { sheet, headers: found }
}

function recipeFor(
  sheet: RawSheet,
  labels: ReadonlyMap<number, string>,
  known: readonly SheetRecipe[],
): SheetRecipe | undefined {
  const fingerprint = fingerprintOf(labels)
  const same = known.filter((entry) => entry.fingerprint === fingerprint)
  return same.find(({ name }) => fitsName(name, sheet.name)) ?? same[0]
}

/** The columns as a human confirmed them: nothing is recognised, nothing is asked. */
function asConfirmed(header: Pick<Header, "at" | "depth" | "labels">, entry: SheetRecipe): Header {
  const columns = new Map<Field, number>()
  for (const { field, column } of entry.columns) {
    const number = columnNumber(column)
    if (field !== null && number !== null) columns.set(field, number)
  }
  withNikCells(columns)
  const { at, depth, labels } = header
  return { at, depth, labels, columns, readings: readingsOf(columns, labels), unsure: [] }
}

function readingsOf(columns: ReadonlyMap<Field, number>, labels: ReadonlyMap<number, string>) {
  return [...columns].map(([field, column]) => ({
    ...{ column, label: labels.get(column) ?? "", field },
    ...{ confidence: 1, by: "recipe" as const },
  }))
}

/** So many of a confirmed layout's labels stand in the header still. */
const ALIKE_MIN = 0.5

/** The confirmed layout that shares most labels with a header, if it is half of them at least. */
function mostAlike(header: Header, known: readonly SheetRecipe[]): SheetRecipe | undefined {
  const now = columnByLabel(header.labels)
  const share = ({ columns }: SheetRecipe): number => {
    const labelled = columns.filter(({ label }) => foldHeader(label) !== "")
    return labelled.filter(({ label }) => now.has(foldHeader(label))).length / labelled.length
  }
  const best = known.toSorted((a, b) => share(b) - share(a))[0]
  return best !== undefined && share(best) >= ALIKE_MIN ? best : undefined
}

/** Columns by what stands above them; null where two columns say the same. */
function columnByLabel(labels: ReadonlyMap<number, string>): Map<string, number | null> {
  const columns = new Map<string, number | null>()
  for (const [column, label] of labels) {
    const folded = foldHeader(label)
    if (folded !== "") columns.set(folded, columns.has(folded) ? null : column)
  }
  return columns
}

/** What a human confirmed holds for labels that stand in the header still; the rest is recognised. */
function partlyConfirmed(header: Header, { columns: confirmed }: SheetRecipe): Header {
  const now = columnByLabel(header.labels)
  const said = new Map<Field, number>()
  for (const { field, label } of confirmed) {
    const column = now.get(foldHeader(label)) ?? null
    if (field !== null && column !== null) said.set(field, column)
  }
  const taken = new Set(said.values())
  const isFree = (field: Field, column: number): boolean => !said.has(field) && !taken.has(column)
  const columns = new Map([...header.columns].filter(([field, column]) => isFree(field, column)))
  const readings = header.readings.filter(({ field, column }) => isFree(field, column))
  const unsure = header.unsure.filter(
    ({ column, readings: may }) =>
      !taken.has(column) && !may.every((field) => said.has(field as Field)),
  )
  return {
    ...header,
    columns: new Map([...columns, ...said]),
    readings: [...readings, ...readingsOf(said, header.labels)],
    unsure,
  }
}

/** A header of words that nobody knows is known by its fingerprint. */
function searched(sheet: RawSheet, known: readonly SheetRecipe[]): Header[] {
  const indexed = headerSheet(sheet)
  for (let at = 0; at < Math.min(SEARCH_ROWS, sheet.rows.length); at++) {
    for (const depth of new Set(known.map((entry) => entry.depth))) {
      const labels = flatLabels(labelsOf(indexed, sheet.rows.slice(at, at + depth)))
      if (labels.size < 2) continue
      const entry = recipeFor(sheet, labels, known)
      if (entry !== undefined && entry.depth === depth)
        return [asConfirmed({ at, depth, labels }, entry)]
    }
  }
  return []
}

/** What changed against the most alike of the confirmed layouts; null where one was replayed. */
function changeOf(headed: HeadedSheet, remembered: readonly SheetRecipe[]): LayoutChange | null {
  const header = headed.headers[0]
  if (header === undefined || remembered.length === 0) return null
  if (headed.headers.some(({ labels }) => recipeFor(headed.sheet, labels, remembered))) return null
  const now = new Map(
    [...header.labels].map(([column, label]) => [foldHeader(label), { column, label }]),
  )
  const shared = (entry: SheetRecipe): number =>
    entry.columns.filter(({ label }) => now.has(foldHeader(label))).length
  const before = [...remembered].sort((a, b) => shared(b) - shared(a))[0]
  if (before === undefined) return null
  const labelled = before.columns.filter(({ label }) => foldHeader(label) !== "")
  const then = new Map(labelled.map((column) => [foldHeader(column.label), column]))
  const moved = labelled.flatMap(({ label, column }) => {
    const place = now.get(foldHeader(label))
    const letters = place === undefined ? column : columnLetters(place.column)
    return letters === column ? [] : [`${label}: ${column} → ${letters}`]
  })
  return {
    sheet: headed.sheet.name,
    vanished: labelled.filter(({ label }) => !now.has(foldHeader(label))).map(({ label }) => label),
    appeared: [...now]
      .filter(([folded]) => folded !== "" && !then.has(folded))
      .map(([, { label }]) => label),
    moved: [...new Set(moved)],
  }
}

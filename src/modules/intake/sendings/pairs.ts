// Which row of a later list repeats or corrects which row of an earlier one.
import { damerauLevenshtein } from "../../../kernel/edit-distance.ts"
import { contentKey, readingKey, type PlacedRow } from "../rows/said.ts"
import type { ReadSheet } from "../read-file.ts"
import type { IntakeRow } from "../rows/row.ts"

/** The people of a list. */
export interface ListSide {
  readonly rows: readonly IntakeRow[]
  readonly sheets: readonly ReadSheet[]
}

export interface RowPair {
  readonly earlier: PlacedRow
  readonly later: PlacedRow
}

export interface Pairing {
  /** In the order of the later list. */
  readonly pairs: readonly RowPair[]
  readonly added: readonly PlacedRow[]
  readonly missing: readonly PlacedRow[]
}

type KeyOf = (placed: PlacedRow) => string
type Accepts = (earlier: IntakeRow, later: IntakeRow) => boolean

/** One way in which a row can be known again. */
interface Sign {
  readonly keyOf: KeyOf
  /** Only where one row of each list has the key: two of one name are two people. */
  readonly alone?: boolean
  readonly accepts?: Accepts
}

/** The surest first. */
const SIGNS: readonly Sign[] = [
  { keyOf: ({ row }) => (row.nik === null ? "" : row.nik) },
  { keyOf: ({ row }) => bornKey(row, row.name) },
  { keyOf: ({ row }) => row.name, alone: true, accepts: canBeOne },
  { keyOf: ({ row }) => bornKey(row, `${row.sheet}:${row.row}`), accepts: looksLikeOne },
]

/** Rows that say the same come first, then those with `idOf` in common, then the other signs. */
export function pairRows(
  earlier: ListSide,
  later: ListSide,
  idOf?: {
    readonly earlier: (row: IntakeRow) => string
    readonly later: (row: IntakeRow) => string
  },
): Pairing {
  const sides = { earlier: placedPeople(earlier), later: placedPeople(later) }
  const found = new Map<PlacedRow, PlacedRow>()
  const taken = new Set<PlacedRow>()
  const take = (sign: SidedSign): void => {
    const open = sides.earlier.filter((placed) => !taken.has(placed))
    const unpaired = sides.later.filter((placed) => !found.has(placed))
    for (const { earlier: before, later: after } of pairBy(open, unpaired, sign)) {
      found.set(after, before)
      taken.add(before)
    }
  }
  const same = (keyOf: KeyOf): void => {
    if (idOf !== undefined)
      take({
        earlier: (placed) => withId(idOf.earlier(placed.row), keyOf(placed)),
        later: (placed) => withId(idOf.later(placed.row), keyOf(placed)),
      })
    take({ earlier: keyOf, later: keyOf })
  }
  same(contentKey)
  same(readingKey)
  if (idOf !== undefined)
    take({
      earlier: (placed) => idOf.earlier(placed.row),
      later: (placed) => idOf.later(placed.row),
      accepts: tellsOfOne,
    })
  for (const { keyOf, ...rest } of SIGNS) take({ earlier: keyOf, later: keyOf, ...rest })
  return {
    pairs: sides.later.flatMap((after) => {
      const before = found.get(after)
      return before === undefined ? [] : [{ earlier: before, later: after }]
    }),
    added: sides.later.filter((placed) => !found.has(placed)),
    missing: sides.earlier.filter((placed) => !taken.has(placed)),
  }
}

function placedPeople({ rows, sheets }: ListSide): PlacedRow[] {
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]))
  return rows
    .filter((row) => row.kind === "person")
    .map((row) => ({ row, sheet: byName.get(row.sheet) }))
}

function withId(id: string, key: string): string {
  return id === "" || key === "" ? "" : `${id}\n${key}`
}

interface SidedSign extends Omit<Sign, "keyOf"> {
  readonly earlier: KeyOf
  readonly later: KeyOf
}

function pairBy(
  earlier: readonly PlacedRow[],
  later: readonly PlacedRow[],
  { earlier: keyBefore, later: keyAfter, alone = false, accepts = () => true }: SidedSign,
): RowPair[] {
  const waiting = byKey([...earlier].reverse(), keyBefore)
  const rivals = alone ? byKey(later, keyAfter) : null
  return later.flatMap((after) => {
    const key = keyAfter(after)
    const candidates = waiting.get(key) ?? []
    if (rivals !== null && (candidates.length > 1 || (rivals.get(key)?.length ?? 0) > 1)) return []
    const before = candidates.at(-1)
    if (before === undefined || !accepts(before.row, after.row)) return []
    candidates.pop()
    return [{ earlier: before, later: after }]
  })
}

/** The last row of each list is taken first; a row without the key waits under none. */
function byKey(rows: readonly PlacedRow[], keyOf: KeyOf): Map<string, PlacedRow[]> {
  const groups = new Map<string, PlacedRow[]>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key === "") continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return groups
}

function bornKey(row: IntakeRow, other: string): string {
  return row.birthDate === null || other === "" ? "" : `${row.birthDate}\n${other}`
}

/** Digits of a number that a hand may have mistyped or corrected at once. */
const NIK_TYPOS_MAX = 2

/**
 * A place in a list and a birth date are shared by chance, and with the date most of a number: only
 * one slip of the hand in the number or the name makes them one.
 */
function looksLikeOne(earlier: IntakeRow, later: IntakeRow): boolean {
  const isSlip = (a: string, b: string): boolean =>
    a !== "" && b !== "" && damerauLevenshtein(a, b) <= 1
  return isSlip(earlier.nik ?? "", later.nik ?? "") || isSlip(earlier.name, later.name)
}

/** Two readable numbers that are quite different, and another birth date: another human. */
function canBeOne(earlier: IntakeRow, later: IntakeRow): boolean {
  const numbersDiffer =
    earlier.nik !== null &&
    later.nik !== null &&
    damerauLevenshtein(earlier.nik, later.nik) > NIK_TYPOS_MAX
  const bornDiffer =
    earlier.birthDate !== null && later.birthDate !== null && earlier.birthDate !== later.birthDate
  return !(numbersDiffer && bornDiffer)
}

/**
 * An id says which row it was; but who sorts a sheet without its hidden column, or writes another
 * person over a row, leaves an id that is no longer true. What the row says must agree somewhere.
 */
function tellsOfOne(earlier: IntakeRow, later: IntakeRow): boolean {
  if (earlier.nik !== null && earlier.nik === later.nik) return true
  if (earlier.name !== "" && earlier.name === later.name) return canBeOne(earlier, later)
  if (earlier.birthDate !== null && earlier.birthDate === later.birthDate) return true
  return sameCells(earlier, later)
}

/** A correction leaves most of what the sender wrote. */
const SAME_CELLS_MIN = 0.6

function sameCells(earlier: IntakeRow, later: IntakeRow): boolean {
  const written = earlier.cells.flatMap((text, column) => (text.trim() === "" ? [] : [column]))
  const same = written.filter((column) => earlier.cells[column] === later.cells[column])
  return same.length >= SAME_CELLS_MIN * written.length
}

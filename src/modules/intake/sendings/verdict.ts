import type { ResendScope } from "./resend.ts"
import { peopleOf, standingSide, type Family, type SentRow } from "./family.ts"
import { pairRows } from "./pairs.ts"
import type { Sending } from "./succession.ts"

/** What a later list of a sender is to his earlier ones. */
export type Verdict =
  | { readonly kind: "replaces"; readonly family: Family; readonly scope: ResendScope }
  | { readonly kind: "corrects"; readonly family: Family }
  | { readonly kind: "unclear"; readonly of: string }
  | { readonly kind: "own" }

/**
 * A later list of the same sender replaces an earlier one, or whole sheets of it, when they share
 * most of the people of both. An additional list names others.
 */
const SHARED_MIN = 0.6
const PEOPLE_MIN = 5
/** Fewer in common are people who are named twice, not a list that is. */
const ASKED_MIN = 2

export function verdictOn(sending: Sending, families: readonly Family[]): Verdict {
  if (sending.role === "addition" || sending.sender.kind === "unknown") return { kind: "own" }
  const own = families.filter((family) => isOfSender(family, sending)).reverse()
  const overlaps = own.map((family) => overlapOf(family, sending))
  const most = Math.max(0, ...overlaps.map(({ shared }) => shared))
  const closest = overlaps.find(({ shared }) => shared === most)
  // A human said what it is; only to what remains to be found.
  if (sending.role === "replacement" && closest !== undefined && most > 0)
    return { kind: "replaces", family: closest.family, scope: WHOLE }
  for (const overlap of overlaps) {
    const scope = scopeOf(overlap)
    if (scope !== null) return { kind: "replaces", family: overlap.family, scope }
  }
  if (sending.role === "correction" && closest !== undefined && most > 0)
    return { kind: "corrects", family: closest.family }
  const unclear = overlaps.find(isUnclear)
  if (unclear === undefined) return { kind: "own" }
  return { kind: "unclear", of: unclear.family.members.at(-1)?.name ?? "" }
}

const WHOLE: ResendScope = { whole: true, has: () => true }

function isOfSender({ members }: Family, sending: Sending): boolean {
  return members[0]?.sender.id === sending.sender.id && members[0].sender.kind !== "unknown"
}

interface Overlap {
  readonly family: Family
  /** People of the later list, of the earlier one, and of both. */
  readonly later: number
  readonly earlier: number
  readonly shared: number
  readonly sheets: ReadonlyMap<string, { readonly people: number; readonly shared: number }>
}

function overlapOf(family: Family, sending: Sending): Overlap {
  const standing = [...family.current.values()].filter((sent) => !isMissed(sent))
  const { pairs } = pairRows(standingSide(family, standing), sending)
  const paired = new Set(pairs.map(({ earlier }) => earlier.row))
  const sheets = new Map<string, { people: number; shared: number }>()
  for (const sent of standing) {
    const counts = sheets.get(sheetOf(sent)) ?? { people: 0, shared: 0 }
    counts.people++
    if (paired.has(sent.row)) counts.shared++
    sheets.set(sheetOf(sent), counts)
  }
  const later = peopleOf(sending).length
  return { family, later, earlier: standing.length, shared: pairs.length, sheets }
}

/** A person whom an earlier re-send left out is no measure for the next one. */
function isMissed({ row }: SentRow): boolean {
  return row.findings.some(({ code }) => code === "RESEND_MISSING")
}

function sheetOf({ row }: SentRow): string {
  return `${row.file}\n${row.sheet}`
}

/** What a list replaces: whole sheets, everything, or nothing that could be told (null). */
function scopeOf(overlap: Overlap): ResendScope | null {
  const { later, earlier, shared } = overlap
  return sheetScope(overlap) ?? (areMost(shared, Math.max(earlier, later)) ? WHOLE : null)
}

/** Sheets of which nobody is named again were not sent anew; the others were, each for the most. */
function sheetScope({ later, shared, sheets }: Overlap): ResendScope | null {
  const repeated = [...sheets].filter(([, sheet]) => sheet.shared > 0)
  const people = repeated.reduce((sum, [, sheet]) => sum + sheet.people, 0)
  const isPart = repeated.length < sheets.size
  const areWhole = repeated.every(([, sheet]) => sheet.shared >= SHARED_MIN * sheet.people)
  if (!isPart || !areWhole || !areMost(shared, Math.max(people, later))) return null
  const names = new Set(repeated.map(([name]) => name))
  return { whole: false, has: (sent) => names.has(sheetOf(sent)) }
}

function areMost(shared: number, people: number): boolean {
  return shared >= PEOPLE_MIN && shared >= SHARED_MIN * people
}

/** Most of one list stand in the other: a correction, or an addition that repeats? */
function isUnclear({ shared, earlier, later }: Overlap): boolean {
  return shared >= ASKED_MIN && shared >= SHARED_MIN * Math.min(earlier, later)
}

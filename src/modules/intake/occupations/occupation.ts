// A written occupation ("TK. BATU", "jualan kue kecil2an, IRT") read as one informal sector.
//
// Evidence, strongest first: full phrase > head with its object > single word; each over words that
// were read as written, then by spelling, short form, and at last one slip (occupation-words.ts).
// The words of one part are one occupation, whose first name is the main one. Two sectors in two
// parts ("nelayan / ojek") and an unknown word are questions, never guesses.
import { readEmployer } from "./employer.ts"
import { foldText } from "../../../kernel/text-fold.ts"
import { isKnown, type PlacedHit, findHits } from "./hits.ts"
import type { Occupation, OccupationTable } from "./table.ts"
import { BREAK, readWords } from "./words.ts"

export { compileOccupations } from "./table.ts"
export type { Occupation, OccupationTable } from "./table.ts"

const MEMO_SIZE = 20_000

/** Reads one cell. Blank, "-" and words nobody knows give standing `unknown`. Never throws. */
export function classifyOccupation(table: OccupationTable, text: string): Occupation {
  const earlier = table.memo.get(text)
  if (earlier !== undefined) return earlier
  const answer = classify(table, text)
  if (table.memo.size >= MEMO_SIZE) table.memo.clear()
  table.memo.set(text, answer)
  return answer
}

function classify(table: OccupationTable, text: string): Occupation {
  const read = readWords(table.lexicon, text)
  if (isAddress(table, text, read.words)) return { ...NOTHING_KNOWN, employer: false }
  const { employer, rest } = readEmployer(table.employer, read.words)
  const hits = findHits(table, rest)
  const first = (test: (hit: PlacedHit) => boolean) => hits.find(test)
  const informal =
    first((hit) => hit.class.standing === "informal" && hit.strong) ??
    first((hit) => hit.class.standing === "informal")
  const formal = first((hit) => hit.class.standing !== "informal" && !hit.class.yields)
  const main = (informal?.strong ? informal : (formal ?? informal)) ?? hits[0]
  if (main === undefined || table.saysNothing.has(read.words.join(" ")))
    return { ...NOTHING_KNOWN, employer }
  const both = main === informal && formal !== undefined
  const several = main === informal ? sectorsNamed(hits, main) : []
  const named = both ? [...several, formal.class.slug] : several
  return {
    sector: several.length > 1 ? null : main.class.sector,
    standing: named.length > 1 ? "ambiguous" : main.class.standing,
    employer,
    abbreviated: read.abbreviated,
    matched: main.matched,
    named: named.length > 1 ? named : [],
  }
}

/** "Jl. Mawar 3", "Kel. Damai" where the work should stand; "jl sayur" is of a trade's words alone. */
function isAddress(table: OccupationTable, text: string, words: readonly string[]): boolean {
  const [first = ""] = foldText(text).match(/[a-z0-9]+/) ?? []
  if (!table.addresses.has(first)) return false
  // Nobody sells what is somebody's work: "Jl. Nelayan".
  const isStreet = (word: string): boolean => {
    const own = table.words.get(word) ?? table.classes.get(table.heads.get(word)?.alone ?? "")
    return !isKnown(table, word) || (own !== undefined && own !== table.foodClass)
  }
  return words.some((word) => word !== BREAK && isStreet(word)) || NUMBERED.test(text)
}

/** A house or a neighbourhood has a number. */
const NUMBERED = /\b(no|nomor|rt|rw|blok)\b[\s.]*\d/i

const NOTHING_KNOWN = {
  sector: null,
  standing: "unknown",
  abbreviated: false,
  matched: "",
  named: [],
} as const

/** The sectors of informal work that different parts of the text name, in their order. */
function sectorsNamed(hits: readonly PlacedHit[], main: PlacedHit): string[] {
  const ofPart = new Map<number, PlacedHit>()
  for (const hit of hits) {
    const { part } = hit
    if (part === null || hit.class.standing !== "informal") continue
    const earlier = ofPart.get(part)
    if (earlier === undefined || (hit.strong && !earlier.strong)) ofPart.set(part, hit)
  }
  const slugs = new Set([...ofPart.values()].map((hit) => hit.class.slug))
  return slugs.size > 0 ? [...slugs] : [main.class.slug]
}

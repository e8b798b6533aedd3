// A written occupation ("TK. BATU", "jualan kue kecil2an, IRT") read as one informal sector.
//
// Evidence, strongest first: full phrase > head with its object > single word; each over words that
// were read as written, then by spelling, short form, and at last one slip (occupation-words.ts).
// The first occupation named is the main one. An unknown word is a question, never a guess.
import { readEmployer } from "./occupation-employer.ts"
import { type Hit, findHits } from "./occupation-hits.ts"
import type { Occupation, OccupationTable } from "./occupation-table.ts"
import { readWords } from "./occupation-words.ts"

export { compileOccupations } from "./occupation-table.ts"
export type { Occupation, OccupationTable } from "./occupation-table.ts"

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
  const { employer, rest } = readEmployer(table.employer, read.words)
  const hits = findHits(table, rest)
  const first = (test: (hit: Hit) => boolean) => hits.find(test)
  const informal =
    first((hit) => hit.class.standing === "informal" && hit.strong) ??
    first((hit) => hit.class.standing === "informal")
  const formal = first((hit) => hit.class.standing !== "informal" && !hit.class.yields)
  const main = (informal?.strong ? informal : (formal ?? informal)) ?? hits[0]
  if (main === undefined || table.saysNothing.has(read.words.join(" ")))
    return { sector: null, standing: "unknown", employer, abbreviated: false, matched: "" }
  const both = main === informal && formal !== undefined
  return {
    sector: main.class.sector,
    standing: both ? "ambiguous" : main.class.standing,
    employer,
    abbreviated: read.abbreviated,
    matched: main.matched,
  }
}

import type { LocalDate } from "../../kernel/local-date.ts"
import { isKnownPerson, type PopulationAnswer } from "./population.ts"

export interface PopulationFacts {
  readonly found: boolean
  readonly deceased: boolean
  readonly diedOn: LocalDate | null
  readonly moved: boolean
  readonly movedOn: LocalDate | null
  readonly residentSince: LocalDate | null
  readonly birthMatches: boolean | null
  /** The date that was asked and matches; null where the answer does not repeat the question. */
  readonly confirmedBirthDate: LocalDate | null
  /** Kelurahan as the office writes it; empty where it does not tell, or tells of no such person. */
  readonly area: string
}

/**
 * What the population office knows of a number, of however many answers: a death or move is never
 * outvoted. Null where it was not asked or answered nothing that can be read.
 */
export function populationFacts(answers: readonly PopulationAnswer[]): PopulationFacts | null {
  const read = answers.filter((answer) => answer.result !== "unclear")
  const decisive = read.sort((a, b) => weightOf(b) - weightOf(a) || (keyOf(a) < keyOf(b) ? -1 : 1))
  const [answer] = decisive
  if (answer === undefined) return null
  const { result, diedOn, movedOn, residentSince, birthMatches, askedBirthDate } = answer
  return {
    found: isKnownPerson(answer),
    deceased: result === "deceased" || diedOn !== null,
    diedOn,
    moved: result === "moved" || movedOn !== null,
    movedOn,
    residentSince: residentSince ?? sinceOf(decisive),
    birthMatches,
    confirmedBirthDate: birthMatches === true ? askedBirthDate : null,
    area: isKnownPerson(answer) ? answer.area : "",
  }
}

/** One answer confirms the number and another, asked later, since when: together they tell both. */
function sinceOf(answers: readonly PopulationAnswer[]): LocalDate | null {
  const known = answers.filter((answer) => isKnownPerson(answer) && answer.residentSince !== null)
  const days = [...new Set(known.map(({ residentSince }) => residentSince))]
  return days.length === 1 ? (days[0] ?? null) : null
}

function weightOf(answer: PopulationAnswer): number {
  const { result, diedOn, movedOn, birthMatches } = answer
  const dead = result === "deceased" || diedOn !== null ? 8 : 0
  const moved = result === "moved" || movedOn !== null ? 4 : 0
  return dead + moved + (isKnownPerson(answer) ? 2 : 0) + (birthMatches === true ? 1 : 0)
}

function keyOf(answer: PopulationAnswer): string {
  return JSON.stringify(answer)
}

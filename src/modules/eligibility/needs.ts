import type { LocalDate } from "../../kernel/local-date.ts"
import { verifiersOf, type PolicyPack, type ReasonCode } from "../law/index.ts"
import type { Person, RegisterKind } from "../registry/index.ts"
import type { Decision } from "./decide.ts"

/** Who can answer: a register holder, the sender of the rows, a sector office, or we ourselves. */
export type Respondent =
  | "dukcapil"
  | "bpjs"
  | "province"
  | "dtsen"
  | "sender"
  | "operator"
  | `office:${string}`

/** "Need X from Y": any one of the respondents can settle it. */
export interface Need {
  readonly code: ReasonCode
  readonly askedOf: readonly Respondent[]
}

export interface NeedFrame {
  readonly pack: PolicyPack
  /** The day on which an office must be responsible for the sector. */
  readonly on: LocalDate
}

/** What must be answered before a person can be decided; nothing for a person who is decided. */
export function needsOf(decision: Decision, person: Person, frame: NeedFrame): Need[] {
  if (decision.outcome !== "undecided") return []
  return decision.reasons.map((code) => ({
    code,
    askedOf: respondents(code, decision, () => sectorOffices(person, frame)),
  }))
}

const HOLDERS: Readonly<Partial<Record<RegisterKind, Respondent>>> = {
  membership: "bpjs",
  province: "province",
  decile: "dtsen",
}

function respondents(
  code: ReasonCode,
  decision: Decision,
  offices: () => Respondent[],
): readonly Respondent[] {
  switch (code) {
    case "NIK_NOT_KNOWN":
    case "AGE_NOT_KNOWN":
    case "DUKCAPIL_NOT_FOUND":
      return ["sender", "dukcapil"]
    case "DUKCAPIL_NOT_ASKED":
    case "RESIDENCE_NOT_KNOWN":
      return ["dukcapil"]
    case "INCOME_NOT_KNOWN":
    case "ONLY_STRUCK_ROWS":
      return ["sender"]
    case "SECTOR_NOT_KNOWN":
      return ["sender", ...offices()]
    case "NOT_FOUND_AT_ADDRESS":
    case "SECTOR_NOT_VERIFIED":
      return orOperator(offices())
    case "DECILE_NOT_KNOWN":
      return ["dtsen"]
    case "REGISTER_NOT_RECEIVED":
      return missingHolders(decision)
    default:
      return ["operator"]
  }
}

function missingHolders(decision: Decision): readonly Respondent[] {
  const kinds = decision.criteria.flatMap((answer) => answer.missing ?? [])
  const holders = [...new Set(kinds)].map((kind) => HOLDERS[kind]).filter((h) => h !== undefined)
  return orOperator(holders)
}

function sectorOffices(person: Person, { pack, on }: NeedFrame): Respondent[] {
  const offices = person.sector === null ? [] : verifiersOf(pack, person.sector, on)
  return offices.map((office): Respondent => `office:${office.id}`)
}

/** Where nobody outside can be named, whoever runs the programme must find out whom to ask. */
function orOperator(named: readonly Respondent[]): readonly Respondent[] {
  return named.length > 0 ? named : ["operator"]
}

export interface NeedCount extends Need {
  readonly people: number
}

/** The work list of a run: how many people wait for the same answer of the same respondents. */
export function countNeeds(needs: Iterable<readonly Need[]>): NeedCount[] {
  const counts = new Map<string, NeedCount>()
  for (const ofPerson of needs) {
    for (const { code, askedOf } of ofPerson) {
      const key = [code, ...askedOf].join(" ")
      counts.set(key, { code, askedOf, people: (counts.get(key)?.people ?? 0) + 1 })
    }
  }
  const sorted = [...counts].sort(([a, m], [b, n]) => n.people - m.people || (a < b ? -1 : 1))
  return sorted.map(([, count]) => count)
}

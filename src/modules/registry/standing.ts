import { isNameless, namesAgree } from "./name-agreement.ts"
import { isKnownPerson, type PopulationAnswer } from "./population.ts"
import type { Registers } from "./registers.ts"

/** How the population office stands to a NIK together with a name. */
export type NikStanding = "confirmed" | "name_differs" | "not_found" | "unasked"

/** A name that agrees by the office's own measure, or half agrees while the birth date agrees. */
const SIMILARITY_SAME = 70
const SIMILARITY_WITH_BIRTH = 35

/**
 * Whether the NIK is the named person's. The office compared the name that was asked, perhaps of
 * another row: what it confirmed for a name holds for the names that agree with it.
 */
export function standingOf(nik: string, name: string, registers: Registers): NikStanding {
  const told = registers.population.get(nik) ?? []
  const answers = told.filter((answer) => answer.result !== "unclear")
  if (answers.length === 0) return "unasked"
  const known = answers.filter(isKnownPerson)
  if (known.length === 0) return "not_found"
  if (isNameless(name)) return namelessStanding(known)
  const owners = known.filter(confirmsAskedName).map((answer) => answer.askedName)
  const recipient = registers.recipients.get(nik)
  if (recipient !== undefined) owners.push(recipient.name)
  if (owners.some((owner) => namesAgree(owner, name))) return "confirmed"
  const asked = known.some((answer) => namesAgree(answer.askedName, name))
  return owners.length > 0 || asked ? "name_differs" : "unasked"
}

/** Asked without a name, the office can still confirm the number together with the birth date. */
function namelessStanding(known: readonly PopulationAnswer[]): NikStanding {
  const asked = known.filter((answer) => isNameless(answer.askedName))
  return asked.some((answer) => answer.birthMatches === true) ? "confirmed" : "unasked"
}

function confirmsAskedName(answer: PopulationAnswer): boolean {
  if (answer.nameSimilarity === null) return answer.result !== "name_differs"
  if (answer.nameSimilarity >= SIMILARITY_SAME) return true
  return answer.nameSimilarity >= SIMILARITY_WITH_BIRTH && answer.birthMatches === true
}

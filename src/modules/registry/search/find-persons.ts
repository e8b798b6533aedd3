import type { FoundPerson } from "./search.queries.ts"
import { nameLikeness } from "./rank-names.ts"
import type { Slot } from "./word-choices.ts"

/** A person with how well he is what was asked: 1 is all of it. */
export interface RankedPerson {
  readonly person: FoundPerson
  readonly likeness: number
}

/** Best first; of equal ones in the order of their numbers, which stays as long as the run does. */
export function rankPersons(
  slots: readonly Slot[],
  candidates: readonly (FoundPerson & { readonly number: number })[],
): RankedPerson[] {
  return candidates
    .map((person) => ({ person, likeness: nameLikeness(slots, person.name) }))
    .sort((a, b) => b.likeness - a.likeness || a.person.number - b.person.number)
}

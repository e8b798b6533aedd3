import type { Person } from "../person.ts"
import type { RowFacts } from "../row-facts.ts"

/** Numbers by which a person is found besides his own NIK and phone. */
export interface NumbersOfPerson {
  readonly kk: string | null
  /** Of his rows, where they say otherwise. */
  readonly others: readonly string[]
}

/** In the order of the persons. The first family card that a row tells is the person's. */
export function moreNumbers(
  people: readonly Pick<Person, "personId" | "nik" | "phone">[],
  facts: readonly RowFacts[],
  personOf: ReadonlyMap<string, string>,
): NumbersOfPerson[] {
  const placeOf = new Map(people.map(({ personId }, place) => [personId, place]))
  const cards: (string | null)[] = people.map(() => null)
  const others = new Map<number, Set<string>>()
  for (const { row, nik } of facts) {
    const place = placeOf.get(personOf.get(row.rowId) ?? "")
    const person = place === undefined ? undefined : people[place]
    if (place === undefined || person === undefined) continue
    cards[place] ??= row.kk
    const known = [person.nik, person.phone, cards[place]]
    for (const digits of [row.nik, nik, row.kk, row.phone]) {
      if (digits === null || digits === "" || known.includes(digits)) continue
      others.set(place, (others.get(place) ?? new Set<string>()).add(digits))
    }
  }
  return people.map((_, place) => ({
    kk: cards[place] ?? null,
    others: [...(others.get(place) ?? [])].sort(),
  }))
}

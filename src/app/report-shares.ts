import type { AreaCount, SectorCount } from "../modules/coverage/index.ts"
import type { Person } from "../modules/registry/index.ts"
import type { CycleResult, CycleTerms } from "./cycle.ts"

interface Tally {
  readonly people: number
  readonly eligible: number
  readonly selected: number
}

function tallies<K>(result: CycleResult, keyOf: (person: Person) => K): Map<K, Tally> {
  const selected = new Set(
    result.selection.places
      .filter((entry) => entry.place === "selected")
      .map((entry) => entry.person.personId),
  )
  const counts = new Map<K, { people: number; eligible: number; selected: number }>()
  for (const person of result.people) {
    const key = keyOf(person)
    const tally = counts.get(key) ?? { people: 0, eligible: 0, selected: 0 }
    tally.people++
    if (result.decisions.get(person.personId)?.outcome === "eligible") tally.eligible++
    if (selected.has(person.personId)) tally.selected++
    counts.set(key, tally)
  }
  return counts
}

const NOBODY: Tally = { people: 0, eligible: 0, selected: 0 }

export function areasOf(result: CycleResult, terms: CycleTerms): AreaCount[] {
  const { areas } = terms.book.pack
  const counts = tallies(result, (person) => person.areaCode)
  const nameOf = new Map(areas.map((area) => [area.code, area.name]))
  const known = areas
    .filter((area) => area.level === "kelurahan")
    .map(({ code, name, parent }) => ({
      code,
      name,
      parent: nameOf.get(parent ?? "") ?? "",
      ...(counts.get(code) ?? NOBODY),
    }))
  const unknown = counts.get(null)
  return unknown === undefined
    ? known
    : [...known, { code: null, name: "Kelurahan belum diketahui", parent: "", ...unknown }]
}

export function sectorsOf(result: CycleResult, terms: CycleTerms): SectorCount[] {
  const counts = tallies(result, (person) => person.sector)
  const known = terms.book.pack.sectors.map(({ code, nameId }) => ({
    name: nameId,
    ...(counts.get(code) ?? NOBODY),
  }))
  const unknown = counts.get(null)
  return unknown === undefined
    ? known
    : [...known, { name: "Pekerjaan belum diketahui", ...unknown }]
}

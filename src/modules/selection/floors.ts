import type { LocalDate } from "../../kernel/local-date.ts"
import { ok, refuse, type Result } from "../../kernel/result.ts"
import type { SelectionFloor } from "../law/index.ts"
import type { Person } from "../registry/index.ts"

export type FloorRefusal =
  /** Some people count for both, others for only one of them: no greedy filling is the best. */
  | {
      readonly kind: "floors_cross"
      readonly first: SelectionFloor
      readonly second: SelectionFloor
    }
  /** Fewer eligible people than the floor asks for. */
  | { readonly kind: "floor_short"; readonly floor: SelectionFloor; readonly available: number }

/** Floors that nest or lie apart, with the floors that each person counts for. */
export interface FloorForest {
  readonly floors: readonly SelectionFloor[]
  /** Index of the narrowest floor around each floor, or -1; always smaller than its own index. */
  readonly parent: readonly number[]
  /** Index of the narrowest floor of each candidate, in the order given; -1 for none. */
  readonly innermost: readonly number[]
}

export function floorsOn(floors: readonly SelectionFloor[], on: LocalDate): SelectionFloor[] {
  return floors.filter((floor) => floor.from <= on && (floor.to === null || on <= floor.to))
}

/** Whether two floors nest or lie apart is asked of the people, not of the floors' names. */
export function plantForest(
  people: readonly Person[],
  floors: readonly SelectionFloor[],
): Result<FloorForest, FloorRefusal> {
  const members = people.map((person) => floorsOf(person, floors))
  const { size, shared } = countMembers(members, floors.length)
  const sharedBy = (a: number, b: number): number => shared.get(pairKey(a, b)) ?? 0
  for (const [a, first] of floors.entries()) {
    const available = size[a] ?? 0
    if (available < first.minimumPersons)
      return refuse({ kind: "floor_short", floor: first, available })
    for (const [b, second] of floors.entries()) {
      if (b >= a) break
      const both = sharedBy(a, b)
      if (both > 0 && both < available && both < (size[b] ?? 0))
        return refuse({ kind: "floors_cross", first: second, second: first })
    }
  }
  const byWidth = [...floors.keys()].sort((a, b) => (size[b] ?? 0) - (size[a] ?? 0) || a - b)
  const position = new Map(byWidth.map((floor, index) => [floor, index]))
  const isInside = (inner: number, outer: number): boolean =>
    size[inner] !== 0 && sharedBy(inner, outer) === size[inner]
  const parent = byWidth.map((inner, index) =>
    byWidth.slice(0, index).findLastIndex((outer) => isInside(inner, outer)),
  )
  const innermost = members.map((own) =>
    Math.max(-1, ...own.map((floor) => position.get(floor) ?? -1)),
  )
  return ok({ floors: byWidth.flatMap((floor) => floors[floor] ?? []), parent, innermost })
}

function floorsOf(person: Person, floors: readonly SelectionFloor[]): number[] {
  return floors.flatMap((floor, index) => (counts(person, floor) ? [index] : []))
}

/** The code of a kecamatan stands for all its kelurahan. */
function counts(person: Person, { by, value }: SelectionFloor): boolean {
  switch (by) {
    case "kelurahan":
      return person.areaCode === value || (person.areaCode ?? "").startsWith(`${value}.`)
    case "sector":
      return person.sector === value
    case "sex":
      return person.sex === value
    case "disability":
      return person.disabled === !/^(no|tidak|false)$/.test(value)
  }
}

function countMembers(
  members: readonly (readonly number[])[],
  floors: number,
): { size: number[]; shared: Map<string, number> } {
  const size: number[] = Array.from({ length: floors }, () => 0)
  const shared = new Map<string, number>()
  for (const own of members) {
    for (const a of own) {
      size[a] = (size[a] ?? 0) + 1
      for (const b of own)
        if (b < a) shared.set(pairKey(a, b), (shared.get(pairKey(a, b)) ?? 0) + 1)
    }
  }
  return { size, shared }
}

function pairKey(a: number, b: number): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

import { assert } from "../../kernel/assert.ts"
import type { LocalDate } from "../../kernel/local-date.ts"
import { ok, refuse, type Result } from "../../kernel/result.ts"
import { rupiah, type Rupiah } from "../../kernel/rupiah.ts"
import type { SelectionFloor } from "../law/index.ts"
import { FloorDebt } from "./floor-debt.ts"
import { floorsOn, plantForest, type FloorRefusal } from "./floors.ts"
import type { Ranked } from "./rank.ts"

export type Place = "selected" | "reserve" | "none"

export interface SelectionTerms {
  readonly ceiling: Rupiah
  /** Of the number selected, rounded up. */
  readonly reservePercent: number
  /** Of the ceiling, kept for replacements during the year. */
  readonly holdbackPercent: number
  readonly whenNextDoesNotFit: "stop" | "skip"
  readonly floors: readonly SelectionFloor[]
  /** The day on which a floor must hold: the first of the covered months. */
  readonly on: LocalDate
  /** What one person costs over the covered months; the sector and the months decide it. */
  readonly costOf: (ranked: Ranked) => Rupiah
}

export interface Placed extends Ranked {
  readonly place: Place
  readonly cost: Rupiah
  /** Selected because a floor owes people to his kind, behind others who are not selected. */
  readonly throughFloor: boolean
}

export interface SelectionResult {
  readonly places: readonly Placed[]
  readonly selected: number
  readonly reserve: number
  readonly cost: Rupiah
  readonly ceiling: Rupiah
  readonly left: Rupiah
  /** Rank of the last one selected by the order alone; null where nobody is. */
  readonly cutRank: number | null
}

export type SelectionRefusal =
  | FloorRefusal
  /** Meeting all floors costs more than the ceiling leaves. */
  | {
      readonly kind: "floors_above_ceiling"
      readonly floors: readonly SelectionFloor[]
      readonly needed: Rupiah
      readonly usable: Rupiah
    }

/**
 * Walks the order and takes people while their cost fits under the ceiling and leaves enough for
 * what the floors still owe: so the ranks taken are the lexicographically best that meet all
 * floors. The first who does not fit ends the walk unless the pack lets it skip; after him only
 * people are taken whom a floor is owed. The next people in order are the reserve.
 */
export function select(
  ranked: readonly Ranked[],
  terms: SelectionTerms,
): Result<SelectionResult, SelectionRefusal> {
  const { ceiling, holdbackPercent } = terms
  const floors = floorsOn(terms.floors, terms.on)
  const forest = plantForest(
    ranked.map((entry) => entry.person),
    floors,
  )
  if (!forest.ok) return forest
  const costs = ranked.map((entry) => terms.costOf(entry))
  const debt = new FloorDebt(forest.value, costs)
  const needed = debt.leastCost
  const usable = rupiah(ceiling - (ceiling * BigInt(holdbackPercent)) / 100n)
  if (needed > 0n && needed > usable)
    return refuse({ kind: "floors_above_ceiling", floors, needed: rupiah(needed), usable })
  const walk = { usable, stops: terms.whenNextDoesNotFit === "stop" }
  return ok(placesOf(ranked, walkOrder(costs, debt, walk), { ...terms, costs }))
}

interface Walk {
  readonly taken: readonly boolean[]
  readonly afterStop: readonly boolean[]
}

function walkOrder(
  costs: readonly bigint[],
  debt: FloorDebt,
  { usable, stops }: { readonly usable: bigint; readonly stops: boolean },
): Walk {
  let [cost, stopped] = [0n, false]
  const [taken, afterStop]: [boolean[], boolean[]] = [[], []]
  for (const [index, price] of costs.entries()) {
    const owedAfter = debt.leastCostWith(index)
    const isOwed = owedAfter < debt.leastCost
    const fits = (!stopped || isOwed) && cost + price + owedAfter <= usable
    taken.push(fits)
    afterStop.push(fits && stopped)
    debt.pass(index, fits)
    if (fits) cost += price
    else if (stops) stopped = true
  }
  return { taken, afterStop }
}

function placesOf(
  ranked: readonly Ranked[],
  { taken, afterStop }: Walk,
  terms: SelectionTerms & { readonly costs: readonly Rupiah[] },
): SelectionResult {
  const selected = taken.filter(Boolean).length
  const size = Math.ceil((selected * terms.reservePercent) / 100)
  let [reserve, cost, cutRank]: [number, bigint, number | null] = [0, 0n, null]
  const places = ranked.map((entry, index): Placed => {
    const price = terms.costs[index] ?? rupiah(0)
    const place = taken[index] === true ? "selected" : reserve < size ? "reserve" : "none"
    const throughFloor = afterStop[index] === true
    if (place === "reserve") reserve++
    if (place === "selected") cost += price
    if (place === "selected" && !throughFloor) cutRank = entry.rank
    return { ...entry, place, cost: price, throughFloor }
  })
  const { ceiling } = terms
  assert(cost <= ceiling, "the cost of the list is never above the ceiling")
  const left = rupiah(ceiling - cost)
  return { places, selected, reserve, cost: rupiah(cost), ceiling, left, cutRank }
}

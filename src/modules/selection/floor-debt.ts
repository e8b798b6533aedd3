import { assert } from "../../kernel/assert.ts"
import type { FloorForest } from "./floors.ts"

/**
 * What is still owed to the floors while people are taken in order. People not yet reached are
 * known by what they cost, so the cheapest way to meet all floors is known at every step.
 */
export class FloorDebt {
  readonly #forest: FloorForest
  /** Of each floor: people still owed to it, counting everybody taken within it. */
  readonly #owed: number[]
  /** Of each floor and price: people ahead whose narrowest floor it is. */
  readonly #ahead: Int32Array
  /** Ascending. */
  readonly #prices: readonly bigint[]
  readonly #priceOf: readonly number[]
  #leastCost: bigint

  /** `costs` of the candidates, in the order in which `forest` names them. */
  constructor(forest: FloorForest, costs: readonly bigint[]) {
    this.#forest = forest
    this.#owed = forest.floors.map((floor) => floor.minimumPersons)
    this.#prices = [...new Set(costs)].sort((a, b) => (a < b ? -1 : 1))
    const indexOf = new Map(this.#prices.map((price, index) => [price, index]))
    this.#priceOf = costs.map((cost) => indexOf.get(cost) ?? 0)
    this.#ahead = new Int32Array(forest.floors.length * this.#prices.length)
    for (const candidate of costs.keys()) this.#countAhead(candidate, 1)
    this.#leastCost = this.#findLeastCost()
  }

  /** The least that meeting all floors still costs among the people ahead. */
  get leastCost(): bigint {
    return this.#leastCost
  }

  /** The same once a candidate is taken; less than before where some floor is owed him. */
  leastCostWith(candidate: number): bigint {
    if (!this.#isInFloor(candidate) || this.#leastCost === 0n) return this.#leastCost
    this.#countAhead(candidate, -1)
    this.#countOwed(candidate, -1)
    const cost = this.#findLeastCost()
    this.#countAhead(candidate, 1)
    this.#countOwed(candidate, 1)
    return cost
  }

  /** The walk goes past a candidate, whether it takes him or not. */
  pass(candidate: number, isTaken: boolean): void {
    if (!this.#isInFloor(candidate)) return
    this.#countAhead(candidate, -1)
    if (isTaken) this.#countOwed(candidate, -1)
    if (this.#leastCost > 0n) this.#leastCost = this.#findLeastCost()
  }

  #findLeastCost(): bigint {
    const { parent } = this.#forest
    const width = this.#prices.length
    const free = Int32Array.from(this.#ahead)
    const met = new Int32Array(parent.length)
    let total = 0n
    // Narrow floors first: whoever meets one also counts for all floors around it.
    for (let floor = parent.length - 1; floor >= 0; floor--) {
      const outer = parent[floor] ?? -1
      let missing = Math.max(0, (this.#owed[floor] ?? 0) - (met[floor] ?? 0))
      for (let price = 0; price < width; price++) {
        const open = free[floor * width + price] ?? 0
        const taken = Math.min(missing, open)
        total += (this.#prices[price] ?? 0n) * BigInt(taken)
        missing -= taken
        met[floor] = (met[floor] ?? 0) + taken
        if (outer >= 0) add(free, outer * width + price, open - taken)
      }
      assert(missing === 0, "people enough are ahead for every floor")
      if (outer >= 0) met[outer] = (met[outer] ?? 0) + (met[floor] ?? 0)
    }
    return total
  }

  #isInFloor(candidate: number): boolean {
    return (this.#forest.innermost[candidate] ?? -1) >= 0
  }

  #countAhead(candidate: number, by: number): void {
    if (!this.#isInFloor(candidate)) return
    const floor = this.#forest.innermost[candidate] ?? 0
    add(this.#ahead, floor * this.#prices.length + (this.#priceOf[candidate] ?? 0), by)
  }

  #countOwed(candidate: number, by: number): void {
    let floor = this.#forest.innermost[candidate] ?? -1
    for (; floor >= 0; floor = this.#forest.parent[floor] ?? -1)
      this.#owed[floor] = (this.#owed[floor] ?? 0) + by
  }
}

function add(counts: Int32Array, index: number, by: number): void {
  counts[index] = (counts[index] ?? 0) + by
}

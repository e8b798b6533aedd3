import type { Random } from "../example-random.ts"
import type { Cell } from "./grid.ts"
import type { Expect, TrueField, ValueKey } from "./key.ts"
import type { Worker } from "./people.ts"

/** A value as the key holds it, and what is to be expected where the row's NIK settles nothing. */
export interface DraftValue extends ValueKey {
  readonly withoutNik?: Expect
  /** Said in passing, as in an address; a column of its own outweighs it. */
  readonly aside?: boolean
}

export type DraftSays = Partial<Record<TrueField, DraftValue>>

export interface Written {
  readonly cell: Cell
  readonly says: DraftSays
}

/** What a row stands below: needed where a clerk drags or copies from above. */
export interface Above {
  readonly random: Random
  readonly index: number
  readonly previous: Worker | null
  /** First of the block, from whom a clerk drags down. */
  readonly first: Worker | null
}

/** How one clerk fills one column. */
export type Writer = (worker: Worker, above: Above) => Written

export function value(truth: string, expect: Expect, by: string, also?: string[]): DraftValue {
  return also === undefined ? { truth, expect, by } : { truth, expect, by, also }
}

/** One field in one cell. */
export function one(field: TrueField, cell: Cell, draft: DraftValue): Written {
  return { cell, says: { [field]: draft } }
}

export function number(digits: string | number): Cell {
  return { kind: "number", digits: String(digits) }
}

/** An accident happens to a few rows of a clerk's column, each clerk has her own few accidents. */
export type Accident = (worker: Worker, above: Above) => Written

/** A writer with a usual way and now and then one of its accidents. */
export function withAccidents(
  random: Random,
  usual: Writer,
  accidents: readonly Accident[],
  rate = 0.07,
): Writer {
  const own = random.shuffle(accidents).slice(0, random.int(1, 4))
  return (worker, above) =>
    above.random.chance(rate) ? above.random.pick(own)(worker, above) : usual(worker, above)
}

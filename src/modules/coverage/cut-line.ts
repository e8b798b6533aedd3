import type { OrderKey } from "../law/index.ts"
import type { DecidedBy } from "./report-input.ts"

/** What two places are compared by; the room selection's `Ranked` has this shape. */
export interface ComparedPlace {
  readonly group: number
  /** Values of the order's keys, in their order. */
  readonly keys: readonly (number | bigint | null)[]
}

/** What puts the last one in before the first one out: the first difference in the order. */
export function decidedBy(
  lastIn: ComparedPlace,
  firstOut: ComparedPlace,
  keys: readonly OrderKey[],
): DecidedBy {
  if (lastIn.group !== firstOut.group) return "group"
  const differs = keys.find((_, index) => lastIn.keys[index] !== firstOut.keys[index])
  return differs?.rule ?? "lottery"
}

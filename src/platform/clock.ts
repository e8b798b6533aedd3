import { assert } from "../kernel/assert.ts"
import { parseIso, type LocalDate } from "../kernel/local-date.ts"

/** The only door to wall time: whatever needs "now" takes a clock, so that tests can set it. */
export type Clock = { readonly nowMs: () => number }

export const systemClock: Clock = { nowMs: () => Date.now() }

/** The calendar day it is somewhere, asked at the edge and handed on. */
export function todayIn(clock: Clock, timeZone: string): LocalDate {
  const day = new Intl.DateTimeFormat("sv-SE", { timeZone }).format(new Date(clock.nowMs()))
  const date = parseIso(day)
  assert(date !== null, "sv-SE writes the date of ISO 8601")
  return date
}

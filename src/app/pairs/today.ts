import { assert } from "../../kernel/assert.ts"
import { parseIso, type LocalDate } from "../../kernel/local-date.ts"

/** The day of an instant, for reckoning the century of a birth: a day more or less does not matter. */
export function todayOf(nowMs: number): LocalDate {
  const today = parseIso(new Date(nowMs).toISOString().slice(0, 10))
  assert(today !== null, "an instant has a day")
  return today
}

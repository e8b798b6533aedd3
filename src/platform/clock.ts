/** The only door to wall time: whatever needs "now" takes a clock, so that tests can set it. */
export type Clock = { readonly nowMs: () => number }

export const systemClock: Clock = { nowMs: () => Date.now() }

/** A clock that stands still at an ISO instant such as "2026-03-21T00:00:00Z". */
export function fixedClock(instant: string): Clock {
  const ms = Date.parse(instant)
  if (Number.isNaN(ms)) throw new Error(`not an instant: ${instant}`)
  return { nowMs: () => ms }
}

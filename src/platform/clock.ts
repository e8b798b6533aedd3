/** The only door to wall time: whatever needs "now" takes a clock, so that tests can set it. */
export type Clock = { readonly nowMs: () => number }

export const systemClock: Clock = { nowMs: () => Date.now() }

import { COMPARISONS, levelIn, RARITY_SHIFT, SHIFTS, type Pattern } from "../compare/comparisons.ts"
import { RARITIES } from "../rows/match-table.ts"
import { eachFeature } from "./features.ts"
import type { Prior, Weights } from "./train.ts"

const WHO = 2 ** 13
const HOMES = 2 ** 11
const NIK_MASK = 31
const WHO_MASK = 255
const HOME_BITS = HOMES - 1

/**
 * The highest bits that a pair can reach whose names are not compared yet, by what is known of it. Both sides
 * are kept apart: the lower of the two is a bound of the odds.
 */
export class Screen {
  /** By number, birth date, sex, kelurahan and rarity of the name: with the name that helps most. */
  private readonly who = [
    new Float32Array(WHO * RARITIES),
    new Float32Array(WHO * RARITIES),
  ] as const
  /** By what a household shares, mother and sector with it. */
  private readonly home = [new Float32Array(HOMES), new Float32Array(HOMES)] as const
  private readonly named = new Map<number, Prior>()
  private readonly weights: Weights

  constructor(weights: Weights, prior: Prior) {
    this.weights = weights
    for (let slot = 0; slot < HOMES; slot++) {
      const best = highest(weights, homePatterns(slot))
      this.home[0][slot] = best.stranger + prior.stranger
      this.home[1][slot] = best.household + prior.household
    }
    for (const side of this.who) side.fill(Number.NaN)
  }

  /** A bound of the bits of all patterns with an outline and a name of at most this rarity. */
  bound(outline: Pattern, rarity: number): number {
    const slot = whoSlot(outline) * RARITIES + rarity
    const home = (outline >>> SHIFTS.kk) & (HOMES - 1)
    let stranger = this.who[0][slot] ?? Number.NaN
    if (Number.isNaN(stranger)) stranger = this.learn(outline, rarity, slot)
    return Math.min(
      stranger + (this.home[0][home] ?? 0),
      (this.who[1][slot] ?? 0) + (this.home[1][home] ?? 0),
    )
  }

  /** The same of patterns with a known name. */
  boundWithName(known: Pattern): number {
    const home = (known >>> SHIFTS.kk) & (HOMES - 1)
    const key = (known & ((1 << SHIFTS.kk) - 1)) | ((known >>> RARITY_SHIFT) << SHIFTS.kk)
    let best = this.named.get(key)
    if (best === undefined) {
      best = highest(this.weights, [(known & ~(HOME_BITS << SHIFTS.kk)) >>> 0])
      this.named.set(key, best)
    }
    return Math.min(
      best.stranger + (this.home[0][home] ?? 0),
      best.household + (this.home[1][home] ?? 0),
    )
  }

  private learn(outline: Pattern, rarity: number, slot: number): number {
    const known = outline & ((1 << SHIFTS.kk) - 1)
    const patterns = COMPARISONS.name.flatMap((_, level) =>
      [0, rarity].map((r) => (known | (level << SHIFTS.name) | (r << RARITY_SHIFT)) >>> 0),
    )
    const { stranger, household } = highest(this.weights, patterns)
    this.who[0][slot] = stranger
    this.who[1][slot] = household
    return stranger
  }
}

/** Number, birth date, sex and kelurahan side by side; the name's place is left out. */
function whoSlot(outline: Pattern): number {
  return (outline & NIK_MASK) | ((outline >>> 4) & (WHO_MASK << 5))
}

/** Patterns of what a household shares; addresses and mothers that are not the same may be near. */
function homePatterns(slot: number): Pattern[] {
  let patterns = [slot << SHIFTS.kk]
  for (const name of ["address", "mother"] as const) {
    const apart = COMPARISONS[name].indexOf("apart")
    if (levelIn(slot << SHIFTS.kk, name) !== apart) continue
    const nearest = COMPARISONS[name].indexOf(name === "mother" ? "equal" : "similar")
    patterns = patterns.flatMap((pattern) =>
      COMPARISONS[name].slice(nearest).map((_, at) => {
        return (pattern & ~(apart << SHIFTS[name])) | ((nearest + at) << SHIFTS[name])
      }),
    )
  }
  return patterns
}

/** The highest bits of these patterns, each side for itself. */
function highest(weights: Weights, patterns: readonly Pattern[]): Prior {
  let stranger = -Infinity
  let household = -Infinity
  for (const pattern of patterns) {
    let s = 0
    let h = 0
    eachFeature(pattern, (feature, amount) => {
      s += (weights.stranger[feature] ?? 0) * amount
      h += (weights.household[feature] ?? 0) * amount
    })
    stranger = Math.max(stranger, s)
    household = Math.max(household, h)
  }
  return { stranger, household }
}

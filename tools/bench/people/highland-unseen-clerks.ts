// Clerks: each has a hand, habits and hasty hours of his own, so that errors come in company.
import type { Chance } from "./highland-unseen-chance.ts"
import { makeStyle, type Draft, type Style } from "./highland-unseen-draft.ts"
import { phoneNumber } from "./highland-unseen-papers.ts"
import { KELURAHAN } from "./highland-unseen-places.ts"
import { RATES, type Slip } from "./highland-unseen-rates.ts"

const HABITS_OF_ONE = 3
const HABIT = 5
const HASTE = 2.5

export interface Clerk {
  readonly style: Style
  readonly rates: Float64Array
  readonly collector: string
  /** How many rows his hurry still lasts. */
  hasty: number
  above: Draft | null
}

export const SLIPS = Object.keys(RATES) as readonly Slip[]

function makeClerk(isKelurahan: boolean, chance: Chance): Clerk {
  // Most are near the ordinary; one in ten makes three times as many mistakes, one in ten a third.
  const care = Math.min(4, Math.max(0.2, Math.exp(0.8 * chance.bell() - 0.3)))
  const habits = new Set(Array.from({ length: HABITS_OF_ONE }, () => chance.pick(SLIPS)))
  const rates = Float64Array.from(SLIPS, (slip) => {
    const own = habits.has(slip) ? HABIT : 0.8
    return Math.min(0.3, (RATES[slip].perThousand / 1000) * care * own)
  })
  const collector = phoneNumber(chance)
  return { style: makeStyle(isKelurahan, chance), rates, collector, hasty: 0, above: null }
}

export class Offices {
  private readonly ofKelurahan: readonly (readonly Clerk[])[]
  private readonly others: readonly Clerk[]

  constructor(rows: number, chance: Chance) {
    const each = Math.max(1, Math.round(rows / 60_000))
    this.ofKelurahan = KELURAHAN.map(() =>
      Array.from({ length: each }, () => makeClerk(true, chance)),
    )
    const others = Math.max(12, Math.round(rows / 4000))
    this.others = Array.from({ length: others }, () => makeClerk(false, chance))
  }

  /** Whoever takes up a household first, and somebody else for each later sending. */
  clerkFor(kelurahan: number, chance: Chance): Clerk {
    return chance.is(0.66) ? chance.pick(this.ofKelurahan[kelurahan]!) : chance.pick(this.others)
  }

  otherClerk(kelurahan: number, not: readonly Clerk[], chance: Chance): Clerk {
    for (let attempt = 0; attempt < 40; attempt++) {
      const clerk = this.clerkFor(kelurahan, chance)
      if (!not.includes(clerk)) return clerk
    }
    throw new Error("too few clerks")
  }
}

/** How many times as many slips this clerk makes on his next row. */
export function hurry(clerk: Clerk, chance: Chance): number {
  if (clerk.hasty > 0) clerk.hasty--
  else if (chance.is(1 / 80)) clerk.hasty = chance.whole(6, 25)
  return clerk.hasty > 0 ? HASTE : 1
}

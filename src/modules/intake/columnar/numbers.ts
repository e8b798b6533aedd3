// What sixteen clean digits say by themselves: the rules for a NIK and for a family card's number are
// asked once for every region and every date that stands in one.
import type { LocalDate } from "../../../kernel/local-date.ts"
import type { Nik } from "../../../kernel/nik.ts"
import { isGivenNik } from "./clean.ts"
import { isImpossibleNik, readKk } from "../values/nik.ts"

const SIX = 1_000_000
const PLUS_OF_WOMEN = 40
const [UNASKED, FINE, BAD] = [0, 1, 2]
/** A region and a date that are fine by every rule, to ask about the other one. */
const [REGION, DATE, SERIAL] = ["647101", "170180", "9001"] as const

/** A rule over region and date that are judged apart. */
class SplitRule {
  private readonly regions = new Uint8Array(SIX)
  private readonly dates = new Uint8Array(SIX)
  private readonly isBad: (digits: string) => boolean
  /** What the day of a woman has more. */
  private readonly plus: number

  constructor(plus: number, isBad: (digits: string) => boolean) {
    this.plus = plus
    this.isBad = isBad
  }

  /** Whether sixteen digits, in two halves, break the rule. */
  isBroken(high: number, low: number): boolean {
    // Whole numbers below 2^31: this division is one of words.
    const region = (high / 100) | 0
    const date = (high - region * 100) * 10_000 + ((low / 10_000) | 0)
    const ofRegion = this.regions[region] ?? UNASKED
    const ofDate = isAnyDate(date, this.plus) ? FINE : (this.dates[date] ?? UNASKED)
    if (ofRegion === FINE && ofDate === FINE) return false
    return ofRegion === BAD || ofDate === BAD || this.ask(region, date)
  }

  private ask(region: number, date: number): boolean {
    this.regions[region] = this.isBad(sixText(region) + DATE + SERIAL) ? BAD : FINE
    this.dates[date] = this.isBad(REGION + sixText(date) + SERIAL) ? BAD : FINE
    return this.regions[region] === BAD || this.dates[date] === BAD
  }
}

/** A day that every month of every year has. */
function isAnyDate(date: number, plus: number): boolean {
  const written = (date / 10_000) | 0
  const month = ((date / 100) | 0) - written * 100
  const day = written > plus ? written - plus : written
  return day >= 1 && day <= 28 && month >= 1 && month <= 12
}

function sixText(value: number): string {
  return String(value).padStart(6, "0")
}

export class NumberRules {
  private readonly niks: SplitRule
  private readonly cards = new SplitRule(0, (digits) => readKk(digits, "text") === null)

  constructor(on: LocalDate) {
    this.niks = new SplitRule(PLUS_OF_WOMEN, (digits) => isImpossibleNik(digits as Nik, on))
  }

  isImpossibleNik(high: number, low: number): boolean {
    return this.niks.isBroken(high, low)
  }

  isCard(high: number, low: number): boolean {
    return isGivenNik(high, low) && !this.cards.isBroken(high, low)
  }
}

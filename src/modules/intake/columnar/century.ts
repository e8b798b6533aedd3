// The century of a year of two digits, as the reader of dates chooses it, asked once a year.
import { textOfHalves } from "../../../columns/digits.ts"
import type { LocalDate } from "../../../kernel/local-date.ts"
import type { Nik } from "../../../kernel/nik.ts"
import { centuryOf } from "../values/date.ts"

/** Eight digits and eight. */
export interface NikHalves {
  readonly high: number
  readonly low: number
}

export function nikOfHalves({ high, low }: NikHalves): Nik {
  return textOfHalves(high, low) as Nik
}

export class Centuries {
  private readonly on: LocalDate
  /** By two digits of a year, with 100 added where they stand in the NIK. */
  private readonly centuries: (number | null)[] = []

  constructor(on: LocalDate) {
    this.on = on
  }

  /** The century of two digits hangs on the NIK where it has the same ones and a date. */
  of(years: number, nik: NikHalves | null): number | null {
    if (nik === null || ((nik.low / 10_000) | 0) % 100 !== years) return this.known(years, false)
    const day = nik.high % 100
    const month = (nik.low / 1_000_000) | 0
    const isDate = day >= 1 && day <= 28 && month >= 1 && month <= 12
    // A day that every month has makes a date of every year.
    return isDate
      ? this.known(years, true)
      : centuryOf(years, { on: this.on, nik: nikOfHalves(nik) })
  }

  private known(years: number, isInNik: boolean): number | null {
    const key = isInNik ? years + 100 : years
    const earlier = this.centuries[key]
    if (earlier !== undefined) return earlier
    const nik = isInNik ? nikOfHalves({ high: 64_710_101, low: 1_000_001 + years * 10_000 }) : null
    const century = centuryOf(years, { on: this.on, nik })
    this.centuries[key] = century
    return century
  }
}

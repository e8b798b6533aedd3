import { assert } from "../../kernel/assert.ts"
import type { LocalDate } from "../../kernel/local-date.ts"
import { ok, refuse, type Result } from "../../kernel/result.ts"
import { rupiah, type Rupiah } from "../../kernel/rupiah.ts"
import type {
  DatedValue,
  Dimensions,
  LawBook,
  LawMissing,
  LawUnit,
  LawValue,
  ValueUse,
} from "./law.ts"
import type { LawStatus } from "./provenance.ts"

export interface LawQuestion {
  /** The day of business the value must hold on. */
  readonly on: LocalDate
  /** The day whose knowledge counts; a value promulgated later is given, but marked. */
  readonly knownOn: LocalDate
  readonly dims?: Dimensions
}

export type ValueOf<U extends LawUnit> = Extract<LawValue, { unit: U }>

/**
 * The value of a series on a day. An exact match of a dimension beats the word "all". A value that
 * nobody knew on `knownOn` is returned with `knownLater`, because a decision may use it only aloud.
 */
export function valueOn(
  book: LawBook,
  seriesId: string,
  question: LawQuestion,
): Result<ValueUse, LawMissing> {
  const { on, knownOn, dims = {} } = question
  const series = book.series.get(seriesId)
  let best: DatedValue | null = null
  for (const value of series?.values ?? []) {
    if (value.from > on || (value.to !== null && value.to < on)) continue
    if (!fits(value.dims, dims)) continue
    if (best === null || exactness(value.dims) > exactness(best.dims)) best = value
  }
  if (best === null) {
    const file = series?.file ?? `national/${seriesId}.yaml`
    return refuse({ kind: "law_value_missing", series: seriesId, on, dims, file })
  }
  return ok(useOf(best, knownOn))
}

/** The same for a caller who knows the unit; a series of another unit is a mistake of ours. */
export function valueOfUnit<U extends LawUnit>(
  book: LawBook,
  target: { readonly series: string; readonly unit: U },
  question: LawQuestion,
): Result<ValueUse<ValueOf<U>>, LawMissing> {
  const found = valueOn(book, target.series, question)
  if (!found.ok) return found
  assert(hasUnit(found.value, target.unit), `series ${target.series} is not of ${target.unit}`)
  return ok(found.value)
}

/** A published wage carries sen and money is whole rupiah: floor, then compare. */
export function floorSen(sen: bigint): Rupiah {
  return rupiah(sen / 100n)
}

/** The least certain status among the values of a decision. */
export function weakestStatus(uses: readonly { readonly status: LawStatus }[]): LawStatus {
  if (uses.some((use) => use.status === "assumed")) return "assumed"
  return uses.some((use) => use.status === "likely") ? "likely" : "confirmed"
}

/** What the operator reads when a year has no value, in both languages. */
export function describeMissing(missing: LawMissing): { readonly id: string; readonly en: string } {
  const dims = Object.entries(missing.dims).map(([name, value]) => `${name} ${value}`)
  const target = [missing.series, ...dims].join(", ")
  const { on, file } = missing
  return {
    id: `Nilai hukum "${target}" untuk ${on} belum ada. Tambahkan di law/${file}.`,
    en: `The law value "${target}" for ${on} is missing. Add it in law/${file}.`,
  }
}

export function useOf(value: DatedValue, knownOn: LocalDate): ValueUse {
  return {
    seriesId: value.series,
    dims: value.dims,
    from: value.from,
    value: value.value,
    reference: value.reference,
    status: value.status,
    knownLater: value.knownFrom > knownOn,
  }
}

function fits(held: Dimensions, asked: Dimensions): boolean {
  return Object.entries(held).every(([name, value]) => value === "all" || value === asked[name])
}

function exactness(dims: Dimensions): number {
  return Object.values(dims).filter((value) => value !== "all").length
}

function hasUnit<U extends LawUnit>(use: ValueUse, unit: U): use is ValueUse<ValueOf<U>> {
  return use.value.unit === unit
}

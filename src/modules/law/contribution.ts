import { assert } from "../../kernel/assert.ts"
import type { LocalDate } from "../../kernel/local-date.ts"
import { firstDay, type Month } from "../../kernel/period.ts"
import { ok, refuse, type Result } from "../../kernel/result.ts"
import { plus, rupiah, type Rupiah } from "../../kernel/rupiah.ts"
import type { ContributionBand, LawBook, LawMissing, Relief, ValueUse } from "./law.ts"
import type { FundingSource, Programme } from "./programme.ts"
import { useOf, valueOfUnit } from "./lookup.ts"

export interface ContributionQuestion {
  readonly sector: string | null
  readonly funding: FundingSource
  /** Monthly income as declared; needed only where the payer pays by declared income. */
  readonly income: Rupiah | null
  /** The day whose knowledge counts. */
  readonly knownOn: LocalDate
  /** What is paid: JKK and JKM for this programme; JHT where law and money allow. */
  readonly programmes: readonly Programme[]
}

/** Amounts of programmes that are not paid are zero; `total` is their sum. */
export interface Contribution {
  readonly jkk: Rupiah
  readonly jkm: Rupiah
  readonly jht: Rupiah
  readonly total: Rupiah
  readonly uses: readonly ValueUse[]
}

export type ContributionRefusal =
  | LawMissing
  /** The relief of the month depends on the sector, which is not known. */
  | { readonly kind: "sector_needed"; readonly month: Month }
  | { readonly kind: "income_needed"; readonly month: Month }

/**
 * The contribution of one month for one person. PP 44/2015 Lampiran II gives the amounts of the
 * income band; PP 50/2025 halves JKK and JKM for some, never for those paid by APBN or APBD.
 * Fractions of a rupiah are floored; no amount of today's table has any.
 */
export function monthlyContribution(
  book: LawBook,
  month: Month,
  question: ContributionQuestion,
): Result<Contribution, ContributionRefusal> {
  const band = findBand(book, month, question)
  if (!band.ok) return band
  const relief = findRelief(book, month, question)
  if (!relief.ok) return relief
  const { jkkPercent, jkmPercent } = relief.value.relief ?? { jkkPercent: 100, jkmPercent: 100 }
  const paid = (programme: Programme, base: Rupiah, percent: number): Rupiah =>
    question.programmes.includes(programme) ? percentOf(base, percent) : rupiah(0)
  const jkk = paid("JKK", band.value.band.jkk, jkkPercent)
  const jkm = paid("JKM", band.value.band.jkm, jkmPercent)
  const jht = paid("JHT", band.value.band.jht, 100)
  const total = plus(plus(jkk, jkm), jht)
  return ok({ jkk, jkm, jht, total, uses: [...band.value.uses, ...relief.value.uses] })
}

/** The sum over the covered months; every value used is named once. */
export function cycleCost(
  book: LawBook,
  months: readonly Month[],
  question: ContributionQuestion,
): Result<Contribution, ContributionRefusal> {
  let [jkk, jkm, jht, total] = [rupiah(0), rupiah(0), rupiah(0), rupiah(0)]
  const uses = new Map<string, ValueUse>()
  for (const month of months) {
    const one = monthlyContribution(book, month, question)
    if (!one.ok) return one
    jkk = plus(jkk, one.value.jkk)
    jkm = plus(jkm, one.value.jkm)
    jht = plus(jht, one.value.jht)
    total = plus(total, one.value.total)
    for (const use of one.value.uses) uses.set(useKey(use), use)
  }
  return ok({ jkk, jkm, jht, total, uses: [...uses.values()] })
}

/** Names one value among the uses of a decision. */
export function useKey(use: ValueUse): string {
  const dims = Object.entries(use.dims).map(([name, value]) => `${name}=${value}`)
  return [use.seriesId, use.from, ...dims.sort()].join(" ")
}

function findBand(
  book: LawBook,
  month: Month,
  question: ContributionQuestion,
): Result<{ band: ContributionBand; uses: ValueUse[] }, ContributionRefusal> {
  const at = { on: firstDay(month), knownOn: question.knownOn }
  const dims = { funding: question.funding }
  const rule = valueOfUnit(book, { series: "band-rule-bpu", unit: "band_rule" }, { ...at, dims })
  if (!rule.ok) return rule
  const table = valueOfUnit(book, { series: "iuran-bpu", unit: "contribution_bands" }, at)
  if (!table.ok) return table
  const lowest = rule.value.value.rule === "lowest"
  if (!lowest && question.income === null) return refuse({ kind: "income_needed", month })
  const income = lowest || question.income === null ? rupiah(0) : question.income
  const band = table.value.value.bands.findLast((row) => row.incomeMinimum <= income)
  assert(band !== undefined, "the lowest band begins at zero (checked with the law files)")
  return ok({ band, uses: [rule.value, table.value] })
}

/** Exclusion beats discount beats full contribution. */
function findRelief(
  book: LawBook,
  month: Month,
  question: ContributionQuestion,
): Result<{ relief: Relief | null; uses: ValueUse[] }, ContributionRefusal> {
  const [on, { knownOn, funding, sector }] = [firstDay(month), question]
  const held = (book.series.get("relief-bpu")?.values ?? []).filter(
    ({ dims, from, to }) =>
      (dims["funding"] === funding || dims["funding"] === "all") &&
      from <= on &&
      (to === null || on <= to),
  )
  const reliefs = held.map((value) => ({ group: value.dims["sector_group"], value }))
  if (reliefs.length === 0) return ok({ relief: null, uses: [] })
  const uses: ValueUse[] = []
  let group = "all"
  if (reliefs.some((line) => line.group !== "all")) {
    if (sector === null) return refuse({ kind: "sector_needed", month })
    const target = { series: "transport-sectors-bpu", unit: "sectors" } as const
    const transport = valueOfUnit(book, target, { on, knownOn })
    if (!transport.ok) return transport
    uses.push(transport.value)
    group = transport.value.value.sectors.includes(sector) ? "transport" : "other"
  }
  const own = reliefs.filter((line) => line.group === "all" || line.group === group)
  const chosen = own.find((line) => effectOf(line.value.value) === "exclusion") ?? own[0]
  if (chosen === undefined) return ok({ relief: null, uses })
  const { value } = chosen
  assert(value.value.unit === "relief", "series relief-bpu holds reliefs")
  return ok({ relief: value.value.relief, uses: [...uses, useOf(value, knownOn)] })
}

function effectOf(value: ValueUse["value"]): Relief["effect"] | null {
  return value.unit === "relief" ? value.relief.effect : null
}

function percentOf(amount: Rupiah, percent: number): Rupiah {
  return rupiah((amount * BigInt(percent)) / 100n)
}

import { ok, type Result } from "../kernel/result.ts"
import { plus, rupiah } from "../kernel/rupiah.ts"
import {
  coveredMonths,
  monthlyContribution,
  useKey,
  type Contribution,
  type ContributionRefusal,
  type LawMissing,
  type ValueUse,
} from "../modules/law/index.ts"
import type { CycleTerms, PriceList } from "./cycle.ts"

/** Prices every sector once; `null` stands for people whose sector is not known. */
export function priceList(
  sectors: Iterable<string | null>,
  terms: CycleTerms,
): Result<PriceList, LawMissing | ContributionRefusal> {
  const { book, cycle, asOf } = terms
  const [line] = cycle.fundingLines
  const byMonth = new Map<string | null, Contribution[]>()
  const uses = new Map<string, ValueUse>()
  for (const sector of new Set([null, ...sectors])) {
    const funding = line?.source ?? "APBD"
    const question = {
      sector,
      funding,
      income: null,
      knownOn: asOf,
      programmes: book.pack.programme.pays,
    }
    const months: Contribution[] = []
    for (const month of coveredMonths(cycle)) {
      const price = monthlyContribution(book, month, question)
      if (!price.ok) return price
      months.push(price.value)
      for (const use of price.value.uses) uses.set(useKey(use), use)
    }
    byMonth.set(sector, months)
  }
  const monthsOf = (sector: string | null) => byMonth.get(sector) ?? byMonth.get(null) ?? []
  const costOf = (sector: string | null) =>
    monthsOf(sector).reduce((sum, month) => plus(sum, month.total), rupiah(0))
  return ok({ costOf, monthsOf, uses: [...uses.values()] })
}

import { plus, rupiah, type Rupiah } from "../kernel/rupiah.ts"
import type { ReportInput } from "../modules/coverage/index.ts"
import { coveredMonths } from "../modules/law/index.ts"
import type { CycleResult, CycleTerms } from "./cycle.ts"

/** What a list costs, by contribution and month. */
export function moneyOf(result: CycleResult, terms: CycleTerms): ReportInput["money"] {
  const { selection, prices } = result
  const [line] = terms.cycle.fundingLines
  const selected = selection.places.filter((entry) => entry.place === "selected")
  const next = selection.places.find((entry) => entry.place !== "selected")
  const costs = selected.map((entry) => entry.cost).sort((a, b) => Number(a - b))
  const one = prices.costOf(null)
  const programmes = terms.book.pack.programme.pays
  const components = programmes.map((programme) => {
    const part = programme.toLowerCase() as "jkk" | "jkm" | "jht"
    const byMonth = coveredMonths(terms.cycle).map((_, index) =>
      selected.reduce<Rupiah>(
        (sum, entry) => plus(sum, prices.monthsOf(entry.person.sector)[index]?.[part] ?? rupiah(0)),
        rupiah(0),
      ),
    )
    const account = line?.accounts[programme] ?? null
    return { programme, account, accountStatus: line?.status ?? ("assumed" as const), byMonth }
  })
  return {
    ceiling: selection.ceiling,
    ceilingStatus:
      selection.ceiling === terms.cycle.ceiling.amount ? terms.cycle.ceiling.status : "assumed",
    cost: selection.cost,
    left: selection.left,
    components,
    costOfOne: { lowest: costs[0] ?? one, highest: costs.at(-1) ?? one },
    nextCost: next?.cost ?? null,
    plannedPeople: null,
  }
}

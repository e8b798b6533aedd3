import { ageOn } from "../kernel/local-date.ts"
import { maskNik } from "../kernel/nik.ts"
import { firstDay } from "../kernel/period.ts"
import { decidedBy, type CutPlace, type ReportInput } from "../modules/coverage/index.ts"
import { orderOn, type Placed } from "../modules/selection/index.ts"
import type { CycleResult, CycleTerms } from "./cycle.ts"

/** The order of a list for the report: its groups, and the two places at the cut line. */
export function orderOf(result: CycleResult, terms: CycleTerms): ReportInput["order"] {
  const order = orderOn(terms.book.pack.order, firstDay(terms.cycle.firstMonth))
  const { places } = result.selection
  const selected = places.filter((entry) => entry.place === "selected")
  const last = selected.find((entry) => entry.rank === result.selection.cutRank)
  const first = places.find((entry) => entry.place !== "selected")
  const lastIn = last === undefined ? null : cutPlace(last, terms)
  const firstOut = first === undefined ? null : cutPlace(first, terms)
  const groups = order.groups.map(({ number, title, status }) => ({
    number,
    title,
    status,
    eligible: places.filter((entry) => entry.group === number).length,
    selected: selected.filter((entry) => entry.group === number).length,
  }))
  const decided =
    last === undefined || first === undefined ? null : decidedBy(last, first, order.keys)
  return { groups, keys: order.keys, lastIn, firstOut, decidedBy: decided, seed: terms.seed }
}

function cutPlace({ person, group, rank }: Placed, terms: CycleTerms): CutPlace {
  return {
    rank,
    group,
    maskedNik: person.nik === null ? null : maskNik(person.nik),
    decile: person.decile,
    income: person.income === null ? null : (person.income.high ?? person.income.low),
    ageYears:
      person.birthDate === null ? null : ageOn(person.birthDate, terms.cycle.registrationOn),
  }
}

import type { LocalDate } from "../../kernel/local-date.ts"
import { monthsFrom, type Month } from "../../kernel/period.ts"
import { ok, refuse, type Result } from "../../kernel/result.ts"
import type { Criterion } from "./criterion.ts"
import type { Provenance } from "./provenance.ts"
import type { Cycle, Office, PolicyPack } from "./pack.ts"

/** The pack has no such programme year: exit code 8 of the command line. */
export interface CycleMissing {
  readonly kind: "cycle_missing"
  readonly year: number
  readonly file: string
}

export function cycleOf(pack: PolicyPack, year: number): Result<Cycle, CycleMissing> {
  const cycle = pack.cycles.find((candidate) => candidate.year === year)
  if (cycle !== undefined) return ok(cycle)
  return refuse({ kind: "cycle_missing", year, file: `${pack.code}/pack.yaml` })
}

export function coveredMonths(cycle: Cycle): readonly Month[] {
  return monthsFrom(cycle.firstMonth, cycle.months)
}

/** Whether a line of the pack holds on a day. */
export function holdsOn(line: Pick<Provenance, "from" | "to">, on: LocalDate): boolean {
  return line.from <= on && (line.to === null || on <= line.to)
}

export function criteriaOn(pack: PolicyPack, on: LocalDate): readonly Criterion[] {
  return pack.criteria.filter((criterion) => holdsOn(criterion, on))
}

/** The office responsible for the programme on a day. */
export function ownerOn(pack: PolicyPack, on: LocalDate): Office | null {
  const term = pack.programme.owners.find((owner) => holdsOn(owner, on))
  return pack.offices.find((office) => office.id === term?.office) ?? null
}

/** Offices that answer for the field check of a sector on a day; none is possible. */
export function verifiersOf(pack: PolicyPack, sector: string, on: LocalDate): readonly Office[] {
  return pack.offices.filter(
    (office) =>
      holdsOn(office, on) &&
      office.verifies.some((line) => line.sector === sector && holdsOn(line, on)),
  )
}

import { firstDay } from "../kernel/period.ts"
import { ok, refuse, type Result } from "../kernel/result.ts"
import type { Rupiah } from "../kernel/rupiah.ts"
import {
  compileCriteria,
  decide,
  ruleFailures,
  type RulesFailed,
} from "../modules/eligibility/index.ts"
import { classifyOccupation, readBatch, type IntakeTables } from "../modules/intake/index.ts"
import type { ContributionRefusal, LawMissing } from "../modules/law/index.ts"
import { matchRows, verdictsInForce } from "../modules/matching/index.ts"
import {
  areaReader,
  assemblePersons,
  readRegisters,
  type Person,
} from "../modules/registry/index.ts"
import { orderOn, rank, select, type SelectionRefusal } from "../modules/selection/index.ts"
import {
  anchorOrder,
  candidateFacts,
  checkRound,
  clustersOf,
  matchRow,
  noteFindings,
} from "./cycle-facts.ts"
import type { CycleFolder, CycleResult, CycleTerms } from "./cycle.ts"
import { priceList } from "./price-list.ts"

export type DecideRefusal = LawMissing | ContributionRefusal | SelectionRefusal | RulesFailed

/** From a folder to the list within the ceiling, without clock or database; of the disk only the streams. */
export function decideCycle(
  folder: CycleFolder,
  tables: IntakeTables,
  terms: CycleTerms,
): Result<CycleResult, DecideRefusal> {
  const { book, cycle, asOf } = terms
  const batch = readBatch(folder.lists, folder.letters, tables)
  const registers = readRegisters(
    folder.registers,
    folder.checks,
    checkRound(folder, cycle, asOf),
    { streams: folder.streams, numbers: batch.rows.map(({ nik }) => nik) },
  )
  const candidates = candidateFacts(batch, registers, tables)
  const rows = candidates.map(matchRow)
  const verdicts = verdictsInForce(terms.verdicts ?? [], rows, batch.firstOf)
  const matching = matchRows(rows, verdicts)
  const clusters = clustersOf(candidates, matching)
  const anchors = anchorOrder(batch)
  const sectorOf = (text: string) =>
    classifyOccupation(tables.occupations, text.replaceAll("_", " ")).sector
  const people = assemblePersons(clusters, {
    tenantId: tables.tenantId,
    registers,
    ...cycle,
    anchorOf: anchors.first,
    sectorOf,
    areaOf: areaReader(tables.areas),
  })
  const personOf = new Map(
    people.flatMap((person) => person.rowIds.map((row) => [row, person.personId])),
  )
  noteFindings(clusters, people, anchors)
  const criteria = compileCriteria({ book, cycle, knownOn: asOf, received: registers.received })
  if (!criteria.ok) return criteria
  const decisions = new Map(
    people.map((person) => [person.personId, decide(person, criteria.value)]),
  )
  const failures = ruleFailures(decisions.values())
  if (failures.length > 0) return refuse({ kind: "rules_failed", failures })
  const eligible = people.filter((person) => decisions.get(person.personId)?.outcome === "eligible")
  const priced = priceList(
    eligible.map((person) => person.sector),
    terms,
  )
  if (!priced.ok) return priced
  const on = firstDay(cycle.firstMonth)
  const ranked = rank(eligible, orderOn(book.pack.order, on), terms.seed)
  const costOf = (entry: { person: Person }): Rupiah => priced.value.costOf(entry.person.sector)
  const selection = select(ranked, { ...book.pack.selection, ceiling: terms.ceiling, on, costOf })
  if (!selection.ok) return selection
  const uses = [...criteria.value.flatMap((criterion) => criterion.uses), ...priced.value.uses]
  return ok({
    batch,
    registers,
    candidates,
    matching,
    personOf,
    people,
    decisions,
    criteria: criteria.value,
    selection: selection.value,
    prices: priced.value,
    uses,
  })
}

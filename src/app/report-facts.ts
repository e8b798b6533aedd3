import type { AreaMap, ReportInput } from "../modules/coverage/index.ts"
import { countNeeds, needsOf } from "../modules/eligibility/index.ts"
import {
  countOutcomes,
  fileQuestions,
  FINDING_TEXTS,
  type FindingCode,
} from "../modules/intake/index.ts"
import { coveredMonths, ownerOn, useKey, type ValueUse } from "../modules/law/index.ts"
import { firstDay } from "../kernel/period.ts"
import { findingCounts } from "./contract-files.ts"
import { registerQuestions } from "../modules/registry/index.ts"
import type { CycleResult, CycleTerms } from "./cycle.ts"
import { moneyOf } from "./report-money.ts"
import { orderOf } from "./report-order.ts"
import { areasOf, sectorsOf } from "./report-shares.ts"

export interface ReportParts {
  readonly result: CycleResult
  readonly terms: CycleTerms
  readonly map: AreaMap | null
  readonly requests: ReportInput["todo"]["requests"]
  readonly repairs: ReportInput["todo"]["repairs"]
  readonly changes: readonly string[]
  readonly corrections: readonly string[]
  readonly inputHash: string
  readonly resultHash: string
  /** Registers and field checks that could not be read. */
  readonly unreadable: readonly { readonly path: string; readonly detail: string }[]
}

/** Fills the report from a run: counts, sums and short lists, no person. */
export function reportFacts(parts: ReportParts): ReportInput {
  const { result, terms } = parts
  const { pack } = terms.book
  const months = coveredMonths(terms.cycle)
  return {
    programme: {
      name: pack.programme.name,
      city: pack.name,
      owner: ownerOn(pack, firstDay(terms.cycle.firstMonth))?.name ?? "",
      year: terms.cycle.year,
      months,
      fundingSource: terms.cycle.fundingLines[0]?.source ?? "",
    },
    asOf: terms.asOf,
    counts: countsOf(result),
    reasons: reasonsOf(result),
    needs: needsIn(result, terms),
    order: orderOf(result, terms),
    money: moneyOf(result, terms),
    areas: areasOf(result, terms),
    sectors: sectorsOf(result, terms),
    map: parts.map,
    files: filesOf(result),
    fileQuestions: [...fileQuestions(result.batch), ...questionsOnRegisters(parts)],
    findings: findingsOf(result),
    law: {
      pack: pack.code,
      version: terms.book.version,
      values: distinctUses(result.uses).map((use) => ({
        title: terms.book.series.get(use.seriesId)?.title ?? use.seriesId,
        use,
      })),
      criteria: pack.criteria,
      offices: pack.offices.map(({ id, name }) => ({ id, name })),
    },
    todo: {
      requests: parts.requests,
      repairs: parts.repairs,
      greyPairs: result.matching.pairs.filter((pair) => pair.verdict === "review").length,
    },
    changes: parts.changes,
    corrections: parts.corrections,
    proof: { inputHash: parts.inputHash, resultHash: parts.resultHash, command: commandOf(terms) },
  }
}

function commandOf({ book, cycle, ceiling, asOf, seed }: CycleTerms): string {
  const flags = `--law ${book.pack.code} --year ${cycle.year} --ceiling ${ceiling} --months ${cycle.months} --as-of ${asOf}`
  return `./payung run FOLDER --out DIR ${flags} --seed '${seed}'`
}

function countsOf(result: CycleResult): ReportInput["counts"] {
  const {
    read,
    accepted,
    repaired,
    set_aside: setAside,
    ignored,
  } = countOutcomes(result.batch.rows)
  const outcomes = { eligible: 0, ineligible: 0, undecided: 0 }
  for (const decision of result.decisions.values()) outcomes[decision.outcome]++
  const { selected, reserve } = result.selection
  const rows = { read, accepted, repaired, setAside, ignored }
  return {
    rows,
    candidateRows: result.candidates.length,
    people: result.people.length,
    ...outcomes,
    selected,
    reserve,
  }
}

function reasonsOf(result: CycleResult): ReportInput["reasons"] {
  const counts = new Map<string, ReportInput["reasons"][number]>()
  for (const { outcome, reasons } of result.decisions.values()) {
    if (outcome === "eligible") continue
    for (const code of reasons) {
      const key = `${outcome} ${code}`
      counts.set(key, { code, outcome, people: (counts.get(key)?.people ?? 0) + 1 })
    }
  }
  return [...counts.values()].sort((a, b) => b.people - a.people || (a.code < b.code ? -1 : 1))
}

function needsIn(result: CycleResult, terms: CycleTerms): ReportInput["needs"] {
  const frame = { pack: terms.book.pack, on: terms.cycle.registrationOn }
  return countNeeds(
    result.people.flatMap((person) => {
      const decision = result.decisions.get(person.personId)
      return decision === undefined ? [] : [needsOf(decision, person, frame)]
    }),
  )
}

function filesOf(result: CycleResult): ReportInput["files"] {
  return result.batch.files.map(({ name, sender, status, of, claimed, counts }) => {
    const { read, accepted, repaired, set_aside: setAside, ignored } = counts
    return {
      file: name,
      sender: sender.name,
      status,
      of,
      claimed,
      read,
      accepted,
      repaired,
      setAside,
      ignored,
    }
  })
}

function questionsOnRegisters({ result, unreadable }: ReportParts): ReportInput["fileQuestions"] {
  const unclear = registerQuestions(result.registers).map((question) => ({
    ...question,
    sender: "",
  }))
  const broken = unreadable.map(({ path, detail }) => ({
    file: path,
    sender: "",
    sentence: `Berkas ${path} tidak dapat dibaca (${detail}). Simpan ulang sebagai .xlsx atau .csv tanpa kata sandi.`,
  }))
  return [...unclear, ...broken]
}

function findingsOf(result: CycleResult): ReportInput["findings"] {
  const texts = FINDING_TEXTS.id
  return Object.entries(findingCounts(result)).map(([code, count]) => ({
    code,
    sentence: texts[code as FindingCode].what,
    count,
  }))
}

function distinctUses(uses: readonly ValueUse[]): ValueUse[] {
  return [...new Map(uses.map((use) => [useKey(use), use])).values()]
}

import { ageOn } from "../kernel/local-date.ts"
import { maskNik } from "../kernel/nik.ts"
import { plus, rupiah, type Rupiah } from "../kernel/rupiah.ts"
import {
  decidedBy,
  type AreaCount,
  type AreaMap,
  type CutPlace,
  type ReportInput,
  type SectorCount,
} from "../modules/coverage/index.ts"
import { countNeeds, needsOf } from "../modules/eligibility/index.ts"
import {
  countOutcomes,
  fileQuestions,
  FINDING_TEXTS,
  type FindingCode,
} from "../modules/intake/index.ts"
import { coveredMonths, ownerOn, useKey, type ValueUse } from "../modules/law/index.ts"
import { firstDay } from "../kernel/period.ts"
import type { Person } from "../modules/registry/index.ts"
import { orderOn, type Placed } from "../modules/selection/index.ts"
import { findingCounts } from "./contract-files.ts"
import type { CycleResult, CycleTerms } from "./cycle.ts"

export interface ReportParts {
  readonly result: CycleResult
  readonly terms: CycleTerms
  readonly map: AreaMap | null
  readonly requests: ReportInput["todo"]["requests"]
  readonly repairs: ReportInput["todo"]["repairs"]
  readonly changes: readonly string[]
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
    fileQuestions: [...fileQuestions(result.batch), ...registerQuestions(parts)],
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

function orderOf(result: CycleResult, terms: CycleTerms): ReportInput["order"] {
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

function moneyOf(result: CycleResult, terms: CycleTerms): ReportInput["money"] {
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

interface Tally {
  readonly people: number
  readonly eligible: number
  readonly selected: number
}

function tallies<K>(result: CycleResult, keyOf: (person: Person) => K): Map<K, Tally> {
  const selected = new Set(
    result.selection.places
      .filter((entry) => entry.place === "selected")
      .map((entry) => entry.person.personId),
  )
  const counts = new Map<K, { people: number; eligible: number; selected: number }>()
  for (const person of result.people) {
    const key = keyOf(person)
    const tally = counts.get(key) ?? { people: 0, eligible: 0, selected: 0 }
    tally.people++
    if (result.decisions.get(person.personId)?.outcome === "eligible") tally.eligible++
    if (selected.has(person.personId)) tally.selected++
    counts.set(key, tally)
  }
  return counts
}

const NOBODY: Tally = { people: 0, eligible: 0, selected: 0 }

function areasOf(result: CycleResult, terms: CycleTerms): AreaCount[] {
  const { areas } = terms.book.pack
  const counts = tallies(result, (person) => person.areaCode)
  const nameOf = new Map(areas.map((area) => [area.code, area.name]))
  const known = areas
    .filter((area) => area.level === "kelurahan")
    .map(({ code, name, parent }) => ({
      code,
      name,
      parent: nameOf.get(parent ?? "") ?? "",
      ...(counts.get(code) ?? NOBODY),
    }))
  const unknown = counts.get(null)
  return unknown === undefined
    ? known
    : [...known, { code: null, name: "Kelurahan belum diketahui", parent: "", ...unknown }]
}

function sectorsOf(result: CycleResult, terms: CycleTerms): SectorCount[] {
  const counts = tallies(result, (person) => person.sector)
  const known = terms.book.pack.sectors.map(({ code, nameId }) => ({
    name: nameId,
    ...(counts.get(code) ?? NOBODY),
  }))
  const unknown = counts.get(null)
  return unknown === undefined
    ? known
    : [...known, { name: "Pekerjaan belum diketahui", ...unknown }]
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

function registerQuestions({ result, unreadable }: ReportParts): ReportInput["fileQuestions"] {
  const unknown = result.registers.unknownFiles.map((file) => ({
    file,
    sender: "",
    sentence: `Isi berkas ${file} tidak dikenali. Beri baris judul (misalnya NIK, status, tanggal), lalu letakkan kembali di register/.`,
  }))
  const broken = unreadable.map(({ path, detail }) => ({
    file: path,
    sender: "",
    sentence: `Berkas ${path} tidak dapat dibaca (${detail}). Simpan ulang sebagai .xlsx atau .csv tanpa kata sandi.`,
  }))
  return [...unknown, ...broken]
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

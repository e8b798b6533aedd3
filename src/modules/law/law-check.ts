import { dateParts, daysInMonth, localDate, type LocalDate } from "../../kernel/local-date.ts"
import { canonicalJson } from "./canonical.ts"
import type { ContributionBand, DatedValue, LawBook, LawUnit, Series } from "./law.ts"
import type { Provenance } from "./provenance.ts"
import type { PolicyPack } from "./pack.ts"
import type { LawProblem } from "./law-problem.ts"

/**
 * What a reader of one line cannot see: overlaps and gaps inside a series, names that point
 * nowhere, an order that leaves ties. (Dates, references and statuses are required on reading.)
 * An empty list means that the law is fit for use.
 */
export function checkBook(book: LawBook): readonly LawProblem[] {
  const folder = book.pack.code
  return [
    ...[...book.series.values()].flatMap(checkSeries),
    ...checkSources(book),
    ...checkNames(book).map((problem) => ({ ...problem, file: `${folder}/${problem.file}` })),
    ...checkOrder(book.pack).map((problem) => ({ ...problem, file: `${folder}/order.yaml` })),
  ]
}

function checkSeries(series: Series): LawProblem[] {
  const groups = Map.groupBy(series.values, (value) => canonicalJson(value.dims))
  const problems = [...groups.values()].flatMap((values) => checkTimeline(series, values))
  for (const { value, from } of series.values) {
    if (value.unit === "contribution_bands" && !bandsAscend(value.bands)) {
      const id = "Golongan harus mulai dari 0 dan batas bawahnya menaik."
      const en = "Bands must begin at 0 with ascending minimums."
      problems.push({ file: series.file, key: `${series.id} ${from}`, id, en })
    }
  }
  return problems
}

/** `values` have the same dimensions: at most one may hold on any day. */
function checkTimeline(series: Series, values: readonly DatedValue[]): LawProblem[] {
  const sorted = [...values].sort((a, b) => (a.from < b.from ? -1 : 1))
  const problems: LawProblem[] = []
  sorted.forEach((value, index) => {
    const next = sorted[index + 1]
    if (next === undefined) return
    const dims = Object.values(value.dims).join(" ")
    const key = `${series.id} ${dims} ${next.from}`.replace("  ", " ")
    const report = (id: string, en: string): unknown =>
      problems.push({ file: series.file, key, id, en })
    if (value.to === null || value.to >= next.from) {
      report(
        `Tumpang tindih dengan nilai sejak ${value.from}: isi atau perbaiki "to" nilai itu.`,
        `Overlaps the value from ${value.from}: give that value an earlier "to".`,
      )
    } else if (series.coverage === "continuous" && dayAfter(value.to) !== next.from) {
      report(
        `Ada celah setelah ${value.to}: nilai harus bersambung (coverage: continuous).`,
        `A gap follows ${value.to}: values must join (coverage: continuous).`,
      )
    }
  })
  return problems
}

function bandsAscend(bands: readonly ContributionBand[]): boolean {
  const joins = bands.every((band, index) => {
    const before = bands[index - 1]
    if (before === undefined) return band.incomeMinimum === 0n
    return before.incomeMinimum < band.incomeMinimum && before.band + 1 === band.band
  })
  return bands.length > 0 && joins
}

function checkSources(book: LawBook): LawProblem[] {
  const known = new Set(book.sources.keys())
  const lines: { file: string; key: string; line: Provenance }[] = []
  for (const series of book.series.values()) {
    for (const line of series.values) {
      lines.push({ file: series.file, key: `${series.id} ${line.from}`, line })
    }
  }
  const add = (name: string, key: string, line: Provenance): unknown =>
    lines.push({ file: `${book.pack.code}/${name}`, key, line })
  const { pack } = book
  for (const line of pack.criteria) add("criteria.yaml", line.id, line)
  for (const line of pack.order.groups) add("order.yaml", `groups ${line.number}`, line)
  for (const line of pack.order.keys) add("order.yaml", `keys ${line.number}`, line)
  for (const line of pack.offices) add("offices.yaml", line.id, line)
  for (const line of pack.programme.owners) add("pack.yaml", `owners ${line.office}`, line)
  for (const { year, ceiling, fundingLines } of pack.cycles) {
    add("pack.yaml", `cycles ${year} ceiling`, ceiling)
    for (const line of fundingLines) add("pack.yaml", `cycles ${year} ${line.id}`, line)
  }
  for (const line of [pack.selection, ...pack.selection.floors]) add("selection.yaml", "", line)
  return lines.flatMap(({ file, key, line }) =>
    line.reference.sources
      .filter((source) => !known.has(source))
      .map((source) => ({
        file,
        key,
        id: `Sumber "${source}" tidak ada di sources.yaml.`,
        en: `Source "${source}" is not in sources.yaml.`,
      })),
  )
}

/** Files are given below the pack's folder. */
function checkNames(book: LawBook): LawProblem[] {
  const { pack } = book
  const problems: LawProblem[] = []
  const offices = new Set(pack.offices.map((office) => office.id))
  const needOffice = (id: string, key: string): void => {
    if (offices.has(id)) return
    const [text, en] = [`"${id}" tidak ada di offices.yaml.`, `"${id}" is not in offices.yaml.`]
    problems.push({ file: "pack.yaml", key, id: text, en })
  }
  for (const owner of pack.programme.owners) needOffice(owner.office, "programme.owners")
  for (const cycle of pack.cycles) {
    for (const line of cycle.fundingLines)
      needOffice(line.office, `cycles ${cycle.year} ${line.id}`)
  }
  for (const { id, rule } of pack.criteria) {
    const unit: LawUnit = rule.rule === "age_below" ? "years" : "rupiah_sen"
    if (!("limitSeries" in rule) || book.series.get(rule.limitSeries)?.unit === unit) continue
    const name = `"${rule.limitSeries}"`
    const [text, en] = [
      `Perlu deret ${name} bersatuan ${unit}.`,
      `Needs series ${name} of ${unit}.`,
    ]
    problems.push({ file: "criteria.yaml", key: id, id: text, en })
  }
  const unique: readonly [string, readonly (string | number)[]][] = [
    ["areas.yaml", pack.areas.map((area) => area.code)],
    ["offices.yaml", pack.offices.map((office) => office.id)],
    ["criteria.yaml", pack.criteria.map((criterion) => `${criterion.id} ${criterion.from}`)],
    ["pack.yaml", pack.cycles.map((cycle) => cycle.year)],
  ]
  for (const [file, names] of unique) {
    const twice = names.find((name, index) => names.indexOf(name) !== index)
    if (twice === undefined) continue
    const [id, en] = [`"${twice}" tertulis dua kali.`, `"${twice}" is written twice.`]
    problems.push({ file, key: String(twice), id, en })
  }
  return problems
}

/** The lottery comes last and everyone falls into a group: otherwise a place depends on chance. */
function checkOrder(pack: PolicyPack): Omit<LawProblem, "file">[] {
  const { groups, keys } = pack.order
  const problems: Omit<LawProblem, "file">[] = []
  const runs = (lines: readonly { readonly number: number }[]): boolean =>
    lines.every((line, index) => line.number === index + 1)
  if (!runs(groups) || groups.at(-1)?.rule !== "everyone_else") {
    const id = "Nomor harus 1, 2, … dan kelompok terakhir everyone_else."
    problems.push({ key: "groups", id, en: "Numbers must be 1, 2, …, the last everyone_else." })
  }
  if (!runs(keys) || keys.at(-1)?.rule !== "lottery") {
    const id = "Nomor harus 1, 2, … dan kunci terakhir lottery."
    problems.push({ key: "keys", id, en: "Numbers must be 1, 2, …, the last lottery." })
  }
  return problems
}

function dayAfter(day: LocalDate): LocalDate | null {
  const { year, month, day: number } = dateParts(day)
  if (number < daysInMonth(year, month)) return localDate(year, month, number + 1)
  return month < 12 ? localDate(year, month + 1, 1) : localDate(year + 1, 1, 1)
}

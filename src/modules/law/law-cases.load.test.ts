import { readFileSync, readdirSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"
import { parse } from "yaml"
import { ageOn, type LocalDate } from "../../kernel/local-date.ts"
import { monthsFrom, type Month } from "../../kernel/period.ts"
import { rupiah } from "../../kernel/rupiah.ts"
import { cycleCost, monthlyContribution, useKey } from "./contribution.ts"
import type { LawBook, LawValue, ValueUse } from "./law.ts"
import type { FundingSource, Programme } from "./programme.ts"
import { loadLawBook } from "./load-law.load.ts"
import { floorSen, valueOfUnit, valueOn, weakestStatus } from "./lookup.ts"

/** Golden cases that a lawyer can read and write: law/cases/*.yaml, one runner for all. */
const LAW = fileURLToPath(new URL("../../../law", import.meta.url))

interface Given {
  readonly month: Month
  readonly first_month: Month
  readonly months: number
  readonly sector?: string
  readonly funding: FundingSource
  readonly income?: number
  readonly programmes?: Programme[]
  readonly series: string
  readonly dims?: Record<string, string>
  readonly area: string
  readonly born: LocalDate
  readonly on: LocalDate
  readonly known_on: LocalDate
}

interface Case {
  readonly name: string
  readonly given: Given
  readonly expect: Readonly<Record<string, unknown>>
}

const loaded = loadLawBook(LAW, "64.71-balikpapan")
if (!loaded.ok) throw new Error(JSON.stringify(loaded.refusal))
const book: LawBook = loaded.value
const used = new Set<string>()

const runners: Readonly<Record<string, (given: Given) => Record<string, unknown>>> = {
  "contribution.yaml": runContribution,
  "cycle-cost.yaml": runContribution,
  "value.yaml": runValue,
  "age.yaml": runAge,
}

const caseFiles = readdirSync(`${LAW}/cases`).sort()

test("every case file has its runner", () => {
  expect(caseFiles).toEqual(Object.keys(runners).sort())
})

for (const file of caseFiles) {
  const { cases } = parse(readFileSync(`${LAW}/cases/${file}`, "utf8")) as { cases: Case[] }
  test.each(cases)(`${file}: $name`, (one) => {
    const answer = runners[file]?.(one.given) ?? {}
    expect(answer).toMatchObject(one.expect)
  })
}

// The last test: every case above has run by now.
test("every dated value is used by a case", () => {
  const values = [...book.series.values()].flatMap((series) => series.values)
  const all = values.map((v) => [v.series, v.from, ...Object.values(v.dims)].join(" "))
  const unused = all.filter((key) => !used.has(key))
  // A value without a case is a value nobody has looked at.
  expect(unused).toEqual([])
})

function runContribution(given: Given): Record<string, unknown> {
  const question = {
    sector: given.sector ?? null,
    funding: given.funding,
    income: given.income === undefined ? null : rupiah(given.income),
    knownOn: given.known_on,
    programmes: given.programmes ?? (["JKK", "JKM"] as const),
  }
  const answer =
    given.first_month === undefined
      ? monthlyContribution(book, given.month, question)
      : cycleCost(book, monthsFrom(given.first_month, given.months), question)
  if (!answer.ok) return { refused: answer.refusal.kind }
  const { jkk, jkm, jht, total, uses } = answer.value
  return {
    jkk: Number(jkk),
    jkm: Number(jkm),
    jht: Number(jht),
    total: Number(total),
    status: weakestStatus(uses.map(remember)),
    known_later: uses.filter((use) => use.knownLater).map((use) => use.seriesId),
  }
}

function runValue(given: Given): Record<string, unknown> {
  const dims = given.dims ?? {}
  const answer = valueOn(book, given.series, { on: given.on, knownOn: given.known_on, dims })
  if (!answer.ok) return { refused: answer.refusal.kind }
  const { value, status, knownLater } = remember(answer.value)
  return { ...shown(value), status, known_later: knownLater }
}

function runAge(given: Given): Record<string, unknown> {
  const question = { on: given.on, knownOn: given.on, dims: { area: given.area } }
  const target = { series: "registration-age-limit", unit: "years" } as const
  const limit = valueOfUnit(book, target, question)
  if (!limit.ok) return { refused: limit.refusal.kind }
  return { allowed: ageOn(given.born, given.on) < remember(limit.value).value.years }
}

function shown(value: LawValue): Record<string, unknown> {
  return value.unit === "rupiah_sen" ? { rupiah: Number(floorSen(value.sen)) } : { ...value }
}

function remember<U extends ValueUse>(use: U): U {
  expect(useKey(use)).toContain(use.seriesId)
  used.add([use.seriesId, use.from, ...Object.values(use.dims)].join(" "))
  return use
}

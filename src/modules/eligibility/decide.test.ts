import { describe, expect, test } from "vitest"
import { cycleOf, loadLawBook, type LawBook } from "../law/index.ts"
import type { Person, RegisterKind } from "../registry/index.ts"
import { day, incomeOf, personWith, populationWith } from "../registry/testing.ts"
import { compileCriteria } from "./compile.ts"
import { no, unknown, yes, type CompiledCriterion, type CriterionAnswer } from "./criterion.ts"
import { decide, ruleFailures } from "./decide.ts"
import { describeRulesFailed } from "./describe-failure.ts"
import { countNeeds, needsOf } from "./needs.ts"

function criterion(id: string, ask: (person: Person) => CriterionAnswer): CompiledCriterion {
  return { id, title: id, status: "confirmed", uses: [], ask }
}

const failing = criterion("X", () => {
  throw new Error("planted")
})

describe("what criteria decide together", () => {
  const [y, open] = [criterion("Y", () => yes()), criterion("U", () => unknown("INCOME_NOT_KNOWN"))]
  const old = criterion("N1", () => no("66", "AGE_65_OR_MORE"))
  const dead = criterion("N2", () => no("", "DECEASED"))
  test.each`
    criteria             | onlyStruck | outcome         | reasons
    ${[]}                | ${false}   | ${"eligible"}   | ${[]}
    ${[y, y]}            | ${false}   | ${"eligible"}   | ${[]}
    ${[y, open]}         | ${false}   | ${"undecided"}  | ${["INCOME_NOT_KNOWN"]}
    ${[open, old]}       | ${false}   | ${"ineligible"} | ${["AGE_65_OR_MORE"]}
    ${[dead, open, old]} | ${false}   | ${"ineligible"} | ${["AGE_65_OR_MORE", "DECEASED"]}
    ${[old, old]}        | ${false}   | ${"ineligible"} | ${["AGE_65_OR_MORE"]}
    ${[y]}               | ${true}    | ${"undecided"}  | ${["ONLY_STRUCK_ROWS"]}
    ${[old]}             | ${true}    | ${"ineligible"} | ${["AGE_65_OR_MORE"]}
    ${[failing]}         | ${false}   | ${"undecided"}  | ${["RULE_FAILED"]}
    ${[y, failing, y]}   | ${false}   | ${"undecided"}  | ${["RULE_FAILED"]}
    ${[failing, old]}    | ${false}   | ${"ineligible"} | ${["AGE_65_OR_MORE"]}
  `("$outcome $reasons", ({ criteria, onlyStruck, outcome, reasons }) => {
    expect(decide(personWith({ onlyStruck }), criteria)).toMatchObject({ outcome, reasons })
  })

  test("a rule that fails makes nobody eligible and is told to the run", () => {
    const people = ["b", "a", "c"].map((personId) => personWith({ personId }))
    const decisions = people.map((person) => decide(person, [y, failing]))
    expect(decisions.some((decision) => decision.outcome === "eligible")).toBe(false)
    const failures = ruleFailures(decisions)
    expect(failures).toEqual([{ criterionId: "X", people: 3, personId: "a" }])
    const { id, en } = describeRulesFailed({ kind: "rules_failed", failures })
    expect(`${id} ${en}`).not.toContain("ASEP")
    expect(en).toContain("Rule X failed on 3 people")
  })

  test("negative control: without a failing rule nothing is told", () => {
    expect(ruleFailures([decide(personWith(), [y, open, old])])).toEqual([])
  })

  test("a rule that fails on one person blocks the run even if he is refused", () => {
    expect(ruleFailures([decide(personWith(), [failing, old])])).toHaveLength(1)
  })
})

function book(): LawBook {
  const law = new URL("../../../law", import.meta.url).pathname
  const loaded = loadLawBook(law, "64.71-balikpapan")
  if (!loaded.ok) throw new Error("the law files are not sound")
  return loaded.value
}

describe("the criteria of a pack", () => {
  const BOOK = book()
  const compile = (...received: RegisterKind[]) => {
    const cycle = cycleOf(BOOK.pack, 2026)
    if (!cycle.ok) throw new Error("no cycle")
    const context = { book: BOOK, cycle: cycle.value, knownOn: day("2025-11-15") }
    const compiled = compileCriteria({ ...context, received: new Set(received) })
    if (!compiled.ok) throw new Error("a value is missing")
    return compiled.value
  }
  const all = compile("membership", "province", "decile")
  const pu = { nik: "6471051708809001", kpj: "99", segment: "PU", payer: "PT A", active: true }

  test.each`
    changes                                                                             | outcome         | reasons
    ${{}}                                                                               | ${"eligible"}   | ${[]}
    ${{ birthDate: day("1960-11-15") }}                                                 | ${"ineligible"} | ${["AGE_65_OR_MORE"]}
    ${{ birthDate: day("1960-11-16") }}                                                 | ${"eligible"}   | ${[]}
    ${{ income: incomeOf(3_856_694) }}                                                  | ${"eligible"}   | ${[]}
    ${{ income: incomeOf(3_856_695) }}                                                  | ${"ineligible"} | ${["INCOME_ABOVE_UMK"]}
    ${{ income: null, memberships: [pu] }}                                              | ${"ineligible"} | ${["ACTIVE_PU"]}
    ${{ nik: null, nikStanding: "none", population: null }}                             | ${"undecided"}  | ${["NIK_NOT_KNOWN"]}
    ${{ population: populationWith({ deceased: true }), birthDate: day("1950-01-01") }} | ${"ineligible"} | ${["AGE_65_OR_MORE", "DECEASED"]}
  `("$changes: $outcome $reasons", ({ changes, outcome, reasons }) => {
    expect(decide(personWith(changes), all)).toMatchObject({ outcome, reasons })
  })

  test("every criterion names the values that it used", () => {
    const uses = all.flatMap((compiled) => compiled.uses.map((use) => use.seriesId))
    expect(uses.sort()).toEqual(["registration-age-limit", "umk"])
  })

  test("the same facts give the same decision", () => {
    const again = compile("membership", "province", "decile")
    const people = [personWith(), personWith({ income: null }), personWith({ employer: true })]
    for (const person of people)
      expect(JSON.stringify(decide(person, again))).toBe(JSON.stringify(decide(person, all)))
    const [first] = people
    const told = first === undefined ? [] : decide(first, all).criteria
    expect(told.map(({ id, answer, used }) => `${id} ${answer} ${used}`.trim())).toEqual([
      "C1 yes",
      "C2 yes",
      "C3 yes 2010-01-01",
      "C4 yes 45",
      "C5 yes 2000000",
      "C6 yes nelayan",
      "C7 yes",
      "C8 yes",
      "C9 yes 3",
    ])
  })

  test("a year without its wage is a refusal that names the series", () => {
    const cycle = cycleOf(BOOK.pack, 2026)
    if (!cycle.ok) throw new Error("no cycle")
    const context = { book: BOOK, knownOn: day("2025-11-15"), received: new Set<RegisterKind>() }
    const later = { ...cycle.value, year: 2199 }
    expect(compileCriteria({ ...context, cycle: later })).toMatchObject({
      ok: false,
      refusal: { kind: "law_value_missing", series: "umk" },
    })
  })

  describe("whom to ask for what is missing", () => {
    const frame = { pack: BOOK.pack, on: day("2025-11-15") }
    const notFound = { result: "not_found", checkedOn: day("2025-10-01") }
    test.each`
      changes                                                 | needs
      ${{}}                                                   | ${[]}
      ${{ employer: true, income: null }}                     | ${[]}
      ${{ income: null }}                                     | ${["INCOME_NOT_KNOWN sender"]}
      ${{ nik: null, nikStanding: "none", population: null }} | ${["NIK_NOT_KNOWN sender dukcapil"]}
      ${{ nikStanding: "unasked", population: null }}         | ${["DUKCAPIL_NOT_ASKED dukcapil"]}
      ${{ check: notFound }}                                  | ${["NOT_FOUND_AT_ADDRESS office:dp3"]}
      ${{ check: notFound, sector: "ojek_online" }}           | ${["NOT_FOUND_AT_ADDRESS office:disnaker"]}
      ${{ check: notFound, sector: null }}                    | ${["NOT_FOUND_AT_ADDRESS operator"]}
      ${{ informal: "unknown", sector: null }}                | ${["SECTOR_NOT_KNOWN sender"]}
      ${{ birthDate: null, income: null }}                    | ${["AGE_NOT_KNOWN sender dukcapil", "INCOME_NOT_KNOWN sender"]}
    `("$changes: $needs", ({ changes, needs }) => {
      const person = personWith(changes)
      const found = needsOf(decide(person, all), person, frame)
      expect(found.map(({ code, askedOf }) => [code, ...askedOf].join(" "))).toEqual(needs)
    })

    test.each`
      received          | askedOf
      ${["membership"]} | ${["province"]}
      ${["province"]}   | ${["bpjs"]}
      ${[]}             | ${["bpjs", "province"]}
    `("with $received the rest is asked of $askedOf", ({ received, askedOf }) => {
      const person = personWith()
      const needs = needsOf(decide(person, compile(...received)), person, frame)
      expect(needs).toEqual([{ code: "REGISTER_NOT_RECEIVED", askedOf }])
    })

    test("a failed rule is ours to answer; equal needs are counted", () => {
      const person = personWith()
      const needs = needsOf(decide(person, [failing]), person, frame)
      expect(countNeeds([needs, needs, []])).toEqual([
        { code: "RULE_FAILED", askedOf: ["operator"], people: 2 },
      ])
    })
  })
})

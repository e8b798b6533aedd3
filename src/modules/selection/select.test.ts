import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { rupiah } from "../../kernel/rupiah.ts"
import type { SelectionFloor, SelectionOrder } from "../law/index.ts"
import type { Person } from "../registry/index.ts"
import { day, incomeOf, nikNumber, personWith } from "../registry/testing.ts"
import { describeSelectionRefusal } from "./describe-refusal.ts"
import { lotteryNumber, orderOn, rank, type Ranked } from "./rank.ts"
import { select, type SelectionTerms } from "./select.ts"

const LINE = {
  ...{ title: "", from: day("2026-01-01"), to: null, knownFrom: day("2025-01-01") },
  ...{ reference: { regulation: "Perwali Contoh 1/2025", sources: [] }, status: "confirmed" },
  ...{ checkedOn: day("2026-01-01"), note: null },
} as const
const PRICE = 201_600
const UP = { direction: "ascending", missing: "last" } as const

const ORDER = {
  groups: [
    { ...LINE, number: 1, rule: "continuing" },
    { ...LINE, number: 2, rule: "disability" },
    { ...LINE, number: 3, rule: "female_head_of_household" },
    { ...LINE, number: 4, rule: "everyone_else" },
  ],
  keys: [
    { ...LINE, ...UP, number: 1, rule: "poverty_decile" },
    { ...LINE, ...UP, number: 2, rule: "declared_income" },
    { ...LINE, number: 3, rule: "age", direction: "descending", missing: "last" },
    { ...LINE, ...UP, number: 4, rule: "lottery" },
  ],
  seed: "benih uji",
} as unknown as SelectionOrder

function terms(ceiling: number, changes: Partial<SelectionTerms> = {}): SelectionTerms {
  return {
    ceiling: rupiah(ceiling),
    ...{ reservePercent: 10, holdbackPercent: 0, whenNextDoesNotFit: "stop", floors: [] },
    on: day("2026-01-01"),
    costOf: () => rupiah(PRICE),
    ...changes,
  }
}

function floor(by: SelectionFloor["by"], value: string, minimumPersons: number): SelectionFloor {
  return { ...LINE, by, value, minimumPersons } as unknown as SelectionFloor
}

function picked(ranked: readonly Ranked[], wanted: SelectionTerms) {
  const result = select(ranked, wanted)
  if (!result.ok) throw new Error(result.refusal.kind)
  return result.value
}

function idsOf(ranked: readonly Ranked[], wanted: SelectionTerms): string[] {
  const selected = picked(ranked, wanted).places.filter((entry) => entry.place === "selected")
  return selected.map((entry) => entry.person.personId)
}

const candidate = fc.record({
  decile: fc.option(fc.integer({ min: 1, max: 10 })),
  income: fc.option(fc.integer({ min: 1, max: 4 }).map((n) => incomeOf(n * 500_000))),
  birthDate: fc.option(fc.integer({ min: 1961, max: 2005 }).map((year) => day(`${year}-01-01`))),
  disabled: fc.boolean(),
  femaleHead: fc.boolean(),
  recipientLastYear: fc.boolean(),
  sex: fc.constantFrom("L" as const, "P" as const),
  areaCode: fc.constantFrom("64.71.01.1001", "64.71.01.1002", "64.71.02.1001"),
  sector: fc.constantFrom("nelayan", "petani", "ojek_online"),
})
const candidates = fc
  .array(candidate, { maxLength: 24 })
  .map((list) =>
    list.map((facts, index) =>
      personWith({ ...facts, personId: `p${index}`, nik: nikNumber(index) }),
    ),
  )
const ceilings = fc.integer({ min: 0, max: 30 * PRICE })
const RUNS = { seed: 6471, numRuns: 200 }
/** Two prices, so that not every free place costs the same. */
const bySector = (entry: Ranked) => rupiah(entry.person.sector === "petani" ? 150_000 : PRICE)

describe("properties of a selection", () => {
  test("the order of input is nothing", () => {
    const shuffled = candidates.chain((people) =>
      fc.tuple(fc.constant(people), fc.shuffledSubarray(people, { minLength: people.length })),
    )
    fc.assert(
      fc.property(shuffled, ceilings, ([people, other], ceiling) => {
        const result = (list: Person[]) => picked(rank(list, ORDER, "x"), terms(ceiling))
        expect(result(other)).toEqual(result(people))
      }),
      RUNS,
    )
  })

  test("raising the ceiling never removes anyone", () => {
    const raises = fc.integer({ min: 0, max: 5 * PRICE })
    fc.assert(
      fc.property(candidates, ceilings, raises, (people, ceiling, more) => {
        const ranked = rank(people, ORDER, "x")
        const before = idsOf(ranked, terms(ceiling, { costOf: bySector }))
        const after = new Set(idsOf(ranked, terms(ceiling + more, { costOf: bySector })))
        expect(before.filter((id) => !after.has(id))).toEqual([])
      }),
      RUNS,
    )
  })

  test("making somebody worse off in a key never moves him up", () => {
    fc.assert(
      fc.property(candidates, fc.nat(), fc.integer({ min: 0, max: 3 }), (people, pick, key) => {
        const target = people[pick % Math.max(1, people.length)]
        if (target === undefined) return
        const { decile, income, birthDate } = target
        const worse: Partial<Person>[] = [
          { decile: decile === null || decile === 10 ? null : decile + 1 },
          { income: income === null ? null : incomeOf(Number(income.low) + 100_000) },
          { birthDate: birthDate === null ? null : day("2006-01-01") },
          { recipientLastYear: false },
        ]
        const others = people.map((person) =>
          person === target ? { ...person, ...worse[key] } : person,
        )
        const rankOf = (list: Person[]) =>
          rank(list, ORDER, "x").find((entry) => entry.person.personId === target.personId)?.rank ??
          0
        expect(rankOf(others)).toBeGreaterThanOrEqual(rankOf(people))
      }),
      RUNS,
    )
  })

  test("cost at most the ceiling; who is not selected stands behind; a tenth in reserve", () => {
    fc.assert(
      fc.property(candidates, ceilings, (people, ceiling) => {
        const result = picked(rank(people, ORDER, "x"), terms(ceiling, { costOf: bySector }))
        const places = result.places.map((entry) => entry.place)
        expect(result.cost <= result.ceiling).toBe(true)
        expect(result.cost + result.left).toBe(result.ceiling)
        expect(places.lastIndexOf("selected")).toBe(result.selected - 1)
        const wanted = Math.ceil(result.selected / 10)
        expect(result.reserve).toBe(Math.min(wanted, people.length - result.selected))
        expect(places.lastIndexOf("reserve") < result.selected + result.reserve).toBe(true)
        expect(result.cutRank).toBe(result.selected === 0 ? null : result.selected)
      }),
      RUNS,
    )
  })
})

describe("figures", () => {
  const many = Array.from({ length: 11_000 }, (_, index): Ranked => ({
    ...{ person: personWith({ personId: `p${index}` }), group: 4, keys: [], lottery: 0n },
    rank: index + 1,
  }))
  test.each`
    ceiling          | holdback | people    | selected  | reserve  | left
    ${2_000_000_000} | ${0}     | ${11_000} | ${9_920}  | ${992}   | ${128_000}
    ${2_016_000_000} | ${0}     | ${11_000} | ${10_000} | ${1_000} | ${0}
    ${2_000_000_000} | ${0}     | ${9_930}  | ${9_920}  | ${10}    | ${128_000}
    ${2_000_000_000} | ${2}     | ${11_000} | ${9_722}  | ${973}   | ${40_044_800}
    ${201_600}       | ${0}     | ${11_000} | ${1}      | ${1}     | ${0}
    ${201_599}       | ${0}     | ${11_000} | ${0}      | ${0}     | ${201_599}
    ${0}             | ${0}     | ${11_000} | ${0}      | ${0}     | ${0}
    ${2_000_000_000} | ${0}     | ${0}      | ${0}      | ${0}     | ${2_000_000_000}
  `("Rp $ceiling buys $selected", ({ ceiling, holdback, people, selected, reserve, left }) => {
    const wanted = terms(ceiling, { holdbackPercent: holdback })
    const result = picked(many.slice(0, people), wanted)
    expect([result.selected, result.reserve, Number(result.left)]).toEqual([
      selected,
      reserve,
      left,
    ])
  })

  test("the first who does not fit ends the walk, unless the pack lets it skip", () => {
    const ranked = rank(
      ["petani", "nelayan", "petani"].map((sector, index) =>
        personWith({ sector, personId: `p${index}`, nik: nikNumber(index), decile: index + 1 }),
      ),
      ORDER,
      "x",
    )
    const wanted = terms(340_000, { costOf: bySector })
    expect(idsOf(ranked, wanted)).toEqual(["p0"])
    expect(idsOf(ranked, { ...wanted, whenNextDoesNotFit: "skip" })).toEqual(["p0", "p2"])
  })
})

describe("the order", () => {
  const first = (...people: Partial<Person>[]): string[] => {
    const named = people.map((changes, index) =>
      personWith({ personId: `p${index}`, nik: nikNumber(index), ...changes }),
    )
    return rank(named, ORDER, "x").map((entry) => entry.person.personId)
  }
  test.each`
    rule                             | people
    ${"continuing before disabled"}  | ${[{ disabled: true, decile: 1 }, { recipientLastYear: true }]}
    ${"disabled before female head"} | ${[{ femaleHead: true, decile: 1 }, { disabled: true }]}
    ${"female head before others"}   | ${[{ decile: 1 }, { femaleHead: true }]}
    ${"lower decile first"}          | ${[{ decile: 4 }, { decile: 2 }]}
    ${"missing decile last"}         | ${[{ decile: null }, { decile: 10 }]}
    ${"lower income first"}          | ${[{ income: incomeOf(3) }, { income: incomeOf(2) }]}
    ${"a range by its upper end"}    | ${[{ income: incomeOf(1, 3) }, { income: incomeOf(2) }]}
    ${"missing income last"}         | ${[{ income: null }, { income: incomeOf(9) }]}
    ${"older first"}                 | ${[{ birthDate: day("1980-01-02") }, { birthDate: day("1980-01-01") }]}
    ${"missing age last"}            | ${[{ birthDate: null }, { birthDate: day("2000-01-01") }]}
  `("$rule", ({ people }) => expect(first(...people)).toEqual(["p1", "p0"]))

  test("the lottery number is the first 8 bytes of SHA-256 of seed and NIK", () => {
    // printf 'Payung 20266471051708809001' | sha256sum | cut -c1-16
    const vector = 0xdc9f97e96c206ef0n
    expect(lotteryNumber("Payung 2026", "6471051708809001")).toBe(vector)
    expect(lotteryNumber("Payung 2027", "6471051708809001")).not.toBe(vector)
  })

  test("only lines that hold on the day take part", () => {
    const ended = ORDER.groups.map((group) => ({ ...group, to: day("2026-12-31") }))
    const order = { ...ORDER, groups: [...ended, ...ORDER.groups.slice(0, 1)] }
    expect(orderOn(order, day("2027-01-01")).groups).toHaveLength(1)
    expect(orderOn(order, day("2025-12-31")).groups).toHaveLength(0)
    expect(rank([personWith()], orderOn(order, day("2027-01-01")), "x")[0]?.group).toBe(2)
  })
})

describe("floors", () => {
  const AREAS = ["64.71.01.1001", "64.71.01.1002", "64.71.02.1001"]
  const people = Array.from({ length: 12 }, (_, index) =>
    personWith({
      ...{ personId: `p${index}`, nik: nikNumber(index), decile: index < 9 ? index + 1 : 10 },
      ...{ income: incomeOf(index), areaCode: AREAS[Math.floor(index / 4)] ?? null },
      ...{ sex: index % 2 === 0 ? "L" : "P", disabled: index === 11 },
    }),
  )
  const ranked = rank(
    people.map((person) => ({ ...person, disabled: false })),
    ORDER,
    "x",
  ).map((entry) => ({ ...entry, person: people[entry.rank - 1] ?? entry.person }))
  const places = (floors: SelectionFloor[], seats: number): number[] =>
    picked(ranked, terms(seats * PRICE, { floors }))
      .places.filter((entry) => entry.place === "selected")
      .map((entry) => entry.rank)

  test.each`
    floors                                                                              | seats | taken
    ${[]}                                                                               | ${4}  | ${[1, 2, 3, 4]}
    ${[floor("kelurahan", "64.71.02.1001", 0)]}                                         | ${4}  | ${[1, 2, 3, 4]}
    ${[floor("kelurahan", "64.71.02.1001", 1)]}                                         | ${4}  | ${[1, 2, 3, 9]}
    ${[floor("kelurahan", "64.71.02.1001", 4)]}                                         | ${4}  | ${[9, 10, 11, 12]}
    ${[floor("kelurahan", "64.71.01.1001", 2)]}                                         | ${4}  | ${[1, 2, 3, 4]}
    ${[floor("kelurahan", "64.71.01.1002", 1), floor("kelurahan", "64.71.02.1001", 1)]} | ${4}  | ${[1, 2, 5, 9]}
    ${[floor("kelurahan", "64.71.01", 3), floor("kelurahan", "64.71.01.1002", 2)]}      | ${3}  | ${[1, 5, 6]}
    ${[floor("kelurahan", "64.71.01.1002", 2), floor("kelurahan", "64.71.01", 3)]}      | ${4}  | ${[1, 2, 5, 6]}
    ${[floor("sex", "P", 3)]}                                                           | ${4}  | ${[1, 2, 4, 6]}
    ${[floor("sex", "P", 2), floor("sex", "L", 2)]}                                     | ${4}  | ${[1, 2, 3, 4]}
    ${[floor("disability", "yes", 1)]}                                                  | ${3}  | ${[1, 2, 12]}
    ${[floor("disability", "yes", 1), floor("kelurahan", "64.71.02.1001", 2)]}          | ${3}  | ${[1, 9, 12]}
    ${[{ ...floor("kelurahan", "64.71.02.1001", 4), to: day("2025-12-31") }]}           | ${3}  | ${[1, 2, 3]}
  `("$seats seats: $taken", ({ floors, seats, taken }) => {
    expect(places(floors, seats)).toEqual(taken)
  })

  test.each`
    floors                                                            | seats | kind
    ${[floor("sex", "P", 1), floor("kelurahan", "64.71.01.1001", 1)]} | ${9}  | ${"floors_cross"}
    ${[floor("kelurahan", "64.71.02.1001", 5)]}                       | ${9}  | ${"floor_short"}
    ${[floor("sector", "peternak", 1)]}                               | ${9}  | ${"floor_short"}
    ${[floor("kelurahan", "64.71.02.1001", 4)]}                       | ${3}  | ${"floors_above_ceiling"}
  `("$kind is refused by name", ({ floors, seats, kind }) => {
    const result = select(ranked, terms(seats * PRICE, { floors }))
    expect(result).toMatchObject({ ok: false, refusal: { kind } })
    if (result.ok) return
    const { id, en } = describeSelectionRefusal(result.refusal)
    for (const { by, value } of floors) expect(`${id}\n${en}`).toContain(`${by} ${value}`)
  })

  test("who is selected only through a floor is marked, and the cut line stays the order's", () => {
    const wanted = terms(3 * PRICE, { floors: [floor("kelurahan", "64.71.02.1001", 1)] })
    const result = picked(ranked, wanted)
    expect(result.places.filter((entry) => entry.throughFloor).map((entry) => entry.rank)).toEqual([
      9,
    ])
    expect(result.cutRank).toBe(2)
    expect(result.places.find((entry) => entry.place === "reserve")?.rank).toBe(3)
  })

  test("the ranks taken are the lexicographically best that meet all floors", () => {
    const small = candidates.filter((list) => list.length <= 9)
    const counts = fc.tuple(fc.nat(3), fc.nat(2), fc.nat(3))
    fc.assert(
      fc.property(small, counts, fc.integer({ min: 0, max: 7 }), (list, [a, b, c], seats) => {
        const floors = [
          floor("kelurahan", "64.71.01", a),
          floor("kelurahan", "64.71.01.1001", b),
          floor("kelurahan", "64.71.02.1001", c),
        ]
        const order = rank(list, ORDER, "x")
        const wanted = terms(seats * PRICE + 1, {
          ...{ floors, costOf: bySector, whenNextDoesNotFit: "skip" },
        })
        const result = select(order, wanted)
        expect(result.ok ? idsOf(order, wanted) : null).toEqual(bestByTrial(order, wanted))
      }),
      { seed: 6471, numRuns: 300 },
    )
  })
})

/** The slow oracle: every subset, the best by rank first; null where none meets the floors. */
function bestByTrial(order: readonly Ranked[], wanted: SelectionTerms): string[] | null {
  const meets = (chosen: readonly Ranked[]): boolean =>
    wanted.floors.every(({ value, minimumPersons }) => {
      const within = chosen.filter(({ person }) => `${person.areaCode}.`.startsWith(`${value}.`))
      return within.length >= minimumPersons
    })
  const search = (index: number, chosen: readonly Ranked[], left: bigint): Ranked[] | null => {
    const entry = order[index]
    if (entry === undefined) return meets(chosen) ? [...chosen] : null
    const rest = left - wanted.costOf(entry)
    const taken = rest >= 0n ? search(index + 1, [...chosen, entry], rest) : null
    return taken ?? search(index + 1, chosen, left)
  }
  return search(0, [], wanted.ceiling)?.map((entry) => entry.person.personId) ?? null
}

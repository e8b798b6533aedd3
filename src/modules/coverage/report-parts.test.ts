import { describe, expect, test } from "vitest"
import { rupiah } from "../../kernel/rupiah.ts"
import type { Ring } from "./area-shapes.ts"
import { readAreaShapes } from "./area-shapes.ts"
import { checkReport } from "./check-report.ts"
import { decidedBy } from "./cut-line.ts"
import { isInside, placeInside } from "./map-label.ts"
import { placeCallouts } from "./map-callout.ts"
import { stepOf, stepRange, stepsOf } from "./map-step.ts"
import { nextRoundNumber } from "./money-section.ts"
import { pathOf, project } from "./projection.ts"
import { renderReport } from "./render-report.ts"
import type { ReportInput } from "./report-input.ts"
import { SAMPLE_KEYS } from "./sample-law.testing.ts"
import { sampleReport } from "./sample-report.testing.ts"
import { gapOf } from "./share-section.ts"
import { percentOf, signed, withoutNik } from "./wording.ts"

const square: Ring = [
  [0, 0],
  [100, 0],
  [100, 100],
  [0, 100],
]

describe("numbers that are told twice", () => {
  test("all sums of the sample come out", () => {
    expect(checkReport(sampleReport()).filter(({ holds }) => !holds)).toEqual([])
  })

  const first = <T>([head, ...rest]: readonly T[], change: (item: T) => T): T[] =>
    head === undefined ? rest : [change(head), ...rest]
  const mistakes: [string, (input: ReportInput) => Partial<ReportInput>][] = [
    [
      "a row is lost in a file",
      ({ files }) => ({
        files: first(files, (file) => ({ ...file, accepted: file.accepted - 1 })),
      }),
    ],
    ["a file is lost", ({ files }) => ({ files: files.slice(1) })],
    ["a person has no outcome", ({ counts }) => ({ counts: { ...counts, undecided: 255 } })],
    ["an area is lost", ({ areas }) => ({ areas: areas.slice(1) })],
    ["a sector is lost", ({ sectors }) => ({ sectors: sectors.slice(1) })],
    ["a group is lost", ({ order }) => ({ order: { ...order, groups: order.groups.slice(1) } })],
    [
      "the cost is one rupiah off",
      ({ money }) => ({ money: { ...money, cost: rupiah(1_999_872_001) } }),
    ],
    [
      "the cost is above the ceiling",
      ({ money }) => ({ money: { ...money, ceiling: rupiah(1_999_871_999), left: rupiah(-1) } }),
    ],
  ]
  test.each(mistakes)("%s: the page says so", (_, change) => {
    const sample = sampleReport()
    const input = { ...sample, ...change(sample) }
    expect(checkReport(input).some(({ holds }) => !holds)).toBe(true)
    expect(renderReport(input)).toContain("Ada angka yang tidak cocok")
  })

  test("without a mistake there is no warning", () => {
    expect(renderReport(sampleReport())).not.toContain("Ada angka yang tidak cocok")
  })
})

describe("figures in words", () => {
  test.each`
    part      | whole     | text
    ${1}      | ${3}      | ${"33,3 %"}
    ${0}      | ${0}      | ${"–"}
    ${9_999}  | ${10_000} | ${"> 99,9 %"}
    ${10_000} | ${10_000} | ${"100,0 %"}
  `("$part of $whole is $text", ({ part, whole, text }) => {
    expect(percentOf(part, whole)).toBe(text)
  })

  test.each`
    count    | text
    ${0}     | ${"0"}
    ${-0}    | ${"0"}
    ${1_200} | ${"+1.200"}
    ${-3}    | ${"−3"}
  `("$count reads $text", ({ count, text }) => expect(signed(count)).toBe(text))

  test.each`
    count     | next
    ${0}      | ${1}
    ${87}     | ${90}
    ${9_920}  | ${10_000}
    ${10_000} | ${20_000}
  `("after $count people would announce $next", ({ count, next }) => {
    expect(nextRoundNumber(count)).toBe(next)
  })

  test.each`
    text                            | masked
    ${"KTP 6471010101809001.pdf"}   | ${"KTP 6471********9001.pdf"}
    ${"17 digit 64710101018090011"} | ${"17 digit 64710101018090011"}
    ${"Rp2.000.000.000"}            | ${"Rp2.000.000.000"}
  `("$text is printed as $masked", ({ text, masked }) => expect(withoutNik(text)).toBe(masked))

  test("the gap is the distance from one's share, and the gaps of all cancel out", () => {
    const all = { eligible: 100, selected: 80 }
    expect(gapOf({ eligible: 50, selected: 30 }, all)).toBe(-10)
    expect(gapOf({ eligible: 50, selected: 50 }, all)).toBe(10)
    expect(gapOf({ eligible: 0, selected: 0 }, { eligible: 0, selected: 0 })).toBe(0)
  })
})

describe("what decides at the cut line", () => {
  test.each`
    last                          | first                         | by
    ${[1, 5, 100n, -19700101]}    | ${[2, 1, 100n, -19700101]}    | ${"group"}
    ${[1, 1, 100n, -19700101]}    | ${[1, 2, 100n, -19700101]}    | ${"poverty_decile"}
    ${[1, 1, 100n, -19700101]}    | ${[1, 1, 200n, -19700101]}    | ${"declared_income"}
    ${[1, null, 100n, -19700101]} | ${[1, null, 100n, -19710101]} | ${"age"}
    ${[1, null, null, null]}      | ${[1, null, null, null]}      | ${"lottery"}
  `("$last before $first: $by", ({ last, first, by }) => {
    const place = ([group, ...keys]: [number, ...(number | bigint | null)[]]) => ({ group, keys })
    expect(decidedBy(place(last), place(first), SAMPLE_KEYS)).toBe(by)
  })
})

describe("the map", () => {
  test("steps are round, equal and cover the highest count", () => {
    const steps = stepsOf([0, 114, 670])
    expect(steps.bounds).toEqual([150, 300, 450, 600, 750])
    expect([0, 150, 151, 670].map((count) => stepOf(steps, count))).toEqual([0, 0, 1, 4])
    expect(stepRange(steps, 1)).toEqual({ from: 151, to: 300 })
    expect(stepsOf([]).bounds).toEqual([1, 2, 3, 4, 5])
  })

  test.each([1, 3, 7, 19, 99, 101, 4_999, 50_001])("the steps hold %i", (highest) => {
    const { bounds } = stepsOf([highest])
    expect(bounds.at(-1)).toBeGreaterThanOrEqual(highest)
    expect(bounds.every(Number.isInteger)).toBe(true)
  })

  test("north is up, pixels are tenths, and the middle parallel keeps its shape", () => {
    const ring: Ring = [
      [116, -2],
      [117, -2],
      [117, -1],
      [116, -1],
    ]
    const shape = { code: "1", name: "A", rings: [ring] }
    const { outlines, width, height } = project([shape], {
      landWidth: 100,
      margin: 10,
      focus: [shape],
    })
    expect(width).toBe(120)
    expect(height).toBe(121)
    expect(outlines[0]?.rings[0]).toEqual([
      [10, 110],
      [110, 110],
      [110, 10],
      [10, 10],
    ])
    expect(pathOf(outlines[0]?.rings ?? [])).toBe("M10 110l100 0 0-100-100 0z")
  })

  test("a label lies inside or nowhere", () => {
    expect(placeInside([square], { width: 40, height: 20 })).not.toBeNull()
    expect(placeInside([square], { width: 140, height: 20 })).toBeNull()
    const hole: Ring = [
      [30, 30],
      [70, 30],
      [70, 70],
      [30, 70],
    ]
    expect(isInside([square, hole], [50, 50])).toBe(false)
    expect(isInside([square, hole], [10, 50])).toBe(true)
    expect(placeInside([square, hole], { width: 60, height: 50 })).toBeNull()
  })

  test("callouts of one side never lie upon each other and stay on the sheet", () => {
    const callouts = Array.from({ length: 9 }, (_, index) => ({
      anchor: [10, 90 + index] as const,
      text: String(index),
    }))
    const frame = { width: 200, height: 200, inset: -6, lineHeight: 17 }
    const heights = placeCallouts(callouts, frame).map(({ at }) => at[1])
    const gaps = heights.slice(1).map((height, index) => height - (heights[index] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(17)
    expect(Math.max(...heights)).toBeLessThanOrEqual(200)
  })

  test("features without an outline or a code are left out", () => {
    const feature = (id: string, type: string) => ({
      id,
      properties: { nama: "A" },
      geometry: { type, coordinates: type === "MultiPolygon" ? [[square]] : [square] },
    })
    const features = [
      feature("1", "Polygon"),
      feature("2", "MultiPolygon"),
      feature("3", "Point"),
      feature("", "Polygon"),
    ]
    const shapes = readAreaShapes(JSON.stringify({ features }))
    expect(shapes.map(({ code }) => code)).toEqual(["1", "2"])
  })
})

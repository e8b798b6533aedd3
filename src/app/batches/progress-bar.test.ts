import { expect, test } from "vitest"
import { barText, progressBar } from "./progress-bar.cli.ts"
import { shareOf, stepText } from "./reading-progress.ts"

/** A stream that keeps what is written, and a clock that stands until it is moved. */
function outside(isTTY: boolean) {
  const written: string[] = []
  let now = 0
  const stream = { isTTY, write: (text: string) => written.push(text) > 0 }
  const wait = (ms: number): void => {
    now += ms
  }
  return { written, wait, bar: progressBar(stream, () => now) }
}

test("where nobody watches a line is written every three seconds, none for what is quick", () => {
  const { written, wait, bar } = outside(false)
  bar.at(0.1, "a")
  wait(2_999)
  bar.at(0.2, "b")
  expect(written).toEqual([])
  expect(bar.clear()).toBe(false)
  wait(1)
  bar.at(0.3, "c")
  bar.at(0.4, "d")
  wait(3_000)
  bar.at(0.5, "e")
  // The line that was begun before is ended first.
  expect(written).toEqual(["\n   30 %  c\n", "   50 %  e\n"])
  expect(bar.clear()).toBe(true)
  bar.end()
})

test.each([
  [0, "░░░░░░░░░░░░░░░░░░░░░░░░   0 %  x … 3 s"],
  [0.5, "████████████░░░░░░░░░░░░  50 %  x … 3 s"],
  [7, "████████████████████████ 100 %  x … 3 s"],
])("a bar of %d", (share, text) => expect(barText(share, "x", 3)).toBe(text))

test("a step moves by its rows, and no step goes back", () => {
  const steps = ["open", "read", "compare", "mark", "store"] as const
  const shares = steps.flatMap((step) =>
    [0, 5, 10].map((done) => shareOf(step, { done, total: 10 })),
  )
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  expect(shareOf("read", { done: 3, total: null })).toBe(shareOf("read"))
  expect(shareOf("store", { done: 20, total: 10 })).toBe(1)
})

test("rows are told with their sum where it is known", () => {
  const rows = { done: 12_000, total: 40_000 }
  expect(stepText("read", "a.csv", "id", rows)).toBe(
    "Memeriksa baris a.csv: 12.000 dari 40.000 baris",
  )
  expect(stepText("open", "a.csv", "id")).toBe("Membuka a.csv")
  expect(stepText("read", "a.csv", "id", { done: 3, total: null })).toBe("Memeriksa baris a.csv")
})

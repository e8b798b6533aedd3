import { expect, test } from "vitest"
import { countQuestions, type OpenQuestion } from "./open-question.ts"

const nik = (subject: string, code = "NIK_EMPTY"): OpenQuestion => ({ subject, code, field: "nik" })

test.each([
  ["the first run", [], [nik("row:1")], ["row:1"], { asked: 1, answered: 0, lapsed: 0, open: 1 }],
  [
    "nothing new",
    [nik("row:1")],
    [nik("row:1")],
    ["row:1"],
    { asked: 0, answered: 0, lapsed: 0, open: 1 },
  ],
  ["mended", [nik("row:1")], [], ["row:1"], { asked: 0, answered: 1, lapsed: 0, open: 0 }],
  ["taken away", [nik("row:1")], [], [], { asked: 0, answered: 0, lapsed: 1, open: 0 }],
  [
    "answered with another fault",
    [nik("row:1")],
    [nik("row:1", "NIK_LENGTH")],
    ["row:1"],
    { asked: 1, answered: 1, lapsed: 0, open: 1 },
  ],
] as const)("%s", (_, before, now, subjects, counts) => {
  expect(countQuestions(before, now, new Set(subjects))).toEqual(counts)
})

test("the same question twice is one", () => {
  expect(countQuestions([], [nik("row:1"), nik("row:1")], new Set()).open).toBe(1)
})

import { expect, test } from "vitest"
import { countTests } from "./test-count.ts"

const fine = { status: "passed", assertionResults: [{ status: "passed" }] }
const failing = { status: "failed", assertionResults: [{ status: "failed" }] }
const broken = { status: "failed", assertionResults: [] }

// passed, failed, pending and todo by the report; its files; the runner | failed, skipped, whole
test.each([
  [[3, 0, 0, 0], [fine], true, [0, 0, true]],
  [[3, 1, 0, 0], [fine, failing], false, [1, 0, false]],
  [[3, 0, 0, 0], [fine, broken], false, [1, 0, false]],
  [[3, 1, 0, 0], [failing, broken], false, [2, 0, false]],
  [[3, 0, 0, 0], [fine], false, [1, 0, false]],
  [[3, 0, 1, 1], [fine], true, [0, 2, false]],
  [[0, 0, 0, 0], [], true, [0, 0, false]],
] as const)("of %j in %j (runner content: %s) it makes %j", (counts, files, isFine, wanted) => {
  const [numPassedTests, numFailedTests, numPendingTests, numTodoTests] = counts
  const report = { numPassedTests, numFailedTests, numPendingTests, numTodoTests }
  const count = countTests({ ...report, testResults: files }, isFine)
  expect([count.failed, count.skipped, count.isWhole]).toEqual(wanted)
  expect(count.passed).toBe(numPassedTests)
})

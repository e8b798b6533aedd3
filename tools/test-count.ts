/** The part of vitest's JSON report that counts. */
export interface TestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly {
    readonly status: string
    readonly assertionResults: readonly { readonly status: string }[]
  }[]
}

export interface TestCount {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** At least one test ran, none failed, none was skipped, and the runner itself agrees. */
  readonly isWhole: boolean
}

/**
 * A file that broke before or after its tests counts as one failure. So does a runner that is not
 * content although every test passed, for instance because of an error nobody caught.
 */
export function countTests(report: TestReport, isRunnerFine: boolean): TestCount {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && assertionResults.every((result) => result.status !== "failed"),
  )
  const counted = report.numFailedTests + broken.length
  const failed = counted === 0 && !isRunnerFine ? 1 : counted
  const passed = report.numPassedTests
  const skipped = report.numPendingTests + report.numTodoTests
  return { passed, failed, skipped, isWhole: passed > 0 && failed === 0 && skipped === 0 }
}

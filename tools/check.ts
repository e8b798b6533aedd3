// What `npm test` runs: style, types, shape, all tests, and the schema's picture. Each step ends
// with its duration, the first that fails ends the run, and the last line counts the tests.
import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { delimiter, dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { countTests, type TestCount, type TestReport } from "./test-count.ts"

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const binaries = join(root, "node_modules", ".bin")
// The pinned Node stands there too; the tools' own first lines ask for `node` by PATH.
const env = { ...process.env, PATH: `${binaries}${delimiter}${process.env.PATH ?? ""}` }

const before: readonly (readonly string[])[] = [
  ["oxfmt", "--check"],
  ["oxlint", "--type-aware"],
  ["tsc", "--noEmit", "--project", "."],
  ["node", "tools/tidy.ts"],
  ["knip", "--no-progress"],
]
const after: readonly (readonly string[])[] = [["node", "tools/schema-dump.ts", "--check"]]

process.exitCode = check() ? 0 : 1

function check(): boolean {
  if (!before.every(runStep)) return false
  const count = runTests()
  // Tests that fail do not hide the picture of the schema: it says at once why some of them do.
  const isAfterFine = after.every(runStep)
  if (count === null) return false
  if (count.skipped > 0) say(`${count.skipped} tests were skipped; repair or delete them`)
  say(`${count.passed} passed, ${count.failed} failed`)
  return isAfterFine && count.isWhole
}

function runStep(command: readonly string[]): boolean {
  const [program = "", ...args] = command
  const startedMs = performance.now()
  const { status, error } = spawnSync(program, args, { cwd: root, env, stdio: "inherit" })
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1)
  const isFine = status === 0
  say(`${isFine ? "ok" : "FAILED"} ${command.join(" ")} (${seconds} s)`)
  if (error !== undefined) say(error.message)
  return isFine
}

/** Null when the tests could not be run at all. */
function runTests(): TestCount | null {
  const dir = mkdtempSync(join(tmpdir(), "payung-check-"))
  try {
    const file = join(dir, "report.json")
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`]
    const isFine = runStep(["vitest", "run", "--allowOnly=false", ...reporters])
    return countTests(JSON.parse(readFileSync(file, "utf8")) as TestReport, isFine)
  } catch (error) {
    say(`vitest left no report: ${String(error)}`)
    return null
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

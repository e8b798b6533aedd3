import type { Config } from "../platform/config.ts"
import type { Language } from "../modules/intake/index.ts"
import { runWords } from "./run-words.ts"
import { runText } from "./run-text.ts"
import { runCycle, type RunReport } from "./run-cycle.job.ts"
import type { Stage } from "./stopwatch.ts"
import { parseRunOptions } from "./run-options.ts"
import { releaseMemory } from "../platform/release-memory.ts"
import { describeRunRefusal, type RunRefusal } from "./run-refusal.ts"
import { printJson, tell } from "./command-line/terminal.cli.ts"

const EXIT_FINDINGS = 3
const EXIT_HUMAN = 4
const EXIT_INTERRUPTED = 130

/** `payung run FOLDER --out DIR`: people read stderr, programs stdout. */
export async function runCommand(config: Config, args: readonly string[]): Promise<number> {
  const options = parseRunOptions(args)
  if (!options.ok) return fail(options.refusal, args.includes("--json"))
  const stop = (): never => process.exit(EXIT_INTERRUPTED)
  process.once("SIGINT", stop)
  process.once("SIGTERM", stop)
  const { language } = options.value
  const hooks = { nowMs: () => performance.now(), stage: beginStage(language) }
  const run = await runCycle(config, options.value, hooks)
  endStages()
  if (!run.ok) return fail(run.refusal, options.value.json)
  if (options.value.json) process.stdout.write(`${JSON.stringify(run.value.summary)}\n`)
  tell(runText(run.value, options.value))
  return options.value.strict ? strictCode(run.value) : 0
}

/** What a stage leaves behind is given back before the next begins: cities have small servers. */
function beginStage(language: Language): (stage: Stage) => void {
  const words = runWords(language).stages
  const stages = Object.keys(words)
  return (stage) => {
    releaseMemory()
    showStage(words[stage], { done: stages.indexOf(stage), of: stages.length })
  }
}

/** A bar on a terminal, a line per stage elsewhere. */
function showStage(said: string, { done, of }: { done: number; of: number }): void {
  const bar = `${"█".repeat(done * 3)}${"░".repeat((of - done) * 3)}`
  tell(process.stderr.isTTY ? `\r\x1b[2K${bar} ${said} …` : `· ${said} …\n`)
}

function endStages(): void {
  if (process.stderr.isTTY) process.stderr.write("\r\x1b[2K")
}

function fail(refusal: RunRefusal, json: boolean): number {
  const { exitCode, id, en } = describeRunRefusal(refusal)
  tell(`${id}\n${en}\n`)
  if (json) printJson({ schema: "payung.error/1", code: refusal.kind, id, en })
  return exitCode
}

/** With --strict a finding is 3, and an open question to a human 4. */
function strictCode(report: RunReport): number {
  const undecided = [...report.result.decisions.values()].some(
    (decision) => decision.outcome === "undecided",
  )
  const review = report.result.matching.pairs.some((pair) => pair.verdict === "review")
  if (undecided || review || report.result.batch.rows.some((row) => row.outcome === "set_aside"))
    return EXIT_HUMAN
  const found = [...report.result.batch.rows, ...report.result.batch.files].some(
    ({ findings }) => findings.length > 0,
  )
  return found ? EXIT_FINDINGS : 0
}

import { formatCount, formatRupiah } from "../kernel/rupiah.ts"
import type { RunChange } from "./store-run.command.ts"
import type { Config } from "../platform/config.ts"
import { runCycle, type RunReport } from "./run-cycle.job.ts"
import type { Stage } from "./stopwatch.ts"
import { parseRunOptions, type RunOptions } from "./run-options.ts"
import { releaseMemory } from "../platform/release-memory.ts"
import { changeSentences } from "./change-text.ts"
import { describeRunRefusal, type RunRefusal } from "./run-refusal.ts"

const STAGE_TEXT: Readonly<Record<Stage, string>> = {
  read: "Membaca berkas",
  law: "Memuat hukum dan basis data",
  decide: "Memeriksa, mencocokkan, memutuskan, menyusun daftar",
  data: "Menulis data",
  store: "Menyimpan",
  documents: "Menyusun dokumen",
}
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
  const hooks = { nowMs: () => performance.now(), stage: beginStage }
  const run = await runCycle(config, options.value, hooks)
  endStages()
  if (!run.ok) return fail(run.refusal, options.value.json)
  if (options.value.json) process.stdout.write(`${JSON.stringify(run.value.summary)}\n`)
  process.stderr.write(funnelText(run.value, options.value))
  return options.value.strict ? strictCode(run.value) : 0
}

const STAGES = Object.keys(STAGE_TEXT) as Stage[]

/** What a stage leaves behind is given back before the next begins: cities have small servers. */
function beginStage(stage: Stage): void {
  releaseMemory()
  showStage(stage)
}

/** A bar on a terminal, a line per stage elsewhere. */
function showStage(stage: Stage): void {
  const done = STAGES.indexOf(stage)
  const bar = `${"█".repeat(done * 3)}${"░".repeat((STAGES.length - done) * 3)}`
  const text = `${STAGE_TEXT[stage]} …`
  process.stderr.write(process.stderr.isTTY ? `\r\x1b[2K${bar} ${text}` : `· ${text}\n`)
}

function endStages(): void {
  if (process.stderr.isTTY) process.stderr.write("\r\x1b[2K")
}

function fail(refusal: RunRefusal, json: boolean): number {
  const { exitCode, id, en } = describeRunRefusal(refusal)
  process.stderr.write(`${id}\n${en}\n`)
  if (json)
    process.stdout.write(
      `${JSON.stringify({ schema: "payung.error/1", code: refusal.kind, id, en })}\n`,
    )
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

function funnelText(report: RunReport, options: RunOptions): string {
  const { result, change, terms } = report
  const outcomes = { eligible: 0, ineligible: 0, undecided: 0 }
  for (const decision of result.decisions.values()) outcomes[decision.outcome]++
  const rows = result.batch.rows
  const { selection } = result
  const line = (label: string, value: string): string =>
    `  ${label.padEnd(28)} ${value.padStart(18)}\n`
  return [
    "\n",
    line("baris dibaca", formatCount(rows.length)),
    line("calon (baris)", formatCount(result.candidates.length)),
    line("orang", formatCount(result.people.length)),
    line("memenuhi syarat", formatCount(outcomes.eligible)),
    line("tidak memenuhi syarat", formatCount(outcomes.ineligible)),
    line("belum dapat diputuskan", formatCount(outcomes.undecided)),
    line("masuk daftar", formatCount(selection.selected)),
    line("cadangan", formatCount(selection.reserve)),
    line("biaya", formatRupiah(selection.cost)),
    line(`pagu ${terms.cycle.year}`, formatRupiah(selection.ceiling)),
    line("sisa", formatRupiah(selection.left)),
    "\n",
    `${changeText(change)}\n`,
    `Hasil: ${options.out}/laporan.html dan ${options.out}/data/\n`,
    change.repeated ? "" : `result_hash ${String(report.summary["result_hash"])}\n`,
  ].join("")
}

function changeText(change: RunChange): string {
  if (change.first) return "Proses pertama untuk tahun ini. First run of this cycle."
  if (change.repeated) {
    return "Proses yang sama diulang: tidak ada yang berubah. Same run repeated: nothing changed."
  }
  return ["Sejak proses terakhir / since the last run:", ...changeSentences(change)].join("\n  ")
}

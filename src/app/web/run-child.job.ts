/**
 * The child that computes one run: a stranger's files are read here, apart from the server, with
 * bounded memory. Ends when the server ends.
 */
import { rupiah } from "../../kernel/rupiah.ts"
import type { Config } from "../../platform/config.ts"
import { describeFailure } from "../../platform/http.ts"
import { runCycle } from "../run-cycle.job.ts"
import type { Stage } from "../stopwatch.ts"
import { DEFAULT_PACK } from "../run-options.ts"
import { describeRunRefusal } from "../run-refusal.ts"
import { headlineOf, type Headline, type RunChoices } from "./run-state.ts"

export interface RunTask {
  readonly config: Config
  readonly folder: string
  readonly out: string
  readonly choices: RunChoices
}

export type RunMessage =
  | { readonly kind: "stage"; readonly stage: Stage }
  | { readonly kind: "done"; readonly headline: Headline }
  | {
      readonly kind: "refused"
      readonly code: string
      readonly exitCode: number
      readonly id: string
      readonly en: string
    }
  | { readonly kind: "crashed"; readonly failure: ReturnType<typeof describeFailure> }

/** Computes the task and tells the parent; never throws. */
export async function computeTask(
  task: RunTask,
  tell: (message: RunMessage) => void,
): Promise<RunMessage> {
  const { ceilingRupiah, year, months } = task.choices
  const ceiling = ceilingRupiah === null ? null : rupiah(ceilingRupiah)
  const open = {
    inbox: false,
    dryRun: false,
    asOf: null,
    seed: null,
    strict: false,
    json: false,
    language: "id" as const,
  }
  const asked = { ceiling, year, months, ...open }
  const options = { folder: task.folder, out: task.out, law: DEFAULT_PACK, ...asked }
  const stage = (name: Stage): void => tell({ kind: "stage", stage: name })
  try {
    const run = await runCycle(task.config, options, { stage, nowMs: () => performance.now() })
    if (run.ok) {
      const { summary, terms, change } = run.value
      const { year: cycleYear, months: cycleMonths } = terms.cycle
      const known = { year: cycleYear, months: cycleMonths, isRepeated: change?.repeated ?? false }
      return { kind: "done", headline: headlineOf(summary, known) }
    }
    const { exitCode, id, en } = describeRunRefusal(run.refusal)
    // Where the server keeps an upload is of no use to its owner.
    const shown = (text: string): string => text.replaceAll(`${task.folder}/`, "")
    const code = run.refusal.kind.toUpperCase()
    return { kind: "refused", code, exitCode, id: shown(id), en: shown(en) }
  } catch (error) {
    return { kind: "crashed", failure: describeFailure(error) }
  }
}

function main(): void {
  // A terminal sends Ctrl+C to the whole group; the server decides when this child ends.
  process.on("SIGINT", () => {})
  process.on("disconnect", () => process.exit(1))
  process.once("message", (task: RunTask) => {
    const tell = (message: RunMessage): void => void process.send?.(message)
    void computeTask(task, tell).then((message) => process.send?.(message, () => process.exit(0)))
  })
}

if (process.send !== undefined && process.argv[1] === import.meta.filename) main()

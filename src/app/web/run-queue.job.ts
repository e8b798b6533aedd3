import { fork, type ChildProcess } from "node:child_process"
import { rmSync } from "node:fs"
import { join } from "node:path"
import { assert } from "../../kernel/assert.ts"
import type { Config } from "../../platform/config.ts"
import type { Logger } from "../../platform/log.ts"
import type { RunMessage, RunTask } from "./run-child.job.ts"
import { crashedFailure, refusedFailure, stoppedFailure } from "./run-failures.ts"
import type { RunChoices, RunState } from "./run-state.ts"
import type { RunStore } from "./run-store.job.ts"

/** A run's input; `isOurs` is removed after the run: originals are kept sealed, not in the open. */
export interface QueuedInput {
  readonly id: string
  readonly folder: string
  readonly isOurs: boolean
}

export interface RunQueue {
  readonly add: (input: QueuedInput) => void
  /** 1 for the next in order; 0 for one that runs or is over. */
  readonly position: (id: string) => number
  readonly whenDone: (id: string) => Promise<RunState>
  /** Ends the running child; what waits is marked as stopped. */
  readonly close: () => Promise<void>
}

export interface QueueContext {
  readonly config: Config
  readonly store: RunStore
  readonly log: Logger
}

const CHILD_MEMORY_MB = 2048

/** One run at a time, in order of arrival, each in a child of its own. */
export function createRunQueue(context: QueueContext): RunQueue {
  const { store } = context
  const waiting: QueuedInput[] = []
  const watchers = new Map<string, (state: RunState) => void>()
  let child: ChildProcess | null = null
  let isClosed = false
  let working: Promise<void> | null = null

  const settle = (input: QueuedInput, message: Last | null): void => {
    if (input.isOurs) rmSync(join(input.folder, ".."), { recursive: true, force: true })
    const state = settledRun(context, input.id, isClosed && message === null ? "stopped" : message)
    watchers.get(input.id)?.(state)
    watchers.delete(input.id)
  }
  const work = async (): Promise<void> => {
    for (let input = waiting.shift(); input !== undefined; input = waiting.shift()) {
      const { id } = input
      change(store, id, { status: "running" })
      const choices = store.get(id)?.choices ?? AS_THE_PACK_SAYS
      const task = {
        config: context.config,
        folder: input.folder,
        out: store.folderOf(id),
        choices,
      }
      const started = startChild(task, (stage) => change(store, id, { stage }))
      child = started.child
      settle(input, await started.ended)
      child = null
    }
    working = null
  }
  return {
    add: (input) => {
      waiting.push(input)
      if (!isClosed) working ??= work()
    },
    position: (id) => waiting.findIndex((input) => input.id === id) + 1,
    whenDone: (id) => new Promise((resolve) => void watchers.set(id, resolve)),
    close: async () => {
      isClosed = true
      for (const input of waiting.splice(0)) settle(input, null)
      child?.kill("SIGTERM")
      await working
    },
  }
}

const AS_THE_PACK_SAYS: RunChoices = { ceilingRupiah: null, year: null, months: null }

function change(store: RunStore, id: string, changed: Partial<RunState>): RunState {
  const before = store.get(id)
  assert(before !== null, "a run in the queue has a state")
  const after = { ...before, ...changed }
  store.put(after)
  return after
}

/** Writes how a run ended. */
function settledRun(
  { store, log }: QueueContext,
  id: string,
  end: Last | "stopped" | null,
): RunState {
  const stage = store.get(id)?.stage ?? null
  if (end === "stopped")
    return change(store, id, { status: "failed", failure: stoppedFailure(stage) })
  if (end?.kind === "done") {
    return change(store, id, { status: "done", stage: null, headline: end.headline })
  }
  if (end?.kind === "refused") {
    return change(store, id, { status: "failed", failure: refusedFailure(end, stage) })
  }
  log.error({ run: id, failure: end?.failure ?? "killed" }, "run failed")
  return change(store, id, { status: "failed", failure: crashedFailure(stage) })
}

type Last = Exclude<RunMessage, { kind: "stage" }>

/** `ended` gives the child's last word, or null when it died without one. */
function startChild(
  task: RunTask,
  onStage: (stage: RunState["stage"]) => void,
): { child: ChildProcess; ended: Promise<Last | null> } {
  const script = join(import.meta.dirname, "run-child.job.ts")
  const child = fork(script, [], {
    execArgv: ["--disable-warning=ExperimentalWarning", `--max-old-space-size=${CHILD_MEMORY_MB}`],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  })
  let last: Last | null = null
  child.on("message", (message: RunMessage) => {
    if (message.kind === "stage") onStage(message.stage)
    else last = message
  })
  const ended = new Promise<Last | null>((resolve) => {
    child.once("exit", () => resolve(last))
    child.once("error", () => resolve(last))
  })
  child.send(task)
  return { child, ended }
}

export interface RunHooks {
  /** Told of each stage as it begins. */
  readonly stage: (name: Stage) => void
  readonly nowMs: () => number
}

export type Stage = "read" | "law" | "decide" | "data" | "store" | "documents"

export interface Stopwatch {
  readonly begin: (stage: Stage) => void
  readonly end: () => Record<string, number>
}

/** Times the stages of a run, one after the other. */
export function stopwatch(hooks: RunHooks): Stopwatch {
  const timings: Record<string, number> = {}
  let [current, since]: [Stage | null, number] = [null, hooks.nowMs()]
  const finish = (): void => {
    if (current !== null) timings[current] = Math.round(hooks.nowMs() - since)
    since = hooks.nowMs()
  }
  return {
    begin: (stage) => {
      finish()
      current = stage
      hooks.stage(stage)
    },
    end: () => {
      finish()
      current = null
      return timings
    },
  }
}

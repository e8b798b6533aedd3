// The second range of a file, read in a thread of its own.
import { Worker } from "node:worker_threads"
import { ok, refuse, type Result } from "../../kernel/result.ts"
import type { RangeTask, RangeTrouble } from "./columnar-range.ts"
import type { ScannedRange } from "./columnar-rows.ts"
import type { CsvSource } from "./columnar-source.ts"

/** What the thread is told; it opens the file itself. */
export interface SecondTask {
  readonly path: string
  readonly source: Omit<CsvSource, "bytes">
  readonly task: RangeTask
}

/** What the thread answers. */
export type SecondAnswer =
  | { readonly rows: ScannedRange; readonly trouble: null }
  | { readonly rows: null; readonly trouble: RangeTrouble }

export class SecondRange {
  private readonly worker: Worker
  private readonly answer: Promise<SecondAnswer>

  constructor(path: string, source: CsvSource, task: RangeTask) {
    const { from, delimiter, encoding, isSure } = source
    const workerData: SecondTask = { path, source: { from, delimiter, encoding, isSure }, task }
    this.worker = new Worker(new URL("./columnar-thread.job.ts", import.meta.url), { workerData })
    this.answer = new Promise((resolve, reject) => {
      this.worker.once("message", resolve)
      this.worker.once("error", reject)
      this.worker.once("exit", () => reject(new Error("the reading thread ended early")))
    })
    // A thread that is stopped answers nothing, and nobody waits for it then.
    this.answer.catch(() => undefined)
  }

  /** The rows of the range; a wait that can be broken off. */
  async rows(signal?: AbortSignal): Promise<Result<ScannedRange, RangeTrouble>> {
    const broken = new Promise<never>((_, reject) => {
      signal?.addEventListener("abort", () => reject(signal.reason as Error), { once: true })
    })
    const { rows, trouble } = await Promise.race([this.answer, broken])
    return rows === null ? refuse(trouble) : ok(rows)
  }

  stop(): void {
    void this.worker.terminate()
  }
}

import { fork, type ChildProcess } from "node:child_process"
import { join } from "node:path"
import { keptCode } from "../../platform/code-cache.ts"
import type { CodeCount, StagedRow } from "../../modules/inbox/index.ts"
import type { ReadOutcome } from "../../modules/inbox/index.ts"
import type { LawChoice } from "./import-tables.load.ts"
import type { EarlierList, ReadOrder, ReadStep } from "./read-import.job.ts"
import type { FromReader, ToReader } from "./reader-child.job.ts"

export interface ReaderHooks {
  readonly step: (step: ReadStep) => void
  readonly earlierOf: (senderId: string) => Promise<readonly EarlierList[]>
}

/** A file as the child read it. `marked`: the sender's workbook with coloured cells. */
export interface FileReading {
  readonly outcome: ReadOutcome
  readonly marked: Uint8Array | null
  /** Rows per code where the outcome brings no rows. */
  readonly codes: readonly CodeCount[] | null
}

/** A child that reads files one after the other. */
export interface FileReader {
  readonly read: (
    order: Omit<ReadOrder, "lawVersion">,
    hooks: ReaderHooks & { readonly marked: boolean },
  ) => Promise<FileReading>
  /** Ends the child at once, whatever it does. */
  readonly close: () => void
}

/** The child died: too large for its memory, or too long. The file is to blame, not the caller. */
export class ReaderDied extends Error {
  override readonly name = "ReaderDied"
}

const CHILD_MEMORY_MB = 2048
const READ_MINUTES = 10

export function openFileReader(law: LawChoice): FileReader {
  let child: ChildProcess | null = null
  const started = (): ChildProcess => {
    child ??= fork(join(import.meta.dirname, "reader-child.job.ts"), [], {
      execArgv: [
        "--disable-warning=ExperimentalWarning",
        `--max-old-space-size=${CHILD_MEMORY_MB}`,
      ],
      serialization: "advanced",
      // Who reads a stranger's file has no address and no password of the database.
      env: {
        ...{ PATH: process.env["PATH"], HOME: process.env["HOME"], TMPDIR: process.env["TMPDIR"] },
        ...keptCode(),
      },
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    })
    return child
  }
  const close = (): void => {
    child?.kill("SIGKILL")
    child = null
  }
  return {
    close,
    read: async (order, hooks) => {
      try {
        return await ask(started(), { kind: "read", law, order, marked: hooks.marked }, hooks)
      } catch (error) {
        close()
        throw error
      }
    },
  }
}

function ask(child: ChildProcess, task: ToReader, hooks: ReaderHooks): Promise<FileReading> {
  const rows: StagedRow[] = []
  return new Promise((resolve, reject) => {
    const onExit = (): void => settle(() => reject(new ReaderDied("the reader ended early")))
    const timer = setTimeout(onExit, READ_MINUTES * 60_000)
    const settle = (end: () => void): void => {
      clearTimeout(timer)
      child.off("message", onMessage)
      child.off("exit", onExit)
      end()
    }
    const onMessage = (message: FromReader): void => {
      switch (message.kind) {
        case "step":
          return hooks.step(message.step)
        case "earlier":
          return sendEarlier(child, hooks.earlierOf(message.senderId), (error) =>
            settle(() => reject(error)),
          )
        case "rows":
          for (const row of message.rows) rows.push(row)
          return
        case "refused": {
          const outcome = { kind: "refused" as const, finding: message.finding }
          return settle(() => resolve({ outcome, marked: null, codes: null }))
        }
        case "read": {
          const outcome = { kind: "read" as const, reading: message.reading, rows }
          return settle(() => resolve({ outcome, marked: message.marked, codes: message.codes }))
        }
        case "failed":
          return settle(() => reject(new Error(`reading failed: ${JSON.stringify(message)}`)))
      }
    }
    child.on("message", onMessage)
    child.once("exit", onExit)
    child.send(task)
  })
}

function sendEarlier(
  child: ChildProcess,
  lists: Promise<readonly EarlierList[]>,
  fail: (error: unknown) => void,
): void {
  void lists.then(
    (found) => child.send({ kind: "earlier", lists: [...found] } satisfies ToReader),
    fail,
  )
}

import { fork, type ChildProcess } from "node:child_process"
import { join } from "node:path"
import { keptCode } from "../../platform/code-cache.ts"
import type { CodeCount, ReadOutcome, StagedParts } from "../../modules/inbox/index.ts"
import type { IntakeRow } from "../../modules/intake/index.ts"
import type { EarlierKey } from "./earlier-lists.ts"
import { FileChanged } from "./file-content.load.ts"
import type { LawChoice } from "./import-tables.load.ts"
import type { EarlierList, ReadOrder, ReadStep, RowsDone } from "./read-import.job.ts"
import type { FromReader, ReaderWants, ToReader } from "./reader-talk.ts"

export interface ReaderHooks {
  readonly step: (step: ReadStep | "store", rows?: RowsDone) => void
  readonly earlierOf: (key: EarlierKey) => Promise<readonly EarlierList[]>
}

/** A file as the child read it; its rows can be taken once, before the next file is read. */
export interface FileReading {
  readonly outcome: ReadOutcome
  /** Rows per code. */
  readonly codes: readonly CodeCount[]
  readonly doubtful: readonly IntakeRow[]
  readonly marked: Uint8Array | null
}

/** A child that reads files one after the other. */
export interface FileReader {
  /** Begins the child, so that it is up when the first file is there for it. */
  readonly begin: () => void
  readonly read: (
    order: Omit<ReadOrder, "lawVersion">,
    hooks: ReaderHooks & { readonly wants: ReaderWants },
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
        // As the launcher: what is young is collected before it is much.
        "--max-semi-space-size=4",
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
    begin: () => void started(),
    close,
    read: async (order, hooks) => {
      try {
        return await ask(started(), { kind: "read", law, order, wants: hooks.wants }, hooks)
      } catch (error) {
        close()
        throw error
      }
    },
  }
}

async function ask(child: ChildProcess, task: ToReader, hooks: ReaderHooks): Promise<FileReading> {
  const doubtful: IntakeRow[] = []
  const talk = new Talk(child)
  try {
    talk.say(task)
    for (;;) {
      const message = await talk.next()
      switch (message.kind) {
        case "step":
          hooks.step(message.step, message.rows)
          break
        case "earlier": {
          const lists = await hooks.earlierOf(message.key)
          talk.say({ kind: "earlier", lists: [...lists] })
          break
        }
        case "doubtful":
          for (const row of message.rows) doubtful.push(row)
          break
        case "refused": {
          const { finding } = message
          return { outcome: { kind: "refused", finding }, codes: [], doubtful, marked: null }
        }
        case "read": {
          const { reading, codes, marked } = message
          const rows = rowsOf(child, reading.counts.read, hooks)
          return { outcome: { kind: "read", reading, rows }, codes, doubtful, marked }
        }
        default:
          throw faultOf(message)
      }
    }
  } finally {
    talk.end()
  }
}

/** The rows of the file that was read last, as the child writes them. */
async function* rowsOf(child: ChildProcess, total: number, hooks: ReaderHooks): StagedParts {
  const talk = new Talk(child)
  try {
    talk.say({ kind: "rows" })
    for (;;) {
      const message = await talk.next()
      if (message.kind === "end") return message.sum
      if (message.kind !== "part") throw faultOf(message)
      hooks.step("store", { done: message.rows, total })
      yield message.text
      talk.say({ kind: "more" })
    }
  } finally {
    talk.end()
  }
}

function faultOf(message: FromReader): Error {
  if (message.kind === "changed")
    return new FileChanged("the file is another one than was asked for")
  return new Error(`reading failed: ${JSON.stringify(message)}`)
}

/** What the child says, in order; waiting for it ends when it dies or takes too long. */
class Talk {
  private readonly child: ChildProcess
  private readonly heard: FromReader[] = []
  private waiting: { resolve: (message: FromReader) => void; reject: (why: Error) => void } | null =
    null
  private died: ReaderDied | null = null
  private readonly timer: NodeJS.Timeout

  constructor(child: ChildProcess) {
    this.child = child
    this.timer = setTimeout(this.onExit, READ_MINUTES * 60_000)
    child.on("message", this.onMessage)
    child.once("exit", this.onExit)
    if (!child.connected) this.onExit()
  }

  say(message: ToReader): void {
    if (this.child.connected) this.child.send(message)
  }

  next(): Promise<FromReader> {
    const message = this.heard.shift()
    if (message !== undefined) return Promise.resolve(message)
    if (this.died !== null) return Promise.reject(this.died)
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject }
    })
  }

  end(): void {
    clearTimeout(this.timer)
    this.child.off("message", this.onMessage)
    this.child.off("exit", this.onExit)
  }

  private readonly onMessage = (message: FromReader): void => {
    const { waiting } = this
    this.waiting = null
    if (waiting === null) this.heard.push(message)
    else waiting.resolve(message)
  }

  private readonly onExit = (): void => {
    this.died = new ReaderDied("the reader ended early")
    this.waiting?.reject(this.died)
    this.waiting = null
  }
}

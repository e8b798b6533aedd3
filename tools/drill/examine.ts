import { statSync } from "node:fs"
import { basename } from "node:path"
import { descendants, resetPeak, usageOf, type Usage } from "./child-usage.ts"
import type { SpreadsheetReader } from "../../src/platform/spreadsheet/create-reader.ts"

export interface Examined {
  readonly name: string
  readonly fileBytes: number
  readonly outcome: "read" | "refused" | "thrown"
  /** The words of a refusal. */
  readonly words: string
  readonly wallSeconds: number
  /** Processor time of the child for this file, of all of them where there are several. */
  readonly childSeconds: number
  /** Of the largest. */
  readonly childPeakBytes: number
  /** What this process kept after the file was done. */
  readonly grownBytes: number
  /** What it held more at most while the file was read. */
  readonly parentPeakBytes: number
}

export interface Limits {
  readonly seconds: number
  readonly childBytes: number
  readonly grownBytes: number
  readonly heldBytes: number
}

const MEBIBYTE = 1024 ** 2
export const LIMITS: Limits = {
  seconds: 5,
  childBytes: 512 * MEBIBYTE,
  grownBytes: 50 * MEBIBYTE,
  heldBytes: 50 * MEBIBYTE,
}
const SAMPLE_MS = 10

/** Reads one file and watches what it costs. */
export function examine(path: string, reader: SpreadsheetReader): Promise<Examined> {
  return watched(basename(path), path, () => tellOf(path, reader))
}

type Told = Pick<Examined, "outcome" | "words">

/** What a file costs while it is read, however that is done. */
export async function watched(
  name: string,
  path: string,
  read: () => Promise<Told>,
): Promise<Examined> {
  const watch = new ChildWatch()
  const before = settledBytes()
  const started = performance.now()
  const told = await read()
  const wallSeconds = (performance.now() - started) / 1000
  const cost = watch.end()
  return {
    name,
    fileBytes: statSync(path).size,
    ...told,
    wallSeconds,
    childSeconds: cost.seconds,
    childPeakBytes: cost.peakBytes,
    grownBytes: settledBytes() - before,
    parentPeakBytes: watch.parentPeakBytes - before,
  }
}

async function tellOf(path: string, reader: SpreadsheetReader): Promise<Told> {
  try {
    const read = await reader.read(path, basename(path))
    if (read.ok) return { outcome: "read", words: "" }
    const { refusal } = read
    // A protected file needs no detail: the kind says it.
    return { outcome: "refused", words: "detail" in refusal ? refusal.detail : refusal.kind }
  } catch (error) {
    return { outcome: "thrown", words: String(error) }
  }
}

/** Memory after garbage was collected, where node was started so that it can be. */
function settledBytes(): number {
  globalThis.gc?.()
  return process.memoryUsage.rss()
}

/** Asks the kernel again and again what the children of this process, and theirs, have used. */
class ChildWatch {
  readonly #before = new Map<number, Usage>()
  readonly #last = new Map<number, Usage>()
  readonly #most = new Map<number, number>()
  parentPeakBytes = 0
  readonly #timer: NodeJS.Timeout

  constructor() {
    for (const pid of descendants()) {
      resetPeak(pid)
      const usage = usageOf(pid)
      if (usage !== null) this.#before.set(pid, usage)
    }
    this.#timer = setInterval(() => this.#sample(), SAMPLE_MS)
  }

  #sample(): void {
    this.parentPeakBytes = Math.max(this.parentPeakBytes, process.memoryUsage.rss())
    for (const pid of descendants()) {
      const usage = usageOf(pid)
      // A child that has just ended reads as using nothing.
      if (usage === null || usage.peakBytes === 0) continue
      this.#last.set(pid, usage)
      this.#most.set(pid, Math.max(this.#most.get(pid) ?? 0, usage.bytes))
    }
  }

  end(): Omit<Usage, "bytes"> {
    clearInterval(this.#timer)
    this.#sample()
    const all = [...this.#last]
    const seconds = all.reduce((sum, [pid, usage]) => {
      return sum + usage.seconds - (this.#before.get(pid)?.seconds ?? 0)
    }, 0)
    // A peak that was not reset and did not rise is of a file before.
    const peaks = all.map(([pid, { peakBytes }]) => {
      const isOwn = peakBytes > (this.#before.get(pid)?.peakBytes ?? 0)
      return isOwn ? peakBytes : (this.#most.get(pid) ?? 0)
    })
    return { seconds, peakBytes: Math.max(0, ...peaks) }
  }
}

/**
 * How long a file took where nothing else runs: waiting for others is not its fault, and threads that
 * run beside each other take no longer for that.
 */
export function secondsOf({ wallSeconds, childSeconds }: Examined): number {
  return Math.min(wallSeconds, childSeconds)
}

/** What a file did that none may do. */
export function breaches(examined: Examined, limits: Limits = LIMITS): string[] {
  const { outcome, words, childPeakBytes, grownBytes, parentPeakBytes } = examined
  const seconds = secondsOf(examined)
  const found = []
  if (outcome === "thrown") found.push(`the reader threw: ${words}`)
  if (outcome === "refused" && words.trim() === "") found.push("refused without words")
  if (seconds > limits.seconds) found.push(`${seconds.toFixed(1)} s`)
  if (childPeakBytes > limits.childBytes) found.push(`${mebibytes(childPeakBytes)} in the child`)
  if (grownBytes > limits.grownBytes) found.push(`${mebibytes(grownBytes)} kept by the parent`)
  if (parentPeakBytes > limits.heldBytes)
    found.push(`${mebibytes(parentPeakBytes)} held by the parent`)
  return found
}

export function mebibytes(bytes: number): string {
  return `${(bytes / MEBIBYTE).toFixed(0)} MiB`
}

import { spawn, spawnSync, type ChildProcess } from "node:child_process"
import { existsSync, readFileSync, realpathSync } from "node:fs"
import type { Socket } from "node:net"
import { fileURLToPath } from "node:url"
import type { ReceivedSource } from "./received-source.ts"

export interface ReaderLimits {
  readonly fileBytes: number
  readonly memoryBytes: number
  readonly heapMegabytes: number
  readonly seconds: number
  readonly secondsPerMegabyte: number
  /** A page is drawn letter by letter, and packed well. */
  readonly pdfSecondsPerMegabyte: number
}

export type Answer =
  | { readonly kind: "refused" | "packed"; readonly bytes: Buffer }
  /** The process is gone; `isTooMuch`: it took more memory or time than a file may. */
  | { readonly kind: "ended"; readonly isTooMuch: boolean; readonly detail: string }

const CHECKOUT = fileURLToPath(new URL("../../../", import.meta.url))
const GUARD = fileURLToPath(new URL("./reader-guard.ts", import.meta.url))
const CHILD = fileURLToPath(new URL("./reader-child.ts", import.meta.url))
const WATCH_MS = 25
const MAX_ANSWER_BYTES = 384 * 1024 ** 2
/** Signals by which node ends itself when its heap is full. */
const ABORTED = new Set(["SIGABRT", "SIGTRAP", "SIGILL", "SIGKILL", "SIGBUS"])

/** The command that starts a script with the rights of the reader; the first word is the program. */
export function guardedCommand(script: string, heapMegabytes: number): string[] {
  const modules = `${CHECKOUT}node_modules`
  const roots = [`${CHECKOUT}src`, `${CHECKOUT}package.json`, modules, realpathSync(modules)]
  return [
    ...networkNamespace(),
    process.execPath,
    `--max-old-space-size=${heapMegabytes}`,
    "--max-semi-space-size=8",
    "--permission",
    ...roots.map((root) => `--allow-fs-read=${root}`),
    "--no-warnings",
    "--disable-proto=delete",
    `--import=${GUARD}`,
    script,
  ]
}

let namespace: readonly string[] | undefined

/** A namespace without network, as root or in a user namespace; nothing where there is none. */
function networkNamespace(): readonly string[] {
  if (namespace !== undefined) return namespace
  const program = ["/usr/bin/unshare", "/bin/unshare"].find((path) => existsSync(path))
  const works = (flag: string) =>
    program !== undefined && spawnSync(program, [flag, "true"], { stdio: "ignore" }).status === 0
  const flag = ["-n", "-rn"].find(works)
  namespace = program !== undefined && flag !== undefined ? [program, flag, "--"] : []
  return namespace
}

/** One child that reads files until it is ended. */
export class GuardedReader {
  readonly #limits: ReaderLimits
  readonly #child: ChildProcess
  #received: Buffer[] = []
  #tell: ((answer: Answer) => void) | undefined
  #fail: ((error: Error) => void) | undefined
  #isTooMuch = false
  #body: Buffer | undefined
  #filled = 0

  constructor(limits: ReaderLimits) {
    this.#limits = limits
    const [program = "", ...argv] = guardedCommand(CHILD, limits.heapMegabytes)
    const stdio: ["pipe", "pipe", "ignore"] = ["pipe", "pipe", "ignore"]
    this.#child = spawn(program, argv, { env: {}, cwd: CHECKOUT, stdio, windowsHide: true })
    this.#child.stdout?.on("data", (chunk: Buffer) => this.#receive(chunk))
    // A child that dies early closes the pipe; how it ended tells the story.
    this.#child.stdin?.on("error", () => undefined)
    this.#child.on("error", (error) => this.#fail?.(error))
    this.#child.on("close", (code, signal) => this.#ended(code, signal))
    this.#hold(false)
  }

  /** Hands a file over and waits for what is said of it. One at a time. */
  exchange(source: ReceivedSource, name: string): Promise<Answer> {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    this.#tell = resolve
    this.#fail = reject
    this.#body = undefined
    this.#received = []
    if (this.#child.exitCode !== null || this.#child.signalCode !== null)
      this.#ended(this.#child.exitCode, this.#child.signalCode)
    this.#hold(true)
    void this.#handOver(source, name).catch((error: unknown) => {
      // The child waits for bytes that do not come.
      this.end()
      reject(error)
    })
    const watch = this.#watch(this.#allowedSeconds(source))
    return promise.finally(() => {
      clearInterval(watch)
      this.#hold(false)
    })
  }

  /** Piece by piece: the next one is asked for when the pipe has taken the last. */
  async #handOver({ length, pieces }: ReceivedSource, name: string): Promise<void> {
    const written = Buffer.from(name)
    const head = Buffer.alloc(8)
    head.writeUInt32LE(written.length, 0)
    head.writeUInt32LE(length, 4)
    await this.#write(Buffer.concat([head, written]))
    for await (const piece of pieces()) if (!(await this.#write(piece))) return
  }

  /** False where nobody reads any more; how the child ended tells the story. */
  #write(piece: Uint8Array): Promise<boolean> {
    const { stdin } = this.#child
    return new Promise((resolve) => {
      if (stdin === null || stdin.destroyed) resolve(false)
      else stdin.write(piece, (error) => resolve(error === null || error === undefined))
    })
  }

  end(): void {
    this.#child.kill("SIGKILL")
  }

  /** Endless where the system does not tell. */
  residentBytes(): number {
    return usageOf(this.#child.pid)?.bytes ?? Number.POSITIVE_INFINITY
  }

  #receive(chunk: Buffer): void {
    if (this.#body === undefined) {
      const start = Buffer.concat([...this.#received, chunk])
      this.#received = [start]
      if (start.length < 8) return
      const length = start.readUInt32LE(0)
      if (length > MAX_ANSWER_BYTES) return this.end()
      this.#body = Buffer.allocUnsafeSlow(length)
      this.#filled = start.copy(this.#body, 0, 8)
    } else this.#filled += chunk.copy(this.#body, this.#filled)
    if (this.#filled < this.#body.length) return
    const kind = this.#received[0]?.[4] === 1 ? "packed" : "refused"
    const bytes = this.#body
    this.#received = []
    this.#body = undefined
    this.#tell?.({ kind, bytes })
  }

  #ended(code: number | null, signal: string | null): void {
    const isTooMuch = this.#isTooMuch || ABORTED.has(signal ?? "") || (code ?? 0) >= 128
    const detail = `the process that read it ended (${signal ?? code})`
    this.#tell?.({ kind: "ended", isTooMuch, detail })
  }

  #allowedSeconds({ start, length }: ReceivedSource): number {
    const { seconds, secondsPerMegabyte, pdfSecondsPerMegabyte } = this.#limits
    const isPdf = Buffer.from(start).toString("latin1") === "%PDF"
    return seconds + ((isPdf ? pdfSecondsPerMegabyte : secondsPerMegabyte) * length) / 1024 ** 2
  }

  #watch(allowed: number): NodeJS.Timeout {
    const { memoryBytes } = this.#limits
    const before = usageOf(this.#child.pid)?.seconds ?? 0
    const started = performance.now()
    return setInterval(() => {
      const usage = usageOf(this.#child.pid)
      const elapsed = (performance.now() - started) / 1000
      // Where the system does not tell processor time, and for one that waits for nothing.
      const isLate = elapsed > 15 * allowed || (usage === null && elapsed > 3 * allowed)
      const isBusy = usage !== null && usage.seconds - before > allowed
      if (!isLate && !isBusy && (usage?.bytes ?? 0) <= memoryBytes) return
      this.#isTooMuch = true
      this.end()
    }, WATCH_MS)
  }

  /** An idle child does not keep us from ending. */
  #hold(isWorking: boolean): void {
    const { stdin, stdout } = this.#child
    for (const held of [this.#child, stdin as Socket | null, stdout as Socket | null])
      if (isWorking) held?.ref()
      else held?.unref()
  }
}

const TICKS_PER_SECOND = 100
const PAGE_BYTES = 4096

/** Processor time and resident memory of a process as Linux tells them (proc(5)); else null. */
function usageOf(pid: number | undefined): { seconds: number; bytes: number } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1")
    // The program's name in brackets may hold spaces; utime, stime and rss are fields 14, 15, 24.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ")
    const ticks = Number(fields[11]) + Number(fields[12])
    return { seconds: ticks / TICKS_PER_SECOND, bytes: Number(fields[21]) * PAGE_BYTES }
  } catch {
    return null
  }
}

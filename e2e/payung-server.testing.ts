import { spawn, type ChildProcess } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { zipSync } from "fflate"
import { prepareLayout } from "../src/platform/embedded-postgres/layout.ts"

export const checkout = join(import.meta.dirname, "..")
export const exampleFolder = join(checkout, "example/balikpapan-2026")

/** `npm start` as its users run it: a program of its own, with a database of its own. */
export interface PayungServer {
  readonly url: string
  readonly port: number
  readonly home: string
  /** What the terminal showed so far. */
  readonly terminal: () => string
  /** Sends the signal and waits for the exit code. */
  readonly stop: (signal: "SIGINT" | "SIGTERM") => Promise<number | null>
  /** Stops it where it still runs and removes its database and files. */
  readonly remove: () => Promise<void>
}

export async function startPayung(): Promise<PayungServer> {
  const home = mkdtempSync(join(tmpdir(), "payung-e2e-"))
  const port = await freePort()
  const child = launch({ PAYUNG_HOME: home, PAYUNG_PORT: String(port) })
  const stop = async (signal: "SIGINT" | "SIGTERM"): Promise<number | null> => {
    if (child.program.exitCode === null) child.program.kill(signal)
    return await child.ended
  }
  const remove = async (): Promise<void> => {
    await stop("SIGTERM")
    const { serverDir } = prepareLayout(home)
    rmSync(serverDir, { recursive: true, force: true })
    rmSync(home, { recursive: true, force: true })
  }
  const ready = await child.says(/http:\/\/localhost:\d+/)
  if (!ready) {
    await remove()
    throw new Error(`npm start ended early: ${child.terminal()}`)
  }
  return { url: `http://localhost:${port}`, port, home, terminal: child.terminal, stop, remove }
}

interface Launched {
  readonly program: ChildProcess
  readonly ended: Promise<number | null>
  readonly terminal: () => string
  /** True once the terminal shows it, false when the program ends before. */
  readonly says: (wanted: RegExp) => Promise<boolean>
}

/** src/main.ts with nothing of this test's environment. */
export function launch(variables: Readonly<Record<string, string>>): Launched {
  const { PATH = "", HOME = "" } = process.env
  const program = spawn(process.execPath, [join(checkout, "src/main.ts")], {
    env: { PATH, HOME, ...variables },
    stdio: ["ignore", "pipe", "pipe"],
  })
  let text = ""
  const watchers = new Set<() => void>()
  for (const stream of [program.stdout, program.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      text += chunk.toString()
      for (const watch of watchers) watch()
    })
  }
  const ended = new Promise<number | null>((resolve) => program.once("close", resolve))
  const says = (wanted: RegExp): Promise<boolean> =>
    new Promise((resolve) => {
      const watch = (): void => {
        if (wanted.test(text)) resolve(true)
      }
      watchers.add(watch)
      watch()
      void ended.then(() => resolve(wanted.test(text)))
    })
  return { program, ended, terminal: () => text, says }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return typeof address === "object" && address !== null ? address.port : 0
}

/** The files of a folder by path, as a zip takes them. */
export function filesOf(folder: string): Record<string, Uint8Array> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
  const files = paths.filter((path) => statSync(join(folder, path)).isFile())
  return Object.fromEntries(files.sort().map((path) => [path, readFileSync(join(folder, path))]))
}

/** The example cycle in one folder, zipped as a file manager does it. */
export function exampleZip(): Buffer {
  const entries = Object.entries(filesOf(exampleFolder))
  const inside = entries.map(([path, content]) => [`balikpapan-2026/${path}`, content] as const)
  return Buffer.from(zipSync(Object.fromEntries(inside), { level: 1 }))
}

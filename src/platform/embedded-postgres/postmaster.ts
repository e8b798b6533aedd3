import { spawn, spawnSync } from "node:child_process"
import {
  closeSync,
  existsSync,
  fchownSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import type { Layout } from "./layout.ts"
import type { PostmasterFile } from "./postmaster-file.ts"
import { parsePostmasterFile } from "./postmaster-file.ts"
import type { ServerProfile } from "./settings.ts"
import { serverArguments } from "./settings.ts"

export type Launch = {
  readonly binaries: string
  readonly profile: ServerProfile
  readonly port: number
}

const environment = { PATH: "/usr/bin:/bin", LANG: "C", LC_ALL: "C", TZ: "UTC" }

/** Makes the cluster under another name first: a killed initdb leaves nothing that counts. */
export function createCluster(layout: Layout, binaries: string, password: string): void {
  const half = `${layout.clusterDir}.half`
  const passwordFile = join(layout.serverDir, "password.tmp")
  rmSync(half, { recursive: true, force: true })
  writeOwned(layout, passwordFile, password)
  try {
    const access = ["-U", "postgres", "-A", "scram-sha-256", `--pwfile=${passwordFile}`]
    const locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    const args = ["-D", half, "-E", "UTF8", "--data-checksums", ...access, ...locale]
    runInitdb(layout, binaries, args)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(half, layout.clusterDir)
}

/** For a lost `database.json`: who can write the cluster's files may set its password anew. */
export function resetPassword(layout: Layout, binaries: string, password: string): void {
  const args = ["--single", "-D", layout.clusterDir, "postgres"]
  const result = spawnSync(join(binaries, "bin", "postgres"), args, {
    ...runAs(layout),
    cwd: layout.clusterDir,
    env: environment,
    encoding: "utf8",
    input: `alter role postgres password '${password}'\n`,
  })
  if (result.status !== 0) throw new Error(`cannot set the password anew: ${result.stderr}`)
}

function runInitdb(layout: Layout, binaries: string, args: readonly string[]): void {
  const result = spawnSync(join(binaries, "bin", "initdb"), args, {
    ...runAs(layout),
    cwd: layout.serverDir,
    env: environment,
    encoding: "utf8",
  })
  if (result.status === 0) return
  throw new Error(`initdb failed: ${result.error?.message ?? result.stderr}`)
}

/** The server that is running or starting on this cluster, or null. */
export function findPostmaster(layout: Layout): PostmasterFile | null {
  const text = readIfThere(postmasterFile(layout))
  const found = text === null ? null : parsePostmasterFile(text)
  if (!found || !isPostmasterOf(layout, found.pid)) return null
  return found
}

/** A server that ends takes its file away, at any moment. */
function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, "utf8")
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null
    throw error
  }
}

/** Starts a server that outlives us, and returns when it accepts connections. */
export async function launchPostmaster(layout: Layout, launch: Launch): Promise<PostmasterFile> {
  // A pid of a crashed server may by now belong to another program: PostgreSQL would refuse.
  if (!findPostmaster(layout)) rmSync(postmasterFile(layout), { force: true })
  const log = openLog(layout)
  const args = ["-D", layout.clusterDir, "-p", String(launch.port)]
  const child = spawn(
    join(launch.binaries, "bin", "postgres"),
    [...args, ...serverArguments(launch.profile)],
    {
      ...runAs(layout),
      cwd: layout.clusterDir,
      env: environment,
      detached: true,
      stdio: ["ignore", log, log],
    },
  )
  closeSync(log)
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message))
    child.once("exit", (code, signal) => resolve(`exit ${code ?? signal}`))
  })
  child.unref()
  return await Promise.race([
    waitUntilReady(layout),
    ended.then((why) => {
      throw new Error(`PostgreSQL did not start (${why}):\n${tail(layout.logFile)}`)
    }),
  ])
}

/** Waits while a server starts or recovers; throws when it ends or after two minutes. */
export async function waitUntilReady(layout: Layout): Promise<PostmasterFile> {
  const deadline = Date.now() + 120_000
  let wasSeen = false
  while (Date.now() < deadline) {
    const found = findPostmaster(layout)
    if (found?.status === "ready") return found
    if (!found && wasSeen) throw new Error("PostgreSQL ended while it was starting or stopping")
    wasSeen ||= found !== null
    await pause(20)
  }
  throw new Error(`PostgreSQL is not ready after 120 s:\n${tail(layout.logFile)}`)
}

/** A fast shutdown: open transactions are rolled back, committed rows are on disk. */
export async function stopPostmaster(layout: Layout): Promise<boolean> {
  const found = findPostmaster(layout)
  if (!found) return false
  try {
    process.kill(found.pid, "SIGINT")
  } catch (error) {
    // It ended by itself between the look and the word.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error
  }
  await waitUntilGone(layout)
  return true
}

async function waitUntilGone(layout: Layout): Promise<void> {
  const deadline = Date.now() + 120_000
  while (findPostmaster(layout)) {
    if (Date.now() > deadline) throw new Error("PostgreSQL does not stop")
    await pause(20)
  }
}

function postmasterFile(layout: Layout): string {
  return join(layout.clusterDir, "postmaster.pid")
}

function runAs(layout: Layout): { uid?: number; gid?: number } {
  return layout.account ? { uid: layout.account.uid, gid: layout.account.gid } : {}
}

/** A pid may by now belong to another program, or to the server of another cluster. */
function isPostmasterOf(layout: Layout, pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false
  }
  if (!existsSync("/proc/self/cmdline")) return true
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(layout.clusterDir)
  } catch {
    return false
  }
}

function openLog(layout: Layout): number {
  const size = statSync(layout.logFile, { throwIfNoEntry: false })?.size ?? 0
  if (size > 5_000_000) renameSync(layout.logFile, `${layout.logFile}.1`)
  const log = openSync(layout.logFile, "a", 0o600)
  if (layout.account) fchownSync(log, layout.account.uid, layout.account.gid)
  return log
}

function writeOwned(layout: Layout, path: string, content: string): void {
  rmSync(path, { force: true })
  const file = openSync(path, "wx", 0o600)
  writeFileSync(file, content)
  if (layout.account) fchownSync(file, layout.account.uid, layout.account.gid)
  closeSync(file)
}

function tail(path: string): string {
  return existsSync(path) ? readFileSync(path, "utf8").slice(-1500) : ""
}

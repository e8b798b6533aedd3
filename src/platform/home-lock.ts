import { randomBytes } from "node:crypto"
import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"

/**
 * One holder at a time among all programs that use a home directory, also after kill -9: a lock
 * whose holder is dead is taken over. A holder is known by pid and start time, because pids
 * are used again.
 */
export async function withHomeLock<T>(home: string, work: () => Promise<T>): Promise<T> {
  const lockFile = join(home, "lock")
  const deadline = Date.now() + 120_000
  while (!tryLock(lockFile)) {
    if (Date.now() > deadline) {
      throw new Error(`${lockFile} is held by a live program: ${readOrEmpty(lockFile)}`)
    }
    await pause(50)
  }
  try {
    return await work()
  } finally {
    rmSync(lockFile, { force: true })
  }
}

/** "pid:start", where start is the kernel's start time of that pid, or empty off Linux. */
export function identifyRunner(pid: number): string | null {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM means that the program exists and belongs to somebody else.
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return null
  }
  const stat = readOrEmpty(`/proc/${pid}/stat`)
  if (stat === "") return `${pid}:`
  // Fields are counted after the last ")": a program's name may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ")
  return fields[0] === "Z" ? null : `${pid}:${fields[19] ?? ""}`
}

export function isRunning(runner: string): boolean {
  const pid = Number.parseInt(runner, 10)
  return pid > 0 && identifyRunner(pid) === runner
}

function tryLock(lockFile: string): boolean {
  const own = `${lockFile}.${process.pid}.${randomBytes(4).toString("hex")}`
  writeFileSync(own, identifyRunner(process.pid) ?? "", { mode: 0o600 })
  try {
    // link() creates the lock together with its content, so nobody ever reads an empty lock.
    if (tryLink(own, lockFile)) return true
    if (isRunning(readOrEmpty(lockFile))) return false
    return takeOver(own, lockFile)
  } finally {
    rmSync(own, { force: true })
  }
}

/** Replaces a dead holder's lock. The guard keeps two takers from removing each other's lock. */
function takeOver(own: string, lockFile: string): boolean {
  const guard = `${lockFile}.takeover`
  if (!tryLink(own, guard)) {
    if (ageMs(guard) > 5_000) rmSync(guard, { force: true })
    return false
  }
  try {
    if (isRunning(readOrEmpty(lockFile))) return false
    rmSync(lockFile, { force: true })
    return tryLink(own, lockFile)
  } finally {
    rmSync(guard, { force: true })
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false
    throw error
  }
}

function ageMs(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false })
  return found ? Date.now() - found.mtimeMs : 0
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, "utf8")
  } catch {
    return ""
  }
}

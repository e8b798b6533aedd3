import { readdirSync, readFileSync, writeFileSync } from "node:fs"

export interface Usage {
  /** Highest resident memory since it was reset or began, as the kernel kept it (proc(5), VmHWM). */
  readonly peakBytes: number
  /** Resident memory now. */
  readonly bytes: number
  /** Processor time of user and kernel. */
  readonly seconds: number
}

const TICKS_PER_SECOND = 100

/** The processes that this one has started, and those that they have, as long as they live. */
export function descendants(of: number | "self" = "self"): number[] {
  try {
    const own = readdirSync(`/proc/${of}/task`).flatMap((task) =>
      readFileSync(`/proc/${of}/task/${task}/children`, "latin1")
        .split(" ")
        .map(Number)
        .filter(Boolean),
    )
    return own.flatMap((pid) => [pid, ...descendants(pid)])
  } catch {
    return []
  }
}

/** Null where the process has gone. */
export function usageOf(pid: number): Usage | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "latin1")
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1")
    const peak = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1]
    // A program's name in brackets may hold blanks; utime and stime are fields 14 and 15.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ")
    const ticks = Number(fields[11]) + Number(fields[12])
    const bytes = Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024
    return { peakBytes: Number(peak ?? 0) * 1024, bytes, seconds: ticks / TICKS_PER_SECOND }
  } catch {
    return null
  }
}

/** From now on the peak counts anew (proc(5), clear_refs), where the kernel knows how. */
export function resetPeak(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, "5")
  } catch {
    // It has ended, or the kernel does not allow it: the peak then counts from the start.
  }
}

import { readdirSync, readFileSync } from "node:fs"

interface Process {
  readonly parent: number
  readonly name: string
}

/** In kB, as proportional set size. */
export interface Memory {
  readonly own: number
  readonly largest: number
  readonly largestName: string
  readonly database: number
}

function processes(): Map<number, Process> {
  const found = new Map<number, Process>()
  for (const entry of readdirSync("/proc")) {
    if (!/^\d+$/.test(entry)) continue
    try {
      const status = readFileSync(`/proc/${entry}/status`, "utf8")
      found.set(Number(entry), {
        parent: Number(fieldOf(status, "PPid")),
        name: fieldOf(status, "Name"),
      })
    } catch {
      // The process ended between the listing and the reading.
    }
  }
  return found
}

function fieldOf(text: string, name: string): string {
  return new RegExp(`^${name}:\\s*(.*)$`, "m").exec(text)?.[1] ?? ""
}

/**
 * A process's share of memory in kB: a page that n processes map counts 1/n in each, so a sum over
 * processes counts every page once, also while a fork still shares all of its parent. Zero when
 * the process has ended, or belongs to another user whom we may not look into.
 */
function readPssKb(pid: number): number {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8")
    return Number.parseInt(fieldOf(rollup, "Pss") || "0", 10)
  } catch {
    return 0
  }
}

/** PSS in kB of a process and all it started, its own and the database's apart. */
export function measureTree(root: number): Memory {
  const all = processes()
  const belongs = (pid: number): boolean =>
    pid === root || (all.has(pid) && belongs(all.get(pid)?.parent ?? 0))
  const sum = { own: 0, largest: 0, largestName: "", database: 0 }
  for (const [pid, { name }] of all) {
    if (pid <= 1 || !belongs(pid)) continue
    const pssKb = readPssKb(pid)
    if (name.startsWith("postgres")) {
      sum.database += pssKb
      continue
    }
    sum.own += pssKb
    if (pssKb > sum.largest) Object.assign(sum, { largest: pssKb, largestName: name })
  }
  return sum
}

const TICKS_A_SECOND = 100

/**
 * Processor seconds of a process and of the children that it has waited for; zero when it has ended.
 * On a busy machine they say more than the clock.
 */
export function processorSeconds(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8")
    // Behind the name, which may hold blanks: utime, stime, cutime and cstime (proc(5), fields 14-17).
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ")
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS_A_SECOND
  } catch {
    return 0
  }
}

export function inMb(kb: number): string {
  return `${(kb / 1024).toFixed(0)} MB`
}

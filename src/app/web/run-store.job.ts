import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { writeWhole } from "../../platform/files/sealed-store.ts"
import { isRunId, type RunState } from "./run-state.ts"

const STATE_FILE = ".payung-run.json"

/** The runs of an installation: `<home>/runs/<id>` holds a result and, hidden, the run's state. */
export interface RunStore {
  /** Where the result of a run lies. */
  readonly folderOf: (id: string) => string
  readonly get: (id: string) => RunState | null
  /** Newest first. */
  readonly list: () => readonly RunState[]
  readonly put: (state: RunState) => void
  readonly byIdempotencyKey: (key: string) => RunState | null
}

/** Reads the states once; nothing else writes them while a server runs. */
export function openRunStore(home: string, interrupted: (state: RunState) => RunState): RunStore {
  const root = join(home, "runs")
  mkdirSync(root, { recursive: true, mode: 0o700 })
  const states = new Map<string, RunState>()
  const folderOf = (id: string): string => join(root, id)
  const put = (state: RunState): void => {
    mkdirSync(folderOf(state.id), { recursive: true, mode: 0o700 })
    writeWhole(join(folderOf(state.id), STATE_FILE), `${JSON.stringify(state, null, 1)}\n`)
    states.set(state.id, state)
  }
  for (const id of readdirSync(root).filter(isRunId)) {
    const state = readState(join(folderOf(id), STATE_FILE))
    if (state === null) continue
    const isOpen = state.status === "queued" || state.status === "running"
    if (isOpen) put(interrupted(state))
    else states.set(id, state)
  }
  return {
    folderOf,
    get: (id) => states.get(id) ?? null,
    list: () => [...states.values()].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1)),
    put,
    byIdempotencyKey: (key) =>
      [...states.values()].find((state) => state.idempotency?.key === key) ?? null,
  }
}

function readState(path: string): RunState | null {
  if (!existsSync(path)) return null
  try {
    return JSON.parse(readFileSync(path, "utf8")) as RunState
  } catch {
    // Torn by a crash of the disk: the result's files are still there, its state is not.
    return null
  }
}

/** Where uploads wait until they are sorted; emptied at start, whatever it held belongs to nobody. */
export function openUploads(home: string): string {
  const root = join(home, "uploads")
  rmSync(root, { recursive: true, force: true })
  mkdirSync(root, { recursive: true, mode: 0o700 })
  return root
}

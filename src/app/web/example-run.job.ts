import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { listResult } from "./result-files.load.ts"
import { EXAMPLE_ID, type RunState } from "./run-state.ts"
import type { WebContext } from "./web-context.ts"

/** The ceiling that example/README.md names: fewer places than people who are eligible. */
const EXAMPLE_CEILING_RUPIAH = 60_000_000
const EXAMPLE_FOLDER = "example/balikpapan-2026"

type Kept = Pick<WebContext, "store" | "config" | "storedInputHashes">

/** True once somebody has run files of their own: the example would take their list's place. */
export async function hasOwnRuns({ store, config, storedInputHashes }: Kept): Promise<boolean> {
  if (store.list().some((run) => run.id !== EXAMPLE_ID)) return true
  const example = exampleInputHash(config.home)
  return (await storedInputHashes()).some((hash) => hash !== example)
}

function exampleInputHash(home: string): string | null {
  const path = join(home, "runs", EXAMPLE_ID, "data", "summary.json")
  if (!existsSync(path)) return null
  const summary = JSON.parse(readFileSync(path, "utf8")) as { readonly input_hash?: string }
  return summary.input_hash ?? null
}

/** Runs the example cycle into `<home>/runs/example` and waits for it. */
export async function runExample(web: WebContext): Promise<RunState> {
  const createdAt = new Date(web.clock.nowMs()).toISOString()
  const choices = { ceilingRupiah: EXAMPLE_CEILING_RUPIAH, year: null, months: null }
  const folder = join(web.config.checkout, EXAMPLE_FOLDER)
  const files = listResult(folder).length
  const inputs = { source: "example" as const, title: EXAMPLE_FOLDER, files, leftOut: [] }
  const none = { stage: null, headline: null, failure: null, idempotency: null }
  web.store.put({ id: EXAMPLE_ID, createdAt, status: "queued", inputs, choices, ...none })
  const done = web.queue.whenDone(EXAMPLE_ID)
  web.queue.add({
    id: EXAMPLE_ID,
    folder: join(web.config.checkout, EXAMPLE_FOLDER),
    isOurs: false,
  })
  return await done
}

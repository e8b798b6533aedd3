import { join } from "node:path"
import { sha256Hex, uuidV7 } from "../../kernel/id.ts"
import { ok, refuse, type Result } from "../../kernel/result.ts"
import type { RunChoices, RunInputs, RunState } from "./run-state.ts"
import { CYCLE } from "./unpack-upload.job.ts"
import type { WebContext } from "./web-context.ts"

/** A caller's promise to repeat only the same request under the same key. */
export interface Idempotency {
  readonly key: string
  readonly fingerprint: string
}

export function newRunId(web: Pick<WebContext, "clock" | "random">): string {
  return uuidV7(web.clock.nowMs(), web.random(10))
}

/** The key is kept as a hash: it is the caller's secret, and of any length. */
export function idempotencyOf(
  key: string | undefined,
  ...body: readonly string[]
): Idempotency | null {
  if (key === undefined || key === "") return null
  return { key: sha256Hex(key), fingerprint: sha256Hex(JSON.stringify(body)) }
}

/** The run that the key named before; a refusal where it named another request. */
export function repeatedRun(
  web: Pick<WebContext, "store">,
  idempotency: Idempotency | null,
): Result<RunState | null, "IDEMPOTENCY_MISMATCH"> {
  if (idempotency === null) return ok(null)
  const before = web.store.byIdempotencyKey(idempotency.key)
  if (before === null) return ok(null)
  const isSame = before.idempotency?.fingerprint === idempotency.fingerprint
  return isSame ? ok(before) : refuse("IDEMPOTENCY_MISMATCH")
}

export interface RunOrder {
  readonly id: string
  /** The upload's folder, which holds `cycle`. */
  readonly upload: string
  readonly inputs: RunInputs
  readonly choices: RunChoices
  readonly idempotency: Idempotency | null
}

/** Puts a run into the queue and returns at once. */
export function orderRun(web: WebContext, order: RunOrder): RunState {
  const { id, inputs, choices, idempotency } = order
  const createdAt = new Date(web.clock.nowMs()).toISOString()
  const none = { stage: null, headline: null, failure: null }
  const state: RunState = { id, createdAt, status: "queued", inputs, choices, idempotency, ...none }
  web.store.put(state)
  web.queue.add({ id, folder: join(order.upload, CYCLE), isOurs: true })
  return web.store.get(id) ?? state
}

import { randomBytes } from "node:crypto"
import type { FastifyInstance } from "fastify"
import { operatorClaim, requireAction, withClaim, type Action } from "../../modules/access/index.ts"
import type { LawBook } from "../../modules/law/index.ts"
import { systemClock } from "../../platform/clock.ts"
import type { Config } from "../../platform/config.ts"
import { createLog } from "../../platform/log.ts"
import type { Problem } from "../../platform/http.ts"
import type { Payung } from "../open-payung.job.ts"
import { DEFAULT_PACK } from "../run-options.ts"
import { jsonRupiah } from "../../kernel/rupiah.ts"
import { answersQueries, storedInputHashes } from "./health.queries.ts"
import { createBatchService } from "./batch-service.job.ts"
import { problemOf } from "./problems.ts"
import { stoppedFailure } from "./run-failures.ts"
import { createRunQueue } from "./run-queue.job.ts"
import { openRunStore, openUploads } from "./run-store.job.ts"
import type { WebContext } from "./web-context.ts"
import { createWebServer } from "./web-server.job.ts"

export interface WebServer {
  readonly app: FastifyInstance
  readonly web: WebContext
}

/** Puts the web server together over an open installation; it does not listen yet. */
export function prepareWeb(config: Config, payung: Payung, book: LawBook): WebServer {
  const log = createLog(config.logLevel)
  const store = openRunStore(config.home, (run) => ({
    ...run,
    status: "failed",
    failure: stoppedFailure(run.stage),
  }))
  const web: WebContext = {
    config,
    log,
    clock: systemClock,
    random: (bytes) => randomBytes(bytes),
    store,
    queue: createRunQueue({ config, store, log }),
    batches: createBatchService({
      payung,
      tenantId: book.pack.tenantId,
      lawOf: (year) => ({ checkout: config.checkout, law: DEFAULT_PACK, year }),
      log,
    }),
    uploads: openUploads(config.home),
    place: placeOf(book),
    authorize: (action) => authorize(book.pack.tenantId, action),
    isDatabaseUp: () => answersQueries(payung.database.app),
    storedInputHashes: () => {
      const { signed } = payung.claimFor(book.pack.tenantId)
      return withClaim(payung.database.app, signed, storedInputHashes)
    },
  }
  return { app: createWebServer(web), web }
}

function placeOf({ pack }: LawBook): WebContext["place"] {
  const years = pack.cycles.map((cycle) => cycle.year).sort((a, b) => b - a)
  const cycle = pack.cycles.find(({ year }) => year === years[0])
  const terms = {
    years,
    ceilingRupiah: cycle === undefined ? 0 : jsonRupiah(cycle.ceiling.amount),
    months: cycle?.months ?? 12,
  }
  return { city: pack.name, timeZone: pack.timeZone, terms }
}

/** Until accounts exist everybody who reaches this machine's port is its operator. */
function authorize(tenantId: number, action: string): Problem | null {
  const claim = operatorClaim(tenantId, Math.floor(systemClock.nowMs() / 1000) + 60)
  const allowed = requireAction(claim, action as Action)
  return allowed.ok ? null : problemOf("NOT_ALLOWED", "id", { action })
}

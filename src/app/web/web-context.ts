import type { FastifyRequest } from "fastify"
import type { Action } from "../../modules/access/index.ts"
import type { Problem } from "../../platform/http.ts"
import type { Clock } from "../../platform/clock.ts"
import type { Config } from "../../platform/config.ts"
import type { Logger } from "../../platform/log.ts"
import type { BatchService } from "./batch-service.job.ts"
import type { PackTerms } from "./pages/upload-form.ts"
import type { RunQueue } from "./run-queue.job.ts"
import type { RunStore } from "./run-store.job.ts"
import type { View } from "./view.ts"
import { wordsOf, type Lang } from "./words.ts"

/** What the routes work with. */
export interface WebContext {
  readonly config: Config
  readonly log: Logger
  readonly clock: Clock
  readonly random: (bytes: number) => Uint8Array
  readonly store: RunStore
  readonly queue: RunQueue
  /** The inbox: files imported one by one. */
  readonly batches: BatchService
  /** The folder where uploads wait. */
  readonly uploads: string
  readonly place: { readonly city: string; readonly timeZone: string; readonly terms: PackTerms }
  /** Whether the local operator may do it; the HTTP server asks before each route. */
  readonly authorize: (action: string) => Problem | null
  /** Whether the database answers. */
  readonly isDatabaseUp: () => Promise<boolean>
  /** Input hashes of all runs in the database, those of the command line too. */
  readonly storedInputHashes: () => Promise<readonly string[]>
}

/** The mark that every route bears: its action, or "public" for files of the product itself. */
export function doing(action: Action | "public"): { readonly config: { readonly action: string } } {
  return { config: { action } }
}

export function langOf(request: Pick<FastifyRequest, "query">): Lang {
  return queryText(request, "lang") === "en" ? "en" : "id"
}

/** A parameter of the address, "" where it is absent or repeated. */
export function queryText(request: Pick<FastifyRequest, "query">, name: string): string {
  const value = (request.query as Record<string, unknown>)[name]
  return typeof value === "string" ? value : ""
}

export function pathText(request: Pick<FastifyRequest, "params">, name: string): string {
  const value = (request.params as Record<string, unknown>)[name]
  return typeof value === "string" ? value : ""
}

export function viewOf(
  { place }: Pick<WebContext, "place">,
  request: Pick<FastifyRequest, "query" | "url">,
): View {
  const lang = langOf(request)
  const [path = "/"] = request.url.split("?")
  return { lang, words: wordsOf(lang), path, city: place.city, timeZone: place.timeZone }
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify"
import Fastify from "fastify"
import type { Logger } from "../log.ts"
import type { Html } from "./html.ts"
import { isLocalHost, isOwnOrigin } from "./origin.ts"
import { PROBLEM_TYPE, problemBody, type Problem } from "./problem.ts"
import { securityHeaders } from "./security-headers.ts"

declare module "fastify" {
  interface FastifyContextConfig {
    /** The action of the room `access` that the route performs, or "public" for our own files. */
    action?: string
  }
}

export interface HttpOptions {
  readonly log: Logger
  /** Asked before every route with its action; a problem ends the request. */
  readonly authorize: (action: string) => Problem | null
  /** How an error looks to a person; programs get RFC 9457. */
  readonly problemPage: (problem: Problem, request: FastifyRequest) => Html
  /** Wording of the problems that the server itself finds. */
  readonly problems: (kind: HttpProblemKind, request: FastifyRequest) => Problem
}

export type HttpProblemKind =
  | "foreign_host"
  | "foreign_origin"
  | "not_found"
  | "bad_request"
  | "unsupported_type"
  | "too_large"
  | "storage_full"
  | "internal"

const SMALL_BODY_BYTES = 64 * 1024
/** A whole folder over a slow disk; Node's own default of five minutes would cut it off. */
const REQUEST_TIMEOUT_MS = 600_000
const streamed = ["application/zip", "application/octet-stream", "multipart/form-data"]

/** The server with its guards; routes are added by the caller, each with `config.action`. */
export function createHttpServer(options: HttpOptions): FastifyInstance {
  const app = Fastify({
    logger: false,
    bodyLimit: SMALL_BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: true,
    exposeHeadRoutes: true,
    routerOptions: { maxParamLength: 2_000 },
  })
  // These bodies are read as streams by their routes, each with its own limit.
  app.addContentTypeParser(streamed, (_request, payload, done) => done(null, payload))
  app.addHook("onRoute", (route) => {
    if (typeof route.config?.action === "string") return
    throw new Error(`route ${route.url} does not name its action`)
  })
  app.addHook("onRequest", async (request, reply) => {
    void reply.headers(securityHeaders("page"))
    const problem = refuseRequest(options, request)
    if (problem !== null) await sendProblem(options, reply, problem)
  })
  app.addHook("onResponse", async (request, reply) => {
    // The pattern, not the address: a file's name may be a person's.
    const route = request.routeOptions.url ?? "unknown"
    const ms = Math.round(reply.elapsedTime)
    options.log.info({ method: request.method, route, status: reply.statusCode, ms }, "request")
  })
  app.setNotFoundHandler((request, reply) =>
    sendProblem(options, reply, options.problems("not_found", request)),
  )
  app.setErrorHandler((error, request, reply) => answerError(options, error, request, reply))
  return app
}

function refuseRequest(options: HttpOptions, request: FastifyRequest): Problem | null {
  const { host, origin } = request.headers
  if (!isLocalHost(host)) return options.problems("foreign_host", request)
  const site = request.headers["sec-fetch-site"]
  const isRead = request.method === "GET" || request.method === "HEAD"
  const isOwn = isOwnOrigin({ host, origin, site: Array.isArray(site) ? site[0] : site })
  if (!isRead && !isOwn) return options.problems("foreign_origin", request)
  const action = request.routeOptions.config.action
  return action === undefined || action === "public" ? null : options.authorize(action)
}

/** A page for whoever asks for HTML first, the problem document for everybody else. */
export async function sendProblem(
  options: Pick<HttpOptions, "problemPage">,
  reply: FastifyReply,
  problem: Problem,
): Promise<FastifyReply> {
  void reply.code(problem.status)
  // What is left of a refused body must not be taken for the next request.
  if (!reply.request.raw.complete) void reply.header("connection", "close")
  if (!wantsPage(reply.request)) return reply.type(PROBLEM_TYPE).send(problemBody(problem))
  return sendPage(reply, options.problemPage(problem, reply.request))
}

export function wantsPage(request: FastifyRequest): boolean {
  return /^\s*text\/html\b/i.test(request.headers.accept ?? "")
}

export function sendPage(reply: FastifyReply, page: Html): FastifyReply {
  return reply.type("text/html; charset=utf-8").send(page.markup)
}

async function answerError(
  options: HttpOptions,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const kind = problemKind(error)
  if (kind === "internal") options.log.error({ failure: describeFailure(error) }, "request failed")
  return await sendProblem(options, reply, options.problems(kind, request))
}

function problemKind(error: unknown): HttpProblemKind {
  const { statusCode: status, code } = (error ?? {}) as { statusCode?: unknown; code?: unknown }
  if (code === "ENOSPC" || code === "EDQUOT") return "storage_full"
  if (status === 413) return "too_large"
  if (status === 415) return "unsupported_type"
  return typeof status === "number" && status >= 400 && status < 500 ? "bad_request" : "internal"
}

/** Kind, code and place of an error. Its message may hold a file's name or a value, so it is left out. */
export function describeFailure(error: unknown): { kind: string; code: string; at: string } {
  if (!(error instanceof Error)) return { kind: typeof error, code: "", at: "" }
  const code = (error as { code?: unknown }).code
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line))
  const at = frames
    .slice(0, 6)
    .map((line) => line.trim())
    .join(" < ")
  return { kind: error.name, code: typeof code === "string" ? code : "", at }
}

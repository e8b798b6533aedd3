import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify"
import { isAuditText } from "../../modules/audit/index.ts"
import type { BatchCycle } from "../../modules/inbox/index.ts"
import {
  describePairRefusal,
  giveVerdict,
  readPair,
  readPairs,
  SAID,
  type PairPage,
  type PairRefusal,
  type Said,
} from "../../modules/matching/index.ts"
import { rowsShown } from "../../modules/registry/index.ts"
import { sendProblem } from "../../platform/http.ts"
import { explanationOf, pairDocument, pairId, rowsOfPair } from "../pairs/pair-document.ts"
import { answerProblem, problemPageOf } from "./problem-answer.routes.ts"
import { doing, langOf, pathText, queryText, type WebContext } from "./web-context.ts"

const PAGE_MAX = 200
const PAGE_USUAL = 20
const STATES = ["open", "asked", "decided"] as const

/** `/api/v1/pairs`: rows that may be one person, what people say of them, and why they are asked. */
export function addPairRoutes(app: FastifyInstance, web: WebContext): void {
  app.get("/api/v1/pairs", doing("matching.judge"), (request, reply) => list(web, request, reply))
  app.get("/api/v1/pairs/:id", doing("matching.judge"), (request, reply) =>
    show(web, request, reply),
  )
  app.post("/api/v1/pairs/:id/verdict", doing("matching.judge"), (request, reply) =>
    say(web, request, reply),
  )
}

/** Which cycle, why somebody looks, and whether numbers are shown in clear; or what is wrong. */
interface Look {
  readonly cycle: BatchCycle
  readonly purpose: string
  readonly clear: boolean
}

function lookOf(
  web: WebContext,
  request: FastifyRequest,
): Look | "YEAR_INVALID" | "PURPOSE_MISSING" {
  const year = queryText(request, "year")
  const asked = year === "" ? (web.place.terms.years[0] ?? 0) : Number(year)
  const cycle = web.batches.cycleOf(asked)
  if (cycle === null) return "YEAR_INVALID"
  const given = queryText(request, "purpose").trim()
  const clear = queryText(request, "unmask") === "1"
  if ((clear && given === "") || !isAuditText(given)) return "PURPOSE_MISSING"
  return { cycle, clear, purpose: given === "" ? "judging pairs" : given }
}

async function list(
  web: WebContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const look = lookOf(web, request)
  if (typeof look === "string") return await answerProblem(web, reply, look)
  const page = pageOf(request)
  if (typeof page === "string")
    return await answerProblem(web, reply, "PARAMETER_INVALID", { name: page })
  const { payung } = web.batches
  const read = await readPairs(payung.database.appPool, web.batches.context(), {
    ...look,
    page,
    rowsOf: (client, rowIds) => rowsShown(client, look.cycle, rowIds),
  })
  if (!read.ok) return await answerProblem(web, reply, "NOT_ALLOWED", { action: "matching.judge" })
  const { pairs, rows } = read.value
  const how = { language: langOf(request), clear: look.clear }
  const last = pairs.length === page.limit ? pairs.at(-1) : undefined
  return reply.send({
    pairs: pairs.map((pair) => pairDocument(pair, rows, how)),
    next: last === undefined ? null : `${Math.abs(last.score - 0.5).toFixed(4)}_${pairId(last)}`,
  })
}

const PLACE = /^(\d\.\d{4})_(.+)$/

/** Which page the address asks for, or the name of the parameter that cannot be used. */
function pageOf(request: FastifyRequest): PairPage | string {
  const asked = queryText(request, "state")
  const state = asked === "" ? "open" : STATES.find((known) => known === asked)
  if (state === undefined) return "state"
  const limit =
    queryText(request, "limit") === "" ? PAGE_USUAL : Number(queryText(request, "limit"))
  if (!Number.isInteger(limit) || limit < 1 || limit > PAGE_MAX) return "limit"
  const after = queryText(request, "after")
  if (after === "") return { state, limit, after: null }
  const [, uncertainty = "", id = ""] = PLACE.exec(after) ?? []
  const rows = rowsOfPair(id)
  if (rows === null) return "after"
  const [rowA, rowB] = rows
  return { state, limit, after: { uncertainty: Number(uncertainty), rowA, rowB } }
}

async function show(
  web: WebContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const look = lookOf(web, request)
  if (typeof look === "string") return await answerProblem(web, reply, look)
  const asked = rowsOfPair(pathText(request, "id"))
  if (asked === null) return await answerRefusal(web, reply, { kind: "pair_unknown" })
  const { payung } = web.batches
  const read = await readPair(payung.database.appPool, web.batches.context(), {
    ...look,
    rows: asked,
    rowsOf: (client, rowIds) => rowsShown(client, look.cycle, rowIds),
  })
  if (!read.ok) return await answerProblem(web, reply, "NOT_ALLOWED", { action: "matching.judge" })
  const [pair] = read.value.pairs
  if (pair === undefined) return await answerRefusal(web, reply, { kind: "pair_unknown" })
  const how = { language: langOf(request), clear: look.clear }
  const explanation = explanationOf(pair, how)
  return reply.send({ ...pairDocument(pair, read.value.rows, how), explanation })
}

interface Order {
  readonly said: Said
  readonly reason: string
  readonly follows: string | null
  readonly againstRegister: boolean
}

/** What the body says, or the name of the field that cannot be used. */
function orderOf(request: FastifyRequest): Order | string {
  const body = (request.body ?? {}) as Record<string, unknown>
  const said = SAID.find((known) => known === body["verdict"])
  if (said === undefined) return "verdict"
  const { reason = "", follows = null, against_register: against = false } = body
  if (typeof reason !== "string" || reason.length > REASON_MAX) return "reason"
  if (follows !== null && typeof follows !== "string") return "follows"
  if (typeof against !== "boolean") return "against_register"
  return { said, reason, follows, againstRegister: against }
}

const REASON_MAX = 1_000

async function say(
  web: WebContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const look = lookOf(web, request)
  if (typeof look === "string") return await answerProblem(web, reply, look)
  const rows = rowsOfPair(pathText(request, "id"))
  if (rows === null) return await answerRefusal(web, reply, { kind: "pair_unknown" })
  const order = orderOf(request)
  if (typeof order === "string")
    return await answerProblem(web, reply, "PARAMETER_INVALID", { name: order })
  const { payung } = web.batches
  const given = await giveVerdict(payung.database.appPool, web.batches.context(), {
    ...order,
    rows,
    cycle: look.cycle,
  })
  if (given.ok) return reply.code(201).send({ id: given.value.verdictId })
  if (given.refusal.kind !== "not_allowed") return await answerRefusal(web, reply, given.refusal)
  return await answerProblem(web, reply, "NOT_ALLOWED", { action: "matching.judge" })
}

const STATUS: Readonly<Record<PairRefusal["kind"], number>> = {
  pair_unknown: 404,
  reason_missing: 422,
  judged_meanwhile: 409,
  register_knows_two: 409,
  nothing_said: 409,
}

async function answerRefusal(
  web: WebContext,
  reply: FastifyReply,
  refusal: PairRefusal,
): Promise<FastifyReply> {
  const message = describePairRefusal(refusal)
  const [what, where, how] = message[langOf(reply.request)]
  const problem = { status: STATUS[refusal.kind], code: message.code, what, where, how, params: {} }
  return await sendProblem({ problemPage: problemPageOf(web) }, reply, problem)
}

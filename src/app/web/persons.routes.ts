import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify"
import { isAuditText } from "../../modules/audit/index.ts"
import {
  describeSearchRefusal,
  readCursor,
  searchPersons,
  writeCursor,
} from "../../modules/registry/index.ts"
import { sendProblem } from "../../platform/http.ts"
import { personDocument } from "../search/person-document.ts"
import { limitOf, PURPOSE_USUAL } from "../search/search-options.ts"
import { answerProblem, problemPageOf } from "./problem-answer.routes.ts"
import { doing, langOf, queryText, type WebContext } from "./web-context.ts"

const GONE = 410
const UNUSABLE = 422

/** Persons of the registry. Each look is written to the log before the answer leaves. */
export function addPersonRoutes(app: FastifyInstance, web: WebContext): void {
  app.get("/api/v1/persons", doing("registry.read"), (request, reply) =>
    showFound(web, request, reply),
  )
}

async function showFound(
  web: WebContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const order = orderOf(request)
  if (order === "purpose") return await answerProblem(web, reply, "PURPOSE_MISSING")
  if (typeof order === "string")
    return await answerProblem(web, reply, "PARAMETER_INVALID", { name: order })
  const { payung } = web.batches
  const answer = await searchPersons(payung.database.appPool, web.batches.context(), order)
  if (answer.ok) {
    const { year, found, next } = answer.value
    const cursor = next === null ? null : writeCursor(next)
    return reply.send({ persons: found.map(personDocument), year, next: cursor })
  }
  const { refusal } = answer
  if (refusal.kind === "not_allowed")
    return await answerProblem(web, reply, "NOT_ALLOWED", { action: refusal.refusal.action })
  const message = describeSearchRefusal(refusal)
  const [what, where, how] = message[langOf(request)]
  const status = refusal.kind === "page_gone" ? GONE : UNUSABLE
  const problem = { status, code: message.code, what, where, how }
  return await sendProblem({ problemPage: problemPageOf(web) }, reply, problem)
}

/** What the address asks for, or the name of the parameter that cannot be used. */
function orderOf(request: FastifyRequest) {
  const text = (name: string): string => queryText(request, name).trim()
  const limit = limitOf(text("limit"))
  if (limit === null) return "limit"
  if (!/^(?:20\d\d)?$/.test(text("year"))) return "year"
  const cursor = text("cursor") === "" ? null : readCursor(text("cursor"))
  if (cursor === null && text("cursor") !== "") return "cursor"
  if (!isAuditText(text("purpose"))) return "purpose"
  return {
    text: text("q"),
    limit,
    cursor,
    year: text("year") === "" ? null : Number(text("year")),
    purpose: text("purpose") === "" ? PURPOSE_USUAL : text("purpose"),
  }
}

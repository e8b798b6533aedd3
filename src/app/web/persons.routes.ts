import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify"
import { isAuditText } from "../../modules/audit/index.ts"
import {
  describeSearchRefusal,
  nearPersons,
  readCursor,
  searchPersons,
  writeCursor,
} from "../../modules/registry/index.ts"
import { sendProblem } from "../../platform/http.ts"
import { likelyPersons, numbersOf, typedRow, type OnePerson } from "../pairs/one-person.ts"
import { todayOf } from "../pairs/today.ts"
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
  app.post("/api/v1/persons/match", doing("registry.read"), (request, reply) =>
    showLikely(web, request, reply),
  )
}

const FIELD_LENGTH = 200

/** Who of the registry may be the person in the body; scored as two rows of a list are. */
async function showLikely(
  web: WebContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const typed = typedOf(request.body)
  if (typeof typed === "string")
    return await answerProblem(web, reply, "PARAMETER_INVALID", { name: typed })
  const year = queryText(request, "year")
  const cycle = web.batches.cycleOf(year === "" ? (web.place.terms.years[0] ?? 0) : Number(year))
  if (cycle === null) return await answerProblem(web, reply, "YEAR_INVALID")
  const { payung } = web.batches
  const row = typedRow(typed, todayOf(web.clock.nowMs()))
  const { name, birthDate } = row
  const near = await nearPersons(payung.database.appPool, web.batches.context(), {
    ...{ name, birthDate, numbers: numbersOf(row), purpose: "one person", year: cycle.year },
  })
  if (!near.ok) return await answerProblem(web, reply, "NOT_ALLOWED", { action: "registry.read" })
  const { persons, common } = near.value
  const likely = likelyPersons(row, persons, { counts: common, language: langOf(request) })
  return reply.send({ year: near.value.year, compared: persons.length, likely })
}

/** The fields of the body, or the name of the one that cannot be used. */
function typedOf(body: unknown): OnePerson | string {
  const given = (body ?? {}) as Record<string, unknown>
  const typed: Record<string, string> = {}
  for (const [field, key] of Object.entries(FIELD_KEYS)) {
    const value = given[key] ?? ""
    if (typeof value !== "string" || value.length > FIELD_LENGTH) return key
    typed[field] = value
  }
  const isTold = typed["name"] !== "" || typed["nik"] !== "" || typed["kk"] !== ""
  return isTold || typed["phone"] !== "" ? (typed as unknown as OnePerson) : "name"
}

const FIELD_KEYS: Readonly<Record<keyof OnePerson, string>> = {
  ...{ name: "name", nik: "nik", kk: "kk", birthDate: "birth_date", sex: "sex" },
  ...{ areaCode: "kelurahan_code", phone: "phone" },
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

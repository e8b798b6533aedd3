import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify"
import { sha256Hex } from "../../kernel/id.ts"
import { isAuditText } from "../../modules/audit/index.ts"
import { readFindings, readRows, recordExport, type RowFilter } from "../../modules/inbox/index.ts"
import { FINDINGS, type FindingCode } from "../../modules/intake/index.ts"
import { codeDocument, repairsOf, rowDocument } from "./batch-document.ts"
import { answerBatchRefusal } from "./batch-refusal.routes.ts"
import { BATCH_ID, unknownBatch } from "./batches.routes.ts"
import { answerProblem } from "./problem-answer.routes.ts"
import { doing, langOf, pathText, queryText, type WebContext } from "./web-context.ts"

const PAGE_MAX = 500
const PAGE_USUAL = 100
const OUTCOMES = ["accepted", "repaired", "set_aside", "ignored"] as const
const CHANGES = ["new", "same", "changed"] as const

/** What an import says of persons. Each look is written to the log before the answer leaves. */
export function addBatchRowRoutes(app: FastifyInstance, web: WebContext): void {
  app.get("/api/v1/batches/:id/findings", doing("intake.read"), (request, reply) =>
    showFindings(web, request, reply),
  )
  app.get("/api/v1/batches/:id/rows", doing("intake.read"), (request, reply) =>
    showRows(web, request, reply),
  )
  app.get("/api/v1/batches/:id/repairs", doing("intake.read"), (request, reply) =>
    showRepairs(web, request, reply),
  )
  app.get("/api/v1/batches/:id/errors.xlsx", doing("intake.read"), (request, reply) =>
    sendErrors(web, request, reply),
  )
}

/** Who looks and why; numbers in clear only for a reason that was given. */
interface Look {
  readonly batchId: string
  readonly purpose: string
  readonly clear: boolean
}

function lookOf(request: FastifyRequest, usual: string): Look | "unknown" | "purpose" {
  const batchId = pathText(request, "id")
  if (!BATCH_ID.test(batchId)) return "unknown"
  const given = queryText(request, "purpose").trim()
  const clear = queryText(request, "unmask") === "1"
  if ((clear && given === "") || !isAuditText(given)) return "purpose"
  return { batchId, clear, purpose: given === "" ? usual : given }
}

async function looked(
  web: WebContext,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  usual: string,
  show: (look: Look) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  const look = lookOf(request, usual)
  if (look === "unknown") return await unknownBatch(web, request, reply)
  if (look === "purpose") return await answerProblem(web, reply, "PURPOSE_MISSING")
  return await show(look)
}

async function showFindings(
  web: WebContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  return await looked(web, { request, reply }, "findings of an import", async (look) => {
    const { payung } = web.batches
    const found = await readFindings(payung.database.appPool, web.batches.context(), look)
    if (!found.ok) return await answerBatchRefusal(web, reply, found.refusal)
    const { batch, value } = found.value
    const language = langOf(request)
    return reply.send({ findings: value.map((code) => codeDocument(code, batch, language)) })
  })
}

async function showRows(
  web: WebContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  return await looked(web, { request, reply }, "rows of an import", async (look) => {
    const filter = filterOf(request)
    if (typeof filter === "string")
      return await answerProblem(web, reply, "PARAMETER_INVALID", { name: filter })
    const found = await pageOf(web, look, filter)
    if (!found.ok) return await answerBatchRefusal(web, reply, found.refusal)
    const { batch, rows, next } = found.value
    const how = { batch, language: langOf(request), clear: look.clear }
    return reply.send({ rows: rows.map((row) => rowDocument(row, how)), next })
  })
}

async function showRepairs(
  web: WebContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  return await looked(web, { request, reply }, "repairs of an import", async (look) => {
    const filter = filterOf(request)
    if (typeof filter === "string")
      return await answerProblem(web, reply, "PARAMETER_INVALID", { name: filter })
    const found = await pageOf(web, look, filter)
    if (!found.ok) return await answerBatchRefusal(web, reply, found.refusal)
    const { batch, rows, next } = found.value
    const how = { batch, clear: look.clear }
    return reply.send({ repairs: rows.flatMap((row) => repairsOf(row, how)), next })
  })
}

async function pageOf(web: WebContext, look: Look, filter: RowFilter) {
  const { payung } = web.batches
  const found = await readRows(payung.database.appPool, web.batches.context(), { ...look, filter })
  if (!found.ok) return found
  const { batch, value: rows } = found.value
  const next = rows.length === filter.limit ? (rows.at(-1)?.at ?? null) : null
  return { ok: true as const, value: { batch, rows, next } }
}

/** Which rows the address asks for, or the name of the parameter that cannot be used. */
function filterOf(request: FastifyRequest): RowFilter | string {
  const text = (name: string): string => queryText(request, name)
  const code = (Object.keys(FINDINGS) as FindingCode[]).find((known) => known === text("code"))
  if (text("code") !== "" && code === undefined) return "code"
  const outcome = OUTCOMES.find((known) => known === text("outcome"))
  if (text("outcome") !== "" && outcome === undefined) return "outcome"
  const change = CHANGES.find((known) => known === text("change"))
  if (text("change") !== "" && change === undefined) return "change"
  if (!/^\d{0,9}$/.test(text("after"))) return "after"
  const limit = text("limit") === "" ? PAGE_USUAL : Number(text("limit"))
  if (!Number.isInteger(limit) || limit < 1 || limit > PAGE_MAX) return "limit"
  return {
    codes: code === undefined ? null : [code],
    outcome: outcome ?? null,
    change: change ?? null,
    after: Number(text("after")),
    limit,
  }
}

async function sendErrors(
  web: WebContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  return await looked(web, { request, reply }, "workbook for the sender", async (look) => {
    const batch = await web.batches.find(look.batchId)
    if (batch === null) return await unknownBatch(web, request, reply)
    const marked = batch.reading?.kind === "usulan" ? await web.batches.marked(batch) : null
    if (marked === null) return await answerProblem(web, reply, "NOTHING_TO_ASK")
    const { payung } = web.batches
    const content = sha256Hex(marked)
    const told = { ...look, content }
    const recorded = await recordExport(payung.database.appPool, web.batches.context(), told)
    if (!recorded.ok) return await answerBatchRefusal(web, reply, recorded.refusal)
    const name = `perbaikan ${batch.inboxName.replace(/\.[a-z0-9]+$/i, "")}.xlsx`
    return reply
      .type("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
      .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
      .send(Buffer.from(marked))
  })
}

import type { FastifyReply } from "fastify"
import {
  describeInboxRefusal,
  type InboxRefusal,
  type InboxResult,
} from "../../modules/inbox/index.ts"
import { sendProblem } from "../../platform/http.ts"
import { answerProblem, problemPageOf } from "./problem-answer.routes.ts"
import { langOf, type WebContext } from "./web-context.ts"

type Refusal = Extract<InboxResult<unknown>, { ok: false }>["refusal"]

const STATUS: Readonly<Record<InboxRefusal["kind"], number>> = {
  already_imported: 409,
  batch_unknown: 404,
  batch_not_ready: 409,
  inbox_changed: 409,
  held_by_decree: 409,
  key_reused: 422,
}

/** What the inbox refused, as a problem document or a page. */
export async function answerBatchRefusal(
  web: Pick<WebContext, "place">,
  reply: FastifyReply,
  refusal: Refusal,
): Promise<FastifyReply> {
  if (refusal.kind === "not_allowed") {
    const { action } = refusal.refusal
    return await answerProblem(web, reply, "NOT_ALLOWED", { action })
  }
  const message = describeInboxRefusal(refusal, web.place.timeZone)
  const [what, where, how] = message[langOf(reply.request)]
  const params = refusal.kind === "already_imported" ? { batch: refusal.batchId } : {}
  const problem = { status: STATUS[refusal.kind], code: message.code, what, where, how, params }
  return await sendProblem({ problemPage: problemPageOf(web) }, reply, problem)
}

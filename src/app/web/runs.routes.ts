import { mkdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify"
import type { Result } from "../../kernel/result.ts"
import { ok, refuse } from "../../kernel/result.ts"
import { readMultipart, receiveFile, wantsPage } from "../../platform/http.ts"
import { choiceParams, readChoices, writtenIn, type WrittenChoices } from "./run-choices.ts"
import { runDocument } from "./run-document.ts"
import { answerProblem } from "./problem-answer.routes.ts"
import type { ProblemCode } from "./problem-text.id.ts"
import type { ProblemParams } from "./problems.ts"
import { idempotencyOf, newRunId, orderRun, repeatedRun } from "./start-run.job.ts"
import { unpackProblem } from "./unpack-problem.ts"
import { unpackZip } from "./unpack-upload.job.ts"
import { link } from "./view.ts"
import { doing, langOf, pathText, queryText, type WebContext } from "./web-context.ts"
import type { RunState } from "./run-state.ts"
import type { Lang } from "./words.ts"

export const UPLOAD_BYTES = 200 * 1024 * 1024

/** `/api/v1/runs`: start one from a zip, list them, follow one. */
export function addRunRoutes(app: FastifyInstance, web: WebContext): void {
  app.get("/api/v1/runs", doing("registry.read"), () => ({
    runs: web.store.list().map((run) => runDocument(run, web.queue.position(run.id))),
  }))
  app.get("/api/v1/runs/:id", doing("registry.read"), (request, reply) => {
    const run = web.store.get(pathText(request, "id"))
    if (run === null) return answerProblem(web, reply, "RUN_UNKNOWN")
    return runDocument(run, web.queue.position(run.id))
  })
  app.post("/api/v1/runs", doing("run.cycle"), (request, reply) =>
    startFromZip(web, request, reply),
  )
}

interface ReceivedZip {
  readonly path: string
  readonly name: string
  readonly sha256: string
  readonly written: WrittenChoices
  readonly lang: Lang
}

type Refused = { readonly code: ProblemCode; readonly params?: ProblemParams }

async function startFromZip(
  web: WebContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const id = newRunId(web)
  const upload = join(web.uploads, id)
  mkdirSync(upload, { mode: 0o700 })
  const started = await startIn(web, { id, upload, request })
  if (started.ok && started.value.run.id === id) return answerRun(reply, started.value)
  // Refused, or known already: nothing of this upload is kept.
  rmSync(upload, { recursive: true, force: true })
  if (started.ok) return answerRun(reply, started.value)
  return await answerProblem(web, reply, started.refusal.code, started.refusal.params)
}

interface Started {
  readonly run: RunState
  readonly lang: Lang
}

async function startIn(
  web: WebContext,
  { id, upload, request }: { id: string; upload: string; request: FastifyRequest },
): Promise<Result<Started, Refused>> {
  const received = await receiveZip(request, join(upload, "received.zip"))
  if (!received.ok) return received
  const { name, sha256, path, written, lang } = received.value
  const choices = readChoices(written)
  if (!choices.ok) return refuse({ code: choices.refusal, params: choiceParams(written) })
  const key = request.headers["idempotency-key"]
  const idempotency = idempotencyOf(key?.toString(), "zip", sha256, JSON.stringify(choices.value))
  const before = repeatedRun(web, idempotency)
  if (!before.ok) return refuse({ code: before.refusal })
  if (before.value !== null) return ok({ run: before.value, lang })
  const unpacked = await unpackZip(upload, path)
  if (!unpacked.ok) {
    const { code, params } = unpackProblem(unpacked.refusal, name)
    return refuse({ code, params: { ...choiceParams(written), ...params } })
  }
  const { placed, leftOut } = unpacked.value
  const inputs = { source: "zip" as const, title: name, files: placed.size, leftOut }
  // The same key may have come twice while this one was being unpacked.
  const meanwhile = repeatedRun(web, idempotency)
  if (meanwhile.ok && meanwhile.value !== null) return ok({ run: meanwhile.value, lang })
  return ok({
    run: orderRun(web, { id, upload, inputs, choices: choices.value, idempotency }),
    lang,
  })
}

async function receiveZip(
  request: FastifyRequest,
  path: string,
): Promise<Result<ReceivedZip, Refused>> {
  const tooLarge = refuse({
    code: "UPLOAD_TOO_LARGE" as const,
    params: { limit: UPLOAD_BYTES / 1024 ** 2 },
  })
  if (Number(request.headers["content-length"] ?? 0) > UPLOAD_BYTES + 64 * 1024) return tooLarge
  const body = request.body as AsyncIterable<Uint8Array> | undefined
  const type = request.headers["content-type"] ?? ""
  if (body === undefined || body === null) return refuse({ code: "FILE_MISSING" })
  if (/^application\/zip\b/i.test(type)) {
    const received = await receiveFile(body, path, UPLOAD_BYTES)
    if (!received.ok) return tooLarge
    const written = writtenIn((name) => queryText(request, name))
    const name = queryText(request, "nama") || "unggahan.zip"
    return ok({ path, name, sha256: received.value.sha256, written, lang: langOf(request) })
  }
  if (!/^multipart\/form-data\b/i.test(type)) return refuse({ code: "UNSUPPORTED_TYPE" })
  let file: Awaited<ReturnType<typeof receiveFile>> | null = null
  const form = await readMultipart(body, type, async (chunks) => {
    file = await receiveFile(chunks, path, UPLOAD_BYTES)
  })
  const stored = file as Awaited<ReturnType<typeof receiveFile>> | null
  if (stored !== null && !stored.ok) return tooLarge
  if (!form.ok) return refuse({ code: "FORM_MALFORMED" })
  const { fields } = form.value
  const lang = fields.get("lang") === "en" ? "en" : langOf(request)
  const written = writtenIn((name) => fields.get(name) ?? "")
  if (stored === null) return refuse({ code: "FILE_MISSING", params: choiceParams(written) })
  return ok({ path, name: form.value.file?.name ?? "", sha256: stored.value.sha256, written, lang })
}

/** A form goes on to the page of the run; a program gets the run. */
export function answerRun(reply: FastifyReply, { run, lang }: Started): FastifyReply {
  const page = link({ lang }, `/jalankan/${run.id}`)
  if (wantsPage(reply.request)) return reply.redirect(page, 303)
  return reply
    .code(202)
    .header("location", `/api/v1/runs/${run.id}`)
    .send({ ...runDocument(run, 0), page })
}

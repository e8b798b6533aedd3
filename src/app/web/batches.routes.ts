import { mkdirSync, rmSync } from "node:fs"
import { basename, join } from "node:path"
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify"
import {
  isBatchKind,
  type Batch,
  type BatchKind,
  type RequestKey,
} from "../../modules/inbox/index.ts"
import { receiveFile } from "../../platform/http.ts"
import { answerBatchRefusal } from "./batch-refusal.routes.ts"
import { batchDocument } from "./batch-document.ts"
import { answerProblem } from "./problem-answer.routes.ts"
import { UPLOAD_BYTES } from "./runs.routes.ts"
import { idempotencyOf, newRunId } from "./start-run.job.ts"
import { isSafePath } from "./cycle-paths.ts"
import { doing, langOf, pathText, queryText, type WebContext } from "./web-context.ts"

const LIST_LIMIT = 100
/** Below the patience of proxies and clients. */
const WAIT_MS = 20_000

/** `/api/v1/batches`: files of the inbox, from the upload to applying or undoing them. */
export function addBatchRoutes(app: FastifyInstance, web: WebContext): void {
  app.post("/api/v1/batches", doing("intake.import"), (request, reply) =>
    receive(web, request, reply),
  )
  app.get("/api/v1/batches", doing("intake.read"), (request, reply) => list(web, request, reply))
  app.get("/api/v1/batches/:id", doing("intake.read"), async (request, reply) => {
    if (queryText(request, "wait") === "1")
      await web.batches.settled(pathText(request, "id"), WAIT_MS)
    const batch = await findAsked(web, request)
    if (batch === null) return await unknownBatch(web, request, reply)
    return reply.send(documentOf(web, request, batch))
  })
  app.post("/api/v1/batches/:id/apply", doing("intake.apply"), (request, reply) =>
    decide(web, "apply", { request, reply }),
  )
  app.post("/api/v1/batches/:id/undo", doing("intake.undo"), (request, reply) =>
    decide(web, "undo", { request, reply }),
  )
}

interface Upload {
  readonly name: string
  readonly kind: BatchKind | null
  readonly sender: string
  readonly year: number
}

async function receive(
  web: WebContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const upload = readUpload(web, request)
  if (typeof upload === "string")
    return await answerProblem(web, reply, "PARAMETER_INVALID", { name: upload })
  const cycle = web.batches.cycleOf(upload.year)
  if (cycle === null) return await answerProblem(web, reply, "YEAR_INVALID")
  const body = request.body as AsyncIterable<Uint8Array> | undefined
  if (body === undefined || body === null || !isStream(request))
    return await answerProblem(web, reply, "UNSUPPORTED_TYPE")
  const tooLarge = (): Promise<FastifyReply> =>
    answerProblem(web, reply, "UPLOAD_TOO_LARGE", { limit: UPLOAD_BYTES / 1024 ** 2 })
  if (Number(request.headers["content-length"] ?? 0) > UPLOAD_BYTES) return await tooLarge()
  mkdirSync(web.uploads, { recursive: true, mode: 0o700 })
  // Under a random name, apart from everything that is served or read, until its hash is known.
  const quarantine = join(web.uploads, `${newRunId(web)}.part`)
  const received = await receiveFile(body, quarantine, UPLOAD_BYTES)
  if (!received.ok) return await tooLarge()
  const { sha256, bytes } = received.value
  try {
    if (bytes === 0) return await answerProblem(web, reply, "FILE_EMPTY")
    web.batches.payung.store.keepFile(quarantine, sha256)
  } finally {
    rmSync(quarantine, { force: true })
  }
  const { name, kind, sender } = upload
  const stored = await web.batches.receive({
    cycle,
    file: { name, sha256, sizeBytes: bytes, askedKind: kind, askedSender: sender },
    key: keyOf(request, ["import", sha256, name, kind ?? "", sender, String(cycle.year)]),
  })
  if (!stored.ok) return await answerBatchRefusal(web, reply, stored.refusal)
  return reply
    .code(202)
    .header("location", `/api/v1/batches/${stored.value.batchId}`)
    .send(documentOf(web, request, stored.value))
}

function isStream(request: FastifyRequest): boolean {
  return /^application\/octet-stream\b/i.test(request.headers["content-type"] ?? "")
}

/** What the address says of a file, or the name of the parameter that cannot be used. */
function readUpload(web: WebContext, request: FastifyRequest): Upload | string {
  const given = queryText(request, "name").normalize("NFC")
  if (!isSafePath(given)) return "name"
  const asked = queryText(request, "as")
  if (asked !== "" && !isBatchKind(asked)) return "as"
  const sender = queryText(request, "sender").trim()
  if (sender.length > SENDER_MAX) return "sender"
  const year = yearOf(web, request)
  if (year === null) return "year"
  return { name: basename(given), kind: isBatchKind(asked) ? asked : null, sender, year }
}

const SENDER_MAX = 200

/** The year that the address names, else the latest of the pack. */
function yearOf(web: WebContext, request: FastifyRequest): number | null {
  const text = queryText(request, "year")
  if (text === "") return web.place.terms.years[0] ?? null
  return /^20\d\d$/.test(text) ? Number(text) : null
}

function keyOf(request: FastifyRequest, body: readonly string[]): RequestKey | null {
  const given = idempotencyOf(request.headers["idempotency-key"]?.toString(), ...body)
  return given === null ? null : { hash: given.key, fingerprint: given.fingerprint }
}

async function list(
  web: WebContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const year = yearOf(web, request)
  const cycle = year === null ? null : web.batches.cycleOf(year)
  if (cycle === null) return await answerProblem(web, reply, "YEAR_INVALID")
  const after = queryText(request, "after")
  if (!/^\d{0,9}$/.test(after))
    return await answerProblem(web, reply, "PARAMETER_INVALID", { name: "after" })
  const page = { after: after === "" ? null : Number(after), limit: LIST_LIMIT + 1 }
  const found = await web.batches.list(cycle, page)
  const shown = found.slice(0, LIST_LIMIT)
  const next = found.length > LIST_LIMIT ? (shown.at(-1)?.seq ?? null) : null
  const batches = shown.map((batch) => documentOf(web, request, batch))
  return reply.send({ batches, next })
}

async function decide(
  web: WebContext,
  what: "apply" | "undo",
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
): Promise<FastifyReply> {
  const batchId = pathText(request, "id")
  if (!BATCH_ID.test(batchId)) return await unknownBatch(web, request, reply)
  const key = keyOf(request, [what, batchId])
  const decided = await web.batches.decide(what, { batchId, key })
  if (!decided.ok) return await answerBatchRefusal(web, reply, decided.refusal)
  return reply.send(documentOf(web, request, decided.value.batch))
}

export const BATCH_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The import that the address names; null where there is none. */
async function findAsked(web: WebContext, request: FastifyRequest): Promise<Batch | null> {
  const id = pathText(request, "id")
  return BATCH_ID.test(id) ? await web.batches.find(id) : null
}

export async function unknownBatch(
  web: WebContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const batchId = pathText(request, "id").slice(0, 60)
  return await answerBatchRefusal(web, reply, { kind: "batch_unknown", batchId })
}

function documentOf(web: WebContext, request: FastifyRequest, batch: Batch) {
  return batchDocument(batch, web.batches.progressOf(batch.batchId), langOf(request))
}

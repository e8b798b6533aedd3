import { mkdirSync, renameSync, rmSync } from "node:fs"
import { join } from "node:path"
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify"
import { sha256Hex } from "../../kernel/id.ts"
import { receiveFile } from "../../platform/http.ts"
import { isSafePath } from "./cycle-paths.ts"
import { answerProblem } from "./problem-answer.routes.ts"
import { choiceParams, readChoices, writtenIn } from "./run-choices.ts"
import { answerRun, UPLOAD_BYTES } from "./runs.routes.ts"
import { idempotencyOf, orderRun, repeatedRun } from "./start-run.job.ts"
import { unpackProblem } from "./unpack-problem.ts"
import { placeFolder, type FolderFile } from "./unpack-upload.job.ts"
import { doing, langOf, pathText, type WebContext } from "./web-context.ts"

const FILES = 2000
const OPEN_UPLOADS = 20

interface Upload {
  readonly folder: string
  readonly files: Map<string, FolderFile>
  bytes: number
}

/** `/api/v1/uploads/:id`: the files of a chosen folder one by one, then the run over them. */
export function addUploadRoutes(app: FastifyInstance, web: WebContext): void {
  const uploads = new Map<string, Upload>()
  app.put("/api/v1/uploads/:id/files/*", doing("run.cycle"), (request, reply) =>
    receiveOne(web, uploads, request, reply),
  )
  app.post("/api/v1/uploads/:id/run", doing("run.cycle"), (request, reply) =>
    runUpload(web, uploads, request, reply),
  )
}

const uploadId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

async function receiveOne(
  web: WebContext,
  uploads: Map<string, Upload>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const [id, path] = [pathText(request, "id"), pathText(request, "*")]
  if (!uploadId.test(id)) return await answerProblem(web, reply, "UPLOAD_UNKNOWN")
  if (!isSafePath(path))
    return await answerProblem(web, reply, "UNSAFE_PATH", { path: path.slice(0, 120) })
  const body = request.body as AsyncIterable<Uint8Array> | undefined
  const isStream = request.headers["content-type"] === "application/octet-stream"
  if (body === undefined || !isStream) return await answerProblem(web, reply, "UNSUPPORTED_TYPE")
  const upload = openUpload(web, uploads, id)
  const known = upload.files.get(path)
  if (known === undefined && upload.files.size >= FILES) {
    return await answerProblem(web, reply, "TOO_MANY_FILES", { limit: FILES })
  }
  const left = UPLOAD_BYTES - upload.bytes
  const tooLarge = (): Promise<FastifyReply> =>
    answerProblem(web, reply, "UPLOAD_TOO_LARGE", { limit: UPLOAD_BYTES / 1024 ** 2 })
  if (Number(request.headers["content-length"] ?? 0) > left) return await tooLarge()
  const arriving = join(upload.folder, `${Buffer.from(web.random(12)).toString("hex")}.part`)
  const received = await receiveFile(body, arriving, left)
  if (!received.ok) return await tooLarge()
  const { sha256, bytes } = received.value
  const before = upload.files.get(path)
  if (before !== undefined) {
    rmSync(arriving)
    if (before.sha256 === sha256) return reply.code(204).send()
    return await answerProblem(web, reply, "FILE_CHANGED", { path })
  }
  upload.bytes += bytes
  const kept = `${sha256Hex(path)}.file`
  renameSync(arriving, join(upload.folder, kept))
  upload.files.set(path, { kept, sha256 })
  return reply.code(204).send()
}

function openUpload(web: WebContext, uploads: Map<string, Upload>, id: string): Upload {
  const open = uploads.get(id)
  if (open !== undefined) return open
  const [oldest] = uploads.keys()
  if (uploads.size >= OPEN_UPLOADS && oldest !== undefined) {
    rmSync(join(web.uploads, oldest), { recursive: true, force: true })
    uploads.delete(oldest)
  }
  const upload = { folder: join(web.uploads, id), files: new Map<string, FolderFile>(), bytes: 0 }
  mkdirSync(upload.folder, { recursive: true, mode: 0o700 })
  uploads.set(id, upload)
  return upload
}

async function runUpload(
  web: WebContext,
  uploads: Map<string, Upload>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const id = pathText(request, "id")
  const body = (request.body ?? {}) as Record<string, unknown>
  const text = (name: string): string => (typeof body[name] === "string" ? body[name] : "")
  const written = writtenIn(text)
  const choices = readChoices(written)
  if (!choices.ok) return await answerProblem(web, reply, choices.refusal, choiceParams(written))
  const lang = langOf(request)
  // The upload's id names its files, which cannot be exchanged: FILE_CHANGED.
  const key = request.headers["idempotency-key"]?.toString() ?? id
  const idempotency = idempotencyOf(key, "folder", id, JSON.stringify(choices.value))
  const before = repeatedRun(web, idempotency)
  if (!before.ok) return await answerProblem(web, reply, before.refusal)
  if (before.value !== null) return answerRun(reply, { run: before.value, lang })
  const upload = uploads.get(id)
  if (upload === undefined) return await answerProblem(web, reply, "UPLOAD_UNKNOWN")
  uploads.delete(id)
  const placed = placeFolder(upload.folder, upload.files)
  if (!placed.ok) {
    rmSync(upload.folder, { recursive: true, force: true })
    const { code, params } = unpackProblem(placed.refusal, id)
    return await answerProblem(web, reply, code, params)
  }
  const [first = ""] = upload.files.keys()
  const title = text("judul").slice(0, 120) || (first.split("/")[0] ?? first)
  const { placed: paths, leftOut } = placed.value
  const inputs = { source: "folder" as const, title, files: paths.size, leftOut }
  const order = { id, upload: upload.folder, inputs, choices: choices.value, idempotency }
  return answerRun(reply, { run: orderRun(web, order), lang })
}

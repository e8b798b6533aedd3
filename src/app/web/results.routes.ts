import { createReadStream, readFileSync } from "node:fs"
import { join, posix } from "node:path"
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify"
import { disposition, mediaType, securityHeaders, sendPage } from "../../platform/http.ts"
import { filesPage } from "./pages/files-page.ts"
import { reportBar, withReportBar } from "./pages/report-bar.ts"
import { answerProblem } from "./problem-answer.routes.ts"
import { listResult } from "./result-files.load.ts"
import { zipResult } from "./result-zip.job.ts"
import type { RunState } from "./run-state.ts"
import { link } from "./view.ts"
import { doing, langOf, pathText, viewOf, type WebContext } from "./web-context.ts"

type Answer = (run: RunState, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

/** `/hasil/:id/`: the report of a run, its files, and all of them as one archive. */
export function addResultRoutes(app: FastifyInstance, web: WebContext): void {
  const add = (path: string, answer: Answer): void => {
    app.get(path, doing("registry.read"), async (request, reply) => {
      const run = web.store.get(pathText(request, "id"))
      if (run === null) return await answerProblem(web, reply, "RUN_UNKNOWN")
      if (run.status !== "done") return await answerUnfinished(web, run, request, reply)
      return await answer(run, request, reply)
    })
  }
  add("/hasil/:id", async (run, request, reply) =>
    reply.redirect(link({ lang: langOf(request) }, `/hasil/${run.id}/`), 303),
  )
  add("/hasil/:id/", (run, request, reply) => sendReport(web, run, request, reply))
  add("/hasil/:id/berkas/", async (run, request, reply) => {
    const files = listResult(web.store.folderOf(run.id))
    return sendPage(reply, filesPage(viewOf(web, request), run, files))
  })
  add("/hasil/:id/unduh.zip", async (run, _request, reply) => {
    const folder = web.store.folderOf(run.id)
    const name = `payung-${run.headline?.year ?? ""}-${run.id.slice(0, 8)}.zip`
    const archive = zipResult(folder, listResult(folder))
    return reply
      .type("application/zip")
      .header("content-disposition", disposition("attachment", name))
      .send(archive)
  })
  add("/hasil/:id/berkas/*", (run, request, reply) => sendFile(web, run, request, reply))
  // The report's own links are relative to it: they lead here.
  add("/hasil/:id/*", (run, request, reply) => sendFile(web, run, request, reply))
}

async function answerUnfinished(
  web: WebContext,
  run: RunState,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const isReport = request.routeOptions.url === "/hasil/:id/"
  const page = link({ lang: langOf(request) }, `/jalankan/${run.id}`)
  return isReport
    ? reply.redirect(page, 303)
    : await answerProblem(web, reply, "RUN_NOT_DONE", { id: run.id })
}

async function sendReport(
  web: WebContext,
  run: RunState,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const view = viewOf(web, request)
  const folder = web.store.folderOf(run.id)
  if (!listResult(folder).some(({ path }) => path === "laporan.html")) {
    return reply.redirect(link(view, `/hasil/${run.id}/berkas/`), 303)
  }
  const report = readFileSync(join(folder, "laporan.html"), "utf8")
  void reply.headers(securityHeaders("document")).type("text/html; charset=utf-8")
  return reply.send(withReportBar(report, reportBar(view, run.id)))
}

async function sendFile(
  web: WebContext,
  run: RunState,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const folder = web.store.folderOf(run.id)
  const asked = pathText(request, "*")
  const file = listResult(folder).find(({ path }) => path === asked)
  if (file === undefined) return await answerProblem(web, reply, "FILE_UNKNOWN")
  const kind = file.path.endsWith(".pdf") ? "inline" : "attachment"
  void reply
    .type(mediaType(file.path))
    .header("content-length", file.bytes)
    .header("content-disposition", disposition(kind, posix.basename(file.path)))
  // A PDF viewer needs its own styles; everything else is a download.
  if (kind === "attachment") void reply.headers(securityHeaders("document"))
  return reply.send(createReadStream(join(folder, file.path)))
}

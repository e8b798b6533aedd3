import type { FastifyInstance } from "fastify"
import { sendPage } from "../../platform/http.ts"
import type { LatestResult } from "./pages/headline-card.ts"
import { problemPage, progressPage } from "./pages/run-page.ts"
import { startPage } from "./pages/start-page.ts"
import { answerProblem } from "./problem-answer.routes.ts"
import { listResult } from "./result-files.load.ts"
import { formAddress, writeChoices, writtenIn } from "./run-choices.ts"
import { failureProblem } from "./run-failures.ts"
import { link } from "./view.ts"
import { doing, langOf, pathText, queryText, viewOf, type WebContext } from "./web-context.ts"

/** The start page and the page of a run that waits, works or failed. */
export function addPageRoutes(app: FastifyInstance, web: WebContext): void {
  app.get("/", doing("registry.read"), (request, reply) => {
    const { terms } = web.place
    const written = writtenIn((name) => queryText(request, name))
    const page = { latest: latestResult(web), runs: web.store.list(), terms, written }
    return sendPage(reply, startPage(viewOf(web, request), page))
  })
  app.get("/jalankan/:id", doing("registry.read"), (request, reply) => {
    const run = web.store.get(pathText(request, "id"))
    if (run === null) return answerProblem(web, reply, "RUN_UNKNOWN")
    if (run.status === "done")
      return reply.redirect(link({ lang: langOf(request) }, `/hasil/${run.id}/`), 303)
    const view = viewOf(web, request)
    if (run.failure === null)
      return sendPage(reply, progressPage(view, run, web.queue.position(run.id)))
    const problem = failureProblem(run.failure, view.lang)
    const again = formAddress(writeChoices(run.choices))
    const frame = { title: view.words.failedTitle, again }
    return sendPage(reply.code(problem.status), problemPage(view, problem, frame))
  })
  app.get("/healthz", doing("public"), async (_request, reply) => {
    const isUp = await web.isDatabaseUp()
    return reply.code(isUp ? 200 : 503).send({ status: isUp ? "ok" : "database_unreachable" })
  })
}

function latestResult({ store }: WebContext): LatestResult | null {
  const run = store.list().find(({ status }) => status === "done")
  if (run === undefined || run.headline === null) return null
  return { run, headline: run.headline, files: listResult(store.folderOf(run.id)) }
}

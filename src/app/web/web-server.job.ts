import type { FastifyInstance, FastifyRequest } from "fastify"
import { createHttpServer, type HttpProblemKind, type Problem } from "../../platform/http.ts"
import { addAssetRoutes } from "./assets.routes.ts"
import { addBatchRowRoutes } from "./batch-rows.routes.ts"
import { addBatchRoutes } from "./batches.routes.ts"
import { addPageRoutes } from "./pages.routes.ts"
import { addPairRoutes } from "./pairs.routes.ts"
import { addPersonRoutes } from "./persons.routes.ts"
import { problemPageOf } from "./problem-answer.routes.ts"
import type { ProblemCode } from "./problem-text.id.ts"
import { problemOf } from "./problems.ts"
import { addResultRoutes } from "./results.routes.ts"
import { addRunRoutes, UPLOAD_BYTES } from "./runs.routes.ts"
import { addUploadRoutes } from "./uploads.routes.ts"
import { langOf, type WebContext } from "./web-context.ts"

const codes: Readonly<Record<HttpProblemKind, ProblemCode>> = {
  foreign_host: "FOREIGN_HOST",
  foreign_origin: "FOREIGN_ORIGIN",
  not_found: "NOT_FOUND",
  bad_request: "BAD_REQUEST",
  unsupported_type: "UNSUPPORTED_TYPE",
  too_large: "UPLOAD_TOO_LARGE",
  storage_full: "STORAGE_FULL",
  internal: "INTERNAL",
}

/** The whole web server, not yet listening. */
export function createWebServer(web: WebContext): FastifyInstance {
  const params = { url: `http://localhost:${web.config.port}`, limit: UPLOAD_BYTES / 1024 ** 2 }
  const problems = (kind: HttpProblemKind, request: FastifyRequest): Problem =>
    problemOf(codes[kind], langOf(request), params)
  const { log, authorize } = web
  const app = createHttpServer({ log, authorize, problems, problemPage: problemPageOf(web) })
  addAssetRoutes(app)
  addPageRoutes(app, web)
  addRunRoutes(app, web)
  addUploadRoutes(app, web)
  addResultRoutes(app, web)
  addBatchRoutes(app, web)
  addBatchRowRoutes(app, web)
  addPairRoutes(app, web)
  addPersonRoutes(app, web)
  return app
}

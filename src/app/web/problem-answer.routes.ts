import type { FastifyReply, FastifyRequest } from "fastify"
import { sendProblem, type Html, type Problem } from "../../platform/http.ts"
import { problemPage } from "./pages/run-page.ts"
import { formAddress, writtenIn } from "./run-choices.ts"
import type { ProblemCode } from "./problem-text.id.ts"
import { problemOf, type ProblemParams } from "./problems.ts"
import { langOf, viewOf, type WebContext } from "./web-context.ts"

type Place = Pick<WebContext, "place">

/** Ends a request with a problem, in the language of its address. */
export async function answerProblem(
  web: Place,
  reply: FastifyReply,
  code: ProblemCode,
  params: ProblemParams = {},
): Promise<FastifyReply> {
  const problem = problemOf(code, langOf(reply.request), params)
  return await sendProblem({ problemPage: problemPageOf(web) }, reply, problem)
}

/** How any problem looks to a person. */
export function problemPageOf(web: Place): (problem: Problem, request: FastifyRequest) => Html {
  return (problem, request) => {
    const view = viewOf(web, request)
    const title = view.words.problemTitle
    // A page that answered a form has no address to come back to in another language.
    if (request.method === "GET") return problemPage(view, problem, { title, again: null })
    const written = writtenIn((name) => String(problem.params?.[name] ?? ""))
    return problemPage({ ...view, path: "/" }, problem, { title, again: formAddress(written) })
  }
}

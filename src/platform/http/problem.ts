/** An error for programs and people, RFC 9457, with our what, where and how. */
export interface Problem {
  readonly status: number
  /** Upper case with underscores; never changes its meaning. */
  readonly code: string
  readonly what: string
  readonly where: string
  readonly how: string
  readonly params?: Readonly<Record<string, string | number>>
}

export const PROBLEM_TYPE = "application/problem+json; charset=utf-8"

/** The body to send as `application/problem+json`. */
export function problemBody(problem: Problem): Record<string, unknown> {
  const { status, code, what, where, how, params = {} } = problem
  const type = `urn:payung:problem:${code.toLowerCase().replaceAll("_", "-")}`
  return { type, title: what, status, code, what, where, how, params }
}

import type { Problem } from "../../platform/http.ts"
import { problemTextEn } from "./problem-text.en.ts"
import { problemTextId, type ProblemCode, type ProblemText } from "./problem-text.id.ts"
import type { Lang } from "./words.ts"

export type ProblemParams = Readonly<Record<string, string | number>>

const texts: Readonly<Record<Lang, ProblemText>> = { id: problemTextId, en: problemTextEn }

const statuses: Partial<Record<ProblemCode, number>> = {
  BAD_REQUEST: 400,
  FILE_UNKNOWN: 404,
  FOREIGN_HOST: 421,
  FOREIGN_ORIGIN: 403,
  FORM_MALFORMED: 400,
  INTERNAL: 500,
  NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  NOTHING_TO_ASK: 404,
  RUN_NOT_DONE: 409,
  RUN_UNKNOWN: 404,
  STORAGE_FULL: 507,
  UNSUPPORTED_TYPE: 415,
  UPLOAD_TOO_LARGE: 413,
  UPLOAD_UNKNOWN: 404,
}

/** The problem of a code in a language; what could be read but not used is a 422. */
export function problemOf(code: ProblemCode, lang: Lang, params: ProblemParams = {}): Problem {
  const [what, where, how] = texts[lang][code].map((text) => fill(text, params))
  const status = statuses[code] ?? 422
  return { status, code, what: what ?? "", where: where ?? "", how: how ?? "", params }
}

function fill(text: string, params: ProblemParams): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ""))
}

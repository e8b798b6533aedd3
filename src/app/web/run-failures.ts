import type { Problem } from "../../platform/http.ts"
import { textEn } from "./text.en.ts"
import { textId } from "./text.id.ts"
import type { RunFailure } from "./run-state.ts"
import { fillWords, wordsOf, type Lang } from "./words.ts"

interface Refused {
  readonly code: string
  readonly exitCode: number
  readonly id: string
  readonly en: string
}

/** Exit codes of the command line's contract → HTTP; what is not listed is the input's fault. */
const statusOf: ReadonlyMap<number, number> = new Map([
  [5, 403],
  [6, 503],
  [7, 500],
  [9, 507],
])

export function refusedFailure(refused: Refused, stage: RunFailure["stage"]): RunFailure {
  const { code, exitCode, id, en } = refused
  return { code, status: statusOf.get(exitCode) ?? 422, stage, id, en }
}

export function crashedFailure(stage: RunFailure["stage"]): RunFailure {
  return { code: "RUN_CRASHED", status: 500, stage, id: textId.crashed, en: textEn.crashed }
}

export function stoppedFailure(stage: RunFailure["stage"]): RunFailure {
  return { code: "RUN_STOPPED", status: 503, stage, id: textId.stopped, en: textEn.stopped }
}

/** The first sentence says what, the rest how; where is the stage that met it. */
export function failureProblem(failure: RunFailure, lang: Lang): Problem {
  const words = wordsOf(lang)
  const text = lang === "id" ? failure.id : failure.en
  const end = /[.!?](?=\s)/.exec(text)?.index
  const what = end === undefined ? text : text.slice(0, end + 1)
  const how = end === undefined ? words.tryAgain : text.slice(end + 1).trim()
  const stage = words.stages[failure.stage ?? "read"]
  const where = fillWords(words.stageWhere, { stage })
  return { status: failure.status, code: failure.code, what, where, how }
}

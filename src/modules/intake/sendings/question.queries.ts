import type pg from "pg"
import { loadDelta, type DeltaRun } from "../../../platform/delta.ts"
import { countQuestions, type OpenQuestion, type QuestionCounts } from "../layout/open-question.ts"

const QUESTION_TABLE = {
  parent: "intake.question",
  current: "intake.current_question",
  key: ["subject", "code", "field"],
  columns: ["subject", "code", "field"],
}

/** What a run asks, and everybody and everything about whom an answer would still count. */
export interface AskedQuestions {
  readonly open: readonly OpenQuestion[]
  readonly subjects: ReadonlySet<string>
}

/** Stores what a run asks, and tells what became of the questions of the run before. */
export async function storeQuestions(
  client: pg.PoolClient,
  run: DeltaRun,
  { open, subjects }: AskedQuestions,
): Promise<QuestionCounts> {
  const found = await client.query<OpenQuestion>(
    `select subject, code, field from intake.current_question
     where programme_code = $1 and year = $2`,
    [run.programmeCode, run.year],
  )
  const rows = open.map(({ subject, code, field }) => [subject, code, field])
  await loadDelta(client, QUESTION_TABLE, run, rows)
  return countQuestions(found.rows, open, subjects)
}

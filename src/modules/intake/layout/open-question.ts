/** One thing that a run still asks. */
export interface OpenQuestion {
  /** "row:", "person:", "file:" or "register:", then the id or name. */
  readonly subject: string
  readonly code: string
  readonly field: string
}

export interface QuestionCounts {
  /** New since the run before. */
  readonly asked: number
  /** No longer open though what they were about still stands. */
  readonly answered: number
  /** What they were about stands no longer, or needs no answer now. */
  readonly lapsed: number
  readonly open: number
}

/** `subjects`: everybody and everything of the later run about whom an answer would still count. */
export function countQuestions(
  before: readonly OpenQuestion[],
  now: readonly OpenQuestion[],
  subjects: ReadonlySet<string>,
): QuestionCounts {
  const [earlier, later] = [new Map(before.map(keyed)), new Map(now.map(keyed))]
  const counts = { asked: 0, answered: 0, lapsed: 0, open: later.size }
  for (const [key, { subject }] of earlier) {
    if (later.has(key)) continue
    if (subjects.has(subject)) counts.answered++
    else counts.lapsed++
  }
  for (const key of later.keys()) if (!earlier.has(key)) counts.asked++
  return counts
}

function keyed(question: OpenQuestion): [string, OpenQuestion] {
  return [[question.subject, question.code, question.field].join("\n"), question]
}

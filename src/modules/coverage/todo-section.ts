import { formatCount, formatRupiah } from "../../kernel/rupiah.ts"
import { html, type Html } from "../../platform/http/html.ts"
import { isAssumed } from "./law-section.ts"
import { section } from "./page-parts.ts"
import type { OutgoingFile, ReportInput } from "./report-input.ts"
import { TEXT_ID } from "./text.id.ts"
import { fill, withoutNik } from "./wording.ts"

interface Step {
  readonly what: string
  /** Files, people or values the step is about. */
  readonly which: readonly string[]
}

/** A longer list is cut to its beginning; all of it is in the folder that the step names. */
const SHOWN_MAX = 12
const SHOWN_AT_LEAST = 5

/** What to do next, in the order in which it helps; steps with nothing to do are left out. */
export function todoSection(input: ReportInput): Html {
  const steps = stepsOfTodo(input)
  return section(
    "langkah",
    html`<p>${fill(TEXT_ID.todoTitle, { steps: steps.length })}</p>
      <ol class="steps">
        ${steps.map(
          ({ what, which }) => html`<li><strong>${what}</strong>${shortList(which)}</li>`,
        )}
      </ol>`,
  )
}

export function stepsOfTodo(input: ReportInput): Step[] {
  const { todo, order, files, fileQuestions } = input
  const { requests, repairs, greyPairs } = todo
  const broken = files.filter(({ status }) => status === "unreadable" || status === "protected")
  const assumed = assumedThings(input)
  const rows = repairs.reduce((sum, { count }) => sum + count, 0)
  const when = (count: number, what: string, which: readonly string[]): Step[] =>
    count > 0 ? [{ what: fill(what, { count, rows }), which }] : []
  const outgoing = (list: readonly OutgoingFile[]): string[] => list.map(outgoingText)
  return [
    ...when(
      broken.length,
      TEXT_ID.todoBroken,
      broken.map(({ sender, file }) => `${sender}: ${withoutNik(file)}`),
    ),
    ...when(fileQuestions.length, TEXT_ID.todoQuestions, []),
    ...when(requests.length, TEXT_ID.todoRequests, outgoing(requests)),
    ...when(repairs.length, TEXT_ID.todoRepairs, outgoing(repairs)),
    ...when(greyPairs, TEXT_ID.todoPairs, [TEXT_ID.todoPairsWhere]),
    { what: TEXT_ID.todoSeed, which: [order.seed] },
    ...when(assumed.length, TEXT_ID.todoAssumed, assumed),
    { what: TEXT_ID.todoRerun, which: [] },
    { what: TEXT_ID.todoDecree, which: [TEXT_ID.todoDecreeWhere] },
  ]
}

/** Everything the city still has to confirm, named once. */
export function assumedThings({ law, order, money }: ReportInput): string[] {
  const lines = [...order.groups, ...order.keys].filter(({ status }) => status === "assumed")
  const accounts = money.components.filter((part) => part.accountStatus === "assumed")
  const ceiling = fill(TEXT_ID.assumedCeiling, { ceiling: formatRupiah(money.ceiling) })
  const values = law.values.filter(({ use }) => use.status === "assumed")
  return [
    ...(money.ceilingStatus === "assumed" ? [ceiling] : []),
    ...accounts.map(({ programme }) => fill(TEXT_ID.assumedAccount, { programme })),
    ...new Set(values.map(({ title }) => fill(TEXT_ID.assumedValue, { title }))),
    ...law.criteria.filter(isAssumed).map(({ title }) => fill(TEXT_ID.assumedCriterion, { title })),
    ...lines.map(({ title }) => fill(TEXT_ID.assumedOrder, { title })),
  ]
}

function outgoingText({ file, to, count }: OutgoingFile): string {
  if (count === 0) return fill(TEXT_ID.todoToWhole, { file: withoutNik(file), to })
  return fill(TEXT_ID.todoTo, { file: withoutNik(file), to, count: formatCount(count) })
}

function shortList(items: readonly string[]): Html | null {
  if (items.length === 0) return null
  const isCut = items.length > SHOWN_MAX
  const shown = isCut ? items.slice(0, SHOWN_AT_LEAST) : items
  const more = isCut ? [fill(TEXT_ID.todoMore, { count: items.length - SHOWN_AT_LEAST })] : []
  return html`<ul>
    ${[...shown, ...more].map((item) => html`<li>${item}</li>`)}
  </ul>`
}

import { html, type Html } from "../../platform/http/html.ts"
import { code, codeWord, number, section, source, table, text } from "./page-parts.ts"
import { REASON_TEXT_ID } from "./reason-text.id.ts"
import type { Asked, ReasonCount, ReportInput } from "./report-input.ts"
import { ASKED_ID, TEXT_ID } from "./text.id.ts"
import { fill } from "./wording.ts"

/** Why people are not in, and what is needed from whom for those who are undecided. */
export function reasonSection(input: ReportInput): Html {
  const { reasons, counts, needs, asOf } = input
  const of = (outcome: ReasonCount["outcome"]): ReasonCount[] =>
    reasons.filter((reason) => reason.outcome === outcome)
  const { ineligible, undecided } = counts
  return section(
    "alasan",
    html`<p>${TEXT_ID.reasonsNote}</p>`,
    reasonTable(fill(TEXT_ID.ineligibleTitle, { people: ineligible }), of("ineligible")),
    reasonTable(fill(TEXT_ID.undecidedTitle, { people: undecided }), of("undecided")),
    html`<p>${TEXT_ID.undecidedNote}</p>`,
    source(TEXT_ID.sourcePersons, asOf),
    table({
      title: fill(TEXT_ID.needsTitle, { lines: needs.length }),
      columns: [text(TEXT_ID.need), text(TEXT_ID.from), number(TEXT_ID.people)],
      rows: needs.map((need) => [
        REASON_TEXT_ID[need.code].need,
        need.askedOf.map((asked) => askedName(asked, input)).join(TEXT_ID.or),
        need.people,
      ]),
    }),
    source(TEXT_ID.sourcePersons, asOf),
  )
}

function reasonTable(title: string, reasons: readonly ReasonCount[]): Html {
  return table({
    title,
    columns: [text(TEXT_ID.reason), code(TEXT_ID.code), number(TEXT_ID.people)],
    rows: byCount(reasons).map((reason) => [
      REASON_TEXT_ID[reason.code].why,
      codeWord(reason.code),
      reason.people,
    ]),
  })
}

function byCount(reasons: readonly ReasonCount[]): ReasonCount[] {
  return [...reasons].sort((a, b) => b.people - a.people || (a.code < b.code ? -1 : 1))
}

/** An office by the pack's name; a word of ours for everybody else. */
export function askedName(asked: Asked, { law }: ReportInput): string {
  if (!isOffice(asked)) return ASKED_ID[asked]
  const id = asked.slice("office:".length)
  return law.offices.find((office) => office.id === id)?.name ?? id
}

function isOffice(asked: Asked): asked is `office:${string}` {
  return asked.startsWith("office:")
}

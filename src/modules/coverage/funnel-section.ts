import { formatCount } from "../../kernel/rupiah.ts"
import { html, type Html } from "../../platform/http/html.ts"
import { bars } from "./bars.ts"
import { number, section, source, table, text } from "./page-parts.ts"
import type { ReportInput } from "./report-input.ts"
import { TEXT_ID } from "./text.id.ts"
import { fill, percentOf } from "./wording.ts"

/** From the rows read to the list: bars, and the same numbers as a table. */
export function funnelSection({ counts, asOf }: ReportInput): Html {
  const { rows, candidateRows, people, eligible, ineligible, undecided, selected } = counts
  const stages = [
    { label: TEXT_ID.funnelRows, count: rows.read },
    { label: TEXT_ID.funnelCandidates, count: candidateRows },
    { label: TEXT_ID.funnelPeople, count: people },
    { label: TEXT_ID.funnelEligible, count: eligible },
    { label: TEXT_ID.funnelSelected, count: selected },
  ].map((stage, index, all) => {
    const before = all[index - 1]
    return { ...stage, note: before === undefined ? "–" : percentOf(stage.count, before.count) }
  })
  const title = fill(TEXT_ID.funnelTitle, { rows: rows.read, people, selected })
  return section(
    "saringan",
    html`<figure>
      <figcaption>${title}</figcaption>
      ${bars(stages.map((stage, index) => ({ ...stage, note: index === 0 ? "" : stage.note })))}
      ${source(TEXT_ID.sourceRun, asOf)}
    </figure>`,
    table({
      title: TEXT_ID.funnelTable,
      columns: [text(TEXT_ID.stage), number(TEXT_ID.count), number(TEXT_ID.ofPrevious)],
      rows: stages.map(({ label, count, note }) => [label, formatCount(count), note]),
    }),
    html`<p class="sum">
      ${fill(TEXT_ID.funnelOutcome, { eligible, ineligible, undecided, people })}
    </p>`,
  )
}

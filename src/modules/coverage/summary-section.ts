import { formatDateId } from "../../kernel/local-date.ts"
import { formatCount, formatRupiah } from "../../kernel/rupiah.ts"
import { html, type Html } from "../../platform/http/html.ts"
import { checkReport } from "./check-report.ts"
import { list, section } from "./page-parts.ts"
import type { ReportInput } from "./report-input.ts"
import { TEXT_ID } from "./text.id.ts"
import { fill, withoutNik } from "./wording.ts"

/** The result in one sentence, its date and mark, and four figures. */
export function summarySection(input: ReportInput): Html {
  const { counts, money, programme, law, asOf } = input
  return section(
    "ringkasan",
    html`<p class="headline">${headline(input)}</p>
      <p class="draft"><strong class="mark">${TEXT_ID.draft}</strong> ${TEXT_ID.draftHow}</p>
      ${mismatches(input)}
      <dl class="tiles">
        ${tile(formatCount(counts.selected), TEXT_ID.tileSelected)}
        ${tile(formatCount(counts.reserve), TEXT_ID.tileReserve)}
        ${tile(formatCount(counts.undecided), TEXT_ID.tileUndecided)}
        ${tile(formatRupiah(money.left), TEXT_ID.tileLeft)}
      </dl>
      <dl class="facts">
        <div>
          <dt>Program</dt>
          <dd>${programme.name}, ${programme.city}</dd>
        </div>
        <div>
          <dt>Pengelola</dt>
          <dd>${programme.owner}</dd>
        </div>
        <div>
          <dt>Tanggal acuan</dt>
          <dd>${formatDateId(asOf)}</dd>
        </div>
        <div>
          <dt>${TEXT_ID.pack}</dt>
          <dd>${law.pack}, versi <code>${law.version.slice(0, 12)}</code></dd>
        </div>
      </dl>
      ${input.changes.length === 0 ? html`<p>${TEXT_ID.firstRun}</p>` : sentences(TEXT_ID.changesTitle, input.changes)}
      ${input.corrections.length === 0 ? null : sentences(TEXT_ID.correctionsTitle, input.corrections)}`,
  )
}

function sentences(title: string, told: readonly string[]): Html {
  return html`<h3>${title}</h3>
    ${list(told.map(withoutNik))}`
}

/** Also the description of the document. */
export function headline({ counts, money, programme }: ReportInput): string {
  const ceiling = formatRupiah(money.ceiling)
  if (counts.selected === 0) return fill(TEXT_ID.headlineNone, { ceiling })
  return fill(TEXT_ID.headline, {
    selected: counts.selected,
    months: programme.months.length,
    year: String(programme.year),
    cost: formatRupiah(money.cost),
    left: formatRupiah(money.left),
    ceiling,
  })
}

function tile(figure: string, label: string): Html {
  return html`<div>
    <dt>${label}</dt>
    <dd>${figure}</dd>
  </div>`
}

function mismatches(input: ReportInput): Html | null {
  const failed = checkReport(input).filter(({ holds }) => !holds)
  if (failed.length === 0) return null
  return html`<div class="warning">
    <h3>${TEXT_ID.mismatchTitle}</h3>
    <p>${TEXT_ID.mismatchHow}</p>
    ${list(failed.map(({ sentence }) => sentence))}
  </div>`
}

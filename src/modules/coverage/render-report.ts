import { formatDateId } from "../../kernel/local-date.ts"
import { html, trusted, type Html } from "../../platform/http/html.ts"
import { fileSection, findingSection } from "./file-section.ts"
import { funnelSection } from "./funnel-section.ts"
import { lawSection } from "./law-section.ts"
import { moneySection } from "./money-section.ts"
import { orderSection } from "./order-section.ts"
import { proofSection } from "./proof-section.ts"
import { reasonSection } from "./reason-section.ts"
import type { ReportInput } from "./report-input.ts"
import { REPORT_STYLE } from "./report-style.ts"
import { areaSection, sectorSection } from "./share-section.ts"
import { headline, summarySection } from "./summary-section.ts"
import { SECTIONS_ID, TEXT_ID } from "./text.id.ts"
import { todoSection } from "./todo-section.ts"
import { fill } from "./wording.ts"

/**
 * `laporan.html`: one page that needs no network and no script, in Indonesian, for screen and A4.
 * The same input gives the same bytes.
 */
export function renderReport(input: ReportInput): string {
  const { programme, asOf } = input
  const title = fill(TEXT_ID.title, { city: programme.city, year: String(programme.year) })
  const page = html`<!doctype html>
    <html lang="id">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="description" content="${headline(input)}" />
        <title>${title}</title>
        <style>
          ${trusted(REPORT_STYLE)}
        </style>
      </head>
      <body>
        <a class="skip" href="#isi">${TEXT_ID.skip}</a>
        <header>
          <div class="wrap">
            <p class="owner">${programme.owner} ${programme.city}</p>
            <h1>${title}</h1>
            <p class="date">
              ${fill(TEXT_ID.asOf, { date: formatDateId(asOf) })}
              <span class="mark">${TEXT_ID.draft}</span>
            </p>
          </div>
        </header>
        <div class="wrap page">
          ${contents()}
          <main id="isi" tabindex="-1">${sections(input)}</main>
        </div>
        <footer>
          <div class="wrap"><p>${TEXT_ID.footer}</p></div>
        </footer>
      </body>
    </html> `
  return page.markup
}

function contents(): Html {
  const items = Object.entries(SECTIONS_ID).map(
    ([id, name]) => html`<li><a href="#${id}">${name}</a></li>`,
  )
  return html`<nav aria-label="${TEXT_ID.contents}">
    <p aria-hidden="true">${TEXT_ID.contents}</p>
    <ol>
      ${items}
    </ol>
  </nav>`
}

/** In the order of SECTIONS_ID. */
function sections(input: ReportInput): Html[] {
  return [
    summarySection(input),
    todoSection(input),
    funnelSection(input),
    reasonSection(input),
    areaSection(input),
    sectorSection(input),
    moneySection(input),
    orderSection(input),
    fileSection(input),
    findingSection(input),
    lawSection(input),
    proofSection(input),
  ]
}

import { html, type Html } from "../../platform/http/html.ts"
import { checkReport } from "./check-report.ts"
import { mark } from "./check-mark.ts"
import { section } from "./page-parts.ts"
import type { ReportInput } from "./report-input.ts"
import { TEXT_ID } from "./text.id.ts"

/** Hashes, seed and command with which anyone makes the same result, and the sums that hold. */
export function proofSection(input: ReportInput): Html {
  const { proof, order, law } = input
  const fact = (name: string, value: string): Html =>
    html`<div>
      <dt>${name}</dt>
      <dd><code>${value}</code></dd>
    </div>`
  return section(
    "bukti",
    html`<p>${TEXT_ID.proofTitle}</p>
      <dl class="facts long">
        ${fact(TEXT_ID.inputHash, proof.inputHash)} ${fact(TEXT_ID.resultHash, proof.resultHash)}
        ${fact(TEXT_ID.lawVersion, law.version)} ${fact(TEXT_ID.seed, order.seed)}
        ${fact(TEXT_ID.command, proof.command)}
      </dl>
      <ol class="steps">
        ${TEXT_ID.verify.map((step) => html`<li>${step}</li>`)}
      </ol>
      <h3>${TEXT_ID.checksTitle}</h3>
      <ul class="checks">
        ${checkReport(input).map(
          ({ sentence, holds }) => html`<li>${mark(holds)} ${sentence}</li>`,
        )}
      </ul>`,
  )
}

import { formatDateId } from "../../kernel/local-date.ts"
import { html, type Html } from "../../platform/http/html.ts"
import type { Criterion } from "../law/index.ts"
import { dimensionText, lawValueText, referenceText } from "./law-value-text.ts"
import { section, source, statusTag, table, text, type Cell } from "./page-parts.ts"
import type { LawValueLine, ReportInput } from "./report-input.ts"
import { TEXT_ID } from "./text.id.ts"
import { fill } from "./wording.ts"

/** The values and criteria used, each with its day, its source and how sure it is. */
export function lawSection({ law, asOf }: ReportInput): Html {
  const { values, criteria, pack } = law
  const assumed =
    values.filter(({ use }) => use.status === "assumed").length + criteria.filter(isAssumed).length
  const words = { values: values.length, criteria: criteria.length, assumed }
  return section(
    "hukum",
    html`<p>${fill(TEXT_ID.lawTitle, words)} ${TEXT_ID.lawNote}</p>`,
    table({
      title: TEXT_ID.valuesTitle,
      columns: [
        ...[TEXT_ID.series, TEXT_ID.value, TEXT_ID.valid, TEXT_ID.reference].map(text),
        text(TEXT_ID.status),
      ],
      rows: values.map(valueRow),
      wide: true,
    }),
    source(`law/${pack}, law/national`, asOf),
    table({
      title: TEXT_ID.criteriaTitle,
      columns: [TEXT_ID.criterion, TEXT_ID.valid, TEXT_ID.reference, TEXT_ID.status].map(text),
      rows: criteria.map((criterion) => [
        `${criterion.id} ${criterion.title}`,
        formatDateId(criterion.from),
        referenceText(criterion.reference),
        statusTag(isAssumed(criterion) ? "assumed" : criterion.status),
      ]),
      wide: true,
    }),
    source(`law/${pack}/criteria.yaml`, asOf),
  )
}

/** A criterion may be known while the choice of one of its parameters is not. */
export function isAssumed({ status, assumedParameters }: Criterion): boolean {
  return status === "assumed" || assumedParameters.length > 0
}

function valueRow({ title, use }: LawValueLine): Cell[] {
  const dims = dimensionText(use.dims)
  const later = use.knownLater ? html` <span class="tag later">${TEXT_ID.knownLater}</span>` : null
  return [
    dims === "" ? title : `${title} (${dims})`,
    lawValueText(use),
    formatDateId(use.from),
    referenceText(use.reference),
    html`${statusTag(use.status)}${later}`,
  ]
}

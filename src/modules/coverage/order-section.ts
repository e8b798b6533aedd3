import { formatCount, formatRupiah } from "../../kernel/rupiah.ts"
import { html, type Html } from "../../platform/http/html.ts"
import { number, section, source, statusTag, table, text } from "./page-parts.ts"
import type { CutPlace, ReportInput, ReportOrder } from "./report-input.ts"
import { DECIDED_BY_ID, TEXT_ID } from "./text.id.ts"
import { fill, maskedNik } from "./wording.ts"

/** How many of each priority group are in, and who stands at both sides of the line. */
export function orderSection({ order, asOf }: ReportInput): Html {
  const { groups, keys } = order
  const last = [...groups].sort((a, b) => b.number - a.number).find(({ selected }) => selected > 0)
  const title =
    last === undefined
      ? TEXT_ID.orderTitleNone
      : fill(TEXT_ID.orderTitle, { group: `${last.number}, ${last.title.toLowerCase()},` })
  const inWords = keys.map((key) => key.title.toLowerCase()).join(", lalu ")
  return section(
    "urutan",
    table({
      title,
      columns: [
        ...[TEXT_ID.group, TEXT_ID.status].map(text),
        ...[TEXT_ID.eligible, TEXT_ID.selected].map(number),
      ],
      rows: groups.map((group) => [
        `${group.number}. ${group.title}`,
        statusTag(group.status),
        group.eligible,
        group.selected,
      ]),
    }),
    html`<p>${fill(TEXT_ID.orderNote, { keys: inWords })}</p>`,
    source(TEXT_ID.sourcePersons, asOf),
    cutTable(order),
    html`<p class="note">${TEXT_ID.lotteryNote}</p>`,
    source(TEXT_ID.sourcePersons, asOf),
  )
}

function cutTable(order: ReportOrder): Html {
  const { lastIn, firstOut, decidedBy, groups } = order
  if (lastIn === null || firstOut === null) return html`<p>${TEXT_ID.cutNone}</p>`
  const title = fill(TEXT_ID.cutTitle, { last: lastIn.rank, first: firstOut.rank })
  const pair = (head: string, show: (place: CutPlace) => string): string[] => [
    head,
    show(lastIn),
    show(firstOut),
  ]
  const groupName = ({ group }: CutPlace): string =>
    `${group}. ${groups.find((each) => each.number === group)?.title ?? ""}`
  const rows = [
    pair(TEXT_ID.rank, ({ rank }) => formatCount(rank)),
    pair(TEXT_ID.nik, ({ maskedNik: nik }) => (nik === null ? TEXT_ID.unknown : maskedNik(nik))),
    pair(TEXT_ID.group, groupName),
    ...keyRows(order).map(({ head, show }) => pair(head, show)),
  ]
  const columns = [TEXT_ID.compared, TEXT_ID.lastIn, TEXT_ID.firstOut].map(text)
  const by = decidedBy === null ? null : fill(TEXT_ID.cutBy, { key: DECIDED_BY_ID[decidedBy] })
  return html`${table({ title, columns, rows, stacks: true })}${by === null ? null : html`<p>${by}</p>`}`
}

interface KeyRow {
  readonly head: string
  readonly show: (place: CutPlace) => string
}

/** The keys of the pack in its order; the lottery has no printed value. */
function keyRows({ keys }: ReportOrder): KeyRow[] {
  return keys.flatMap(({ rule }): KeyRow[] => {
    switch (rule) {
      case "poverty_decile":
        return [{ head: TEXT_ID.decile, show: ({ decile }) => orUnknown(decile, String) }]
      case "declared_income":
        return [{ head: TEXT_ID.income, show: ({ income }) => orUnknown(income, formatRupiah) }]
      case "age":
        return [{ head: TEXT_ID.age, show: ({ ageYears }) => orUnknown(ageYears, inYears) }]
      case "lottery":
        return []
      default:
        return rule satisfies never
    }
  })
}

function inYears(years: number): string {
  return fill(TEXT_ID.years, { years })
}

function orUnknown<T>(value: T | null, show: (value: T) => string): string {
  return value === null ? TEXT_ID.unknown : show(value)
}

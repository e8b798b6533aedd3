import { formatMonthId } from "../../kernel/period.ts"
import { formatRupiah, rupiah, timesCount, type Rupiah } from "../../kernel/rupiah.ts"
import { html, type Html } from "../../platform/http/html.ts"
import { bar } from "./bars.ts"
import { sumRupiah } from "./check-report.ts"
import { number, section, source, statusTag, table, text } from "./page-parts.ts"
import type { MoneyComponent, ReportInput, ReportMoney } from "./report-input.ts"
import { PROGRAMME_ID, TEXT_ID } from "./text.id.ts"
import { fill, percentOf, rupiahRange } from "./wording.ts"

/** Ceiling, cost and rest; each programme with its account; each month; what more would need. */
export function moneySection(input: ReportInput): Html {
  const { money, programme, counts, asOf } = input
  const { ceiling, cost, left, costOfOne } = money
  const months = programme.months.length
  const title = fill(TEXT_ID.moneyTitle, {
    cost: formatRupiah(cost),
    ceiling: formatRupiah(ceiling),
    share: percentOf(Number(cost), Number(ceiling)),
  })
  return section(
    "uang",
    html`<figure>
        <figcaption>${title}</figcaption>
        ${bar(Number(cost), Number(ceiling))}
        <dl class="facts">
          <div>
            <dt>${TEXT_ID.ceiling}</dt>
            <dd>${formatRupiah(ceiling)} ${statusTag(money.ceilingStatus)}</dd>
          </div>
          <div>
            <dt>${TEXT_ID.cost}</dt>
            <dd>${formatRupiah(cost)}</dd>
          </div>
          <div>
            <dt>${TEXT_ID.left}</dt>
            <dd>${formatRupiah(left)}</dd>
          </div>
          <div>
            <dt>${fill(TEXT_ID.costOfOne, { months })}</dt>
            <dd>${rupiahRange(costOfOne.lowest, costOfOne.highest)}</dd>
          </div>
        </dl>
        ${source(TEXT_ID.sourceRun, asOf)}
      </figure>
      <p class="callout-box">${plannedSentence(money, counts.selected)} ${nextSentence(money)}</p>`,
    accountTable(input),
    source(TEXT_ID.sourceRun, asOf),
    monthTable(input),
    source(TEXT_ID.sourceRun, asOf),
  )
}

function accountTable({ money, programme }: ReportInput): Html {
  const { components, cost } = money
  const perMonth = components.map((part) => monthlyRange(part))
  return table({
    title: TEXT_ID.accountsTitle,
    columns: [
      text(TEXT_ID.programme),
      text(TEXT_ID.account),
      number(TEXT_ID.perMonth),
      number(fill(TEXT_ID.allMonths, { months: programme.months.length })),
    ],
    rows: components.map((part, index) => [
      PROGRAMME_ID[part.programme],
      html`<span class="account">${part.account ?? TEXT_ID.accountUnknown}</span>
        ${statusTag(part.accountStatus)}`,
      perMonth[index] ?? "",
      sumRupiah(part.byMonth),
    ]),
    total: [TEXT_ID.total, "", "", cost],
    wide: true,
  })
}

function monthlyRange({ byMonth }: MoneyComponent): string {
  const sorted = [...byMonth].sort((a, b) => (a < b ? -1 : 1))
  return rupiahRange(sorted[0] ?? rupiah(0), sorted.at(-1) ?? rupiah(0))
}

function monthTable({ money, programme }: ReportInput): Html {
  const { components } = money
  const ofMonth = (index: number): Rupiah[] =>
    components.map((part) => part.byMonth[index] ?? rupiah(0))
  return table({
    title: TEXT_ID.monthTitle,
    columns: [
      text(TEXT_ID.month),
      ...components.map((part) => number(part.programme)),
      number(TEXT_ID.total),
    ],
    rows: programme.months.map((month, index) => [
      formatMonthId(month),
      ...ofMonth(index),
      sumRupiah(ofMonth(index)),
    ]),
    total: [
      TEXT_ID.total,
      ...components.map((part) => sumRupiah(part.byMonth)),
      sumRupiah(components.flatMap((part) => part.byMonth)),
    ],
    wide: components.length > 1,
  })
}

/** "10.000 orang perlu Rp2.016.000.000, kurang Rp16.000.000." */
function plannedSentence(money: ReportMoney, selected: number): string {
  const people = money.plannedPeople ?? nextRoundNumber(selected)
  const needed = timesCount(money.costOfOne.highest, people)
  const cost = formatRupiah(needed)
  if (needed <= money.ceiling) return fill(TEXT_ID.plannedFits, { people, cost })
  const short = formatRupiah(rupiah(needed - money.ceiling))
  return fill(TEXT_ID.plannedShort, { people, cost, short })
}

function nextSentence({ nextCost, left }: ReportMoney): string {
  if (nextCost === null) return TEXT_ID.nextNone
  const words = { cost: formatRupiah(nextCost), left: formatRupiah(left) }
  if (nextCost <= left) return fill(TEXT_ID.nextFits, words)
  return fill(TEXT_ID.nextPerson, { ...words, short: formatRupiah(rupiah(nextCost - left)) })
}

/** What people would announce instead: 9.920 → 10.000, 87 → 90. */
export function nextRoundNumber(count: number): number {
  const step = 10 ** Math.max(0, String(count).length - 1)
  return (Math.floor(count / step) + 1) * step
}

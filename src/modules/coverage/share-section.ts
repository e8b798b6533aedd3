import { html, type Html } from "../../platform/http/html.ts"
import { areaMap } from "./area-map.ts"
import { number, section, source, table, text, type Cell, type Column } from "./page-parts.ts"
import type { AreaCount, ReportInput } from "./report-input.ts"
import { TEXT_ID } from "./text.id.ts"
import { fill, percentOf, signed } from "./wording.ts"

interface Share {
  readonly people: number
  readonly eligible: number
  readonly selected: number
}

/** Where the selected live: map, table twin, and whether each area has its share. */
export function areaSection({ areas, counts, map, asOf }: ReportInput): Html {
  const known = areas.filter(({ code }) => code !== null)
  const most = largest(known)
  const title =
    most === null
      ? TEXT_ID.areaTitleNone
      : fill(TEXT_ID.areaTitle, {
          most: most.name,
          count: most.selected,
          rate: percentOf(counts.selected, counts.eligible),
        })
  return section(
    "peta",
    html`<figure>
      <figcaption>${title}</figcaption>
      ${
        map === null
          ? html`<p>${TEXT_ID.mapNone}</p>`
          : html`<p>${TEXT_ID.mapHow}</p>
              ${areaMap(map, areas, title)}`
      }
      ${source(TEXT_ID.sourcePersons, asOf)}
      ${map === null ? null : html`<p class="source">${map.source}</p>`}
    </figure>`,
    table({
      title: TEXT_ID.areaTable,
      columns: [text(TEXT_ID.area), text(TEXT_ID.district), ...SHARE_COLUMNS],
      rows: byPlace(areas.filter(isNamed)).map((area) => [
        area.code === null ? TEXT_ID.areaUnknown : area.name,
        area.parent,
        ...shareCells(area, counts),
      ]),
      total: [TEXT_ID.total, "", ...totalCells(areas)],
      wide: true,
    }),
    nobodyIn(TEXT_ID.areasWithNobody, byPlace(areas)),
    source(TEXT_ID.sourcePersons, asOf),
    html`<p class="note">${TEXT_ID.gapNote}</p>`,
  )
}

function isNamed({ people }: Share): boolean {
  return people > 0
}

/** Lines of noughts say one thing, in one line. */
function nobodyIn(wording: string, items: readonly (Share & { readonly name: string })[]) {
  const names = items.filter((item) => !isNamed(item)).map(({ name }) => name)
  if (names.length === 0) return null
  return html`<p class="note">
    ${fill(wording, { count: names.length, names: names.join(", ") })}
  </p>`
}

export function sectorSection({ sectors, counts, asOf }: ReportInput): Html {
  const most = largest(sectors)
  const title =
    most === null
      ? TEXT_ID.areaTitleNone
      : fill(TEXT_ID.sectorTitle, {
          most: most.name,
          count: most.selected,
          selected: counts.selected,
        })
  const ordered = [...sectors].sort((a, b) => b.selected - a.selected || (a.name < b.name ? -1 : 1))
  return section(
    "sektor",
    table({
      title,
      columns: [text(TEXT_ID.sector), ...SHARE_COLUMNS],
      rows: ordered.filter(isNamed).map((sector) => [sector.name, ...shareCells(sector, counts)]),
      total: [TEXT_ID.total, ...totalCells(sectors)],
      wide: true,
    }),
    nobodyIn(TEXT_ID.sectorsWithNobody, ordered),
    source(TEXT_ID.sourcePersons, asOf),
    html`<p class="note">${TEXT_ID.gapNote}</p>`,
  )
}

const SHARE_COLUMNS: readonly Column[] = [
  ...[TEXT_ID.proposed, TEXT_ID.eligible, TEXT_ID.selected].map(number),
  ...[TEXT_ID.shareEligible, TEXT_ID.shareSelected, TEXT_ID.gap].map(number),
]

function shareCells(one: Share, all: Pick<Share, "eligible" | "selected">): Cell[] {
  return [
    ...[one.people, one.eligible, one.selected],
    percentOf(one.eligible, all.eligible),
    percentOf(one.selected, all.selected),
    signed(gapOf(one, all)),
  ]
}

/** Selected people above or below the share that the eligible would give. */
export function gapOf(one: Omit<Share, "people">, all: Omit<Share, "people">): number {
  if (all.eligible === 0) return 0
  return Math.round(one.selected - (one.eligible * all.selected) / all.eligible)
}

function totalCells(items: readonly Share[]): Cell[] {
  const sum = (key: keyof Share): number => items.reduce((total, item) => total + item[key], 0)
  const [eligible, selected] = [sum("eligible"), sum("selected")]
  return [
    ...[sum("people"), eligible, selected],
    percentOf(eligible, eligible),
    percentOf(selected, selected),
    "",
  ]
}

function largest<T extends { readonly name: string; readonly selected: number }>(
  items: readonly T[],
): T | null {
  const first = [...items].sort((a, b) => b.selected - a.selected || (a.name < b.name ? -1 : 1))[0]
  return first !== undefined && first.selected > 0 ? first : null
}

/** By code, so that a kecamatan's kelurahan stand together; the unknown last. */
function byPlace(areas: readonly AreaCount[]): AreaCount[] {
  const key = ({ code }: AreaCount): string => code ?? "~"
  return [...areas].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

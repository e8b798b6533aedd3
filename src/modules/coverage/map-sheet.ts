import { formatCount } from "../../kernel/rupiah.ts"
import { html, type Html } from "../../platform/http/html.ts"
import type { Point } from "./area-shapes.ts"
import { placeCallouts, type Callout, type PlacedCallout } from "./map-callout.ts"
import { anchorOf, placeInside } from "./map-label.ts"
import { stepOf, type Steps } from "./map-step.ts"
import { pathOf, type Drawing, type Outline } from "./projection.ts"
import type { AreaCount } from "./report-input.ts"
import { TEXT_ID } from "./text.id.ts"

/** Room for callouts at either side of a drawing. */
const SIDE = 158
const LINE = 17
const DIGIT = 7.8
const LETTER = 6.2
const NUMBER_HEIGHT = 13
const NAME_HEIGHT = 14

/** What each area shows: its numbers by code, and the steps of shade. */
export interface MapNumbers {
  readonly counts: ReadonlyMap<string | null, AreaCount>
  readonly steps: Steps
}

export interface Sheet extends MapNumbers {
  /** The id of the drawing's title; unique on the page. */
  readonly id: string
  readonly title: string
  readonly drawing: Drawing
  /** Outlines that carry a label here. */
  readonly labelled: readonly Outline[]
  /** A part that another sheet enlarges: left, top, width, height. */
  readonly frame: readonly [number, number, number, number] | null
}

/** One drawing: shaded areas, labels inside where they fit, else at its side with a line. */
export function mapSheet(sheet: Sheet): Html {
  const { id, title, drawing, labelled, frame } = sheet
  const labels = labelled.map((outline) => labelOf(outline, sheet))
  const callouts = placeCallouts(
    labels.flatMap(({ callout }) => callout ?? []),
    { ...drawing, inset: -6, lineHeight: LINE },
  )
  const left = callouts.some(({ side }) => side === "left") ? SIDE : 0
  const right = callouts.some(({ side }) => side === "right") ? SIDE : 0
  const width = left + drawing.width + right
  const view = `${-left} 0 ${width} ${drawing.height}`
  const border = `M0 0h${drawing.width}v${drawing.height}H0z`
  return html`<svg
    viewBox="${view}"
    width="${width}"
    height="${drawing.height}"
    role="img"
    aria-labelledby="${id}"
  >
    <title id="${id}">${title}</title>
    <defs>
      <clipPath id="${id}-edge"><path d="${border}" /></clipPath>
    </defs>
    <g clip-path="url(#${id}-edge)">
      ${drawing.outlines.map((outline) => areaPath(outline, sheet))}
    </g>
    ${frame === null ? null : html`<rect class="frame" x="${frame[0]}" y="${frame[1]}" width="${frame[2]}" height="${frame[3]}" />`}
    ${callouts.map(leader)} ${labels.map(({ inside }) => inside)}
  </svg>`
}

/** Whether name and number both lie inside the outline. */
export function holdsLabel(outline: Outline, numbers: MapNumbers): boolean {
  return labelInside(outline, numbers) !== null
}

/** An area in which nobody was proposed has no number: it is hatched. */
function hasCount(area: AreaCount | undefined): area is AreaCount {
  return area !== undefined && area.people > 0
}

function countText(area: AreaCount | undefined): string {
  return hasCount(area) ? formatCount(area.selected) : "–"
}

function areaPath({ code, name, rings }: Outline, { counts, steps }: MapNumbers): Html {
  const area = counts.get(code)
  const shade = hasCount(area) ? `step-${stepOf(steps, area.selected)}` : "no-count"
  const told = hasCount(area)
    ? `${name}: ${formatCount(area.selected)} terpilih dari ${formatCount(area.eligible)} layak`
    : `${name}: ${TEXT_ID.mapNoData}`
  return html`<path class="area ${shade}" d="${pathOf(rings)}"><title>${told}</title></path> `
}

interface Label {
  readonly inside: Html | null
  readonly callout: Callout | null
}

/** Name and number, else both in the margin. */
function labelOf(outline: Outline, numbers: MapNumbers): Label {
  const { counts, steps } = numbers
  const area = counts.get(outline.code)
  const count = countText(area)
  const found = labelInside(outline, numbers)
  if (found === null) {
    const text = `${outline.name} ${count}`
    return { inside: null, callout: { anchor: anchorOf(outline.rings), text } }
  }
  const { lines, at } = found
  const [x, y] = [at[0], round(at[1] - (lines.length * NAME_HEIGHT) / 2 + 4)]
  const shade = hasCount(area) ? inkOn(stepOf(steps, area.selected)) : "on-hatch"
  const inside = html`<text class="${shade}" y="${y}"
    >${lines.map((line, index) => html`<tspan x="${x}" dy="${index === 0 ? 0 : 12}">${line}</tspan>`)}<tspan
      class="figure"
      x="${x}"
      dy="14"
      >${count}</tspan
    ></text
  > `
  return { inside, callout: null }
}

interface PlacedLabel {
  readonly lines: readonly string[]
  readonly at: Point
}

/** On one line if it fits, else the name on two. */
function labelInside({ code, name, rings }: Outline, { counts }: MapNumbers): PlacedLabel | null {
  const count = countText(counts.get(code))
  for (const lines of [[name], halves(name)]) {
    const letters = Math.max(...lines.map((line) => line.length))
    const width = Math.max(letters * LETTER, count.length * DIGIT) + 2
    const height = lines.length * NAME_HEIGHT + NUMBER_HEIGHT
    const at = placeInside(rings, { width, height })
    if (at !== null) return { lines, at }
  }
  return null
}

/** "Gunung Sari Ulu" → "Gunung" and "Sari Ulu": split at the space nearest to the middle. */
function halves(name: string): readonly string[] {
  const spaces = [...name.matchAll(/ /g)].map(({ index }) => index)
  const middle = name.length / 2
  const [best] = spaces.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
  return best === undefined ? [name] : [name.slice(0, best), name.slice(best + 1)]
}

function inkOn(step: number): string {
  return step >= 3 ? "on-dark" : "on-light"
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** A text in the margin with a line to its area. */
function leader({ anchor, at, text, side }: PlacedCallout): Html {
  const isLeft = side === "left"
  const textAt: Point = [at[0] + (isLeft ? -4 : 4), at[1] + 4]
  const line = `M${at[0]} ${at[1]}L${anchor[0]} ${anchor[1]}`
  return html`<g class="callout"
    ><path class="halo" d="${line}" /><path d="${line}" /><circle
      cx="${anchor[0]}"
      cy="${anchor[1]}"
      r="2"
    /><text class="${isLeft ? "ends" : "starts"}" x="${textAt[0]}" y="${textAt[1]}"
      >${text}</text
    ></g
  > `
}

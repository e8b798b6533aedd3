import { formatCount } from "../../kernel/rupiah.ts"
import { html, type Html } from "../../platform/http/html.ts"
import type { AreaMap, AreaShape } from "./area-shapes.ts"
import { holdsLabel, mapSheet, type MapNumbers } from "./map-sheet.ts"
import { stepRange, stepsOf, STEP_COUNT, type Steps } from "./map-step.ts"
import { boundsOf, densest, overlaps, type Bounds } from "./map-window.ts"
import { project } from "./projection.ts"
import type { AreaCount } from "./report-input.ts"
import { TEXT_ID } from "./text.id.ts"
import { fill } from "./wording.ts"

const SIZE = { landWidth: 550, margin: 10 }
/** So few small areas stand better at the side of the map than on a sheet of their own. */
const CALLOUTS_MAX = 4

/**
 * A choropleth of the selected in five steps, with name and number on each area. Where a city's
 * middle is too dense for that, a second sheet enlarges it.
 */
export function areaMap(map: AreaMap, areas: readonly AreaCount[], title: string): Html {
  const { shapes } = map
  const drawing = project(shapes, { ...SIZE, focus: shapes })
  const counts = new Map(areas.map((area) => [area.code, area]))
  const drawn = shapes.flatMap(({ code }) => counts.get(code) ?? [])
  const numbers = { counts, steps: stepsOf(drawn.map((area) => area.selected)) }
  const small = drawing.outlines.filter((outline) => !holdsLabel(outline, numbers))
  const dense = densest(small, drawing).map(({ code }) => code)
  const enlarged = dense.length > CALLOUTS_MAX ? dense : []
  const overview = mapSheet({
    ...{ ...numbers, id: "peta-kota", title, drawing },
    labelled: drawing.outlines.filter(({ code }) => !enlarged.includes(code)),
    frame: null,
  })
  return html`${hatch()}${region(title, overview)}
  ${enlarged.length === 0 ? null : enlargement(shapes, enlarged, numbers)} ${legend(numbers.steps)}`
}

/** The dense part again, larger, with what else lies there unlabelled. */
function enlargement(
  shapes: readonly AreaShape[],
  codes: readonly string[],
  numbers: MapNumbers,
): Html {
  const focus = shapes.filter(({ code }) => codes.includes(code))
  const whole = project(shapes, { ...SIZE, focus })
  const edge: Bounds = [0, 0, whole.width, whole.height]
  const outlines = whole.outlines.filter(({ rings }) => overlaps(boundsOf(rings), edge))
  const drawing = { ...whole, outlines }
  const labelled = outlines.filter(({ code }) => codes.includes(code))
  const title = fill(TEXT_ID.mapEnlarged, { areas: codes.length })
  const sheet = mapSheet({
    ...{ ...numbers, id: "peta-pusat", title, drawing, labelled },
    frame: [0.5, 0.5, whole.width - 1, whole.height - 1],
  })
  return html`<p class="map-title">${title}</p>
    ${region(title, sheet)}`
}

function region(title: string, sheet: Html): Html {
  const label = fill(TEXT_ID.mapScroll, { title })
  return html`<div class="scroll map" role="region" tabindex="0" aria-label="${label}">
    ${sheet}
  </div>`
}

/** Drawn once; all sheets and the legend fill areas without a number with it. */
function hatch(): Html {
  return html`<svg class="defs" width="0" height="0" aria-hidden="true">
    <defs>
      <pattern
        id="hatch"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="6" height="6" class="hatch-ground" />
        <path d="M0 0v6" class="hatch-line" />
      </pattern>
    </defs>
  </svg>`
}

function legend(steps: Steps): Html {
  const swatch = (shade: string): Html =>
    html`<svg width="28" height="16" aria-hidden="true">
      <rect width="28" height="16" class="area ${shade}" />
    </svg>`
  const items = Array.from({ length: STEP_COUNT }, (_, step) => {
    const { from, to } = stepRange(steps, step)
    return html`<li>${swatch(`step-${step}`)}${formatCount(from)}–${formatCount(to)}</li>`
  })
  return html`<div class="legend">
    <span>${TEXT_ID.mapLegend}</span>
    <ul>
      ${items}
      <li>${swatch("no-count")}${TEXT_ID.mapNoData}</li>
    </ul>
  </div>`
}

import type { DrawnItem, DrawnPage } from "../../platform/documents/index.ts"
import { wrapText } from "../../platform/documents/fit-text.ts"
import type { AnnexPage } from "./annex-layout.ts"
import { TEXT_POINTS, type Line, type Typesetter } from "./page-line.ts"

/** What all pages of an annex have in common. */
export interface DrawingFrame {
  readonly setter: Typesetter
  /** Across every page. */
  readonly mark: string
  readonly footer: string
  readonly pageCount: number
}

/** A4 on its side, in points. */
export const PAGE_WIDTH = 841.89
export const PAGE_HEIGHT = 595.28
const LEFT = 34
const WIDTH = 774
const RIGHT = LEFT + WIDTH
const MIDDLE = PAGE_WIDTH / 2
/** From line to line, and from the top of a line to its baseline. */
const PITCH = 13
const BASELINE = 9.1
const HAIR = { thickness: 0.4, grey: 0.55 }
const TOP = 26
const TITLE_ROOM = 9 * PITCH
const HEADING_ROOM = 20
const FOOT = 563

type Weight = "regular" | "bold"
type Place = "left" | "center" | "right"

/** Draws a page of annex-layout.ts; `number` counts from one. */
export function drawAnnexPage(page: AnnexPage, number: number, frame: DrawingFrame): DrawnPage {
  const writer = textWriter(frame.setter)
  const headingTop = TOP + (page.titleLines.length > 0 ? TITLE_ROOM : 0)
  const top = headingTop + HEADING_ROOM
  const body = top + page.header.length * PITCH
  const bottom = body + page.lines.length * PITCH
  const items: DrawnItem[] = [
    watermark(frame),
    { kind: "box", x: LEFT, y: top, width: WIDTH, height: body - top, grey: 0.9 },
    ...page.titleLines.map((text, line) =>
      writer(text, {
        ...{ x: MIDDLE, top: TOP + line * PITCH, size: 9, place: "center" },
        // Number and date of the decree are not ours to give, and stand back.
        weight: line === 2 || line === 3 ? "regular" : "bold",
      }),
    ),
    writer(page.heading, { x: LEFT, top: headingTop, size: 11, weight: "bold" }),
    writer(page.note, { x: RIGHT, top: headingTop + 2, size: 9, place: "right" }),
    ...tableText(page.header, top),
    ...tableText(page.lines, body),
    { kind: "lines", ...HAIR, segments: tableLines(page, { top, body, bottom }) },
    ...closing(page, bottom, frame.setter),
    ...foot(frame, number),
  ]
  const bookmark = page.bookmark ? { title: page.heading, x: LEFT, y: headingTop } : null
  return { items, bookmark }
}

function watermark({ mark, setter }: DrawingFrame): DrawnItem {
  const [size, spacing, degrees] = [118, 6, 28]
  const half = (setter.width(mark, size, "bold") + spacing * (mark.length - 1)) / 2
  const angle = (degrees * Math.PI) / 180
  // The middle of its line stands in the middle of the page.
  const below = BASELINE - PITCH / 2
  const x = MIDDLE - half * Math.cos(angle) + below * Math.sin(angle)
  const y = PAGE_HEIGHT / 2 + half * Math.sin(angle) + below * Math.cos(angle)
  return { kind: "text", text: mark, x, y, size, weight: "bold", grey: 0.93, spacing, degrees }
}

interface TextStyle {
  readonly x: number
  /** Of the line; the baseline is below. */
  readonly top: number
  readonly size: number
  readonly weight?: Weight
  /** What of the text stands at `x`. */
  readonly place?: Place
}

type TextWriter = (text: string, style: TextStyle) => DrawnItem

function textWriter(setter: Typesetter): TextWriter {
  return (text, { x, top, size, weight = "regular", place = "left" }) => {
    const width = place === "left" ? 0 : setter.width(text, size, weight)
    const left = x - (place === "center" ? width / 2 : width)
    return { kind: "text", text, x: left, y: top + BASELINE, size, weight }
  }
}

function tableText(lines: readonly Line[], top: number): DrawnItem[] {
  return lines.flatMap(({ bold, pieces }, line) =>
    pieces.map(([left, text]) => ({
      ...{ kind: "text" as const, text, x: LEFT + left, y: top + line * PITCH + BASELINE },
      size: TEXT_POINTS,
      weight: bold ? ("bold" as const) : ("regular" as const),
    })),
  )
}

type Segment = readonly [number, number, number, number]

/** The grid: a sum at the foot of a table runs through all columns. */
function tableLines(
  page: AnnexPage,
  { top, body, bottom }: { readonly top: number; readonly body: number; readonly bottom: number },
): Segment[] {
  const inner = bottom - page.spanningLines * PITCH
  let x = LEFT
  const edges = page.columnWidths.map((width) => (x += width))
  const upright = [LEFT, ...edges].map((edge, at): Segment => {
    const isOuter = at === 0 || at === edges.length
    return [edge, top, edge, isOuter ? bottom : inner]
  })
  const rules = [top, body, ...page.ruleAfter.map((lines) => body + lines * PITCH)]
  return [...upright, ...rules.map((y): Segment => [LEFT, y, RIGHT, y])]
}

const CLOSING_POINTS = 9

/** What stands under the last table, and below it the place of the signature. */
function closing({ tail, signature }: AnnexPage, bottom: number, setter: Typesetter): DrawnItem[] {
  const writer = textWriter(setter)
  const measure = (text: string): number => setter.width(text, CLOSING_POINTS, "regular")
  const items: DrawnItem[] = []
  let top = bottom + 12
  for (const text of tail) {
    for (const line of wrapText(text, WIDTH, measure)) {
      items.push(writer(line, { x: LEFT, top, size: CLOSING_POINTS }))
      top += PITCH
    }
    top += 5
  }
  const room = { x: RIGHT - 120, size: CLOSING_POINTS, place: "center" } as const
  const [office, blank] = signature
  if (office !== undefined) items.push(writer(office, { ...room, top: bottom + 126 }))
  if (blank !== undefined) items.push(writer(blank, { ...room, top: bottom + 126 + PITCH + 46 }))
  return items
}

function foot({ footer, pageCount, setter }: DrawingFrame, number: number): DrawnItem[] {
  const writer = textWriter(setter)
  return [
    { kind: "lines", ...HAIR, segments: [[LEFT, FOOT, RIGHT, FOOT]] },
    writer(footer, { x: LEFT, top: FOOT + 3, size: 6.5 }),
    writer(`Halaman ${number} dari ${pageCount}`, {
      ...{ x: RIGHT, top: FOOT + 3, size: 8, place: "right" },
    }),
  ]
}

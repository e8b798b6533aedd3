import type { Point } from "./area-shapes.ts"

export interface Callout {
  readonly anchor: Point
  readonly text: string
}

export interface PlacedCallout extends Callout {
  /** The middle of the text's line. */
  readonly at: Point
  readonly side: "left" | "right"
}

export interface Margins {
  readonly width: number
  readonly height: number
  /** Distance of the texts from the edge. */
  readonly inset: number
  readonly lineHeight: number
}

/**
 * Puts texts for small areas into the left and right margins, each beside its area's height and
 * none upon another. The nearer margin takes it; there the order downwards is the anchors' order.
 */
export function placeCallouts(callouts: readonly Callout[], margins: Margins): PlacedCallout[] {
  const isLeft = ({ anchor }: Callout): boolean => anchor[0] < margins.width / 2
  return [
    ...column(callouts.filter(isLeft), "left", margins),
    ...column(
      callouts.filter((callout) => !isLeft(callout)),
      "right",
      margins,
    ),
  ]
}

function column(
  callouts: readonly Callout[],
  side: "left" | "right",
  { width, height, inset, lineHeight }: Margins,
): PlacedCallout[] {
  const sorted = [...callouts].sort((a, b) => a.anchor[1] - b.anchor[1])
  const x = side === "left" ? inset : width - inset
  const heights: number[] = []
  for (const [index, { anchor }] of sorted.entries()) {
    const above = heights[index - 1]
    heights.push(above === undefined ? anchor[1] : Math.max(anchor[1], above + lineHeight))
  }
  // What ran out at the foot is pushed up again, the last first.
  let below = height - lineHeight / 2 + lineHeight
  for (let index = heights.length - 1; index >= 0; index--) {
    below = Math.min(heights[index] ?? below, below - lineHeight)
    heights[index] = below
  }
  return sorted.map((callout, index) => ({
    ...callout,
    side,
    at: [x, Math.round((heights[index] ?? 0) * 10) / 10],
  }))
}

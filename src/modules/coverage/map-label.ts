import type { Point, Ring } from "./area-shapes.ts"

export interface Box {
  readonly width: number
  readonly height: number
}

const GRID = 28

/**
 * Where a text of that size lies wholly inside an outline, as near to its middle as can be; null
 * where it fits nowhere.
 */
export function placeInside(rings: readonly Ring[], box: Box): Point | null {
  let best: Point | null = null
  let bestDistance = Infinity
  const middle = middleOf(rings)
  for (const candidate of gridOf(rings)) {
    const distance = (candidate[0] - middle[0]) ** 2 + (candidate[1] - middle[1]) ** 2
    if (distance >= bestDistance || !boxFits(rings, candidate, box)) continue
    best = candidate
    bestDistance = distance
  }
  return best
}

/** A point inside the outline for the end of a leader line. */
export function anchorOf(rings: readonly Ring[]): Point {
  return placeInside(rings, { width: 4, height: 4 }) ?? middleOf(rings)
}

/** Even-odd rule, so that holes and islands need no special care. */
export function isInside(rings: readonly Ring[], [x, y]: Point): boolean {
  let inside = false
  for (const ring of rings) {
    // By number: an iterator with its pairs costs a city's map a quarter of a second.
    for (let index = 0; index < ring.length; index++) {
      const from = ring[index]
      const to = ring[index + 1] ?? ring[0]
      if (from === undefined || to === undefined || from[1] > y === to[1] > y) continue
      if (x < ((to[0] - from[0]) * (y - from[1])) / (to[1] - from[1]) + from[0]) inside = !inside
    }
  }
  return inside
}

function boxFits(rings: readonly Ring[], [x, y]: Point, { width, height }: Box): boolean {
  const [left, right, top, bottom] = [x - width / 2, x + width / 2, y - height / 2, y + height / 2]
  for (const cx of [left, x, right])
    for (const cy of [top, y, bottom]) if (!isInside(rings, [cx, cy])) return false
  // No corner of the outline may reach into the box between those points.
  return !rings.some((ring) =>
    ring.some(([px, py]) => px > left && px < right && py > top && py < bottom),
  )
}

function gridOf(rings: readonly Ring[]): Point[] {
  const { left, top, width, height } = boundsOf(rings)
  const steps = Array.from({ length: GRID }, (_, index) => (index + 0.5) / GRID)
  const round = (value: number): number => Math.round(value * 10) / 10
  return steps.flatMap((down) =>
    steps.map((right): Point => [round(left + width * right), round(top + height * down)]),
  )
}

function middleOf(rings: readonly Ring[]): Point {
  const { left, top, width, height } = boundsOf(rings)
  return [left + width / 2, top + height / 2]
}

/** Of the largest ring: an island far off must not draw the middle into the water. */
function boundsOf(rings: readonly Ring[]): Box & { readonly left: number; readonly top: number } {
  const boxes = rings.map((ring) => {
    const xs = ring.map(([x]) => x)
    const ys = ring.map(([, y]) => y)
    const [left, top] = [Math.min(...xs), Math.min(...ys)]
    return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top }
  })
  const largest = boxes.sort((a, b) => b.width * b.height - a.width * a.height)[0]
  return largest ?? { left: 0, top: 0, width: 0, height: 0 }
}

import type { AreaShape, Point, Ring } from "./area-shapes.ts"

export interface Drawing {
  readonly width: number
  readonly height: number
  /** Outlines in pixels, in the order of the shapes. */
  readonly outlines: readonly Outline[]
}

export interface Outline {
  readonly code: string
  readonly name: string
  /** Rounded to a tenth of a pixel; points that fall together are one. */
  readonly rings: readonly Ring[]
}

export interface Frame {
  /** Width of the focus in pixels; the height follows. */
  readonly landWidth: number
  /** Free space on all four sides, in pixels. */
  readonly margin: number
  /** Shapes that fill the drawing; others may run over its edge. */
  readonly focus: readonly AreaShape[]
}

/**
 * Equirectangular with the standard parallel in the middle of the city: over the width of a city
 * the error against the ellipsoid is far below a pixel.
 */
export function project(
  shapes: readonly AreaShape[],
  { landWidth, margin, focus }: Frame,
): Drawing {
  const points = focus.flatMap((shape) => shape.rings.flat())
  const [west, east] = extent(points.map(([longitude]) => longitude))
  const [south, north] = extent(points.map(([, latitude]) => latitude))
  const scale = landWidth / (east - west || 1)
  const stretch = scale / Math.cos((((south + north) / 2) * Math.PI) / 180)
  const toPixel = ([longitude, latitude]: Point): Point => [
    tenth(margin + (longitude - west) * scale),
    tenth(margin + (north - latitude) * stretch),
  ]
  const outlines = shapes.map(({ code, name, rings }) => ({
    code,
    name,
    rings: rings
      .map((ring) => withoutRepeats(ring.map(toPixel)))
      .filter(({ length }) => length > 2),
  }))
  const height = Math.ceil(2 * margin + (north - south) * stretch)
  return { width: Math.ceil(2 * margin + landWidth), height, outlines }
}

/** One path of relative steps: half as long as absolute ones. */
export function pathOf(rings: readonly Ring[]): string {
  return rings.map(ringPath).join("")
}

function ringPath(ring: Ring): string {
  let [fromX, fromY] = [0, 0]
  const steps = ring.map(([x, y], index) => {
    const step = index === 0 ? `M${x} ${y}l` : `${tenth(x - fromX)} ${tenth(y - fromY)}`
    fromX = x
    fromY = y
    return step
  })
  return `${steps[0] ?? ""}${steps.slice(1).join(" ").replaceAll(" -", "-")}z`
}

function withoutRepeats(ring: Ring): Ring {
  return ring.filter(([x, y], index) => {
    const before = ring[index - 1]
    return before === undefined || before[0] !== x || before[1] !== y
  })
}

function extent(values: readonly number[]): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity]
  for (const value of values) {
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  return Number.isFinite(low) ? [low, high] : [0, 0]
}

function tenth(value: number): number {
  // Adding zero turns -0 into 0, which would print differently.
  return Math.round(value * 10) / 10 + 0
}

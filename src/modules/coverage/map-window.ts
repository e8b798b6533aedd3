import type { Outline } from "./projection.ts"

/** Left, top, right, bottom. */
export type Bounds = readonly [number, number, number, number]

/** Share of the map's width and height that one enlargement may cover. */
const WINDOW_SHARE = 0.32

/** The outlines of `small` that one window holds together, and as many of them as can be. */
export function densest(
  small: readonly Outline[],
  size: { readonly width: number; readonly height: number },
): readonly Outline[] {
  const boxes = small.map((outline) => ({ outline, box: boundsOf(outline.rings) }))
  let best: readonly Outline[] = []
  for (const { box: atLeft } of boxes) {
    for (const { box: atTop } of boxes) {
      const [left, top] = [atLeft[0], atTop[1]]
      const right = left + size.width * WINDOW_SHARE
      const window: Bounds = [left, top, right, top + size.height * WINDOW_SHARE]
      const held = boxes.filter(({ box }) => liesIn(box, window)).map(({ outline }) => outline)
      if (held.length > best.length) best = held
    }
  }
  return best
}

export function boundsOf(rings: Outline["rings"]): Bounds {
  const xs = rings.flatMap((ring) => ring.map(([x]) => x))
  const ys = rings.flatMap((ring) => ring.map(([, y]) => y))
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

export function overlaps(a: Bounds, b: Bounds): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

function liesIn(a: Bounds, b: Bounds): boolean {
  return a[0] >= b[0] && a[1] >= b[1] && a[2] <= b[2] && a[3] <= b[3]
}

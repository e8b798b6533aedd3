/** A picture of a stranger of which only the parts that draw it are kept, each checked. */
export interface CheckedPicture {
  readonly kind: "jpeg" | "png"
  readonly bytes: Uint8Array
  readonly widthPx: number
  readonly heightPx: number
}

/** A page in colour at 300 dots an inch has 9 million, a good telephone makes 50 million. */
const PIXELS_MAX = 64_000_000
const SIDE_MAX = 20_000

export function isDrawable(widthPx: number, heightPx: number): boolean {
  const sides = [widthPx, heightPx]
  return sides.every((side) => side > 0 && side <= SIDE_MAX) && widthPx * heightPx <= PIXELS_MAX
}

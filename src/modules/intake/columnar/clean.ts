// Cells that are perfectly clean, told by their bytes alone. Whatever is not is left to the readers of
// single cells; the tests hold both to the same answers.
import { eightDigits, NO_DIGITS } from "../../../columns/digits.ts"

const [ZERO, NINE] = [0x30, 0x39]

/** Sixteen digits that were given to somebody: neither all alike nor serial 0000 nor counted up. */
export function isGivenNik(high: number, low: number): boolean {
  if (high === NO_DIGITS || low === NO_DIGITS || low % 10_000 === 0) return false
  if (high === 12_345_678 && low === 90_123_456) return false
  return high !== low || high % 11_111_111 !== 0
}

/** "08" and eight to eleven digits more: a one and these digits as a number; 0 for anything else. */
export function cleanPhone(view: DataView, start: number, end: number): number {
  const length = end - start
  if (length < 10 || length > 13 || view.getUint16(start) !== 0x3038) return 0
  const head = eightDigits(view, start)
  if (head === NO_DIGITS) return 0
  let [value, scale] = [head, 100_000_000]
  for (let at = start + 8; at < end; at++) {
    const byte = view.getUint8(at)
    if (byte < ZERO || byte > NINE) return 0
    value = value * 10 + byte - ZERO
    scale *= 10
  }
  return value + scale
}

/** A cell that may be more than it says: a mark, a blank or a foreign letter stands first. */
export function isOddStart(byte: number): boolean {
  const lower = byte | 0x20
  if (lower >= 0x61 && lower <= 0x7a) return false
  if (byte >= ZERO && byte <= NINE) return false
  return byte <= 0x20 || byte >= 0x80 || MARKS.includes(byte)
}

/** # = + - @ */
const MARKS = [0x23, 0x3d, 0x2b, 0x2d, 0x40]

// Decimal digits four bits each, eight to a word: numbers too long for a double compare digit by digit
// without being taken apart.

/** Eight places without a digit. */
export const NO_DIGITS_PACKED = 0xffffffff

/** Up to eight digits as a word, zeros before them. */
export function packDigits(digits: string): number {
  let word = 0
  for (let at = 0; at < digits.length; at++) word = (word << 4) | (digits.charCodeAt(at) - ZERO)
  return word >>> 0
}

const ZERO = 48

/** Eight digits as text. */
export function textOfPacked(word: number): string {
  return word.toString(16).padStart(8, "0")
}

/** The last two digits of a word as a number. */
export function twoDigits(word: number): number {
  return ((word >>> 4) & 15) * 10 + (word & 15)
}

/** The last four. */
export function fourDigits(word: number): number {
  return twoDigits(word >>> 8) * 100 + twoDigits(word)
}

/** How many digits of two words differ, by their exclusive or. */
export function differingDigits(difference: number): number {
  let bits = difference | (difference >>> 1)
  bits = (bits | (bits >>> 2)) & 0x11111111
  return Math.imul(bits, 0x11111111) >>> 28
}

/** Two words differ by one digit, or by two neighbours that changed places. */
export function isPackedSlip(a: number, b: number): boolean {
  const difference = a ^ b
  const count = differingDigits(difference)
  return count === 1 || (count === 2 && isSwap(a, b, difference))
}

/** The same of two pairs of words. */
export function arePackedSlip(
  high: number,
  low: number,
  otherHigh: number,
  otherLow: number,
): boolean {
  if (high === otherHigh) return isPackedSlip(low, otherLow)
  if (low === otherLow) return isPackedSlip(high, otherHigh)
  // Neighbours on both sides of the middle.
  if ((high ^ otherHigh) >>> 4 !== 0 || ((low ^ otherLow) & 0x0fffffff) !== 0) return false
  return (high & 15) === otherLow >>> 28 && (otherHigh & 15) === low >>> 28
}

function isSwap(a: number, b: number, difference: number): boolean {
  const place = (31 - Math.clz32(difference & -difference)) & ~3
  if (place > 24 || difference >>> place > 255) return false
  const left = (a >>> place) & 255
  const right = (b >>> place) & 255
  return left >>> 4 === (right & 15) && right >>> 4 === (left & 15)
}

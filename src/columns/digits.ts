// Sixteen digits do not fit a double: such a number is two halves of eight digits, each an unsigned word.

/** No digits; eight digits never reach it. */
export const NO_DIGITS = 0xffffffff

/** Eight ASCII digits as a number, or NO_DIGITS where one of the bytes is none. */
export function eightDigits(view: DataView, at: number): number {
  const first = fourDigits(view.getInt32(at, true))
  const last = fourDigits(view.getInt32(at + 4, true))
  return first < 0 || last < 0 ? NO_DIGITS : first * 10_000 + last
}

/** Four digits of a little-endian word; -1 where a byte is no digit. */
function fourDigits(word: number): number {
  const value = word ^ 0x30303030
  if (((value + 0x76767676) | value) & (0x80808080 | 0)) return -1
  return (
    (value & 15) * 1000 +
    ((value >>> 8) & 15) * 100 +
    ((value >>> 16) & 15) * 10 +
    ((value >>> 24) & 15)
  )
}

/** The sixteen digits of two halves, as text. */
export function textOfHalves(high: number, low: number): string {
  return eightText(high) + eightText(low)
}

function eightText(value: number): string {
  return String(value).padStart(8, "0")
}

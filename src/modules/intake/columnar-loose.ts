// Cells that are damaged in the commonest ways and have one reading, told by their bytes: what a finger
// adds between digits, digits that are missing. Whatever else is left to the readers of single cells;
// the tests hold both to the same answers.
import { NO_DIGITS } from "../../columns/digits.ts"
import { isGivenNik } from "./columnar-clean.ts"
import type { FindingCode } from "./finding.ts"

const [ZERO, NINE, BLANK, QUOTE, PLUS, HYPHEN] = [0x30, 0x39, 0x20, 0x27, 0x2b, 0x2d]
const NIK_DIGITS = 16
/** No cell of numbers is longer. */
const LENGTH_MAX = 40

const NONE: readonly FindingCode[] = []
const REPAIRED: readonly FindingCode[] = ["PHONE_FORMAT"]
const INVALID: readonly FindingCode[] = ["PHONE_INVALID"]
/** Behind the zero of a mobile number, and the code of the country. */
const [MOBILE, COUNTRY] = [8, 62]
/** "62" */
const PLUS_COUNTRY = 0x3632
/** More digits do not fit a double exactly. */
const PHONE_DIGITS = 15
const [NATIONAL_MIN, NATIONAL_MAX] = [10, 13]

/** The NIK of a cell, in two halves. */
export class LooseNik {
  high = NO_DIGITS
  low = NO_DIGITS

  /** The finding of a cell; null where only its text tells. */
  read(view: DataView, start: number, end: number): FindingCode | null {
    this.high = NO_DIGITS
    this.low = NO_DIGITS
    if (start === end) return "NIK_EMPTY"
    const isQuoted = view.getUint8(start) === QUOTE
    const from = isQuoted ? start + 1 : start
    if (end - from < 2 || end - from > LENGTH_MAX) return null
    // A mark behind the first digit may part thousands; one at the end may be more than a slip.
    if (!isDigit(view.getUint8(from + 1)) || !isDigit(view.getUint8(end - 1))) return null
    let [high, low, digits] = [0, 0, 0]
    let isSpaced = false
    for (let at = from; at < end; at++) {
      const byte = view.getUint8(at)
      if (!isDigit(byte)) {
        if (byte !== BLANK || at === from) return null
        isSpaced = true
        continue
      }
      if (digits < 8) high = high * 10 + byte - ZERO
      else if (digits < NIK_DIGITS) low = low * 10 + byte - ZERO
      digits++
    }
    // Zeros alone say that there is none.
    if (high === 0) return null
    if (digits !== NIK_DIGITS) return "NIK_LENGTH"
    if (!isGivenNik(high, low) || !(isQuoted || isSpaced)) return null
    this.high = high
    this.low = low
    return isQuoted ? "NIK_APOSTROPHE" : "NIK_SPACES"
  }
}

/** The phone of a cell: a one and its digits as a number, 0 for none. */
export class LoosePhone {
  phone = 0

  /** The findings of a cell; null where only its text tells. */
  read(view: DataView, start: number, end: number): readonly FindingCode[] | null {
    this.phone = 0
    if (end - start > LENGTH_MAX) return null
    const first = view.getUint8(start)
    if (end - start === 1) return first === HYPHEN ? NONE : null
    // What does not say "+62" is called abroad.
    if (first === PLUS && view.getUint16(start + 1) !== PLUS_COUNTRY) return null
    const from = first === PLUS ? start + 1 : start
    if (!isDigit(view.getUint8(from)) || !isDigit(view.getUint8(end - 1))) return null
    let [value, digits, marks] = [0, 0, from - start]
    for (let at = from; at < end; at++) {
      const byte = view.getUint8(at)
      if (isDigit(byte)) {
        value = value * 10 + byte - ZERO
        if (++digits > PHONE_DIGITS) return null
      } else if (byte === BLANK || byte === HYPHEN) marks++
      else return null
    }
    const isNational = startsWithZero(value, digits)
    // "0062…" is the country's code.
    if (isNational && startsWithZero(value, digits - 1)) return null
    this.phone = nationalOf(value, digits)
    if (this.phone === 0) return marks === 0 ? INVALID : null
    return isNational && marks === 0 ? NONE : REPAIRED
  }
}

/** As many digits as are given: a value is short where they begin with zeros. */
function startsWithZero(value: number, digits: number): boolean {
  return value * 10 < 10 ** digits
}

function hasCountry(value: number, digits: number): boolean {
  return digits > 2 && Math.floor(value / 10 ** (digits - 2)) === COUNTRY
}

/** A one and the national digits, "0812…", as a number; 0 where there cannot be any. */
function nationalOf(value: number, digits: number): number {
  if (startsWithZero(value, digits)) return nationalNumber(value, digits)
  if (hasCountry(value, digits)) {
    const [rest, length] = [value % 10 ** (digits - 2), digits - 2]
    const own = startsWithZero(rest, length) ? length - 1 : length
    return startsWithZero(rest, own) ? 0 : nationalNumber(rest, own + 1)
  }
  return Math.floor(value / 10 ** (digits - 1)) === MOBILE ? nationalNumber(value, digits + 1) : 0
}

function nationalNumber(value: number, digits: number): number {
  return digits >= NATIONAL_MIN && digits <= NATIONAL_MAX ? 10 ** digits + value : 0
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= NINE
}

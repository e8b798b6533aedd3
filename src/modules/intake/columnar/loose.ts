// Cells that are damaged in the commonest ways and have one reading, told by their bytes: what a finger
// adds between digits, digits that are missing. Whatever else is left to the readers of single cells;
// the tests hold both to the same answers.
import { NO_DIGITS } from "../../../columns/digits.ts"
import { isGivenNik } from "./clean.ts"
import type { FindingCode } from "../findings/finding.ts"

const [ZERO, NINE, BLANK, QUOTE, PLUS, HYPHEN] = [0x30, 0x39, 0x20, 0x27, 0x2b, 0x2d]
const [COMMA, DOT, LETTER_E] = [0x2c, 0x2e, 0x65]
const NIK_DIGITS = 16
/** With so many the cell holds a NIK that letters disturb. */
const MOST_DIGITS = 10
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
    if (end - from < 2 || end - from > LENGTH_MAX || !isDigit(view.getUint8(end - 1)))
      return isQuoted ? null : letteredCode(view, start, end)
    // A mark behind the first digit may part thousands.
    if (!isDigit(view.getUint8(from + 1))) return isQuoted ? null : scientificCode(view, start, end)
    let [high, low, digits] = [0, 0, 0]
    for (let at = from; at < end; at++) {
      const byte = view.getUint8(at)
      if (!isDigit(byte)) {
        if (at > from && byte === BLANK) continue
        return isQuoted ? null : letteredCode(view, start, end)
      }
      if (digits < 8) high = high * 10 + byte - ZERO
      else if (digits < NIK_DIGITS) low = low * 10 + byte - ZERO
      digits++
    }
    // Zeros alone say that there is none.
    if (high === 0) return null
    if (digits !== NIK_DIGITS) return "NIK_LENGTH"
    const isSpaced = end - from > NIK_DIGITS
    if (!isGivenNik(high, low) || !(isQuoted || isSpaced)) return null
    this.high = high
    this.low = low
    return isQuoted ? "NIK_APOSTROPHE" : "NIK_SPACES"
  }
}

/** Letters among digits that are most of a NIK. */
function letteredCode(view: DataView, start: number, end: number): FindingCode | null {
  let digits = 0
  for (let at = start; at < end; at++) {
    const byte = view.getUint8(at)
    if (isDigit(byte)) digits++
    else if (!isLetter(byte)) return null
  }
  return digits >= MOST_DIGITS && digits < end - start ? "NIK_LETTERS" : null
}

/** "6.47101E+15", as a spreadsheet shows a number that is too wide. */
function scientificCode(view: DataView, start: number, end: number): FindingCode | null {
  const mark = view.getUint8(start + 1)
  if (!isDigit(view.getUint8(start)) || (mark !== DOT && mark !== COMMA)) return null
  const behind = digitsEnd(view, start + 2, end)
  if (behind === start + 2 || end - behind < 3) return null
  if ((view.getUint8(behind) | 0x20) !== LETTER_E || view.getUint8(behind + 1) !== PLUS) return null
  return digitsEnd(view, behind + 2, end) === end ? "NIK_SCI_TEXT" : null
}

function digitsEnd(view: DataView, from: number, end: number): number {
  let at = from
  while (at < end && isDigit(view.getUint8(at))) at++
  return at
}

function isLetter(byte: number): boolean {
  const lower = byte | 0x20
  return lower >= 0x61 && lower <= 0x7a
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

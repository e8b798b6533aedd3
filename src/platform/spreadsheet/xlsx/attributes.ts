// What names and attributes of a worksheet part say.
import { MAX_COLUMNS } from "../cell-reference.ts"
import { KINDS } from "../row-view.ts"
import { isSame } from "../xml/bytes.ts"
import { XmlFault } from "../xml/fault.ts"
import type { XmlTokens } from "../xml/tokens.ts"

export const NO_NUMBER = -1
const TEXT_KIND = KINDS.indexOf("text")
const NUMBER_KIND = KINDS.indexOf("number")
/** Stored types by the attribute `t`; every other one is a number. */
export const SHARED_TYPE = -1
const TYPES = new Map([
  ["s", SHARED_TYPE],
  ["inlineStr", TEXT_KIND],
  ["str", TEXT_KIND],
  ["b", KINDS.indexOf("boolean")],
  ["e", KINDS.indexOf("error")],
  ["d", KINDS.indexOf("date")],
])
const SHARED_LETTER = "s".charCodeAt(0)
const INLINE = Buffer.from("inlineStr")

export function isNamed({ bytes, nameStart, nameEnd }: XmlTokens, name: Uint8Array): boolean {
  return isSame(bytes, nameStart, nameEnd, name)
}

export function isAttributeNamed(
  { bytes, attributes }: XmlTokens,
  index: number,
  name: Uint8Array,
): boolean {
  const from = attributes[4 * index] as number
  return isSame(bytes, from, attributes[4 * index + 1] as number, name)
}

export function attributeNamed(tokens: XmlTokens, name: string): string | undefined {
  for (let i = 0; i < tokens.attributeCount; i++)
    if (tokens.attributeName(i) === name) return tokens.attributeValue(i)
  return undefined
}

/** An attribute's value as a number: digits as they are, anything else as JavaScript reads it. */
export function numberOf(tokens: XmlTokens, index: number): number {
  const { bytes, attributes } = tokens
  const from = attributes[4 * index + 2] as number
  const to = attributes[4 * index + 3] as number
  const number = digitsOf(bytes, from, to)
  return number === NO_NUMBER ? Number(tokens.attributeValue(index)) : number
}

/** The column of a cell's reference, as `columnOf` reads it. */
export function columnAt({ bytes, attributes }: XmlTokens, index: number): number {
  return columnIn(bytes, attributes[4 * index + 2] as number, attributes[4 * index + 3] as number)
}

export function columnIn(bytes: Uint8Array, from: number, to: number): number {
  let column = 0
  for (let at = from; at < to; at++) {
    const letter = (bytes[at] as number) & ~0x20
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
    if (column > MAX_COLUMNS) return MAX_COLUMNS
  }
  return column - 1
}

export function typeOf(tokens: XmlTokens, index: number): number {
  const { bytes, attributes } = tokens
  const from = attributes[4 * index + 2] as number
  if ((attributes[4 * index + 3] as number) - from === 1 && bytes[from] === SHARED_LETTER)
    return SHARED_TYPE
  if (isSame(bytes, from, attributes[4 * index + 3] as number, INLINE)) return TEXT_KIND
  return TYPES.get(tokens.attributeValue(index)) ?? NUMBER_KIND
}

/** NO_NUMBER when there is anything but a few digits. */
export function digitsOf(bytes: Uint8Array, from: number, to: number): number {
  if (from === to || to - from > 9) return NO_NUMBER
  let number = 0
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] as number) - 0x30
    if (digit < 0 || digit > 9) return NO_NUMBER
    number = number * 10 + digit
  }
  return number
}

export function unusualIndex(written: string): number {
  if (written.trim() === "") return NO_NUMBER
  const index = Number(written)
  if (!Number.isInteger(index) || index < 0)
    throw new XmlFault("a cell refers to a string that does not exist")
  return index
}

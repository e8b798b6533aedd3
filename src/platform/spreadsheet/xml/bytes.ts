import { XmlFault } from "./fault.ts"

export const TAB = 0x09
export const LF = 0x0a
export const CR = 0x0d
export const SPACE = 0x20
export const BANG = 0x21
export const QUOTE = 0x22
export const AND = 0x26
export const APOSTROPHE = 0x27
export const SLASH = 0x2f
export const COLON = 0x3a
export const LESS = 0x3c
export const EQUALS = 0x3d
export const GREATER = 0x3e
export const QUESTION = 0x3f
export const BRACKET = 0x5d

/** 1: a byte of a text that needs a look. */
export const NOTABLE = new Uint8Array(256)
/** 1: may stand in a name (XML 1.0, 2.3; every character beyond ASCII is taken for a letter). */
export const NAME = new Uint8Array(256)
/** 1: a letter or a digit of ASCII. */
export const PLAIN = new Uint8Array(256)
/** 1: white space. */
export const BLANK = new Uint8Array(256)

for (let byte = 0; byte < 256; byte++) {
  if (byte < SPACE && byte !== TAB && byte !== LF) NOTABLE[byte] = 1
  if (byte >= 0x80 || /[\w:.-]/.test(String.fromCharCode(byte))) NAME[byte] = 1
  if (/[0-9A-Za-z]/.test(String.fromCharCode(byte))) PLAIN[byte] = 1
}
for (const byte of [AND, LESS, GREATER]) NOTABLE[byte] = 1
for (const byte of [TAB, LF, CR, SPACE]) BLANK[byte] = 1

export function isSame(bytes: Buffer, from: number, to: number, what: Uint8Array): boolean {
  if (to - from !== what.length) return false
  for (let i = 0; i < what.length; i++) if (bytes[from + i] !== what[i]) return false
  return true
}

/** Digits, "-" and "." stand below the letters. */
export function checkNameStart(byte: number): void {
  if (byte < 0x40 && byte !== COLON) throw badName()
}

export function badName(): XmlFault {
  return new XmlFault("malformed XML: disallowed character in a name")
}

/** The place of an ASCII text among the bytes before `end`; -1 when it is not there. */
export function findIn(bytes: Buffer, what: string, from: number, end: number): number {
  return bytes.subarray(0, end).indexOf(what, from, "latin1")
}

/** Refuses control characters where no text is. */
export function checkCharacters(bytes: Uint8Array, from: number, to: number): void {
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number
    if (byte < SPACE && BLANK[byte] === 0) throw new XmlFault("malformed XML: disallowed character")
  }
}

/** The XML declaration stands at the beginning only; other instructions have a name. */
export function checkInstruction(content: string, isFirst: boolean): void {
  if (!isFirst && /^xml(?:\s|$)/i.test(content))
    throw new XmlFault("malformed XML: a declaration inside")
  if (!/^[\w:\x80-\xff][\w:.\x80-\xff-]*(?:\s|$)/.test(content))
    throw new XmlFault("malformed XML: an instruction without a name")
}

export function badDeclaration(start: string): XmlFault {
  const isType = /^doctype/i.test(start)
  return new XmlFault(
    isType ? "a document type declaration is not accepted" : "malformed XML: bad declaration",
  )
}

/** Refuses an attribute whose name came before in the tag; tells how many steps that took. */
export function checkNewName(bytes: Uint8Array, attributes: Int32Array, last: number): number {
  const start = attributes[4 * last] as number
  const length = (attributes[4 * last + 1] as number) - start
  let steps = last
  for (let i = 0; i < last; i++) {
    const other = attributes[4 * i] as number
    if ((attributes[4 * i + 1] as number) - other !== length) continue
    let at = 0
    while (at < length && bytes[other + at] === bytes[start + at]) at++
    if (at === length) throw new XmlFault("malformed XML: duplicate attribute")
    steps += at
  }
  return steps
}

import { ok, refuse, type Result } from "../../../kernel/result.ts"
import { XmlFault } from "./fault.ts"
import { CLOSE, OPEN, TEXT, XmlTokens } from "./tokens.ts"

export { XmlFault } from "./fault.ts"

export type XmlAttributes = Readonly<Record<string, string>>

/** Element names come without their prefix; attributes keep theirs. */
export interface XmlListener {
  readonly open?: (name: string, attributes: XmlAttributes) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

/**
 * Work for a part whose reader makes objects of what it is told: two million cells of an .ods with
 * four attributes and a paragraph each.
 */
export const LISTENER_WORK = 16_000_000
const PIECE_BYTES = 128 * 1024

/**
 * Walks one XML part that lies in memory. A document type declaration is refused, so that no entity
 * but the five of XML can be expanded; malformed XML and bytes that are not its encoding are
 * refused too. For large sheets there are the tokens themselves.
 */
export function walkXml(bytes: Uint8Array, listener: XmlListener): Result<null, string> {
  const tokens = new XmlTokens(LISTENER_WORK)
  try {
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
      tokens.push(bytes.subarray(at, at + PIECE_BYTES))
      tellAll(tokens, listener)
    }
    tokens.finish()
    tellAll(tokens, listener)
    return ok(null)
  } catch (error) {
    if (error instanceof XmlFault) return refuse(error.message)
    throw error
  }
}

/** Tells what the tokens hold so far. */
export function tellAll(tokens: XmlTokens, { open, close, text }: XmlListener): void {
  for (;;) {
    const token = tokens.next()
    if (token === OPEN) open?.(tokens.name(), attributesOf(tokens))
    else if (token === CLOSE) close?.(tokens.name())
    else if (token === TEXT) text?.(tokens.text())
    else return
  }
}

function attributesOf(tokens: XmlTokens): XmlAttributes {
  // Without a prototype: an attribute may be called "constructor".
  const attributes = Object.create(null) as Record<string, string>
  for (let i = 0; i < tokens.attributeCount; i++)
    attributes[tokens.attributeName(i)] = tokens.attributeValue(i)
  return attributes
}

/** `true` for the spellings of xsd:boolean that mean yes. */
export function isOn(value: string | undefined): boolean {
  return value === "1" || value === "true" || value === "on"
}

/**
 * The attribute with this local name and any prefix; `id` is the relation, not the sheet's number.
 */
export function prefixedAttribute(attributes: XmlAttributes, local: string): string | undefined {
  for (const name in attributes) if (name.endsWith(`:${local}`)) return attributes[name]
  return undefined
}

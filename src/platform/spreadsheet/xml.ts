import { SaxesParser, type SaxesTagPlain } from "saxes"
import { ok, refuse, type Result } from "../../kernel/result.ts"

export type XmlAttributes = Readonly<Record<string, string>>

/** Element names come without their prefix; attributes keep theirs. */
export interface XmlListener {
  readonly open?: (name: string, attributes: XmlAttributes) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

/** A listener throws this to refuse the document; every other error is a fault of ours. */
export class XmlFault extends Error {
  override readonly name = "XmlFault"
}

const CHUNK_BYTES = 1024 * 1024

/**
 * Walks one XML part. A document type declaration is refused, so that no entity but the five of XML
 * can be expanded; malformed XML and bytes that are not its encoding are refused too.
 */
export function walkXml(bytes: Uint8Array, listener: XmlListener): Result<null, string> {
  const parser = new SaxesParser({ position: false })
  parser.on("doctype", () => {
    throw new XmlFault("a document type declaration is not accepted")
  })
  parser.on("error", (error) => {
    throw new XmlFault(`malformed XML: ${error.message}`)
  })
  const { open, close, text } = listener
  if (open)
    parser.on("opentag", (tag) => open(localName(tag.name), (tag as SaxesTagPlain).attributes))
  if (close) parser.on("closetag", (tag) => close(localName(tag.name)))
  if (text) {
    parser.on("text", text)
    parser.on("cdata", text)
  }
  try {
    const decoder = new TextDecoder(xmlEncoding(bytes), { fatal: true })
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES)
      parser.write(decoder.decode(bytes.subarray(at, at + CHUNK_BYTES), { stream: true }))
    parser.write(decoder.decode()).close()
    return ok(null)
  } catch (error) {
    if (error instanceof XmlFault) return refuse(error.message)
    if ((error as { code?: string }).code === "ERR_ENCODING_INVALID_ENCODED_DATA")
      return refuse("bytes that are not text of the declared encoding")
    throw error
  }
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

function localName(name: string): string {
  const colon = name.indexOf(":")
  return colon < 0 ? name : name.slice(colon + 1)
}

function xmlEncoding(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0))
    return "utf-16le"
  if ((bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0 && bytes[1] === 0x3c))
    return "utf-16be"
  return "utf-8"
}

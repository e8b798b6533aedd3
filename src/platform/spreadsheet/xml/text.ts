import { XmlFault } from "./fault.ts"

/** The five entities of XML; others would need a document type declaration, which is refused. */
const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
}

/** Text as XML 1.0 means it: line ends are LF (2.11), references are what they stand for (4.1). */
export function decodeXmlText(written: string): string {
  const text = normaliseLines(written)
  if (!text.includes("&")) return text
  return text.replace(/&([^;&]*);?/g, (reference, name: string) => {
    if (!reference.endsWith(";")) throw new XmlFault("malformed XML: a reference without an end")
    return NAMED[name] ?? numbered(name)
  })
}

/** An attribute's value: white space as written is a space (3.3.3). */
export function decodeXmlAttribute(written: string): string {
  return decodeXmlText(written.replace(/\r\n|[\t\r\n]/g, " "))
}

export function normaliseLines(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text
}

function numbered(name: string): string {
  const match = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(name)
  const code = match === null ? -1 : Number.parseInt(match[1] ?? match[2] ?? "", match[1] ? 16 : 10)
  if (!isXmlCharacter(code)) throw new XmlFault("malformed XML: an undefined reference")
  return String.fromCodePoint(code)
}

function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13
  if (code >= 0xd800 && code <= 0xdfff) return false
  return code <= 0x10ffff && code !== 0xfffe && code !== 0xffff
}

/** Characters of one cell, the limit of Excel. */
const MAX_TEXT = 32_767
const CUT = " […]"

/** Texts without these, and without blanks at their ends, stand in XML as they are. */
// oxlint-disable-next-line no-control-regex -- control characters are what XML cannot hold
const SPECIAL = /[&<>_\0-\x1f\ud800-\udfff\ufffe\uffff]/
// oxlint-disable-next-line no-control-regex -- see above
const CONTROL = /[\x01-\x08\x0b-\x1f]/g
/** What a reader would take for an escape, also where the closing "_" is the start of one of ours. */
// oxlint-disable-next-line no-control-regex -- see above
const ESCAPE_LIKE = /_(?=x[0-9A-Fa-f]{4}[_\x01-\x08\x0b-\x1f])/g
const MARKUP: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "\r": "&#13;",
  "\t": "&#9;",
}

/**
 * The `is` element of a cell that holds this text (ECMA-376 part 1, 18.3.1.53). Characters that XML
 * cannot hold are `_xHHHH_` (22.9.2.19); then the text is one run, because there are readers that
 * decode them only in runs. NUL and half surrogate pairs, which no reader gives back, become U+FFFD.
 */
export function inlineText(value: string, prefix = ""): string {
  const [is, t] = [`${prefix}is`, `${prefix}t`]
  if (value.length <= MAX_TEXT && !SPECIAL.test(value) && !hasBlankEnds(value))
    return `<${is}><${t}>${value}</${t}></${is}>`
  const text = writableText(value)
  const escaped = text.replace(ESCAPE_LIKE, "_x005F_").replace(CONTROL, escapeControl)
  const space = hasBlankEnds(text) || text.includes("\n") ? ' xml:space="preserve"' : ""
  const node = `<${t}${space}>${escapeContent(escaped)}</${t}>`
  const run = `${prefix}r`
  return escaped === text ? `<${is}>${node}</${is}>` : `<${is}><${run}>${node}</${run}></${is}>`
}

/** Well-formed, without non-characters and not longer than a cell can hold; a cut is marked. */
export function writableText(value: string): string {
  const clean = value.toWellFormed().replace(/[\0\ufffe\uffff]/g, "\ufffd")
  if (clean.length <= MAX_TEXT) return clean
  return (clean.slice(0, MAX_TEXT - CUT.length) + CUT).toWellFormed()
}

/** Text as the content of an element. */
export function escapeContent(text: string): string {
  return text.replace(/[&<>]/g, (character) => MARKUP[character] ?? character)
}

/** Text as the value of an attribute in double quotes. */
export function escapeAttribute(text: string): string {
  return legalText(text).replace(/[&<>"\t\r\n]/g, (character) => MARKUP[character] ?? character)
}

/** Without what XML cannot hold, for places that know no escapes. */
export function legalText(text: string): string {
  // oxlint-disable-next-line no-control-regex -- see above
  return text.toWellFormed().replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "")
}

/**
 * Characters by which a spreadsheet would begin a formula if somebody typed the text again, in
 * ASCII and in full width, and the apostrophe that it would swallow.
 */
const TRIGGERS = "=+-@\t\r'＝＋－＠"

/** Such a text carries the mark `quotePrefix` in its style, and so stays text when it is edited. */
export function needsQuote(text: string): boolean {
  return text !== "" && TRIGGERS.includes(text.charAt(0))
}

function hasBlankEnds(text: string): boolean {
  return text.charCodeAt(0) <= 32 || text.charCodeAt(text.length - 1) <= 32
}

function escapeControl(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`
}

import { isSame, SPACE } from "./bytes.ts"

/**
 * How an element was written whose first attribute alone differs from element to element:
 * `<c r="` A7 `" t="s"><v>` 12 `</v></c>`.
 */
export interface Leaf {
  readonly head: Uint8Array
  /** From the quote behind the first attribute's value to the text. */
  readonly middle: Uint8Array
  readonly end: Uint8Array
  readonly work: number
}

/** A tag with more behind its first attribute is not looked for again. */
const MAX_LEAF_TAG = 128

/** What tokens show of a start tag, and of the text behind it. */
interface OpenTag {
  readonly bytes: Buffer
  readonly attributes: Int32Array
  readonly attributeCount: number
  readonly nameStart: number
  readonly nameEnd: number
  readonly textStart: number
}

/**
 * Right after `takeWhole`: how to look for elements written alike; null where `attribute` is not the
 * first one behind a single blank.
 */
export function leafOf(tokens: OpenTag, attribute: Uint8Array, end: Uint8Array): Leaf | null {
  const { bytes, attributes, attributeCount, nameStart, nameEnd } = tokens
  const [name = 0, to = 0, value = 0, behind = 0] = attributes
  const isFirst = attributeCount > 0 && name === nameEnd + 1 && bytes[nameEnd] === SPACE
  if (!isFirst || !isSame(bytes, name, to, attribute)) return null
  if (tokens.textStart - behind > MAX_LEAF_TAG) return null
  return {
    // Copies: the window moves on.
    head: Buffer.from(bytes.subarray(nameStart - 1, value)),
    middle: Buffer.from(bytes.subarray(behind, tokens.textStart)),
    end,
    work: 1 + attributeCount,
  }
}

/** The document cannot be edited in place; every other error is a fault of ours. */
export class PatchFault extends Error {
  override readonly name = "PatchFault"
}

/** One element of a document, with the places of its parts in the text. */
export interface XmlNode {
  /** Name without prefix. */
  readonly name: string
  /** "x:" or "". */
  readonly prefix: string
  /** Where "<" stands. */
  readonly start: number
  /** Behind the ">" of the start tag. */
  readonly open: number
  /** Where "</" stands; equal to `open` when the element closes itself. */
  close: number
  /** Behind the element. */
  end: number
  readonly selfClosing: boolean
  readonly depth: number
}

const NAME = /[^\s/>=]+/y
const MAX_DEPTH = 64

/**
 * Walks the elements of a document and tells of each when it is left, so that children come before
 * their parent. Whoever enters may stop at an element: its children are then not told. Throws a
 * PatchFault for what is not one well-nested element without a document type declaration.
 */
export function walkNodes(
  text: string,
  listener: {
    /** `false`: its children are of no interest. */
    readonly enter?: (node: XmlNode) => boolean | void
    readonly leave: (node: XmlNode) => void
  },
): void {
  const stack: XmlNode[] = []
  let silent = 0
  let roots = 0
  for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", at)) {
    const next = skipAside(text, at)
    if (next > at) {
      at = next
      continue
    }
    if (text.charCodeAt(at + 1) === SLASH) {
      const end = endOf(text, at, ">")
      const node = stack.pop()
      if (!node || text.slice(at + 2, end - 1).trim() !== node.prefix + node.name)
        throw new PatchFault("elements are not nested")
      node.close = at
      node.end = end
      if (silent > node.depth) silent = 0
      if (silent === 0) listener.leave(node)
      at = end
      continue
    }
    const node = nodeAt(text, at, stack.length)
    if (node.depth === 0 && roots++ > 0) throw new PatchFault("more than one document element")
    at = node.open
    if (node.selfClosing) {
      if (silent > 0) continue
      listener.enter?.(node)
      listener.leave(node)
      continue
    }
    if (node.depth >= MAX_DEPTH) throw new PatchFault("elements are nested too deeply")
    stack.push(node)
    if (silent === 0 && listener.enter?.(node) === false) silent = node.depth + 1
  }
  if (stack.length > 0 || roots === 0) throw new PatchFault("the document ends too early")
}

const SLASH = 47

/** Behind a comment, a CDATA section or a declaration that begins here; else the same place. */
function skipAside(text: string, at: number): number {
  const mark = text.charAt(at + 1)
  if (mark === "?") return endOf(text, at, "?>")
  if (mark !== "!") return at
  if (text.startsWith("<!--", at)) return endOf(text, at + 4, "-->")
  if (text.startsWith("<![CDATA[", at)) return endOf(text, at, "]]>")
  throw new PatchFault("a document type declaration is not accepted")
}

function endOf(text: string, from: number, mark: string): number {
  const at = text.indexOf(mark, from)
  if (at < 0) throw new PatchFault("the document ends too early")
  return at + mark.length
}

function nodeAt(text: string, start: number, depth: number): XmlNode {
  NAME.lastIndex = start + 1
  const full = NAME.exec(text)?.[0]
  if (full === undefined) throw new PatchFault("an element without a name")
  const open = tagEnd(text, start + 1 + full.length)
  const colon = full.indexOf(":") + 1
  const selfClosing = text.charCodeAt(open - 2) === SLASH
  const place = { start, open, close: open, end: open, selfClosing, depth }
  return { name: full.slice(colon), prefix: full.slice(0, colon), ...place }
}

/** Behind the ">" of a start tag; within quotes it stands for itself. */
function tagEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const mark = text.charAt(at)
    if (mark === ">") return at + 1
    if (mark === '"' || mark === "'") at = endOf(text, at + 1, mark) - 1
    else if (mark === "<") break
  }
  throw new PatchFault("a tag does not end")
}

const ATTRIBUTE = /([^\s=/>]+)\s*=\s*("[^"]*"|'[^']*')/g

/** The value as written, entities unexpanded; of the start tag alone. */
export function attributeOf(text: string, node: XmlNode, name: string): string | undefined {
  for (const [, found, quoted] of text.slice(node.start, node.open).matchAll(ATTRIBUTE))
    if (found === name) return quoted?.slice(1, -1)
  return undefined
}

/** The start tag with an attribute set, or taken out where the value is `null`. */
export function withAttribute(tag: string, name: string, value: string | null): string {
  let found = false
  const changed = tag.replace(ATTRIBUTE, (written, own: string) => {
    if (own !== name) return written
    found = true
    return value === null ? "" : `${name}="${value}"`
  })
  if (found || value === null) return changed
  return changed.replace(/\s*(\/?>)$/, (end) => ` ${name}="${value}"${end.trim()}`)
}

/** Decodes what an attribute or a plain text of a document says. */
export function unescapeXml(text: string): string {
  if (!text.includes("&")) return text
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (written, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[name] ?? written
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : written
  })
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
}

export interface XmlEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The text with its edits, which do not overlap; of two at one place the first is put first. */
export function applyEdits(text: string, edits: readonly XmlEdit[]): string {
  const ordered = edits.toSorted((a, b) => a.start - b.start || a.end - b.end)
  const parts: string[] = []
  let at = 0
  for (const edit of ordered) {
    if (edit.start < at) throw new PatchFault("edits overlap")
    parts.push(text.slice(at, edit.start), edit.text)
    at = edit.end
  }
  return parts.join("") + text.slice(at)
}

/** Text of a part in UTF-8, the mark at its start left out. */
export function partText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    throw new PatchFault("a part is not text in UTF-8")
  }
}

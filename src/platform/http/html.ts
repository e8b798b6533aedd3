/** Markup that may be written as it is. Only `html` and `trusted` make it. */
export interface Html {
  readonly markup: string
}

export type HtmlPart = Html | string | number | bigint | null | false | readonly HtmlPart[]

/**
 * Markup with every value escaped, in text and in quoted attributes alike. `null` and `false`
 * write nothing; lists write their parts. Never put a value outside quotes into a tag.
 */
export function html(texts: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  const markup = texts.map((text, index) => text + write(parts[index] ?? null))
  return { markup: markup.join("") }
}

/** For markup of our own, such as a drawing. Never for anything a user or a file gave. */
export function trusted(markup: string): Html {
  return { markup }
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`)
}

function write(part: HtmlPart): string {
  if (part === null || part === false) return ""
  if (typeof part !== "object") return escapeHtml(String(part))
  return "markup" in part ? part.markup : part.map(write).join("")
}

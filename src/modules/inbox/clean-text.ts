// PostgreSQL holds neither NUL nor half a surrogate; the original file keeps them.

export function cleanText(text: string): string {
  return text.toWellFormed().replaceAll("\u0000", "\ufffd")
}

const MAYBE_ODD = /\\u(?:0000|d[89a-f])/

export function cleanJson(value: unknown): string {
  const json = JSON.stringify(value)
  if (!MAYBE_ODD.test(json)) return json
  return JSON.stringify(value, (_, held: unknown) =>
    typeof held === "string" ? cleanText(held) : held,
  )
}

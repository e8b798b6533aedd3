export type Delimiter = "," | ";" | "\t" | "|"

export const DELIMITERS: readonly Delimiter[] = [",", ";", "\t", "|"]

/**
 * A quoted field longer than this is a stray quote, not a field (Python's csv has the same bound).
 */
const MAX_QUOTED = 131_072

/**
 * Splits text into records of fields as Python's `csv.reader` does over text read with
 * `newline=""`: an empty line is a record without fields, CR, LF and CRLF end a record, a quote
 * counts only at the start of a field, text behind a closing quote is kept. Unlike there, an
 * opening quote that is never closed, or that would swallow lines up to the quote of another field,
 * is text.
 */
export function* csvRecords(text: string, delimiter: string): Generator<readonly string[]> {
  const ends = new RegExp(`[\\r\\n${delimiter === "\t" ? "\\t" : `\\${delimiter}`}]`, "g")
  let at = 0
  let fields: string[] = []
  while (at < text.length) {
    const quoted = text[at] === '"' ? readQuoted(text, at, delimiter) : null
    ends.lastIndex = quoted ? quoted.next : at
    const found = ends.exec(text)?.index ?? text.length
    fields.push((quoted ? quoted.text : "") + text.slice(quoted ? quoted.next : at, found))
    at = found + 1
    if (text[found] === delimiter && at < text.length) continue
    if (text[found] === delimiter) fields.push("")
    if (text[found] === "\r" && text[at] === "\n") at++
    yield fields.length === 1 && fields[0] === "" && !quoted ? [] : fields
    fields = []
  }
}

function readQuoted(text: string, open: number, delimiter: string) {
  let content = ""
  for (let at = open + 1; ;) {
    const quote = text.indexOf('"', at)
    if (quote < 0 || quote - open > MAX_QUOTED) return null
    content += text.slice(at, quote)
    if (text[quote + 1] !== '"') return closeQuoted(text, quote + 1, delimiter, content)
    content += '"'
    at = quote + 2
  }
}

function closeQuoted(text: string, next: number, delimiter: string, content: string) {
  const after = text[next]
  const clean = after === undefined || after === delimiter || after === "\r" || after === "\n"
  return clean || !/[\r\n]/.test(content) ? { text: content, next } : null
}

const SAMPLE_RECORDS = 300

/**
 * The delimiter that gives the most records the same number of fields, weighted by that number;
 * a first line `sep=X` decides alone.
 */
export function detectDelimiter(text: string): Delimiter {
  const declared = /^"?sep=([,;\t|])"?[,;\t|]*(?:\r|\n|$)/i.exec(text.slice(0, 40))?.[1]
  if (declared) return declared as Delimiter
  let best: { delimiter: Delimiter; score: number } = { delimiter: ",", score: 0 }
  for (const delimiter of DELIMITERS) {
    const score = consistency(text, delimiter)
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

function consistency(text: string, delimiter: Delimiter): number {
  const byCount = new Map<number, number>()
  let seen = 0
  for (const { length } of csvRecords(text, delimiter)) {
    if (length > 1) byCount.set(length, (byCount.get(length) ?? 0) + 1)
    if (++seen >= SAMPLE_RECORDS) break
  }
  let score = 0
  for (const [fields, records] of byCount) score = Math.max(score, records * (fields - 1))
  return score
}

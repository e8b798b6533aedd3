import { CsvReader, sourceOfBytes } from "./csv-reader.ts"

export type Delimiter = "," | ";" | "\t" | "|"

export const DELIMITERS: readonly Delimiter[] = [",", ";", "\t", "|"]

/** Every record of a text as strings; a record of an empty line has no fields. */
export function* csvRecords(text: string, delimiter: string): Generator<readonly string[]> {
  const bytes = Buffer.from(text, "utf8")
  const reader = new CsvReader(sourceOfBytes(bytes), delimiter)
  while (reader.advance()) {
    const { scanner } = reader
    const content = Buffer.from(scanner.bytes.buffer)
    for (let record = 0; record < reader.count; record++) {
      const [first, end] = [scanner.firsts[record] ?? 0, scanner.firsts[record + 1] ?? 0]
      const fields: string[] = []
      for (let at = first; at < end; at++)
        fields.push(content.toString("utf8", scanner.starts[at], scanner.ends[at]))
      const isEmptyLine = fields.length === 1 && scanner.places[record] === scanner.ends[first]
      yield isEmptyLine ? [] : fields
    }
  }
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

import { MAX_COLUMNS } from "../cell-reference.ts"
import { CsvReader, sourceOfBytes } from "./reader.ts"
import { XmlFault } from "../xml/fault.ts"

export type Delimiter = "," | ";" | "\t" | "|"

export const DELIMITERS: readonly Delimiter[] = [",", ";", "\t", "|"]

/**
 * Every record of a text as strings; a record of an empty line has no fields. Of a record with more
 * fields than any sheet has columns one field too many is told. Throws where a record is longer than
 * any list has: what stands behind it would be lost.
 */
export function* csvRecords(text: string, delimiter: string): Generator<readonly string[]> {
  const bytes = Buffer.from(text, "utf8")
  const reader = new CsvReader(sourceOfBytes(bytes), delimiter)
  while (reader.advance()) {
    const { scanner } = reader
    const content = Buffer.from(scanner.bytes.buffer)
    for (let record = 0; record < reader.count; record++) {
      const first = scanner.firsts[record] ?? 0
      const end = Math.min(scanner.firsts[record + 1] ?? 0, first + MAX_COLUMNS + 1)
      const fields: string[] = []
      for (let at = first; at < end; at++)
        fields.push(content.toString("utf8", scanner.starts[at], scanner.ends[at]))
      const isEmptyLine = fields.length === 1 && scanner.places[record] === scanner.ends[first]
      yield isEmptyLine ? [] : fields
    }
  }
  if (reader.tooLong) throw new XmlFault("a record is longer than that of any list")
}

const SAMPLE_RECORDS = 300

/**
 * The delimiter that gives the most records the same number of fields, weighted by that number;
 * a first line `sep=X` decides alone.
 */
export function detectDelimiter(text: string): Delimiter {
  const declared = /^"?sep=([,;\t|])"?[,;\t|]*(?:\r|\n|$)/i.exec(text.slice(0, 40))?.[1]
  if (declared) return declared as Delimiter
  let best: Shape & { readonly delimiter: Delimiter } = { delimiter: ",", ...NO_SHAPE }
  for (const delimiter of DELIMITERS) {
    const shape = shapeBy(text, delimiter)
    if (shape.score > best.score) best = { delimiter, ...shape }
  }
  // Commas in a few lines are decimals and addresses of a text that has one field a line.
  const isText = best.fields <= FEW_FIELDS && best.records < best.lines / 2
  const absent = DELIMITERS.find((delimiter) => !text.includes(delimiter))
  return isText && absent !== undefined ? absent : best.delimiter
}

const FEW_FIELDS = 3

/** The number of fields that most tells of a delimiter, and how many records have so many. */
interface Shape {
  readonly score: number
  readonly fields: number
  readonly records: number
  /** Records that say something. */
  readonly lines: number
}

const NO_SHAPE: Shape = { score: 0, fields: 0, records: 0, lines: 0 }

function shapeBy(text: string, delimiter: Delimiter): Shape {
  const byCount = new Map<number, number>()
  let [seen, lines] = [0, 0]
  for (const record of csvRecords(text, delimiter)) {
    const { length } = record
    if (length > 1) byCount.set(length, (byCount.get(length) ?? 0) + 1)
    if (record.some((field) => field.trim() !== "")) lines++
    if (++seen >= SAMPLE_RECORDS) break
  }
  let best = { ...NO_SHAPE, lines }
  for (const [fields, records] of byCount) {
    const score = records * (fields - 1)
    if (score > best.score) best = { score, fields, records, lines }
  }
  return best
}

import fc from "fast-check"
import { expect, test } from "vitest"
import { CsvReader, sourceOfBytes } from "./reader.ts"
import { csvRecords } from "./records.ts"

/** The rules once more, over text and without any speed: what the reader of bytes is held to. */
function* plainRecords(text: string, delimiter: string): Generator<readonly string[]> {
  let at = 0
  let fields: string[] = []
  while (at < text.length) {
    const quoted = text[at] === '"' ? plainQuoted(text, at, delimiter) : null
    let found = quoted ? quoted.next : at
    while (found < text.length && !`\r\n${delimiter}`.includes(text[found] ?? "")) found++
    fields.push((quoted ? quoted.text : "") + text.slice(quoted ? quoted.next : at, found))
    at = found + 1
    if (text[found] === delimiter && at < text.length) continue
    if (text[found] === delimiter) fields.push("")
    if (text[found] === "\r" && text[at] === "\n") at++
    yield fields.length === 1 && fields[0] === "" && !quoted ? [] : fields
    fields = []
  }
}

function plainQuoted(text: string, open: number, delimiter: string) {
  let content = ""
  for (let at = open + 1; ;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return null
    content += text.slice(at, quote)
    if (text[quote + 1] === '"') {
      content += '"'
      at = quote + 2
      continue
    }
    const after = text[quote + 1]
    const isClean = after === undefined || `\r\n${delimiter}`.includes(after)
    return isClean || !/[\r\n]/.test(content) ? { text: content, next: quote + 1 } : null
  }
}

const piece = fc.constantFrom(
  ...[
    ",",
    ",",
    ";",
    '"',
    '""',
    "\n",
    "\r\n",
    "\r",
    "a",
    "Budi",
    " ",
    "\u00e9",
    "x, y",
    '"q"',
    "\t",
  ],
)
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""))

function blocks(content: string, range: { from: number; to: number; blockBytes: number }) {
  const reader = new CsvReader(sourceOfBytes(Buffer.from(content)), ",", range)
  const places: number[] = []
  while (reader.advance())
    for (let record = 0; record < reader.count; record++)
      places.push(reader.base + (reader.scanner.places[record] ?? 0))
  return { places, next: reader.next }
}

test("bytes are split as text is", () => {
  fc.assert(
    fc.property(text, (content) => {
      expect([...csvRecords(content, ",")]).toEqual([...plainRecords(content, ",")])
    }),
    { seed: 20_261, numRuns: 3000 },
  )
})

test("the size of the blocks changes nothing", () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 40 }), (content, blockBytes) => {
      const whole = { from: 0, to: content.length * 2, blockBytes: 4096 }
      expect(blocks(content, { ...whole, blockBytes })).toEqual(blocks(content, whole))
    }),
    { seed: 20_262, numRuns: 2000 },
  )
})

test("a range that ends where a record ends is read alike whatever follows it, and goes on there", () => {
  fc.assert(
    fc.property(text, fc.nat(200), (content, cut) => {
      const size = Buffer.byteLength(content)
      const whole = blocks(content, { from: 0, to: size, blockBytes: 64 })
      const first = blocks(content, { from: 0, to: Math.min(cut, size), blockBytes: 64 })
      const second = blocks(content, { from: first.next, to: size, blockBytes: 64 })
      expect([...first.places, ...second.places]).toEqual(whole.places)
    }),
    { seed: 20_263, numRuns: 2000 },
  )
})

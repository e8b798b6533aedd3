import fc from "fast-check"
import { describe, expect, test, vi } from "vitest"
import { SheetCollector } from "../collect-sheets.ts"
import { buildXlsx, sheetsOf } from "../fixture.testing.ts"
import type { RawSheet } from "../workbook.ts"
import { readSheetPlainly, readStringsPlainly, walkPlainly } from "./oracle.testing.ts"
import { SheetScanner } from "./sheet.ts"
import { SharedStrings } from "./strings.ts"
import { XmlFault } from "../xml/fault.ts"
import { XmlTokens } from "../xml/tokens.ts"
import { walkXml } from "../xml/xml.ts"

const RUNS = { numRuns: 500, seed: 6471 }
const FORMATS = [
  { date: false, struck: false },
  { date: true, struck: false },
  { date: false, struck: true },
]

/** Reads a sheet in pieces of this many bytes, so that every token is cut somewhere. */
function scanInPieces(strings: string, sheet: Uint8Array, piece: number): RawSheet | string {
  const table = new SharedStrings()
  const collector = new SheetCollector()
  const info = { name: "x", hidden: false, date1904: false }
  try {
    feed(Buffer.from(strings), piece, table)
    const tables = { strings: table, formats: FORMATS, maxCells: 1000 }
    feed(sheet, piece, new SheetScanner(tables, collector.sheet(info)))
  } catch (error) {
    if (error instanceof XmlFault) return "refused"
    throw error
  }
  return collector.sheets()[0] ?? "none"
}

function feed(bytes: Uint8Array, piece: number, reader: { scan(tokens: XmlTokens): void }): void {
  const tokens = new XmlTokens()
  for (let at = 0; at < bytes.length; at += piece) {
    tokens.push(bytes.subarray(at, at + piece))
    reader.scan(tokens)
  }
  tokens.finish()
  reader.scan(tokens)
}

function readPlainly(strings: string, sheet: Uint8Array): RawSheet | string {
  const table = readStringsPlainly(Buffer.from(strings))
  if (!table.ok) return "refused"
  const info = { name: "x", hidden: false, date1904: false }
  const context = { ...info, strings: table.value, formats: FORMATS, maxCells: 1000 }
  const read = readSheetPlainly(sheet, context)
  return read.ok ? read.value : "refused"
}

const pick = <T>(...values: readonly T[]) => fc.constantFrom(...values)
const attribute = (name: string, value: fc.Arbitrary<string>) =>
  fc
    .tuple(fc.boolean(), value, pick("'", '"'), pick(" ", "\n", "  "))
    .map(([is, text, quote, gap]) => (is ? `${gap}${name}=${quote}${text}${quote}` : ""))

const TEXTS = [
  "6471010203049010",
  "Siti Aminah",
  "Łódź – né",
  "𝒳 emoji 🙂",
  "  ",
  "\u00a0",
  "a\tb",
  "a\r\nb\rc",
  "&amp;&lt;&gt;&quot;&apos;",
  "&#65;&#x1F642;&#10;",
  "_x000D_",
  "a_x005F_x0041_",
  "_x0000_",
  "<![CDATA[<&>]]>",
  "<!-- no -->",
  "<?no no?>",
  "1.5E+15",
  "",
  "x".repeat(300),
  "]]",
  ">",
]
const WRONG = ["&lol;", "&", "&#0;", "\u0001", "]]>", "&#xFFFE;", "\ufffe"]
const text = fc
  .array(
    fc.oneof({ weight: 60, arbitrary: pick(...TEXTS) }, { weight: 1, arbitrary: pick(...WRONG) }),
    {
      maxLength: 3,
    },
  )
  .map((parts) => parts.join(""))

const run = fc
  .tuple(pick("", "<rPr><strike/></rPr>", "<rPr><b/></rPr>", '<rPr><strike val="0"/></rPr>'), text)
  .map(([rPr, t]) => `<r>${rPr}<t>${t}</t></r>`)
const item = fc.oneof(
  text.map((t) => `<t xml:space="preserve">${t}</t>`),
  fc.array(run, { maxLength: 3 }).map((runs) => runs.join("")),
  text.map((t) => `<t>${t}</t><rPh sb="0" eb="1"><t>no</t></rPh><phoneticPr fontId="1"/>`),
)
const index = pick("0", "1", " 2 ", "3", "9", "-1", "x", "1.0", "")
const reference = pick("A1", "B2", "AA7", "XFD3", "c4", "XFE1", "", "7", "$A$1")
const cell = fc
  .tuple(
    attribute("r", reference),
    attribute("s", pick("0", "1", "2", "9", "x")),
    attribute("x:t", pick("s")),
    pick("", "<f>A1+1</f>", '<f t="shared" si="0"/>'),
    fc.oneof(
      index.map((i) => ["s", `<v>${i}</v>`] as const),
      item.map((i) => ["inlineStr", `<is>${i}</is>`] as const),
      fc
        .tuple(pick("str", "b", "e", "d", "n", "", "odd"), text)
        .map(([t, v]) => [t, `<v>${v}</v>`] as const),
      pick(["s", ""] as const, ["n", "<v/>"] as const, ["", ""] as const),
    ),
    pick("</c>", "</c>", "</c >"),
    pick("", "", "", '<extLst><ext uri="x"/></extLst>'),
  )
  .map(([r, s, odd, f, [t, v], end, rest]) => {
    const type = t === "" ? "" : ` t="${t}"`
    return v === "" && f === "" && rest === ""
      ? `<c${r}${s}${odd}/>`
      : `<c${r}${type}${s}${odd}>${f}${v}${rest}${end}`
  })
const row = fc
  .tuple(
    attribute("r", pick("1", "2", "3", "7", "0", "1048576", "1048577", "1.5", " 4 ", "x")),
    attribute("hidden", pick("1", "true", "0", "false")),
    attribute("ht", pick("0", "15.5", "0.0")),
    attribute("spans", pick("1:3")),
    fc.array(cell, { maxLength: 5 }),
  )
  .map(([r, h, ht, spans, cells]) => `<row${r}${spans}${h}${ht}>${cells.join(" ")}</row>`)
const sheet = fc
  .tuple(
    pick("", '<?xml version="1.0" encoding="UTF-8"?>', "\ufeff", "<!-- é -->"),
    fc.array(row, { maxLength: 5 }),
    fc.array(pick("A1:B2", "C3", "x", "B2:A1"), { maxLength: 2 }),
    fc.array(pick('min="1" max="2"', 'min="3" max="16384"', 'min="x"'), { maxLength: 2 }),
  )
  .map(
    ([head, rows, merges, columns]) =>
      `${head}<worksheet xmlns="m"><cols>${columns.map((c) => `<col ${c} hidden="1"/>`).join("")}` +
      `</cols><sheetData>${rows.join("\n")}</sheetData><mergeCells>` +
      `${merges.map((m) => `<mergeCell ref="${m}"/>`).join("")}</mergeCells></worksheet>`,
  )
const strings = fc
  .array(item, { minLength: 4, maxLength: 6 })
  .map((items) => `<sst xmlns="m">${items.map((i) => `<si>${i}</si>`).join("")}</sst>`)
/** Start tags as programs write them, `?` for the reference, and odd ones. */
const tags = pick(
  `<c r="?" t="inlineStr">`,
  `<c r="?" s="1" t="inlineStr">`,
  `<c r="?" s="1">`,
  `<c r="?">`,
  `<c r="?" t="s">`,
  `<c r='?' t="str" s="2">`,
)
const oddTags = pick(
  `<c s="1" r="?" t="inlineStr">`,
  `<c  r="?" t="inlineStr">`,
  `<c t="inlineStr">`,
  `<c r="?" r="A1">`,
)
const alikeValue = (tag: string): fc.Arbitrary<string> => {
  const isInline = tag.includes("inlineStr")
  const usual = isInline
    ? pick(
        "<is><t>Siti &amp;</t></is>",
        "<is><t>Siti</t></is>",
        "<is><t/></is>",
        "<is><t>é</t></is>",
      )
    : pick("<v>1</v>", "<v>2</v>", "<v>9</v>", "<v>x</v>", "<v></v>")
  const odd = isInline ? pick("", "<is><t>x</t>") : pick("", "<f>A1</f><v>1</v>", "<v>1")
  return fc.oneof({ weight: 30, arbitrary: usual }, { weight: 1, arbitrary: odd })
}
const alikeCell = (usual: string) =>
  fc
    .oneof(
      { weight: 30, arbitrary: fc.constant(usual) },
      { weight: 4, arbitrary: tags },
      { weight: 1, arbitrary: oddTags },
    )
    .chain((tag) => {
      const odd = { weight: 1, arbitrary: pick("$", "x", "ZZZZ") }
      const reference = fc.oneof({ weight: 40, arbitrary: fc.constant("") }, odd)
      return fc.tuple(fc.constant(tag), alikeValue(tag), reference)
    })
/** In each column one tag is likelier than all others. */
const alikeSheet = fc
  .tuple(tags, tags, tags)
  .chain((usual) => fc.array(fc.tuple(...usual.map(alikeCell)), { maxLength: 8 }))
  .map((rows) => {
    const written = rows.map((cells, row) => {
      const texts = cells.map(([tag, value, odd], column) => {
        return `${tag.replace("?", `${odd}${"ABC"[column]}${row + 1}`)}${value}</c>`
      })
      return `<row r="${row + 1}">${texts.join("")}</row>`
    })
    return `<worksheet xmlns="m"><sheetData>${written.join("")}</sheetData></worksheet>`
  })
const encoding = pick("utf8", "utf16le") satisfies fc.Arbitrary<BufferEncoding>

describe("the byte scanner reads as the plain reader does", () => {
  test("sheets of any making, cut anywhere", () => {
    let readable = 0
    fc.assert(
      fc.property(
        strings,
        sheet,
        encoding,
        fc.integer({ min: 1, max: 400 }),
        (sst, xml, as, piece) => {
          const bytes = Buffer.from(
            as === "utf16le" ? `\ufeff${xml.replace("\ufeff", "")}` : xml,
            as,
          )
          const plain = readPlainly(sst, bytes)
          if (typeof plain !== "string") readable++
          expect(scanInPieces(sst, bytes, piece)).toEqual(plain)
        },
      ),
      RUNS,
    )
    // The control: the generator makes enough of both kinds.
    expect(readable).toBeGreaterThan(RUNS.numRuns / 5)
    expect(readable).toBeLessThan(RUNS.numRuns)
  })

  test("sheets whose cells are written alike, as programs write them, with odd ones among them", () => {
    let taken = 0
    const takeLeaf = vi.spyOn(XmlTokens.prototype, "takeLeaf")
    fc.assert(
      fc.property(strings, alikeSheet, fc.integer({ min: 40, max: 4000 }), (sst, xml, piece) => {
        expect(scanInPieces(sst, Buffer.from(xml), piece)).toEqual(
          readPlainly(sst, Buffer.from(xml)),
        )
        taken += takeLeaf.mock.results.filter(({ value }) => value === true).length
        takeLeaf.mockClear()
      }),
      RUNS,
    )
    takeLeaf.mockRestore()
    // The control: many a cell is taken without its tag being read.
    expect(taken).toBeGreaterThan(RUNS.numRuns)
  })

  test("XML that was damaged by a byte or two", () => {
    let refused = 0
    const damage = fc.tuple(fc.nat(), pick(..."<>&;\"'/=! -[]?x\0\t".split("")), fc.nat(2))
    fc.assert(
      fc.property(sheet, damage, (xml, [place, letter, cut]) => {
        // With names of instructions we are the stricter one.
        fc.pre(!xml.includes("<?no"))
        const head = xml.indexOf("<worksheet")
        const at = head + (place % (xml.length - head))
        const damaged = Buffer.from(xml.slice(0, at) + letter + xml.slice(at + cut))
        const [bytes, plain] = [[], []] as [string[], string[]]
        const [ours, theirs] = [walkXml(damaged, told(bytes)), walkPlainly(damaged, told(plain))]
        if (!theirs.ok) refused++
        if (ours.ok && theirs.ok) expect(join(bytes)).toEqual(join(plain))
        else if (ours.ok !== theirs.ok)
          expect([ours, theirs, damaged.toString()]).toEqual("the same")
      }),
      RUNS,
    )
    expect(refused).toBeGreaterThan(RUNS.numRuns / 5)
  })
})

function told(into: string[]) {
  return {
    open: (name: string, attributes: Readonly<Record<string, string>>) =>
      into.push(`<${name} ${JSON.stringify(Object.entries(attributes))}>`),
    close: (name: string) => into.push(`</${name}>`),
    text: (text: string) => into.push(text),
  }
}

/** Texts may be told in parts; white space outside the root may be told or not. */
function join(parts: readonly string[]): string {
  return parts.join("").trim()
}

test("text that a writer put in another place than its type says is not lost", async () => {
  const cells =
    `<c t="inlineStr"><v>in a value</v></c><c><is><t>untyped</t></is></c>` +
    `<c t="inlineStr"><is><t>plain</t></is></c>`
  const [first] = await sheetsOf(
    buildXlsx({ sheets: [`<sheetData><row>${cells}</row></sheetData>`] }),
  )
  expect(first?.rows[0]?.cells.map(({ text, kind }) => [text, kind])).toEqual([
    ["in a value", "text"],
    ["untyped", "text"],
    ["plain", "text"],
  ])
})

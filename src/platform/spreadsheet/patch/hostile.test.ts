import { strFromU8, unzipSync } from "fflate"
import fc from "fast-check"
import { expect, test } from "vitest"
import { buildOds, buildXlsx, zipText } from "../fixture.testing.ts"
import type { WorkbookPatch } from "./spec.ts"
import { patchWorkbook } from "./workbook.ts"
import { PatchFault, walkNodes } from "./xml.ts"
import { readWorkbook } from "../read-workbook.ts"

const ROW = `<row r="1"><c r="A1" t="inlineStr"><is><t>NIK</t></is></c></row>`
const LIST = `<table:table table:name="S1"><table:table-column/><table:table-row><table:table-cell office:value-type="string"><text:p>NIK</text:p></table:table-cell></table:table-row></table:table>`
const patch: WorkbookPatch = {
  hiddenId: "x",
  sheets: [
    {
      name: "S1",
      headerRow: 1,
      marks: [{ row: 2, column: 0, kind: "error" }],
      notes: [{ row: 2, text: "dua", id: "2" }],
    },
  ],
}

function parts(bytes: Uint8Array): [string, string][] {
  return Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)])
}

const seeds = [
  buildXlsx({ sheets: [`<sheetData>${ROW}<row r="2"/></sheetData>`] }),
  buildOds(LIST),
].map(parts)

/** Cuts, doubles or overwrites a stretch of one part. */
const damage = fc.record({
  seed: fc.nat(seeds.length - 1),
  part: fc.nat(20),
  at: fc.nat(600),
  length: fc.nat(30),
  by: fc.oneof(
    fc.constantFrom("", "<", ">", "/>", "</row>", "<!--", "<![CDATA[", '"', "&#0;", "<?", "</c>"),
    fc.constantFrom(' r="99999999"', ' r="-1"', ' table:number-rows-repeated="99999999999"'),
    fc.string({ maxLength: 5 }),
  ),
})

test("whatever a part holds, the file is patched and can be read, or refused", async () => {
  let patched = 0
  for (const { seed, part, at, length, by } of fc.sample(damage, { numRuns: 400, seed: 14 })) {
    const own = seeds[seed] ?? []
    const entries = own.map(([name, text], i): [string, string] => {
      if (i !== part % own.length) return [name, text]
      const from = at % (text.length + 1)
      return [name, text.slice(0, from) + by + text.slice(from + length)]
    })
    const result = await patchWorkbook(zipText(Object.fromEntries(entries)), patch)
    if (!result.ok) continue
    patched++
    const read = await readWorkbook(result.value, "x")
    expect(read.ok ? null : [read.refusal, entries]).toBeNull()
  }
  expect(patched).toBeGreaterThan(20)
})

const broken: readonly string[] = [
  "",
  "text",
  "<a>",
  "<a></b>",
  "<a/><b/>",
  "<a><!-- </a>",
  '<a b="></a>',
  "<!DOCTYPE a><a/>",
  "<a><b</a>",
  "< a/>",
  `${"<a>".repeat(100)}${"</a>".repeat(100)}`,
]

test.each(broken)("the scanner refuses %j", (text) => {
  expect(() => walkNodes(text, { leave: () => undefined })).toThrow(PatchFault)
})

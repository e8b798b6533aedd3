import { expect, test } from "vitest"
import { odsValues } from "./ods-values.ts"

const cell = (attributes: string, text = "<text:p>2</text:p>") =>
  `<table:table-cell${attributes}>${text}</table:table-cell>`
const formula = ` table:formula="of:=SUM([.A1:.A2])"`

/** A cell as the sender's file has it, and as our copy has it. */
const CELLS: readonly (readonly [what: string, cell: string, kept: string])[] = [
  [
    "a number",
    cell(`${formula} office:value-type="float" office:value="2"`),
    cell(`  office:value-type="float" office:value="2"`),
  ],
  [
    "a text",
    cell(
      ` table:style-name="a"${formula} office:value-type="string"`,
      "<text:p>a &amp; b</text:p>",
    ),
    cell(` table:style-name="a"  office:value-type="string"`, "<text:p>a &amp; b</text:p>"),
  ],
  [
    "an error",
    cell(
      `${formula} office:value-type="string" office:string-value="" calcext:value-type="error"`,
      "<text:p>#DIV/0!</text:p>",
    ),
    cell(`  office:value-type="string"  `, "<text:p>#DIV/0!</text:p>"),
  ],
  [
    "a matrix",
    cell(
      `${formula} table:number-matrix-columns-spanned="1" table:number-matrix-rows-spanned="2" office:value-type="float" office:value="2"`,
    ),
    cell(`    office:value-type="float" office:value="2"`),
  ],
  [
    "no value",
    `<table:table-cell table:formula="of:=[.A1]&amp;&quot;x&quot;"/>`,
    cell(` office:value-type="string"`, "<text:p>=[.A1]&amp;&quot;x&quot;</text:p>"),
  ],
  [
    "a covered cell",
    `<table:covered-table-cell${formula} office:value-type="float" office:value="2"/>`,
    `<table:covered-table-cell  office:value-type="float" office:value="2"/>`,
  ],
  [
    "none",
    cell(` office:value-type="float" office:value="2"`),
    cell(` office:value-type="float" office:value="2"`),
  ],
]

const content = (row: string) =>
  `<office:document-content><office:body><table:table><table:table-row>${row}<table:table-cell table:formula="of:=1" office:value-type="float"/></table:table-row></table:table></office:body></office:document-content>`

test.each(CELLS)("a formula gives way to its value: %s", (_, before, kept) => {
  const after = content(kept).replace(` table:formula="of:=1"`, " ")
  expect(odsValues(content(before))).toBe(after)
})

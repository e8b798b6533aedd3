import { describe, expect, test } from "vitest"
import { compilePdf } from "./typst.ts"
import { pageTexts } from "./pdf-text.testing.ts"

const SOURCE = `
#let doc = json("input.json")
#set document(title: doc.title, date: auto)
#set text(font: ("Noto Sans", "Noto SanX"), fallback: false)
#for (i, page) in doc.pages.enumerate() {
  if i > 0 { pagebreak() }
  heading(page.at(0))
  page.at(1)
}
`
const job = (pages: readonly (readonly [string, string])[]) => ({
  source: SOURCE,
  input: { title: "Uji 5 0 R (coba)", pages },
  timestampSeconds: 1_763_164_800,
})
const ONE = [["Satu 7 0 R", "Nāṣir #set <b>"]] as const

describe("compilePdf", () => {
  test("gives the same bytes twice, as PDF/A-2b of the given day", async () => {
    const [first, second] = [await compilePdf(job(ONE)), await compilePdf(job(ONE))]
    expect(Buffer.compare(first, second)).toBe(0)
    const text = Buffer.from(first).toString("latin1")
    expect(text).toContain("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B<")
    expect(text).toContain("(D:20251115000000Z)")
    expect(pageTexts(first)[0]?.join("")).toBe("Satu 7 0 RNāṣir #set <b>")
  })

  test("gives other bytes for another day", async () => {
    const later = { ...job(ONE), timestampSeconds: 1_763_251_200 }
    expect(Buffer.compare(await compilePdf(job(ONE)), await compilePdf(later))).not.toBe(0)
  })

  test.each([
    ["#set page(", "unclosed"],
    ['#json("/etc/hostname")', "not found"],
    ['#read("../package.json")', "access"],
  ])("refuses the source %j", async (source, word) => {
    await expect(compilePdf({ ...job(ONE), source })).rejects.toThrow(word)
  })
})

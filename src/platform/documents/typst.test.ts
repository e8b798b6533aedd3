import { describe, expect, test } from "vitest"
import { compilePdf, compilePdfParts } from "./typst.ts"
import { mapReferences, parsePdf } from "./pdf-objects.ts"
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
const TWO = [
  ["Dua (dua", "halaman dua"],
  ["Tiga", "halaman tiga"],
] as const

describe("compilePdf", () => {
  test("gives the same bytes twice, as PDF/A-2b of the given day", async () => {
    const [first, second] = [await compilePdf(job(ONE)), await compilePdf(job(ONE))]
    expect(Buffer.compare(first.pdf, second.pdf)).toBe(0)
    const text = Buffer.from(first.pdf).toString("latin1")
    expect(text).toContain("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B<")
    expect(text).toContain("(D:20251115000000Z)")
    expect(pageTexts(first.pdf)[0]?.join("")).toBe("Satu 7 0 RNāṣir #set <b>")
  })

  test("gives other bytes for another day", async () => {
    const later = { ...job(ONE), timestampSeconds: 1_763_251_200 }
    expect(
      Buffer.compare((await compilePdf(job(ONE))).pdf, (await compilePdf(later)).pdf),
    ).not.toBe(0)
  })

  test.each([
    ["#set page(", "unclosed"],
    ['#json("/etc/hostname")', "not found"],
    ['#read("../package.json")', "access"],
  ])("refuses the source %j", async (source, word) => {
    await expect(compilePdf({ ...job(ONE), source })).rejects.toThrow(word)
  })
})

describe("compilePdfParts", () => {
  test("joins pages and bookmarks and keeps texts that look like references", async () => {
    const whole = await compilePdfParts([job(ONE), job(TWO), job([["Empat", "akhir"]])])
    expect(whole.pages).toBe(4)
    expect(pageTexts(whole.pdf).map((runs) => runs.join(""))).toEqual([
      "Satu 7 0 RNāṣir #set <b>",
      "Dua (duahalaman dua",
      "Tigahalaman tiga",
      "Empatakhir",
    ])
    expect(bookmarks(whole.pdf)).toEqual(["Satu 7 0 R", "Dua (dua", "Tiga", "Empat"])
    expect(Buffer.from(whole.pdf).toString("latin1")).toContain("<xmpTPg:NPages>4<")
  })

  test("leaves no reference without its object, and gives the same bytes twice", async () => {
    const parts = [job(ONE), job(TWO)]
    const [first, second] = [await compilePdfParts(parts), await compilePdfParts(parts)]
    expect(Buffer.compare(first.pdf, second.pdf)).toBe(0)
    const pdf = parsePdf(Buffer.from(first.pdf))
    const known = new Set(pdf.objects.map((object) => object.id))
    for (const { dictionary } of pdf.objects) {
      mapReferences(dictionary, (id) => {
        expect(known).toContain(id)
        return id
      })
    }
  })
})

test("mapReferences leaves text strings alone", () => {
  const plus = (id: number) => id + 10
  expect(
    mapReferences("<< /A 1 0 R /T (x 2 0 R (3 0 R) \\) 4 0 R) /B [5 0 R 6 0 R] >>", plus),
  ).toBe("<< /A 11 0 R /T (x 2 0 R (3 0 R) \\) 4 0 R) /B [15 0 R 16 0 R] >>")
})

/** Titles in the order in which a reader follows them. */
function bookmarks(pdf: Uint8Array): string[] {
  const objects = new Map(parsePdf(Buffer.from(pdf)).objects.map((o) => [o.id, o.dictionary]))
  const root = [...objects.values()].find((text) => text.includes("/Type /Outlines")) ?? ""
  const titles: string[] = []
  let next = /\/First (\d+)/.exec(root)?.[1]
  while (next !== undefined) {
    const text: string = objects.get(Number(next)) ?? ""
    titles.push((/\/Title \(([\s\S]*)\)\n/.exec(text)?.[1] ?? "").replaceAll("\\", ""))
    next = /\/Next (\d+)/.exec(text)?.[1]
  }
  expect(root).toContain(`/Count ${titles.length}`)
  return titles
}

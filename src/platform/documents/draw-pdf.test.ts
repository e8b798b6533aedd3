import { expect, test } from "vitest"
import { drawPdf, type DrawnDocument } from "./draw-pdf.ts"
import type { DrawnItem, DrawnPage } from "./drawn-page.ts"
import { parsePdf } from "./pdf-objects.ts"
import { pageTexts } from "./pdf-text.testing.ts"

const written = (text: string, bold = false): DrawnItem => ({
  ...{ kind: "text", text, x: 40, y: 60, size: 9 },
  weight: bold ? "bold" : "regular",
})
const page = (...texts: string[]): DrawnPage => ({
  items: [
    ...texts.map((text, at) => written(text, at > 0)),
    { kind: "box", x: 1, y: 2, width: 3, height: 4, grey: 0.9 },
    { kind: "lines", thickness: 0.4, grey: 0.5, segments: [[1, 2, 3, 4]] },
  ],
  bookmark: texts.length > 1 ? { title: texts[0] ?? "", x: 40, y: 50 } : null,
})
const document = (...pages: DrawnPage[]): DrawnDocument => ({
  title: "Uji 999 0 R <b>",
  author: "Kota Contoh",
  keywords: ["list-sha256:00ff", "result-sha256:ff00"],
  timestampSeconds: 1_763_164_800,
  ...{ width: 841.89, height: 595.28, pages },
})
const THREE = document(page("Satu 7 0 R", "tebal"), page("Dua (dua"), page("Tiga Nāṣir", "akhir ș"))
const latin = (pdf: Uint8Array): string => Buffer.from(pdf).toString("latin1")

test("draws letters of both fonts and both weights, page by page, with bookmarks", async () => {
  const pdf = await drawPdf(THREE)
  expect(pageTexts(pdf).map((runs) => runs.join(""))).toEqual([
    "Satu 7 0 Rtebal",
    "Dua (dua",
    "Tiga Nāṣirakhir ș",
  ])
  expect(bookmarks(pdf)).toEqual(["Satu 7 0 R", "Tiga Nāṣir"])
})

test("is PDF/A-2b that speaks of itself, not of its specimen", async () => {
  const text = latin(await drawPdf(THREE))
  expect(text).toContain("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B<")
  expect(text).toContain("(D:20251115000000Z)")
  expect(text).toContain("<xmpTPg:NPages>3<")
  expect(text).toContain("(list-sha256:00ff, result-sha256:ff00)")
  expect(text).toContain("<pdf:Keywords>list-sha256:00ff, result-sha256:ff00<")
  expect(text).not.toContain("kata-kunci")
})

test("gives the same bytes twice, and others for another letter", async () => {
  const [first, second] = [await drawPdf(THREE), await drawPdf(THREE)]
  expect(Buffer.compare(first, second)).toBe(0)
  const other = await drawPdf({ ...THREE, pages: [...THREE.pages.slice(0, 2), page("Tiga Nāsir")] })
  expect(Buffer.compare(first, other)).not.toBe(0)
})

test.each([
  ["with bookmarks", THREE],
  ["without", document(page("Satu"))],
])("leaves no reference without its object, %s", async (_, whole) => {
  const pdf = parsePdf(Buffer.from(await drawPdf(whole)))
  const known = new Set(pdf.objects.map((object) => object.id))
  const dictionaries = pdf.objects.map((object) => object.dictionary)
  const plain = [...dictionaries, pdf.trailer].join("\n").replaceAll(/\([^)]*\)/g, "")
  const asked = [...plain.matchAll(/\b(\d+) 0 R\b/g)].map(([, id]) => Number(id))
  expect(asked.length).toBeGreaterThan(20)
  expect(asked.filter((id) => !known.has(id))).toEqual([])
})

test("refuses a letter that no font has, and keywords that would need an escape", async () => {
  await expect(drawPdf(document(page("李")))).rejects.toThrow("李")
  await expect(drawPdf({ ...THREE, keywords: ["a) b"] })).rejects.toThrow("escape")
})

/** Titles in the order in which a reader follows them. */
function bookmarks(pdf: Uint8Array): string[] {
  const objects = new Map(parsePdf(Buffer.from(pdf)).objects.map((o) => [o.id, o.dictionary]))
  const root = [...objects.values()].find((text) => text.includes("/Type /Outlines")) ?? ""
  const titles: string[] = []
  let next = /\/First (\d+)/.exec(root)?.[1]
  while (next !== undefined) {
    const text: string = objects.get(Number(next)) ?? ""
    const title = Buffer.from(/\/Title <FEFF([0-9A-F]*)>/.exec(text)?.[1] ?? "", "hex")
    titles.push(title.swap16().toString("utf16le"))
    next = /\/Next (\d+)/.exec(text)?.[1]
  }
  expect(root).toContain(`/Count ${titles.length}`)
  return titles
}

import { expect, test } from "vitest"
import { pageTexts } from "../../platform/documents/pdf-text.testing.ts"
import { buildAnnex } from "./annex.ts"
import { FRAME, people, person } from "./decree.testing.ts"
import { renderAnnexPdf } from "./render-annex.job.ts"

const HOSTILE = [
  "#panic()",
  '"; #read("/etc/passwd")',
  "*tebal* _miring_ $x$ @acuan <label>",
  "\\u{0} // komentar /* x */",
  "محمد 李 \u{1f600} \u0007",
  "Nāṣir Büyükşehir",
]

test("is the same to the byte, says its page on every page and holds every NIK", async () => {
  const list = people(150)
  const annex = buildAnnex(FRAME, list)
  const [first, second] = [await renderAnnexPdf(annex), await renderAnnexPdf(annex)]
  expect(Buffer.compare(first, second)).toBe(0)
  const pages = pageTexts(first)
  expect(pages).toHaveLength(7)
  for (const [i, runs] of pages.entries()) {
    expect(runs).toContain(`Halaman ${i + 1} dari ${pages.length}`)
    expect(runs.join("\n")).toContain(annex.listHash)
    expect(runs[0]).toBe("RANCANGAN")
  }
  const printed = pages.flat().filter((run) => /^\d{16}$/.test(run))
  expect(printed.toSorted()).toEqual(list.map(({ nik }) => nik).toSorted())
  const closing = pages.at(-1)?.join(" ")
  expect(closing).toContain("Terbilang: Tiga puluh juta dua ratus empat puluh ribu rupiah.")
  expect(closing).toContain("WALI KOTA CONTOH,")
  expect(closing).not.toContain("tidak dapat dicetak")
})

test("another list gives other bytes", async () => {
  const [first, second] = await Promise.all(
    [people(3), people(4)].map((list) => renderAnnexPdf(buildAnnex(FRAME, list))),
  )
  expect(Buffer.compare(first ?? Buffer.alloc(0), second ?? Buffer.alloc(0))).not.toBe(0)
})

test("sixty people are the same to the byte on four numbered pages", async () => {
  const annex = buildAnnex(FRAME, people(60))
  const [first, second] = await Promise.all([renderAnnexPdf(annex), renderAnnexPdf(annex)])
  expect(Buffer.compare(first, second)).toBe(0)
  const counted = pageTexts(first).map((runs) => runs.find((run) => run.startsWith("Halaman ")))
  expect(counted).toEqual([1, 2, 3, 4].map((page) => `Halaman ${page} dari 4`))
})

test("prints hostile names as names", async () => {
  const list = HOSTILE.map((name, i) => person(i, { name, address: name, rt: null, sector: name }))
  const pdf = await renderAnnexPdf(buildAnnex(FRAME, list))
  const text = pageTexts(pdf).flat().join("").replaceAll(" ", "")
  expect(text).toContain("#panic()")
  expect(text).toContain('";#read("/etc/passwd")')
  expect(text).toContain("*tebal*_miring_$x$@acuan<label>")
  expect(text).toContain("\\u{0}//komentar/*x*/")
  expect(text).toContain("NāṣirBüyükşehir")
  expect(text).toContain("?????")
  expect(text).toContain('Pada1orangadahurufyangtidakdapatdicetakdantertulis"?".')
})

test("many kelurahan are counted through", async () => {
  const areas = Array.from({ length: 70 }, (_, i) => ({
    code: `64.71.01.${1001 + i}`,
    name: `Contoh ${i}`,
    districtCode: "64.71.01",
    districtName: "Timur",
  }))
  const list = areas.map((area, i) => person(i, { areaCode: area.code }))
  const pdf = await renderAnnexPdf(buildAnnex({ ...FRAME, areas }, list))
  const counted = pageTexts(pdf).map((runs) => runs.find((run) => run.startsWith("Halaman ")))
  expect(counted.length).toBeGreaterThan(70)
  expect(counted).toEqual(counted.map((_, i) => `Halaman ${i + 1} dari ${counted.length}`))
})

import { describe, expect, test } from "vitest"
import { OPEN_NAME_NOTE } from "./annex-wording.ts"
import { buildAnnex } from "./annex.ts"
import { layOutAnnex, type AnnexPage } from "./annex-layout.ts"
import { FRAME, people, person } from "./decree.testing.ts"
import { TEXT_POINTS, type Line } from "./page-line.ts"

// Every letter half as wide as it is high: a stand-in for the fonts.
const setter = {
  width: (text: string, size: number) => text.length * size * 0.5,
  drawable: (text: string) => text,
}
const layOut = (list: Parameters<typeof buildAnnex>[1]) =>
  layOutAnnex(buildAnnex(FRAME, list), setter)

describe("layOutAnnex", () => {
  test.each([0, 1, 26, 27, 35, 36, 37, 105, 400])("puts %i people once each", (count) => {
    const numbers = bodyOf(layOut(people(count))).filter((text) => /^\d{16}$/.test(text))
    expect(numbers).toHaveLength(count)
    expect(new Set(numbers).size).toBe(count)
  })

  test("repeats the header and keeps every page within its height", () => {
    const pages = layOut(people(400))
    for (const page of pages) {
      expect(page.header.length).toBeGreaterThan(0)
      const capacity = page.titleLines.length > 0 ? 26 : 35
      expect(page.lines.length).toBeLessThanOrEqual(capacity)
      expect(page.ruleAfter.at(-1)).toBe(page.lines.length)
      expect(page.columnWidths.reduce((sum, width) => sum + width, 0)).toBe(774)
    }
    expect(pages.filter((page) => page.titleLines.length > 0)).toHaveLength(1)
    expect(pages.filter((page) => page.signature.length > 0)).toEqual([pages.at(-1)])
  })

  test.each([26, 27, 61, 62])("never leaves the sum of %i people on a page alone", (count) => {
    const here = Array.from({ length: count }, (_, i) => person(i, { areaCode: "64.71.01.1001" }))
    const summed = layOut(here).filter((page) => page.spanningLines > 0)
    expect(summed).toHaveLength(1)
    expect(summed[0]?.ruleAfter.length).toBeGreaterThan(1)
  })

  test("starts a kelurahan on its own page, with one bookmark", () => {
    const marked = layOut(people(400)).filter((page) => page.bookmark)
    expect(marked.map((page) => page.heading)).toEqual([
      "Kelurahan Tanjung, Kecamatan Timur",
      "Kelurahan Muara, Kecamatan Timur",
      "Kelurahan Barat Laut, Kecamatan Barat",
      "Rekapitulasi per kelurahan",
    ])
  })

  test("marks a name that is not sure, says so on its pages and at the end", () => {
    const open = person(1, { name: "MAâ€™RUF", isNameOpen: true, areaCode: "64.71.01.1001" })
    const pages = layOut([open, person(2, { areaCode: "64.71.02.1001" })])
    expect(bodyOf(pages)).toContain("MAâ€™RUF *)")
    expect(pages.map(({ note }) => note.includes(OPEN_NAME_NOTE))).toEqual([true, false, false])
    expect(pages.at(-1)?.tail.join("\n")).toContain(`${OPEN_NAME_NOTE}: 1 orang`)
  })

  test("keeps every text inside its column", () => {
    const long = person(1, {
      name: "Siti Nurhaliza binti Haji Abdurrahman Shaleh al-Banjari dan seterusnya sampai habis",
      address: `Jalan ${"Panjang".repeat(20)}`,
    })
    const pages = layOut([long, person(2)])
    const [page] = pages
    const edges = edgesOf(page?.columnWidths ?? [])
    for (const line of page?.lines.slice(0, -2) ?? []) {
      for (const { left, right } of spansOf(line)) {
        expect(edges.some((edge, i) => edge <= left && right <= (edges[i + 1] ?? 0))).toBe(true)
      }
    }
    const text = bodyOf(pages).join(" ")
    expect(text).toContain("seterusnya")
    expect(text.replaceAll(/\d+ /g, "")).toContain("habis")
  })

  test("tells the sums of each kelurahan and of all in figures and in words", () => {
    const pages = layOut(people(5))
    const text = bodyOf(pages).join(" ")
    expect(text).toContain(
      "Jumlah 2 orang. Per bulan: JKK Rp20.000, JKM Rp13.600, jumlah Rp33.600. 12 bulan: " +
        "JKK Rp240.000, JKM Rp163.200, jumlah Rp403.200.",
    )
    expect(pages.at(-1)?.tail.join(" ")).toContain("Terbilang: Satu juta delapan ribu rupiah.")
  })

  test("gives many kelurahan a closing page with rows above the signature", () => {
    const areas = Array.from({ length: 60 }, (_, i) => ({
      code: `64.71.01.${1001 + i}`,
      name: `Kelurahan ${i}`,
      districtCode: "64.71.01",
      districtName: "Timur",
    }))
    const list = areas.map((area, i) => person(i, { areaCode: area.code }))
    const last = layOutAnnex(buildAnnex({ ...FRAME, areas }, list), setter).at(-1)
    expect(last?.lines.length).toBe(6)
    expect(last?.signature).toHaveLength(2)
  })
})

function bodyOf(pages: readonly AnnexPage[]): string[] {
  return pages.flatMap((page) => page.lines.flatMap((line) => line.pieces.map(([, text]) => text)))
}

function edgesOf(widths: readonly number[]): number[] {
  return widths.reduce<number[]>((edges, width) => [...edges, (edges.at(-1) ?? 0) + width], [0])
}

function spansOf(line: Line): { left: number; right: number }[] {
  return line.pieces.map(([left, text]) => ({
    left: left + 0.02,
    right: left + setter.width(text, TEXT_POINTS) - 0.02,
  }))
}

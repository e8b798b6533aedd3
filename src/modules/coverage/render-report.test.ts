import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { rupiah } from "../../kernel/rupiah.ts"
import { REASON_CODES } from "../law/index.ts"
import { loadAreaMap } from "./area-shapes.load.ts"
import { REASON_TEXT_EN } from "./reason-text.en.ts"
import { REASON_TEXT_ID } from "./reason-text.id.ts"
import { renderReport } from "./render-report.ts"
import type { ReportInput } from "./report-input.ts"
import { sampleReport } from "./sample-report.testing.ts"
import { ASKED_EN, DECIDED_BY_EN, FILE_STATUS_EN, LAW_STATUS_EN } from "./text.en.ts"
import { ASKED_ID, DECIDED_BY_ID, FILE_STATUS_ID, LAW_STATUS_ID, SECTIONS_ID } from "./text.id.ts"

const law = join(import.meta.dirname, "../../../law")
const map = loadAreaMap(law, "64.71-balikpapan")
const withMap: ReportInput = { ...sampleReport(), map }
const page = renderReport(withMap)
/** Without tags, so that sentences can be searched for. */
const textOf = (markup: string): string =>
  markup
    .replace(/<style>[\s\S]*?<\/style>/, "")
    .replace(/<[^>]+>/g, "")
    .replace(/\s+/g, " ")

const hostile = `<script>alert(1)</script>"'><img src=x onerror=alert(2)>`

/** The sample with one change. */
function changed(change: (input: ReportInput) => Partial<ReportInput>): string {
  return renderReport({ ...withMap, ...change(withMap) })
}

describe("what the page says", () => {
  test.each([
    "9.920 pekerja rentan dapat dilindungi selama 12 bulan tahun 2026 dengan Rp1.999.872.000, sisa Rp128.000 dari pagu Rp2.000.000.000.",
    "10.000 orang perlu Rp2.016.000.000, kurang Rp16.000.000.",
    "Orang berikutnya perlu Rp201.600; dengan sisa Rp128.000 masih kurang Rp73.600.",
    "10.052 memenuhi syarat + 982 tidak memenuhi syarat + 256 perlu data = 11.290 orang.",
    "Garis batas jatuh di antara nomor 9.920 dan nomor 9.921.",
    "Yang membedakan keduanya: umur.",
    "Data per 15 November 2025",
    "Rancangan",
    "belum diketahui pada tanggal acuan",
    "Rp3.856.694,43",
    "pengirim daftar atau Dinas Pangan, Pertanian dan Perikanan",
    "lisensi MIT",
    "Pekerja Rentan Kota Balikpapan 2026",
  ])("%s", (sentence) => expect(textOf(page)).toContain(sentence))

  test("the balance of rows stands there with a mark that it comes out", () => {
    const { read, accepted, repaired, setAside, ignored } = sampleReport().counts.rows
    expect(read).toBe(accepted + repaired + setAside + ignored)
    expect(textOf(page)).toMatch(/cocok 14\.191 dibaca = [\d.]+ diterima \+ [\d.]+ diperbaiki/)
  })

  test("nobody selected, nobody left out, no boundaries: still a page", () => {
    const empty = changed(({ counts, order, money }) => ({
      map: null,
      counts: { ...counts, selected: 0, reserve: 0 },
      order: { ...order, lastIn: null, firstOut: null, decidedBy: null, groups: [] },
      money: { ...money, cost: rupiah(0), left: money.ceiling, components: [], nextCost: null },
      areas: [],
      sectors: [],
      changes: [],
      corrections: [],
      findings: [],
    }))
    expect(textOf(empty)).toContain("Belum ada pekerja yang dapat dipilih.")
    expect(textOf(empty)).toContain("tidak mempunyai batas wilayah")
  })

  test("areas and sectors without a proposal are named in one line, not in lines of noughts", () => {
    const none = { people: 0, eligible: 0, selected: 0 }
    const quiet = changed(({ areas, sectors }) => ({
      areas: areas.map((area, at) => (at < 2 ? { ...area, ...none } : area)),
      sectors: sectors.map((sector, at) => (at < 1 ? { ...sector, ...none } : sector)),
    }))
    const { sectors } = withMap
    expect(textOf(page)).toContain("1 kelurahan tanpa usulan: Damai.")
    expect(textOf(quiet)).toContain("3 kelurahan tanpa usulan: Manggar, Lamaru, Damai.")
    expect(textOf(quiet)).toContain(`1 sektor tanpa usulan: ${sectors[0]?.name}.`)
    expect(quiet).not.toContain(`<th scope="row" class="text">${sectors[0]?.name}</th>`)
  })

  test("a cell of a stacked table has its column's name, on a telephone nothing is cut", () => {
    const wide = page.match(/<table class="wide[^"]*"/g) ?? []
    expect(wide.length).toBeGreaterThan(3)
    expect(wide.every((tag) => tag.includes("stack"))).toBe(true)
    expect(page.match(/<td(?![^>]*data-head=)/g)).toBeNull()
  })

  test("a first run says so and compares with nothing", () => {
    const since = "Yang baru sejak hitungan sebelumnya"
    const first = textOf(changed(() => ({ changes: [], corrections: [] })))
    expect(first).toContain("Ini hitungan pertama untuk tahun program ini.")
    expect(first).not.toContain(since)
    expect(first).not.toContain("Kiriman ulang dan perbaikan")
    expect(textOf(page)).toContain(since)
    expect(textOf(page)).toContain("Kiriman ulang dan perbaikan")
    expect(textOf(page)).not.toContain("Ini hitungan pertama")
  })

  test("steps with nothing to do are left out", () => {
    const done = changed(() => ({ todo: { requests: [], repairs: [], greyPairs: 0 } }))
    expect(textOf(page)).toContain("Putuskan 63 pasangan")
    expect(textOf(done)).not.toContain("Putuskan")
    expect(textOf(done)).toContain("Umumkan benih undian")
  })
})

describe("what the page must not do", () => {
  test("hostile text stays text wherever it comes in", () => {
    const attacked = changed(({ files, findings, sectors, areas, order, programme, proof }) => ({
      programme: { ...programme, city: hostile, owner: hostile, name: hostile },
      files: files.map((file) => ({ ...file, file: hostile, sender: hostile, of: hostile })),
      fileQuestions: [{ file: hostile, sender: hostile, sentence: hostile }],
      findings: findings.map((finding) => ({ ...finding, sentence: hostile, code: hostile })),
      sectors: sectors.map((sector) => ({ ...sector, name: hostile })),
      areas: areas.map((area) => ({ ...area, name: hostile, parent: hostile })),
      order: { ...order, seed: hostile },
      changes: [hostile],
      corrections: [hostile],
      proof: { ...proof, command: hostile },
      map: map && {
        source: hostile,
        shapes: map.shapes.map((each) => ({ ...each, name: hostile })),
      },
    }))
    expect(attacked).not.toContain("<script")
    expect(attacked).not.toContain("<img")
    expect(attacked).toContain("&#60;script&#62;")
  })

  test("nothing is fetched and nothing runs", () => {
    const addresses = [...page.matchAll(/\b(?:src|href|action|data)="([^"]*)"/g)].map(([, a]) => a)
    expect(addresses.length).toBeGreaterThan(10)
    expect(addresses.filter((address) => !address?.startsWith("#"))).toEqual([])
    expect(page).not.toMatch(/<script|<link|<iframe|@import|https?:|\son\w+=|\sstyle=/)
    const drawn = [...page.matchAll(/url\(([^)]*)\)/g)].map(([, target]) => target)
    expect(drawn.filter((target) => !target?.startsWith("#"))).toEqual([])
  })

  test("no NIK stands in clear, even if the input brings one", () => {
    const nik = "6471010101809001"
    const careless = changed(({ order, files }) => ({
      order: { ...order, lastIn: order.lastIn && { ...order.lastIn, maskedNik: nik } },
      files: files.map((file) => ({ ...file, file: `KTP ${nik}.xlsx` })),
      changes: [`Baris ${nik} berubah.`],
      corrections: [`Kiriman ulang ${nik}.`],
      fileQuestions: [{ file: nik, sender: "Dishub", sentence: `NIK ${nik}` }],
    }))
    expect(careless).not.toContain(nik)
    expect(careless).toContain("6471********9001")
  })

  test("every anchor has its target and every id is there once", () => {
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const anchors = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
    expect(anchors.filter((id) => !ids.includes(id))).toEqual([])
    expect(anchors).toEqual(["isi", ...Object.keys(SECTIONS_ID)])
  })
})

describe("the page as a file", () => {
  test("the same input gives the same bytes", () => {
    expect(renderReport({ ...sampleReport(), map })).toBe(page)
  })

  test("the order of the lists that are sorted anyway does not matter", () => {
    const turned = changed(({ reasons, findings, sectors, areas }) => ({
      reasons: [...reasons].reverse(),
      findings: [...findings].reverse(),
      sectors: [...sectors].reverse(),
      areas: [...areas].reverse(),
    }))
    expect(turned).toBe(page)
  })

  test("it is at most 400 kB with the map", () => {
    expect(map?.shapes).toHaveLength(34)
    expect(Buffer.byteLength(page)).toBeLessThan(400_000)
  })
})

describe("wording", () => {
  test.each([...REASON_CODES])("%s has a sentence and a need in both languages", (code) => {
    for (const texts of [REASON_TEXT_ID, REASON_TEXT_EN]) {
      expect(texts[code].why).toMatch(/^\S.*\.$/)
      expect(texts[code].need).not.toBe("")
    }
  })

  test.each([
    [LAW_STATUS_ID, LAW_STATUS_EN],
    [FILE_STATUS_ID, FILE_STATUS_EN],
    [ASKED_ID, ASKED_EN],
    [DECIDED_BY_ID, DECIDED_BY_EN],
  ])("both languages know the same codes", (id, en) => {
    expect(Object.keys(id).sort()).toEqual(Object.keys(en).sort())
  })

  test("every placeholder is filled", () => {
    expect(textOf(page)).not.toMatch(/\{\w+\}|undefined|NaN|\[object/)
  })
})

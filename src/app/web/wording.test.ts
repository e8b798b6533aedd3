import { expect, test } from "vitest"
import { html } from "../../platform/http.ts"
import { withReportBar } from "./pages/report-bar.ts"
import { problemTextEn } from "./problem-text.en.ts"
import { problemTextId, type ProblemCode } from "./problem-text.id.ts"
import { problemOf } from "./problems.ts"
import { choiceParams, formAddress, readChoices, writeChoices, writtenIn } from "./run-choices.ts"
import { failureProblem } from "./run-failures.ts"
import { textEn } from "./text.en.ts"
import { textId } from "./text.id.ts"
import { link } from "./view.ts"
import { countText, instantText, rupiahText } from "./words.ts"

const codes = Object.keys(problemTextId) as ProblemCode[]

test.each(codes)("%s says what, where and how in both languages, with the same values", (code) => {
  const named = (texts: readonly string[]): string[] =>
    texts.flatMap((text) => text.match(/\{\w+\}/g) ?? []).sort()
  for (const texts of [problemTextId[code], problemTextEn[code]]) {
    expect(texts.every((text) => text.length > 3)).toBe(true)
  }
  expect(named(problemTextEn[code])).toEqual(named(problemTextId[code]))
})

test("both languages name the same values in every sentence", () => {
  const named = (text: unknown): string[] =>
    JSON.stringify(text)
      .match(/\{\w+\}/g)
      ?.sort() ?? []
  for (const [key, text] of Object.entries(textId)) {
    expect(named(Object.entries(textEn).find(([other]) => other === key)?.[1]), key).toEqual(
      named(text),
    )
  }
})

test("values are filled into a problem", () => {
  expect(problemOf("UPLOAD_TOO_LARGE", "en", { limit: 200 })).toMatchObject({
    status: 413,
    what: "The upload is larger than 200 MB.",
  })
})

test("a failure's first sentence is what, its rest is how", () => {
  const failure = {
    code: "X",
    status: 422,
    stage: "read" as const,
    id: "Satu. Dua tiga.",
    en: "One.",
  }
  expect(failureProblem(failure, "id")).toMatchObject({
    what: "Satu.",
    how: "Dua tiga.",
    where: "Tahap Membaca berkas",
  })
  expect(failureProblem(failure, "en")).toMatchObject({ what: "One.", how: "Upload again" })
})

test.each([
  ["", null],
  ["60000000", 60_000_000],
  ["60.000.000", 60_000_000],
  ["Rp 60.000.000", 60_000_000],
  ["Rp60.000.000,00", 60_000_000],
  ["60 000 000", 60_000_000],
])("ceiling %j is %j", (ceiling, expected) => {
  const read = readChoices({ ceiling, year: "", months: "" })
  expect(read.ok && read.value.ceilingRupiah).toBe(expected)
})

test.each([
  [{ ceiling: "0", year: "", months: "" }, "CEILING_INVALID"],
  [{ ceiling: "-5", year: "", months: "" }, "CEILING_INVALID"],
  [{ ceiling: "2 miliar", year: "", months: "" }, "CEILING_INVALID"],
  [{ ceiling: "60.00", year: "", months: "" }, "CEILING_INVALID"],
  [{ ceiling: "9".repeat(20), year: "", months: "" }, "CEILING_INVALID"],
  [{ ceiling: "", year: "1999", months: "" }, "YEAR_INVALID"],
  [{ ceiling: "", year: "", months: "13" }, "MONTHS_INVALID"],
])("%j is refused", (written, code) => {
  expect(readChoices(written)).toEqual({ ok: false, refusal: code })
})

test.each([
  [{ ceiling: "", year: "", months: "" }, "/#unggah"],
  [{ ceiling: " 2 miliar ", year: "2026", months: "" }, "/?pagu=2+miliar&tahun=2026#unggah"],
  [{ ceiling: '"><b>', year: "", months: "13" }, "/?pagu=%22%3E%3Cb%3E&bulan=13#unggah"],
  [{ ceiling: "9".repeat(500), year: "", months: "" }, `/?pagu=${"9".repeat(40)}#unggah`],
  [
    writeChoices({ ceilingRupiah: 60_000_000, year: null, months: 6 }),
    "/?pagu=60000000&bulan=6#unggah",
  ],
])("after a refusal of %j the form is found at %s, and holds it", (written, address) => {
  expect(formAddress(written)).toBe(address)
  const query = new URL(address, "http://localhost").searchParams
  expect(choiceParams(writtenIn((name) => query.get(name) ?? ""))).toEqual(choiceParams(written))
})

test("numbers and instants as each language writes them", () => {
  expect([countText(1250, "id"), countText(1250, "en")]).toEqual(["1.250", "1,250"])
  expect([rupiahText(16_800, "id"), rupiahText(16_800, "en")]).toEqual(["Rp16.800", "Rp16,800"])
  const at = "2026-11-22T21:07:00Z"
  expect(instantText(at, "Asia/Makassar", "id")).toBe("23 Nov 2026, 05.07")
  expect(instantText(at, "Asia/Makassar", "en")).toBe("23 Nov 2026, 05:07")
})

test("an address keeps its language, query and fragment", () => {
  expect(link({ lang: "id" }, "/a#b")).toBe("/a#b")
  expect(link({ lang: "en" }, "/a#b")).toBe("/a?lang=en#b")
  expect(link({ lang: "en" }, "/a?c=1")).toBe("/a?c=1&lang=en")
})

test("the bar is the first thing in a report's body, and nowhere else", () => {
  const bar = html`<nav></nav>`
  expect(withReportBar(`<body class="a"><p>$&</p></body>`, bar)).toBe(
    `<body class="a"><nav></nav><p>$&</p></body>`,
  )
  expect(withReportBar("<p>", bar)).toBe("<p>")
})

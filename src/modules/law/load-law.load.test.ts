import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { beforeAll, expect, test } from "vitest"
import type { LocalDate } from "../../kernel/local-date.ts"
import type { Month } from "../../kernel/period.ts"
import type { Result } from "../../kernel/result.ts"
import { monthlyContribution } from "./contribution.ts"
import { ageLimit, incomeLimit } from "./criterion-limit.ts"
import { buildLawBook, type LawFile } from "./law-book.ts"
import { describeLawProblem } from "./law-problem.ts"
import type { LawBook } from "./law.ts"
import { checkLaw, listPacks, loadLawBook, readLawFiles } from "./load-law.load.ts"
import { floorSen, valueOfUnit } from "./lookup.ts"
import { cycleOf, coveredMonths, ownerOn, verifiersOf } from "./pack-lookup.ts"
import type { LawProblem } from "./law-problem.ts"

const LAW = fileURLToPath(new URL("../../../law", import.meta.url))
const OTHER_PACK = fileURLToPath(new URL("./test-pack", import.meta.url))
const CODE = "64.71-balikpapan"
const day = (text: string): LocalDate => text as LocalDate

let files: readonly LawFile[]
let book: LawBook

beforeAll(() => {
  files = valueOf(readLawFiles(LAW, CODE))
  book = valueOf(buildLawBook(CODE, files))
})

test("the law of Balikpapan has no problem", () => {
  expect(listPacks(LAW)).toContain(CODE)
  expect(valueOf(loadLawBook(LAW, CODE)).version).toBe(book.version)
})

test("the check of all packs gives versions, and the places of mistakes", () => {
  expect(checkLaw(LAW)).toEqual([{ code: CODE, version: book.version, problems: [] }])
  // The other pack alone lacks the nation's series.
  const [alone] = checkLaw(OTHER_PACK)
  expect(alone?.version).toBeNull()
  const lines = alone?.problems.map(describeLawProblem).join("\n")
  expect(lines).toContain("law/sources.yaml, sources: Daftar sumber wajib ada.")
})

test("broken YAML is told with its line", () => {
  const folder = mkdtempSync(join(tmpdir(), "payung-law-"))
  try {
    mkdirSync(join(folder, "a"))
    writeFileSync(join(folder, "a", "pack.yaml"), "name: [1\nother: 2\n")
    const [broken] = checkLaw(folder)
    expect(broken?.problems[0]).toMatchObject({ file: "a/pack.yaml" })
    expect(broken?.problems[0]?.key).toMatch(/^line \d+/)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test("an unknown pack is refused with the known ones", () => {
  const refused = loadLawBook(LAW, "00.00-tidak-ada")
  expect(refused).toMatchObject({ ok: false, refusal: { kind: "pack_unknown", known: [CODE] } })
})

test("the pack has 6 districts, 34 villages and its contribution table 33 bands", () => {
  const count = (level: string): number => book.pack.areas.filter((a) => a.level === level).length
  expect([count("kecamatan"), count("kelurahan")]).toEqual([6, 34])
  const table = valueOf(
    valueOfUnit(
      book,
      { series: "iuran-bpu", unit: "contribution_bands" },
      { on: day("2026-01-01"), knownOn: day("2026-01-01") },
    ),
  )
  expect(table.value.bands).toHaveLength(33)
  for (const band of table.value.bands) {
    expect([band.jkk * 100n, band.jht * 50n, band.jkm]).toEqual([band.base, band.base, 6800n])
  }
})

test.each([
  ["2025-12-31", "disnaker"],
  ["2026-01-01", "dinsos"],
  ["2024-12-31", undefined],
])("on %s the programme belongs to %s", (on, office) => {
  expect(ownerOn(book.pack, day(on))?.id).toBe(office)
})

test("the cycle of 2026 covers twelve months and another year is refused", () => {
  const cycle = valueOf(cycleOf(book.pack, 2026))
  expect(coveredMonths(cycle)).toHaveLength(12)
  expect(cycle).toMatchObject({
    registrationOn: "2025-11-15",
    ceiling: { amount: 2_000_000_000n, status: "assumed" },
    fundingLines: [{ accounts: { JKK: "5.1.02.02.02.0006", JKM: "5.1.02.02.02.0007" } }],
  })
  expect(cycleOf(book.pack, 2027)).toMatchObject({ ok: false, refusal: { year: 2027 } })
})

test("every sector that an office verifies has one office only", () => {
  expect(book.pack.sectors).toHaveLength(16)
  for (const { code } of book.pack.sectors) {
    expect(verifiersOf(book.pack, code, day("2025-11-15"))).toHaveLength(1)
  }
})

test("limits of the criteria are looked up, with what was known", () => {
  const cycle = valueOf(cycleOf(book.pack, 2026))
  const rules = book.pack.criteria.map((criterion) => criterion.rule)
  const income = rules.find((rule) => rule.rule === "income_at_most")
  const age = rules.find((rule) => rule.rule === "age_below")
  if (income === undefined || age === undefined) throw new Error("the pack has both criteria")
  const knownOn = day("2025-11-15")
  expect(valueOf(incomeLimit(book, { rule: income, cycle, knownOn }))).toMatchObject({
    limit: 3_856_694n,
    use: { knownLater: true, status: "confirmed" },
  })
  const collection = { ...income, year: "collection_year" as const }
  expect(valueOf(incomeLimit(book, { rule: collection, cycle, knownOn }))).toMatchObject({
    limit: 3_701_508n,
    use: { knownLater: false },
  })
  expect(valueOf(ageLimit(book, { rule: age, cycle, knownOn }))).toMatchObject({
    limit: 65,
    use: { knownLater: false, status: "confirmed" },
  })
})

const RELIEF = "national/relief-bpu.yaml"
const apbd = {
  sector: "nelayan",
  funding: "APBD" as const,
  income: null,
  knownOn: day("2026-05-01"),
  programmes: ["JKK", "JKM"] as const,
}

test("an exclusion beats a discount, a discount beats the full contribution", () => {
  const reliefs = (content: unknown) => (content as { values: object[] }).values
  const totalWith = (change: (values: object[]) => object[]) => {
    const changed = files.map((file) =>
      file.path === RELIEF
        ? {
            ...file,
            content: { ...(file.content as object), values: change(reliefs(file.content)) },
          }
        : file,
    )
    const other = valueOf(buildLawBook(CODE, changed))
    return valueOf(monthlyContribution(other, "2026-05" as Month, apbd)).total
  }
  const planted = (values: object[]) => ({
    ...values.at(-1),
    dims: { sector_group: "other", funding: "APBD" },
  })
  const exclusion = (values: object[]) => values.slice(1)
  expect(totalWith((values) => [...values, planted(values)])).toBe(16_800n)
  expect(totalWith((values) => [...exclusion(values), planted(values)])).toBe(8_400n)
  expect(totalWith(exclusion)).toBe(16_800n)
})

test("another city needs a folder and no code", () => {
  const nation = valueOf(readLawFiles(LAW, "no-such-pack"))
  const own = valueOf(readLawFiles(OTHER_PACK, "99.01-kota-contoh"))
  const other = valueOf(buildLawBook("99.01-kota-contoh", [...nation, ...own]))
  const [first, second] = other.pack.criteria
  expect(first?.rule).toEqual({ rule: "resident_months", months: 3 })
  expect(second?.rule).toMatchObject({ minimumYears: 18 })
  expect(other.pack.selection).toMatchObject({ whenNextDoesNotFit: "skip", reservePercent: 5 })
  expect(other.pack.selection.floors).toMatchObject([{ by: "kelurahan", minimumPersons: 10 }])
  const at = { on: day("2026-03-01"), knownOn: day("2026-03-01"), dims: { area: "99.01" } }
  const umk = valueOf(valueOfUnit(other, { series: "umk", unit: "rupiah_sen" }, at))
  expect(floorSen(umk.value.sen)).toBe(2_500_000n)
  expect(verifiersOf(other.pack, "nelayan", day("2026-07-01"))).toEqual([])
})

test("the version does not depend on the order of files or keys", () => {
  const shuffled = [...files].reverse().map(({ path, content }) => ({
    path,
    content: reverseKeys(content),
  }))
  expect(valueOf(buildLawBook(CODE, shuffled)).version).toBe(book.version)
})

const UMK = `${CODE}/series/umk.yaml`

/** Each mistake is planted alone and must be found at its place. */
test.each<[string, string, string, unknown, string]>([
  ["a missing status", UMK, "values.0.status", undefined, "values[0].status"],
  ["an unknown status", UMK, "values.0.status", "sure", "values[0].status"],
  ["a missing reference", UMK, "values.0.reference", undefined, "values[0].reference"],
  ["a reference to nothing", UMK, "values.0.reference.sources", [], "values[0].reference"],
  ["an unknown source", UMK, "values.0.reference.sources", ["S999"], "umk 2024-01-01"],
  ["a missing start", UMK, "values.0.from", undefined, "values[0].from"],
  ["a date that does not exist", UMK, "values.0.from", "2024-02-30", "values[0].from"],
  ["a missing day of knowledge", UMK, "values.0.known_from", undefined, "values[0].known_from"],
  ["a missing day of checking", UMK, "values.0.checked_on", undefined, "values[0].checked_on"],
  ["an end before the start", UMK, "values.0.to", "2023-12-31", "values[0].to"],
  ["a check before knowledge", UMK, "values.0.checked_on", "2023-01-01", "values[0].checked_on"],
  ["an overlap", UMK, "values.0.to", "2025-01-01", "umk 64.71 2025-01-01"],
  ["an open value before another", UMK, "values.0.to", undefined, "umk 64.71 2025-01-01"],
  ["a gap", UMK, "values.0.to", "2024-12-30", "umk 64.71 2025-01-01"],
  ["a misspelt key", UMK, "values.0.until", "2024-12-31", "values[0].until"],
  ["money as a number", UMK, "values.0.value.rupiah", 3475595.5, "values[0].value.rupiah"],
  ["a missing dimension", UMK, "values.0.dims", {}, "values[0].dims"],
  ["an unknown unit", "national/iuran-bpu.yaml", "unit", "shells", "unit"],
  [
    "a band out of order",
    "national/iuran-bpu.yaml",
    "values.0.value.bands.3.income_minimum",
    99,
    "iuran-bpu 2015-07-01",
  ],
  ["an unknown rule", `${CODE}/criteria.yaml`, "criteria.0.rule", "lucky", "criteria[0].rule"],
  ["an unknown reason", `${CODE}/criteria.yaml`, "criteria.1.no.0", "UNLUCKY", "criteria[1].no[0]"],
  [
    "a limit of another unit",
    `${CODE}/criteria.yaml`,
    "criteria.3.parameters.limit_series",
    "umk",
    "C4",
  ],
  ["a criterion twice", `${CODE}/criteria.yaml`, "criteria.0.id", "C2", "C2 2025-01-01"],
  ["an office that is not there", `${CODE}/pack.yaml`, "programme.owners.0.office", "x", "owners"],
  [
    "a verifier that is not there",
    `${CODE}/sectors.yaml`,
    "sectors.petani.verifiers.0.office",
    "x",
    "petani",
  ],
  ["a region code as a number", `${CODE}/pack.yaml`, "region_code", 64.71, "region_code"],
  ["a month that does not exist", `${CODE}/pack.yaml`, "cycles.0.first_month", "2026-13", "month"],
  ["keys without the lottery", `${CODE}/order.yaml`, "keys.3.rule", "age", "keys"],
  ["groups that leave people out", `${CODE}/order.yaml`, "groups.3.rule", "disability", "groups"],
  ["a missing file", `${CODE}/selection.yaml`, "", undefined, ""],
])("the check finds %s", (_what, path, key, planted, place) => {
  const copy = files.map((file) => (file.path === path ? plant(file, key, planted) : file))
  const built = buildLawBook(CODE, copy)
  if (built.ok) throw new Error("the planted mistake was not found")
  const problems = built.refusal.problems
  expect(problems.map((problem) => problem.file)).toContain(path)
  expect(problems.some((problem) => problem.key.includes(place))).toBe(true)
  for (const problem of problems) expect([problem.id, problem.en]).not.toContain("")
})

function plant(file: LawFile, key: string, planted: unknown): LawFile {
  if (key === "") return { ...file, content: planted }
  const content = structuredClone(file.content) as Record<string, unknown>
  const steps = key.split(".")
  const last = steps.pop() as string
  let place = content
  for (const step of steps) place = place[step] as Record<string, unknown>
  place[last] = planted
  return { ...file, content }
}

function reverseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseKeys)
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, content]) => [key, reverseKeys(content)]),
  )
}

function valueOf<T>(result: Result<T, { problems?: readonly LawProblem[] } | object>): T {
  if (result.ok) return result.value
  throw new Error(JSON.stringify(result.refusal))
}

import { describe, expect, test } from "vitest"
import { fieldOfHeader } from "../layout/field.ts"
import { TABLES } from "../intake.testing.ts"
import { classifyOccupation } from "../occupations/occupation.ts"
import {
  crossed,
  scoreOf,
  writtenAreas,
  writtenGroups,
  writtenLines,
  wrongAccepts,
  type Written,
} from "./other-offices/other-offices.testing.ts"
import { compileAreas, readArea } from "./area.ts"
import { readBirthDate, splitPlaceDate } from "./date.ts"
import { readIncome } from "./money.ts"
import { readName } from "./name.ts"
import { readPhone } from "./phone.ts"

type Reader = (text: string) => string

/** `?` is a question to a human (two sectors too), `!` work that is not informal, `~` both in one text. */
const occupation: Reader = (text) => {
  const { sector, standing } = classifyOccupation(TABLES.occupations, text)
  if (standing === "unknown" || (standing === "ambiguous" && sector === null)) return "?"
  if (standing === "not_informal") return "!"
  return `${sector ?? ""}${standing === "ambiguous" ? "~" : ""}`
}

const income: Reader = (text) => {
  const { low, high } = readIncome(text, "text", false)
  if (low === null || high === null) return "?"
  return low === high ? String(low) : `${low}..${high}`
}

/** As in a column of dates, or in one of places with dates. */
const birthDate: Reader = (text) => {
  const context = { kind: "text", date1904: false, on: TABLES.on, nik: null } as const
  const { place, date } = splitPlaceDate(text)
  const own = readBirthDate(text, context).date
  return own ?? (place === "" ? null : readBirthDate(date, context).date) ?? "?"
}

const phone: Reader = (text) => {
  const { phone: number, codes } = readPhone(text, "text")
  return number !== "" ? number : codes.includes("PHONE_INVALID") ? "!" : "-"
}

const name: Reader = (text) => {
  const { name: read, alias, codes } = readName(text)
  if (codes.includes("NAME_EMPTY") || codes.includes("NAME_MOJIBAKE")) return "?"
  return alias === "" ? read : `${read}/${alias}`
}

/** `-` is a column that is none of ours, known as such or not. */
const header: Reader = (text) => {
  const field = fieldOfHeader(text)
  return field === null || field === "other" ? "-" : field
}

/** Every form of a line meets every value, so that no form is read for one value alone. */
const DATES = crossed(
  ["{d}-{m}-{y}", "{d}/{m}/{y}", "{d}.{m}.{y}", "{d} {m} {y}", "{y}-{m}-{d}", "Ambon, {d}-{m}-{y}"],
  ["01-09-1961", "30-11-1999", "07-07-2007", "28-02-1970", "11-12-1983", "05-01-1955"].map(
    (day) => {
      const [d = "", m = "", y = ""] = day.split("-")
      return { reading: `${y}-${m}-${d}`, parts: { d, m, y } }
    },
  ),
)
const PHONES = crossed(
  [
    ...[
      "0{n}",
      "+62{n}",
      "62{n}",
      "{n}",
      "+62 {n}",
      "(+62){n}",
      "0{n} (WA)",
      "WA 0{n}",
      "HP: 0{n}",
    ],
    ...["0{n} / 089900001111", "'0{n}", "0{n}.", "0062{n}", "0{n} a.n. Ina", "+62 0{n}"],
  ],
  [
    ...["89900001234", "89900009999", "89900000001", "8990000567", "899000012", "89900001"],
    ...["899000098765", "899000010001", "89900005050", "89900007007", "899000034", "8990000999"],
  ].map((n) => ({ reading: `0${n.padEnd(9, "1")}`, parts: { n: n.padEnd(9, "1") } })),
)
const NAMES = crossed(
  [
    ...[
      "{n}",
      "H. {n}",
      "Hj. {n}",
      "Drs. {n}, M.Si",
      "{n}, S.Pd.",
      "{n} S.Kom",
      " {n} ",
      "Ibu {n}",
    ],
    ...["{n}, SE., MM", "Ir. {n}, M.T.", "3. {n}", "{n} (Alm)", "\u200b{n}", "{n}*", "Tn. {n}"],
  ],
  ["Yosefina Kogoya", "SUWARDI", "Nur'aini", "M. Iqbal", "I Wayan Sudana", "Ahmad bin Said"].map(
    (n) => ({ reading: n.toUpperCase(), parts: { n } }),
  ),
)

const SETS: readonly (readonly [string, Reader, readonly Written[], number])[] = [
  ["occupations", occupation, writtenGroups("occupations-1.txt"), 0.98],
  ["occupations, second set", occupation, writtenGroups("occupations-2.txt"), 0.98],
  ["occupations, third set", occupation, writtenGroups("occupations-3.txt"), 0.97],
  ["occupations, ordinary lists", occupation, writtenGroups("occupations-4.txt"), 0.98],
  ["occupations, regional words", occupation, writtenGroups("occupations-5.txt"), 0.98],
  ["occupations, other authors", occupation, writtenGroups("occupations-6.txt"), 0.98],
  ["occupations, official lists", occupation, writtenGroups("occupations-7.txt"), 0.98],
  ["occupations, titles of KBJI", occupation, writtenGroups("occupations-8.txt"), 0.96],
  ["occupations, coast, market, village", occupation, writtenGroups("occupations-9.txt"), 0.98],
  ["occupations, east and west", occupation, writtenGroups("occupations-10.txt"), 0.97],
  ["occupations, rivers and hills", occupation, writtenGroups("occupations-11.txt"), 0.97],
  ["occupations, north and centre", occupation, writtenGroups("occupations-12.txt"), 0.96],
  ["occupations, plain and hurried", occupation, writtenGroups("occupations-13.txt"), 0.97],
  ["occupations, many kelurahan", occupation, writtenGroups("occupations-14.txt"), 0.96],
  ["occupations, never mended for", occupation, writtenGroups("occupations-15.txt"), 0.93],
  ["headings", header, writtenLines("headers-1.txt"), 0.99],
  ["headings, second set", header, writtenLines("headers-2.txt"), 0.99],
  ["incomes", income, writtenLines("incomes-1.txt"), 0.99],
  ["incomes, second set", income, writtenLines("incomes-2.txt"), 0.99],
  ["dates", birthDate, writtenLines("dates-1.txt"), 0.99],
  ["dates, second set", birthDate, writtenLines("dates-2.txt"), 0.99],
  ["dates, every form", birthDate, DATES, 1],
  ["phones", phone, writtenLines("phones-1.txt"), 0.99],
  ["phones, second set", phone, writtenLines("phones-2.txt"), 0.99],
  ["phones, every form", phone, PHONES, 1],
  ["names", name, writtenLines("names-1.txt"), 0.98],
  ["names, second set", name, writtenLines("names-2.txt"), 0.98],
  ["names, third set", name, writtenLines("names-3.txt"), 0.98],
  ["names, every form", name, NAMES, 1],
]

describe("lists of other offices", () => {
  test.each(SETS)("%s", (_, reader, cases, bound) => {
    const { agreed, misses } = scoreOf(cases, reader)
    expect(agreed, misses.join("\n")).toBeGreaterThanOrEqual(bound)
  })

  test.each(SETS.filter(([title]) => /^(headings|incomes|dates|phones)/.test(title)))(
    "%s: no wrong reading is taken",
    (_, reader, cases) => expect(wrongAccepts(cases, reader)).toEqual([]),
  )
})

/** A question costs a call; a wrong sector sends a person to the wrong office. */
test.each(SETS.filter(([title]) => title.startsWith("occupations")))(
  "%s: hardly a wrong sector is taken",
  (_, reader, cases) => {
    const wrong = cases.flatMap(({ text, readings }) => {
      const got = reader(text)
      return got === "?" || got.endsWith("~") || readings.includes(got) ? [] : [`${text} → ${got}`]
    })
    expect(wrong.length / cases.length, wrong.join("\n")).toBeLessThanOrEqual(0.016)
  },
)

const areaReader = (names: readonly string[]): Reader => {
  const table = compileAreas(names.map((area) => ({ code: area, name: area, aliases: [] })))
  return (text) => readArea(table, text).code ?? "?"
}

/** Forms in which any name of any city is written. */
const AREA_FORMS = ["Kel. {n}", "KELURAHAN {n}", "{n} RT 03 RW 05", " {n}. ", "{n}, Kota", "Ds {n}"]

describe.each(["areas-1.txt", "areas-2.txt"])("areas of other cities, %s", (file) => {
  test.each(writtenAreas(file).map((part) => [part.names.length, part] as const))(
    "%i areas",
    (_, { names, cases }) => {
      const reader = areaReader(names)
      const forms = crossed(
        AREA_FORMS,
        names.map((n) => ({ reading: n, parts: { n } })),
      )
      const { agreed, misses } = scoreOf(cases, reader)
      expect(agreed, misses.join("\n")).toBeGreaterThanOrEqual(0.98)
      expect(wrongAccepts(cases, reader)).toEqual([])
      expect(scoreOf(forms, reader).misses).toEqual([])
    },
  )
})

test("every hard field has 400 cases", () => {
  const areas = ["areas-1.txt", "areas-2.txt"].flatMap(writtenAreas)
  const count = (field: string) =>
    SETS.filter(([title]) => title.startsWith(field)).reduce((sum, set) => sum + set[2].length, 0)
  for (const field of ["occupations", "incomes", "dates", "phones", "names"])
    expect([field, count(field)]).toEqual([field, expect.toSatisfy((n: number) => n >= 400)])
  const written = areas.reduce((sum, { names, cases }) => sum + cases.length + names.length * 6, 0)
  expect(written).toBeGreaterThanOrEqual(400)
})

test("the measure sees a wrong reading", () => {
  const cases = [{ text: "2500", readings: ["?"] }]
  expect(wrongAccepts(cases, () => "2500000")).toEqual(["2500 → 2500000"])
  expect(scoreOf(cases, () => "2500000").agreed).toBe(0)
  expect(scoreOf(cases, income).agreed).toBe(1)
})

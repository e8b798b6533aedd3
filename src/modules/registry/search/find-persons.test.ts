import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { chooseCandidates, PersonSums } from "./candidates.ts"
import { rankPersons } from "./find-persons.ts"
import { indexNames } from "./name-index.ts"
import { eachRun, packNumbers } from "./person-numbers.ts"
import { readQuery } from "./search-query.ts"
import { formsToAsk, planSlots, type NearWord } from "./word-choices.ts"

fc.configureGlobal({ seed: 2026 })

const NAMES = [
  "SITI NURJANAH",
  "SITI NURHAYATI",
  "NUR HAYATI",
  "SOEKARDI",
  "SUKARNI",
  "MUHAMMAD RIZAL",
  "MOCH. RIZAL AKBAR",
  "DJOKO PRAMONO",
  "ABDUL GANI",
  "ALI",
  "ADI",
  "I WAYAN SUDIRA",
  "ABDURRAHIM",
  ...Array.from({ length: 300 }, (_, at) => `SITI WARGA${"ABCDEFGHIJ"[at % 10] ?? ""}`),
]

/** What the database does: words by shared forms, persons by numbers. */
function found(text: string, names: readonly string[] = NAMES): string[] {
  const query = readQuery(text)
  if (!query.ok || query.value.kind !== "name") throw new Error("not a name")
  const index = indexNames(names)
  const led = new Map<string, string[]>()
  const asked = new Set(formsToAsk(query.value.words))
  for (const [form, words] of index.forms())
    if (asked.has(form)) for (const word of words) led.set(word, [...(led.get(word) ?? []), form])
  const near = [...index.words()].flatMap((one): NearWord[] => {
    const forms = led.get(one.word)
    return forms === undefined ? [] : [{ ...one, forms }]
  })
  const slots = planSlots(query.value.words, near, names.length)
  const numbers = chooseCandidates(slots, new PersonSums().fit(names.length))
  const persons = numbers.map((number) => ({
    number,
    personId: String(number),
    name: names[index.placeOf[number] ?? -1] ?? "",
    birthDate: null,
    sex: null,
    areaCode: null,
    sector: null,
    nik: null,
    kk: null,
    phone: null,
  }))
  return rankPersons(slots, persons).map(({ person }) => person.name)
}

describe("the first that is found", () => {
  test.each([
    ["siti nurjanah", "SITI NURJANAH"],
    ["siti nurjnaah", "SITI NURJANAH"],
    ["siti nurjaanah", "SITI NURJANAH"],
    ["siti nurjana", "SITI NURJANAH"],
    ["siti nurpanah", "SITI NURJANAH"],
    ["siit nurjanah", "SITI NURJANAH"],
    ["nurjanah siti", "SITI NURJANAH"],
    ["sukardi", "SOEKARDI"],
    ["soekarni", "SUKARNI"],
    ["seokardi", "SOEKARDI"],
    ["joko pramono", "DJOKO PRAMONO"],
    ["m rizal", "MUHAMMAD RIZAL"],
    ["mohd. rizal akbra", "MOCH. RIZAL AKBAR"],
    ["siti nur hayati", "SITI NURHAYATI"],
    ["abdulgani", "ABDUL GANI"],
    ["abdul rahim", "ABDURRAHIM"],
    ["ali", "ALI"],
    ["aly", "ALI"],
    ["wayan sudria", "I WAYAN SUDIRA"],
  ])("%s → %s", (text, name) => expect(found(text)[0]).toBe(name))
})

test("a word that was written as two is found after the whole one", () => {
  expect(found("nurhayati").slice(0, 2)).toEqual(["SITI NURHAYATI", "NUR HAYATI"])
})

test.each(["siti nurjanah qwertyuiop", "zzzzzz", "bxyz"])("%s finds nobody", (text) => {
  expect(found(text).slice(0, 1)).toEqual(text.startsWith("siti") ? ["SITI NURJANAH"] : [])
})

test("of hundreds that are equally near the first numbers come, in their order", () => {
  const names = found("siti")
  expect(names).toHaveLength(100)
  expect(names).toEqual(found("siti"))
})

test("who bears the one word that was asked comes before who bears more", () => {
  expect(found("sukardi", ["SUKARDI JAYA", "JAYA SUKARDI PUTRA", "SUKARDI"])[0]).toBe("SUKARDI")
})

test("one slip in a word of four letters or more never hides a name", () => {
  const slips = fc.constantFrom("swap", "insert", "delete", "substitute")
  const names = NAMES.slice(0, 9).filter((name) => name !== "NUR HAYATI")
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      slips,
      fc.nat(),
      fc.nat(),
      (name, slip, spot, letter) => {
        const words = name.toLowerCase().split(" ")
        const long = words.findIndex((word) => word.length > 4)
        const word = words[long] ?? ""
        const at = spot % (word.length - 1)
        const other = String.fromCharCode(97 + (letter % 26))
        const [a = "", b = ""] = [word[at], word[at + 1]]
        const rest = word.slice(at + 2)
        const made = { swap: b + a, insert: a + other + b, delete: a, substitute: a + other }[slip]
        const text = words.with(long, word.slice(0, at) + made + rest).join(" ")
        expect(found(text).slice(0, 20)).toContain(name)
      },
    ),
    { numRuns: 300 },
  )
})

test("numbers are packed and read back, runs of them into few letters", () => {
  const unpacked = (packed: string): number[] => {
    const read: number[] = []
    eachRun(packed, (first, last) => {
      for (let number = first; number <= last; number++) read.push(number)
    })
    return read
  }
  const run = Uint32Array.from({ length: 10_000 }, (_, at) => 70_000 + at)
  expect(unpacked(packNumbers(run))).toEqual([...run])
  expect(packNumbers(run).length).toBeLessThan(8)
  const near = fc.uniqueArray(fc.nat(40))
  const far = fc.uniqueArray(fc.nat(2 ** 31 - 1))
  fc.assert(
    fc.property(fc.oneof(near, far), (numbers) => {
      const sorted = Uint32Array.from(numbers).sort()
      expect(unpacked(packNumbers(sorted))).toEqual([...sorted])
    }),
  )
})

test("words are sorted, each with its holders; forms lead to them", () => {
  const index = indexNames(["Budi Budi", "Ani", "BUDI ANI", "..."])
  expect([...index.placeOf]).toEqual([3, 0, 1, 2])
  expect([...index.words()]).toEqual([
    { word: "ani", holders: 2, people: packNumbers(Uint32Array.of(2, 3)) },
    { word: "budi", holders: 2, people: packNumbers(Uint32Array.of(1, 3)) },
  ])
  expect(new Map(index.forms()).get("bdi")).toEqual(["budi"])
})

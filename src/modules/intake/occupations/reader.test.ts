import { describe, expect, it } from "vitest"
import { readVocabulary } from "./reader.ts"
import { loadOccupationVocabulary } from "./occupation.load.ts"
import { compileOccupations } from "./occupation.ts"

const SMALL = {
  classes: {
    nelayan: { standing: "informal", words: ["nelayan"] },
    pedagang_kecil: { standing: "informal", words: ["asongan"] },
  },
  lists: { food: ["kue"] },
  food_alone: "pedagang_kecil",
  heads: [
    { words: ["jual"], takes: "all", alone: "pedagang_kecil", objects: { nelayan: ["jala"] } },
  ],
  abbreviations: { nly: "nelayan" },
  spellings: { njual: "jual" },
  fillers: [],
  joiners: [],
  negators: [],
  addresses: [],
  says_nothing: ["swasta"],
  other_words: [],
  employer: {
    staff: [],
    staff_counted: [],
    have: [],
    employ: [],
    titles: [],
    people: [],
    not: [],
    numbers: [],
  },
}

function problemsOf(change: Readonly<Record<string, unknown>>): string[] {
  const read = readVocabulary([{ path: "a.yaml", content: { ...SMALL, ...change } }])
  return read.ok ? [] : read.refusal.map(({ where, en }) => `${where}: ${en}`)
}

describe("readVocabulary", () => {
  it("accepts a sound vocabulary", () => {
    expect(problemsOf({})).toEqual([])
  })

  it.each([
    [{ fillers: ["Di"] }, 'fillers "Di": write it in lower case a-z'],
    [{ fillers: "di" }, "fillers: must be a list of words"],
    [{ heads: {} }, "heads: must be a list"],
    [{ food_alone: "penyair" }, 'food_alone "penyair": no such class'],
    [{ abbreviations: { nly: null } }, "abbreviations.nly: write word: words, lower case"],
    [{ classes: { ...SMALL.classes, x: {} } }, "classes.x.standing: informal or not_informal"],
    [
      { classes: { ...SMALL.classes, petani: { standing: "informal", words: ["nelayan"] } } },
      'classes.petani "nelayan": also belongs to nelayan',
    ],
    [
      { heads: [{ words: ["jual"], takes: "some", alone: null }] },
      "heads[0].takes: all or objects",
    ],
    [
      { heads: [{ words: ["jual"], takes: "all", alone: null, objects: { penyair: [] } }] },
      'heads[0].objects "penyair": no such class',
    ],
    [
      { heads: [{ words: ["$none"], takes: "all", alone: null }] },
      'heads[0].words "$none": write it in lower case a-z',
    ],
  ])("names what is wrong in %j", (change, problem) => {
    expect(problemsOf(change)).toContain(problem)
  })

  it("refuses a section that stands in two files, and a file that is no mapping", () => {
    const read = readVocabulary([
      { path: "a.yaml", content: SMALL },
      { path: "b.yaml", content: { fillers: ["di"] } },
      { path: "c.yaml", content: null },
    ])
    expect(read.ok ? [] : read.refusal.map(({ where }) => where)).toEqual([
      "b.yaml fillers",
      "c.yaml",
    ])
  })
})

it("joins a section of several files, and takes a list into the words of a class", () => {
  const kue = { standing: "informal", words: ["$food"] }
  const read = readVocabulary([
    { path: "a.yaml", content: SMALL },
    { path: "b.yaml", content: { classes: { kue }, spellings: { kweh: "kue", njual: "jual" } } },
  ])
  expect(read.ok ? [] : read.refusal.map(({ where, en }) => `${where}: ${en}`)).toEqual([
    "b.yaml spellings.njual: already defined",
  ])
  const joined = readVocabulary([
    { path: "a.yaml", content: SMALL },
    { path: "b.yaml", content: { classes: { kue }, spellings: { kweh: "kue" } } },
  ])
  expect(joined.ok && joined.value.classes.get("kue")?.words).toEqual(["kue"])
  expect(joined.ok && [...joined.value.spellings.keys()]).toEqual(["njual", "kweh"])
})

describe("the national vocabulary", () => {
  const vocabulary = loadOccupationVocabulary(
    new URL("../../../../law/national", import.meta.url).pathname,
  )
  const { lexicon } = compileOccupations(vocabulary)
  const openings = [...lexicon.abbreviations, ...lexicon.spellings]

  it("opens every short form and spelling into words it knows", () => {
    const lost = openings.filter(([, words]) => words.some((word) => !lexicon.meaning.has(word)))
    expect(openings.length).toBeGreaterThan(300)
    expect(lost).toEqual([])
  })

  it("has no short form or spelling that is a word itself or both", () => {
    const words = openings.map(([word]) => word).filter((word) => lexicon.meaning.has(word))
    const both = [...lexicon.abbreviations.keys()].filter((word) => lexicon.spellings.has(word))
    expect({ words, both }).toEqual({ words: [], both: [] })
  })
})

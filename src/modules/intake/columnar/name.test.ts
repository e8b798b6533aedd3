import { readFileSync } from "node:fs"
import { isDeepStrictEqual } from "node:util"
import fc from "fast-check"
import { expect, test } from "vitest"
import { isLettered, plainStem, shapeOfWord, templateOf, writtenName } from "./name.ts"

/** The reading of a name by its template, or by its text where there is none. */
function byTemplate(text: string) {
  const words = text.split(" ")
  const template =
    isLettered(words.map(shapeOfWord)) && words.length <= 8 ? templateOf(words) : null
  if (template === null) return null
  const read = template.words.map((word) =>
    typeof word === "number" ? plainStem(words[word] ?? "").toUpperCase() : word,
  )
  return { words: read, codes: template.codes }
}

/** Every word of three letters or more that stands in the readers of names. */
const SOURCES = [
  ...[
    "../values/name.ts",
    "../values/name-titles.ts",
    "../values/name-marks.ts",
    "../rows/marks.ts",
  ],
].map((name) => readFileSync(new URL(name, import.meta.url), "utf8"))
const SPOKEN = new Set(
  SOURCES.join(" ")
    .replaceAll(/([a-z])\?/g, "$1 ")
    .match(/[A-Za-z]{3,}/g),
)
/** The same with the letter before each question mark, and without. */
for (const word of SOURCES.join(" ")
  .replaceAll("?", "")
  .match(/[A-Za-z]{3,}/g) ?? [])
  SPOKEN.add(word)
const WORDS = [...SPOKEN].map((word) => word.toLowerCase())

const title = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)
const SENTENCES: readonly ((word: string) => string)[] = [
  (word) => word,
  (word) => `${word} BUDI`,
  (word) => `BUDI ${word}`,
  (word) => `BUDI SPD ${word}`,
  (word) => `BUDI ${word} SPD`,
  (word) => `BUDI ${word} UMAR`,
  (word) => `H. ${word} UMAR`,
  (word) => `H ${word}`,
  (word) => `BUDI  ${word}`,
  (word) => `BUDI ${word}, S.Pd`,
  (word) => `BUDI, ${word}`,
  (word) => `BUDI UMAR, ${word}, S.H.`,
  (word) => `H. ${word}, SE, M.M`,
  (word) => `${word} UMAR, SKM`,
]

test("no word that the readers of names know is taken for a plain one", () => {
  expect(WORDS.length).toBeGreaterThan(150)
  const missed = new Set<string>()
  for (const word of WORDS)
    for (const shaped of [word, title(word), word.toUpperCase()])
      for (const sentence of SENTENCES) {
        const text = sentence(shaped)
        const read = byTemplate(text)
        if (read !== null && !isDeepStrictEqual(read, writtenName(text))) missed.add(word)
      }
  expect([...missed]).toEqual([])
})

/** Words that mean something with the word before them. */
const JOINING = ["ada", "nama", "guru", "dipanggil", "diisi", "tahu", "diketahui", "alias"]

test("nor are two of them beside each other", () => {
  const plain = WORDS.filter((word) => shapeOfWord(word) === 3)
  for (const [at, word] of plain.entries())
    for (const other of [plain[at + 1], plain[(at * 7) % plain.length], ...JOINING])
      for (const text of [`${word} ${other ?? ""}`, `budi ${word} ${other ?? ""} umar`]) {
        const read = byTemplate(text)
        if (read !== null) expect(read, text).toEqual(writtenName(text))
      }
})

const PIECES = [
  ...[
    "BUDI",
    "Siti",
    "umar",
    "SIREGAR",
    "Nurul",
    "SE",
    "S.Pd",
    "S.Pd.",
    "M.M",
    "MM,",
    "SH,",
    "A.Md.Keb",
  ],
  ...[
    "SIP",
    "SIP,",
    "Sag",
    "MPA",
    "H.",
    "Hj",
    "M.",
    "BIN",
    "ALM",
    "ALM,",
    "(ALM)",
    "Drs.",
    "SST",
    "STr.Keb",
  ],
  ...[
    "BUDI,",
    "Siti,",
    "umar,",
    "UMAR,,",
    "S.",
    "Kom",
    "S.Kom,",
    "dr.",
    "Sp.A",
    "van",
    "a",
    "I",
    "B.",
    "als",
  ],
]

test("names of such words are read as they are written, commas and degrees between them", () => {
  let told = 0
  const names = fc.array(fc.constantFrom(...PIECES, ...WORDS.slice(0, 40)), {
    minLength: 1,
    maxLength: 6,
  })
  fc.assert(
    fc.property(names, (pieces) => {
      const read = byTemplate(pieces.join(" "))
      if (read === null) return
      told++
      expect(read).toEqual(writtenName(pieces.join(" ")))
    }),
    { seed: 20_261_123, numRuns: 20_000 },
  )
  expect(told).toBeGreaterThan(2000)
})

test("a word that means something is not plain, an ordinary one is", () => {
  expect(["HAJI", "Binti", "alm"].map(shapeOfWord)).toEqual([4, 4, 4])
  expect(["SITI", "Budi", "umar", "LA", "H.", "Nur'aini", ""].map(shapeOfWord)).toEqual([
    ...[1, 2, 3, 4, 5, 0, 6],
  ])
  expect(["SITI,", "Budi,", "umar,", "SE,", "S.Pd", "SIP,"].map(shapeOfWord)).toEqual([
    ...[7, 8, 9, 10, 10, 10],
  ])
})

test.each([
  ["siti aminah", ["SITI", "AMINAH"], ["NAME_CASE"]],
  ["H. UMAR  HASAN", ["UMAR", "HASAN"], ["NAME_SPACES", "NAME_TITLE"]],
  ["Budi Santoso, S.Pd., M.M", ["BUDI", "SANTOSO"], ["NAME_TITLE"]],
  ["BUDI BIN UMAR", ["BUDI", "BIN", "UMAR"], ["NAME_BIN"]],
])("%s", (text, words, codes) => {
  expect(byTemplate(text)).toEqual({ words, codes })
})

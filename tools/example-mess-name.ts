import { writeName } from "./example-entry.ts"
import type { Entry } from "./example-entry.ts"
import type { Mess, MessContext } from "./example-mess-shape.ts"
import type { Random } from "./example-random.ts"
import { MALE, NICKNAMES } from "./example-vocabulary.ts"

function name(
  code: string,
  count: number,
  change: (entry: Entry, context: MessContext) => void,
): Mess {
  return { code, count, part: "name", needs: ["name"], apply: change }
}

const accented = (entry: Entry): boolean => /['É]/.test(entry.person.name)
const severalWords = (entry: Entry): boolean => entry.person.name.includes(" ")
/** Letters that Windows-1252 does not have cannot stand in a file of that encoding. */
const unicode = (_: Entry, { spec }: MessContext): boolean =>
  spec.form.kind !== "csv" || spec.form.encoding !== "windows-1252"

export const NAME_MESS: readonly Mess[] = [
  {
    ...name(
      "NAME_UNICODE",
      6,
      (entry, { spec }) => (entry.cells.name = oddLetters(writeName(entry.person.name, spec))),
    ),
    fits: unicode,
  },
  {
    ...name("NAME_MOJIBAKE", 4, (entry, { spec }) => {
      const curly = writeName(entry.person.name, spec).replaceAll("'", "\u2019")
      entry.cells.name = [...curly].map(twiceEncoded).join("")
    }),
    fits: (entry, context) =>
      accented(entry) && (unicode(entry, context) || entry.person.name.includes("'")),
  },
  name("NAME_CASE", 10, (entry, { random }) => {
    const lower = entry.person.name.toLowerCase()
    entry.cells.name = random.chance(0.6) ? lower : lower.slice(0, 1) + lower.slice(1).toUpperCase()
  }),
  name("NAME_SPACES", 10, (entry, { random, spec }) => {
    const written = writeName(entry.person.name, spec)
    entry.cells.name = random.pick([
      `${written} `,
      `  ${written}`,
      `${written}\u00a0`,
      written.replace(" ", "  ").padEnd(written.length + 1),
    ])
  }),
  name("NAME_TITLE", 12, (entry, { random, spec }) => {
    const written = writeName(entry.person.name, spec)
    const haji = entry.person.sex === "L" ? "H." : "Hj."
    entry.cells.name = random.pick([
      `${haji} ${written}`,
      `${haji}${written}`,
      `${written}, S.Pd`,
      `${written}, A.Md`,
      `Ust. ${written}`,
    ])
  }),
  {
    ...name("NAME_VARIANT", 14, (entry, { random, spec }) =>
      respell(entry, variants(entry.person.name, random), spec.nameStyle === "upper", random),
    ),
    fits: (entry) => severalWords(entry) || /OE|DJ|TJ/.test(entry.person.name),
  },
  name("NAME_TYPO", 8, (entry, { random, spec }) => {
    const at = random.int(2, entry.person.name.length - 2)
    const letters = entry.person.name
    const doubled = letters.slice(0, at) + letters.slice(at - 1)
    respell(
      entry,
      [doubled, letters.slice(0, at) + letters.slice(at + 1)],
      spec.nameStyle === "upper",
      random,
    )
  }),
  {
    ...name("NAME_BIN", 8, (entry, { random, spec }) => {
      const link = entry.person.sex === "L" ? "BIN" : "BINTI"
      const father = (random.pick(MALE).split(" ")[0] as string).replace("É", "E")
      respell(entry, [`${entry.person.name} ${link} ${father}`], spec.nameStyle === "upper", random)
    }),
  },
  name("NAME_ALIAS", 7, (entry, { random, spec }) => {
    const [written, nick] = [writeName(entry.person.name, spec), random.pick(NICKNAMES)]
    entry.cells.name = random.pick([
      `${written} (${nick})`,
      `${written} alias ${nick}`,
      `${written} "${nick}"`,
      `${written} al. ${nick}`,
    ])
  }),
  name("NAME_EMPTY", 3, (entry) => {
    entry.cells.name = ""
    entry.read.name = ""
  }),
]

function respell(entry: Entry, spellings: readonly string[], upper: boolean, random: Random): void {
  const spelling = random.pick(spellings)
  entry.read.name = spelling
  entry.cells.name = writeName(spelling, { nameStyle: upper ? "upper" : "title" } as Parameters<
    typeof writeName
  >[1])
}

/** Other spellings of one name: short forms, old letters, a word less, words in another order. */
function variants(name: string, random: Random): readonly string[] {
  const made = [
    name.replace(/^MUHAMMAD /, random.pick(["MOH. ", "MUH. ", "MOCHAMAD ", "M. "])),
    name.replace(/^SITI /, "ST. "),
    name.replace("OE", "U"),
    name.replace(/DJ/, "J"),
    name.replace(/TJ/, "C"),
    name.replace(/^ABDUL /, "ABD. "),
    name.replace("YOHANES", "JOHANES"),
  ].filter((spelling) => spelling !== name)
  if (made.length > 0) return made
  const words = name.split(" ")
  return [words.slice(0, -1).join(" "), [...words.slice(1), words[0]].join(" ")]
}

function oddLetters(written: string): string {
  if (written.includes("'")) return written.replaceAll("'", "\u2019")
  if (/[ÉÉé]/.test(written)) return written.normalize("NFD")
  return `${written.slice(0, 3)}\u200b${written.slice(3)}`
}

/** What UTF-8 becomes when it is read as Windows-1252. */
function twiceEncoded(letter: string): string {
  if (letter === "\u2019") return "\u00e2\u20ac\u2122"
  if ((letter.codePointAt(0) ?? 0) < 128) return letter
  return [...Buffer.from(letter, "utf8")]
    .map((byte) => WINDOWS_1252[byte] ?? String.fromCharCode(byte))
    .join("")
}

const WINDOWS_1252: Readonly<Record<number, string>> = {
  0x89: "\u2030",
  0x80: "\u20ac",
  0x99: "\u2122",
}

// Values as offices of other regions write them, with the reading a clerk of that region gives.
// The tables were written from the language before the word lists were opened; the second ones
// after the first were mended. They are for measuring: a miss is mended by a rule or left.
import { readFileSync } from "node:fs"

/** What a cell holds and every reading that is right; `?` stands for "a human is asked". */
export interface Written {
  readonly text: string
  readonly readings: readonly string[]
}

export interface Score {
  readonly cases: number
  readonly agreed: number
  readonly misses: readonly string[]
}

const read = (name: string): string[] =>
  readFileSync(new URL(name, import.meta.url), "utf8").split("\n")

/** Lines "text = reading|other reading"; a line may end in blanks that belong to its text. */
export function writtenLines(name: string): Written[] {
  return read(name).flatMap((line) => {
    const at = line.lastIndexOf(" = ")
    if (at < 0 || line.startsWith("#")) return []
    return [{ text: line.slice(0, at), readings: line.slice(at + 3).split("|") }]
  })
}

/** Lines "reading: text; text|other reading; …". */
export function writtenGroups(name: string): Written[] {
  return read(name).flatMap((line) => {
    const [reading = "", texts = ""] = line.split(/:(.*)/s)
    if (line.startsWith("#") || texts === "") return []
    return texts.split(";").map((part) => {
      const [text = "", ...others] = part.trim().split("|")
      return { text, readings: [reading, ...others] }
    })
  })
}

/** Parts of the file that begin with "@title names, …". */
export function writtenAreas(name: string): { names: string[]; cases: Written[] }[] {
  const parts: { names: string[]; cases: Written[] }[] = []
  for (const line of read(name)) {
    const title = /^@\S+ (.*)$/.exec(line)
    if (title) parts.push({ names: (title[1] ?? "").split(", "), cases: [] })
    const at = line.lastIndexOf(" = ")
    if (!title && at >= 0)
      parts.at(-1)?.cases.push({ text: line.slice(0, at), readings: line.slice(at + 3).split("|") })
  }
  return parts
}

/** How many cases are read as written in the table, and every one that is not. */
export function scoreOf(cases: readonly Written[], reader: (text: string) => string): Score {
  const misses = cases.flatMap(({ text, readings }) => {
    const got = reader(text)
    return readings.includes(got) ? [] : [`${text} → ${got}, not ${readings.join(" or ")}`]
  })
  return { cases: cases.length, agreed: (cases.length - misses.length) / cases.length, misses }
}

/** A question, a number that is none, no number. */
const ASKED: ReadonlySet<string> = new Set(["?", "!", "-"])

/** Automatic readings that are none of the right ones: the figure that must stay 0. */
export function wrongAccepts(
  cases: readonly Written[],
  reader: (text: string) => string,
): string[] {
  return cases.flatMap(({ text, readings }) => {
    const got = reader(text)
    return ASKED.has(got) || readings.includes(got) ? [] : [`${text} → ${got}`]
  })
}

/** Every form filled with the parts of every value. */
export function crossed(
  forms: readonly string[],
  values: readonly {
    readonly reading: string
    readonly parts: Readonly<Record<string, string>>
  }[],
): Written[] {
  return forms.flatMap((form) =>
    values.map(({ reading, parts }) => ({
      text: form.replace(/\{(\w)\}/g, (_, key: string) => parts[key] ?? ""),
      readings: [reading],
    })),
  )
}

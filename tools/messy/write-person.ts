import type { Random } from "../example-random.ts"
import { one, value, withAccidents } from "./writing.ts"
import type { Accident, Writer } from "./writing.ts"

type Recase = (text: string) => string

const title: Recase = (text) =>
  text.toLowerCase().replace(/(^|[\s(-])([a-z])/g, (_, before: string, letter: string) => {
    return before + letter.toUpperCase()
  })
const CASES: readonly Recase[] = [
  (text) => text,
  (text) => text,
  title,
  title,
  (text) => text.toLowerCase(),
]

const clear = (by: string, write: (name: string, random: Random) => string): Accident => {
  return ({ name }, { random }) => {
    const written = write(name, random)
    return one("name", written, { ...value(name, "certain", by), written })
  }
}

/** As written is right as well: what the card says is not in the cell. */
const asWritten = (by: string, write: (name: string) => string): Accident => {
  return ({ name }) => {
    const cell = write(name)
    return one("name", cell, value(name, "open", by, [cell.toUpperCase()]))
  }
}

const NAME_ACCIDENTS: readonly Accident[] = [
  clear("blanks around", (name) => `  ${name} `),
  clear("two blanks", (name) => name.replace(" ", "   ")),
  clear("no-break blank", (name) => name.replace(" ", "\u00a0")),
  clear("zero width", (name) => `${name}\u200b`),
  ({ name, sex }, { random }) => {
    const forms =
      sex === "L" ? ["H. ", "Bpk. ", "Sdr. ", "Pak "] : ["Hj. ", "Ibu ", "Ny. ", "Sdri. "]
    const written = `${random.pick(forms)}${name}`
    return one("name", written, { ...value(name, "certain", "honorific"), written })
  },
  clear(
    "degree",
    (name, random) => `${name}${random.pick([", S.Pd", ", SE", " S.Sos", ", A.Md"])}`,
  ),
  clear("line break", (name) => name.replace(" ", "\n")),
  clear("typographic apostrophe", (name) => name.replace("'", "\u2019")),
  asWritten("number before", (name) => `12. ${name}`),
  asWritten("alias", (name) => `${name} als Tole`),
  asWritten("OCR digit", (name) => name.replace("O", "0")),
  asWritten("autocorrect", (name) => name.replace("SITI", "SITU").replace("NUR", "NUMBER")),
  asWritten("emoji", (name) => `${name} \u{1f64f}`),
  // "H." may be Haji as well as Hendra: without it the name is right too.
  ({ name }) => {
    const rest = name.split(" ").slice(1).join(" ")
    const cell = `${name.slice(0, 1)}. ${rest}`
    return one("name", cell, value(name, "open", "initial", [cell, rest]))
  },
  asWritten("mojibake", (name) => name.replace("'", "\u00e2\u20ac\u2122")),
  ({ name }) => one("name", "", value(name, "ask", "no name")),
  // A mail merge without its data.
  ({ name }) => one("name", "\u00abNAMA\u00bb", value(name, "written", "mail merge")),
]

export function nameWriter(random: Random): Writer {
  const recase = random.pick(CASES)
  const usual: Writer = ({ name }) => one("name", recase(name), value(name, "certain", "name"))
  return withAccidents(random, usual, NAME_ACCIDENTS, 0.06)
}

/** First and last name apart: together they are the name. */
export function namePartWriter(random: Random, part: "first" | "last"): Writer {
  const recase = random.pick(CASES)
  return ({ name }) => {
    const [first = "", ...last] = name.split(" ")
    const cell = recase(part === "first" ? first : last.join(" "))
    return one("name", cell, value(name, "certain", "two columns"))
  }
}

export function motherWriter(random: Random): Writer {
  const recase = random.pick(CASES)
  return ({ mother }) => one("mother_name", recase(mother), value(mother, "certain", "mother"))
}

interface SexForm {
  readonly L: string
  readonly P: string
  /** The header has to say what the letters mean. */
  readonly label?: string
}

const SEX_FORMS: readonly SexForm[] = [
  { L: "L", P: "P" },
  { L: "L", P: "P" },
  { L: "Laki-laki", P: "Perempuan" },
  { L: "LAKI-LAKI", P: "PEREMPUAN" },
  { L: "Laki - Laki", P: "Perempuan" },
  { L: "LK", P: "PR" },
  { L: "Lk.", P: "Pr." },
  { L: "Pria", P: "Wanita" },
  { L: "l", P: "p" },
  { L: "Male", P: "Female", label: "Gender" },
  { L: "M", P: "F", label: "Gender (M/F)" },
  { L: "1", P: "2", label: "Jenis Kelamin (1=L, 2=P)" },
  { L: "P", P: "W", label: "P/W" },
]

/** In a list headed P/W, P is a man: only the header or the NIK tells. */
export function sexWriter(random: Random): { readonly write: Writer; readonly label?: string } {
  const form = random.pick(SEX_FORMS)
  const expect = form.label === undefined || form.L === "Male" ? "certain" : "open"
  const usual: Writer = ({ sex }) =>
    one("sex", form[sex], value(sex, expect, `${form.L} ${form.P}`))
  const accidents: Accident[] = [
    ({ sex }) => one("sex", "", value(sex, "open", "missing")),
    ({ sex }) => one("sex", "-", value(sex, "open", "missing")),
    ({ sex }) => one("sex", "L/P", value(sex, "open", "nothing struck out")),
    ({ sex }) => one("sex", form[sex === "L" ? "P" : "L"], value(sex, "written", "slip")),
    ({ sex }) => one("sex", sex === "L" ? "Laki laki" : "Prempuan", value(sex, "open", "misspelt")),
  ]
  const write = withAccidents(random, usual, accidents, 0.05)
  return form.label === undefined ? { write } : { write, label: form.label }
}

/** A column for men and one for women, with a mark in one of them. */
export function sexMarkWriter(random: Random): (sex: "L" | "P") => Writer {
  const mark = random.pick(["v", "\u221a", "\u2713", "x", "1", "V"])
  return (own) =>
    ({ sex }) =>
      one("sex", sex === own ? mark : "", value(sex, "certain", `mark ${mark}`))
}

// The same person under another form of the name, as neighbours, churches and earlier papers have it.
import type { Chance } from "./highland-unseen-chance.ts"
import type { Person } from "./highland-unseen-households.ts"
import { written } from "./highland-unseen-names.ts"

const FORMS = `
Yohanes Johanes Johannes Yohannes Yohanis; Johanis Yohanis Johanes; Yosef Yoseph Josef Joseph; Muhammad Muhamad Mohammad Moh. Muh. M.;
Siti Sitti St. Sity; Abdul Abd. Abd; Fransiskus Fransiscus Frans; Kristina Christina Kristin; Elisabet Elisabeth Elizabeth;
Yakobus Jakobus Yacobus; Markus Marcus Marko; Antonius Anthonius Anton; Stefanus Stephanus Stevanus; Matius Mateus Matheus;
Andreas Andrias Andre; Theresia Teresia Tresia; Katarina Catarina Katharina; Margaretha Margareta Margaritha; Veronika Veronica Feronika;
Nurhayati Nur Nurhajati; Syamsul Samsul Syamsu; Zulkifli Julkifli Zulkipli; Wayan Wyn. Wy.; Made Md. Kadek; Nyoman Nym. Komang; Ketut Kt. Ktut;
Gusti Gst. Gusty; Samuel Semuel Samuell; Yohana Johana Yohanna; Agustinus Agustinus Agus; Agustina Augustina Agustin; Paulus Paul Paullus; Petrus Peter Piter;
Marthen Martin Marten; Maria Mariah Marya; Perangin-angin Peranginangin Parangin-angin; Karokaro Karo-karo Karo; Daniel Danial Danil;
Kristian Christian Kristiyan; Filipus Philipus Pilipus; Tomas Thomas Tommas; Teuku T. Tengku; Cut Tjut Cuet; Lalu Lalu L.; Baiq Bq. Baik;
Raden Rd. R.; Rahmat Rachmat Rohmat; Yusuf Jusuf Yusup; Syafrizal Safrizal Syafrijal; Ridwan Riduan Ridwaan; Asep Asepp Acep; Cecep Tjetjep Cecev;
Simanjuntak Simajuntak Simanjuntk; Hutagalung Huta-galung Hutagalong; Lumbantoruan Lumban-Toruan Toruan; Chaniago Caniago Chaniago;
Mikael Michael Mikhael; Benediktus Benedictus Bene; Vinsensius Vincentius Finsensius; Hendrikus Henrikus Hendricus; Nikolaus Nicolaus Niko; Yuliana Juliana Yulyana`

const OTHER_FORMS: ReadonlyMap<string, readonly string[]> = new Map(
  FORMS.split(";").map((line) => {
    const [name = "", ...others] = line.trim().split(/\s+/)
    return [name, others] as const
  }),
)

/** Words that have well-known other spellings take one of them; null when none has. */
export function otherForm(name: string, chance: Chance): string | null {
  const parts = name.split(" ")
  const known = parts.findIndex((part) => OTHER_FORMS.has(part))
  if (known < 0) return null
  parts[known] = chance.pick(OTHER_FORMS.get(parts[known]!)!)
  return parts.join(" ")
}

const TITLES = {
  L: ["H.", "Bp.", "Drs."],
  P: ["Hj.", "Ny.", "Ibu"],
} as const

type Use = (person: Person, chance: Chance) => string | null

const familyDropped: Use = ({ name }) =>
  name.family === "" ? null : [...name.before, ...name.given].join(" ")

const familyShort: Use = ({ name }) =>
  name.family === "" ? null : `${[...name.before, ...name.given].join(" ")} ${name.family[0]!}.`

const ranksDropped: Use = ({ name }) =>
  name.before.length === 0 ? null : [...name.given, name.family].join(" ").trim()

const firstShort: Use = ({ name }) =>
  name.given.length < 2
    ? null
    : [`${name.given[0]![0]!}.`, ...name.given.slice(1), name.family].join(" ").trim()

const oneLeftOut: Use = ({ name }, chance) => {
  if (name.given.length < 2) return null
  const left = chance.whole(0, name.given.length - 1)
  return [...name.given.filter((_, at) => at !== left), name.family].join(" ").trim()
}

const turned: Use = ({ name }) => {
  if (name.family !== "") return `${name.family}, ${name.given.join(" ")}`
  return name.given.length < 2 ? null : [...name.given].reverse().join(" ")
}

const titled: Use = ({ name, sex }, chance) =>
  `${chance.is(0.5) ? name.title : chance.pick(TITLES[sex])} ${written(name)}`

const degree: Use = ({ name }, chance) =>
  `${written(name)}, ${chance.pick(["S.Pd", "SE", "S.Sos", "A.Md", "S.Th"])}`

const calledToo: Use = ({ name }, chance) =>
  chance.pick([
    `${written(name)} alias ${name.called}`,
    `${written(name)} (${name.called})`,
    `${name.given[0]!} ${name.called}`,
  ])

const joined: Use = ({ name }) =>
  name.given.length < 2
    ? null
    : [...name.before, name.given[0]! + name.given[1]!.toLowerCase(), ...name.given.slice(2)]
        .concat(name.family)
        .join(" ")
        .trim()

const shortened: Use = ({ name }) => {
  const [first = "", ...rest] = name.given
  return first.length < 7 ? null : [first.slice(-5), ...rest, name.family].join(" ").trim()
}

const USES: readonly Use[] = [
  ...[familyDropped, familyDropped, familyDropped, familyShort, ranksDropped, ranksDropped],
  ...[firstShort, oneLeftOut, oneLeftOut, turned, titled, degree, calledToo, joined, shortened],
]

/** The name as it is used rather than as it is registered. */
export function inUse(person: Person, chance: Chance): string {
  for (let attempt = 0; attempt < 8; attempt++) {
    const form = chance.pick(USES)(person, chance)
    if (form !== null) return form
  }
  return titled(person, chance) ?? ""
}

import type { Random } from "../example-random.ts"
import type { TenantKey } from "./key.ts"
import { number, one, value, withAccidents } from "./writing.ts"
import type { Accident, Writer } from "./writing.ts"
import type { Worker } from "./people.ts"

type Write = (name: string) => string

const FORMS: readonly Write[] = [
  (name) => name,
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => name.toLowerCase(),
  (name) => `Kel. ${name}`,
  (name) => `Kelurahan ${name}`,
  (name) => `KEL ${name.toUpperCase()}`,
  (name) => `Kel.${name}`,
]

export function areaWriter(random: Random, tenant: TenantKey): Writer {
  const form = random.pick(FORMS)
  const usual: Writer = ({ area }) =>
    one("area", form(area.name), value(area.code, "certain", form("X")))
  const names = tenant.districts.flatMap(({ areas }) => areas.map(({ name }) => name))
  return withAccidents(random, usual, areaAccidents(names), 0.06)
}

const openly = (by: string, write: (name: string, random: Random) => string): Accident => {
  return ({ area }, { random }) =>
    one("area", write(area.name, random), value(area.code, "open", by))
}

function areaAccidents(names: readonly string[]): Accident[] {
  return [
    ({ area }) => one("area", ` ${area.name}  `, value(area.code, "certain", "blanks")),
    ({ area }) =>
      one("area", area.name.replace(" ", ""), value(area.code, "open", "without blank")),
    openly("missing letter", (name, random) => {
      const at = random.int(2, name.length - 2)
      return name.slice(0, at) + name.slice(at + 1)
    }),
    openly("neighbouring key", (name) => name.replace("a", "s")),
    openly("with district", (name) => `${name} / Balikpapan`),
    // "Klandasan" or "Baru" alone fits several: only asking is right.
    ({ area }) => {
      const [first = ""] = area.name.split(" ")
      const isUnique = names.filter((name) => name.startsWith(first)).length === 1
      const expect = isUnique || names.includes(first) ? "open" : "ask"
      const cell = names.includes(first) ? area.name : first
      return one("area", cell, value(area.code, expect, "first word only"))
    },
    ({ area }) => one("area", "Sukamaju", value(area.code, "ask", "place elsewhere")),
    ({ area }) => one("area", "-", value(area.code, "open", "missing")),
  ]
}

/** Written for the first of a group only: those below live there too, or nobody wrote where. */
export function areaOnceWriter(): Writer {
  return ({ area }, { previous }) => {
    const isSame = previous?.area === area
    const draft = value(
      area.code,
      isSame ? "open" : "certain",
      isSame ? "as above" : "first of group",
    )
    return one("area", isSame ? "" : area.name, draft)
  }
}

export function districtWriter(): Writer {
  return ({ district }) => ({ cell: district, says: {} })
}

export function rtWriter(random: Random): Writer {
  const form = random.pick([
    (rt: number) => String(rt).padStart(2, "0"),
    (rt: number) => String(rt).padStart(3, "0"),
    (rt: number) => `RT ${rt}`,
    (rt: number) => `RT.${String(rt).padStart(2, "0")}`,
    (rt: number) => number(rt),
  ])
  return ({ rt }) => one("rt", form(rt), value(String(rt), "certain", "rt"))
}

export function rwWriter(): Writer {
  return ({ rw }) => ({ cell: String(rw).padStart(2, "0"), says: {} })
}

export function rtRwWriter(random: Random): Writer {
  const pad = (part: number, width: number): string => String(part).padStart(width, "0")
  const form = random.pick([
    ({ rt, rw }: Worker) => `${pad(rt, 3)}/${pad(rw, 3)}`,
    ({ rt, rw }: Worker) => `${pad(rt, 2)}/${pad(rw, 2)}`,
    ({ rt, rw }: Worker) => `RT ${rt} RW ${rw}`,
    ({ rt, rw }: Worker) => `RT.${pad(rt, 2)}/RW.${pad(rw, 2)}`,
    ({ rt }: Worker) => `${pad(rt, 2)}/-`,
  ])
  return (worker) => one("rt", form(worker), value(String(worker.rt), "certain", "rt and rw"))
}

export type AddressKind = "street" | "with RT" | "all in one"

/** How much of the address stands in one cell; what stands nowhere else may be taken from it. */
export function addressWriter(kind: AddressKind): Writer {
  return (worker) => {
    const street = `${worker.street} No. ${worker.house}`
    if (kind === "street") return { cell: street, says: {} }
    const rt = { ...value(String(worker.rt), "open", kind), aside: true }
    const withRt = `${street} RT ${String(worker.rt).padStart(2, "0")}`
    if (kind === "with RT") return { cell: withRt, says: { rt } }
    const cell = `${withRt} Kel. ${worker.area.name} Kec. ${worker.district}`
    const area = { ...value(worker.area.code, "open", kind), aside: true }
    return { cell, says: { rt, area } }
  }
}

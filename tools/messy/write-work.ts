import type { Random } from "../example-random.ts"
import type { Cell } from "./grid.ts"
import type { Expect } from "./key.ts"
import type { Worker } from "./people.ts"
import { number, one, value, withAccidents } from "./writing.ts"
import type { Accident, Writer, Written } from "./writing.ts"

const dotted = (rupiah: number): string => String(rupiah).replace(/\B(?=(\d{3})+$)/g, ".")
const millions = (rupiah: number, mark = ","): string =>
  String(rupiah / 1_000_000).replace(".", mark)

interface IncomeForm {
  readonly by: string
  readonly write: (low: number, high: number) => Cell
  readonly label?: string
  readonly expect?: Expect
}

const single = (write: (rupiah: number) => string) => (low: number, high: number) =>
  low === high ? write(low) : `${write(low)} - ${write(high)}`

const INCOME_FORMS: readonly IncomeForm[] = [
  { by: "number", write: (low) => number(low) },
  { by: "number", write: (low) => number(low) },
  { by: "1.500.000", write: single(dotted) },
  { by: "Rp 1.500.000", write: single((rupiah) => `Rp ${dotted(rupiah)}`) },
  { by: "Rp. 1.500.000,-", write: single((rupiah) => `Rp. ${dotted(rupiah)},-`) },
  { by: "Rp1.500.000,00", write: single((rupiah) => `Rp${dotted(rupiah)},00`) },
  { by: "1,500,000", write: single((rupiah) => dotted(rupiah).replaceAll(".", ",")) },
  { by: "1,5 jt", write: single((rupiah) => `${millions(rupiah)} jt`) },
  { by: "1.5 juta", write: single((rupiah) => `${millions(rupiah, ".")} juta`) },
  { by: "1500 ribu", write: single((rupiah) => `${rupiah / 1000} ribu`) },
  { by: "1500rb", write: single((rupiah) => `${rupiah / 1000}rb`) },
  { by: "1500k", write: single((rupiah) => `${rupiah / 1000}k`), expect: "open" },
  { by: "1 jt s/d 2 jt", write: (low, high) => `${millions(low)} jt s/d ${millions(high)} jt` },
  {
    by: "in thousands",
    write: (low) => number(low / 1000),
    label: "Penghasilan (dalam ribuan Rp)",
    expect: "open",
  },
  {
    by: "in millions",
    write: (low) => millions(low),
    label: "Pendapatan (juta rupiah)",
    expect: "open",
  },
]

function income(worker: Worker, cell: Cell, by: string, expect: Expect): Written {
  const { incomeLow, incomeHigh } = worker
  return {
    cell,
    says: {
      income_low: value(String(incomeLow), expect, by),
      income_high: value(String(incomeHigh), expect, by),
    },
  }
}

const vague = (by: string, write: (worker: Worker, random: Random) => string): Accident => {
  return (worker, { random }) => income(worker, write(worker, random), by, "ask")
}
const likely = (by: string, write: (worker: Worker) => string): Accident => {
  return (worker) => {
    const alone = { ...worker, incomeHigh: worker.incomeLow }
    return income(alone, write(worker), by, "open")
  }
}

const INCOME_ACCIDENTS: readonly Accident[] = [
  vague("by the day", ({ incomeLow }) => `${Math.round(incomeLow / 26_000)}rb/hari`),
  vague("by the week", ({ incomeLow }) => `${Math.round(incomeLow / 4000)}rb per minggu`),
  vague("uncertain", (_, random) =>
    random.pick(["tidak tentu", "tdk menentu", "-", "", "?", "cukup"]),
  ),
  vague("lost zero", ({ incomeLow }) => dotted(incomeLow).slice(0, -1)),
  vague(
    "dots misplaced",
    ({ incomeLow }) => `${String(incomeLow).slice(0, 2)}.${String(incomeLow).slice(2)}`,
  ),
  vague("letter of a class", (_, random) => random.pick(["A", "B", "c."])),
  vague("bare small number", (_, random) => String(random.int(1, 5))),
  likely("about", ({ incomeLow }) => `\u00b1 ${millions(incomeLow)} jt`),
  likely("per month", ({ incomeLow }) => `${dotted(incomeLow)}/bln`),
  likely("letter O", ({ incomeLow }) => dotted(incomeLow).replace(/0$/, "O")),
  likely("IDR", ({ incomeLow }) => `IDR ${dotted(incomeLow)}`),
]

export function incomeWriter(random: Random): { readonly write: Writer; readonly label?: string } {
  const form = random.pick(INCOME_FORMS)
  const usual: Writer = (worker) => {
    const isRange = form.by !== "number" && form.label === undefined
    const told = isRange ? worker : { ...worker, incomeHigh: worker.incomeLow }
    const cell = form.write(told.incomeLow, told.incomeHigh)
    return income(told, cell, form.by, form.expect ?? "certain")
  }
  // Where the header names the unit, a bare number says something.
  const accidents = form.label === undefined ? INCOME_ACCIDENTS : INCOME_ACCIDENTS.slice(0, 3)
  const write = withAccidents(random, usual, accidents, 0.06)
  return form.label === undefined ? { write } : { write, label: form.label }
}

/** From and to in two columns below one heading. */
export function incomeEndWriter(end: "low" | "high"): Writer {
  return ({ incomeLow, incomeHigh }) => {
    const rupiah = end === "low" ? incomeLow : incomeHigh
    return one(`income_${end}`, number(rupiah), value(String(rupiah), "certain", "two columns"))
  }
}

type Phone = (phone: string) => Cell

const PHONE_FORMS: readonly (readonly [string, Phone])[] = [
  ["plain", (phone) => phone],
  ["plain", (phone) => phone],
  ["dashes", (phone) => phone.replace(/^(\d{4})(\d{4})/, "$1-$2-")],
  ["blanks", (phone) => phone.replace(/^(\d{4})(\d{4})/, "$1 $2 ")],
  ["+62", (phone) => `+62 ${phone.slice(1, 4)}-${phone.slice(4, 8)}-${phone.slice(8)}`],
  ["62", (phone) => `62${phone.slice(1)}`],
  ["number", (phone) => number(phone.slice(1))],
  ["apostrophe", (phone) => `'${phone}`],
]

export function phoneWriter(random: Random): Writer {
  const [by, form] = random.pick(PHONE_FORMS)
  const usual: Writer = ({ phone }) => one("phone", form(phone), value(phone, "certain", by))
  const other = `08990000${random.int(1000, 9999)}`
  return withAccidents(random, usual, [
    ({ phone }) => one("phone", `WA ${phone}`, value(phone, "certain", "WA before")),
    ({ phone }) => one("phone", `(0899) ${phone.slice(4)}`, value(phone, "certain", "brackets")),
    ({ phone }) => one("phone", `${phone} / ${other}`, value(phone, "open", "two", [other])),
    ({ phone }) => one("phone", phone.slice(0, 7), value(phone, "ask", "short")),
    ({ phone }) => one("phone", "8,99E+10", value(phone, "ask", "scientific")),
    ({ phone }) => one("phone", `${phone} (anak)`, value(phone, "open", "whose")),
    ({ phone }) => one("phone", "-", value(phone, "ask", "missing")),
    ({ phone }) => one("phone", "tidak punya", value(phone, "ask", "missing")),
    ({ phone }) => one("phone", phone.replace("00", "OO"), value(phone, "open", "letters")),
  ])
}

const ABBREVIATIONS: readonly (readonly [RegExp, string])[] = [
  [/Buruh harian lepas/, "BHL"],
  [/Pedagang/, "Pdg."],
  [/Tukang/, "Tkg"],
  [/Asisten rumah tangga/, "PRT"],
  [/keliling/, "klling"],
]

export function occupationWriter(random: Random): Writer {
  const recase = random.pick([
    (text: string) => text,
    (text: string) => text.toUpperCase(),
    (text: string) => text.toLowerCase(),
  ])
  const usual: Writer = (worker) =>
    one("sector", recase(worker.occupation), value(worker.sector, "certain", worker.occupation))
  const shortened: Accident = (worker) => {
    const found = ABBREVIATIONS.find(([pattern]) => pattern.test(worker.occupation))
    const cell = found ? worker.occupation.replace(found[0], found[1]) : worker.occupation
    return one("sector", cell, value(worker.sector, "open", "shortened"))
  }
  return withAccidents(
    random,
    usual,
    [
      shortened,
      (worker) => one("sector", "-", value(worker.sector, "ask", "missing")),
      (worker) => one("sector", "swasta", value(worker.sector, "ask", "says nothing")),
    ],
    0.05,
  )
}

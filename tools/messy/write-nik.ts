import type { Random } from "../example-random.ts"
import { number, one, value, withAccidents, type Accident, type Writer } from "./writing.ts"
import type { Worker } from "./people.ts"

type Digits = (nik: string) => string

const NBSP = "\u00a0"
const grouped: Digits = (nik) => nik.replace(/(\d{4})(?=\d)/g, "$1 ")

/** All sixteen digits stand there in order: one reading. */
const PLAIN: Readonly<Record<string, Digits>> = {
  plain: (nik) => nik,
  "google-apostrophe": (nik) => `'${nik}`,
  grouped,
  "pdf-nbsp": (nik) => grouped(nik).replaceAll(" ", NBSP),
  dotted: (nik) => `${nik.slice(0, 6)}.${nik.slice(6, 12)}.${nik.slice(12)}`,
  dashed: (nik) => `${nik.slice(0, 6)}-${nik.slice(6, 12)}-${nik.slice(12)}`,
}

/** Written now and then, still with one reading. */
const ODD: Readonly<Record<string, Digits>> = {
  "label-in-cell": (nik) => `NIK: ${nik}`,
  "whatsapp-mark": (nik) => `\u200e${nik}\u200b`,
  "wrapped-in-pdf": (nik) => `${nik.slice(0, 8)}\n${nik.slice(8)}`,
  "spaced-by-ocr": (nik) => [...nik].join(" "),
  "trailing-tab": (nik) => `${nik}\t `,
  "full-stop-after": (nik) => `${nik}.`,
}

const settled = (by: string, write: Digits): Accident => {
  return ({ nik }) => one("nik", write(nik), value(nik, "certain", by))
}

/** The cell does not hold the sixteen digits: whatever is given would be a guess. */
const lost = (by: string, write: (worker: Worker, random: Random) => string): Accident => {
  return (worker, { random }) => one("nik", write(worker, random), value(worker.nik, "ask", by))
}

const asNumber: Accident = ({ nik }) =>
  one("nik", number(`${nik.slice(0, 15)}0`), value(nik, "ask", "number-cell"))

const dragged: Accident = (worker, { first, index }) => {
  if (first === null) return one("nik", worker.nik, value(worker.nik, "certain", "plain"))
  const nik = String(BigInt(first.nik) + BigInt(index))
  const isTrue = nik === worker.nik
  return one("nik", nik, value(worker.nik, isTrue ? "certain" : "written", "dragged-down"))
}

const copied: Accident = (worker, { previous }) =>
  previous === null
    ? one("nik", worker.nik, value(worker.nik, "certain", "plain"))
    : one("nik", previous.nik, value(worker.nik, "written", "copied-from-above"))

const swapped: Accident = (worker, { random }) => {
  const at = random.int(12, 14)
  const nik = [...worker.nik]
  ;[nik[at], nik[at + 1]] = [nik[at + 1] ?? "", nik[at] ?? ""]
  const isTrue = nik.join("") === worker.nik
  return one("nik", nik.join(""), value(worker.nik, isTrue ? "certain" : "written", "swapped"))
}

/** OCR and a hurried typist put letters: some readers settle that, asking is right as well. */
const letters: Accident = ({ nik }) =>
  one("nik", nik.replace(/0(?=\d*$)/, "O").replace(/1/, "l"), value(nik, "open", "ocr-letters"))

const fullWidth: Accident = ({ nik }) => {
  const wide = [...nik].map((digit) => String.fromCharCode(0xff10 + Number(digit))).join("")
  return one("nik", wide, value(nik, "open", "full-width"))
}

/** A lookup into a file that was not sent along. */
const lookup: Accident = ({ nik }) =>
  one("nik", { kind: "error", shown: "#N/A" }, value(nik, "ask", "lookup failed"))

const twoNumbers: Accident = ({ nik, kk }) =>
  one("nik", `${nik} / ${kk}`, value(nik, "ask", "two numbers"))

const without = (word: string): Accident => {
  return ({ nik }) => one("nik", word, value(nik, "ask", "no-nik"))
}

const ACCIDENTS: readonly Accident[] = [
  ...Object.entries(ODD).map(([by, write]) => settled(by, write)),
  asNumber,
  lost("short", ({ nik }, random) => cut(nik, random.int(0, 15))),
  lost("doubled", ({ nik }, random) => doubled(nik, random.int(0, 15))),
  lost("scientific", ({ nik }) => `${nik[0]},${nik.slice(1, 6)}E+15`),
  lost("cut-by-form", ({ nik }) => nik.slice(0, 12)),
  lost("masked", ({ nik }) => `${nik.slice(0, 6)}******${nik.slice(12)}`),
  lost("question-mark", ({ nik }) => `${nik.slice(0, 15)}?`),
  dragged,
  copied,
  swapped,
  letters,
  fullWidth,
  lookup,
  twoNumbers,
  ...["-", "", "belum ada", "menyusul", "proses rekam KTP", "0", "tdk ada KTP", "xxxx"].map(
    without,
  ),
]

function cut(text: string, at: number): string {
  return text.slice(0, at) + text.slice(at + 1)
}

function doubled(text: string, at: number): string {
  return text.slice(0, at) + (text[at] ?? "") + text.slice(at)
}

export function nikWriter(random: Random): Writer {
  const [by, write] = usualOf(random)
  return withAccidents(random, settled(by, write), ACCIDENTS)
}

function usualOf(random: Random): readonly [string, Digits] {
  const forms = Object.entries(PLAIN)
  return random.chance(0.6) ? ["plain", PLAIN.plain ?? String] : random.pick(forms)
}

/** Excel shows a whole column of numbers in a list of which somebody took off the text format. */
export function numericNikWriter(): Writer {
  return asNumber
}

export function kkWriter(random: Random): Writer {
  const [by, write] = usualOf(random)
  const usual: Writer = ({ kk }) => one("kk", write(kk), value(kk, "certain", by))
  return withAccidents(random, usual, [
    ({ kk }) => one("kk", number(`${kk.slice(0, 15)}0`), value(kk, "ask", "number-cell")),
    ({ kk }) => one("kk", kk.slice(0, 14), value(kk, "ask", "short")),
    ({ kk }) => one("kk", "-", value(kk, "ask", "no-kk")),
  ])
}

import { addCellCodes, addDuplicateCodes } from "./example-codes.ts"
import { cleanEntry } from "./example-entry.ts"
import type { Entry } from "./example-entry.ts"
import { LISTS } from "./example-lists.ts"
import type { ListSpec } from "./example-lists.ts"
import { applyMess, makeMess } from "./example-mess.ts"
import type { ContextOf } from "./example-mess.ts"
import { IDENTITY_MESS, misspellName, mistypedNik } from "./example-mess-identity.ts"
import { otherJobWord } from "./example-mess-work.ts"
import { peopleMaker } from "./example-people.ts"
import { inventPopulation } from "./example-population.ts"
import type { Person } from "./example-people.ts"
import type { Random } from "./example-random.ts"

export interface ExampleFile {
  readonly spec: ListSpec
  readonly entries: readonly Entry[]
  readonly kind: "original" | "superseded" | "resend" | "copy"
}

export interface ExampleCycle {
  readonly people: readonly Person[]
  /** In the order in which they were received. */
  readonly files: readonly ExampleFile[]
}

export const CORRECTED_LIST = "sumber rejo FINAL sekali.xlsx"
export const COPIED_LIST = "02_kariangau.xls"

/** Invents people, writes them into lists and lets things go wrong. */
export function inventCycle(random: Random): ExampleCycle {
  const maker = peopleMaker(random)
  const population = inventPopulation(LISTS, maker, random)
  const lists = LISTS.map((spec, index) => ({
    spec,
    entries: inOrder(spec, random.shuffle(population.rows[index] ?? [])).map((p) =>
      cleanEntry(p, spec, random),
    ),
  }))
  const contextOf: ContextOf = (spec) => ({
    random,
    spec,
    newPhone: maker.phone,
    relative: (person) => population.relatives.get(person.id) ?? null,
  })
  makeMess(lists, random, contextOf)
  spoilDuplicates(lists, random, contextOf)
  const files = lists.flatMap(({ spec, entries }) => sendings(spec, entries, random))
  files.sort((a, b) => (a.spec.receivedOn < b.spec.receivedOn ? -1 : 1))
  for (const file of files) addCellCodes(file.spec, file.entries)
  addDuplicateCodes(files.filter(counts).map((file) => file.entries))
  markSendings(files)
  return { people: population.people, files }
}

/** Lists that are kept per neighbourhood stand in its order. */
function inOrder(spec: ListSpec, people: readonly Person[]): readonly Person[] {
  const perWard = spec.mergedRt === true || spec.sheets === "per-rt"
  return perWard ? [...people].sort((a, b) => a.rt - b.rt) : people
}

/** Rows of a byte copy and of a list replaced by its correction are nobody's rows. */
export function counts(file: ExampleFile): boolean {
  return file.kind === "original" || file.kind === "resend"
}

/** Makes some second rows of a person hard to find: their NIK is wrong. */
function spoilDuplicates(
  lists: readonly { spec: ListSpec; entries: readonly Entry[] }[],
  random: Random,
  contextOf: ContextOf,
): void {
  const seen = new Set<string>()
  const kinds = IDENTITY_MESS.filter((mess) =>
    ["NIK_TYPO", "NIK_LETTERS", "NIK_LENGTH", "NIK_EMPTY"].includes(mess.code),
  )
  let left = 10
  for (const { spec, entries } of lists) {
    for (const entry of entries) {
      const second = seen.has(entry.person.id)
      seen.add(entry.person.id)
      if (!second || left === 0 || entry.touched.has("nik") || random.chance(0.5)) continue
      applyMess(random.pick(kinds), entry, contextOf(spec))
      left -= 1
    }
  }
}

function sendings(spec: ListSpec, entries: readonly Entry[], random: Random): ExampleFile[] {
  const original: ExampleFile = { spec, entries, kind: "original" }
  if (spec.file === COPIED_LIST) {
    const copy = { ...spec, file: "Salinan dari 02_kariangau (2).xls", receivedOn: "2025-10-03" }
    return [original, { spec: copy, entries: entries.map(cloned), kind: "copy" }]
  }
  if (spec.file !== CORRECTED_LIST) return [original]
  const corrected = {
    ...spec,
    file: "sumber rejo FINAL sekali (ralat).xlsx",
    receivedOn: "2025-10-14",
  }
  const first = entries.map(cloned)
  worsen(spec, first, entries, random)
  return [
    { spec, entries: first, kind: "superseded" },
    { spec: corrected, entries, kind: "resend" },
  ]
}

function cloned(entry: Entry): Entry {
  return {
    ...entry,
    codes: new Set(entry.codes),
    touched: new Set(entry.touched),
    cells: { ...entry.cells },
    read: { ...entry.read },
    at: { ...entry.at },
  }
}

/** Puts five errors into the first sending that the corrected one no longer has. */
function worsen(
  spec: ListSpec,
  first: readonly Entry[],
  second: readonly Entry[],
  random: Random,
): void {
  const chosen = first
    .map((_, i) => i)
    .filter((i) => second[i]?.touched.size === 0 && second[i].person.obstacle === null)
  const spoil: readonly ((entry: Entry) => void)[] = [
    (entry) => {
      entry.read.nik = mistypedNik(entry.person.nik, random)
      entry.cells.nik = entry.read.nik.replace(/(\d{4})(?=\d)/g, "$1 ")
      entry.codes.add("NIK_TYPO")
    },
    (entry) => {
      misspellName(entry, spec)
      entry.codes.add("NAME_TYPO")
    },
    (entry) => (entry.cells.phone = "0899-0000-0001"),
    (entry) => (entry.cells.job = otherJobWord(entry)),
    (entry) => {
      entry.cells.income = "900.000/bln"
      entry.read.income = [900_000, 900_000]
    },
  ]
  random
    .shuffle(chosen)
    .slice(0, spoil.length)
    .forEach((i, turn) => {
      spoil[turn]?.(first[i] as Entry)
      ;(first[i] as Entry).codes.delete("JOB_ABBREV")
      ;(second[i] as Entry).codes.add("RESEND_CHANGED")
    })
}

function markSendings(files: readonly ExampleFile[]): void {
  for (const { kind, entries } of files) {
    for (const entry of entries) {
      if (kind === "copy") entry.codes.add("FILE_DUPLICATE")
      if (kind === "resend" && !entry.codes.has("RESEND_CHANGED")) entry.codes.add("FILE_RESEND")
    }
  }
}

import type { LocalDate } from "../kernel/local-date.ts"
import {
  compileAreas,
  compileOccupations,
  readVocabulary,
  type IntakeTables,
  type SendingOffice,
} from "../modules/intake/index.ts"
import { floorSen, valueOfUnit, type LawBook } from "../modules/law/index.ts"
import type { Rupiah } from "../kernel/rupiah.ts"
import { registerOf } from "./batches/kind-of-file.ts"
import { assert } from "../kernel/assert.ts"

/** The tenant's tables for reading lists, out of the pack that the database holds. */
export function intakeTables(book: LawBook, on: LocalDate): IntakeTables {
  const { pack } = book
  return {
    tenantId: pack.tenantId,
    areas: compileAreas(pack.areas.filter((area) => area.level === "kelurahan")),
    offices: sendingOffices(book),
    occupations: compileOccupations(vocabularyOf(book)),
    minimumWage: minimumWageOn(book, on),
    registerOf,
    on,
  }
}

/** What "kurang dari UMR" means on that day; null where the law of the tenant does not say. */
function minimumWageOn(book: LawBook, on: LocalDate): Rupiah | null {
  const question = { on, knownOn: on, dims: { area: book.pack.regionCode } }
  const found = valueOfUnit(book, { series: "umk", unit: "rupiah_sen" }, question)
  return found.ok ? floorSen(found.value.value.sen) : null
}

function vocabularyOf(book: LawBook) {
  const documents = [...book.files]
    .filter(([path]) => /(^|\/)occupations[^/]*\.yaml$/.test(path))
    .map(([path, content]) => ({ path, content }))
  const read = readVocabulary(documents)
  assert(read.ok, "the vocabulary was checked when the law was loaded")
  return read.value
}

/** What `sender_defaults` of the pack's sectors.yaml says of a sender. */
interface SenderDefault {
  readonly sender: string
  readonly sector: string
  readonly name?: string
  readonly names?: readonly string[]
}

/** The pack's offices, and senders that are no office, with the sector for which their lists stand. */
function sendingOffices(book: LawBook): SendingOffice[] {
  const sectors = book.files.get(`${book.pack.code}/sectors.yaml`) as
    | { sender_defaults?: readonly SenderDefault[] }
    | undefined
  const defaults = new Map((sectors?.sender_defaults ?? []).map((line) => [line.sender, line]))
  const offices = book.pack.offices.map(({ id, name, aliases }) => ({
    id,
    name,
    aliases,
    sector: defaults.get(id)?.sector ?? null,
  }))
  const known = new Set(offices.map((office) => office.id))
  const others = [...defaults.values()].filter((line) => !known.has(line.sender))
  return [
    ...offices,
    ...others.map(({ sender, name = sender, names = [], sector }) => ({
      id: sender,
      name,
      aliases: names,
      sector,
    })),
  ]
}

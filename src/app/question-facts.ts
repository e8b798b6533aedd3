import type { QuestionInput } from "../modules/registry/index.ts"
import type { CycleResult, CycleTerms } from "./cycle.ts"

/** What the questions of a run are made from. */
export function questionInput(result: CycleResult, terms: CycleTerms): QuestionInput {
  const selected = result.selection.places.filter((entry) => entry.place === "selected")
  return {
    people: result.people,
    candidates: result.candidates,
    personOf: result.personOf,
    decisions: result.decisions,
    senderOf: new Map(
      result.batch.files.map(({ name, sender }) => [name, { id: sender.id, name: sender.name }]),
    ),
    selected: new Set(selected.map((entry) => entry.person.personId)),
    received: result.registers.received,
    pack: terms.book.pack,
    asOf: terms.asOf,
  }
}

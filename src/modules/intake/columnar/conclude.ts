// What the rows of a list come to when everything of them is known: their outcomes, and sums.
import { codeNumber, countCodes, OUTCOMES, outcomesOfSets } from "./codes.ts"
import type { ListColumns } from "./list.ts"
import type { FindingCode } from "../findings/finding.ts"
import type { Outcome } from "../rows/row.ts"

export type OutcomeCounts = Readonly<Record<Outcome, number>> & { readonly read: number }

const PERSON = 0
const UNUSUAL = codeNumber("DOB_FORMAT")
const IGNORED = OUTCOMES.indexOf("ignored")

/** What all rows of a list come to. */
export interface Conclusion {
  readonly counts: OutcomeCounts
  readonly people: number
  /** Rows that carry a code, in the catalogue's order. */
  readonly findingCounts: ReadonlyMap<FindingCode, number>
}

/** Marks dates written otherwise than most of the file, as `readFile` does, and gives outcomes. */
export function concludeRows(list: ListColumns, shapeNames: readonly string[]): Conclusion {
  const { codeSets } = list.rows
  const usual = usualShape(countShapes(list, shapeNames.length), shapeNames)
  const people = markUnusual(list, usual)
  const ofSet = new Uint32Array(codeSets.size)
  const counts = giveOutcomes(list, ofSet)
  return { counts, people, findingCounts: countCodes(codeSets, ofSet) }
}

function countShapes({ kinds, rows, length }: ListColumns, shapes: number): Uint32Array {
  const counts = new Uint32Array(shapes)
  const { shapes: shapeOf } = rows
  for (let row = 0; row < length; row++)
    if (kinds[row] === PERSON) {
      const shape = shapeOf[row] ?? 0
      counts[shape] = (counts[shape] ?? 0) + 1
    }
  return counts
}

/** Answers how many rows are people. */
function markUnusual({ kinds, rows, length }: ListColumns, usual: number): number {
  const { shapes, birthDays, codes, codeSets } = rows
  let people = 0
  for (let row = 0; row < length; row++) {
    if (kinds[row] !== PERSON) continue
    people++
    if (shapes[row] !== usual && birthDays[row] !== 0)
      codes[row] = codeSets.with(codes[row] ?? 0, UNUSUAL)
  }
  return people
}

/** Writes each row's outcome and counts the rows of each set. */
function giveOutcomes({ kinds, outcomes, rows, length }: ListColumns, ofSet: Uint32Array) {
  const { codes, codeSets } = rows
  const outcomeOfSet = outcomesOfSets(codeSets)
  const ofOutcome = new Uint32Array(OUTCOMES.length)
  for (let row = 0; row < length; row++) {
    const set = codes[row] ?? 0
    ofSet[set] = (ofSet[set] ?? 0) + 1
    const outcome = kinds[row] === PERSON ? (outcomeOfSet[set] ?? 0) : IGNORED
    ofOutcome[outcome] = (ofOutcome[outcome] ?? 0) + 1
    outcomes[row] = outcome
  }
  return outcomeCounts(length, ofOutcome)
}

function outcomeCounts(read: number, ofOutcome: Uint32Array): OutcomeCounts {
  const [accepted = 0, repaired = 0, set_aside = 0, ignored = 0] = ofOutcome
  return { read, accepted, repaired, set_aside, ignored }
}

function usualShape(counts: Uint32Array, names: readonly string[]): number {
  let usual = -1
  for (let shape = 0; shape < names.length; shape++) {
    const [count, name] = [counts[shape] ?? 0, names[shape] ?? ""]
    if (name === "" || count === 0) continue
    const most = usual < 0 ? 0 : (counts[usual] ?? 0)
    if (count > most || (count === most && name < (names[usual] ?? ""))) usual = shape
  }
  return usual
}

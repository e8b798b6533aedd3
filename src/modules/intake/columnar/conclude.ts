// What the rows of a list come to when everything of them is known: their outcomes, and sums.
import { addCode, SET_WORDS } from "../../../columns/code-sets.ts"
import { codeNumber, hasCodes, OUTCOMES, outcomeOfSet, ROW_CODES } from "./codes.ts"
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
  const usual = usualShape(countShapes(list, shapeNames.length), shapeNames)
  const ofOutcome = new Uint32Array(OUTCOMES.length)
  const ofCode = new Uint32Array(SET_WORDS * 32)
  const people = markUnusual(list, usual)
  giveOutcomes(list, ofOutcome, ofCode)
  return { counts: outcomeCounts(list.length, ofOutcome), people, findingCounts: named(ofCode) }
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
  const { shapes, birthDays, codes } = rows
  let people = 0
  for (let row = 0; row < length; row++) {
    if (kinds[row] !== PERSON) continue
    people++
    if (shapes[row] !== usual && birthDays[row] !== 0) addCode(codes, row, UNUSUAL)
  }
  return people
}

function giveOutcomes(list: ListColumns, ofOutcome: Uint32Array, ofCode: Uint32Array): void {
  const { kinds, outcomes, length } = list
  const { codes } = list.rows
  // An outcome of 0 is that of a person without findings, as are most.
  let plain = 0
  for (let row = 0; row < length; row++) {
    const has = hasCodes(codes, row)
    if (!has && kinds[row] === PERSON) {
      plain++
      continue
    }
    const outcome = kinds[row] === PERSON ? outcomeOfSet(codes, row) : IGNORED
    outcomes[row] = outcome
    ofOutcome[outcome] = (ofOutcome[outcome] ?? 0) + 1
    if (has) countRow(codes, row, ofCode)
  }
  ofOutcome[0] = (ofOutcome[0] ?? 0) + plain
}

function outcomeCounts(read: number, [accepted, repaired, aside, ignored]: Uint32Array) {
  return {
    ...{ read, accepted: accepted ?? 0, repaired: repaired ?? 0 },
    ...{ set_aside: aside ?? 0, ignored: ignored ?? 0 },
  }
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

function countRow(codes: Uint32Array, row: number, counts: Uint32Array): void {
  for (let part = 0; part < SET_WORDS; part++) {
    let word = codes[row * SET_WORDS + part] ?? 0
    while (word !== 0) {
      const code = part * 32 + 31 - Math.clz32(word & -word)
      counts[code] = (counts[code] ?? 0) + 1
      word &= word - 1
    }
  }
}

function named(counts: Uint32Array): Map<FindingCode, number> {
  const all = ROW_CODES.map((code, at) => [code, counts[at] ?? 0] as const)
  return new Map(all.filter(([, count]) => count > 0))
}

/**
 * Trains weights on a list whose people are known, and writes them; so the shipped ones were made.
 *
 *   node tools/bench/people/train.ts --out WEIGHTS.json LIST.csv TRUTH.csv
 */
import { writeFileSync } from "node:fs"
import { parseArgs } from "node:util"
import {
  labelPairs,
  REASONED_WEIGHTS,
  countReached,
  sharesReached,
  train,
  weightsFile,
} from "../../../src/modules/matching/index.ts"
import { loadPeople } from "./load.ts"

/** How many pairs what is known without any list is worth, per weight. */
const STRENGTH = 2
const STEPS = 400

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: "string" } },
})
const [list = "", truth = ""] = positionals
if (values.out === undefined) throw new Error("train.ts --out WEIGHTS.json LIST.csv TRUTH.csv")
const { table, person, household } = await loadPeople(list, truth)
const labelled = labelPairs(table, (a, b) => {
  if (person[a] === person[b]) return "same"
  return household[a] === household[b] ? "household" : "strangers"
})
const fitted = train(labelled, {
  rows: table.length,
  start: REASONED_WEIGHTS,
  strength: STRENGTH,
  steps: STEPS,
})
const counts = new Map(
  labelled.map((one) => [one.pattern, one.same + one.household + one.strangers]),
)
const reached = sharesReached(countReached(counts, fitted, table.length))
const weights = { ...fitted, reached }
const pairs = labelled.reduce((sum, one) => sum + one.same + one.household + one.strangers, 0)
const from = `${table.length} invented rows, ${pairs} pairs, ${labelled.length} patterns`
writeFileSync(values.out, `${JSON.stringify(weightsFile(weights, from), null, 1)}\n`)
console.log(from)

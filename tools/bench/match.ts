/**
 * Matches a list whose people are known: time of the stage, memory, quality of its clusters, recall of its
 * blocks, and how often pairs are right that the model is so sure of.
 *
 *   node tools/bench/match.ts LIST.csv TRUTH.csv
 */
import { parseArgs } from "node:util"
import { countBlocked, matchTableRows, SHIPPED_WEIGHTS } from "../../src/modules/matching/index.ts"
import { loadPeople } from "./people/load.ts"
import { calibration, clusterQuality, surePrecision, truePairs } from "./people/quality.ts"

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: "string", default: "1" } },
})
const [path = "", truth = ""] = positionals
const list = await loadPeople(path, truth)
const { table, person } = list
const before = process.memoryUsage.rss()
const times: number[] = []
let matching = matchTableRows(table, SHIPPED_WEIGHTS, [])
for (let round = 0; round < Number(values.rounds); round++) {
  const start = performance.now()
  matching = matchTableRows(table, SHIPPED_WEIGHTS, [])
  times.push(Math.round(performance.now() - start))
}
const peak = process.resourceUsage().maxRSS / 1024
const blocked = countBlocked(table, (a, b) => person[a] === person[b])
const figures = {
  rows: table.length,
  ms: times,
  table_mb: Math.round(before / 2 ** 20),
  peak_mb: Math.round(peak),
  ...clusterQuality(matching.clusterOf, list),
  block_recall: blocked / truePairs(list),
  sure_precision: surePrecision(matching.pairs, list),
  calibration: calibration(matching.pairs, list),
}
console.log(JSON.stringify(figures))

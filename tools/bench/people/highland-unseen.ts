/**
 * Writes a list of invented candidates with second sendings, and its truth: a test that nobody tuned on.
 * Its people, errors and rates have nothing in common with the other populations in this folder, and
 * must not be read by whoever works on matching. Same rows and seed, same bytes. A million rows use
 * about a minute; how errors come about stands in `highland-unseen-rates.ts`.
 *
 *   node tools/bench/people/highland-unseen.ts --rows 1000000 --seed 7 --out list.csv --truth truth.csv
 */
import { parseArgs } from "node:util"
import { writeUnseenList } from "./highland-unseen-writer.ts"

const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "1000000" },
    seed: { type: "string", default: "7" },
    out: { type: "string", default: "list.csv" },
    truth: { type: "string", default: "truth.csv" },
  },
})
const [rows, seed] = [Number(values.rows), Number(values.seed)]
if (!Number.isSafeInteger(rows) || rows < 1 || !Number.isSafeInteger(seed)) {
  console.error(
    "--rows (≥ 1) dan --seed harus bilangan bulat. / --rows (≥ 1) and --seed must be whole numbers.",
  )
  process.exit(2)
}
const { persons, tally } = writeUnseenList(rows, seed, values.out, values.truth)
const { easy, medium, hard } = tally.difficulties
const pairs = easy + medium + hard
const share = (count: number): string => `${((100 * count) / Math.max(1, pairs)).toFixed(1)} %`
console.log(
  `${rows} rows, ${persons} persons, ${pairs} pairs: ` +
    `${share(easy)} easy, ${share(medium)} medium, ${share(hard)} hard, ` +
    `${share(tally.undecidable)} beyond a human`,
)

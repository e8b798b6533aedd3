// Reads the lists of make.ts with the product's intake and says how well:
//   node tools/messy/score.ts DIR [--worst 20] [--gate] [--json]
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import type { MessyKey } from "./key.ts"
import { messyTables, readAlone } from "./read-lists.ts"
import { scoreList } from "./score-list.ts"
import { scoreText, sumScores, type MessyScore } from "./score-report.ts"

/** What must be reached; `--gate` fails below it. */
export const GATES = {
  headerRight: 0.97,
  columnsRight: 0.97,
  rowsKept: 1,
  wrongRepairs: 0,
} as const

export async function scoreMessy(
  key: MessyKey,
  bytesOf: (file: string) => Uint8Array,
): Promise<MessyScore> {
  const tables = messyTables(key.tenants, key.on)
  const scores = []
  for (const file of key.files) {
    const batch = await readAlone(file.file, bytesOf(file.file), tables.get(file.tenant)!)
    scores.push(scoreList(file, batch))
  }
  return sumScores(scores)
}

export function missedGates(score: MessyScore): string[] {
  const missed = []
  if (score.headerRight < GATES.headerRight) missed.push("headers right")
  if (score.columnsRight < GATES.columnsRight) missed.push("columns right")
  if (score.rowsKept < GATES.rowsKept) missed.push("rows kept")
  if (score.wrongRepairs > GATES.wrongRepairs) missed.push("wrong repairs")
  return missed
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      worst: { type: "string", default: "20" },
      gate: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    },
  })
  const folder = positionals[0] ?? "."
  const key = JSON.parse(readFileSync(join(folder, "key.json"), "utf8")) as MessyKey
  const score = await scoreMessy(key, (file) => readFileSync(join(folder, "lists", file)))
  const text = values.json
    ? JSON.stringify({ ...score, fields: Object.fromEntries(score.fields) }, null, 2)
    : scoreText(score, Number(values.worst))
  process.stdout.write(`${text}\n`)
  const missed = missedGates(score)
  if (missed.length > 0) process.stderr.write(`below the gate: ${missed.join(", ")}\n`)
  if (values.gate && missed.length > 0) process.exitCode = 1
}

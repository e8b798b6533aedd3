/**
 * Matching against Splink on a list that the model never saw: trains nothing here, since the shipped weights are
 * of the harbour; the list is of the highlands. Both get the same folded names, digits and dates; rounds are
 * interleaved, every one a process of its own. Splink is run twice a round where `--python` has it: trained on
 * the list itself by EM, as its users do, and with m from the labels of the harbour.
 *
 *   node tools/bench/matching.ts [--rows 1000000] [--rounds 3] [--python PYTHON] [--keep FOLDER]
 */
import { execFileSync } from "node:child_process"
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { loadavg, tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"

const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "1000000" },
    rounds: { type: "string", default: "3" },
    python: { type: "string", default: "python3" },
    keep: { type: "string" },
  },
})
const LABELLED_ROWS = 200_000
const SEEDS = { harbour: 1, highland: 12 } as const
const folder = values.keep ?? mkdtempSync(join(tmpdir(), "payung-bench-"))
const tool = (name: string): string => join(import.meta.dirname, name)

function run(program: string, args: readonly string[]): string {
  return execFileSync(program, [...args], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
    stdio: ["ignore", "pipe", "ignore"],
  })
}

/** A list, who is who, and the list as the engine sees it. */
function listOf(population: keyof typeof SEEDS, rows: number) {
  const base = join(folder, `${population}-${rows}`)
  const list = { csv: `${base}.csv`, truth: `${base}.truth.csv`, plain: `${base}.plain.csv` }
  if (existsSync(list.plain)) return list
  const seed = String(SEEDS[population])
  const asked = ["--rows", String(rows), "--seed", seed, "--out", list.csv, "--truth", list.truth]
  run(process.execPath, [tool("people/make.ts"), population, ...asked])
  run(process.execPath, [tool("people/export.ts"), list.csv, list.truth, list.plain])
  return list
}

interface Ours {
  readonly ms: readonly number[]
  readonly peak_mb: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly block_recall: number
  readonly sure_precision: number
  readonly calibration: readonly {
    readonly from: number
    readonly to: number
    readonly pairs: number
    readonly share: number
  }[]
}

interface Quality {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

interface Rival {
  readonly pairs: number
  readonly times: { readonly train: number; readonly predict: number }
  readonly peak_mb: number
  readonly best: Quality
  readonly at_095: Quality
}

function hasSplink(): boolean {
  try {
    run(values.python, ["-c", "import splink"])
    return true
  } catch {
    return false
  }
}

function splink(plain: string, ...more: string[]): Rival {
  const told = run(values.python, [tool("rivals/splink_run.py"), plain, ...more])
  return JSON.parse(told.trim().split("\n").at(-1) ?? "") as Rival
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
}

mkdirSync(folder, { recursive: true })
const test = listOf("highland", Number(values.rows))
const labels = listOf("harbour", LABELLED_ROWS)
const isRivalled = hasSplink()
if (!isRivalled) console.log(`no splink in ${values.python}: ours alone`)
const ours: Ours[] = []
const rivals: { em: Rival; labels: Rival }[] = []
for (let round = 0; round < Number(values.rounds); round++) {
  ours.push(JSON.parse(run(process.execPath, [tool("match.ts"), test.csv, test.truth])) as Ours)
  console.log("ours", JSON.stringify(ours.at(-1)), "load", loadavg()[0]?.toFixed(1))
  if (!isRivalled) continue
  rivals.push({ em: splink(test.plain), labels: splink(test.plain, "--labels", labels.plain) })
  console.log("splink", JSON.stringify(rivals.at(-1)), "load", loadavg()[0]?.toFixed(1))
}
const seconds = median(ours.map(({ ms }) => median(ms))) / 1000
const [first] = ours
const peak = median(ours.map(({ peak_mb: mb }) => mb))
console.log(
  `ours ${seconds.toFixed(2)} s, ${peak} MB, F1 ${first?.f1.toFixed(4)}, block recall ` +
    `${first?.block_recall.toFixed(4)}, sure pairs right ${first?.sure_precision.toFixed(4)}`,
)
for (const { from, to, pairs, share } of first?.calibration ?? [])
  console.log(`  said ${from} to ${to}: ${pairs} pairs, ${share.toFixed(3)} one person`)
for (const kind of ["em", "labels"] as const) {
  const runs = rivals.map((rival) => rival[kind])
  if (runs.length === 0) continue
  const predict = median(runs.map(({ times }) => times.predict))
  const train = median(runs.map(({ times }) => times.train))
  console.log(
    `splink (${kind}): train and predict ${((train + predict) / seconds).toFixed(1)} times ours, ` +
      `predict ${(predict / seconds).toFixed(1)} times, memory ${(median(runs.map(({ peak_mb: mb }) => mb)) / peak).toFixed(1)} times; best F1 ${runs[0]?.best.f1}; ` +
      `at 0.95 precision ${runs[0]?.at_095.precision}`,
  )
}
if (values.keep === undefined) rmSync(folder, { recursive: true })

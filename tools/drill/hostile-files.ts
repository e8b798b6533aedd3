// Reads every hostile file as a stranger's list would be read, then checks it as a user would, with all
// processes that this takes, and watches that none does harm:
//   node --expose-gc tools/drill/hostile-files.ts [--seed 1] [--every 1] [--worst 10] [--verbose]
// Files are made by another process, so that this one's memory is that of reading only.
import { spawnSync } from "node:child_process"
import { mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import { createReader } from "../../src/platform/spreadsheet/create-reader.ts"
import { asUsersHold, examineCheck, isWorthACheck } from "./examine-check.ts"
import { breaches, examine, mebibytes, secondsOf, type Examined } from "./examine.ts"

const MAKER = fileURLToPath(new URL("../messy/hostile.ts", import.meta.url))

/** Makes every n-th hostile file of a seed, and reads them one after the other. */
export async function drillHostile(
  seed: number,
  every: number,
  told: (examined: Examined) => void = () => undefined,
): Promise<Examined[]> {
  const folder = mkdtempSync(join(tmpdir(), "payung-hostile-"))
  const home = mkdtempSync(join(tmpdir(), "payung-home-"))
  const reader = createReader()
  try {
    const args = [MAKER, folder, "--seed", String(seed), "--every", String(every)]
    const made = spawnSync(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] })
    if (made.status !== 0) throw new Error("the hostile files could not be made")
    const all: Examined[] = []
    for (const name of readdirSync(folder).toSorted()) {
      const path = join(folder, name)
      const read = asUsersHold(await examine(path, reader))
      const both = isWorthACheck(read) ? [read, await examineCheck(path, home)] : [read]
      for (const examined of both) {
        told(examined)
        all.push(examined)
      }
    }
    return all
  } finally {
    reader.close()
    for (const made of [folder, home]) rmSync(made, { recursive: true, force: true })
  }
}

/** One line of counts, the worst by each measure, and every breach. */
export function hostileText(all: readonly Examined[], worst: number): string {
  const count = (outcome: Examined["outcome"]): number =>
    all.filter((examined) => examined.outcome === outcome).length
  const top = (title: string, of: (examined: Examined) => number): string[] => [
    `worst by ${title}:`,
    ...all
      .toSorted((a, b) => of(b) - of(a))
      .slice(0, worst)
      .map(line),
  ]
  const broken = all.flatMap((examined) =>
    breaches(examined).map((breach) => `BREACH ${examined.name}: ${breach}`),
  )
  return [
    `${all.length} readings and checks: ${count("refused")} refused, ${count("read")} read, ${count("thrown")} thrown`,
    ...top("time", secondsOf),
    ...top("memory of the child", ({ childPeakBytes }) => childPeakBytes),
    ...top("memory kept by the parent", ({ grownBytes }) => grownBytes),
    ...top("memory held by the parent meanwhile", ({ parentPeakBytes }) => parentPeakBytes),
    ...broken,
    `${broken.length} breaches`,
  ].join("\n")
}

function line(examined: Examined): string {
  const { name, outcome, words, wallSeconds, childSeconds } = examined
  const { childPeakBytes, grownBytes, parentPeakBytes } = examined
  const time = `${childSeconds.toFixed(2)} s cpu, ${wallSeconds.toFixed(2)} s wall`
  const memory = `${mebibytes(childPeakBytes)} child, ${mebibytes(grownBytes)} kept, ${mebibytes(parentPeakBytes)} held`
  return `  ${name.padEnd(40)} ${outcome.padEnd(8)} ${time}, ${memory}  ${words.slice(0, 60)}`
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      seed: { type: "string", default: "1" },
      every: { type: "string", default: "1" },
      worst: { type: "string", default: "10" },
      verbose: { type: "boolean", default: false },
    },
  })
  const say = (text: string): void => void process.stdout.write(`${text}\n`)
  const tell = (examined: Examined): void => (values.verbose ? say(line(examined)) : undefined)
  const all = await drillHostile(Number(values.seed), Number(values.every), tell)
  say(hostileText(all, Number(values.worst)))
  if (all.some((examined) => breaches(examined).length > 0)) process.exitCode = 1
}

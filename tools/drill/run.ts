// `npm run drill`: all drills one after the other, each in a process of its own.
//   npm run drill -- [--seed 1] [--minutes 5] [--layouts 200]
import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    minutes: { type: "string", default: "5" },
    layouts: { type: "string", default: "200" },
  },
})
const { seed, minutes, layouts } = values
const tools = fileURLToPath(new URL("../", import.meta.url))
const folder = mkdtempSync(join(tmpdir(), "payung-drill-"))

const steps: readonly (readonly string[])[] = [
  ["messy/make.ts", folder, "--seed", seed, "--layouts", layouts],
  ["messy/score.ts", folder, "--gate"],
  ["drill/hostile-files.ts", "--seed", seed],
  ["drill/fuzz.ts", "--seed", seed, "--minutes", minutes],
]

const failed = steps.filter(([script = "", ...args]) => {
  process.stdout.write(`\n== ${script}\n`)
  const run = [join(tools, script), ...args]
  return spawnSync(process.execPath, ["--expose-gc", ...run], { stdio: "inherit" }).status !== 0
})
rmSync(folder, { recursive: true, force: true })
for (const [script] of failed) process.stdout.write(`FAILED ${script}\n`)
if (failed.length > 0) process.exitCode = 1

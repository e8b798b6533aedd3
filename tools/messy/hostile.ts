// Malformed and hostile files, each one a promise that it cannot hurt: refused or read, soon, in words.
//   node tools/messy/hostile.ts DIR [--seed 1]
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { hostileArchives, type HostileFile } from "./hostile-archives.ts"
import { hostileContents } from "./hostile-contents.ts"
import { hostileMutants } from "./hostile-mutants.ts"

/** All of them; bytes are made when asked for, because some are large. */
export function hostileFiles(seed: number): HostileFile[] {
  return [...hostileArchives(), ...hostileContents(), ...hostileMutants(seed)]
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    options: { seed: { type: "string", default: "1" }, every: { type: "string", default: "1" } },
    allowPositionals: true,
  })
  const [folder] = positionals
  if (folder === undefined) {
    process.stderr.write("hostile.ts: say where: node tools/messy/hostile.ts DIR [--seed N]\n")
    process.exitCode = 2
  } else {
    mkdirSync(folder, { recursive: true })
    const every = Number(values.every)
    const files = hostileFiles(Number(values.seed)).filter((_, at) => at % every === 0)
    for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes())
    process.stdout.write(`${files.length} files in ${folder}\n`)
  }
}

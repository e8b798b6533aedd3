/**
 * Malformed and hostile files, each one a promise that it cannot hurt: refused or read, soon, in words.
 *
 *   node tools/messy/hostile.ts DIR [--seed 1]
 */
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { seededRandom } from "../example-random.ts"
import { hostileArchives, type HostileFile } from "./hostile-archives.ts"
import { hostileContents } from "./hostile-contents.ts"
import { docxParts, entriesOf, goodCsv, odsParts, xlsxParts } from "./hostile-parts.ts"
import { rawZip } from "./raw-zip.ts"

const MUTANTS = 80

/** All of them; bytes are made when asked for, because some are large. */
export function hostileFiles(seed: number): HostileFile[] {
  return [...hostileArchives(), ...hostileContents(), ...mutants(seed)]
}

/** Good files with some bytes changed, moved or repeated. */
function mutants(seed: number): HostileFile[] {
  const row =
    "<table:table-row><table:table-cell><text:p>NIK</text:p></table:table-cell></table:table-row>"
  const good: readonly (readonly [string, Buffer])[] = [
    ["xlsx", rawZip(entriesOf(xlsxParts()).map((entry) => ({ ...entry, stored: true })))],
    ["ods", rawZip(entriesOf(odsParts(row)).map((entry) => ({ ...entry, stored: true })))],
    ["docx", rawZip(entriesOf(docxParts("<w:p><w:r><w:t>NIK</w:t></w:r></w:p>")))],
    ["csv", Buffer.from(goodCsv())],
  ]
  return Array.from({ length: MUTANTS }, (_, at) => {
    const [kind, whole] = good[at % good.length] ?? ["csv", Buffer.alloc(0)]
    return { name: `mutant-${at}.${kind}`, bytes: () => mutate(whole, seed * 1000 + at) }
  })
}

function mutate(whole: Buffer, seed: number): Buffer {
  const random = seededRandom(seed)
  let bytes = Buffer.from(whole)
  for (let change = random.int(1, 6); change > 0; change--) {
    const [from, length] = [random.int(0, bytes.length - 1), random.int(1, 64)]
    const piece = Buffer.from(bytes.subarray(from, from + length))
    const to = random.int(0, bytes.length - 1)
    const kind = random.int(0, 3)
    if (kind === 0) bytes[from] = random.int(0, 255)
    else if (kind === 1) bytes = Buffer.concat([bytes.subarray(0, to), piece, bytes.subarray(to)])
    else if (kind === 2)
      bytes = Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + length)])
    else bytes.fill(random.int(0, 255), from, Math.min(bytes.length, from + length))
    if (bytes.length === 0) bytes = Buffer.from("x")
  }
  return bytes
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    options: { seed: { type: "string" } },
    allowPositionals: true,
  })
  const [folder] = positionals
  if (folder === undefined) throw new Error("where to? node tools/messy/hostile.ts DIR")
  mkdirSync(folder, { recursive: true })
  const files = hostileFiles(Number(values.seed ?? 1))
  for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes())
  process.stdout.write(`${files.length} files in ${folder}\n`)
}

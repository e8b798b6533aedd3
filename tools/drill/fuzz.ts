// Feeds damaged lists of other offices to the whole intake and asks what must always hold:
//   node tools/drill/fuzz.ts [--minutes 5 | --cases 2000] [--seed 1] [--out DIR]
// A case that breaks a rule is made small and written to the folder, as JSON of the workbook.
import { mkdirSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import type { IntakeTables } from "../../src/modules/intake/index.ts"
import { createReader } from "../../src/platform/spreadsheet/create-reader.ts"
import type { Workbook } from "../../src/platform/spreadsheet/workbook.ts"
import { READ_ON } from "../messy/make.ts"
import { messyTables } from "../messy/read-lists.ts"
import { bothTenants } from "../messy/tenants.ts"
import { fuzzCase } from "./fuzz-case.ts"
import { brokenRule, readerOf, type Broken, type Read } from "./invariants.ts"
import { shrink } from "./shrink.ts"

export interface Found extends Broken {
  readonly number: number
  readonly file: string
  /** As small as it could be made; null where the file itself could not be read. */
  readonly workbook: Workbook | null
  readonly bytes: Uint8Array
}

export interface FuzzResult {
  readonly cases: number
  readonly refused: number
  readonly found: readonly Found[]
}

export interface FuzzOptions {
  readonly seed: number
  readonly goOn: (done: number) => boolean
  /** Another intake than the product's, to see that the drill finds its faults. */
  readonly readWith?: (tables: IntakeTables) => Read
}

/** Of each kind of failure the first case is kept; a thousand alike teach nothing more. */
export async function fuzz({ seed, goOn, readWith = readerOf }: FuzzOptions): Promise<FuzzResult> {
  const tenants = bothTenants()
  const tables = messyTables(tenants, READ_ON)
  const found = new Map<string, Found>()
  const guarded = createReader()
  let [cases, refused] = [0, 0]
  for (; goOn(cases); cases++) {
    const one = await attempt(() => fuzzCase(seed, cases, tenants, guarded))
    if ("rule" in one) {
      remember(found, { ...one, number: cases, file: "", workbook: null, bytes: new Uint8Array() })
      continue
    }
    const { tenant, file, bytes, workbook } = one
    const own = tenants.find(({ id }) => id === tenant)!
    const areas = new Set(own.districts.flatMap(({ areas }) => areas.map(({ code }) => code)))
    const read = readWith(tables.get(tenant)!)
    if (workbook === null) refused++
    const broken = workbook === null ? null : brokenRule(workbook, read, areas)
    if (workbook === null || broken === null || found.has(kindOf(broken))) continue
    const fails = (smaller: Workbook): boolean => {
      const again = brokenRule(smaller, read, areas)
      return again !== null && kindOf(again) === kindOf(broken)
    }
    const small = shrink(workbook, fails)
    const said = brokenRule(small, read, areas) ?? broken
    remember(found, { ...said, number: cases, file, workbook: small, bytes })
  }
  guarded.close()
  return { cases, refused, found: [...found.values()] }
}

function remember(found: Map<string, Found>, one: Found): void {
  if (!found.has(kindOf(one))) found.set(kindOf(one), one)
}

/** A fault is told from another by its rule and the line where it was thrown. */
function kindOf({ rule, what }: Broken): string {
  return `${rule} ${/\bat [^\n]*/.exec(what)?.[0] ?? ""}`
}

async function attempt<T>(make: () => Promise<T>): Promise<T | Broken> {
  try {
    return await make()
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { rule: "a file is read or refused in words", what }
  }
}

function writeFound(folder: string, { found }: FuzzResult): void {
  mkdirSync(folder, { recursive: true })
  for (const { rule, what, number, file, workbook, bytes } of found) {
    const name = `${String(number).padStart(6, "0")}-${rule.replace(/\W+/g, "-")}`
    writeFileSync(
      join(folder, `${name}.json`),
      JSON.stringify({ rule, what, file, workbook }, null, 1),
    )
    if (bytes.length > 0) writeFileSync(join(folder, `${name}-${file}`), bytes)
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      minutes: { type: "string", default: "5" },
      cases: { type: "string" },
      seed: { type: "string", default: "1" },
      out: { type: "string", default: join(tmpdir(), "payung-fuzz") },
    },
  })
  const until = performance.now() + Number(values.minutes) * 60_000
  const most = values.cases === undefined ? null : Number(values.cases)
  const goOn = (done: number): boolean => (most === null ? performance.now() < until : done < most)
  const result = await fuzz({ seed: Number(values.seed), goOn })
  const lines = result.found.map(
    ({ number, rule, what }) => `case ${number} breaks "${rule}": ${what}`,
  )
  lines.push(
    `${result.cases} cases, ${result.refused} refused, ${result.found.length} kinds of failure`,
  )
  process.stdout.write(`${lines.join("\n")}\n`)
  if (result.found.length > 0) {
    writeFound(values.out, result)
    process.stdout.write(`written to ${values.out}\n`)
    process.exitCode = 1
  }
}

/**
 * Reads a workbook of text cells with our reader and with readers from npm, each in a process of its
 * own, interleaved round by round. While time runs every text is made and looked at, so nobody can be
 * lazy; then each reads once more, untimed, into a hash, and all hashes have to be equal. Prints medians,
 * peak memory (RSS) and ratios to the fastest of npm.
 *
 *   node tools/bench/xlsx-read.ts [--rows 100000] [--large 400000] [--rounds 5] [--kind shared|inline]
 */
import { execFileSync } from "node:child_process"
import { createHash } from "node:crypto"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import type { readBook as ReadBookFunction } from "../../src/platform/spreadsheet/read-workbook.ts"
import type { RowView } from "../../src/platform/spreadsheet/row-view.ts"
import { textWorkbook, type TextKind } from "./xlsx-text-file.ts"

/** Takes the texts of all cells, row by row. */
interface Texts {
  add(text: string): void
}

/** Looks at every text, at next to no cost. */
class TextSum implements Texts {
  sum = 0

  add(text: string): void {
    this.sum = (this.sum + text.length + text.charCodeAt(text.length >> 1)) | 0
  }
}

class TextHash implements Texts {
  readonly #hash = createHash("sha256")
  #texts: string[] = []
  cells = 0

  add(text: string): void {
    this.cells++
    if (this.#texts.push(text) === 8192) this.#flush()
  }

  end(): string {
    this.#flush()
    return this.#hash.digest("hex")
  }

  #flush(): void {
    this.#hash.update(this.#texts.join("\u001f"))
    this.#hash.update("\u001f")
    this.#texts = []
  }
}

type Read = (path: string, into: Texts) => Promise<void>
/** Loads the reader's code, which is not timed, and gives what reads. */
type Reader = () => Promise<Read>

function addRows(rows: Iterable<readonly unknown[]>, texts: Texts): void {
  for (const row of rows) for (const value of row) texts.add(String(value))
}

async function scanOurs(
  readBook: typeof ReadBookFunction,
  path: string,
  texts: Texts,
): Promise<void> {
  const nothing = () => undefined
  const sheet = {
    row(row: RowView) {
      for (let cell = 0; cell < row.count; cell++) texts.add(row.text(cell))
    },
    merge: nothing,
    hiddenColumn: nothing,
  }
  const read = await readBook(readFileSync(path), path, { sheet: () => sheet }, Infinity)
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
}

const READERS: Readonly<Record<string, Reader>> = {
  "ours, row by row": async () => {
    const { readBook } = await import("../../src/platform/spreadsheet/read-workbook.ts")
    return (path, texts) => scanOurs(readBook, path, texts)
  },
  "hucre, row by row": async () => {
    const { streamXlsxRows } = await import("hucre")
    return async (path, texts) => {
      for await (const row of streamXlsxRows(readFileSync(path))) addRows([row.values], texts)
    }
  },
  hucre: async () => {
    const { readXlsx } = await import("hucre")
    return async (path, texts) => {
      const book = await readXlsx(readFileSync(path))
      for (const { rows } of book.sheets) addRows(rows, texts)
    }
  },
  "read-excel-file": async () => {
    const { readSheet } = await import("read-excel-file/node")
    return async (path, texts) => addRows(await readSheet(path), texts)
  },
  "@e965/xlsx": async () => {
    const { read } = await import("@e965/xlsx")
    return async (path, texts) => {
      const book = read(readFileSync(path), { type: "buffer", dense: true, cellText: false })
      for (const name of book.SheetNames)
        for (const row of book.Sheets[name]?.["!data"] ?? [])
          for (const cell of row) texts.add(String(cell.v))
    }
  },
  "exceljs, row by row": async () => {
    const { default: exceljs } = await import("exceljs")
    const options = { sharedStrings: "cache", worksheets: "emit", styles: "cache" } as const
    return async (path, texts) => {
      for await (const sheet of new exceljs.stream.xlsx.WorkbookReader(path, options))
        for await (const row of sheet) addRows([(row.values as unknown[]).slice(1)], texts)
    }
  },
}
const OURS = "ours, row by row"

interface Measure {
  readonly ms: number
  readonly rssMb: number
  readonly hash: string
  readonly cells: number
}

async function measureHere(name: string, path: string): Promise<void> {
  const read = await READERS[name]?.()
  const seen = new TextSum()
  const started = performance.now()
  await read?.(path, seen)
  const ms = performance.now() - started
  const rssMb = process.resourceUsage().maxRSS / 1024
  const hash = new TextHash()
  await read?.(path, hash)
  const measured: Measure = { ms, rssMb, hash: hash.end(), cells: hash.cells }
  console.log(JSON.stringify(measured))
}

function measure(name: string, path: string): Measure {
  const flags = ["--disable-warning=ExperimentalWarning", fileURLToPath(import.meta.url)]
  const argv = [...flags, "--reader", name, "--file", path]
  return JSON.parse(execFileSync(process.execPath, argv, { encoding: "utf8" })) as Measure
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
}

interface Plan {
  readonly rows: number
  readonly kind: TextKind
  readonly rounds: number
  readonly names: readonly string[]
}

function compare(folder: string, { rows, kind, rounds, names }: Plan): void {
  const path = join(folder, `${rows}-${kind}.xlsx`)
  writeFileSync(path, textWorkbook(rows, kind))
  const all = new Map<string, Measure[]>(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round++)
    for (const name of names) all.get(name)?.push(measure(name, path))
  const medians = new Map([...all].map(([name, list]) => [name, median(list.map(({ ms }) => ms))]))
  const rivals = [...medians].filter(([name]) => name !== OURS).map(([, ms]) => ms)
  const best = Math.min(...rivals)
  const megabytes = (readFileSync(path).length / 1024 ** 2).toFixed(1)
  console.log(`${rows} rows of 10 texts, ${kind} strings, ${megabytes} MB, ${rounds} rounds:`)
  for (const [name, list] of all) {
    const ms = medians.get(name) ?? Number.NaN
    const rss = median(list.map(({ rssMb }) => rssMb))
    const ratio = rivals.length > 0 ? `  ${(best / ms).toFixed(2)} x the fastest of npm` : ""
    console.log(`  ${name.padEnd(20)} ${(ms / 1000).toFixed(2)} s  ${rss.toFixed(0)} MB${ratio}`)
  }
  const results = new Set([...all.values()].flat().map(({ hash, cells }) => `${cells} ${hash}`))
  console.log(
    `  ${results.size === 1 ? "all texts equal" : "TEXTS DIFFER"}: ${[...results].join(", ")}`,
  )
  if (results.size > 1) process.exitCode = 1
}

const { values } = parseArgs({
  options: {
    rows: { type: "string" },
    large: { type: "string" },
    rounds: { type: "string" },
    kind: { type: "string" },
    reader: { type: "string" },
    file: { type: "string" },
  },
})
if (values.reader !== undefined && values.file !== undefined)
  await measureHere(values.reader, values.file)
else {
  const folder = mkdtempSync(join(tmpdir(), "payung-bench-xlsx-"))
  const rounds = Number(values.rounds ?? 5)
  const kinds: TextKind[] =
    values.kind === undefined ? ["shared", "inline"] : [values.kind as TextKind]
  try {
    for (const kind of kinds) {
      const plan = {
        kind,
        rounds,
        rows: Number(values.rows ?? 100_000),
        names: Object.keys(READERS),
      }
      compare(folder, plan)
      // Ours alone: what does memory do when there are more rows?
      compare(folder, { ...plan, rows: Number(values.large ?? 400_000), names: [OURS] })
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

// Makes office lists that the product has never seen, with a key of what is true:
//   node tools/messy/make.ts DIR [--seed 1] [--layouts 200] [--areas law/…/areas.yaml]
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { seededRandom, type Random } from "../example-random.ts"
import { Clerk, type Layout } from "./clerk.ts"
import type { Grid } from "./grid.ts"
import { UNKNOWN_ROW } from "./key.ts"
import type { FileKey, MessyKey, SheetKey, TableKey, TenantKey } from "./key.ts"
import { notesGrid, recapGrid } from "./surroundings.ts"
import type { SheetDraft } from "./table.ts"
import { bothTenants } from "./tenants.ts"
import { firstColumn } from "./write-docx.ts"
import { isPrintable } from "./write-pdf.ts"
import { drawFormat, isShown, writeGrids, type FileFormat } from "./write-file.ts"

export const READ_ON = "2025-11-15"

export interface MessyLists {
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly key: MessyKey
}

/** Every file hangs on the seed and its own number only, so one can be made again alone. */
export async function makeMessy(
  seed: number,
  layouts: number,
  tenants: readonly TenantKey[] = bothTenants(),
): Promise<MessyLists> {
  const files = new Map<string, Uint8Array>()
  const keys: FileKey[] = []
  for (let number = 0; number < layouts; number++) {
    const { key, bytes } = await makeList(seed, number, tenants)
    files.set(key.file, bytes)
    keys.push(key)
  }
  return { files, key: { seed, on: READ_ON, tenants, files: keys } }
}

export async function makeList(
  seed: number,
  number: number,
  tenants: readonly TenantKey[],
): Promise<{ readonly key: FileKey; readonly bytes: Uint8Array }> {
  const random = seededRandom((seed * 1_000_003 + number * 7919) >>> 0)
  for (let skipped = 0; skipped < 8; skipped++) random.next()
  const clerk = new Clerk(random, tenants[number % tenants.length]!)
  const drafts = clerk.sheets()
  hideRows(drafts, random)
  hideColumn(drafts, random)
  const others = otherSheets(clerk)
  const printed = PRINTED.includes(clerk.layout)
  const drawn = drawFormat(random, drafts.length + others.length, printed)
  const isPdf = drawn === "pdf" && drafts.every(({ grid }) => isPrintable(grid))
  const format = drawn === "pdf" && !isPdf ? "docx" : drawn
  const sheets = [...drafts.map((draft) => sheetKey(draft, format)), ...others.map(otherKey)]
  const grids = [...drafts.map(({ grid }) => grid), ...others]
  const key = {
    file: `${String(number + 1).padStart(3, "0")} ${fileName(clerk)}.${format}`,
    tenant: clerk.tenant.id,
    layout: clerk.layout,
    sheets,
  }
  return { key, bytes: await writeGrids(grids, format, random) }
}

/** Somebody filtered the list before it was sent. */
function hideRows(drafts: readonly SheetDraft[], random: Random): void {
  if (!random.chance(0.1)) return
  for (const { grid, people } of drafts)
    for (const { row } of people)
      if (random.chance(0.1) && row !== UNKNOWN_ROW) grid.rows[row - 1]!.hidden = true
}

/** A column that was in the way of printing. */
function hideColumn(drafts: readonly SheetDraft[], random: Random): void {
  if (!random.chance(0.1)) return
  const field = random.pick(["kk", "rt", "mother_name", "nik"])
  for (const { grid, tables } of drafts) {
    const column = tables[0]?.columns[field]
    // Below it another table may say something else in that column: who hides that, sees no list.
    const isAlike = tables.every((table) => table.columns[field] === column)
    if (column !== undefined && isAlike) grid.hiddenColumns.push(column)
  }
}

/** Of what fits on paper one table a page is drawn, so that its columns are known. */
const PRINTED: readonly Layout[] = [
  "flat",
  "rt-sections",
  "area-sections",
  "printed-pages",
  "forms",
]

function sheetKey(draft: SheetDraft, format: FileFormat): SheetKey {
  const { grid, people, nobody } = draft
  const hidden = (row: number) => !isShown(format) && (grid.rows[row - 1]?.hidden ?? false)
  const isPaper = format === "docx" || format === "pdf"
  return {
    name: isShown(format) ? "" : grid.name,
    kind: "list",
    tables: isPaper ? paperTables(draft) : draft.tables,
    people: people.map((person) => ({
      ...person,
      row: isPaper ? UNKNOWN_ROW : person.row,
      hidden: hidden(person.row),
    })),
    nobody: isPaper ? [] : [...nobody].sort((a, b) => a - b),
  }
}

/** A table on paper begins at its first filled column, and its rows have no numbers. */
function paperTables({ grid, tables }: SheetDraft): TableKey[] {
  const left = firstColumn(grid)
  const moved = (columns: Readonly<Record<string, number>>): Record<string, number> =>
    Object.fromEntries(Object.entries(columns).map(([field, column]) => [field, column - left]))
  const [first, ...more] = tables.map(({ columns, others, labels }) => ({
    headerRows: [],
    columns: moved(columns),
    others: others.map((column) => column - left),
    labels: Object.fromEntries(
      Object.entries(labels).map(([column, label]) => [String(Number(column) - left), label]),
    ),
  }))
  // Pages repeat the first table's columns.
  return first === undefined ? [] : [first, ...more.map((table) => ({ ...table, columns: {} }))]
}

function otherSheets(clerk: Clerk): Grid[] {
  const { random } = clerk
  const areas = clerk.tenant.districts.flatMap((district) => district.areas)
  const grids: Grid[] = []
  if (random.chance(0.12))
    grids.push(
      recapGrid(
        random,
        areas.map(({ name }) => name),
      ),
    )
  if (random.chance(0.08)) grids.push(notesGrid(random))
  if (random.chance(0.05)) {
    const [draft] = clerk.sheets()
    // Last year's list, hidden and forgotten.
    if (draft) grids.push({ ...draft.grid, name: "lama", hidden: true })
  }
  return grids
}

function otherKey(grid: Grid): SheetKey {
  const kind = grid.hidden ? "hidden" : grid.rows.length === 6 ? "notes" : "recap"
  return { name: grid.name, kind, tables: [], people: [], nobody: [] }
}

function fileName({ random, area, letterhead }: Clerk): string {
  const office = area === null ? letterhead.agency : `Kel. ${area.name}`
  return random.pick([
    `Data pekerja rentan ${office}`,
    `usulan bpjstk ${office} (1)`,
    `${office} - FIX kirim`,
    `Copy of daftar nama ${office}`,
    `WhatsApp ${office} 2025-09-12`,
  ])
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seed: { type: "string", default: "1" },
      layouts: { type: "string", default: "200" },
      areas: { type: "string" },
    },
  })
  const folder = positionals[0]
  if (folder === undefined) {
    process.stderr.write(
      "make.ts: say where: node tools/messy/make.ts DIR [--seed N] [--layouts N]\n",
    )
    process.exitCode = 2
  } else {
    const made = await makeMessy(
      Number(values.seed),
      Number(values.layouts),
      bothTenants(values.areas),
    )
    // The key lies beside the lists, never among them.
    mkdirSync(join(folder, "lists"), { recursive: true })
    for (const [name, bytes] of made.files) writeFileSync(join(folder, "lists", name), bytes)
    writeFileSync(join(folder, "key.json"), `${JSON.stringify(made.key)}\n`)
    process.stdout.write(`${made.files.size} lists and key.json in ${folder}\n`)
  }
}

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterEach, beforeEach, expect, test } from "vitest"
import { readBatch, type IntakeTables } from "../modules/intake/index.ts"
import { TABLES } from "../modules/intake/intake.testing.ts"
import { readConfig } from "../platform/config.ts"
import { filesBelow } from "./cycle-inputs.load.ts"
import { readInputs } from "./load-cycle.load.ts"
import { runMemory, type RunMemory } from "./run-memory.job.ts"

// Real lists through the real reader: what is remembered has to be what would be read.
const checkout = join(dirname(fileURLToPath(import.meta.url)), "../..")
const example = join(checkout, "example/balikpapan-2026")
let home: string

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "payung-memory-"))
})

afterEach(() => rmSync(home, { recursive: true, force: true }))

function open(): RunMemory {
  const config = readConfig({ PAYUNG_HOME: home }, checkout)
  if (!config.ok) throw new Error("config")
  return runMemory(config.value)
}

async function readAll(memory: RunMemory | null, tablesKey = "1", change?: Partial<IntakeTables>) {
  const read = await readInputs(filesBelow(example, "usulan"), memory?.files ?? null)
  const tables = { ...TABLES, ...change }
  const reading = memory === null ? {} : { memory: memory.readings(tablesKey) }
  const { firstOf: _, ...batch } = readBatch(read.lists, [], { ...tables, ...reading })
  return { lists: read.lists, batch }
}

test("lists that are remembered say what they say when they are read", async () => {
  const plain = await readAll(null)
  const cold = open()
  expect(await readAll(cold)).toEqual(plain)
  expect(cold.files.recalled()).toBe(0)
  const warm = open()
  // Twice, because later steps write into the rows that they are given.
  expect(await readAll(warm)).toEqual(plain)
  expect(await readAll(warm)).toEqual(plain)
  expect(warm.files.recalled()).toBe(2 * plain.lists.length)
})

test("entries that were damaged are read again", async () => {
  const plain = await readAll(null)
  await readAll(open())
  const folder = join(home, "cache")
  for (const [index, name] of readdirSync(folder).entries()) {
    const bytes = readFileSync(join(folder, name))
    bytes[index % bytes.length] = (bytes[index % bytes.length] ?? 0) ^ 0xff
    writeFileSync(join(folder, name), bytes)
  }
  const damaged = open()
  expect(await readAll(damaged)).toEqual(plain)
  expect(damaged.files.recalled()).toBe(0)
})

test("other tables read the lists again", async () => {
  // Another tenant's rows have other ids.
  const change = { tenantId: TABLES.tenantId + 1 }
  const memory = open()
  await readAll(memory)
  const other = await readAll(memory, "2", change)
  expect(other).toEqual(await readAll(null, "2", change))
  expect(other).not.toEqual(await readAll(null))
})

test("nothing of a person can be read in what is kept", async () => {
  await readAll(open())
  const kept = readdirSync(join(home, "cache"))
  expect(kept.length).toBeGreaterThan(5)
  for (const name of kept)
    expect(readFileSync(join(home, "cache", name), "latin1")).not.toMatch(/\d{16}/)
})

import { fileURLToPath } from "node:url"
import { sql } from "kysely"
import { afterAll, beforeAll, expect, test } from "vitest"
import { testDatabase, type Database } from "../../platform/testing/index.ts"
import { operatorClaim, withClaim, type SignedClaim } from "../access/index.ts"
import { testClaim } from "../access/testing.ts"
import { buildLawBook, type LawFile } from "./law-book.ts"
import type { LawBook } from "./law.ts"
import { storeLaw } from "./load-law.command.ts"
import { readLawFiles } from "./load-law.load.ts"
import { readLawBook } from "./read-law-book.job.ts"

const LAW = fileURLToPath(new URL("../../../law", import.meta.url))
const CODE = "64.71-balikpapan"
const wanted = { tenantId: 6471, code: CODE }

let database: Database
let signed: SignedClaim
let files: readonly LawFile[]
let book: LawBook

beforeAll(async () => {
  database = await testDatabase()
  signed = await testClaim(database)
  const read = readLawFiles(LAW, CODE)
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  files = read.value
  book = build(files)
})
afterAll(async () => await database?.close())

test("before the first load there is no law", async () => {
  const refused = await withClaim(database.app, signed, (tx) => readLawBook(tx, wanted))
  expect(refused).toMatchObject({ ok: false, refusal: { kind: "law_not_stored" } })
})

const valueCount = () => [...book.series.values()].flatMap((series) => series.values).length

test("files, database and back give the same book and version", async () => {
  expect(await store(book)).toEqual({
    version: book.version,
    changed: true,
    newValues: valueCount(),
  })
  expect(await stored()).toEqual(book)
})

test("the second load changes nothing, the log neither", async () => {
  const before = await countRows()
  expect(await store(book)).toMatchObject({ changed: false })
  expect(await countRows()).toEqual(before)
  expect(before).toMatchObject({ adoption: 1n, area: 40n, cycle: 1n, entry: 1n, pack: 1n })
})

test("a new value makes a new version, and the old one can still be read", async () => {
  const changed = build(
    files.map((file) => ({ ...file, content: replaceIn(file.content, "3475595", "3475594") })),
  )
  expect(changed.version).not.toBe(book.version)
  expect(await store(changed)).toMatchObject({ changed: true, newValues: 1 })
  expect((await stored()).version).toBe(changed.version)
  expect(await stored(book.version)).toEqual(book)
})

test("going back to the older text is an adoption and no new value", async () => {
  expect(await store(book)).toMatchObject({ changed: true, newValues: 0 })
  expect((await stored()).version).toBe(book.version)
  expect(await countRows()).toMatchObject({
    adoption: 3n,
    pack: 2n,
    value: BigInt(valueCount() + 1),
    entry: 3n,
  })
})

test("the application can neither change nor remove a value", async () => {
  for (const statement of [
    "update law.value set status = 'confirmed'",
    "delete from law.value",
    "delete from law.adoption",
    "update law.pack set bytes = ''",
  ]) {
    const attempt = withClaim(database.app, signed, (tx) => sql.raw(statement).execute(tx))
    await expect(attempt).rejects.toThrow(/permission denied/)
  }
})

test("altered rows are found by the hash", async () => {
  const client = await database.migrator.connect()
  try {
    await client.query("begin; set local role payung_owner")
    await client.query("alter table law.value no force row level security")
    const changed = await client.query(
      "update law.value set status = 'confirmed' where series = 'umk' and status = 'likely'",
    )
    expect(changed.rowCount).toBe(2)
    await client.query("alter table law.value force row level security; commit")
  } finally {
    client.release(true)
  }
  const refused = await withClaim(database.app, signed, (tx) => readLawBook(tx, wanted))
  expect(refused).toEqual({ ok: false, refusal: { kind: "law_altered", version: book.version } })
})

test("another tenant sees nothing of it", async () => {
  const other = await testClaim(database, { tenant: 6472 })
  const rows = await withClaim(database.app, other, (tx) =>
    sql<{ n: bigint }>`select count(*) as n from law.value`.execute(tx),
  )
  expect(rows.rows[0]?.n).toBe(0n)
})

test("who may not load law is refused", async () => {
  const claim = { ...operatorClaim(6471, 9_999_999_999), roles: [] }
  const refused = await storeLaw(contextFor({ claim }), book)
  expect(refused).toMatchObject({ ok: false, refusal: { code: "ACTION_NOT_ALLOWED" } })
})

let entries = 0

function contextFor(changes: object = {}) {
  const claim = operatorClaim(6471, 9_999_999_999)
  const nowMs = Date.UTC(2025, 10, 15)
  const random = new Uint8Array(10).fill(++entries)
  return { db: database.app, claim, signed, nowMs, random, ...changes }
}

async function store(one: LawBook) {
  const result = await storeLaw(contextFor(), one)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

async function stored(version?: string): Promise<LawBook> {
  const asked = version === undefined ? wanted : { ...wanted, version }
  const result = await withClaim(database.app, signed, (tx) => readLawBook(tx, asked))
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

async function countRows() {
  const counts = await withClaim(database.app, signed, (tx) =>
    sql`select (select count(*) from law.adoption) as adoption,
      (select count(*) from law.area) as area, (select count(*) from law.cycle) as cycle,
      (select count(*) from law.value) as value, (select count(*) from law.pack) as pack,
      (select count(*) from law.funding_line) as line,
      (select count(*) from law.office_sector) as sector,
      (select count(*) from audit.entry) as entry`.execute(tx),
  )
  return counts.rows[0]
}

function build(from: readonly LawFile[]): LawBook {
  const built = buildLawBook(CODE, from)
  if (!built.ok) throw new Error(JSON.stringify(built.refusal))
  return built.value
}

function replaceIn(content: unknown, from: string, to: string): unknown {
  return JSON.parse(JSON.stringify(content).replaceAll(from, to))
}

import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { sql } from "kysely"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { Database } from "./db.ts"
import { DatabaseUnreachable, openDatabase } from "./db.ts"
import { testDatabase } from "./testing/index.ts"

let database: Database
const home = mkdtempSync(join(tmpdir(), "payung-db-"))

beforeAll(async () => {
  database = await testDatabase()
})

afterAll(async () => {
  await database.close()
  rmSync(home, { recursive: true })
})

describe("column types", () => {
  test.each<[string, unknown]>([
    ["9007199254740993::bigint", 9007199254740993n],
    ["array[1, null]::bigint[]", [1n, null]],
    ["1.10::numeric", "1.10"],
    ["date '2026-03-21'", "2026-03-21"],
    ["array[date '2026-03-21']", ["2026-03-21"]],
    ["timestamp '2026-03-21 08:00'", "2026-03-21 08:00:00"],
    ["timestamptz '2026-03-21 08:00+08'", new Date("2026-03-21T00:00:00Z")],
    ["7::integer", 7],
    ["count(*)", 1n],
  ])("%s", async (expression, expected) => {
    const found = await sql<{ value: unknown }>`select ${sql.raw(expression)} as value`.execute(
      database.app,
    )
    expect(found.rows[0]?.value).toEqual(expected)
  })

  test("a bigint goes in unrounded", async () => {
    const found = await sql<{ value: bigint }>`
      select ${9007199254740993n}::bigint as value`.execute(database.app)
    expect(found.rows[0]?.value).toBe(9007199254740993n)
  })
})

describe("openDatabase", () => {
  test.each([
    ["no server", "postgres://postgres:rahasia@127.0.0.1:1/payung"],
    ["no such host", "postgres://postgres:rahasia@nowhere.invalid:5432/payung"],
  ])("%s is DatabaseUnreachable, without the password", async (_what, adminUrl) => {
    const failure = await openDatabase({ adminUrl, home }).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(DatabaseUnreachable)
    expect(String(failure)).not.toContain("rahasia")
  })
})

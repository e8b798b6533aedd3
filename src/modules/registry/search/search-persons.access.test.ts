import { afterAll, beforeAll, expect, test } from "vitest"
import { withClaimOnPool } from "../../access/index.ts"
import { nikNumber } from "../testing.ts"
import { testRegistry, type TestRegistry } from "./search.testing.ts"

let registry: TestRegistry

beforeAll(async () => {
  registry = await testRegistry()
  const kk = ["6471052001109001", "6471052001109002"]
  await registry.run([{ name: "SOEKARDI", nik: nikNumber(1), kk, phones: ["089900000001"] }])
})

afterAll(() => registry.database.close())

test("searching needs a role that may read the registry", async () => {
  const context = await registry.as({ roles: [] })
  expect(await registry.search("sukardi", {}, context)).toMatchObject({
    ok: false,
    refusal: { kind: "not_allowed", refusal: { action: "registry.read" } },
  })
})

test.each(["sukardi", "sukadri", nikNumber(1), "6471052001109001", "089900000001", "647105"])(
  "another tenant does not find %s",
  async (text) => {
    const context = await registry.as({ tenant: 6472 })
    const nobody = { ok: true, value: { year: null, found: [], next: null } }
    expect(await registry.search(text, {}, context)).toEqual(nobody)
  },
)

const TABLES = ["search_part", "search_person", "search_number", "search_word", "search_form"]

test.each(TABLES)("another tenant sees no row of %s, its own one does", async (table) => {
  const counts = [6471, 6472].map(async (tenant) => {
    const { signed } = await registry.as({ tenant })
    return await withClaimOnPool(registry.database.appPool, signed, async (client) => {
      return (await client.query(`select from registry.${table}`)).rowCount
    })
  })
  const [own, other] = await Promise.all(counts)
  expect(own).toBeGreaterThan(0)
  expect(other).toBe(0)
})

test("another tenant empties nothing, and the application may not empty at all", async () => {
  const { signed } = await registry.as({ tenant: 6472 })
  const { loader, appPool } = registry.database
  const emptying = "select registry.empty_old_search('pekerja-rentan', 2026) as emptied"
  const emptied = await withClaimOnPool(loader, signed, (client) => client.query(emptying))
  expect(emptied.rows).toEqual([{ emptied: 0 }])
  const attempt = withClaimOnPool(appPool, signed, (client) => client.query(emptying))
  await expect(attempt).rejects.toThrow("permission denied")
})

test("a cursor of another tenant's page opens nothing", async () => {
  const context = await registry.as({ tenant: 6472 })
  const cursor = { runId: "00000000-0000-8000-8000-000000000000", after: 20 }
  expect(await registry.search("sukardi", { cursor }, context)).toMatchObject({
    refusal: { kind: "page_gone" },
  })
})

import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { withClaimOnPool } from "../../access/index.ts"
import { batchRoot } from "../../audit/index.ts"
import { nikNumber } from "../testing.ts"
import type { SearchOrder } from "./search-persons.command.ts"
import { testRegistry, type Listed, type TestRegistry } from "./search.testing.ts"

let registry: TestRegistry

const PEOPLE: readonly Listed[] = [
  { name: "SITI NURJANAH", nik: nikNumber(1), kk: ["6471052001100001"], phones: ["089900000001"] },
  { name: "SOEKARDI", nik: nikNumber(2), kk: ["6471052001100001", "6471052001109002"] },
  { name: "SUKARDI WIJAYA", nik: nikNumber(3, "010175"), phones: ["089900000003", "0542739901"] },
  { name: "MUHAMMAD RIZAL", nik: nikNumber(4) },
  { name: "Ma'mun \\ Ü", phones: ["089900000005"] },
  ...Array.from({ length: 45 }, (_, at) => ({
    name: `BUDI WARGA${"AEIOU"[at % 5]}`,
    nik: nikNumber(100 + at),
  })),
]

beforeAll(async () => {
  registry = await testRegistry()
})

afterAll(() => registry.database.close())

async function names(text: string, order: Partial<SearchOrder> = {}): Promise<string[]> {
  const answer = await registry.search(text, order)
  if (!answer.ok) throw new Error(answer.refusal.kind)
  return answer.value.found.map(({ person }) => person.name)
}

test("before the first run nobody is found, and the look is in the log all the same", async () => {
  const answer = await registry.search("siti")
  expect(answer).toEqual({ ok: true, value: { year: null, found: [], next: null } })
  const { signed } = await registry.as()
  const looks = await withClaimOnPool(registry.database.appPool, signed, (client) =>
    client.query("select from audit.entry where action = 'registry.read'"),
  )
  expect(looks.rowCount).toBe(1)
})

describe("persons of a run", () => {
  beforeAll(() => registry.run(PEOPLE))

  test.each([
    ["siti nurjanah", ["SITI NURJANAH"]],
    ["siti nurjnaah", ["SITI NURJANAH"]],
    ["Nurjanah, Siti", ["SITI NURJANAH"]],
    ["sukardi", ["SOEKARDI", "SUKARDI WIJAYA"]],
    ["Soekardi", ["SOEKARDI", "SUKARDI WIJAYA"]],
    ["soekadri widjaja", ["SUKARDI WIJAYA"]],
    ["moh. rizal", ["MUHAMMAD RIZAL"]],
    ["mamun", ["Ma'mun \\ Ü"]],
    [nikNumber(2), ["SOEKARDI"]],
    ["6471 0517 0880 9001", ["SITI NURJANAH"]],
    ["6471052001100001", ["SITI NURJANAH", "SOEKARDI"]],
    ["6471052001109002", ["SOEKARDI"]],
    ["089900000001", ["SITI NURJANAH"]],
    ["+62 899-0000-0001", ["SITI NURJANAH"]],
    ["89900000003", ["SUKARDI WIJAYA"]],
    ["0542 739 901", ["SUKARDI WIJAYA"]],
    ["64710501", ["SUKARDI WIJAYA"]],
    ["759003", ["SUKARDI WIJAYA"]],
    ["809004", ["MUHAMMAD RIZAL"]],
    ["999999", []],
    ["6471059999999999", []],
    ["zzzzzz", []],
  ])("%s", async (text, found) => expect((await names(text)).sort()).toEqual([...found].sort()))

  test("are shown as they stand", async () => {
    const answer = await registry.search("siti nurjanah")
    expect(answer).toMatchObject({
      value: {
        year: 2026,
        found: [
          {
            likeness: 1,
            person: {
              name: "SITI NURJANAH",
              nik: nikNumber(1),
              kk: "6471052001100001",
              phone: "089900000001",
              birthDate: "1980-08-17",
              sex: "L",
              areaCode: "64.71.01.1001",
            },
          },
        ],
      },
    })
  })

  test.each(["budi", "647105170880"])("%s comes page by page, each once", async (text) => {
    const seen: string[] = []
    let cursor: SearchOrder["cursor"] = null
    for (let page = 0; page < 9; page++) {
      const answer = await registry.search(text, { cursor, limit: 20 })
      if (!answer.ok) throw new Error(answer.refusal.kind)
      seen.push(...answer.value.found.map(({ person }) => person.personId))
      cursor = answer.value.next
      if (cursor === null) break
    }
    expect(seen.length).toBeGreaterThanOrEqual(45)
    expect(new Set(seen).size).toBe(seen.length)
  })

  test("another year has nobody, and the year itself has", async () => {
    expect(await names("sukardi", { year: 2025 })).toEqual([])
    expect(await names("sukardi", { year: 2026 })).toHaveLength(2)
  })

  test("every look is in the log: who, why, at whom, and nothing of what was typed", async () => {
    const context = await registry.as()
    const answer = await registry.search("soekardi", { purpose: "aduan 12" }, context)
    if (!answer.ok) throw new Error("refused")
    const entries = await withClaimOnPool(registry.database.appPool, context.signed, (client) =>
      client.query<{ content: string }>(
        "select convert_from(bytes, 'UTF8') as content from audit.entry order by arrival",
      ),
    )
    const mine = entries.rows.map(({ content }) => content).filter((text) => /aduan 12/.test(text))
    expect(mine).toHaveLength(1)
    const ids = answer.value.found.map(({ person }) => person.personId)
    expect(mine[0]).toContain("action=registry.read\n")
    expect(mine[0]).toContain(`batch_root=${batchRoot(ids)}\n`)
    expect(mine[0]).not.toMatch(/soekardi/i)
  })
})

test("the vocabulary follows a changed run, and an unchanged one writes nothing", async () => {
  const first = await registry.search("budi", { limit: 5 })
  if (!first.ok) throw new Error("refused")
  await registry.run(PEOPLE)
  expect(await parts()).toHaveLength(1)
  await registry.run([...PEOPLE.slice(1), { name: "TJIPTO BAROE", nik: nikNumber(900) }])
  expect(await names("siti nurjanah")).toEqual([])
  expect(await names(nikNumber(1))).toEqual([])
  expect(await names("cipto baru")).toEqual(["TJIPTO BAROE"])
  expect(await registry.search("budi", { cursor: first.value.next })).toMatchObject({
    refusal: { kind: "page_gone" },
  })
  expect(await words("nurjanah")).toBe(1)
  await registry.run([{ name: "SENDIRI" }])
  expect(await words("nurjanah")).toBe(0)
  expect(await parts()).toHaveLength(2)
  expect(await names("sendiri")).toEqual(["SENDIRI"])
  await registry.run([])
  expect(await names("sendiri")).toEqual([])
})

test("row security leaves the indexes in use", async () => {
  await registry.run(PEOPLE)
  const { signed } = await registry.as()
  const plans = await withClaimOnPool(registry.database.appPool, signed, async (client) => {
    await client.query("set local enable_seqscan = off")
    const run = "(select run_id from registry.search_part limit 1)"
    const wheres = [
      `search_word where run_id = ${run} and word = 'budi'`,
      `search_form where run_id = ${run} and form = any ('{budi,bdi}')`,
      `search_person where run_id = ${run} and number = any ('{1,2}')`,
      "search_person where nik = '6471051708809001'",
      "search_person where nik >= '647105' and nik < '647105:'",
      "search_person where kk = '6471051708809001'",
      "search_person where phone = '089900000001'",
    ]
    const found: string[] = []
    for (const where of wheres) {
      const plan = await client.query(`explain (format json) select from registry.${where}`)
      found.push(JSON.stringify(plan.rows))
    }
    return found
  })
  for (const plan of plans) expect(plan).toMatch(/Index Cond/)
})

async function parts(): Promise<unknown[]> {
  const { signed } = await registry.as()
  return await withClaimOnPool(registry.database.appPool, signed, async (client) => {
    return (await client.query("select from registry.search_part")).rows
  })
}

async function words(word: string): Promise<number> {
  const { signed } = await registry.as()
  return await withClaimOnPool(registry.database.appPool, signed, async (client) => {
    const found = await client.query("select from registry.search_word where word = $1", [word])
    return found.rowCount ?? 0
  })
}

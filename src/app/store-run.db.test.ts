import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, expect, test } from "vitest"
import { contentId } from "../kernel/id.ts"
import { operatorClaim, withClaimOnPool, type SignedClaim } from "../modules/access/index.ts"
import { testClaim } from "../modules/access/testing.ts"
import { insertRun } from "../modules/intake/index.ts"
import { loadLawBook, storeLaw } from "../modules/law/index.ts"
import { loadDelta, type DeltaTable } from "../platform/delta.ts"
import { testDatabase, type Database } from "../platform/testing/index.ts"

// What the database itself refuses, whatever the application would try.
const checkout = join(dirname(fileURLToPath(import.meta.url)), "../..")
const cycle = { tenantId: 6471, programmeCode: "pekerja-rentan", year: 2026 }
const counts = { read: 2, accepted: 1, repaired: 1, set_aside: 0, ignored: 0 }
let database: Database
let signed: SignedClaim
let lawVersion: string
let seq = 0

beforeAll(async () => {
  database = await testDatabase()
  signed = await testClaim(database)
  const book = loadLawBook(join(checkout, "law"), "64.71-balikpapan")
  if (!book.ok) throw new Error("the pack is not sound")
  const claim = operatorClaim(6471, 9_999_999_999)
  await storeLaw(
    { db: database.app, claim, signed, nowMs: 1_763_164_800_000, random: Buffer.alloc(10, 1) },
    book.value,
  )
  lawVersion = book.value.version
})

afterAll(() => database.close())

const ENTRY: DeltaTable = {
  parent: "selection.entry",
  current: "selection.current_entry",
  key: ["funding_line_id", "person_id"],
  columns: [
    "funding_line_id",
    "person_id",
    "nik",
    "priority_group",
    "rank",
    "lottery",
    "place",
    "cost_rupiah",
  ],
}

interface Place {
  readonly person: string
  readonly nik: string | null
  readonly place?: "selected" | "reserve" | "none"
}

const person = (name: string): string => contentId(6471, "person", name)
const LINE = "apbd-2026"

/** Stores a run whose list says `selected` people and `cost`. */
async function storeList(
  places: readonly Place[],
  list: { selected: number; cost: number; ceiling: number },
): Promise<void> {
  await withClaimOnPool(database.loader, signed, async (client) => {
    const next = seq + 1
    const run = {
      ...cycle,
      runId: contentId(6471, "run", String(next), String(Math.trunc(list.cost))),
    }
    const hash = "0".repeat(64)
    await insertRun(client, {
      ...run,
      seq: next,
      inputHash: hash,
      resultHash: hash,
      lawVersion,
      asOf: "2025-11-15",
      options: {},
      counts,
    })
    const rows = places.map(({ person: id, nik, place = "selected" }, index) => [
      LINE,
      id,
      nik,
      4,
      index + 1,
      1n,
      place,
      201_600,
    ])
    await loadDelta(client, ENTRY, run, rows)
    await client.query(
      `insert into selection.list (tenant_id, run_id, programme_code, year, funding_line_id, seed, selected, reserve, cost_rupiah, ceiling_rupiah)
       values ($1, $2, $3, $4, $5, 'x', $6, 0, $7, $8)`,
      [
        6471,
        run.runId,
        cycle.programmeCode,
        cycle.year,
        LINE,
        list.selected,
        list.cost,
        list.ceiling,
      ],
    )
  })
  seq++
}

const ani = { person: person("ani"), nik: "6471014101809001" }
const budi = { person: person("budi"), nik: "6471010101809002" }

test.each`
  what                                            | places                              | list                                                  | refusal
  ${"a list over its ceiling"}                    | ${[ani, budi]}                      | ${{ selected: 2, cost: 403_200, ceiling: 403_199 }}   | ${/list_check|cost_rupiah/}
  ${"a list that says more people than it has"}   | ${[ani]}                            | ${{ selected: 2, cost: 403_200, ceiling: 1_000_000 }} | ${/the list says/}
  ${"a list whose cost is not its entries' cost"} | ${[ani, budi]}                      | ${{ selected: 2, cost: 403_201, ceiling: 1_000_000 }} | ${/the list says/}
  ${"one number selected twice"}                  | ${[ani, { ...budi, nik: ani.nik }]} | ${{ selected: 2, cost: 403_200, ceiling: 1_000_000 }} | ${/entry_selected_once|duplicate|unique/}
  ${"a selected person without a number"}         | ${[{ ...ani, nik: null }]}          | ${{ selected: 1, cost: 201_600, ceiling: 1_000_000 }} | ${/check/}
`(
  "the database refuses $what",
  async ({
    places,
    list,
    refusal,
  }: {
    places: Place[]
    list: { selected: number; cost: number; ceiling: number }
    refusal: RegExp
  }) => {
    await expect(storeList(places, list)).rejects.toThrow(refusal)
  },
)

test("a sound list is stored, and a later run writes only what changed", async () => {
  await storeList([ani, budi], { selected: 2, cost: 403_200, ceiling: 1_000_000 })
  await storeList([ani, { ...budi, place: "reserve" }], {
    selected: 1,
    cost: 201_600,
    ceiling: 1_000_000,
  })
  const found = await withClaimOnPool(database.loader, signed, async (client) => {
    const all = await client.query<{ n: number }>("select count(*)::int as n from selection.entry")
    const now = await client.query<{ place: string }>(
      "select place from selection.current_entry order by rank",
    )
    return { rows: all.rows[0]?.n, places: now.rows.map((row) => row.place) }
  })
  expect(found).toEqual({ rows: 3, places: ["selected", "reserve"] })
})

test("the same number may not come back in another run under another person", async () => {
  const impostor = { person: person("cici"), nik: ani.nik }
  await expect(
    storeList([ani, impostor], { selected: 2, cost: 403_200, ceiling: 1_000_000 }),
  ).rejects.toThrow(/share a number|once/)
})

test("who left is marked gone, and no longer counts", async () => {
  await storeList([ani], { selected: 1, cost: 201_600, ceiling: 1_000_000 })
  const now = await withClaimOnPool(database.loader, signed, (client) =>
    client.query("select person_id from selection.current_entry"),
  )
  expect(now.rows).toEqual([{ person_id: ani.person }])
})

test("rows that do not add up are no run", async () => {
  const run = { ...cycle, runId: contentId(6471, "run", "unbalanced") }
  const hash = "0".repeat(64)
  const unbalanced = {
    ...run,
    seq: 99,
    inputHash: hash,
    resultHash: hash,
    lawVersion,
    asOf: "2025-11-15",
    options: {},
    counts: { ...counts, read: 3 },
  }
  await expect(
    withClaimOnPool(database.loader, signed, (client) => insertRun(client, unbalanced)),
  ).rejects.toThrow(/check/)
})

test("another tenant's claim sees nothing of it", async () => {
  const stranger = await testClaim(database, { tenant: 6472 })
  const seen = await withClaimOnPool(database.loader, stranger, (client) =>
    client.query("select * from selection.current_entry"),
  )
  expect(seen.rows).toEqual([])
})

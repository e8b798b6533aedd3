import { join } from "node:path"
import { contentId } from "../../../kernel/id.ts"
import { isNik } from "../../../kernel/nik.ts"
import { testDatabase, type Database } from "../../../platform/testing/index.ts"
import { operatorClaim, withClaimOnPool, type Claim } from "../../access/index.ts"
import { testClaim } from "../../access/testing.ts"
import { insertRun } from "../../intake/index.ts"
import { loadLawBook, storeLaw } from "../../law/index.ts"
import { storePeople } from "../person.queries.ts"
import { factsWith, personWith, rowWith } from "../testing.ts"
import { searchPersons, type SearchContext, type SearchOrder } from "./search-persons.command.ts"

const CYCLE = { tenantId: 6471, programmeCode: "pekerja-rentan", year: 2026 }

/** One invented person with what his rows say of him. */
export interface Listed {
  readonly name: string
  readonly nik?: string
  readonly kk?: readonly string[]
  readonly phones?: readonly string[]
}

export interface TestRegistry {
  readonly database: Database
  /** Stores a run of these people; its number. */
  readonly run: (people: readonly Listed[]) => Promise<number>
  /** The context of the operator, or of somebody else. */
  readonly as: (changes?: Partial<Claim>) => Promise<SearchContext>
  readonly search: (
    text: string,
    order?: Partial<SearchOrder>,
    context?: SearchContext,
  ) => ReturnType<typeof searchPersons>
}

export async function testRegistry(): Promise<TestRegistry> {
  const database = await testDatabase()
  const signed = await testClaim(database)
  const book = loadLawBook(join(import.meta.dirname, "../../../../law"), "64.71-balikpapan")
  if (!book.ok) throw new Error("the pack is not sound")
  const claim = operatorClaim(6471, 9_999_999_999)
  const nowMs = 1_763_164_800_000
  const law = { db: database.app, claim, signed, nowMs, random: Buffer.alloc(10, 99) }
  await storeLaw(law, book.value)
  let seq = 0
  let count = 1
  const random = (): Uint8Array => {
    const bytes = Buffer.alloc(10)
    bytes.writeUInt32BE(count++, 6)
    return bytes
  }
  const as: TestRegistry["as"] = async (changes = {}) => ({
    claim: { ...claim, ...changes },
    signed: await testClaim(database, changes),
    nowMs,
    random,
  })
  return {
    database,
    as,
    run: async (people) => {
      const run = { ...CYCLE, runId: contentId(6471, "run", String(++seq)) }
      const counts = { read: 0, accepted: 0, repaired: 0, set_aside: 0, ignored: 0 }
      const [inputHash, resultHash] = [String(seq).padStart(64, "0"), "0".repeat(64)]
      const told = { inputHash, resultHash, lawVersion: book.value.version, counts, options: {} }
      await withClaimOnPool(database.loader, signed, async (client) => {
        await insertRun(client, { ...run, seq, asOf: "2025-11-15", ...told })
        await storePeople(client, run, { ...assembled(people), asOf: "2025-11-15" })
      })
      return seq
    },
    search: async (text, order = {}, context) =>
      await searchPersons(database.appPool, context ?? (await as()), {
        ...{ text, purpose: "test", year: null, limit: 20, cursor: null },
        ...order,
      }),
  }
}

function assembled(people: readonly Listed[]) {
  const persons = people.map(({ name, nik = "", phones = [] }) =>
    personWith({
      personId: contentId(6471, "person", name, nik),
      name,
      nik: isNik(nik) ? nik : null,
      phone: phones[0] ?? "",
    }),
  )
  const rows = people.flatMap(({ name, nik = "", kk = [], phones = [] }, at) => {
    const person = persons[at]
    const count = Math.max(1, kk.length, phones.length)
    return Array.from({ length: count }, (_, row) => {
      const rowId = contentId(6471, "row", name, nik, String(row))
      const said = { kk: kk[row] ?? null, phone: phones[row] ?? "", nik: person?.nik ?? null }
      return { facts: factsWith({ row: rowWith({ rowId, name, ...said }) }), person }
    })
  })
  return {
    people: persons,
    facts: rows.map(({ facts }) => facts),
    personOf: new Map(rows.map(({ facts, person }) => [facts.row.rowId, person?.personId ?? ""])),
  }
}

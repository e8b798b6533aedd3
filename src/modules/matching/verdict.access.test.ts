import { afterAll, beforeAll, expect, test } from "vitest"
import { withClaimOnPool } from "../access/index.ts"
import { testClaim } from "../access/testing.ts"
import { CYCLE, testInbox, type TestInbox } from "../inbox/testing.ts"
import { givenVerdicts, insertVerdict, type NewVerdict } from "./verdict.queries.ts"

let inbox: TestInbox
const id = (last: number): string => `00000000-0000-8000-8000-${String(last).padStart(12, "0")}`

function verdict(last: number, more: Partial<NewVerdict> = {}): NewVerdict {
  return {
    verdictId: id(last),
    cycle: CYCLE,
    pair: {
      ...{ rowA: id(900), rowB: id(901), score: 0.5, weight: 0, linked: "review" },
      ...{ levels: ["nik=apart"], levelWeights: [], verdict: null },
      ...{ factsA: "a".repeat(64), factsB: "b".repeat(64) },
    },
    ...{ said: "same", reason: "kata RT", againstRegister: false, by: "operator@local" },
    ...{ office: "", at: new Date(0), follows: null },
    ...more,
  }
}

const insert = (given: NewVerdict, signed = inbox.signed) =>
  withClaimOnPool(inbox.database.appPool, signed, (client) => insertVerdict(client, given))

beforeAll(async () => {
  inbox = await testInbox()
  await insert(verdict(1))
})

afterAll(() => inbox.database.close())

test("another tenant sees no verdict and gives none here", async () => {
  const { appPool } = inbox.database
  const read = (signed: typeof inbox.signed) =>
    withClaimOnPool(appPool, signed, (client) => givenVerdicts(client, CYCLE))
  expect(await read(inbox.signed)).toHaveLength(1)
  const other = await testClaim(inbox.database, { tenant: 6472 })
  expect(await read(other)).toEqual([])
  await expect(insert(verdict(2, { follows: id(1) }), other)).rejects.toThrow(/row-level security/)
})

test.each([
  ["a second word on the same", { follows: null }, /verdict_follows_once/],
  ["a word that follows none", { follows: id(77) }, /verdict_tenant_id_follows_fkey/],
  ["somebody else's name", { follows: id(1), by: "lain@kota" }, /verdict_given_by_check/],
  ["no reason", { follows: id(1), reason: "  " }, /verdict_reason_check/],
  [
    "against a register, of two people",
    { follows: id(1), said: "different", againstRegister: true },
    /check/,
  ],
  [
    "one person, where the register knows two",
    {
      follows: id(1),
      pair: { ...verdict(1).pair, levels: ["nik=confirmed_apart"] },
    },
    /check/,
  ],
] as const)("the database refuses %s", async (_what, more, told) => {
  await expect(insert(verdict(3, more))).rejects.toThrow(told)
})

test.each([
  ["changed", "update matching.verdict set reason = 'lain'"],
  ["deleted", "delete from matching.verdict"],
])("a verdict is never %s", async (_what, statement) => {
  const { appPool } = inbox.database
  const attempt = withClaimOnPool(appPool, inbox.signed, (client) => client.query(statement))
  await expect(attempt).rejects.toThrow(/permission denied/)
})

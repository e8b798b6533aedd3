import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { LocalDate } from "../../kernel/local-date.ts"
import { withClaimOnPool } from "../access/index.ts"
import { testClaim } from "../access/testing.ts"
import { testInbox, type TestInbox } from "../inbox/testing.ts"
import {
  beginSession,
  enterPartner,
  finishSession,
  leftOf,
  showPartners,
  showSessions,
} from "./index.ts"
import { readSessions } from "./overlap.queries.ts"

let inbox: TestInbox
const YEAR = 2026
const HASH = "a".repeat(64)
const session = (last: number): string =>
  `01900000-0000-7000-8000-${String(last).padStart(12, "0")}`
const day = (text: string): LocalDate => text as LocalDate

async function partnerNamed(name: string, more: { validTo?: LocalDate } = {}) {
  const entered = await enterPartner(inbox.database.appPool, inbox.context, {
    ...{ name, kind: "company", basis: "PKS 1/2025", validFrom: day("2025-01-01") },
    ...{ validTo: day("2026-12-31"), askLimit: 100, answerLimit: 50, ...more },
  })
  expect(entered.ok).toBe(true)
  const found = await showPartners(inbox.database.appPool, inbox.context, { year: YEAR, name })
  const [partner] = found.ok ? found.value : []
  if (partner === undefined) throw new Error("the partner was entered")
  return partner
}

const begin = (
  partner: Awaited<ReturnType<typeof partnerNamed>>,
  last: number,
  more: { numbers: number; answer?: { held: number; sha256: string }; keep?: () => void },
) =>
  beginSession(inbox.database.appPool, inbox.context, {
    ...{ partner, sessionId: session(last), year: YEAR, numbers: more.numbers },
    ...{ offerSha256: HASH, answer: more.answer ?? null, keep: more.keep ?? (() => {}) },
  })

beforeAll(async () => {
  inbox = await testInbox()
})

afterAll(() => inbox.database.close())

describe("what was agreed holds in the database", () => {
  test("numbers are counted by side, and more than agreed are refused with what is left", async () => {
    const partner = await partnerNamed("PT Satu")
    expect(await begin(partner, 1, { numbers: 60 })).toEqual({ ok: true, value: null })
    const refusal = { kind: "limit_reached", asked: 41, left: 40 }
    expect(await begin(partner, 2, { numbers: 41 })).toEqual({ ok: false, refusal })
    const answer = { held: 9, sha256: HASH }
    expect((await begin(partner, 3, { numbers: 50, answer })).ok).toBe(true)
    expect((await begin(partner, 4, { numbers: 1, answer })).ok).toBe(false)
    expect((await begin(partner, 5, { numbers: 40 })).ok).toBe(true)
    const use = await showPartners(inbox.database.appPool, inbox.context, {
      ...{ year: YEAR, name: "pt satu" },
    })
    const [known] = use.ok ? use.value : []
    expect([known && leftOf(known, "asked"), known && leftOf(known, "answered")]).toEqual([0, 0])
  })

  test("two clerks at once ask no more than was agreed", async () => {
    const partner = await partnerNamed("PT Dua")
    const both = await Promise.all([
      begin(partner, 11, { numbers: 60 }),
      begin(partner, 12, { numbers: 60 }),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test("after its last day nothing is asked", async () => {
    const partner = await partnerNamed("PT Lama", { validTo: day("2025-11-14") })
    const refusal = { kind: "agreement_over", name: "PT Lama" }
    expect(await begin(partner, 21, { numbers: 1 })).toEqual({ ok: false, refusal })
  })

  test("an offer is answered once", async () => {
    const partner = await partnerNamed("PT Tiga")
    const answer = { held: 9, sha256: HASH }
    expect((await begin(partner, 31, { numbers: 5, answer })).ok).toBe(true)
    const refusal = { kind: "answered_already", session: session(31) }
    expect(await begin(partner, 31, { numbers: 5, answer })).toEqual({ ok: false, refusal })
  })

  test("a step whose file cannot be written did not happen", async () => {
    const partner = await partnerNamed("PT Empat")
    const keep = (): void => {
      throw new Error("no room")
    }
    await expect(begin(partner, 41, { numbers: 5, keep })).rejects.toThrow("no room")
    const shown = await showSessions(inbox.database.appPool, inbox.context, session(41))
    expect(shown).toEqual({ ok: true, value: [] })
  })

  test("an exchange ends once, and what was found is kept as a count", async () => {
    const partner = await partnerNamed("PT Lima")
    await begin(partner, 51, { numbers: 5 })
    const end = (found: number) =>
      finishSession(inbox.database.appPool, inbox.context, {
        ...{ sessionId: session(51), result: { held: 7, found, sha256: HASH }, keep: () => {} },
      })
    await expect(end(6)).rejects.toThrow(/session_check/)
    expect((await end(3)).ok).toBe(true)
    expect(await end(2)).toEqual({
      ok: false,
      refusal: { kind: "session_ended", session: session(51) },
    })
    const shown = await showSessions(inbox.database.appPool, inbox.context, session(51))
    expect(shown.ok && shown.value).toMatchObject([{ state: "finished", held: 7, found: 3 }])
  })

  test("a name means one partner, and is not changed", async () => {
    await partnerNamed("PT Enam")
    const again = await enterPartner(inbox.database.appPool, inbox.context, {
      ...{ name: "pt enam", kind: "company", basis: "x", validFrom: day("2025-01-01") },
      ...{ validTo: day("2026-12-31"), askLimit: 1, answerLimit: 1 },
    })
    expect(again).toEqual({ ok: false, refusal: { kind: "partner_exists", name: "pt enam" } })
  })

  test("another tenant sees none of it", async () => {
    const other = await testClaim(inbox.database, { tenant: 6472 })
    const { appPool } = inbox.database
    const read = (signed: typeof inbox.signed) =>
      withClaimOnPool(appPool, signed, (client) => readSessions(client, null))
    expect((await read(inbox.signed)).length).toBeGreaterThan(0)
    expect(await read(other)).toEqual([])
  })
})

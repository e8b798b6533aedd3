import { createHash } from "node:crypto"
import { describe, expect, test } from "vitest"
import { describeActionRefusal, requireAction } from "./actions.ts"
import { claimKeyBlocks, isSignedClaim, operatorClaim, signClaim } from "./claim.ts"

const key = Buffer.alloc(32, 7)
const claim = operatorClaim(6471, 1_800_000_000)

describe("signClaim", () => {
  test("writes the parts in their fixed order", () => {
    const text = signClaim(key, { ...claim, areas: ["64.71.01", "64.71.02"], sectors: [] })
    expect(text).toMatch(/^6471\|operator@local\|local\|operator\|64\.71\.01,64\.71\.02\|\|18/)
    expect(isSignedClaim(text)).toBe(true)
  })

  test("the two key blocks give the same HMAC by SHA-256 alone", () => {
    const text = signClaim(key, claim)
    const body = text.slice(0, -65)
    const { inner, outer } = claimKeyBlocks(key)
    const first = createHash("sha256").update(inner).update(body).digest()
    const second = createHash("sha256").update(outer).update(first).digest("hex")
    expect(text.slice(-64)).toBe(second)
  })

  test.each([
    ["a separator", { actor: "a|b" }],
    ["a quote", { actor: "a'b" }],
    ["a backslash", { office: "a\\b" }],
    ["a comma inside an item", { roles: ["a,b"] }],
    ["a line break", { areas: ["64.71\n"] }],
    ["a letter beyond ASCII", { sectors: ["ójek"] }],
    ["a negative tenant", { tenant: -1 }],
    ["a fraction as tenant", { tenant: 1.5 }],
    ["a fraction as expiry", { expiryEpochS: 1.5 }],
  ])("refuses %s", (_what, changes) => {
    expect(() => signClaim(key, { ...claim, ...changes })).toThrow("assertion failed")
  })

  test.each([
    ["another key", signClaim(Buffer.alloc(32, 8), claim)],
    ["another tenant", signClaim(key, { ...claim, tenant: 6472 })],
    ["a later expiry", signClaim(key, { ...claim, expiryEpochS: 1_800_000_001 })],
  ])("%s changes the signature", (_what, other) => {
    expect(other.slice(-64)).not.toBe(signClaim(key, claim).slice(-64))
  })
})

describe("requireAction", () => {
  test("the local operator may", () => {
    expect(requireAction(claim, "run.cycle")).toEqual({ ok: true, value: "run.cycle" })
  })

  test.each([
    ["another account", { actor: "siti@balikpapan" }],
    ["no role", { roles: [] }],
    ["an unknown role", { roles: ["auditor"] }],
    ["a name from Object's prototype", { roles: ["constructor"] }],
  ])("%s may not", (_what, changes) => {
    const decided = requireAction({ ...claim, ...changes }, "run.cycle")
    expect(decided.ok).toBe(false)
    if (!decided.ok) expect(describeActionRefusal(decided.refusal)).toContain("run.cycle")
  })
})

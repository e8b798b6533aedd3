import { createHmac } from "node:crypto"
import { assert } from "../../kernel/assert.ts"

/** Who acts, for which tenant, with which scope, until when. Row security reads exactly this. */
export type Claim = {
  /** Region code of the tenant, such as 6471. */
  readonly tenant: number
  /** Account that acts, such as `operator@local`. */
  readonly actor: string
  readonly office: string
  readonly roles: readonly string[]
  /** Area codes, or `*` for the whole tenant. */
  readonly areas: readonly string[]
  /** Sector slugs, or `*` for all. */
  readonly sectors: readonly string[]
  /** Seconds since 1970, from then on nothing is seen. */
  readonly expiryEpochS: number
}

/** A claim with its signature, in the alphabet that `set local app.claim` takes unescaped. */
export type SignedClaim = string & { readonly __signedClaim: true }

const word = /^[A-Za-z0-9@._:*+-]*$/
const signed = /^[1-9][0-9]{0,8}(\|[A-Za-z0-9@._:*,+-]*){5}\|[0-9]{1,11}\|[0-9a-f]{64}$/
const blockBytes = 64

/** Signs with HMAC-SHA256. A part outside the alphabet is our own mistake and throws. */
export function signClaim(key: Uint8Array, claim: Claim): SignedClaim {
  const lists = [claim.roles, claim.areas, claim.sectors]
  for (const part of [claim.actor, claim.office, ...lists.flat()]) {
    assert(word.test(part), "a claim's part holds a character that is not allowed")
  }
  const joined = lists.map((list) => list.join(","))
  const body = [claim.tenant, claim.actor, claim.office, ...joined, claim.expiryEpochS].join("|")
  const text = `${body}|${createHmac("sha256", key).update(body).digest("hex")}`
  assert(isSignedClaim(text), "a claim's number is out of range")
  return text
}

export function isSignedClaim(text: string): text is SignedClaim {
  return signed.test(text)
}

/** HMAC's two padded key blocks (RFC 2104), which the database keeps instead of the key. */
export function claimKeyBlocks(key: Uint8Array): { inner: Buffer; outer: Buffer } {
  assert(key.length === 32, "a claim key has 32 bytes")
  const padded = Buffer.alloc(blockBytes)
  padded.set(key)
  return {
    inner: Buffer.from(padded.map((byte) => byte ^ 0x36)),
    outer: Buffer.from(padded.map((byte) => byte ^ 0x5c)),
  }
}

/** The only account until sign-in exists: the person at this machine. */
export function operatorClaim(tenant: number, expiryEpochS: number): Claim {
  return {
    tenant,
    actor: "operator@local",
    office: "local",
    roles: ["operator"],
    areas: ["*"],
    sectors: ["*"],
    expiryEpochS,
  }
}

import type { Database } from "../../platform/db.ts"
import type { Claim, SignedClaim } from "./claim.ts"
import { operatorClaim, signClaim } from "./claim.ts"
import { installClaimKey } from "./claim.queries.ts"

/** The key of test databases only. */
export const testClaimKey: Uint8Array = Buffer.alloc(32, "kunci uji")

// The year 2286: tests do not depend on the clock.
const farExpiryEpochS = 9_999_999_999

/** A claim that this test database believes: the operator of 6471 unless told otherwise. */
export async function testClaim(
  database: Database,
  changes: Partial<Claim> = {},
): Promise<SignedClaim> {
  await installClaimKey(database.migrator, testClaimKey)
  return signClaim(testClaimKey, { ...operatorClaim(6471, farExpiryEpochS), ...changes })
}

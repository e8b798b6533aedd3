// Points of P-256 by their first coordinate. A point and its negative share it, and so do their multiples: what is
// compared needs no sign, and 32 bytes name a point. Hashing to the curve is RFC 9380's by a vetted library, the
// multiplication OpenSSL's.
import { p256_hasher } from "@noble/curves/nist.js"
import { createECDH, type ECDH } from "node:crypto"

export const POINT_BYTES = 32
export const SCALAR_BYTES = 32
/** RFC 9380 section 3.1: names the application, its version and the suite. */
const TAG = "PAYUNG-OVERLAP-V1-P256_XMD:SHA-256_SSWU_RO_"
const EVEN = 2

/** The point that stands for a number in one session; points of two sessions have nothing in common. */
export function pointOf(session: string, nik: string): Buffer {
  const point = p256_hasher.hashToCurve(Buffer.from(`${session}|${nik}`), { DST: TAG })
  return Buffer.from(point.toBytes(true).subarray(1))
}

/** Multiplies points by one secret number. */
export class Blinding {
  private readonly secret: ECDH
  private readonly room = Buffer.alloc(POINT_BYTES + 1, EVEN)

  /** Throws where the 32 bytes are zero or not below the order of the group. */
  constructor(scalar: Uint8Array) {
    this.secret = createECDH("prime256v1")
    this.secret.setPrivateKey(scalar)
  }

  /** Null where no point has this first coordinate: half of all 32 bytes are none. */
  blind(point: Uint8Array): Buffer | null {
    if (point.length !== POINT_BYTES) return null
    this.room.set(point, 1)
    try {
      return this.secret.computeSecret(this.room)
    } catch {
      return null
    }
  }
}

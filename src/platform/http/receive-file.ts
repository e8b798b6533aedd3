import { createHash } from "node:crypto"
import { createWriteStream } from "node:fs"
import { rm } from "node:fs/promises"
import { Transform } from "node:stream"
import { pipeline } from "node:stream/promises"
import { ok, refuse, type Result } from "../../kernel/result.ts"

export interface ReceivedBytes {
  readonly bytes: number
  readonly sha256: string
}

export interface TooLarge {
  readonly kind: "too_large"
  readonly limitBytes: number
}

class LimitReached extends Error {}

/**
 * Streams a body to a new file of mode 0600, counting while it writes. Nothing is left of a body
 * that is too large or breaks off; the latter throws.
 */
export async function receiveFile(
  body: AsyncIterable<Uint8Array>,
  path: string,
  limitBytes: number,
): Promise<Result<ReceivedBytes, TooLarge>> {
  const hash = createHash("sha256")
  let bytes = 0
  const count = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      bytes += chunk.length
      hash.update(chunk)
      if (bytes > limitBytes) done(new LimitReached())
      else done(null, chunk)
    },
  })
  try {
    await pipeline(body, count, createWriteStream(path, { flags: "wx", mode: 0o600 }))
    return ok({ bytes, sha256: hash.digest("hex") })
  } catch (error) {
    await rm(path, { force: true })
    if (error instanceof LimitReached) return refuse({ kind: "too_large", limitBytes })
    throw error
  }
}

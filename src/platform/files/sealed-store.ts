import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto"
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { assert } from "../../kernel/assert.ts"
import { makeFolder } from "./make-folder.ts"

/** Received and issued files, kept for ever by the SHA-256 of their content and sealed on disk. */
export interface SealedStore {
  /** Keeps a file; the same content is kept once. Returns its SHA-256 in hex. */
  readonly keep: (content: Uint8Array) => string
  /** The content, proven by its hash; null where no such file is kept. Throws when it was altered. */
  readonly read: (sha256: string) => Buffer | null
}

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** `key` has 32 bytes and is never in a backup of the store. */
export function sealedStore(folder: string, key: Uint8Array): SealedStore {
  assert(key.length === 32, "the key of the file store has 32 bytes")
  const pathOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256)
  return {
    keep: (content) => {
      const sha256 = createHash("sha256").update(content).digest("hex")
      const path = pathOf(sha256)
      if (!existsSync(path)) writeWhole(path, seal(content, key, sha256))
      return sha256
    },
    read: (sha256) => {
      const path = pathOf(sha256)
      return existsSync(path) ? openSealed(readFileSync(path), key, sha256) : null
    },
  }
}

/** nonce ‖ tag ‖ ciphertext; the hash is authenticated too, so that sealed files cannot be exchanged. */
export function seal(content: Uint8Array, key: Uint8Array, sha256: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv("aes-256-gcm", key, nonce)
  cipher.setAAD(Buffer.from(sha256))
  const sealed = Buffer.concat([cipher.update(content), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** Throws where it was altered, or sealed by another key or under another hash. */
export function openSealed(sealed: Buffer, key: Uint8Array, sha256: string): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, NONCE_BYTES))
  decipher.setAAD(Buffer.from(sha256))
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  return Buffer.concat([
    decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)),
    decipher.final(),
  ])
}

/** A file appears whole or not at all, also when the process is killed. */
export function writeWhole(path: string, content: Uint8Array | string): void {
  makeFolder(dirname(path))
  const unfinished = `${path}.${process.pid}.tmp`
  writeFileSync(unfinished, content, { mode: 0o600 })
  renameSync(unfinished, path)
}

import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto"
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs"
import { dirname, join } from "node:path"
import { assert } from "../../kernel/assert.ts"
import { hashFile, piecesOf } from "./hash-file.ts"
import { makeFolder } from "./make-folder.ts"

/** Received and issued files, kept for ever by the SHA-256 of their content and sealed on disk. */
export interface SealedStore {
  /** Keeps a file; the same content is kept once. Returns its SHA-256 in hex. */
  readonly keep: (content: Uint8Array) => string
  /** Keeps a file of any size that lies elsewhere; false where it is not the one of this hash. */
  readonly keepFile: (path: string, sha256: string) => boolean
  /** The content, proven by its hash; null where no such file is kept. Throws when it was altered. */
  readonly read: (sha256: string) => Buffer | null
  /** Writes the content, proven, to a new file of one's own; false where no such file is kept. */
  readonly copyTo: (sha256: string, path: string) => boolean
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
    keepFile: (from, sha256) => {
      const path = pathOf(sha256)
      if (existsSync(path)) return hashFile(from).sha256 === sha256
      makeFolder(dirname(path))
      return sealFile(from, path, { key, sha256 })
    },
    copyTo: (sha256, path) => {
      const from = pathOf(sha256)
      if (!existsSync(from)) return false
      openSealedFile(from, path, { key, sha256 })
      return true
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

interface Seal {
  readonly key: Uint8Array
  readonly sha256: string
}

/** As `seal`, piece by piece; the tag is written last, to the place that was left for it. */
function sealFile(from: string, to: string, { key, sha256 }: Seal): boolean {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv("aes-256-gcm", key, nonce)
  cipher.setAAD(Buffer.from(sha256))
  const hash = createHash("sha256")
  return writeNew(to, (write) => {
    write(Buffer.concat([nonce, Buffer.alloc(TAG_BYTES)]))
    for (const piece of piecesOf(from)) {
      hash.update(piece)
      write(cipher.update(piece))
    }
    write(cipher.final())
    write(cipher.getAuthTag(), NONCE_BYTES)
    return hash.digest("hex") === sha256
  })
}

/** Nothing of an altered file is left to be read: it appears when its tag was proven. */
function openSealedFile(from: string, to: string, { key, sha256 }: Seal): void {
  const head = Buffer.alloc(NONCE_BYTES + TAG_BYTES)
  const file = openSync(from, "r")
  try {
    readSync(file, head, 0, head.length, 0)
  } finally {
    closeSync(file)
  }
  const decipher = createDecipheriv("aes-256-gcm", key, head.subarray(0, NONCE_BYTES))
  decipher.setAAD(Buffer.from(sha256))
  decipher.setAuthTag(head.subarray(NONCE_BYTES))
  writeNew(to, (write) => {
    for (const piece of piecesOf(from, head.length)) write(decipher.update(piece))
    write(decipher.final())
    return true
  })
}

type Write = (bytes: Uint8Array, at?: number) => void

/** A file that appears when it was written and found right; else nothing is left of it. */
function writeNew(path: string, fill: (write: Write) => boolean): boolean {
  const unfinished = `${path}.${process.pid}.tmp`
  const file = openSync(unfinished, "w", 0o600)
  try {
    let end = 0
    const isRight = fill((bytes, at) => {
      writeWholly(file, bytes, at ?? end)
      if (at === undefined) end += bytes.length
    })
    if (isRight) renameSync(unfinished, path)
    return isRight
  } finally {
    closeSync(file)
    rmSync(unfinished, { force: true })
  }
}

/** A disk that fills up may take a part only. */
function writeWholly(file: number, bytes: Uint8Array, at: number): void {
  for (let done = 0; done < bytes.length;)
    done += writeSync(file, bytes, done, bytes.length - done, at + done)
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

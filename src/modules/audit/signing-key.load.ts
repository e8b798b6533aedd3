import { createPrivateKey, generateKeyPairSync, type KeyObject } from "node:crypto"
import { constants } from "node:fs"
import { open, readFile, stat } from "node:fs/promises"
import { ok, refuse, type Result } from "../../kernel/result.ts"
import type { AuditWords } from "./log-refusal.ts"

export interface KeyRefusal {
  readonly code: "KEY_OPEN" | "KEY_UNUSABLE"
  readonly what: AuditWords
  readonly where: string
  readonly how: AuditWords
}

/**
 * The log's Ed25519 key (PKCS #8, PEM) in a file that only its owner may read; made when the file
 * does not exist. Lose it and no further checkpoint can be signed; leak it and another log can be
 * signed in our name: witnesses are the defence, see docs/audit-log-format.md section 8.
 */
export async function loadOrMakeSigningKey(path: string): Promise<Result<KeyObject, KeyRefusal>> {
  await makeKey(path)
  const { mode } = await stat(path)
  if ((mode & 0o077) !== 0) {
    return refuse({
      code: "KEY_OPEN",
      what: { id: "Berkas kunci dapat dibaca orang lain", en: "Others can read the key file" },
      where: path,
      how: { id: `Jalankan: chmod 600 ${path}`, en: `Run: chmod 600 ${path}` },
    })
  }
  return parseKey(await readFile(path, "utf8"), path)
}

async function makeKey(path: string): Promise<void> {
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL
  const file = await open(path, flags, 0o600).catch((failure: NodeJS.ErrnoException) => {
    if (failure.code === "EEXIST") return null
    throw failure
  })
  if (file === null) return
  try {
    const { privateKey } = generateKeyPairSync("ed25519")
    await file.writeFile(privateKey.export({ format: "pem", type: "pkcs8" }))
    await file.sync()
  } finally {
    await file.close()
  }
}

function parseKey(pem: string, path: string): Result<KeyObject, KeyRefusal> {
  try {
    const key = createPrivateKey(pem)
    if (key.asymmetricKeyType === "ed25519") return ok(key)
  } catch {
    // Not a key at all; the refusal below says what to do, and the content stays unseen.
  }
  return refuse({
    code: "KEY_UNUSABLE",
    what: { id: "Isi berkas bukan kunci Ed25519", en: "The file holds no Ed25519 key" },
    where: path,
    how: { id: "Pulihkan dari cadangan kunci", en: "Restore the file from the key backup" },
  })
}

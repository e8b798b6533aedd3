import { hkdfSync, randomBytes } from "node:crypto"
import { chmodSync, linkSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import { makeFolder } from "./files/make-folder.ts"
import { InstallationUnusable } from "./installation-unusable.ts"

/**
 * The 32-byte root key of an installation, made at the first call (mode 0600). Whoever reads it
 * can sign claims and open sealed files, so a file that others may read is refused by throwing.
 */
export function loadRootKey(keyFile: string): Buffer {
  const found = statSync(keyFile, { throwIfNoEntry: false })
  if (!found) createKeyFile(keyFile)
  else if ((found.mode & 0o077) !== 0) {
    throw new InstallationUnusable({
      id: `${keyFile} dapat dibaca orang lain: jalankan chmod 600.`,
      en: `${keyFile} can be read by others: run chmod 600.`,
    })
  }
  const text = readFileSync(keyFile, "utf8").trim()
  if (!/^[0-9a-f]{64}$/.test(text)) {
    throw new InstallationUnusable({
      id: `${keyFile} bukan kunci 64 digit heksadesimal: kembalikan dari cadangan kunci.`,
      en: `${keyFile} is not a key of 64 hexadecimal digits: restore it from the key's backup.`,
    })
  }
  return Buffer.from(text, "hex")
}

/** A key for one purpose: what leaks through one use says nothing about the others. */
export function deriveKey(rootKey: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", rootKey, "payung", purpose, 32))
}

/** link() keeps the first key when two programs start at once, and never shows half a key. */
function createKeyFile(keyFile: string): void {
  makeFolder(dirname(keyFile))
  const fresh = `${keyFile}.${process.pid}.new`
  writeFileSync(fresh, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600 })
  chmodSync(fresh, 0o600)
  try {
    linkSync(fresh, keyFile)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error
  } finally {
    rmSync(fresh, { force: true })
  }
}

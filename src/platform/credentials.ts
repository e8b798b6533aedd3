import { randomBytes } from "node:crypto"
import { chmodSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { makeFolder } from "./files/make-folder.ts"

/**
 * What `database.json` in the home directory holds (mode 0600). The passwords are random and
 * are made anew when the file is lost, so it needs no backup.
 */
export type Credentials = {
  readonly server?: { readonly port: number; readonly password: string }
  readonly roles?: Readonly<Record<string, string>>
}

export function readCredentials(home: string): Credentials {
  try {
    return JSON.parse(readFileSync(credentialsFile(home), "utf8")) as Credentials
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return {}
    throw error
  }
}

/** Merges the change into the file by an atomic rename. Call it under the home's lock. */
export function writeCredentials(home: string, change: Credentials): Credentials {
  const credentials = { ...readCredentials(home), ...change }
  const file = credentialsFile(home)
  const fresh = `${file}.${process.pid}.new`
  writeFileSync(fresh, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 })
  renameSync(fresh, file)
  return credentials
}

/** Creates the home directory, readable by its owner only. */
export function ensureHome(home: string): void {
  makeFolder(home)
  chmodSync(home, 0o700)
}

export function randomPassword(): string {
  return randomBytes(24).toString("base64url")
}

function credentialsFile(home: string): string {
  return join(home, "database.json")
}

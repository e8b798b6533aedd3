// What only the asking side knows between its question and the answer: sealed on disk, gone at the end.
import { existsSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { sha256Hex } from "../../kernel/id.ts"
import { openSealed, seal, writeWhole } from "../../platform/files/sealed-store.ts"

export interface SessionSecret {
  readonly scalar: Uint8Array
  /** The numbers in the order of the offer. */
  readonly niks: readonly string[]
}

export interface SecretPlace {
  readonly folder: string
  /** 32 bytes. */
  readonly key: Uint8Array
}

export function keepSecret(
  { folder, key }: SecretPlace,
  session: string,
  { scalar, niks }: SessionSecret,
): void {
  const content = [Buffer.from(scalar).toString("hex"), ...niks].join("\n")
  writeWhole(join(folder, session), seal(Buffer.from(content), key, sha256Hex(session)))
}

/** Null where there is none: it was ended, or begun in another installation. */
export function openSecret({ folder, key }: SecretPlace, session: string): SessionSecret | null {
  const path = join(folder, session)
  if (!existsSync(path)) return null
  const text = openSealed(readFileSync(path), key, sha256Hex(session)).toString("utf8")
  const [scalar = "", ...niks] = text.split("\n")
  return { scalar: Buffer.from(scalar, "hex"), niks }
}

export function dropSecret({ folder }: Pick<SecretPlace, "folder">, session: string): void {
  rmSync(join(folder, session), { force: true })
}

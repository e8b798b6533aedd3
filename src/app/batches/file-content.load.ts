import { readFileSync } from "node:fs"
import { sha256Hex } from "../../kernel/id.ts"
import { hashFile } from "../../platform/files/hash-file.ts"

/** A file by its name in the inbox and by its content: the bytes, or where they lie. */
export interface ImportFile {
  readonly name: string
  readonly sha256: string
  readonly sizeBytes: number
  readonly content: Uint8Array | { readonly path: string }
}

/** The file changed after its content was named; what would be read is not what is kept. */
export class FileChanged extends Error {
  override readonly name = "FileChanged"
}

/** As a reader takes it: the bytes, or the path where they lie, to be proven afterwards. */
export function sourceOf({ content }: ImportFile): Uint8Array | string {
  return content instanceof Uint8Array ? content : content.path
}

/** The bytes of a file; where they lay elsewhere, proven by their hash. */
export function contentOf({ content, sha256 }: ImportFile): Uint8Array {
  if (content instanceof Uint8Array) return content
  const read = readFileSync(content.path)
  if (sha256Hex(read) !== sha256) throw new FileChanged(content.path)
  return read
}

/** Throws where the file is not the one that was named. */
export function proveContent({ content, sha256 }: ImportFile): void {
  if (content instanceof Uint8Array) return
  if (hashFile(content.path).sha256 !== sha256) throw new FileChanged(content.path)
}

import { createReadStream } from "node:fs"
import { extname, join } from "node:path"
import { Readable } from "node:stream"
import { Zip, ZipDeflate, ZipPassThrough } from "fflate"
import type { ResultFile } from "./result-files.ts"

/** These hold compressed bytes already. */
const packed = new Set([".pdf", ".xlsx", ".ods", ".zip", ".png", ".woff2"])
/** The oldest day a zip can name, so that the same files give the same archive. */
const OLDEST = new Date(1980, 0, 1)

/** A result as one archive, made while it is sent; holds one chunk at a time. */
export function zipResult(folder: string, files: readonly ResultFile[]): Readable {
  return Readable.from(zipChunks(folder, files))
}

async function* zipChunks(
  folder: string,
  files: readonly ResultFile[],
): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error
    ready.push(chunk)
  })
  for (const { path } of files) {
    const isPacked = packed.has(extname(path).toLowerCase())
    const entry = isPacked ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 })
    entry.mtime = OLDEST
    zip.add(entry)
    for await (const chunk of createReadStream(join(folder, path))) {
      entry.push(chunk as Uint8Array)
      yield* ready.splice(0)
    }
    entry.push(new Uint8Array(0), true)
    yield* ready.splice(0)
  }
  zip.end()
  yield* ready.splice(0)
}

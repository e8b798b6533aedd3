import { fileURLToPath } from "node:url"
import { sha256Hex } from "../../kernel/id.ts"
import { spawn } from "node:child_process"
import type { SealedCache } from "../files/sealed-cache.ts"

export interface TypstJob {
  /** typst source; the input is read by `json("input.json")`. */
  readonly source: string
  /** Anything JSON can hold. */
  readonly input: unknown
  /** Creation time in the file, seconds since 1970: a document date, never now, so that equal content gives equal bytes. */
  readonly timestampSeconds: number
}

/** Documents that were compiled before, by their jobs; `version` is that of the code. */
export interface PdfMemory {
  readonly version: string
  readonly cache: SealedCache
}

/** The same job gives the same bytes, so that a document that was kept is the document. */
export async function rememberedPdf(job: TypstJob, memory: PdfMemory | null): Promise<Uint8Array> {
  if (memory === null) return await compilePdf(job)
  const key = sha256Hex(JSON.stringify(["typst", memory.version, job]))
  const kept = memory.cache.read(key)
  if (kept !== null) return kept
  const pdf = await compilePdf(job)
  memory.cache.keep(key, pdf)
  return pdf
}

const CHILD = fileURLToPath(new URL("./typst-child.ts", import.meta.url))

/**
 * Compiles to PDF/A-2b in a process of its own, so that the compiler's memory is given back: it
 * never frees what it interned. Throws with the compiler's own words where the source is wrong.
 */
export function compilePdf(job: TypstJob): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--max-old-space-size=256", CHILD], {
      // One thread: the pages are many and small, and two threads only raise the memory.
      env: { RAYON_NUM_THREADS: "1", MALLOC_ARENA_MAX: "1" },
      stdio: ["pipe", "pipe", "pipe"],
    })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk))
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk))
    child.on("error", reject)
    child.on("close", (code) => {
      if (code === 0) return resolve(Buffer.concat(out))
      const said = Buffer.concat(err).toString("utf8").slice(0, 2000)
      reject(new Error(`typst could not make the document (exit ${code}): ${said}`))
    })
    // A child that dies early closes its input; its exit code tells more than EPIPE.
    child.stdin.on("error", () => undefined)
    const { input, ...rest } = job
    child.stdin.write(`${JSON.stringify(rest)}\n`)
    child.stdin.end(JSON.stringify(input))
  })
}

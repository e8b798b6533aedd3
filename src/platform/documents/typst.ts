import { fileURLToPath } from "node:url"
import { mergePdf } from "./merge-pdf.ts"
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

export interface TypstDocument {
  readonly pdf: Uint8Array
  readonly pages: number
  /** Largest resident memory of the compiling process. */
  readonly peakMebibytes: number
}

/** Parts that were compiled before, by their jobs; `version` is that of the code. */
export interface PartMemory {
  readonly version: string
  readonly cache: SealedCache
}

/** Compilers that run beside each other: more would only take memory on a small server. */
const COMPILERS = 2

/**
 * One document from parts that are compiled two at a time: the memory is that of the two largest
 * parts. The caller gives each part its page numbers. A first part without bookmarks allows none.
 */
export async function compilePdfParts(
  jobs: readonly TypstJob[],
  memory: PartMemory | null = null,
): Promise<TypstDocument> {
  const parts: TypstDocument[] = []
  const waiting = jobs.entries()
  const work = async (): Promise<void> => {
    for (const [index, job] of waiting) parts[index] = await rememberedPart(job, memory)
  }
  await Promise.all(Array.from({ length: COMPILERS }, work))
  return {
    pdf: mergePdf(parts.map((part) => part.pdf)),
    pages: parts.reduce((sum, part) => sum + part.pages, 0),
    peakMebibytes: Math.max(0, ...parts.map((part) => part.peakMebibytes)),
  }
}

/** The same job gives the same bytes, so that a part that was kept is the part. */
async function rememberedPart(job: TypstJob, memory: PartMemory | null): Promise<TypstDocument> {
  if (memory === null) return await compilePdf(job)
  const key = sha256Hex(JSON.stringify(["typst", memory.version, job]))
  const kept = memory.cache.read(key)
  if (kept !== null) return parseAnswer(kept)
  const part = await compilePdf(job)
  memory.cache.keep(key, answerOf(part))
  return part
}

const CHILD = fileURLToPath(new URL("./typst-child.ts", import.meta.url))

/**
 * Compiles to PDF/A-2b in a process of its own, so that the compiler's memory is given back: it
 * never frees what it interned. Throws with the compiler's own words where the source is wrong.
 */
export function compilePdf(job: TypstJob): Promise<TypstDocument> {
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
      if (code === 0) return resolve(parseAnswer(Buffer.concat(out)))
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

/** The child answers with the number of pages and its peak memory, four bytes each, then the PDF. */
function parseAnswer(answer: Buffer): TypstDocument {
  return {
    pages: answer.readUInt32BE(0),
    peakMebibytes: answer.readUInt32BE(4),
    pdf: answer.subarray(8),
  }
}

function answerOf({ pages, peakMebibytes, pdf }: TypstDocument): Buffer {
  const counts = Buffer.alloc(8)
  counts.writeUInt32BE(pages, 0)
  counts.writeUInt32BE(peakMebibytes, 4)
  return Buffer.concat([counts, pdf])
}

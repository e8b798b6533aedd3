import { execFile } from "node:child_process"
import { fileURLToPath } from "node:url"
import { ok, refuse, type Result } from "../../kernel/result.ts"
import { tidySheet } from "./tidy-sheet.ts"
import type { RawSheet, ReadRefusal, Workbook } from "./workbook.ts"

/** What the child answers. */
export type XlsOutcome =
  | { readonly sheets: readonly RawSheet[] }
  | { readonly refusal: ReadRefusal }

export interface ChildLimits {
  readonly heapMegabytes: number
  readonly milliseconds: number
}

const LIMITS: ChildLimits = { heapMegabytes: 768, milliseconds: 60_000 }
const MAX_OUTPUT_BYTES = 256 * 1024 ** 2
const CHILD = fileURLToPath(new URL("./xls-child.ts", import.meta.url))

/**
 * Reads a binary Excel workbook (.xls) in a child with bounded heap and time and without the right
 * to write files or start programs. Number cells are doubles there, printed with all their digits.
 */
export async function readXls(
  bytes: Uint8Array,
  limits: ChildLimits = LIMITS,
): Promise<Result<Workbook, ReadRefusal>> {
  const output = await runChild(bytes, limits)
  if (output === null) return unreadable("xls: too large or too complex to read")
  const outcome = JSON.parse(output) as XlsOutcome
  if ("refusal" in outcome) return refuse(outcome.refusal)
  if (outcome.sheets.length === 0) return unreadable("xls: no sheets")
  return ok({ format: "xls", sheets: outcome.sheets.map(tidySheet) })
}

function unreadable(detail: string) {
  return refuse<ReadRefusal>({ kind: "unreadable", detail })
}

/**
 * `null` when the child ran out of memory (it aborts), time or room for its answer. Another end of
 * the child is a fault of ours.
 */
function runChild(bytes: Uint8Array, limits: ChildLimits): Promise<string | null> {
  const flags = [`--max-old-space-size=${limits.heapMegabytes}`, "--permission"]
  const options = {
    timeout: limits.milliseconds,
    killSignal: "SIGKILL" as const,
    maxBuffer: MAX_OUTPUT_BYTES,
    env: {},
    windowsHide: true,
  }
  return new Promise((resolve, reject) => {
    const argv = [...flags, "--allow-fs-read=*", "--no-warnings", CHILD]
    const child = execFile(process.execPath, argv, options, (error, stdout) => {
      if (!error) resolve(stdout)
      else if (typeof error.code === "number" && error.code < 128)
        reject(new Error(`the child that reads .xls ended with code ${error.code}`))
      else if (error.code === "ENOENT" || error.code === "EACCES") reject(error)
      else resolve(null)
    })
    // A child that dies early closes the pipe; the exit code tells the story.
    child.stdin?.on("error", () => undefined)
    child.stdin?.end(bytes)
  })
}

import { spawn } from "node:child_process"
import { basename } from "node:path"
import { fileURLToPath } from "node:url"
import { describeImportRefusal } from "../../src/app/batches/import-refusal.ts"
import { LARGE_CSV_BYTES } from "../../src/platform/spreadsheet/csv/reader.ts"
import { watched, type Examined } from "./examine.ts"

const PAYUNG = fileURLToPath(new URL("../../payung", import.meta.url))
/** What `check` answers to a file that it has read or refused; anything else is a fault. */
const ANSWERS: ReadonlySet<number | null> = new Set([0, 3, 4])
const STACK = /\n\s+at .+:\d+:\d+/

/** What the reader refused costs a check no more, but a large csv is tried by columns before. */
export function isWorthACheck(read: Examined): boolean {
  return read.outcome !== "refused" || isLargeCsv(read)
}

/**
 * The reading of one file without what this process held of it, where no user's process would: the rows
 * of a large csv stay in the child that reads them by columns, and its check is what measures that.
 */
export function asUsersHold(read: Examined): Examined {
  return isLargeCsv(read) ? { ...read, grownBytes: 0, parentPeakBytes: 0 } : read
}

function isLargeCsv({ name, fileBytes }: Examined): boolean {
  return name.endsWith(".csv") && fileBytes >= LARGE_CSV_BYTES
}

/** One file as a user checks it, with all processes that this takes. */
export function examineCheck(path: string, home: string): Promise<Examined> {
  return watched(`check ${basename(path)}`, path, async () => {
    const { code, words } = await check(path, home)
    const died = describeImportRefusal({ kind: "reader_died", path }).id
    if (!ANSWERS.has(code) || STACK.test(words) || words.includes(died))
      return { outcome: "thrown", words: words.slice(-500) }
    return { outcome: code === 3 ? "refused" : "read", words }
  })
}

function check(path: string, home: string): Promise<{ code: number | null; words: string }> {
  const child = spawn(PAYUNG, ["check", path], {
    env: { ...process.env, PAYUNG_HOME: home },
    stdio: ["ignore", "pipe", "pipe"],
  })
  let words = ""
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (words += text))
  return new Promise((resolve, reject) => {
    child.on("error", reject)
    child.on("close", (code) => resolve({ code, words }))
  })
}

import { refuse, type Result } from "../../kernel/result.ts"
import { unpackWorkbook } from "./packed-workbook.ts"
import { GuardedReader, type Answer, type ReaderLimits } from "./guarded-reader.ts"
import { sourceOfContent, sourceOfFile, type ReceivedSource } from "./received-source.ts"
import type { ReadRefusal, Workbook } from "./workbook.ts"

type Outcome = Result<Workbook, ReadRefusal>

export interface SpreadsheetReader {
  /**
   * Reads a file from its bytes or its path; the name is used in the words of a refusal only. A file that
   * is given by its path never stands in the memory of this process.
   */
  readonly read: (source: Uint8Array | string, name: string) => Promise<Outcome>
  readonly close: () => void
}

/** A process that holds no more than this is kept for the next file. */
const KEPT_BYTES = 192 * 1024 ** 2

/**
 * Bounds of one file. Memory is resident memory. The time is processor time: a machine that is busy
 * with other things reads no worse, only later.
 */
export const READER_LIMITS: ReaderLimits = {
  fileBytes: 256 * 1024 ** 2,
  memoryBytes: 480 * 1024 ** 2,
  heapMegabytes: 320,
  seconds: 4,
  secondsPerMegabyte: 0.25,
  pdfSecondsPerMegabyte: 3,
}

/** What the reader said of the same bytes before. */
export interface ReadMemory {
  readonly recall: (bytes: Uint8Array, name: string) => ReadAnswer | null
  readonly keep: (bytes: Uint8Array, name: string, answer: ReadAnswer) => void
}

/** An answer of its own: one that took too much is no property of the file. */
export type ReadAnswer = Exclude<Answer, { readonly kind: "ended" }>

/**
 * Reads what strangers send in one process of its own that has no network, writes no file and starts no
 * program, and is ended when it takes too much memory or time. Files wait for each other. Whatever a file does to it is a refusal of that
 * file, and the next one is read by a new process; so it is where the file left much behind: the system
 * gets it back.
 */
export function createReader(
  limits: ReaderLimits = READER_LIMITS,
  memory: ReadMemory | null = null,
): SpreadsheetReader {
  // Where files may be remembered no process is begun before one is not.
  let running: GuardedReader | null = memory === null ? new GuardedReader(limits) : null
  let turn: Promise<unknown> = Promise.resolve()
  const exchange = async (source: ReceivedSource, name: string): Promise<Answer> => {
    running ??= new GuardedReader(limits)
    try {
      const answer = await running.exchange(source, name)
      if (answer.kind !== "ended" && running.residentBytes() < KEPT_BYTES) return answer
      running.end()
      running = null
      return answer
    } catch (error) {
      running = null
      throw error
    }
  }
  const read = async (given: Uint8Array | string, name: string): Promise<Outcome> => {
    const source = typeof given === "string" ? await sourceOfFile(given) : sourceOfContent(given)
    if (source.length > limits.fileBytes)
      return unreadable(`larger than ${Math.floor(limits.fileBytes / 1024 ** 2)} MB`)
    // Only bytes that stand in memory anyway are known by what they are.
    const bytes = typeof given === "string" ? null : given
    const remembered = bytes === null ? null : (memory?.recall(bytes, name) ?? null)
    if (remembered !== null) return outcomeOf(remembered)
    const mine = turn.then(() => exchange(source, name))
    // A fault of one file is told to its reader, and is no reason for the next one to wait.
    turn = mine.catch(() => undefined)
    const answer = await mine
    if (answer.kind !== "ended" && bytes !== null) memory?.keep(bytes, name, answer)
    return outcomeOf(answer)
  }
  return { read, close: () => running?.end() }
}

/** One file of a stranger, by a process that ends with it, where it is not remembered. */
export async function readReceived(
  source: Uint8Array | string,
  name: string,
  memory: ReadMemory | null = null,
): Promise<Outcome> {
  const reader = createReader(READER_LIMITS, memory)
  try {
    return await reader.read(source, name)
  } finally {
    reader.close()
  }
}

const TOO_MUCH = "too complex to read: more memory or time than is allowed"

function outcomeOf(answer: Answer): Outcome {
  if (answer.kind === "ended") return unreadable(answer.isTooMuch ? TOO_MUCH : answer.detail)
  if (answer.kind === "refused")
    return refuse(JSON.parse(answer.bytes.toString("utf8")) as ReadRefusal)
  return { ok: true, value: unpackWorkbook(answer.bytes) }
}

function unreadable(detail: string) {
  return refuse<ReadRefusal>({ kind: "unreadable", detail })
}

import { assert } from "../kernel/assert.ts"
import { sha256Hex } from "../kernel/id.ts"
import type { Result } from "../kernel/result.ts"
import type { OutgoingFile } from "../modules/coverage/index.ts"
import type { LetterHead, RepairWorkbook } from "../modules/intake/index.ts"
import { patchWorkbook } from "../platform/spreadsheet/patch/workbook.ts"
import { rebuildWorkbook } from "../platform/spreadsheet/patch/rebuild-workbook.ts"
import type { ReadRefusal, Workbook } from "../platform/spreadsheet/workbook.ts"
import { documentKey } from "./document-key.ts"
import type { OutputFolder } from "./output-folder.job.ts"

/** A list as it came. */
export interface Original {
  readonly bytes: Uint8Array
  readonly read: () => Promise<Result<Workbook, ReadRefusal>>
}

/** By its name in the folder of lists. */
export type OriginalOf = (name: string) => Original | null

export interface RepairOutput {
  readonly output: Pick<OutputFolder, "write" | "keep" | "holds">
  /** Of the code that marks. */
  readonly version: string
  readonly head: LetterHead
}

/** How the lists that go back may end: the kind of some is known only when they are marked. */
const ENDINGS = [".xlsx", ".ods"] as const

/** Each list that goes back, as its sender sent it and with its marks, and a letter beside it. */
export async function writeRepairs(
  { output, version, head }: RepairOutput,
  repairs: readonly RepairWorkbook[],
  originalOf: OriginalOf,
): Promise<OutgoingFile[]> {
  const written: OutgoingFile[] = []
  for (const repair of repairs) {
    const { name, file: list, patch } = repair
    const key = documentKey(version, "repair", list, hashOf(originalOf(list)?.bytes ?? null), patch)
    const held = ENDINGS.find((ending) => output.holds(`${name}${ending}`, key))
    const marked = held === undefined ? await markedList(repair, originalOf) : null
    const file = `${name}${marked?.ending ?? held ?? ""}`
    await output.keep(
      file,
      key,
      async () => (marked ?? (await markedList(repair, originalOf))).bytes,
    )
    output.write(`${repair.name}.txt`, repair.letter(head))
    written.push({ file, to: repair.to, count: repair.count })
  }
  return written
}

function hashOf(bytes: Uint8Array | null): string {
  return bytes === null ? "" : sha256Hex(bytes)
}

/**
 * The sender's own file; where its kind cannot be marked or another is wanted, an .xlsx with the
 * same rows and cells.
 */
export async function markedList(
  { file, patch, asText }: Pick<RepairWorkbook, "file" | "patch" | "asText">,
  originalOf: OriginalOf,
  wanted: ".xlsx" | null = null,
) {
  const original = originalOf(file)
  assert(original !== null, "a list with rows was read from its bytes")
  const ending = endingOf(original.bytes)
  const isWanted = wanted === null || wanted === ending
  const marked = isWanted ? await patchWorkbook(original.bytes, patch) : null
  if (marked?.ok === true) return { bytes: marked.value, ending }
  const read = await original.read()
  assert(read.ok, "a list with rows could be read")
  return { bytes: await rebuildWorkbook(asText(read.value), patch), ending: ".xlsx" }
}

/** By content, as the file was read: an OpenDocument file begins with its own name. */
function endingOf(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 200)).toString("latin1")
  return start.includes("application/vnd.oasis.opendocument") ? ".ods" : ".xlsx"
}

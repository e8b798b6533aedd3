import { assert } from "../../../kernel/assert.ts"
import { ok, refuse, type Result } from "../../../kernel/result.ts"
import { openZip, type ZipArchive } from "../../files/zip.ts"
import { memorySink, ZipWriter } from "../../files/zip-writer.ts"
import { patchOdsParts } from "./ods.ts"
import { patchXlsxParts } from "./xlsx.ts"
import type { PatchRefusal, WorkbookPatch } from "./spec.ts"
import { PatchFault } from "./xml.ts"
import { readWorkbook } from "../read-workbook.ts"
import type { Workbook } from "../workbook.ts"

export type { CellMark, PatchRefusal, SheetPatch, WorkbookPatch } from "./spec.ts"

/**
 * The sender's own .xlsx or .ods with doubtful cells coloured, one new last column that explains,
 * a hidden column of row ids and a hidden sheet with the id of the file. Formulas give way to the
 * values that they last had. Every part that is not touched stays byte for byte as it was, and so
 * does the rest of a part that is. The same bytes and patch give the same bytes. `read` is the same file as read, where the caller has it.
 *
 * A file that was patched before and came back gets the new notes in the same column, and loses the
 * old colours.
 */
export async function patchWorkbook(
  bytes: Uint8Array,
  patch: WorkbookPatch,
  read?: Workbook,
): Promise<Result<Uint8Array, PatchRefusal>> {
  const workbook = read ? ok(read) : await readWorkbook(bytes, "")
  if (!workbook.ok) {
    const { refusal } = workbook
    const detail = "detail" in refusal ? refusal.detail : `the file is ${refusal.kind}`
    return refuse({ kind: "unreadable", detail })
  }
  const { format, sheets } = workbook.value
  if (format !== "xlsx" && format !== "ods")
    return refuse({ kind: "unsupported", detail: `a ${format} file has no styles to keep` })
  const archive = openZip(bytes)
  if (!archive.ok) return refuse({ kind: "unreadable", detail: archive.refusal.detail })
  try {
    const edit = format === "xlsx" ? patchXlsxParts : patchOdsParts
    return ok(await rezip(archive.value, edit(archive.value, sheets, patch)))
  } catch (error) {
    if (error instanceof PatchFault) return refuse({ kind: "unsupported", detail: error.message })
    throw error
  }
}

/** The archive again, with changed parts at their places, dropped ones left out and new ones at its end. */
async function rezip(
  archive: ZipArchive,
  changed: ReadonlyMap<string, string | null>,
): Promise<Uint8Array> {
  const { sink, bytes } = memorySink()
  const zip = new ZipWriter(sink)
  const byKey = new Map([...changed].map(([name, text]) => [keyOf(name), text]))
  for (const name of archive.names) {
    if (/[/\\]$/.test(name)) continue
    const content = archive.read(name)
    if (!content.ok || !content.value) throw new PatchFault(`the part ${name} cannot be read`)
    const text = byKey.get(keyOf(name))
    byKey.delete(keyOf(name))
    if (text === null) continue
    // OpenDocument wants this one first and not packed, so that the kind of file shows.
    await zip.add(name, text ?? content.value, name === "mimetype")
  }
  for (const [name, text] of changed)
    if (text !== null && byKey.has(keyOf(name))) await zip.add(name, text)
  await zip.finish()
  const patched = bytes()
  assert(patched.length > 0, "an empty workbook")
  return patched
}

/** Names are compared as Office does. */
function keyOf(name: string): string {
  return name.replaceAll("\\", "/").toLowerCase()
}

import { repairWorkbooks } from "../../modules/intake/index.ts"
import { readReceived } from "../../platform/spreadsheet/create-reader.ts"
import { markedList } from "../write-repairs.job.ts"
import { contentOf, sourceOf, type ImportFile } from "./file-content.load.ts"
import type { ImportRead } from "./read-import.job.ts"

/** The sender's own file with its doubtful cells coloured; null where nothing is to be answered. */
export async function markedWorkbook(
  file: ImportFile,
  found: Extract<ImportRead, { kind: "read" }>,
): Promise<Uint8Array | null> {
  const { list } = found
  if (list === null) return null
  const repair = repairWorkbooks(list.batch).find((each) => each.file === list.file.name)
  if (repair === undefined) return null
  const bytes = contentOf(file)
  const original = { bytes, read: () => readReceived(sourceOf(file), repair.file) }
  return (await markedList(repair, () => original, ".xlsx")).bytes
}

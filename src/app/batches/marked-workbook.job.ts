import { readFileSync } from "node:fs"
import { repairWorkbooks } from "../../modules/intake/index.ts"
import { readReceived } from "../../platform/spreadsheet/create-reader.ts"
import { markedList } from "../write-repairs.job.ts"
import type { ImportFile, ImportRead } from "./read-import.job.ts"

/** The sender's own file with its doubtful cells coloured; null where nothing is to be answered. */
export async function markedWorkbook(
  { content }: ImportFile,
  { list }: ImportRead,
): Promise<Uint8Array | null> {
  if (list === null) return null
  const repair = repairWorkbooks(list.batch).find(({ file }) => file === list.file.name)
  if (repair === undefined) return null
  const bytes = typeof content === "string" ? readFileSync(content) : content
  const original = { bytes, read: () => readReceived(content, repair.file) }
  return (await markedList(repair, () => original, ".xlsx")).bytes
}

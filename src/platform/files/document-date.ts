import { parseIso, type LocalDate } from "../../kernel/local-date.ts"
import { openZip } from "./zip.ts"

/** Where an Office document and an OpenDocument say when they were last saved. */
const PLACES = [
  { entry: "docProps/core.xml", date: /<dcterms:modified[^>]*>(\d{4}-\d\d-\d\d)/ },
  { entry: "meta.xml", date: /<dc:date>(\d{4}-\d\d-\d\d)/ },
] as const

/**
 * The day on which a document was last saved, as it says itself: never the file system's, which is
 * the day of copying. Null where it says nothing.
 */
export function documentDate(bytes: Uint8Array): LocalDate | null {
  const archive = openZip(bytes)
  if (!archive.ok) return null
  for (const { entry, date } of PLACES) {
    const read = archive.value.read(entry)
    const text = read.ok && read.value !== null ? Buffer.from(read.value).toString("utf8") : ""
    const found = date.exec(text)?.[1]
    if (found !== undefined) return parseIso(found)
  }
  return null
}

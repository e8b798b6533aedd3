import { ok, type Result } from "../../../kernel/result.ts"
import type { ZipArchive } from "../../files/zip.ts"
import { readPart, readRelations, unreadable } from "../office-parts.ts"
import { NOTES_MAX, type ReadRefusal } from "../workbook.ts"
import { walkXml } from "../xml/xml.ts"

type Places = readonly string[]
const PLACE = /^[A-Z]{1,3}\d{1,7}$/

/** Where notes hang on the cells of each sheet; a part that many sheets name is read once. */
export class CellNotes {
  readonly #archive: ZipArchive
  readonly #known = new Map<string, Places>()

  constructor(archive: ZipArchive) {
    this.#archive = archive
  }

  /** Of the sheet in the part of this name. Threaded comments have a part of plain ones beside them. */
  of(sheetPart: string): Result<Places, ReadRefusal> {
    const relations = readRelations(this.#archive, sheetPart)
    if (!relations.ok) return relations
    const link = [...relations.value.values()].find(({ type }) => type.endsWith("/comments"))
    if (link === undefined) return ok([])
    const known = this.#known.get(link.target)
    if (known !== undefined) return ok(known)
    const places = this.#read(link.target)
    if (places.ok) this.#known.set(link.target, places.value)
    return places
  }

  #read(part: string): Result<Places, ReadRefusal> {
    const bytes = readPart(this.#archive, part)
    if (!bytes.ok) return bytes
    const places: string[] = []
    if (bytes.value === null) return ok(places)
    const walked = walkXml(bytes.value, {
      open(name, { ref }) {
        const isPlace = name === "comment" && ref !== undefined && PLACE.test(ref)
        if (isPlace && places.length < NOTES_MAX) places.push(ref)
      },
    })
    return walked.ok ? ok(places) : unreadable(walked.refusal)
  }
}

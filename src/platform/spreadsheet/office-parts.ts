import { ok, refuse, type Result } from "../../kernel/result.ts"
import type { ZipArchive, ZipRefusal } from "../files/zip.ts"
import type { ReadRefusal } from "./workbook.ts"
import { XmlFault } from "./xml/fault.ts"
import { XmlTokens } from "./xml/tokens.ts"
import { walkXml } from "./xml/xml.ts"

type Step<T> = Result<T, ReadRefusal>

export interface Relation {
  readonly type: string
  readonly target: string
}

/** Parts that are read whole: styles, relations, the list of sheets. Real ones stay below 5 MB. */
const WHOLE_PART_BYTES = 32 * 1024 ** 2

/** A small part whole; `null` when the archive has none of this name. */
export function readPart(archive: ZipArchive, name: string): Step<Uint8Array | null> {
  const content = archive.read(name, WHOLE_PART_BYTES)
  return content.ok ? content : refuseZip(content.refusal)
}

/** Whatever reads tokens as far as they go. */
export interface TokenReader {
  /** Bound of work for a reader that makes objects, see `XmlTokens`. */
  readonly maxWork?: number
  scan(tokens: XmlTokens): void
}

/** Reads a large part piece by piece; `false` when the archive has none of this name. */
export async function scanPart(
  archive: ZipArchive,
  name: string,
  reader: TokenReader,
): Promise<Step<boolean>> {
  const tokens = new XmlTokens(reader.maxWork)
  try {
    const streamed = await archive.stream(name, (piece) => {
      tokens.push(piece)
      reader.scan(tokens)
    })
    if (!streamed.ok) return refuseZip(streamed.refusal)
    if (streamed.value === null) return ok(false)
    tokens.finish()
    reader.scan(tokens)
    return ok(true)
  } catch (error) {
    if (error instanceof XmlFault) return unreadable(error.message)
    throw error
  }
}

/**
 * Relations of a part by their id, with targets as names inside the archive (ECMA-376 part 2, 6.5).
 */
export function readRelations(archive: ZipArchive, part: string): Step<Map<string, Relation>> {
  const folder = part.slice(0, part.lastIndexOf("/") + 1)
  const bytes = readPart(archive, `${folder}_rels/${part.slice(folder.length)}.rels`)
  if (!bytes.ok) return bytes
  const relations = new Map<string, Relation>()
  if (bytes.value === null) return ok(relations)
  const walked = walkXml(bytes.value, {
    open(name, attributes) {
      const { Id: id, Type: type, Target: target } = attributes
      if (name !== "Relationship" || !id || !type || target === undefined) return
      if (attributes["TargetMode"] !== "External")
        relations.set(id, { type, target: resolveTarget(folder, target) })
    },
  })
  return walked.ok ? ok(relations) : unreadable(walked.refusal)
}

/** A refusal of the archive in the words of a reader of workbooks. */
export function refuseZip(refusal: ZipRefusal) {
  if (refusal.kind === "encrypted") return refuse<ReadRefusal>({ kind: "protected" })
  return unreadable(refusal.detail)
}

export function unreadable(detail: string) {
  return refuse<ReadRefusal>({ kind: "unreadable", detail })
}

function resolveTarget(folder: string, target: string): string {
  const slashed = target.replaceAll("\\", "/")
  const path = (slashed.startsWith("/") ? slashed : folder + slashed).split("/")
  const parts: string[] = []
  for (const step of path) {
    if (step === "..") parts.pop()
    else if (step !== "" && step !== ".") parts.push(step)
  }
  return parts.join("/")
}

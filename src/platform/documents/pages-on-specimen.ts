import { assert } from "../../kernel/assert.ts"
import { sha256 } from "../../kernel/id.ts"
import type { DrawnPage } from "./drawn-page.ts"
import { writePdf, type ParsedPdf, type PdfObject } from "./pdf-objects.ts"
import { KEYWORDS_PLACE } from "./specimen.ts"

/** The objects of a specimen that a document replaces or builds on. */
export interface SpecimenParts {
  readonly catalog: PdfObject
  readonly info: PdfObject
  readonly metadata: PdfObject
  readonly tree: PdfObject
  readonly page: PdfObject
  readonly resources: PdfObject
}

export interface PackedPage {
  /** The operators that draw it, packed with zlib. */
  readonly content: Buffer
  readonly bookmark: DrawnPage["bookmark"]
}

export interface PagesOf {
  readonly keywords: readonly string[]
  readonly width: number
  readonly height: number
  readonly pages: readonly PackedPage[]
}

export function specimenParts(specimen: ParsedPdf): SpecimenParts {
  const objects = new Map(specimen.objects.map((object) => [object.id, object]))
  const named = (text: string, name: string): PdfObject => {
    const found = objects.get(Number(new RegExp(`/${name} \\[?(\\d+) 0 R`).exec(text)?.[1]))
    assert(found !== undefined, `the specimen has an object /${name}`)
    return found
  }
  const catalog = named(specimen.trailer, "Root")
  const tree = named(catalog.dictionary, "Pages")
  const page = named(tree.dictionary, "Kids")
  return {
    catalog,
    info: named(specimen.trailer, "Info"),
    metadata: named(catalog.dictionary, "Metadata"),
    tree,
    page,
    resources: named(page.dictionary, "Resources"),
  }
}

/**
 * A document of these pages with the fonts, the colour profile, the language and the metadata of
 * the specimen: what makes it PDF/A comes from typst, what is seen is ours. Same pages, same bytes.
 */
export function pagesOnSpecimen(specimen: ParsedPdf, document: PagesOf): Buffer {
  const parts = specimenParts(specimen)
  const { catalog, info, metadata, tree } = parts
  const pageIds = document.pages.map((_, at) => specimen.size + 2 * at)
  const added = document.pages.flatMap((page, at) =>
    pageObjects(page, at, { document, parts, pageIds }),
  )
  const outlines = outlineObjects(document, pageIds, specimen.size + 2 * pageIds.length)
  const changed = new Map<number, PdfObject | null>([
    [parts.page.id, null],
    [contentsOf(parts.page), null],
    [tree.id, edited(tree, (text) => pageTree(text, pageIds))],
    [
      info.id,
      edited(info, (text) => text.replace(`(${KEYWORDS_PLACE})`, `(${wordsOf(document)})`)),
    ],
    [metadata.id, null],
    [catalog.id, edited(catalog, (text) => hungOn(text, outlines[0]))],
  ])
  const kept = specimen.objects.flatMap((object) => {
    const change = changed.get(object.id)
    return change === undefined ? [object] : change === null ? [] : [change]
  })
  const objects = [...kept, ...added, ...outlines]
  const id = documentId(objects)
  const size = specimen.size + added.length + outlines.length
  const trailer = specimen.trailer
    .replace(/\/Size \d+/, `/Size ${size}`)
    .replace(/\/ID \[[^\]]*\]/, `/ID [<${id}> <${id}>]`)
    .replace(/startxref[\s\S]*$/, "")
  const described = metadataOf(metadata, document, id)
  return writePdf({ header: specimen.header, objects: [...objects, described], size, trailer })
}

function contentsOf(page: PdfObject): number {
  return Number(/\/Contents (\d+) 0 R/.exec(page.dictionary)?.[1])
}

interface PageFrame {
  readonly document: PagesOf
  readonly parts: SpecimenParts
  readonly pageIds: readonly number[]
}

function pageObjects({ content }: PackedPage, at: number, frame: PageFrame): PdfObject[] {
  const { document, parts, pageIds } = frame
  const id = pageIds[at] ?? 0
  const dictionary =
    `<<\n  /Type /Page\n  /Parent ${parts.tree.id} 0 R\n` +
    `  /MediaBox [0 0 ${document.width} ${document.height}]\n` +
    `  /Contents ${id + 1} 0 R\n  /Resources ${parts.resources.id} 0 R\n>>`
  const packed = `<<\n  /Length ${content.length}\n  /Filter /FlateDecode\n>>`
  const stream = Buffer.concat([STREAM, content, END_OF_STREAM])
  return [
    { id, dictionary, stream: null },
    { id: id + 1, dictionary: packed, stream },
  ]
}

const STREAM = Buffer.from("\nstream\n")
const END_OF_STREAM = Buffer.from("\nendstream\nendobj\n\n")

function pageTree(text: string, ids: readonly number[]): string {
  return text
    .replace(/\/Count \d+/, `/Count ${ids.length}`)
    .replace(/\/Kids \[[^\]]*\]/, `/Kids [${ids.map((id) => `${id} 0 R`).join(" ")}]`)
}

/** The tree of bookmarks, all of one level; nothing where there is none. */
function outlineObjects(document: PagesOf, pageIds: readonly number[], id: number): PdfObject[] {
  const marks = document.pages.flatMap(({ bookmark }, at) =>
    bookmark === null ? [] : [{ ...bookmark, page: pageIds[at] ?? 0 }],
  )
  if (marks.length === 0) return []
  const items = marks.map(({ title, x, y, page }, at) => {
    const before = at === 0 ? "" : `\n  /Prev ${id + at} 0 R`
    const after = at === marks.length - 1 ? "" : `\n  /Next ${id + at + 2} 0 R`
    const place = `[${page} 0 R /XYZ ${x} ${document.height - y} 0]`
    const dictionary = `<<\n  /Parent ${id} 0 R${before}${after}\n  /Title ${hexText(title)}\n  /Dest ${place}\n>>`
    return { id: id + at + 1, dictionary, stream: null }
  })
  const ends = `  /First ${id + 1} 0 R\n  /Last ${id + marks.length} 0 R\n  /Count ${marks.length}`
  return [{ id, dictionary: `<<\n  /Type /Outlines\n${ends}\n>>`, stream: null }, ...items]
}

function hexText(text: string): string {
  return `<FEFF${Buffer.from(text, "utf16le").swap16().toString("hex").toUpperCase()}>`
}

function hungOn(catalog: string, outlines: PdfObject | undefined): string {
  return outlines === undefined
    ? catalog
    : catalog.replace(/>>$/, `  /Outlines ${outlines.id} 0 R\n>>`)
}

/** Metadata (XMP, never packed in PDF/A) speak of the specimen until they are told of the document. */
function metadataOf(metadata: PdfObject, document: PagesOf, id: string): PdfObject {
  const [, begin, xmp, end] =
    /^(\nstream\n)([\s\S]*)(\nendstream[\s\S]*)$/.exec(metadata.stream?.toString("latin1") ?? "") ??
    []
  assert(xmp !== undefined, "the specimen has metadata")
  const instance = /<xmpMM:InstanceID>([^<]*)</.exec(xmp)?.[1] ?? ""
  const whole = xmp
    .replace(/(<xmpTPg:NPages>)\d+/, `$1${document.pages.length}`)
    .replace(/(<xmpMM:DocumentID>)[^<]*/, `$1${id}`)
    .replaceAll(`>${instance}`, `>${id}`)
    .replace(`>${KEYWORDS_PLACE}<`, `>${wordsOf(document)}<`)
  const dictionary = metadata.dictionary.replace(/\/Length \d+/, `/Length ${whole.length}`)
  return { id: metadata.id, dictionary, stream: Buffer.from(`${begin}${whole}${end}`, "latin1") }
}

function wordsOf({ keywords }: PagesOf): string {
  const words = keywords.join(", ")
  assert(/^[\w:, -]*$/.test(words), "keywords need no escape in either of their two places")
  return words
}

function edited(object: PdfObject, change: (text: string) => string): PdfObject {
  return { ...object, dictionary: change(object.dictionary) }
}

function documentId(objects: readonly PdfObject[]): string {
  const digests = objects.map(({ id, dictionary, stream }) =>
    sha256(`${id} ${dictionary} ${stream === null ? "" : sha256(stream).toString("hex")}`),
  )
  return sha256(Buffer.concat(digests)).toString("hex").slice(0, 32).toUpperCase()
}

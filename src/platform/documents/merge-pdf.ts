import { assert } from "../../kernel/assert.ts"
import { mapReferences, parsePdf, writePdf } from "./pdf-objects.ts"
import { sha256 } from "../../kernel/id.ts"
import type { ParsedPdf, PdfObject } from "./pdf-objects.ts"

/**
 * Parts of one document as one file: the pages and bookmarks of all, the metadata, colour profile
 * and language of the first. Each part keeps its own subset of the fonts. Same parts, same bytes.
 */
export function mergePdf(parts: readonly Uint8Array[]): Buffer {
  const [first, ...others] = parts.map((part) => readPart(Buffer.from(part)))
  assert(first !== undefined, "at least one part")
  if (others.length === 0) return Buffer.from(parts[0] ?? [])
  const shared: Shared = { pages: first.pages, outlines: first.outlines }
  let size = first.pdf.size
  const moved = others.map((part) => {
    const from = size
    size += part.pdf.size
    return movePart(part, from, shared)
  })
  const all = [first, ...moved]
  const objects = all.flatMap((part) => part.pdf.objects)
  const joined = new Map(objects.map((object) => [object.id, object]))
  joinPages(joined, all, shared.pages)
  joinBookmarks(joined, all, shared.outlines)
  const id = documentId([...joined.values()])
  describeWhole(joined, referenceOf(dictionaryOf(first.pdf, first.catalog), "Metadata"), {
    id,
    pageCount: all.flatMap((part) => part.kids).length,
  })
  const merged = [...joined.values()]
  const trailer = first.pdf.trailer
    .replace(/\/Size \d+/, `/Size ${size}`)
    .replace(/\/ID \[[^\]]*\]/, `/ID [<${id}> <${id}>]`)
    .replace(/startxref[\s\S]*$/, "")
  return writePdf({ header: first.pdf.header, objects: merged, size, trailer })
}

interface Part {
  readonly pdf: ParsedPdf
  readonly catalog: number
  readonly dropped: ReadonlySet<number>
  readonly pages: number
  readonly kids: readonly number[]
  readonly outlines: number | null
  /** First and last bookmark of the top level. */
  readonly bookmarks: {
    readonly first: number
    readonly last: number
    readonly count: number
  } | null
}

interface Shared {
  readonly pages: number
  readonly outlines: number | null
}

function readPart(bytes: Buffer): Part {
  const pdf = parsePdf(bytes)
  const catalog = referenceOf(pdf.trailer, "Root")
  const catalogText = dictionaryOf(pdf, catalog)
  const pages = referenceOf(catalogText, "Pages")
  const pagesText = dictionaryOf(pdf, pages)
  const kids = [...(/\/Kids \[([^\]]*)\]/.exec(pagesText)?.[1] ?? "").matchAll(/(\d+) 0 R/g)]
  const hasOutlines = /\/Outlines \d+ 0 R/.test(catalogText)
  const outlines = hasOutlines ? referenceOf(catalogText, "Outlines") : null
  const outlineText = outlines === null ? "" : dictionaryOf(pdf, outlines)
  return {
    pdf,
    catalog,
    dropped: new Set([
      catalog,
      pages,
      ...(outlines === null ? [] : [outlines]),
      referenceOf(pdf.trailer, "Info"),
      referenceOf(catalogText, "Metadata"),
    ]),
    pages,
    kids: kids.map(([, id]) => Number(id)),
    outlines,
    bookmarks:
      outlines === null
        ? null
        : {
            first: referenceOf(outlineText, "First"),
            last: referenceOf(outlineText, "Last"),
            count: Number(/\/Count (\d+)/.exec(outlineText)?.[1]),
          },
  }
}

/** The part with numbers behind those of the parts before, hung on the first part's trees. */
function movePart(part: Part, offset: number, shared: Shared): Part {
  const map = (id: number): number => {
    if (id === part.pages) return shared.pages
    if (id === part.outlines && shared.outlines !== null) return shared.outlines
    return id + offset
  }
  const objects = part.pdf.objects
    .filter((object) => !part.dropped.has(object.id))
    .map(({ id, dictionary, stream }) => ({
      id: id + offset,
      dictionary: mapReferences(dictionary, map),
      stream,
    }))
  const { bookmarks } = part
  return {
    ...part,
    pdf: { ...part.pdf, objects },
    kids: part.kids.map((id) => id + offset),
    bookmarks: bookmarks && {
      ...bookmarks,
      first: bookmarks.first + offset,
      last: bookmarks.last + offset,
    },
  }
}

function joinPages(objects: Map<number, PdfObject>, parts: readonly Part[], pages: number): void {
  const kids = parts.flatMap((part) => part.kids)
  edit(objects, pages, (text) =>
    text
      .replace(/\/Count \d+/, `/Count ${kids.length}`)
      .replace(/\/Kids \[[^\]]*\]/, `/Kids [${kids.map((id) => `${id} 0 R`).join(" ")}]`),
  )
}

/** The last bookmark of a part and the first of the next become neighbours. */
function joinBookmarks(
  objects: Map<number, PdfObject>,
  parts: readonly Part[],
  outlines: number | null,
): void {
  const chains = parts.flatMap((part) => part.bookmarks ?? [])
  if (outlines === null) return assert(chains.length === 0, "the first part has bookmarks")
  for (const [i, next] of chains.entries()) {
    const before = chains[i - 1]
    if (before === undefined) continue
    edit(objects, before.last, (text) => text.replace(/>>$/, `  /Next ${next.first} 0 R\n>>`))
    edit(objects, next.first, (text) => text.replace(/>>$/, `  /Prev ${before.last} 0 R\n>>`))
  }
  const count = chains.reduce((sum, chain) => sum + chain.count, 0)
  edit(objects, outlines, (text) =>
    text
      .replace(/\/Count \d+/, `/Count ${count}`)
      .replace(/\/Last \d+ 0 R/, `/Last ${chains.at(-1)?.last} 0 R`),
  )
}

/** The metadata of the first part (XMP, never packed in PDF/A) speak of its pages only. */
function describeWhole(
  objects: Map<number, PdfObject>,
  metadata: number,
  { id, pageCount }: { readonly id: string; readonly pageCount: number },
): void {
  const object = objects.get(metadata)
  const [, begin, xmp, end] =
    /^(\nstream\n)([\s\S]*)(\nendstream[\s\S]*)$/.exec(object?.stream?.toString("latin1") ?? "") ??
    []
  assert(object !== undefined && xmp !== undefined, "the first part has metadata")
  const instance = /<xmpMM:InstanceID>([^<]*)</.exec(xmp)?.[1] ?? ""
  const whole = xmp
    .replace(/(<xmpTPg:NPages>)\d+/, `$1${pageCount}`)
    .replace(/(<xmpMM:DocumentID>)[^<]*/, `$1${id}`)
    .replaceAll(`>${instance}`, `>${id}`)
  const dictionary = object.dictionary.replace(/\/Length \d+/, `/Length ${whole.length}`)
  const stream = Buffer.from(`${begin}${whole}${end}`, "latin1")
  objects.set(metadata, { id: metadata, dictionary, stream })
}

function edit(objects: Map<number, PdfObject>, id: number, change: (text: string) => string): void {
  const object = objects.get(id)
  assert(object !== undefined, `object ${id} is there`)
  objects.set(id, { ...object, dictionary: change(object.dictionary) })
}

function documentId(objects: readonly PdfObject[]): string {
  const digests = objects.map(({ id, dictionary, stream }) =>
    sha256(`${id} ${dictionary} ${stream === null ? "" : sha256(stream).toString("hex")}`),
  )
  return sha256(Buffer.concat(digests)).toString("hex").slice(0, 32).toUpperCase()
}

function dictionaryOf(pdf: ParsedPdf, id: number): string {
  const object = pdf.objects.find((o) => o.id === id)
  assert(object !== undefined, `object ${id} is in the file`)
  return object.dictionary
}

function referenceOf(text: string, name: string): number {
  const found = new RegExp(`/${name} (\\d+) 0 R`).exec(text)
  assert(found !== null, `a reference /${name}`)
  return Number(found[1])
}

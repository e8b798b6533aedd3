import { inflateSync } from "node:zlib"
import { parsePdf, type ParsedPdf, type PdfObject } from "./pdf-objects.ts"

/** The text of every page, one line a run of type, in the order drawn. For tests only. */
export function pageTexts(pdf: Uint8Array): string[][] {
  const parsed = parsePdf(Buffer.from(pdf))
  const objects = new Map(parsed.objects.map((object) => [object.id, object]))
  return pageIds(parsed, objects).map((id) => {
    const page = objects.get(id)?.dictionary ?? ""
    const resources = objects.get(reference(page, "Resources"))?.dictionary ?? ""
    const fonts = new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, font]) => {
        const type0 = objects.get(Number(font))?.dictionary ?? ""
        return [name ?? "", charactersOf(unpack(objects.get(reference(type0, "ToUnicode"))))]
      }),
    )
    return runsOf(unpack(objects.get(reference(page, "Contents"))), fonts)
  })
}

function pageIds(pdf: ParsedPdf, objects: ReadonlyMap<number, PdfObject>): number[] {
  const catalog = objects.get(reference(pdf.trailer, "Root"))?.dictionary ?? ""
  const tree = objects.get(reference(catalog, "Pages"))?.dictionary ?? ""
  const kids = /\/Kids \[([^\]]*)\]/.exec(tree)?.[1] ?? ""
  return [...kids.matchAll(/(\d+) 0 R/g)].map(([, id]) => Number(id))
}

function runsOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>) {
  const runs: string[] = []
  let font: ReadonlyMap<number, string> = new Map()
  // The font belongs to the graphics state, which q saves and Q brings back.
  const saved: (typeof font)[] = []
  for (const [token, name, array, hex] of content.matchAll(
    /^[qQ]$|\/(F\d+) [\d.]+ Tf|\[((?:\((?:\\[\s\S]|[^\\)])*\)|[^\]])*)\] TJ|<([0-9A-F]*)> Tj/gm,
  )) {
    if (token === "q") saved.push(font)
    else if (token === "Q") font = saved.pop() ?? new Map()
    else if (name !== undefined) font = fonts.get(name) ?? new Map()
    else if (hex !== undefined) runs.push(lettersOf(Buffer.from(hex, "hex"), font))
    else runs.push(textOf(array ?? "", font))
  }
  return runs
}

function textOf(array: string, font: ReadonlyMap<number, string>): string {
  let out = ""
  for (const [, literal] of array.matchAll(/\(((?:\\[\s\S]|[^\\)])*)\)/g))
    out += lettersOf(Buffer.from(unescape(literal ?? ""), "latin1"), font)
  return out
}

function lettersOf(bytes: Buffer, font: ReadonlyMap<number, string>): string {
  let out = ""
  for (let i = 0; i + 1 < bytes.length; i += 2) out += font.get(bytes.readUInt16BE(i)) ?? "\ufffd"
  return out
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" }

function unescape(literal: string): string {
  return literal.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPES[code] ?? code),
  )
}

function charactersOf(cmap: string): Map<number, string> {
  const pairs = cmap.matchAll(/<([0-9A-F]{4})> <([0-9A-F]{4,})>/g)
  return new Map(
    [...pairs]
      .filter(([, glyph]) => glyph !== undefined)
      .map(([, glyph, text]) => [
        Number.parseInt(glyph ?? "", 16),
        Buffer.from(text ?? "", "hex")
          .swap16()
          .toString("utf16le"),
      ]),
  )
}

function unpack(object: PdfObject | undefined): string {
  const stream = object?.stream
  if (!stream) return ""
  return inflateSync(stream.subarray("\nstream\n".length)).toString("latin1")
}

function reference(text: string, name: string): number {
  return Number(new RegExp(`/${name} (\\d+) 0 R`).exec(text)?.[1])
}

import {
  applyEdits,
  attributeOf,
  PatchFault,
  walkNodes,
  withAttribute,
  type XmlEdit,
} from "./xml.ts"

const WIDTH = "fo:page-width"
const HEIGHT = "fo:page-height"

/** The styles part with every page lying and a sheet as wide as a page (OpenDocument 1.3, 20.330). */
export function lyingPages(styles: string): string {
  const edits: XmlEdit[] = []
  walkNodes(styles, {
    leave(node) {
      if (node.prefix !== "style:" || node.name !== "page-layout-properties") return
      const [width, height] = [attributeOf(styles, node, WIDTH), attributeOf(styles, node, HEIGHT)]
      const isUpright = Number.parseFloat(width ?? "") < Number.parseFloat(height ?? "")
      const turned = isUpright ? { [WIDTH]: height ?? null, [HEIGHT]: width ?? null } : {}
      const set: Readonly<Record<string, string | null>> = {
        ...turned,
        "style:print-orientation": "landscape",
        "style:scale-to": null,
        "style:scale-to-pages": null,
        "style:scale-to-Y": null,
        "style:scale-to-X": "1",
      }
      const tag = styles.slice(node.start, node.open)
      const text = Object.entries(set).reduce((done, pair) => withAttribute(done, ...pair), tag)
      edits.push({ start: node.start, end: node.open, text })
    },
  })
  return applyEdits(styles, edits)
}

const NAMES =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" ' +
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'

/** A styles part for a document that has none: A4, lying, a sheet as wide as a page. */
export const LYING_STYLES =
  `<?xml version="1.0" encoding="UTF-8"?><office:document-styles ${NAMES} office:version="1.2"><office:automatic-styles>` +
  `<style:page-layout style:name="payung-page"><style:page-layout-properties fo:page-width="297mm" fo:page-height="210mm" ` +
  `fo:margin="10mm" style:print-orientation="landscape" style:scale-to-X="1"/></style:page-layout></office:automatic-styles>` +
  `<office:master-styles><style:master-page style:name="Default" style:page-layout-name="payung-page"/></office:master-styles>` +
  `</office:document-styles>`

/** The manifest with the part that was added (OpenDocument 1.3 part 2, 3.2). */
export function withStylesEntry(manifest: string): string {
  let at = -1
  let prefix = ""
  walkNodes(manifest, {
    leave(node) {
      if (node.depth === 0 && node.name === "manifest" && !node.selfClosing)
        [at, prefix] = [node.close, node.prefix]
    },
  })
  if (at < 0) throw new PatchFault("a manifest without entries")
  const text = `<${prefix}file-entry ${prefix}full-path="styles.xml" ${prefix}media-type="text/xml"/>`
  return applyEdits(manifest, [{ start: at, end: at, text }])
}

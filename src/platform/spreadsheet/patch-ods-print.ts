import { applyEdits, attributeOf, walkNodes, withAttribute, type XmlEdit } from "./patch-xml.ts"

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

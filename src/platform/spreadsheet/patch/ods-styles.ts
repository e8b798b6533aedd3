import {
  attributeOf,
  PatchFault,
  walkNodes,
  withAttribute,
  type XmlEdit,
  type XmlNode,
} from "./xml.ts"

/** Kinds of styles and the element that holds what is changed in them (OpenDocument 1.3, 16.2). */
const PROPERTIES = {
  table: "table-properties",
  "table-column": "table-column-properties",
  "table-row": "table-row-properties",
  "table-cell": "table-cell-properties",
} as const

type Family = keyof typeof PROPERTIES

/** The automatic styles of a sender's content, to which derived ones are added. */
export class OdsPatchStyles {
  readonly #known = new Map<string, string>()
  readonly #derived = new Map<string, string>()
  readonly #added: string[] = []
  #number = 0

  /** Told of each `style:style` of the content. */
  add(text: string, node: XmlNode): void {
    const family = attributeOf(text, node, "style:family") ?? ""
    const name = attributeOf(text, node, "style:name") ?? ""
    this.#known.set(`${family} ${name}`, text.slice(node.start, node.end))
  }

  /** A style that differs from `base` (an automatic or a named one, or none) in these properties. */
  derive(
    family: Family,
    base: string | undefined,
    values: Readonly<Record<string, string>>,
  ): string {
    const key = JSON.stringify([family, base, values])
    const known = this.#derived.get(key)
    if (known !== undefined) return known
    let name: string
    do name = `payung-${++this.#number}`
    while (this.#known.has(`${family} ${name}`))
    this.#derived.set(key, name)
    const automatic = this.#known.get(`${family} ${base}`)
    this.#added.push(
      automatic === undefined
        ? newStyle(family, name, base, values)
        : cloneStyle(automatic, name, PROPERTIES[family], values),
    )
    return name
  }

  /** A property that an automatic style itself sets. */
  property(family: Family, name: string | undefined, property: string): string | undefined {
    const style = this.#known.get(`${family} ${name}`)
    return style && propertiesOf(style, PROPERTIES[family]).values(property)
  }

  /** What is put into the automatic styles. */
  xml(): string {
    return this.#added.join("")
  }
}

function newStyle(
  family: Family,
  name: string,
  base: string | undefined,
  values: Readonly<Record<string, string>>,
): string {
  const parent = base === undefined ? "" : ` style:parent-style-name="${base}"`
  return (
    `<style:style style:name="${name}" style:family="${family}"${parent}>` +
    `${propertiesTag(PROPERTIES[family], values)}</style:style>`
  )
}

function propertiesTag(element: string, values: Readonly<Record<string, string>>): string {
  const attributes = Object.entries(values).map(([name, value]) => ` ${name}="${value}"`)
  return `<style:${element}${attributes.join("")}/>`
}

function cloneStyle(
  style: string,
  name: string,
  element: string,
  values: Readonly<Record<string, string>>,
): string {
  const { root, node } = propertiesOf(style, element)
  const tag = withAttribute(style.slice(root.start, root.open), "style:name", name)
  if (root.selfClosing)
    return `${tag.replace(/\s*\/>$/, ">")}${propertiesTag(element, values)}</style:style>`
  if (!node) return tag + propertiesTag(element, values) + style.slice(root.open)
  let changed = style.slice(node.start, node.open)
  for (const [attribute, value] of Object.entries(values))
    changed = withAttribute(changed, attribute, value)
  return tag + style.slice(root.open, node.start) + changed + style.slice(node.open)
}

function propertiesOf(style: string, element: string) {
  let root: XmlNode | undefined
  let node: XmlNode | undefined
  walkNodes(style, {
    enter: ({ depth }) => depth < 1,
    leave(found) {
      if (found.depth === 0) root = found
      else if (found.prefix === "style:" && found.name === element) node = found
    },
  })
  if (!root) throw new PatchFault("a style that cannot be read")
  const values = (name: string) => node && attributeOf(style, node, name)
  return { root, node, values }
}

/** Puts the new styles where automatic styles stand, or before the body. */
export function stylesEdit(styles: string, section: XmlNode | undefined, body: XmlNode): XmlEdit {
  const whole = `<office:automatic-styles>${styles}</office:automatic-styles>`
  if (!section) return { start: body.start, end: body.start, text: whole }
  if (section.selfClosing) return { start: section.start, end: section.end, text: whole }
  return { start: section.close, end: section.close, text: styles }
}

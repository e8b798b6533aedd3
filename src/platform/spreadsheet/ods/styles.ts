import type { XmlAttributes } from "../xml/xml.ts"

interface Style {
  parent: string | undefined
  struck: boolean | undefined
  displayed: boolean
}

/**
 * The named styles of an OpenDocument file that matter here: struck text and sheets not displayed.
 */
export class OdsStyles {
  readonly #styles = new Map<string, Style>()
  #open: Style | undefined

  open(name: string, attributes: XmlAttributes): void {
    if (name === "style") this.#openStyle(attributes)
    else if (!this.#open) return
    else if (name === "text-properties") this.#open.struck = strikeOf(attributes)
    else if (name === "table-properties")
      this.#open.displayed = attributes["table:display"] !== "false"
  }

  close(name: string): void {
    if (name === "style") this.#open = undefined
  }

  isStruck(name: string | undefined): boolean {
    return this.#inherited(name, 0)?.struck ?? false
  }

  /** Whether this text style itself speaks of strike-through; `undefined` leaves it to the cell. */
  ownStrike(name: string | undefined): boolean | undefined {
    return this.#inherited(name, 0)?.struck
  }

  isDisplayed(name: string | undefined): boolean {
    return (name === undefined ? undefined : this.#styles.get(name))?.displayed ?? true
  }

  #openStyle(attributes: XmlAttributes): void {
    const parent = attributes["style:parent-style-name"]
    this.#open = { parent, struck: undefined, displayed: true }
    this.#styles.set(attributes["style:name"] ?? "", this.#open)
  }

  #inherited(name: string | undefined, depth: number): Style | undefined {
    const style = name === undefined ? undefined : this.#styles.get(name)
    // A chain of parents that long is a circle.
    if (!style || style.struck !== undefined || depth > 20) return style
    return this.#inherited(style.parent, depth + 1)
  }
}

function strikeOf(attributes: XmlAttributes): boolean | undefined {
  const style = attributes["style:text-line-through-style"]
  const type = attributes["style:text-line-through-type"]
  if (style === undefined && type === undefined) return undefined
  return (style ?? "solid") !== "none" && (type ?? "single") !== "none"
}

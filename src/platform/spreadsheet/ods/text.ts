import type { OdsStyles } from "./styles.ts"
import type { XmlAttributes } from "../xml/xml.ts"

const MAX_SPACES = 1000

/** The text that a cell shows: paragraphs joined by line breaks; comments and drawings left out. */
export class OdsText {
  readonly #styles: OdsStyles
  #text = ""
  #paragraphs = 0
  #inParagraph = false
  /** Depth inside an element whose text the cell does not show. */
  #aside = 0
  readonly #spans: (boolean | undefined)[] = []
  readonly #strikes = new Set<boolean | undefined>()

  constructor(styles: OdsStyles) {
    this.#styles = styles
  }

  open(name: string, attributes: XmlAttributes): void {
    if (this.#aside > 0 || isAside(name)) this.#aside++
    else if (name === "p" || name === "h") this.#openParagraph()
    else if (!this.#inParagraph) return
    else if (name === "span") this.#spans.push(this.#strikeOf(attributes["text:style-name"]))
    else if (name === "s")
      this.#text += " ".repeat(Math.min(Number(attributes["text:c"] ?? 1) || 1, MAX_SPACES))
    else if (name === "tab") this.#text += "\t"
    else if (name === "line-break") this.#text += "\n"
  }

  write(text: string): void {
    if (!this.#inParagraph || this.#aside > 0) return
    if (text.trim() !== "") this.#strikes.add(this.#spans.at(-1))
    // Line breaks of the XML source are spaces; runs of spaces stay, though writers should not use
    // them.
    this.#text += text.replace(/[\t\r\n]+ */g, " ")
  }

  close(name: string): void {
    if (this.#aside > 0) this.#aside--
    else if (name === "p" || name === "h") this.#inParagraph = false
    else if (name === "span") this.#spans.pop()
  }

  content(): string {
    return this.#text
  }

  /**
   * Struck as a whole: every run with text is struck by itself or, without a word of its own, by
   * the cell.
   */
  isStruck(cell: boolean): boolean {
    if (this.#strikes.size === 0) return cell
    return [...this.#strikes].every((strike) => strike ?? cell)
  }

  #openParagraph(): void {
    if (this.#paragraphs++ > 0) this.#text += "\n"
    this.#inParagraph = true
  }

  #strikeOf(style: string | undefined): boolean | undefined {
    return this.#styles.ownStrike(style) ?? this.#spans.at(-1)
  }
}

function isAside(name: string): boolean {
  return name === "annotation" || name === "ruby-text" || name === "shapes" || name === "frame"
}

import { isOn, type XmlAttributes } from "../xml/xml.ts"

/** Parts whose text the page does not show, or shows a second time. */
const ASIDE = new Set(["instrText", "delText", "Fallback", "txbxContent", "pPr"])

/** The text of a paragraph or cell as it is shown; struck only when every run is (17.3.2.37). */
export class DocxText {
  #text = ""
  #paragraphs = 0
  #aside = 0
  #inText = false
  #runStruck = false
  #isAnyPlain = false
  #isAnyStruck = false

  /** What was written since the last time; empty where nothing is shown. */
  take(): { readonly text: string; readonly struck: boolean } {
    const text = this.#text.replace(/^\n+|\n+$/g, "")
    const struck = this.#isAnyStruck && !this.#isAnyPlain
    this.#text = ""
    this.#paragraphs = 0
    this.#isAnyPlain = false
    this.#isAnyStruck = false
    return { text: text.trim() === "" ? "" : text, struck }
  }

  open(name: string, attributes: XmlAttributes): void {
    if (this.#aside > 0 || ASIDE.has(name)) this.#aside++
    else if (name === "p" && this.#paragraphs++ > 0) this.#text += "\n"
    else if (name === "r") this.#runStruck = false
    else if (name === "strike" || name === "dstrike")
      this.#runStruck = attributes["w:val"] === undefined || isOn(attributes["w:val"])
    else if (name === "t") this.#inText = true
    else if (name === "tab") this.#text += "\t"
    else if (name === "br" || name === "cr") this.#text += "\n"
    else if (name === "noBreakHyphen") this.#text += "-"
  }

  write(text: string): void {
    if (!this.#inText || this.#aside > 0) return
    this.#text += text
    if (text.trim() === "") return
    if (this.#runStruck) this.#isAnyStruck = true
    else this.#isAnyPlain = true
  }

  close(name: string): void {
    if (this.#aside > 0) this.#aside--
    else if (name === "t") this.#inText = false
  }
}

import { ok, type Result } from "../../kernel/result.ts"
import { isOn, walkXml, XmlFault, type XmlAttributes } from "./xml.ts"

const MAX_STRINGS = 2_000_000

/** `cell`: runs without a font of their own show the font of the cell. */
export type TextStrike = "struck" | "plain" | "cell"

export interface RichText {
  readonly text: string
  readonly strike: TextStrike
}

/**
 * Collects one string item (`si` or `is`): plain text or runs. Phonetic runs (`rPh`) are reading
 * aids that Excel shows only on demand, so they are left out.
 */
export class RichTextCollector {
  #text = ""
  #run = ""
  #runStrike: TextStrike = "cell"
  #strikes = new Set<TextStrike>()
  #inText = false
  #phonetic = false

  open(name: string, attributes: XmlAttributes): void {
    if (name === "rPh") this.#phonetic = true
    else if (name === "t") this.#inText = !this.#phonetic
    else if (name === "rPr") this.#runStrike = "plain"
    else if (name === "strike" && isOn(attributes["val"] ?? "1")) this.#runStrike = "struck"
  }

  text(text: string): void {
    if (this.#inText) this.#run += text
  }

  close(name: string): void {
    if (name === "t") this.#inText = false
    else if (name === "rPh") this.#phonetic = false
    else if (name === "r") this.#endRun()
  }

  /** Ends the item and makes the collector ready for the next one. */
  take(): RichText {
    this.#endRun()
    const text = decodeEscapes(this.#text)
    const only = this.#strikes.size === 1 ? [...this.#strikes][0] : undefined
    const strike = this.#strikes.has("plain") ? "plain" : (only ?? "cell")
    this.#text = ""
    this.#strikes.clear()
    return { text, strike }
  }

  #endRun(): void {
    if (this.#run.trim() !== "") this.#strikes.add(this.#runStrike)
    this.#text += this.#run
    this.#run = ""
    this.#runStrike = "cell"
  }
}

/** Excel writes characters that XML cannot hold as `_xHHHH_` (ECMA-376 part 1, 22.9.2.19). */
export function decodeEscapes(text: string): string {
  if (!text.includes("_x")) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (written, hex: string) => {
    const code = Number.parseInt(hex, 16)
    // A NUL can be stored by no database, and half a surrogate pair is no character.
    return code === 0 || (code >= 0xd800 && code <= 0xdfff) ? written : String.fromCharCode(code)
  })
}

/** The shared string table, in file order. */
export function readSharedStrings(bytes: Uint8Array): Result<readonly RichText[], string> {
  const strings: RichText[] = []
  const item = new RichTextCollector()
  const walked = walkXml(bytes, {
    open: (name, attributes) => item.open(name, attributes),
    text: (text) => item.text(text),
    close(name) {
      item.close(name)
      if (name !== "si") return
      if (strings.length >= MAX_STRINGS) throw new XmlFault("too many shared strings")
      strings.push(item.take())
    },
  })
  return walked.ok ? ok(strings) : walked
}

import type { FontWeight } from "./document-fonts.ts"

/** What is drawn in order, the later over the earlier; all lengths in points from the top left. */
export interface DrawnPage {
  readonly items: readonly DrawnItem[]
  /** A place that readers jump to. */
  readonly bookmark: { readonly title: string; readonly x: number; readonly y: number } | null
}

export type DrawnItem = DrawnText | DrawnBox | DrawnLines

export interface DrawnText {
  readonly kind: "text"
  readonly text: string
  /** Where the baseline begins. */
  readonly x: number
  readonly y: number
  readonly size: number
  readonly weight: FontWeight
  /** From black, 0, to white, 1. */
  readonly grey?: number
  /** Between letters, beside their own widths. */
  readonly spacing?: number
  /** Rising to the right. */
  readonly degrees?: number
}

export interface DrawnBox {
  readonly kind: "box"
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly grey: number
}

export interface DrawnLines {
  readonly kind: "lines"
  readonly thickness: number
  readonly grey: number
  readonly segments: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[]
}

/** Where a letter lies in the fonts of a document: the font's name and its glyph, in hex. */
export interface Glyph {
  readonly font: string
  readonly code: string
}

export type Glyphs = Readonly<Record<FontWeight, ReadonlyMap<string, Glyph>>>

/** The operators that draw a page (ISO 32000-1, 8 and 9); places there begin at the bottom left. */
export function pageContent({ items }: DrawnPage, height: number, glyphs: Glyphs): Buffer {
  const out: string[] = []
  // What was set holds until it is set again, and most texts are like the one before.
  let [style, font] = ["", ""]
  for (const item of items) {
    if (item.kind === "box") {
      const place = [item.x, height - item.y - item.height, item.width, item.height]
      out.push(`${number(item.grey)} g ${place.map(number).join(" ")} re f`)
      style = ""
    } else if (item.kind === "lines") {
      const segments = item.segments.map(
        ([x1, y1, x2, y2]) => `${pair(x1, height - y1)} m ${pair(x2, height - y2)} l`,
      )
      out.push(`${number(item.grey)} G ${number(item.thickness)} w ${segments.join(" ")} S`)
    } else {
      const { grey = 0, spacing = 0, degrees = 0 } = item
      const wanted = `${number(grey)} g ${number(spacing)} Tc `
      out.push(
        `BT ${wanted === style ? "" : wanted}${turn(degrees)} ${pair(item.x, height - item.y)} Tm`,
      )
      style = wanted
      for (const [name, codes] of runsOf(item.text, glyphs[item.weight])) {
        const set = `/${name} ${number(item.size)} Tf `
        out.push(`${set === font ? "" : set}<${codes}> Tj`)
        font = set
      }
      out.push("ET")
    }
  }
  return Buffer.from(`${out.join("\n")}\n`, "latin1")
}

/** The text by the fonts that hold its letters: the pen goes on where a run ended. */
function runsOf(text: string, glyphs: ReadonlyMap<string, Glyph>): [font: string, codes: string][] {
  const runs: [string, string][] = []
  for (const character of text) {
    const glyph = glyphs.get(character)
    if (glyph === undefined) throw new Error(`no glyph for "${character}" in the document's fonts`)
    const last = runs.at(-1)
    if (last?.[0] === glyph.font) last[1] += glyph.code
    else runs.push([glyph.font, glyph.code])
  }
  return runs
}

function turn(degrees: number): string {
  if (degrees === 0) return "1 0 0 1"
  const angle = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle).toFixed(5), Math.sin(angle).toFixed(5)]
  return `${cos} ${sin} -${sin} ${cos}`
}

function pair(x: number, y: number): string {
  return `${number(x)} ${number(y)}`
}

/** Hundredths of a point: a seventieth of what a good printer can set. */
function number(value: number): string {
  return String(Math.round(value * 100) / 100)
}

import type { Glyph } from "./page.ts"

/** A line of a page from top to bottom: its cells by column, and how far each reaches. */
export interface PageLine {
  /** Baseline, for the order on the page. */
  readonly y: number
  readonly cells: readonly PageCell[]
}

export interface PageCell {
  readonly column: number
  /** Columns and lines that the cell covers, 1 for an ordinary one. */
  readonly across: number
  readonly down: number
  readonly text: string
}

/** What a page says: `columns` are the x at which columns begin and end; none without a table. */
export interface PageText {
  readonly columns: readonly number[]
  readonly lines: readonly PageLine[]
}

/** A gap wider than this share of the letter size is a space. */
export const SPACE = 0.15
/** Baselines closer than this share of the letter size are one line. */
const SAME_LINE = 0.45

/** Glyphs by line from top to bottom, each line from left to right. */
export function linesOf(glyphs: readonly Glyph[]): Glyph[][] {
  const lines: Glyph[][] = []
  for (const glyph of [...glyphs].sort((a, b) => b.y - a.y || a.left - b.left)) {
    const line = lines.at(-1)
    const first = line?.[0]
    if (line && first && first.y - glyph.y < SAME_LINE * Math.max(first.size, glyph.size))
      line.push(glyph)
    else lines.push([glyph])
  }
  for (const line of lines) line.sort((a, b) => a.left - b.left)
  return lines
}

/** The text of one line; letters that stand apart are words. */
export function lineText(line: readonly Glyph[]): string {
  let text = ""
  let end = Infinity
  for (const glyph of line) {
    // The same letter printed twice on nearly one place is how some writers make bold.
    if (glyph.left < end - 0.7 * (glyph.right - glyph.left) && text.endsWith(glyph.text)) continue
    if (glyph.left - end > SPACE * glyph.size) text += " "
    text += glyph.text
    end = glyph.right
  }
  return text.trim()
}

/** The text of a cell; its lines were broken by the page, not by the sender. */
export function cellText(glyphs: readonly Glyph[]): string {
  return linesOf(glyphs).map(lineText).join(" ").trim()
}

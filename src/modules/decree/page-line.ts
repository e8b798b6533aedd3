import { wrapText } from "../../platform/documents/fit-text.ts"

/** What the layout must know of the fonts; the platform gives it. */
export interface Typesetter {
  /** Width in points. */
  readonly width: (text: string, sizePoints: number, weight: "regular" | "bold") => number
  /** The text in letters that the fonts have. */
  readonly drawable: (text: string) => string
}

export interface Column {
  readonly title: string
  /** Points, the blank at both sides included. */
  readonly width: number
  readonly align: "left" | "right" | "center"
}

/** One line of type: pieces of text, each so many points from the left edge of the table. */
export interface Line {
  readonly bold: boolean
  readonly pieces: readonly (readonly [left: number, text: string])[]
}

/** Lines that stay together, with a rule below. */
export type Row = readonly Line[]

export const TEXT_POINTS = 8
/** Blank at each side of a cell, points. */
export const CELL_PAD = 3

/** The cells broken into the lines their columns allow: as many lines as the longest cell needs. */
export function tableRow(
  columns: readonly Column[],
  cells: readonly string[],
  style: { readonly setter: Typesetter; readonly bold: boolean },
): Row {
  const weight = style.bold ? "bold" : "regular"
  const measure = (text: string) => style.setter.width(text, TEXT_POINTS, weight)
  const wrapped = columns.map((column, i) =>
    wrapText(style.setter.drawable(cells[i] ?? ""), column.width - 2 * CELL_PAD, measure),
  )
  const height = Math.max(...wrapped.map((lines) => lines.length))
  return Array.from({ length: height }, (_, k) => ({
    bold: style.bold,
    pieces: piecesOf(
      columns,
      wrapped.map((lines) => lines[k] ?? ""),
      measure,
    ),
  }))
}

/** A row of one text over the whole width. */
export function spanningRow(text: string, width: number, setter: Typesetter): Row {
  const measure = (t: string) => setter.width(t, TEXT_POINTS, "bold")
  return wrapText(setter.drawable(text), width - 2 * CELL_PAD, measure).map((line) => ({
    bold: true,
    pieces: [[CELL_PAD, line] as const],
  }))
}

function piecesOf(
  columns: readonly Column[],
  texts: readonly string[],
  measure: (text: string) => number,
): [number, string][] {
  const pieces: [number, string][] = []
  let left = 0
  for (const [i, column] of columns.entries()) {
    const text = texts[i] ?? ""
    if (text !== "") pieces.push([left + startOf(column, measure(text)), text])
    left += column.width
  }
  return pieces
}

function startOf(column: Column, width: number): number {
  if (column.align === "left") return CELL_PAD
  if (column.align === "right") return column.width - CELL_PAD - width
  return (column.width - width) / 2
}

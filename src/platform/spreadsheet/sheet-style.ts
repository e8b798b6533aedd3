import type { CellStyle } from "hucre"
import type { ColumnKind } from "./sheet-spec.ts"

export type CellRole = "title" | "subtitle" | "header" | "body" | "total"
interface Look {
  readonly tint?: CellTint
  readonly wrap?: boolean
}

export type CellTint = "error" | "warning" | undefined

const FORMATS: Readonly<Record<ColumnKind, string | undefined>> = {
  text: "@",
  number: undefined,
  rupiah: '"Rp"\\ #,##0',
  date: "dd/mm/yyyy",
}

const TINTS = { error: "F8CBAD", warning: "FFF2CC" } as const

// The indent keeps a number off the border of the text beside it.
const ALIGNMENTS = {
  text: { vertical: "top" },
  number: { vertical: "top", horizontal: "right", indent: 1 },
  rupiah: { vertical: "top", horizontal: "right", indent: 1 },
  date: { vertical: "top", horizontal: "center" },
} as const

const LINE = { style: "thin", color: { rgb: "A6A6A6" } } as const
const BORDER = { top: LINE, right: LINE, bottom: LINE, left: LINE }

function solid(rgb: string) {
  return { type: "pattern", pattern: "solid", fgColor: { rgb } } as const
}

const FONT = { name: "Calibri", size: 10 } as const

export const DEFAULT_FONT = FONT

const styles = new Map<string, CellStyle>()

/** One object per combination, so that the writer meets few distinct styles. */
export function cellStyle(role: CellRole, kind: ColumnKind, look: Look = {}): CellStyle {
  const key = `${role} ${kind} ${look.tint ?? ""} ${look.wrap ?? false}`
  const known = styles.get(key)
  if (known) return known
  const style = build(role, kind, look)
  styles.set(key, style)
  return style
}

function build(role: CellRole, kind: ColumnKind, look: Look): CellStyle {
  const format = FORMATS[kind]
  const numFmt = format === undefined ? {} : { numFmt: format }
  if (role === "title") return { font: { ...FONT, size: 13, bold: true }, ...numFmt }
  if (role === "subtitle") return { font: { ...FONT }, ...numFmt }
  if (role === "header")
    return {
      font: { ...FONT, bold: true },
      fill: solid("D9E2EC"),
      border: BORDER,
      alignment: { horizontal: "center", vertical: "center", wrapText: true },
      numFmt: "@",
    }
  const alignment = { ...ALIGNMENTS[kind], ...(look.wrap ? { wrapText: true } : {}) }
  const font = { ...FONT, bold: role === "total" }
  const plain: CellStyle = { font, border: BORDER, alignment, ...numFmt }
  if (role === "total") return { ...plain, fill: solid("EDEDED") }
  return look.tint ? { ...plain, fill: solid(TINTS[look.tint]) } : plain
}

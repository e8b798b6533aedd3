import type { ColumnKind } from "./sheet-spec.ts"

export type CellRole = "title" | "subtitle" | "header" | "body" | "total"
export type CellTint = "error" | "warning" | undefined

/** `digits` is a whole number shown in full, however long. */
export type CellKindShown = ColumnKind | "digits"

export interface CellLook {
  readonly role: CellRole
  readonly kind: CellKindShown
  readonly tint?: CellTint
  readonly wrap?: boolean
  /** The text begins like a formula, see `needsQuote`. */
  readonly quoted?: boolean
  /** Struck through: how senders take out a row. */
  readonly struck?: boolean
}

const ROLES: readonly CellRole[] = ["title", "subtitle", "header", "body", "total"]
const KINDS: readonly CellKindShown[] = ["text", "number", "rupiah", "date", "digits"]

/** Ids of number formats: 49 is Excel's own "@", those from 164 on are defined below. */
const FORMATS: Readonly<Record<CellKindShown, number>> = {
  digits: 1,
  text: 49,
  number: 0,
  rupiah: 164,
  date: 165,
}
const NUMBER_FORMATS = [
  '<numFmt numFmtId="164" formatCode="&quot;Rp&quot;\\ #,##0"/>',
  '<numFmt numFmtId="165" formatCode="dd/mm/yyyy"/>',
]

/**
 * Colours of cells that are wrong, or to be looked at. They are one off the colours of Office's own
 * palette: what a file that comes back has in these was coloured by us.
 */
export const TINTS = { error: "F8CBAE", warning: "FFF2CD" } as const

const FONTS = [font(10), font(10, "<b/>"), font(13, "<b/>"), font(10, "<strike/>")]
const FONT = { title: 2, subtitle: 0, header: 1, body: 0, total: 1 } as const
const FILLS = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  ...["D9E2EC", "EDEDED", TINTS.error, TINTS.warning].map(solidFill),
]
const FILL = { none: 0, header: 2, total: 3, error: 4, warning: 5 } as const
const BORDERS = ["<border><left/><right/><top/><bottom/><diagonal/></border>", thinBorder()]

// The indent keeps a number off the border of the text beside it.
const ALIGNMENTS: Readonly<Record<CellKindShown, string>> = {
  digits: 'vertical="top"',
  text: 'vertical="top"',
  number: 'vertical="top" horizontal="right" indent="1"',
  rupiah: 'vertical="top" horizontal="right" indent="1"',
  date: 'vertical="top" horizontal="center"',
}

function font(size: number, look = ""): string {
  return `<font>${look}<sz val="${size}"/><name val="Calibri"/><family val="2"/></font>`
}

export function solidFill(rgb: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/><bgColor indexed="64"/></patternFill></fill>`
}

function thinBorder(): string {
  const side = (name: string) => `<${name} style="thin"><color rgb="FFA6A6A6"/></${name}>`
  return `<border>${["left", "right", "top", "bottom"].map(side).join("")}<diagonal/></border>`
}

/** The cell formats that a workbook uses, numbered in the order in which they are first met. */
export class StyleTable {
  readonly #formats: string[] = [format({ role: "subtitle", kind: "number" })]
  readonly #indexes: number[] = []

  /** The number that a cell refers to with `s`. */
  indexOf(look: CellLook): number {
    const tint = look.tint === undefined ? 0 : look.tint === "error" ? 1 : 2
    const flags =
      tint * 8 +
      (look.struck === true ? 4 : 0) +
      (look.wrap === true ? 2 : 0) +
      (look.quoted === true ? 1 : 0)
    const key = (ROLES.indexOf(look.role) * KINDS.length + KINDS.indexOf(look.kind)) * 24 + flags
    const known = this.#indexes[key]
    if (known !== undefined) return known
    this.#indexes[key] = this.#formats.length
    this.#formats.push(format(look))
    return this.#formats.length - 1
  }

  /** The inside of the styles part (ECMA-376 part 1, 18.8.39). */
  xml(): string {
    return (
      list("numFmts", NUMBER_FORMATS) +
      list("fonts", FONTS) +
      list("fills", FILLS) +
      list("borders", BORDERS) +
      list("cellStyleXfs", ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']) +
      list("cellXfs", this.#formats) +
      list("cellStyles", ['<cellStyle name="Normal" xfId="0" builtinId="0"/>'])
    )
  }
}

function list(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join("")}</${name}>`
}

function format(look: CellLook): string {
  const { role, kind, tint } = look
  const isTable = role !== "title" && role !== "subtitle"
  const fontId = look.struck === true ? 3 : FONT[role]
  const fillId = FILL[tint ?? (role === "header" || role === "total" ? role : "none")]
  const quote = look.quoted === true ? ' quotePrefix="1"' : ""
  const alignment = alignmentOf(look)
  return (
    `<xf numFmtId="${role === "header" ? FORMATS.text : FORMATS[kind]}" fontId="${fontId}"` +
    ` fillId="${fillId}" borderId="${isTable ? 1 : 0}" xfId="0"${quote} applyNumberFormat="1"` +
    ` applyFont="1" applyFill="1" applyBorder="1"` +
    (alignment === "" ? "/>" : ` applyAlignment="1"><alignment ${alignment}/></xf>`)
  )
}

function alignmentOf({ role, kind, wrap }: CellLook): string {
  if (role === "title" || role === "subtitle") return ""
  if (role === "header") return 'horizontal="center" vertical="center" wrapText="1"'
  return ALIGNMENTS[kind] + (wrap === true ? ' wrapText="1"' : "")
}

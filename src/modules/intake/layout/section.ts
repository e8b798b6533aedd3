// Rows between people that say where the next ones live or what they do: "RT 05", "A. NELAYAN".
import { foldText } from "../../../kernel/text-fold.ts"
import type { RawRow } from "../../../platform/spreadsheet/workbook.ts"
import { classifyOccupation } from "../occupations/occupation.ts"
import type { RowContext } from "../rows/context.ts"
import { areaWithin } from "../values/area.ts"

const RT_WORD = /\b(?:rt|rukun tetangga)\b/
const RT = /\b(?:rt|rukun tetangga)\b[\s.:/]*0*(\d{1,3})\b/
const RW = /\b(?:rw|rukun warga)\b[\s.:/]*0*(\d{1,3})\b/
/** What lies around an RT: below another one, the RT named before is another one too. */
const AROUND_RT = /\b(rw|rukun warga|lingkungan|dusun|kelurahan|kel|desa)\b/
const AREA = /\b(kelurahan|kel|desa)\b/
/** Where somebody or an office lives, which says nothing of the rows below. */
const STREET = /\b(jl|jln|jalan|gg|gang|alamat|sekretariat)\b/
const BEGINS_WITH_RT = /^(?:wilayah |lingkungan )?(?:rt|rukun tetangga)\b/
/** Nothing but an RT, with its RW: above the first header other lines tell of the sender. */
const ONLY_RT =
  /^(?:wilayah |lingkungan )?(?:rt|rukun tetangga)[\s.:/]*\d{1,3}(?:[\s.,:/-]*(?:rw|rukun warga)[\s.:/]*\d{1,3})?$/
const SECTION_MAX = 60
/** A caption stands so many rows above its header at most. */
const CAPTION_ROWS = 3
const ENUMERATED = /^\(?([a-z]|[ivx]+|\d{1,2})[.)]\s*/
const GROUPED = /^(kelompok|bidang|sektor|jenis pekerjaan|pekerjaan|profesi)\s*:?\s*/

interface SectionPlace {
  /** What holds without sections. */
  readonly home: RowContext
  /** The row above it is a section row too. */
  readonly follows: boolean
}

/**
 * The context of the rows below a section row: what it says holds until another says otherwise, and
 * one that cannot be read ends what the one before it said.
 */
export function withSection(
  context: RowContext,
  row: RawRow,
  { home, follows }: SectionPlace,
): RowContext {
  const line = lineOf(row)
  if (line === "") return context
  return {
    ...context,
    // "RT 06" over "Kel. Damai": both are said of the same people.
    ...homeOf(line, context, follows ? context : home),
    senderAreaCode: areaOf(line, context, home),
    senderSector: sectorOf(line, { context, home, isAlone: wordCells(row).length === 1 }),
  }
}

/** What the rows directly above the first header say of the people below it. */
export function withCaption(home: RowContext, above: readonly RawRow[]): RowContext {
  const lines = above.slice(-CAPTION_ROWS).map(lineOf)
  const rt = lines.findLast((line) => ONLY_RT.test(line))
  const group = above.slice(-CAPTION_ROWS).findLast((row) => isGroup(lineOf(row)))
  return {
    ...home,
    ...(rt === undefined ? {} : homeOf(rt, home, home)),
    ...(group === undefined
      ? {}
      : { senderSector: sectorOf(lineOf(group), readingOf(group, home)) }),
  }
}

/** Above the first header stand titles too: a group is numbered, or called one. */
function isGroup(line: string): boolean {
  return ENUMERATED.test(line) || GROUPED.test(line)
}

function readingOf(row: RawRow, home: RowContext): SectorReading {
  return { context: home, home, isAlone: wordCells(row).length === 1 }
}

/** What section rows in a row say, above another header. */
export function withSections(home: RowContext, captions: readonly RawRow[]): RowContext {
  return captions.reduce(
    (known, row, at) => withSection(known, row, { home, follows: at > 0 }),
    home,
  )
}

/** The section rows since the last person, as far as a header below them is near. */
export function withCaptionRow(captions: readonly RawRow[], row: RawRow): RawRow[] {
  return [...captions, row].slice(-CAPTION_ROWS)
}

/** "RT | 05" may stand in two cells; longer lines are sentences. */
function lineOf(row: RawRow): string {
  const texts = row.cells.map((cell) => cell.text.trim()).filter((text) => text !== "")
  const line = foldText(texts.join(" ").slice(0, SECTION_MAX * 2))
  return line.length > SECTION_MAX || texts.length > 3 ? "" : line
}

function wordCells(row: RawRow): string[] {
  const words = row.cells.map((cell) => foldText(cell.text).trim())
  return words.filter((text) => /[a-z]{2}/.test(text) && !/^[ivx]+$/.test(text))
}

type Home = Pick<RowContext, "sheetRt" | "sheetRw">

/** The RT that a line names, with its RW; or neither, where it names what lies around an RT. */
function homeOf(line: string, context: Home, home: Home): Home {
  const { sheetRt, sheetRw } = context
  if (STREET.test(line) && !BEGINS_WITH_RT.test(line)) return { sheetRt, sheetRw }
  const rt = RT.exec(line)?.[1]
  if (rt !== undefined) return { sheetRt: rt, sheetRw: RW.exec(line)?.[1] ?? "" }
  const ends = RT_WORD.test(line) || AROUND_RT.test(line)
  return ends ? { sheetRt: home.sheetRt, sheetRw: home.sheetRw } : { sheetRt, sheetRw }
}

function areaOf(line: string, context: RowContext, home: RowContext): string | null {
  if (!AREA.test(line)) return context.senderAreaCode
  const named = areaWithin(context.areas, line)
  if (named !== null) return named
  // Another area than the one that a section named, and nobody knows which.
  return context.senderAreaCode === home.senderAreaCode ? home.senderAreaCode : null
}

interface SectorReading {
  readonly context: RowContext
  readonly home: RowContext
  readonly isAlone: boolean
}

/** "A. NELAYAN", "Kelompok Nelayan": one cell that is nothing but an informal occupation. */
function sectorOf(line: string, { context, home, isAlone }: SectorReading): string | null {
  if (!isAlone || RT_WORD.test(line) || AREA.test(line)) return context.senderSector
  const text = line.replace(ENUMERATED, "").replace(GROUPED, "")
  const work = classifyOccupation(context.occupations, text)
  if (work.standing === "informal" && text.split(" ").length <= 3) return work.sector
  return isGroup(line) ? home.senderSector : context.senderSector
}

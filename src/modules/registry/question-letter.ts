import { formatDateId } from "../../kernel/local-date.ts"
import { formatCount } from "../../kernel/rupiah.ts"
import type { SheetSpec } from "../../platform/spreadsheet/sheet-spec.ts"
import { ownerOn } from "../law/index.ts"
import type { QuestionInput } from "./question-input.ts"
import { QUESTION_TEXT_ID as TEXT } from "./text.id.ts"

/** A sheet that asks, with what its letter says of it. */
export interface QuestionSheet {
  readonly to: string
  readonly subject: string
  readonly fill: string
  readonly sheet: SheetSpec
}

/** Who asks, with its city, and why: the office that owns the programme, as was known on that day. */
export function askingOffice({ pack, asOf }: Pick<QuestionInput, "pack" | "asOf">): string {
  const owner = ownerOn(pack, asOf)
  if (owner === null) return pack.name
  const terms = pack.programme.owners.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const since = terms.findLast(({ office, from }) => office === owner.id && from <= asOf)
  const next = terms.find(
    ({ office, from, knownFrom }) => office !== owner.id && from > asOf && knownFrom <= asOf,
  )
  const successor = pack.offices.find(({ id }) => id === next?.office)
  const why =
    next === undefined || successor === undefined
      ? TEXT.ownerSince(formatDateId(since?.from ?? asOf))
      : TEXT.ownerUntil(formatDateId(next.from), successor.name)
  return `${owner.name} ${pack.name} (${why})`
}

/** Letters that fit on an upright page: a cell without a column beside it is cut at the margin. */
const LINE_LETTERS = 84
const HANGING = "   "

function brokenLine(text: string): string[] {
  const lines = [""]
  for (const word of text.split(" ")) {
    const line = lines.at(-1) ?? ""
    const longer = line.trim() === "" ? line + word : `${line} ${word}`
    if (longer.length > LINE_LETTERS && line.trim() !== "") lines.push(HANGING + word)
    else lines[lines.length - 1] = longer
  }
  return lines
}

/**
 * The first sheet of a workbook of questions: who asks whom about what, by when, how to answer and
 * where to send it. Lines of one cell each, so that no reader takes them for a list.
 */
export function coverLetter(input: QuestionInput, sheets: readonly QuestionSheet[]): SheetSpec {
  const { letter } = TEXT
  const [first] = sheets
  const by = input.answerBy === null ? letter.soon : formatDateId(input.answerBy)
  const asked = sheets.map(
    ({ sheet, fill }) =>
      `- "${sheet.name}": ${formatCount(sheet.rows.length)} ${letter.lines}; ${fill}`,
  )
  return {
    name: letter.sheet,
    titleLines: [
      first?.subject ?? letter.sheet,
      `${TEXT.to}: ${first?.to ?? ""}`,
      `${TEXT.from}: ${askingOffice(input)}`,
      `${TEXT.on}: ${formatDateId(input.asOf)}`,
      `${letter.by}: ${by}`,
      "",
      letter.opening,
      ...asked,
      "",
      ...letter.steps,
      "",
      `${letter.contact}: ${input.contact === "" ? letter.contactBlank : input.contact}`,
      letter.reply,
    ].flatMap(brokenLine),
    columns: [],
    rows: [],
    freezeHeader: false,
    orientation: "portrait",
  }
}

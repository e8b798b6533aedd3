import { formatDateId } from "../../kernel/local-date.ts"
import { formatCount } from "../../kernel/rupiah.ts"
import { compilePdf, drawable } from "../../platform/documents/index.ts"
import { LETTER_TEMPLATE, STATEMENT_TEMPLATE } from "./template.ts"
import { SEASON_TEXT_ID as TEXT } from "./text.id.ts"
import type { SeasonWorkbook } from "./office-workbook.ts"
import type { SeasonFrame } from "./season.ts"

/** The letter that calls for proposals, with the list of offices; number and date are filled in by hand. */
export async function renderCallLetter(
  frame: SeasonFrame,
  workbooks: readonly SeasonWorkbook[],
): Promise<Uint8Array> {
  const text = TEXT.letter
  const { year, lastYear } = frame
  const deadline = formatDateId(frame.deadline)
  const input = {
    ...letterHead(frame),
    opening: text.opening(frame.programmeName, year, lastYear),
    steps: text.steps(deadline, lastYear === null ? [] : [text.standingStep]),
    criteriaTitle: text.criteria,
    criteria: frame.criteria,
    contact: text.contact(frame.contact === "" ? text.contactBlank : frame.contact),
    closing: text.closing,
    place: TEXT.statements.place,
    signature: text.signature(frame.ownerName),
    empty: text.empty,
    listTitle: text.listTitle,
    listHeaders: text.listHeaders,
    offices: workbooks.map(({ to, name, count }, index) => [
      String(index + 1),
      to,
      name,
      formatCount(count),
    ]),
  }
  return await render(LETTER_TEMPLATE, input, frame)
}

function letterHead(frame: SeasonFrame) {
  const text = TEXT.letter
  const subject = text.subjectValue(frame.programmeName, frame.year)
  return {
    government: text.title(frame.cityName),
    owner: frame.ownerName,
    subject,
    head: [
      [text.number, text.empty],
      [text.nature, text.natureValue],
      [text.annex, text.annexValue],
      [text.subject, subject],
    ],
    to: text.to,
  }
}

/** The statements of income and of not being an employer, blank, a page each. */
export async function renderStatements(frame: SeasonFrame): Promise<Uint8Array> {
  const text = TEXT.statements
  const input = {
    owner: frame.ownerName,
    programme: TEXT.letter.subjectValue(frame.programmeName, frame.year),
    statements: [
      { title: text.income, lines: text.incomeLines },
      { title: text.employer, lines: text.employerLines },
    ],
    opening: text.opening,
    fields: text.fields,
    truth: text.truth,
    place: text.place,
    witness: text.witness,
    declarer: text.declarer,
    empty: TEXT.letter.empty,
  }
  return await render(STATEMENT_TEMPLATE, input, frame)
}

/** The same frame gives the same bytes: the document's date is its deadline, never now. */
async function render(source: string, input: unknown, frame: SeasonFrame): Promise<Uint8Array> {
  const timestampSeconds = Date.parse(`${frame.deadline}T00:00:00Z`) / 1000
  return await compilePdf({ source, input: drawn(input), timestampSeconds })
}

/** Letters that the fonts cannot draw are shown as such, never dropped. */
function drawn(value: unknown): unknown {
  if (typeof value === "string") return drawable(value)
  if (Array.isArray(value)) return value.map(drawn)
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, drawn(part)]))
}

import { sha256Hex } from "../../kernel/id.ts"
import { formatDateId } from "../../kernel/local-date.ts"
import type {
  CellInput,
  SheetColumn,
  SheetSpec,
  WorkbookSpec,
} from "../../platform/spreadsheet/sheet-spec.ts"
import { SEASON_TEXT_ID as TEXT } from "./text.id.ts"
import type { SeasonFrame, SeasonOffice, SeasonRecipient } from "./season.ts"

/** A workbook that an office fills in; read again, it needs no question about its columns. */
export interface SeasonWorkbook {
  readonly name: string
  readonly to: string
  /** Recipients whose standing is asked. */
  readonly count: number
  readonly spec: WorkbookSpec
}

/** Lines for people who were never proposed; a longer list may be continued below them. */
const CANDIDATE_LINES = 200

interface SeasonColumn extends SheetColumn {
  /** What stands there already; without it the office fills the cell in. */
  readonly value?: (recipient: SeasonRecipient) => CellInput
  readonly choices?: readonly string[]
}

export function seasonWorkbook(frame: SeasonFrame, office: SeasonOffice): SeasonWorkbook {
  const sheets = [...recipientSheets(frame, office), candidateSheet(frame, office)]
  const content = sha256Hex(JSON.stringify(sheets.map(({ name, rows }) => [name, rows])))
  const file = TEXT.fileName(frame.year, office.id)
  return {
    name: `${file}.xlsx`,
    to: office.name,
    count: office.recipients.length,
    spec: {
      sheets,
      meta: { title: `${office.name} ${frame.year}`, hiddenId: `season.${frame.year}.${content}` },
    },
  }
}

function recipientSheets(frame: SeasonFrame, office: SeasonOffice): SheetSpec[] {
  const { lastYear } = frame
  if (lastYear === null || office.recipients.length === 0) return []
  const { headers } = TEXT
  const remarks: SeasonColumn = {
    header: headers.remarks,
    width: 20,
    kind: "text",
    value: ({ isNameOpen }) => (isNameOpen ? TEXT.openName : null),
  }
  const columns: SeasonColumn[] = [
    { header: headers.nik, width: 18, kind: "text", value: ({ nik }) => nik },
    { header: headers.name, width: 26, kind: "text", value: ({ name }) => name },
    { header: headers.birthDate, width: 12, kind: "date", value: ({ birthDate }) => birthDate },
    { header: headers.sex, width: 5, kind: "text", value: ({ sex }) => sex, choices: TEXT.sexes },
    { header: headers.address, width: 26, kind: "text", value: ({ address }) => address },
    { header: headers.area, width: 16, kind: "text", value: ({ area }) => area },
    {
      header: headers.occupation,
      width: 22,
      kind: "text",
      value: ({ sector }) => sector,
      choices: frame.sectors,
    },
    { header: headers.phone, width: 15, kind: "text", value: ({ phone }) => phone },
    { header: headers.standing, width: 20, kind: "text", choices: TEXT.standings },
    { header: headers.income, width: 15, kind: "rupiah" },
    remarks,
  ]
  const titles = [TEXT.recipientsTitle(lastYear, frame.year), ...lettering(frame, office)]
  const rows = office.recipients.map((recipient, index): CellInput[] => [
    index + 1,
    ...columns.map((column) => column.value?.(recipient) ?? null),
  ])
  return [
    {
      ...sheetOf(columns, rows),
      name: TEXT.recipientsSheet(lastYear),
      titleLines: [...titles, TEXT.fillRecipients],
      cellFill: (row, column) => {
        const filled = columns[column - 1]
        if (column === 0 || filled === undefined) return undefined
        const isOpen = office.recipients[row]?.isNameOpen === true
        if (isOpen && filled.header === headers.name) return "error"
        return filled.value === undefined || filled === remarks ? "warning" : undefined
      },
    },
  ]
}

function candidateSheet(frame: SeasonFrame, office: SeasonOffice): SheetSpec {
  const { headers } = TEXT
  const columns: SeasonColumn[] = [
    { header: headers.nik, width: 18, kind: "text" },
    { header: headers.name, width: 26, kind: "text" },
    { header: headers.birthPlace, width: 16, kind: "text" },
    { header: headers.birthDate, width: 12, kind: "date" },
    { header: headers.sex, width: 5, kind: "text", choices: TEXT.sexes },
    { header: headers.address, width: 26, kind: "text" },
    { header: headers.rt, width: 6, kind: "text" },
    { header: headers.area, width: 16, kind: "text", choices: areasOf(frame, office) },
    { header: headers.occupation, width: 22, kind: "text", choices: frame.sectors },
    { header: headers.income, width: 15, kind: "rupiah" },
    { header: headers.phone, width: 15, kind: "text" },
    { header: headers.remarks, width: 28, kind: "text" },
  ]
  const blank = [null, ...columns.map(() => null)]
  return {
    ...sheetOf(
      columns,
      Array.from({ length: CANDIDATE_LINES }, () => blank),
    ),
    name: TEXT.candidatesSheet,
    titleLines: [
      TEXT.candidatesTitle(frame.year),
      ...lettering(frame, office),
      TEXT.fillCandidates,
    ],
  }
}

function lettering(frame: SeasonFrame, office: SeasonOffice): string[] {
  const from = TEXT.from(`${frame.ownerName} ${frame.cityName}`, formatDateId(frame.deadline))
  return [TEXT.to(office.name), from]
}

function areasOf(frame: SeasonFrame, office: SeasonOffice): readonly string[] {
  return office.area === null ? frame.areas : [office.area]
}

function sheetOf(columns: readonly SeasonColumn[], rows: SheetSpec["rows"]) {
  const number: SheetColumn = { header: TEXT.headers.number, width: 6, kind: "number" }
  return {
    columns: [number, ...columns.map(({ header, width, kind }) => ({ header, width, kind }))],
    rows,
    choices: columns.flatMap(({ choices }, index) =>
      choices === undefined ? [] : [{ column: index + 1, values: choices }],
    ),
    orientation: "landscape" as const,
  }
}

import { verifiersOf } from "../law/index.ts"
import type { Asked, QuestionInput } from "./question-input.ts"
import { identityColumns } from "./question-registers.ts"
import {
  areaNames,
  fileSlug,
  questionSheet,
  questionWorkbook,
  type QuestionWorkbook,
} from "./question-sheet.ts"
import { QUESTION_TEXT_ID as TEXT } from "./text.id.ts"

const { headers, choices } = TEXT
/** The one line of a pack's offices that stands for every kelurahan, each for its own area. */
const AREA_OFFICE = "kelurahan"

interface Visit {
  readonly id: string
  readonly to: string
  readonly entries: Asked[]
}

/** To each sector office: people of its sectors whom nobody has checked, or found. */
export function checkQuestions(input: QuestionInput, asked: readonly Asked[]): QuestionWorkbook[] {
  const visits = [...visitsByOffice(input, asked).values()]
  return visits.sort((a, b) => (a.id < b.id ? -1 : 1)).flatMap((visit) => checkList(input, visit))
}

function visitsByOffice(input: QuestionInput, asked: readonly Asked[]): Map<string, Visit> {
  const areas = areaNames(input.pack)
  const visits = new Map<string, Visit>()
  for (const entry of asked) {
    const { areaCode, nik, sector } = entry.person
    // An answer without a number could not be given to anybody.
    if (nik === null || !needsCheck(entry)) continue
    const offices = sector === null ? [] : verifiersOf(input.pack, sector, input.asOf)
    for (const { id, name } of offices) {
      const area = id === AREA_OFFICE ? (areas.get(areaCode ?? "") ?? "") : ""
      const key = [id, fileSlug(area)].filter((part) => part !== "").join("-")
      const visit = visits.get(key) ?? { id: key, to: [name, area].join(" ").trim(), entries: [] }
      visit.entries.push(entry)
      visits.set(key, visit)
    }
  }
  return visits
}

function needsCheck({ person }: Asked): boolean {
  const { check, checkContradicted } = person
  if (check === null || checkContradicted) return true
  return check.result === "not_found" || check.result === "refused"
}

function checkList(input: QuestionInput, visit: Visit): QuestionWorkbook[] {
  const text = TEXT.check
  const names = new Map(input.pack.sectors.map((sector) => [sector.code, sector.nameId]))
  const sheet = questionSheet<Asked>(input, {
    name: text.sheet,
    to: visit.to,
    subject: text.subject,
    fill: text.fill,
    entries: visit.entries,
    columns: [
      ...identityColumns(input),
      { header: headers.address, width: 24, value: ({ person }) => person.address },
      { header: headers.rt, width: 6, value: ({ person }) => person.rt },
      { header: headers.phone, width: 15, value: ({ person }) => person.phone },
      {
        header: headers.sector,
        width: 16,
        value: ({ person }) => names.get(person.sector ?? "") ?? person.sector,
      },
      { header: headers.checkResult, width: 15, choices: choices.check },
      { header: headers.reason, width: 22, choices: choices.reason },
      { header: headers.checkedOn, width: 12, kind: "date" },
      { header: headers.officer, width: 14 },
      { header: headers.minutes, width: 13 },
      { header: headers.note, width: 16 },
    ],
  })
  return questionWorkbook(input, { kind: "field_check", name: `${text.file}-${visit.id}` }, [sheet])
}

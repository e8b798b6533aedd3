// What was read from a row without a finding: a name in capitals, a date in the calendar's form, a
// sex that only the NIK tells. No repair of a fault, and yet not what the cell said.
import type { Finding } from "../findings/finding.ts"

export type ReadingRule =
  | "NAME_CAPITALS"
  | "SEX_WORD"
  | "SEX_FROM_NIK"
  | "DATE_FORM"
  | "AREA_NAME"
  | "AREA_OF_SENDER"
  | "SECTOR_OF_WORK"
  | "SECTOR_OF_SENDER"
  | "PHONE_DIGITS"

export interface QuietReading {
  readonly field: string
  readonly before: string
  readonly after: string
  readonly rule: ReadingRule
}

/** What a row says, with its findings; null where nothing was read. */
export interface ReadValues {
  readonly name: string
  readonly sex: string | null
  readonly birthDate: string | null
  readonly areaCode: string | null
  readonly sector: string | null
  readonly phone: string
  readonly findings: readonly Pick<Finding, "field" | "after">[]
}

/** `rule` where a cell says it otherwise, `absent` where no cell says it at all. */
interface Told {
  readonly fields: readonly string[]
  readonly value: (row: ReadValues) => string | null
  readonly rule: ReadingRule
  readonly absent?: ReadingRule
}

const TOLD: readonly Told[] = [
  { fields: ["name"], value: (row) => row.name, rule: "NAME_CAPITALS" },
  {
    fields: ["sex", "sex_male", "sex_female"],
    value: (row) => row.sex,
    rule: "SEX_WORD",
    absent: "SEX_FROM_NIK",
  },
  {
    fields: ["birth_date", "birth_place_date", "birth_day"],
    value: (row) => row.birthDate,
    rule: "DATE_FORM",
  },
  {
    fields: ["area", "address"],
    value: (row) => row.areaCode,
    rule: "AREA_NAME",
    absent: "AREA_OF_SENDER",
  },
  {
    fields: ["occupation"],
    value: (row) => row.sector,
    rule: "SECTOR_OF_WORK",
    absent: "SECTOR_OF_SENDER",
  },
  { fields: ["phone"], value: (row) => row.phone, rule: "PHONE_DIGITS" },
]

/** `written` is the text of the cell in which a field stands, or null where no column has it. */
export function quietReadings(
  row: ReadValues,
  written: (field: string) => string | null,
): QuietReading[] {
  return TOLD.flatMap(({ fields, value, rule, absent }) => {
    const after = value(row) ?? ""
    const isTold = row.findings.some((found) => fields.includes(found.field) && found.after !== "")
    if (after === "" || isTold) return []
    const field = fields.find((name) => (written(name) ?? "").trim() !== "" && name !== "address")
    if (field === undefined)
      return absent === undefined
        ? []
        : [{ field: fields[0] ?? "", before: "", after, rule: absent }]
    const before = (written(field) ?? "").trim()
    return before === after ? [] : [{ field, before, after, rule }]
  })
}

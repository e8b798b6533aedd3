import type { LocalDate } from "../../../kernel/local-date.ts"
import type { Nik } from "../../../kernel/nik.ts"
import type { Rupiah } from "../../../kernel/rupiah.ts"
import type { Field } from "../layout/field.ts"
import { codesOfStage, handlingOf, type Finding, type FindingCode } from "../findings/finding.ts"
import type { RowKind } from "./kind.ts"

/** Accepted as it stands, repaired by rule, set aside for a human, or no candidate. */
export type Outcome = "accepted" | "repaired" | "set_aside" | "ignored"

/** One non-empty row below a header: what it says, never what a register or an answer says. */
export interface IntakeRow {
  /** Content id: file, sheet and what the row says, not where it stands. */
  readonly rowId: string
  readonly file: string
  readonly sheet: string
  readonly row: number
  readonly kind: RowKind
  readonly hidden: boolean
  readonly struck: boolean
  readonly nik: Nik | null
  readonly nikPattern: string
  readonly kk: string | null
  readonly name: string
  readonly alias: string
  readonly birthPlace: string
  readonly birthDate: LocalDate | null
  readonly dateShape: string
  /** The column and the text that the date of birth was read from. */
  readonly birthField: Field
  readonly birthWritten: string
  readonly sex: "L" | "P" | null
  readonly areaCode: string | null
  readonly address: string
  readonly rt: string
  /** Empty where the list does not say it: most cities number their RTs by the kelurahan. */
  readonly rw: string
  readonly motherName: string
  readonly occupation: string
  readonly sector: string | null
  readonly informal: "informal" | "not_informal" | "unknown" | "ambiguous"
  readonly employer: boolean
  readonly incomeLow: Rupiah | null
  readonly incomeHigh: Rupiah | null
  readonly phone: string
  readonly remarks: string
  /** Cell texts by column, for the sheet that goes back to the sender. */
  readonly cells: readonly string[]
  findings: Finding[]
  outcome: Outcome
}

/** The outcome that findings give: the gravest handling decides. */
export function outcomeOf(row: Pick<IntakeRow, "kind" | "findings">): Outcome {
  if (row.kind !== "person") return "ignored"
  const handlings = new Set(
    row.findings.filter(({ code }) => !AFTER_IMPORT.has(code)).map(({ code }) => handlingOf(code)),
  )
  if (handlings.has("no")) return "ignored"
  if (handlings.has("ask")) return "set_aside"
  return handlings.has("auto") ? "repaired" : "accepted"
}

/** Found by comparing with other rows or registers: it does not change the outcome at import. */
const AFTER_IMPORT: ReadonlySet<FindingCode> = new Set([
  "DUP_IN_FILE",
  "DUP_ACROSS_FILES",
  ...codesOfStage("register"),
])

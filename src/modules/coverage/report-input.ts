import type { LocalDate } from "../../kernel/local-date.ts"
import type { Month } from "../../kernel/period.ts"
import type { Rupiah } from "../../kernel/rupiah.ts"
import type { Criterion, LawStatus, OrderKey, ReasonCode, ValueUse } from "../law/index.ts"
import type { AreaMap } from "./area-shapes.ts"

/**
 * Everything `laporan.html` says about one run: counts, sums and short lists. It holds no person;
 * the two places at the cut line carry a masked NIK and no name. Sentences come ready from the
 * rooms that know them; digits that look like a NIK inside them are masked when printed.
 */
export interface ReportInput {
  readonly programme: ReportProgramme
  /** The day whose facts and law count; the page's date. Never today. */
  readonly asOf: LocalDate
  readonly counts: ReportCounts
  readonly reasons: readonly ReasonCount[]
  readonly needs: readonly NeedLine[]
  readonly order: ReportOrder
  readonly money: ReportMoney
  readonly areas: readonly AreaCount[]
  readonly sectors: readonly SectorCount[]
  /** null where the pack has no boundaries: the table twin stands alone. */
  readonly map: AreaMap | null
  readonly files: readonly FileLine[]
  readonly fileQuestions: readonly FileQuestionLine[]
  readonly findings: readonly FindingCount[]
  readonly law: ReportLaw
  readonly todo: ReportTodo
  /** What is new since the last run, each a sentence; empty on the first run. */
  readonly changes: readonly string[]
  /** What lists that were sent again or came back mended changed, each a sentence. */
  readonly corrections: readonly string[]
  readonly proof: ReportProof
}

export interface ReportProgramme {
  readonly name: string
  /** "Kota Balikpapan". */
  readonly city: string
  /** The office responsible in the programme year. */
  readonly owner: string
  readonly year: number
  /** The covered months, in order. */
  readonly months: readonly Month[]
  /** Source of the money as people call it: "APBD". */
  readonly fundingSource: string
}

export interface RowBalance {
  readonly read: number
  readonly accepted: number
  readonly repaired: number
  readonly setAside: number
  readonly ignored: number
}

export interface ReportCounts {
  /** Sum over all files. */
  readonly rows: RowBalance
  /** Rows that stand for a person: not ignored. */
  readonly candidateRows: number
  readonly people: number
  readonly eligible: number
  readonly ineligible: number
  readonly undecided: number
  readonly selected: number
  readonly reserve: number
}

export interface ReasonCount {
  readonly code: ReasonCode
  readonly outcome: "ineligible" | "undecided"
  /** A person with two reasons is counted under both. */
  readonly people: number
}

/** Same words as `Respondent` of the room eligibility. */
export type Asked =
  | "dukcapil"
  | "bpjs"
  | "province"
  | "dtsen"
  | "sender"
  | "operator"
  | `office:${string}`

/** "Need X from Y": any one of those asked can settle it. */
export interface NeedLine {
  readonly code: ReasonCode
  readonly askedOf: readonly Asked[]
  readonly people: number
}

export interface ReportOrder {
  readonly groups: readonly GroupCount[]
  /** Keys that hold in the programme year, the first compared first. */
  readonly keys: readonly OrderKey[]
  /** null where nobody is selected or nobody is left out. */
  readonly lastIn: CutPlace | null
  readonly firstOut: CutPlace | null
  /** See `decidedBy` of this room; null where one of the two is missing. */
  readonly decidedBy: DecidedBy | null
  /** Printed exactly as given: anyone recomputes the lottery from it. */
  readonly seed: string
}

export type DecidedBy = "group" | OrderKey["rule"]

export interface GroupCount {
  /** 1 comes first. */
  readonly number: number
  readonly title: string
  readonly status: LawStatus
  readonly eligible: number
  readonly selected: number
}

export interface CutPlace {
  readonly rank: number
  readonly group: number
  /** As `maskNik` writes it; null where the NIK is not known. */
  readonly maskedNik: string | null
  readonly decile: number | null
  /** Upper end of the declared income. */
  readonly income: Rupiah | null
  readonly ageYears: number | null
}

export interface ReportMoney {
  readonly ceiling: Rupiah
  readonly ceilingStatus: LawStatus
  readonly cost: Rupiah
  readonly left: Rupiah
  /** One per contribution paid, in the order JKK, JKM, JHT. Their sums are the cost. */
  readonly components: readonly MoneyComponent[]
  /** Cost of one person over all months: the cheapest and the dearest of the list. */
  readonly costOfOne: { readonly lowest: Rupiah; readonly highest: Rupiah }
  /** Cost of the first who is not selected; null where nobody is left. */
  readonly nextCost: Rupiah | null
  /** An announced number of people; null compares with the next round number. */
  readonly plannedPeople: number | null
}

export interface MoneyComponent {
  readonly programme: "JKK" | "JKM" | "JHT"
  /** Budget account; null while the city has not told it. */
  readonly account: string | null
  readonly accountStatus: LawStatus
  /** For all selected people, as many as the programme has months. */
  readonly byMonth: readonly Rupiah[]
}

export interface AreaCount {
  /** Dotted code of a kelurahan; null gathers people whose kelurahan is not known. */
  readonly code: string | null
  readonly name: string
  /** Name of the kecamatan. */
  readonly parent: string
  readonly people: number
  readonly eligible: number
  readonly selected: number
}

export interface SectorCount {
  readonly name: string
  readonly people: number
  readonly eligible: number
  readonly selected: number
}

export type FileStatus = "read" | "copy" | "superseded" | "unreadable" | "protected"

export interface FileLine extends RowBalance {
  readonly file: string
  readonly sender: string
  readonly status: FileStatus
  /** The file this one copies or is replaced by; empty otherwise. */
  readonly of: string
  /** People as the covering letter says; null where no letter does. */
  readonly claimed: number | null
}

export interface FileQuestionLine {
  readonly file: string
  readonly sender: string
  readonly sentence: string
}

export interface FindingCount {
  readonly code: string
  readonly sentence: string
  readonly count: number
}

export interface ReportLaw {
  /** Folder below law/. */
  readonly pack: string
  /** SHA-256 of the values in force. */
  readonly version: string
  readonly values: readonly LawValueLine[]
  readonly criteria: readonly Criterion[]
  readonly offices: readonly { readonly id: string; readonly name: string }[]
}

export interface LawValueLine {
  /** Title of the series. */
  readonly title: string
  readonly use: ValueUse
}

export interface ReportTodo {
  /** Workbooks of `permintaan/`. */
  readonly requests: readonly OutgoingFile[]
  /** Workbooks of `perbaikan/`. */
  readonly repairs: readonly OutgoingFile[]
  /** Pairs that may be one human and wait for a verdict. */
  readonly greyPairs: number
}

export interface OutgoingFile {
  /** Path below the folder of results. */
  readonly file: string
  readonly to: string
  /** Rows or people that the addressee is asked about. */
  readonly count: number
}

export interface ReportProof {
  readonly inputHash: string
  readonly resultHash: string
  /** The command that makes the same result again, without the names of folders. */
  readonly command: string
}

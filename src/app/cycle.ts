import type { LocalDate } from "../kernel/local-date.ts"
import type { Rupiah } from "../kernel/rupiah.ts"
import type { CompiledCriterion, Decision } from "../modules/eligibility/index.ts"
import type { IntakeBatch, ReceivedFile } from "../modules/intake/index.ts"
import type { Contribution, Cycle, LawBook, ValueUse } from "../modules/law/index.ts"
import type { GivenVerdict, Matching } from "../modules/matching/index.ts"
import type {
  NamedWorkbook,
  Person,
  Registers,
  RegisterStream,
  RowFacts,
} from "../modules/registry/index.ts"
import type { DatedLetter } from "./read-letters.ts"
import type { SelectionResult } from "../modules/selection/index.ts"

/** A cycle folder as read from disk: lists, letters, registers and field checks. */
export interface CycleFolder {
  readonly lists: readonly ReceivedFile[]
  readonly letters: readonly DatedLetter[]
  readonly registers: readonly NamedWorkbook[]
  readonly checks: readonly NamedWorkbook[]
  /** Registers too large to be held: their bytes are read when they are asked. */
  readonly streams: readonly RegisterStream[]
}

export interface CycleTerms {
  readonly book: LawBook
  readonly cycle: Cycle
  readonly asOf: LocalDate
  readonly ceiling: Rupiah
  readonly seed: string
  /** What people said of pairs. */
  readonly verdicts?: readonly GivenVerdict[]
}

export interface CycleResult {
  readonly batch: IntakeBatch
  readonly registers: Registers
  readonly candidates: readonly RowFacts[]
  readonly matching: Matching
  /** Row id → person id. */
  readonly personOf: ReadonlyMap<string, string>
  readonly people: readonly Person[]
  readonly decisions: ReadonlyMap<string, Decision>
  readonly criteria: readonly CompiledCriterion[]
  readonly selection: SelectionResult
  readonly prices: PriceList
  readonly uses: readonly ValueUse[]
}

/** What a person costs over the covered months, by sector. */
export interface PriceList {
  readonly costOf: (sector: string | null) => Rupiah
  /** The contributions of one person, a month each, in order. */
  readonly monthsOf: (sector: string | null) => readonly Contribution[]
  readonly uses: readonly ValueUse[]
}

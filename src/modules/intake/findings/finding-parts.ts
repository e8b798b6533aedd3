import type { FindingCode } from "./finding.ts"

/**
 * What a finding says, in three parts. `{cell}` is the place in words, `{before}` what stands
 * there, `{after}` what it was read as, `{file}` the file.
 */
export interface FindingText {
  /** The fault alone, without a place, as a list of faults names it. */
  readonly what: string
  readonly where: string
  /** What the reader does about it; where nothing is to be done, what was done. */
  readonly how: string
}

/** A code without its three parts does not compile. */
export type FindingTexts = Readonly<Record<FindingCode, FindingText>>

/** Findings about a list's place among the others that its sender sent, and whom it takes back. */
export type SendingTexts = Pick<
  FindingTexts,
  | "FILE_DUPLICATE"
  | "NOT_PROPOSED"
  | "STANDING_DISPUTED"
  | "FILE_RESEND"
  | "RESEND_CHANGED"
  | "RESEND_MISSING"
  | "ROW_SUPERSEDED"
  | "ROW_UNCHANGED"
  | "FILE_ORIGIN_UNKNOWN"
  | "FILE_RESEND_UNCLEAR"
  | "FILE_ORDER_ASSUMED"
>

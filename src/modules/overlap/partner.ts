import type { LocalDate } from "../../kernel/local-date.ts"

export const PARTNER_KINDS = ["province", "company"] as const
export type PartnerKind = (typeof PARTNER_KINDS)[number]

/** Another payer with whom an agreement allows exchanges. */
export interface Partner {
  readonly partnerId: string
  readonly name: string
  readonly kind: PartnerKind
  readonly basis: string
  readonly validFrom: LocalDate
  readonly validTo: LocalDate
  /** Numbers a year that we ask them about. */
  readonly askLimit: number
  /** Numbers a year that they may ask us about. */
  readonly answerLimit: number
}

export type Side = "asked" | "answered"

/** An exchange that was begun. */
export interface Session {
  readonly sessionId: string
  readonly side: Side
  readonly partner: string
  readonly year: number
  readonly state: "open" | "finished" | "cancelled" | "answered"
  readonly numbers: number
  readonly held: number | null
  readonly found: number | null
  readonly offerSha256: string
  readonly begunBy: string
  readonly begunAt: Date
}

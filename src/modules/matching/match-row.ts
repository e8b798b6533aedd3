import type { LocalDate } from "../../kernel/local-date.ts"

/**
 * What the population register (Dukcapil) said about the number that counts for the row, that is
 * `answeredNik` where the sender answered, else `nik`, *held against the name of this very row*.
 */
export type NikStanding = "confirmed" | "name_differs" | "not_found" | "unasked"

/** One row of a sender's list as record linkage sees it. */
export interface MatchRow {
  /** Stable content id, unique in the list; the only order the engine knows. */
  readonly key: string
  /** 16 digits, or null where they cannot be read as 16 digits of text. */
  readonly nik: string | null
  readonly nikStanding: NikStanding
  /**
   * What digits there are when `nik` is null: "?" for an unknown digit ("647102560677917?"), the
   * bare digits of a number too short or too long, or "".
   */
  readonly nikReadable: string
  readonly kk: string | null
  /** Cleaned for display: titles, nicknames and blanks already set aside; "" when unknown. */
  readonly name: string
  /** The mother's name, as on a family card; "" when unknown. */
  readonly motherName: string
  readonly birthDate: LocalDate | null
  readonly sex: "L" | "P" | null
  readonly areaCode: string | null
  readonly rt: string | null
  readonly address: string | null
  readonly phone: string | null
  readonly sector: string | null
  readonly fileKey: string
  /** The sender's answer to a question about the NIK; it counts over `nik`. */
  readonly answeredNik: string | null
  /** False for byte copies, superseded sendings and struck rows: linked, but not in frequencies. */
  readonly counts: boolean
}

/** Linked, left for a human, or parted by one. */
export type Verdict = "same" | "review" | "different"

/** What a human said of two rows, by their keys. It holds over whatever the model says. */
export interface PairVerdict {
  readonly a: string
  readonly b: string
  readonly verdict: "same" | "different"
}

/** Two rows, by input index, that are linked, wait for a human or were judged by one; `a` has the smaller key. */
export interface MatchPair {
  readonly a: number
  readonly b: number
  /** Probability that both rows are one person, 0 to 1. */
  readonly score: number
  /** The sum behind it in bits, prior included: score = 1 / (1 + 2^-weight). */
  readonly weight: number
  readonly verdict: Verdict
  /** "comparison=level" in a fixed order; explain() turns them into a waterfall. */
  readonly levels: readonly string[]
  /** Bits of each entry of `levels`. */
  readonly levelWeights: readonly number[]
}

export interface Matching {
  /** Row index to cluster number; numbers follow the smallest key of each cluster. */
  readonly clusterOf: Int32Array
  /** By key of `a`, then of `b`. */
  readonly pairs: readonly MatchPair[]
}

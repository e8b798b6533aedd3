import type { LocalDate } from "../../kernel/local-date.ts"

/** What every paper of a season says alike. */
export interface SeasonFrame {
  readonly year: number
  /** The last programme year with a list; null in a city's first season. */
  readonly lastYear: number | null
  readonly programmeName: string
  readonly cityName: string
  /** The office that answers for the programme. */
  readonly ownerName: string
  readonly deadline: LocalDate
  /** Whom offices ask, with a number; "" leaves a line to fill in. */
  readonly contact: string
  /** Conditions, each a sentence for whoever proposes people. */
  readonly criteria: readonly string[]
  readonly sectors: readonly string[]
  readonly areas: readonly string[]
}

export interface SeasonOffice {
  /** Part of a file's name: "kelurahan-damai", "dishub". */
  readonly id: string
  readonly name: string
  /** The kelurahan whose office it is; null for a sector office. */
  readonly area: string | null
  readonly recipients: readonly SeasonRecipient[]
}

/** A recipient of last year as he is known; empty where nobody said so. */
export interface SeasonRecipient {
  readonly nik: string
  readonly name: string
  /** Its letters are garbled or missing: the office types it anew. */
  readonly isNameOpen: boolean
  readonly birthDate: string
  readonly sex: string
  readonly address: string
  readonly area: string
  readonly sector: string
  readonly phone: string
}

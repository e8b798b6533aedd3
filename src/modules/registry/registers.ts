import type { LocalDate } from "../../kernel/local-date.ts"
import type { Nik } from "../../kernel/nik.ts"
import type { Answer } from "./answer.ts"
import type { FieldCheck, UnusableChecks } from "./field-check.ts"
import type { PopulationAnswer } from "./population.ts"
import type { RegisterField } from "./register-field.ts"
import type { RegisterKind } from "./register-kind.ts"

/** One membership line of a NIK at the insurer. */
export interface Membership {
  readonly nik: Nik
  readonly kpj: string
  readonly segment: string
  readonly payer: string
  readonly active: boolean
}

export interface Decile {
  readonly decile: number
  /** Null where the list does not tell its version. */
  readonly versionOn: LocalDate | null
}

export interface LastYearRecipient {
  readonly nik: Nik
  readonly name: string
  readonly kpj: string
  readonly sector: string
}

/** Every register of a cycle, by NIK. A register that was not received is not in `received`. */
export interface Registers {
  readonly received: ReadonlySet<RegisterKind>
  readonly population: ReadonlyMap<string, readonly PopulationAnswer[]>
  readonly memberships: ReadonlyMap<string, readonly Membership[]>
  readonly province: ReadonlySet<string>
  readonly company: ReadonlySet<string>
  readonly civilServants: ReadonlySet<string>
  readonly deciles: ReadonlyMap<string, readonly Decile[]>
  readonly recipients: ReadonlyMap<string, LastYearRecipient>
  readonly disabled: ReadonlySet<string>
  readonly femaleHeads: ReadonlySet<string>
  readonly checks: ReadonlyMap<string, readonly FieldCheck[]>
  readonly checkCounts: UnusableChecks
  readonly answers: readonly Answer[]
  /** Files whose meaning nothing shows: each is a question. */
  readonly unknownFiles: readonly string[]
  readonly files: readonly RegisterFile[]
}

/** One table of a file that was received. */
export interface RegisterFile {
  readonly file: string
  readonly kind: RegisterKind | "unknown"
  readonly records: number
  /** Lines that identify nobody: no readable NIK, or an answer that names no row. */
  readonly unusable: number
  /** Header labels for which no meaning was found. */
  readonly unread: readonly string[]
  /** Columns that this kind of register needs for its criterion and that were not found. */
  readonly lacking: readonly RegisterField[]
}

/** The latest version not after the reference date; an undated one is older than any dated. */
export function decileOn(deciles: readonly Decile[], on: LocalDate): Decile | null {
  const usable = deciles.filter((entry) => entry.versionOn === null || entry.versionOn <= on)
  const key = (entry: Decile): string => entry.versionOn ?? "0000-00-00"
  // Of one version that says two things the poorer decile is taken.
  const sorted = usable.sort((a, b) =>
    key(a) === key(b) ? a.decile - b.decile : key(a) < key(b) ? 1 : -1,
  )
  return sorted[0] ?? null
}

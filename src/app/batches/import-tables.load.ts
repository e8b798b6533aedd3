import { join } from "node:path"
import { ok, type Result } from "../../kernel/result.ts"
import type { IntakeTables } from "../../modules/intake/index.ts"
import { loadLawBook, type LawBook } from "../../modules/law/index.ts"
import { termsOf } from "../cycle-terms.ts"
import type { CycleTerms } from "../cycle.ts"
import { intakeTables } from "../intake-tables.ts"
import type { RunRefusal } from "../run-refusal.ts"

/** Which law reads the lists. */
export interface LawChoice {
  readonly checkout: string
  readonly law: string
  readonly year: number | null
}

export interface ImportTables {
  readonly book: LawBook
  readonly terms: CycleTerms
  readonly tables: IntakeTables
}

/** The tenant's tables for reading, out of the law's files: no database is asked. */
export function loadImportTables(choice: LawChoice): Result<ImportTables, RunRefusal> {
  const book = loadLawBook(join(choice.checkout, "law"), choice.law)
  if (!book.ok) return book
  const { year } = choice
  const open = { ceiling: null, months: null, asOf: null, seed: null }
  const terms = termsOf(book.value, { ...open, year })
  if (!terms.ok) return terms
  const tables = intakeTables(book.value, terms.value.cycle.registrationOn)
  return ok({ book: book.value, terms: terms.value, tables })
}

import { sha256Hex } from "../kernel/id.ts"
import { formatDateId, type LocalDate } from "../kernel/local-date.ts"
import { ok, refuse, type Result } from "../kernel/result.ts"
import { rupiah } from "../kernel/rupiah.ts"
import { cycleOf, type LawBook } from "../modules/law/index.ts"
import { unusable } from "./command-line/usage.ts"
import type { CycleTerms } from "./cycle.ts"
import type { LoadedFolder } from "./load-cycle.load.ts"
import type { RunOptions } from "./run-options.ts"
import type { RunRefusal } from "./run-refusal.ts"

/** The terms of a run: the pack says what the options leave open. */
export function termsOf(
  book: LawBook,
  options: Pick<RunOptions, "year" | "ceiling" | "months" | "asOf" | "seed">,
): Result<CycleTerms, RunRefusal> {
  const years = book.pack.cycles.map((cycle) => cycle.year)
  const year = options.year ?? (years.length === 1 ? years[0] : undefined)
  if (year === undefined) return refuse({ kind: "year_needed", years })
  const found = cycleOf(book.pack, year)
  if (!found.ok) return found
  // What is known after the programme year cannot have made its list; it is a slip of the hand.
  const lastDay = `${year}-12-31` as LocalDate
  if (options.asOf !== null && options.asOf > lastDay) return lateDay(options.asOf, lastDay)
  const cycle = { ...found.value, months: options.months ?? found.value.months }
  return ok({
    book,
    cycle,
    asOf: options.asOf ?? cycle.registrationOn,
    ceiling: options.ceiling ?? rupiah(cycle.ceiling.amount),
    seed: options.seed ?? book.pack.order.seed,
  })
}

function lateDay(asOf: LocalDate, lastDay: LocalDate): Result<never, RunRefusal> {
  return unusable("--as-of", asOf, {
    id: `tanggal paling lambat ${formatDateId(lastDay)}, hari terakhir tahun program`,
    en: `a date not after ${lastDay}, the last day of the programme year`,
  })
}

export function optionsOf(terms: CycleTerms): {
  year: number
  months: number
  ceiling: string
  asOf: LocalDate
  seed: string
} {
  return {
    year: terms.cycle.year,
    months: terms.cycle.months,
    ceiling: String(terms.ceiling),
    asOf: terms.asOf,
    seed: terms.seed,
  }
}

/** Same files, law, options and verdicts, same hash. */
export function inputHashOf(loaded: LoadedFolder, terms: CycleTerms, options: RunOptions): string {
  const files = loaded.inputs.map((input) => [input.path, input.sha256])
  return sha256Hex(
    JSON.stringify({
      files,
      pack: options.law,
      law: terms.book.version,
      options: optionsOf(terms),
      verdicts: (terms.verdicts ?? []).filter(
        ({ said }) => said === "same" || said === "different",
      ),
      // What an inbox says beside its files: their order of receipt and how they are read.
      ...(loaded.inbox && { order: loaded.inbox.order, recipes: loaded.inbox.recipes }),
    }),
  )
}

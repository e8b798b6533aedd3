import type { Language } from "../../modules/intake/index.ts"
import type { ReadStep, RowsDone } from "./read-import.job.ts"
import { countIn, readingWords } from "./reading-words.ts"

/** Where each step begins; it lasts until the next one does. */
const BEGINS = [
  ["open", 0],
  ["read", 0.1],
  ["compare", 0.55],
  ["mark", 0.65],
  ["store", 0.7],
] as const satisfies readonly (readonly [ReadStep | "store", number])[]

/** How much of a file's work is done: by its step, and within it by its rows. */
export function shareOf(step: ReadStep | "store", rows?: RowsDone): number {
  const at = BEGINS.findIndex(([name]) => name === step)
  const [begin, end] = [BEGINS[at]?.[1] ?? 0, BEGINS[at + 1]?.[1] ?? 1]
  const total = rows?.total ?? 0
  const within = rows === undefined || total === 0 ? 0 : Math.min(1, rows.done / total)
  return begin + (end - begin) * within
}

/** "Memeriksa baris usulan.xlsx: 12.000 dari 40.000 baris" */
export function stepText(
  step: ReadStep | "store",
  file: string,
  language: Language,
  rows?: RowsDone,
): string {
  const words = readingWords(language)
  const named = `${words.steps[step]} ${file}`
  if (rows === undefined || rows.total === null) return named
  const done = countIn(Math.min(rows.done, rows.total), language)
  return `${named}: ${done} ${words.of} ${countIn(rows.total, language)} ${words.rows}`
}

import { formatDateId } from "../kernel/local-date.ts"
import { formatRupiah, type Rupiah } from "../kernel/rupiah.ts"
import { fileQuestions, type Language } from "../modules/intake/index.ts"
import { registerQuestions } from "../modules/registry/index.ts"
import { countIn } from "./batches/reading-words.ts"
import { changeDetails, changeHeadline } from "./change-text.ts"
import { correctionSentences } from "./correction-text.ts"
import type { CycleResult, CycleTerms } from "./cycle.ts"
import type { RunWork } from "./run-work.ts"
import { runWords } from "./run-words.ts"
import type { RunChange } from "./store-run.command.ts"
import { fillWords } from "./web/words.ts"

/** What a run says on the terminal when it is done. */
export interface FinishedRun {
  readonly result: CycleResult
  readonly terms: CycleTerms
  readonly change: RunChange | null
  readonly summary: Readonly<Record<string, unknown>>
  readonly work: RunWork
}

interface Asked {
  readonly out: string
  readonly language: Language
}

export function runText(run: FinishedRun, { out, language }: Asked): string {
  const blocks = [
    funnelLines(run, language),
    laterLines(run, language),
    questionLines(run.result, language),
    correctionLines(run.result, language),
    changeLines(run.change, language),
    workLines(run.work, language),
    [
      fillWords(runWords(language).results, { out }),
      `result_hash ${String(run.summary["result_hash"])}`,
    ],
  ]
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => `\n${lines.join("\n")}\n`)
    .join("")
}

function funnelLines({ result, terms }: FinishedRun, language: Language): string[] {
  const { funnel: words } = runWords(language)
  const outcomes = { eligible: 0, ineligible: 0, undecided: 0 }
  for (const decision of result.decisions.values()) outcomes[decision.outcome]++
  const { selection } = result
  const count = (value: number): string => countIn(value, language)
  const money = (amount: Rupiah): string =>
    language === "id" ? formatRupiah(amount) : formatRupiah(amount).replaceAll(".", ",")
  const lines: (readonly [string, string])[] = [
    [words.read, count(result.batch.rows.length)],
    [words.candidates, count(result.candidates.length)],
    [words.people, count(result.people.length)],
    [words.eligible, count(outcomes.eligible)],
    [words.ineligible, count(outcomes.ineligible)],
    [words.undecided, count(outcomes.undecided)],
    [words.selected, count(selection.selected)],
    [words.reserve, count(selection.reserve)],
    [words.cost, money(selection.cost)],
    [`${words.ceiling} ${terms.cycle.year}`, money(selection.ceiling)],
    [words.left, money(selection.left)],
  ]
  return lines.map(([label, value]) => `  ${label.padEnd(28)} ${value.padStart(18)}`)
}

/** A run never uses a value that nobody knew on its day without saying so. */
function laterLines({ result, terms }: FinishedRun, language: Language): string[] {
  const later = result.uses.filter((use) => use.knownLater)
  const titles = new Set(
    later.map((use) => terms.book.series.get(use.seriesId)?.title ?? use.seriesId),
  )
  if (titles.size === 0) return []
  const date = language === "id" ? formatDateId(terms.asOf) : terms.asOf
  return [
    fillWords(runWords(language).notYetPublic, { date }),
    ...[...titles].map((title) => `  ${title}`),
  ]
}

function questionLines(result: CycleResult, language: Language): string[] {
  const registers = registerQuestions(result.registers)
  const files = fileQuestions(result.batch).length + registers.length
  if (files === 0) return []
  // What is asked of an office is worded in its language only; the report holds it.
  const sentences = language === "id" ? registers.map(({ sentence }) => `  ${sentence}`) : []
  const count = countIn(files, language)
  return [fillWords(runWords(language).fileQuestions, { count }), ...sentences]
}

/** A terminal shows so many; the report and data/resends.csv hold them all. */
const CORRECTIONS_SHOWN = 10

function correctionLines({ batch }: CycleResult, language: Language): string[] {
  const sentences = correctionSentences(batch, language)
  if (sentences.length === 0) return []
  const words = runWords(language)
  const shown = sentences.slice(0, CORRECTIONS_SHOWN).map((sentence) => `  ${sentence}`)
  const more = sentences.length - shown.length
  const rest = more > 0 ? [`  ${fillWords(words.more, { count: countIn(more, language) })}`] : []
  return [words.resends, ...shown, ...rest]
}

function changeLines(change: RunChange | null, language: Language): string[] {
  const words = runWords(language)
  const headline = changeHeadline(change, language)
  if (headline !== null)
    return [headline, ...changeDetails(change, language).map((sentence) => `  ${sentence}`)]
  const count = countIn(change?.questions.open ?? 0, language)
  return [words.firstRun, fillWords(words.openQuestions, { count })]
}

/** What a grown folder cost: only what is new is worked on. */
function workLines(work: RunWork, language: Language): string[] {
  const words = runWords(language)
  const [read, remembered, made, kept] = [
    work.filesRead,
    work.filesRemembered,
    work.documentsMade,
    work.documentsKept,
  ].map((count) => countIn(count, language))
  return [
    fillWords(words.work, { read: read ?? "", remembered: remembered ?? "" }),
    fillWords(words.documents, { made: made ?? "", kept: kept ?? "" }),
  ]
}

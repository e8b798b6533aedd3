import { formatDateId } from "../kernel/local-date.ts"
import { formatCount, formatRupiah } from "../kernel/rupiah.ts"
import { fileQuestions } from "../modules/intake/index.ts"
import { registerQuestions } from "../modules/registry/index.ts"
import { changeDetails, changeHeadline } from "./change-text.ts"
import { correctionSentences } from "./correction-text.ts"
import type { CycleResult, CycleTerms } from "./cycle.ts"
import type { RunWork } from "./run-work.ts"
import type { RunChange } from "./store-run.command.ts"

/** What a run says on the terminal when it is done. */
export interface FinishedRun {
  readonly result: CycleResult
  readonly terms: CycleTerms
  readonly change: RunChange
  readonly summary: Readonly<Record<string, unknown>>
  readonly work: RunWork
}

export function runText(run: FinishedRun, out: string): string {
  const blocks = [
    funnelLines(run),
    laterLines(run),
    questionLines(run.result),
    correctionLines(run.result),
    changeLines(run.change),
    workLines(run.work),
    [
      `Hasil: ${out}/laporan.html dan ${out}/data/`,
      `result_hash ${String(run.summary["result_hash"])}`,
    ],
  ]
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => `\n${lines.join("\n")}\n`)
    .join("")
}

function funnelLines({ result, terms }: FinishedRun): string[] {
  const outcomes = { eligible: 0, ineligible: 0, undecided: 0 }
  for (const decision of result.decisions.values()) outcomes[decision.outcome]++
  const { selection } = result
  const lines: (readonly [string, string])[] = [
    ["baris dibaca", formatCount(result.batch.rows.length)],
    ["calon (baris)", formatCount(result.candidates.length)],
    ["orang", formatCount(result.people.length)],
    ["memenuhi syarat", formatCount(outcomes.eligible)],
    ["tidak memenuhi syarat", formatCount(outcomes.ineligible)],
    ["belum dapat diputuskan", formatCount(outcomes.undecided)],
    ["masuk daftar", formatCount(selection.selected)],
    ["cadangan", formatCount(selection.reserve)],
    ["biaya", formatRupiah(selection.cost)],
    [`pagu ${terms.cycle.year}`, formatRupiah(selection.ceiling)],
    ["sisa", formatRupiah(selection.left)],
  ]
  return lines.map(([label, value]) => `  ${label.padEnd(28)} ${value.padStart(18)}`)
}

/** A run never uses a value that nobody knew on its day without saying so. */
function laterLines({ result, terms }: FinishedRun): string[] {
  const later = result.uses.filter((use) => use.knownLater)
  const titles = new Set(
    later.map((use) => terms.book.series.get(use.seriesId)?.title ?? use.seriesId),
  )
  if (titles.size === 0) return []
  return [
    `Belum diketahui umum pada ${formatDateId(terms.asOf)} / not yet public on ${terms.asOf}:`,
    ...[...titles].map((title) => `  ${title}`),
  ]
}

function questionLines(result: CycleResult): string[] {
  const registers = registerQuestions(result.registers)
  const files = fileQuestions(result.batch).length + registers.length
  if (files === 0) return []
  return [
    `${formatCount(files)} pertanyaan tentang berkas, rinciannya di laporan / questions about files, see the report`,
    ...registers.map(({ sentence }) => `  ${sentence}`),
  ]
}

/** A terminal shows so many; the report and data/resends.csv hold them all. */
const CORRECTIONS_SHOWN = 10

function correctionLines({ batch }: CycleResult): string[] {
  const sentences = correctionSentences(batch)
  if (sentences.length === 0) return []
  const shown = sentences.slice(0, CORRECTIONS_SHOWN).map((sentence) => `  ${sentence}`)
  const more = sentences.length - shown.length
  const rest =
    more > 0 ? [`  … dan ${formatCount(more)} lagi, lihat laporan / more in the report`] : []
  return ["Kiriman ulang dan perbaikan / re-sends and corrections:", ...shown, ...rest]
}

function changeLines(change: RunChange): string[] {
  const headline = changeHeadline(change)
  const open = `${formatCount(change.questions.open)} pertanyaan terbuka / open questions`
  if (headline === null) return ["Proses pertama untuk tahun ini. First run of this cycle.", open]
  const details = changeDetails(change).map((sentence) => `  ${sentence}`)
  return [headline.id, headline.en, ...details]
}

/** What a grown folder cost: only what is new is worked on. */
function workLines(work: RunWork): string[] {
  const [read, remembered, made, kept] = [
    work.filesRead,
    work.filesRemembered,
    work.documentsMade,
    work.documentsKept,
  ].map(formatCount)
  return [
    `Berkas dibuka ${read}, diingat ${remembered}; dokumen dibuat ${made}, tetap ${kept}`,
    `Files opened ${read}, remembered ${remembered}; documents made ${made}, kept ${kept}`,
  ]
}

import { formatDateId } from "../kernel/local-date.ts"
import { formatCount, formatRupiah } from "../kernel/rupiah.ts"
import { fileQuestions } from "../modules/intake/index.ts"
import { registerQuestions } from "../modules/registry/index.ts"
import { changeSentences } from "./change-text.ts"
import type { CycleResult, CycleTerms } from "./cycle.ts"
import type { RunChange } from "./store-run.command.ts"

/** What a run says on the terminal when it is done. */
export interface FinishedRun {
  readonly result: CycleResult
  readonly terms: CycleTerms
  readonly change: RunChange
  readonly summary: Readonly<Record<string, unknown>>
}

export function runText(run: FinishedRun, out: string): string {
  const blocks = [
    funnelLines(run),
    laterLines(run),
    questionLines(run.result),
    changeLines(run.change),
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

function changeLines(change: RunChange): string[] {
  if (change.first) return ["Proses pertama untuk tahun ini. First run of this cycle."]
  if (change.repeated) {
    return ["Proses yang sama diulang: tidak ada yang berubah. Same run repeated: nothing changed."]
  }
  const indented = changeSentences(change).map((sentence) => `  ${sentence}`)
  return ["Sejak proses terakhir / since the last run:", ...indented]
}

import { formatCount } from "../kernel/rupiah.ts"
import type { Correction, IntakeBatch, Language, RowDiff } from "../modules/intake/index.ts"
import { countIn } from "./batches/reading-words.ts"
import { runWords } from "./run-words.ts"
import { fillWords } from "./web/words.ts"

/** What every re-send and every returned list changed, a sentence each, in order of receipt. */
export function correctionSentences(
  { files, corrections }: IntakeBatch,
  language: Language,
): string[] {
  return files.flatMap(({ name }) => {
    const correction = corrections.get(name)
    return correction === undefined ? [] : [correctionSentence(name, correction, language)]
  })
}

function correctionSentence(name: string, correction: Correction, language: Language): string {
  const { corrections: words } = runWords(language)
  const { of, whole, returned, diff } = correction
  const { added, same, changed, missing } = diff.counts
  const fields = changed === 0 ? "" : ` (${fieldCounts(diff.rows)})`
  const parts: readonly (readonly [number, string])[] = [
    [same, words.same],
    [changed, `${words.changed}${fields}`],
    [added, words.added],
    [missing, words.missing],
  ]
  const told = parts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${countIn(count, language)} ${what}`)
  const relation = returned ? words.returned : whole ? words.whole : words.part
  return `${fillWords(relation, { name, of })}: ${told.join(", ")}.`
}

/** "NIK 3, Penghasilan 2": the fields that changed, the most frequent first. */
function fieldCounts(rows: readonly RowDiff[]): string {
  const counts = new Map<string, number>()
  for (const row of rows)
    for (const { label } of row.kind === "changed" ? row.fields : [])
      counts.set(label, (counts.get(label) ?? 0) + 1)
  const most = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return most.map(([label, count]) => `${label} ${formatCount(count)}`).join(", ")
}

/** Columns of data/resends.csv: every difference that a re-send or a returned list makes. */
export const RESEND_COLUMNS = "file,of,change,sheet,row,sheet_before,row_before,field,before,after"

export function resendLines({ files, corrections }: IntakeBatch): (string | number)[][] {
  const names = files.map(({ name }) => name).sort()
  return names.flatMap((name) => {
    const correction = corrections.get(name)
    if (correction === undefined) return []
    return correction.diff.rows.flatMap((row) => diffLines(row, [name, correction.of]))
  })
}

function diffLines(diff: RowDiff, files: readonly [string, string]): (string | number)[][] {
  switch (diff.kind) {
    case "same":
      return []
    case "added":
      return [[...files, "added", diff.later.sheet, diff.later.row, "", "", "", "", ""]]
    case "missing":
      return [[...files, "missing", "", "", diff.earlier.sheet, diff.earlier.row, "", "", ""]]
    case "changed": {
      const { earlier, later } = diff
      const places = [later.sheet, later.row, earlier.sheet, earlier.row]
      return diff.fields.map(({ field, before, after }) => [
        ...[...files, "changed", ...places],
        ...[field, before, after],
      ])
    }
  }
}

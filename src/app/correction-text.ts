import { formatCount } from "../kernel/rupiah.ts"
import type { Correction, IntakeBatch, RowDiff } from "../modules/intake/index.ts"

/** What every re-send and every returned list changed, a sentence each, in order of receipt. */
export function correctionSentences({ files, corrections }: IntakeBatch): string[] {
  return files.flatMap(({ name }) => {
    const correction = corrections.get(name)
    return correction === undefined ? [] : [correctionSentence(name, correction)]
  })
}

function correctionSentence(name: string, correction: Correction): string {
  const { added, same, changed, missing } = correction.diff.counts
  const fields = changed === 0 ? "" : ` (${fieldCounts(correction.diff.rows)})`
  const parts: readonly (readonly [number, string])[] = [
    [same, "sama"],
    [changed, `berubah${fields}`],
    [added, "baru"],
    [missing, "tidak ada lagi"],
  ]
  const told = parts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${formatCount(count)} ${what}`)
  return `${relation(name, correction)}: ${told.join(", ")}.`
}

function relation(name: string, { of, whole, returned }: Correction): string {
  if (returned) return `Perbaikan "${name}" atas "${of}"`
  return whole
    ? `Kiriman ulang "${name}" menggantikan "${of}"`
    : `Kiriman ulang "${name}" menggantikan sebagian "${of}"`
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

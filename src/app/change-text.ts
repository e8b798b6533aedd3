import { formatCount } from "../kernel/rupiah.ts"
import type { DeltaCounts } from "../platform/delta.ts"
import type { RunChange } from "./store-run.command.ts"

/** "4 berkas, 611 orang …": what a run changed since the one before; nothing for the first. */
export function changeSentences(change: RunChange): string[] {
  if (change.first) return []
  if (change.repeated) return ["Proses yang sama diulang: tidak ada yang berubah."]
  const lines: (readonly [DeltaCounts, string])[] = [
    [change.files, "berkas usulan"],
    [change.registers, "register dan verifikasi"],
    [change.rows, "baris daftar"],
    [change.people, "orang"],
    [change.decisions, "keputusan kelayakan"],
    [change.entries, "tempat di urutan"],
  ]
  const sentences = lines
    .filter(([counts]) => sum(counts) > 0)
    .map(([counts, what]) => sentence(counts, what))
  return sentences.length > 0 ? sentences : ["Berkas atau aturan berubah, hasilnya tidak."]
}

export function sum({ added, changed, gone }: DeltaCounts): number {
  return added + changed + gone
}

function sentence({ added, changed, gone }: DeltaCounts, what: string): string {
  const parts = [
    added > 0 ? `${formatCount(added)} baru` : "",
    changed > 0 ? `${formatCount(changed)} berubah` : "",
    gone > 0 ? `${formatCount(gone)} tidak ada lagi` : "",
  ]
  return `${what}: ${parts.filter((part) => part !== "").join(", ")}`
}

import { formatCount } from "../kernel/rupiah.ts"
import type { DeltaCounts } from "../platform/delta.ts"
import type { RunChange } from "./store-run.command.ts"

/** A sentence in the two languages of the terminal; pages show the Indonesian. */
export interface ChangeSentence {
  readonly id: string
  readonly en: string
}

/** "Sejak proses terakhir: 4 berkas, 611 orang, 37 pertanyaan terjawab."; null for the first run. */
export function changeHeadline(change: RunChange): ChangeSentence | null {
  if (change.first) return null
  if (change.unrelated)
    return {
      id: "Tidak satu baris pun sama dengan proses terakhir tahun ini, jadi keduanya tidak dibandingkan; yang berlaku kini proses ini.",
      en: "No row is the same as in the last run of this year, so they are not compared; this run now stands.",
    }
  if (change.repeated)
    return {
      id: "Proses yang sama diulang: tidak ada yang berubah.",
      en: "Same run repeated: nothing changed.",
    }
  const files = sum(change.files) + sum(change.registers)
  const [people, answered] = [sum(change.people), change.questions.answered]
  return {
    id: `Sejak proses terakhir: ${formatCount(files)} berkas, ${formatCount(people)} orang, ${formatCount(answered)} pertanyaan terjawab.`,
    en: `Since the last run: ${counted(files, "file")}, ${counted(people, "person", "people")}, ${counted(answered, "question")} answered.`,
  }
}

/** What a run changed since the one before it, headline first; nothing for the first. */
export function changeSentences(change: RunChange): string[] {
  const headline = changeHeadline(change)
  if (headline === null) return []
  return [headline.id, ...changeDetails(change)]
}

/** "berkas usulan: 3 baru, 1 berubah": where the numbers of the headline come from. */
export function changeDetails(change: RunChange): string[] {
  if (change.first || change.repeated || change.unrelated) return []
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
  const questions = questionSentence(change)
  if (questions !== "") sentences.push(questions)
  return sentences.length > 0 ? sentences : ["Berkas atau aturan berubah, hasilnya tidak."]
}

export function sum({ added, changed, gone }: DeltaCounts): number {
  return added + changed + gone
}

function sentence({ added, changed, gone }: DeltaCounts, what: string): string {
  return told(what, [
    [added, "baru"],
    [changed, "berubah"],
    [gone, "tidak ada lagi"],
  ])
}

function questionSentence({ questions }: RunChange): string {
  const { asked, answered, lapsed, open } = questions
  if (asked + answered + lapsed === 0) return ""
  return told("pertanyaan", [
    [answered, "terjawab"],
    [asked, "baru"],
    [lapsed, "tidak berlaku lagi"],
    [open, "masih terbuka"],
  ])
}

function told(what: string, parts: readonly (readonly [number, string])[]): string {
  const counts = parts.filter(([count]) => count > 0)
  return `${what}: ${counts.map(([count, word]) => `${formatCount(count)} ${word}`).join(", ")}`
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`
}

import { countIn } from "./batches/reading-words.ts"
import type { Language } from "../modules/intake/index.ts"
import type { DeltaCounts } from "../platform/delta.ts"
import { runWords } from "./run-words.ts"
import type { RunChange } from "./store-run.command.ts"
import { fillWords } from "./web/words.ts"

/**
 * "Sejak pengolahan terakhir: 4 berkas, 611 orang, 37 pertanyaan terjawab."; null for the first. A trial,
 * which is compared with nothing, has no change.
 */
export function changeHeadline(change: RunChange | null, language: Language): string | null {
  const { changes: words } = runWords(language)
  if (change === null) return words.trial
  if (change.first) return null
  if (change.unrelated) return words.unrelated
  if (change.repeated) return words.repeated
  const counted = (count: number, [one, many]: readonly [string, string]) =>
    `${countIn(count, language)} ${count === 1 ? one : many}`
  const files = sum(change.files) + sum(change.registers)
  return fillWords(words.since, {
    files: counted(files, [words.oneFile, words.manyFiles]),
    people: counted(sum(change.people), [words.onePerson, words.manyPeople]),
    questions: counted(change.questions.answered, [words.oneQuestion, words.manyQuestions]),
  })
}

/** What a run changed since the one before it, headline first; nothing for the first. */
export function changeSentences(change: RunChange | null, language: Language): string[] {
  const headline = changeHeadline(change, language)
  return headline === null ? [] : [headline, ...changeDetails(change, language)]
}

/** "berkas usulan: 3 baru, 1 berubah": where the numbers of the headline come from. */
export function changeDetails(change: RunChange | null, language: Language): string[] {
  if (change === null || change.first || change.repeated || change.unrelated) return []
  const { changes: words } = runWords(language)
  const kinds = ["files", "registers", "rows", "people", "decisions", "entries"] as const
  const sentences = kinds
    .filter((kind) => sum(change[kind]) > 0)
    .map((kind) => {
      const { added, changed, gone } = change[kind]
      const parts: Part[] = [
        [added, words.added],
        [changed, words.changed],
        [gone, words.gone],
      ]
      return told(words[kind], parts, language)
    })
  const { asked, answered, lapsed, open } = change.questions
  const parts: Part[] = [
    [answered, words.answered],
    [asked, words.added],
    [lapsed, words.lapsed],
    [open, words.open],
  ]
  if (asked + answered + lapsed > 0) sentences.push(told(words.questions, parts, language))
  return sentences.length > 0 ? sentences : [words.sameResult]
}

export function sum({ added, changed, gone }: DeltaCounts): number {
  return added + changed + gone
}

type Part = readonly [count: number, word: string]

function told(what: string, parts: readonly Part[], language: Language): string {
  const counts = parts.filter(([count]) => count > 0)
  return `${what}: ${counts.map(([count, word]) => `${countIn(count, language)} ${word}`).join(", ")}`
}

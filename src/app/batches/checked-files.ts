import type { Language } from "../../modules/intake/index.ts"
import { alignedRows } from "../command-line/aligned-rows.ts"
import { fileParts } from "./reading-codes.ts"
import type { FileRead } from "./reading-json.ts"
import { countIn, readingWords, registerNames } from "./reading-words.ts"

/** A file that is not read again: its bytes are those of another. */
export interface SameFile {
  readonly name: string
  readonly as: string
}

const OUTCOMES = ["accepted", "repaired", "set_aside", "ignored"] as const

/** A folder's files below each other: what each is, and what became of its rows. */
export function fileTable(
  files: readonly (FileRead | SameFile)[],
  language: Language,
): readonly string[] {
  const { table, outcomes } = readingWords(language)
  const head = [table.rows, ...OUTCOMES.map((name) => outcomes[name])]
  const numbers = files.map((file) => {
    const counts = countsOf(file)
    if (counts === null) return []
    return [counts.read, ...OUTCOMES.map((name) => counts[name])].map((n) => countIn(n, language))
  })
  const widths = head.map((word, at) =>
    Math.max(word.length, ...numbers.map((cells) => cells[at]?.length ?? 0)),
  )
  const right = (cells: readonly string[]): string[] =>
    cells.map((cell, at) => cell.padStart(widths[at] ?? 0))
  const lines = files.map((file, at) => [
    file.name,
    whatItIs(file, language),
    ...right(numbers[at] ?? []),
  ])
  return alignedRows([[table.file, table.content, ...right(head)], ...lines])
}

function countsOf(file: FileRead | SameFile) {
  if ("as" in file || file.outcome.kind === "refused") return null
  return file.outcome.reading.counts
}

const TOLD_MAX = 44

function whatItIs(file: FileRead | SameFile, language: Language): string {
  const words = readingWords(language)
  if ("as" in file) return cut(`${words.table.sameAs} ${file.as}`)
  const { outcome, name } = file
  if (outcome.kind === "refused")
    return cut(
      `${words.table.unread}: ${fileParts(outcome.finding, { file: name, language }).what}`,
    )
  const { kind, sender } = outcome.reading
  if (kind === "register") return cut(registerNames(sender.name, language) || words.kinds[kind])
  if (kind !== "usulan") return cut(words.kinds[kind])
  return cut(
    `${words.kinds[kind]} ${words.from} ${sender.known ? sender.name : words.unknownSender}`,
  )
}

function cut(text: string): string {
  return text.length <= TOLD_MAX ? text : `${text.slice(0, TOLD_MAX - 1)}…`
}

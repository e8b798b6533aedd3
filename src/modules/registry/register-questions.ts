import type { RegisterFile, Registers } from "./registers.ts"
import { REGISTER_TEXT_ID } from "./text-registers.id.ts"

/** A question to whoever sent a register, in Indonesian: what is missing, where, how to mend it. */
export interface RegisterQuestion {
  readonly file: string
  readonly sentence: string
}

/**
 * What cannot be read from the registers themselves: files whose meaning nothing shows, and files
 * without a column that a criterion needs. An unread column that nothing needs is no question.
 */
export function registerQuestions(
  registers: Pick<Registers, "files" | "unknownFiles">,
): RegisterQuestion[] {
  const lacking = registers.files
    .filter((file) => file.lacking.length > 0)
    .map((file) => ({ file: file.file, sentence: lackingSentence(file) }))
  const unknown = registers.unknownFiles.map((file) => {
    const unread = registers.files.filter((entry) => entry.file === file)
    const labels = [...new Set(unread.flatMap((entry) => entry.unread))]
    return { file, sentence: `${TEXT.unknown(file)}${unreadSentence(labels)} ${TEXT.nameFile}` }
  })
  return unique([...lacking, ...unknown])
}

const TEXT = REGISTER_TEXT_ID

function lackingSentence({ file, lacking, unread }: RegisterFile): string {
  const names = lacking.map(registerColumnTitle)
  const told = TEXT.lacking(file, names.join(", "))
  return `${told}${unreadSentence(unread)} ${TEXT.nameColumns(names.join(", "))}`
}

function unreadSentence(labels: readonly string[]): string {
  const shown = labels.map((label) => label.replace(/\s+/g, " ").trim())
  return shown.length === 0 ? "" : ` ${TEXT.unread(shown.join(", "))}`
}

/** The title that a column of a register is asked for by. */
export function registerColumnTitle(field: string): string {
  const titles: Readonly<Record<string, string>> = TEXT.columns
  return titles[field] ?? field
}

/** Two sheets of one file that lack the same are one question. */
function unique(questions: readonly RegisterQuestion[]): RegisterQuestion[] {
  return [...new Map(questions.map((question) => [question.sentence, question])).values()]
}

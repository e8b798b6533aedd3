import { FINDINGS, handlingOf, type Finding, type FindingCode } from "../findings/finding.ts"
import { findingSentence, type Language } from "../findings/finding-text.ts"
import type { IntakeBatch } from "../batch.ts"

/**
 * An officer compares two rows, which the sender cannot; a column is asked of the file alone, and what
 * another office disputes in a workbook of its own.
 */
const NOT_OF_THE_ROW: ReadonlySet<FindingCode> = new Set([
  "DUP_FUZZY",
  "COLUMN_OPEN",
  "STANDING_DISPUTED",
])

/** Taken with a warning, but the sender who has the card in hand should look. */
const WORTH_A_LOOK: ReadonlySet<FindingCode> = new Set([
  "DOB_NIK_MISMATCH",
  "DOB_MISSING",
  "DOB_SWAP",
  "DOB_TYPO",
  "SEX_CONFLICT",
  "JOB_NOT_INFORMAL",
  "PHONE_INVALID",
  "CSV_INJECTION",
])

/** Whether its sender must answer before the row can count. */
export function isQuestion(code: FindingCode): boolean {
  return handlingOf(code) === "ask" && !NOT_OF_THE_ROW.has(code)
}

/** Findings of a row that its sender is told, questions first. */
export function findingsForSender(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>()
  const told = findings.filter(({ code, field }) => {
    const key = `${code} ${field}`
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew && (isQuestion(code) || WORTH_A_LOOK.has(code))
  })
  return told.sort((a, b) => Number(isQuestion(b.code)) - Number(isQuestion(a.code)))
}

/** A question about a whole file, in one sentence to print or to send. */
export interface FileQuestion {
  readonly file: string
  readonly sender: string
  readonly code: FindingCode
  readonly sentence: string
}

/** What must be asked about files as a whole: locked, cut off, not received, unlike its letter. */
export function fileQuestions(batch: IntakeBatch, language: Language = "id"): FileQuestion[] {
  return batch.files.flatMap((file) =>
    file.findings
      .filter(({ code }) => FINDINGS[code].handling === "ask" || MENTIONED.has(code))
      .map((finding) => ({
        file: file.name,
        sender: file.sender.name,
        code: finding.code,
        sentence: findingSentence(finding, { cell: finding.field, file: file.name }, language),
      })),
  )
}

/** Warnings about files that may hide people who were meant to be sent. */
const MENTIONED: ReadonlySet<FindingCode> = new Set(["FILE_COUNT_DIFFERS", "SHEET_HIDDEN"])

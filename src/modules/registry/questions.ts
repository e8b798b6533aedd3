import { askedPeople, type QuestionInput } from "./question-input.ts"
import { checkQuestions } from "./question-office.ts"
import { populationQuestions } from "./question-population.ts"
import { decileQuestions, membershipQuestions, provinceQuestions } from "./question-registers.ts"
import { senderQuestions } from "./question-sender.ts"
import type { QuestionWorkbook } from "./question-sheet.ts"

/**
 * The questions that a run sends out, a workbook for each respondent who has something to answer.
 * A filled-in workbook is read back like any register, without mapping of columns.
 */
export function questionWorkbooks(input: QuestionInput): QuestionWorkbook[] {
  const asked = askedPeople(input)
  return [
    ...populationQuestions(input, asked),
    ...membershipQuestions(input, asked),
    ...provinceQuestions(input, asked),
    ...decileQuestions(input, asked),
    ...checkQuestions(input, asked),
    ...senderQuestions(input, asked),
  ]
}

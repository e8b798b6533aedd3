import { join } from "node:path"
import { releaseMemory } from "../platform/release-memory.ts"
import { writeWorkbook } from "../platform/spreadsheet/write/workbook.ts"
import type { WorkbookSpec } from "../platform/spreadsheet/sheet-spec.ts"
import { loadAreaMap, renderReport, type OutgoingFile } from "../modules/coverage/index.ts"
import { letterProposal, repairWorkbooks, type LetterHead } from "../modules/intake/index.ts"
import { ownerOn } from "../modules/law/index.ts"
import { askingOffice, questionWorkbooks, type QuestionInput } from "../modules/registry/index.ts"
import { changeSentences } from "./change-text.ts"
import { correctionSentences } from "./correction-text.ts"
import type { CycleResult, CycleTerms } from "./cycle.ts"
import type { OutputFolder } from "./output-folder.job.ts"
import { workbookKey } from "./document-key.ts"
import { answeredIn, questionInput } from "./question-facts.ts"
import { reportFacts } from "./report-facts.ts"
import type { RunChange } from "./store-run.command.ts"
import { typingBooks } from "./typing-books.ts"
import { writeDecree, type DecreeSource } from "./write-decree.job.ts"
import { writeRepairs, type OriginalOf } from "./write-repairs.job.ts"

export interface DocumentsInput extends DecreeSource {
  readonly checkout: string
  readonly output: OutputFolder
  /** Null where the run is a trial that nothing remembers. */
  readonly change: RunChange | null
  readonly inputHash: string
  /** Registers and field checks that could not be read. */
  readonly unreadable: readonly { readonly path: string; readonly detail: string }[]
  readonly originalOf: OriginalOf
  /** Whom offices ask, with a number; "" where nobody said. */
  readonly contact: string
}

/** Everything of a run that people read: the decree's papers, questions, repairs and the report. */
export async function writeDocuments(input: DocumentsInput): Promise<void> {
  const { output, result, terms, contact } = input
  await writeDecree(output, input)
  const marked = repairWorkbooks(result.batch, answeredIn(result))
  const questions = questionInput(result, terms, { contact, repairs: marked })
  const head = letterHead(questions)
  const typing = typingBooks(result, terms, { head, originalOf: input.originalOf })
  const requests = await writeBooks(
    input,
    [...questionWorkbooks(questions), ...typing, ...letterBook(result, terms)],
    "permintaan/",
  )
  const repairs = await writeRepairs(
    { output, version: input.memory.version, head },
    marked,
    input.originalOf,
  )
  const map = loadAreaMap(join(input.checkout, "law"), terms.book.pack.code)
  const facts = reportFacts({
    ...input,
    map,
    requests,
    repairs,
    changes: changeSentences(input.change, "id"),
    corrections: correctionSentences(result.batch, "id"),
  })
  output.write("laporan.html", renderReport(facts))
}

function letterHead(questions: QuestionInput): LetterHead {
  const { asOf, answerBy, contact } = questions
  return { from: askingOffice(questions), on: asOf, by: answerBy, contact }
}

/** Where the register of letters does not name every list, a proposal of it, to put right. */
function letterBook({ batch }: CycleResult, { book, asOf }: CycleTerms): OutgoingBook[] {
  const proposal = letterProposal(batch)
  const to = ownerOn(book.pack, asOf)?.name ?? book.pack.name
  return proposal === null ? [] : [{ ...proposal, to }]
}

/** Building a workbook of so many lines leaves tens of megabytes. */
const LARGE_ROWS = 1000

interface OutgoingBook {
  readonly name: string
  readonly to: string
  readonly count: number
  readonly spec: WorkbookSpec
}

/** Writes the books and tells of each whom it asks and about how much. */
async function writeBooks(
  { output, memory }: Pick<DocumentsInput, "output" | "memory">,
  books: readonly OutgoingBook[],
  folder: string,
): Promise<OutgoingFile[]> {
  const written: OutgoingFile[] = []
  for (const { name, to, count, spec } of books) {
    const file = `${folder}${name}`
    await output.keep(file, workbookKey(memory.version, spec), async () => {
      const bytes = await writeWorkbook(spec)
      if (count >= LARGE_ROWS) releaseMemory()
      return bytes
    })
    written.push({ file, to, count })
  }
  return written
}

// Files that we sent out come back, and are put where somebody thinks they belong.
import type { ReceivedFile } from "../modules/intake/index.ts"
import { returnedQuestion, type NamedWorkbook } from "../modules/registry/index.ts"
import { hiddenIdOf } from "../platform/spreadsheet/hidden-id.ts"

/** Files of a cycle by the folder in which they lie; names are paths below that folder. */
export interface FiledWorkbooks {
  readonly lists: readonly ReceivedFile[]
  readonly registers: readonly NamedWorkbook[]
  readonly checks: readonly NamedWorkbook[]
}

export interface FolderNames {
  readonly lists: string
  readonly registers: string
  readonly checks: string
}

/** What hidden ids of lists begin with: those that went back, and scans that were typed. */
const LIST_KINDS = ["perbaikan.", "ketikan."] as const

/**
 * Answers to our questions go to the registers, lists that we sent back to the lists, by the marks
 * that they carry. What was moved is called by its path below the cycle folder.
 */
export function routeReturned(
  filed: FiledWorkbooks,
  folders: FolderNames,
  sha256Of: (path: string) => string,
): FiledWorkbooks {
  const { lists, registers, checks } = filed
  const answers = lists.flatMap(({ name, workbook }): NamedWorkbook[] =>
    workbook.ok && returnedQuestion(workbook.value) !== null
      ? [{ name: `${folders.lists}/${name}`, workbook: workbook.value }]
      : [],
  )
  const isAnswer = (file: ReceivedFile): boolean =>
    file.workbook.ok && returnedQuestion(file.workbook.value) !== null
  const misfiled = checks.filter(({ workbook }) => {
    const kind = returnedQuestion(workbook)
    return kind !== null && kind !== "field_check"
  })
  const below = (folder: string, files: readonly NamedWorkbook[]): NamedWorkbook[] =>
    files.map(({ name, workbook }) => ({ name: `${folder}/${name}`, workbook }))
  const isList = ({ workbook }: NamedWorkbook): boolean => {
    const id = hiddenIdOf(workbook.sheets)
    return id !== null && LIST_KINDS.some((kind) => id.startsWith(kind))
  }
  const back = [
    ...below(folders.registers, registers.filter(isList)),
    ...below(folders.checks, checks.filter(isList)),
  ]
  return {
    lists: [
      ...lists.filter((file) => !isAnswer(file)),
      ...back.map(({ name, workbook }) => ({
        name,
        sha256: sha256Of(name),
        workbook: { ok: true as const, value: workbook },
      })),
    ],
    registers: [
      ...registers.filter((file) => !isList(file)),
      ...answers,
      ...below(folders.checks, misfiled),
    ],
    checks: checks.filter((file) => !isList(file) && !misfiled.includes(file)),
  }
}

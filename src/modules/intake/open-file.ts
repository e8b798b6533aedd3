import type { LocalDate } from "../../kernel/local-date.ts"
import type { ReadRefusal, Workbook } from "../../platform/spreadsheet/workbook.ts"
import type { Result } from "../../kernel/result.ts"
import { headerRowsOf } from "./layout/list-header.ts"
import { evidenceOf, type LetterEvidence } from "./sendings/letter-evidence.ts"
import { readFile, type IntakeTables, type ReadFile } from "./read-file.ts"
import { readOnce } from "./reading-memory.ts"
import { returnedWorkbook, type ReturnedMarks } from "./sendings/returned-file.ts"
import { identifySender, type Sender } from "./sendings/sender.ts"
import { typedFrom } from "./repairs/typed-file.ts"
import type { SendingRole } from "./sendings/succession.ts"

/** A file as it lies in the folder. */
export interface ReceivedFile {
  readonly name: string
  readonly sha256: string
  readonly workbook: Result<Workbook, ReadRefusal>
  /** When the document says that it was last saved; absent where it does not say. */
  readonly savedOn?: LocalDate | null
  /** What was read of a list too large to be held, whose workbook shows its first rows only. */
  readonly read?: ReadFile
}

/** A line of the register of received letters. */
export interface ReceivedLetter {
  readonly order: number
  readonly file: string
  readonly sender: string
  readonly claimed: number | null
  /** What a human wrote about a sending that could not be told; absent where nobody did. */
  readonly role?: SendingRole | null
}

/** A received file with what could be read of it; null where its bytes could not. */
export interface OpenedFile {
  readonly file: ReceivedFile
  readonly letter: ReceivedLetter | undefined
  readonly sender: Sender
  readonly read: ReadFile | null
  readonly headerRows: ReadonlyMap<string, number>
  readonly returned: ReturnedMarks | null
  /** SHA-256 of the scan that was typed into it; empty for any other file. */
  readonly typedFrom: string
  readonly evidence: LetterEvidence
}

/** Reads every file; one that came back has the sender of the file that went out. */
export function openFiles(
  received: readonly ReceivedFile[],
  letterOf: ReadonlyMap<string, ReceivedLetter>,
  tables: IntakeTables,
): OpenedFile[] {
  const marked = received.map((file) => ({ file, ...unmarked(file) }))
  const bySha = new Map(marked.map((entry) => [entry.file.sha256, entry]))
  const opened = new Map<MarkedFile, OpenedFile>()
  const open = (entry: MarkedFile): OpenedFile => {
    const done = opened.get(entry)
    if (done !== undefined) return done
    const base = bySha.get(entry.returned?.base ?? entry.typedFrom)
    const sender = base === undefined || base === entry ? "" : senderName(open(base))
    const file = openFile(entry, { letter: letterOf.get(entry.file.name), sender }, tables)
    opened.set(entry, file)
    return file
  }
  return marked.map(open)
}

interface MarkedFile {
  readonly file: ReceivedFile
  /** Without the marks that it carried when it went out. */
  readonly workbook: Workbook | null
  readonly returned: ReturnedMarks | null
  readonly typedFrom: string
}

function unmarked({ workbook }: ReceivedFile): Omit<MarkedFile, "file"> {
  if (!workbook.ok) return { workbook: null, returned: null, typedFrom: "" }
  const returned = returnedWorkbook(workbook.value)
  return returned === null
    ? { workbook: workbook.value, returned: null, typedFrom: typedFrom(workbook.value) }
    : { workbook: returned.workbook, returned: returned.marks, typedFrom: "" }
}

function senderName({ letter, sender, file }: OpenedFile): string {
  if (letter !== undefined && letter.sender !== "") return letter.sender
  return sender.kind === "unknown" ? file.name : sender.name
}

function openFile(
  { file, workbook, returned, typedFrom: scan }: MarkedFile,
  {
    letter,
    sender: known,
  }: { readonly letter: ReceivedLetter | undefined; readonly sender: string },
  tables: IntakeTables,
): OpenedFile {
  const registered = letter?.sender ?? ""
  const source = { name: file.name, sender: registered === "" ? known : registered }
  const read =
    workbook === null || file.read !== undefined
      ? (file.read ?? null)
      : readOnce(tables.memory, { sha256: file.sha256, source }, () =>
          readFile(workbook, source, tables),
        )
  const headerRows =
    workbook === null || read === null ? new Map<string, number>() : headerRowsOf(workbook, read)
  const names = { register: source.sender, lines: [source.name] }
  const sender = read?.sender ?? identifySender(names, tables.areas, tables.offices)
  const { name, savedOn = null } = file
  const evidence = evidenceOf({ name, savedOn, workbook, headerRows, on: tables.on })
  return { file, letter, sender, read, headerRows, returned, typedFrom: scan, evidence }
}

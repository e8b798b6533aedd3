import type { ReadRefusal, Workbook } from "../../platform/spreadsheet/workbook.ts"
import type { Result } from "../../kernel/result.ts"
import type { Finding, FindingCode } from "./finding.ts"
import { readFile, type IntakeTables, type ReadFile, type ReadSheet } from "./read-file.ts"
import type { IntakeRow, Outcome } from "./row.ts"
import { identifySender, type Sender } from "./sender.ts"
import { markSendings, type Sending, type Succession } from "./sending.ts"

/** A file as it lies in the folder. */
export interface ReceivedFile {
  readonly name: string
  readonly sha256: string
  readonly workbook: Result<Workbook, ReadRefusal>
}

/** A line of the register of received letters. */
export interface ReceivedLetter {
  readonly order: number
  readonly file: string
  readonly sender: string
  readonly claimed: number | null
}

export type FileStatus = "read" | "copy" | "superseded" | "unreadable" | "protected"

export interface IntakeFile {
  readonly name: string
  readonly sender: Sender
  readonly format: string
  readonly sha256: string
  readonly status: FileStatus
  readonly of: string
  readonly claimed: number | null
  readonly counts: Readonly<Record<Outcome, number>> & { readonly read: number }
  readonly people: number
  readonly findings: readonly Finding[]
  readonly sheets: readonly ReadSheet[]
}

export interface IntakeBatch {
  readonly files: readonly IntakeFile[]
  readonly rows: readonly IntakeRow[]
  /** Row of a re-send → row of the first sending. */
  readonly predecessor: ReadonlyMap<string, string>
}

/** Reads every list of a cycle. The order of receipt decides what is a copy and what a re-send. */
export function readBatch(
  received: readonly ReceivedFile[],
  letters: readonly ReceivedLetter[],
  tables: IntakeTables,
): IntakeBatch {
  const letterOf = new Map(letters.map((letter) => [letter.file, letter]))
  const opened = [...received]
    .sort((a, b) => orderOf(letterOf, a) - orderOf(letterOf, b) || (a.name < b.name ? -1 : 1))
    .map((file) => openFile(file, letterOf.get(file.name), tables))
  const succession = markSendings(opened.flatMap(sendingOf))
  return {
    files: [
      ...opened.map((file) => intakeFile(file, succession)),
      ...missingFiles(received, letters, tables),
    ],
    rows: opened.flatMap(({ read }) => read?.rows ?? []),
    predecessor: succession.predecessor,
  }
}

/** A received file with what could be read of it; null where its bytes could not. */
interface OpenedFile {
  readonly file: ReceivedFile
  readonly letter: ReceivedLetter | undefined
  readonly sender: Sender
  readonly read: ReadFile | null
}

function openFile(
  file: ReceivedFile,
  letter: ReceivedLetter | undefined,
  tables: IntakeTables,
): OpenedFile {
  const source = { name: file.name, sender: letter?.sender ?? "" }
  const read = file.workbook.ok ? readFile(file.workbook.value, source, tables) : null
  const names = { register: source.sender, lines: [source.name] }
  const sender = read?.sender ?? identifySender(names, tables.areas, tables.offices)
  return { file, letter, sender, read }
}

function sendingOf({ file, read }: OpenedFile): Sending[] {
  if (read === null) return []
  const columns = read.sheets.map((sheet) => [sheet.name, sheet.columns.get("number")] as const)
  const { sender, rows } = read
  return [{ name: file.name, sha256: file.sha256, sender, rows, numberColumns: new Map(columns) }]
}

function intakeFile(opened: OpenedFile, succession: Succession): IntakeFile {
  const { file, letter, read, sender } = opened
  const rows = read?.rows ?? []
  const people = rows.filter((row) => row.kind === "person").length
  const claimed = letter?.claimed ?? null
  return {
    name: file.name,
    sender,
    format: file.workbook.ok ? file.workbook.value.format : extension(file.name),
    sha256: file.sha256,
    status: statusOf(file, succession),
    of: succession.copyOf.get(file.name) ?? succession.replacedBy.get(file.name) ?? "",
    claimed,
    counts: countOutcomes(rows),
    people,
    findings: [...(read?.findings ?? []), ...fileFindings(file, claimed, people)],
    sheets: read?.sheets ?? [],
  }
}

function orderOf(letters: ReadonlyMap<string, ReceivedLetter>, file: ReceivedFile): number {
  return letters.get(file.name)?.order ?? Number.MAX_SAFE_INTEGER
}

function extension(name: string): string {
  return /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ""
}

function statusOf(file: ReceivedFile, succession: Succession): FileStatus {
  if (!file.workbook.ok)
    return file.workbook.refusal.kind === "protected" ? "protected" : "unreadable"
  if (succession.copyOf.has(file.name)) return "copy"
  return succession.replacedBy.has(file.name) ? "superseded" : "read"
}

const REFUSAL_CODES = {
  protected: "FILE_PROTECTED",
  foreign: "FILE_FOREIGN",
  picture: "FILE_SCANNED",
  unreadable: "FILE_UNREADABLE",
} as const satisfies Record<ReadRefusal["kind"], FindingCode>

function fileFindings(file: ReceivedFile, claimed: number | null, people: number): Finding[] {
  if (!file.workbook.ok) {
    const { refusal } = file.workbook
    const before = "detail" in refusal ? refusal.detail : ""
    return [{ code: REFUSAL_CODES[refusal.kind], field: "file", before, after: "" }]
  }
  const findings = documentFindings(file.workbook.value)
  if (claimed === null || claimed === people) return findings
  const [before, after] = [String(claimed), String(people)]
  return [...findings, { code: "FILE_COUNT_DIFFERS", field: "file", before, after }]
}

/** A page is made for eyes: what was read from it is said, and what could not be read is asked. */
function documentFindings({ format, pictures = [] }: Workbook): Finding[] {
  if (format !== "pdf") return []
  const scanned =
    pictures.length === 0 ? [] : [{ code: "FILE_SCANNED" as const, before: pictures.join(", ") }]
  const codes = [{ code: "FILE_FROM_PDF" as const, before: "" }, ...scanned]
  return codes.map((finding) => ({ ...finding, field: "file", after: "" }))
}

/** A letter was registered whose file is not in the folder. */
function missingFiles(
  received: readonly ReceivedFile[],
  letters: readonly ReceivedLetter[],
  tables: IntakeTables,
): IntakeFile[] {
  const names = new Set(received.map((file) => file.name))
  return letters
    .filter((letter) => !names.has(letter.file))
    .map((letter) => ({
      name: letter.file,
      sender: identifySender({ register: letter.sender, lines: [] }, tables.areas, tables.offices),
      format: extension(letter.file),
      sha256: "",
      status: "unreadable" as const,
      of: "",
      claimed: letter.claimed,
      counts: countOutcomes([]),
      people: 0,
      findings: [{ code: "FILE_NOT_RECEIVED" as const, field: "file", before: "", after: "" }],
      sheets: [],
    }))
}

export function countOutcomes(
  rows: readonly IntakeRow[],
): Record<Outcome, number> & { read: number } {
  const counts = { read: rows.length, accepted: 0, repaired: 0, set_aside: 0, ignored: 0 }
  for (const row of rows) counts[row.outcome]++
  return counts
}

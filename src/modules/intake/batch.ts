import type { ReadRefusal, Workbook } from "../../platform/spreadsheet/workbook.ts"
import type { Finding, FindingCode } from "./findings/finding.ts"
import type { LetterEvidence } from "./sendings/letter-evidence.ts"
import { limitOf } from "./file-limit.ts"
import { openFiles, type OpenedFile, type ReceivedFile, type ReceivedLetter } from "./open-file.ts"
import type { IntakeTables, ReadSheet } from "./read-file.ts"
import { receiptOrder } from "./sendings/receipt-order.ts"
import { everybodyAside } from "./rows/nobody.ts"
import type { IntakeRow, Outcome } from "./rows/row.ts"
import { identifySender, type Sender } from "./sendings/sender.ts"
import { markSendings } from "./sendings/sending.ts"
import {
  firstRowOf,
  type Correction,
  type Sending,
  type Succession,
} from "./sendings/succession.ts"

export type FileStatus = "read" | "copy" | "superseded" | "unreadable" | "protected"

export interface IntakeFile {
  readonly name: string
  readonly sender: Sender
  readonly format: string
  readonly sha256: string
  readonly status: FileStatus
  /** The file that it copies, that replaces it, or whose rows it brings back corrected. */
  readonly of: string
  readonly claimed: number | null
  readonly counts: Readonly<Record<Outcome, number>> & { readonly read: number }
  readonly people: number
  readonly findings: readonly Finding[]
  readonly sheets: readonly ReadSheet[]
  /** Sheet → the row of its column headings, the lower one of two. */
  readonly headerRows: ReadonlyMap<string, number>
  /** What the file itself tells of its letter; null where it was not received. */
  readonly evidence: LetterEvidence | null
  /** The register of letters names it. */
  readonly registered: boolean
  /** SHA-256 of the scan that was typed into it; empty for any other file. */
  readonly typedFrom: string
  /** SHA-256 of the list that went out and came back as this one; empty for any other file. */
  readonly base: string
}

export interface IntakeBatch {
  /** In order of receipt. */
  readonly files: readonly IntakeFile[]
  readonly rows: readonly IntakeRow[]
  /** Row of a re-send or a returned file → row of an earlier sending that it repeats or corrects. */
  readonly predecessor: ReadonlyMap<string, string>
  /** The first row, in order of receipt, that told of the person of a row; by row ids. */
  readonly firstOf: (rowId: string) => string
  /** File → the earlier file that it corrects, and how. */
  readonly corrections: ReadonlyMap<string, Correction>
}

/** Reads every list of a cycle. The order of receipt decides what is a copy and what a re-send. */
export function readBatch(
  received: readonly ReceivedFile[],
  letters: readonly ReceivedLetter[],
  tables: IntakeTables,
): IntakeBatch {
  const letterOf = new Map(letters.map((letter) => [letter.file, letter]))
  const opened = receiptOrder(openFiles(received, letterOf, tables).map(withReceipt))
  const succession = markSendings(opened.flatMap(sendingOf))
  const files = opened.map((file) => intakeFile(file, succession))
  return {
    files: [...withTyped(files), ...missingFiles(received, letters, tables)],
    rows: opened.flatMap(({ read }) => read?.rows ?? []),
    predecessor: succession.predecessor,
    firstOf: (rowId) => firstRowOf(rowId, succession.predecessor),
    corrections: succession.corrections,
  }
}

function withReceipt(opened: OpenedFile) {
  const { file, letter, sender, returned, typedFrom } = opened
  const { name, sha256 } = file
  const order = letter?.order ?? null
  return { ...opened, name, sha256, order, senderId: sender.id, base: returned?.base ?? typedFrom }
}

function sendingOf({ file, read, returned, letter }: OpenedFile): Sending[] {
  if (read === null) return []
  const { name, sha256 } = file
  const { sender, rows, sheets } = read
  const registered = { role: letter?.role ?? null, orderKnown: letter !== undefined }
  return [{ name, sha256, sender, rows, sheets, returned, ...registered }]
}

function intakeFile(opened: OpenedFile, succession: Succession): IntakeFile {
  const { file, letter, read, sender, headerRows, evidence, returned } = opened
  const rows = read?.rows ?? []
  const people = rows.filter((row) => row.kind === "person").length
  // A list that came back corrected holds as many rows as its sender was asked about.
  const claimed = returned === null ? claimedOf(opened) : null
  const correction = succession.corrections.get(file.name)
  const partOf = correction?.whole === false ? correction.of : ""
  const counts = countOutcomes(rows)
  const sheets = read?.sheets ?? []
  const isRegister = read?.findings.some(({ code }) => code === "FILE_IS_REGISTER") === true
  const carriers = (code: FindingCode): number =>
    rows.filter(({ findings }) => findings.some((finding) => finding.code === code)).length
  return {
    name: file.name,
    sender,
    format: file.workbook.ok ? file.workbook.value.format : extension(file.name),
    sha256: file.sha256,
    status: statusOf(file, succession),
    of: succession.copyOf.get(file.name) ?? succession.replacedBy.get(file.name) ?? partOf,
    claimed,
    counts,
    people,
    findings: [
      ...(read?.findings ?? []),
      ...fileFindings(file, claimed, people),
      ...(isRegister ? [] : everybodyAside({ people, counts, sheets, carriers })),
      ...(succession.findings.get(file.name) ?? []),
    ],
    sheets,
    headerRows,
    evidence,
    registered: letter !== undefined,
    typedFrom: opened.typedFrom,
    base: returned?.base ?? "",
  }
}

/** A scan that came back typed, by whomever, is no longer asked about. */
function withTyped(files: readonly IntakeFile[]): IntakeFile[] {
  const typed = files.filter(({ typedFrom, people }) => typedFrom !== "" && people > 0)
  const typedAs = new Map(typed.map((file) => [file.typedFrom, file.name]))
  return files.map((file) => {
    const name = typedAs.get(file.sha256)
    if (name === undefined || file.sha256 === "") return file
    const findings = file.findings.filter(({ code }) => code !== "FILE_SCANNED")
    const isWhole = file.status === "unreadable" && findings.length === 0
    return isWhole ? { ...file, findings, status: "superseded", of: name } : { ...file, findings }
  })
}

/** The register of letters says how many people were sent; without it the letter itself may. */
function claimedOf({ letter, evidence }: OpenedFile): number | null {
  return letter === undefined ? evidence.claimed : letter.claimed
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
  empty: "FILE_EMPTY",
  protected: "FILE_PROTECTED",
  foreign: "FILE_FOREIGN",
  picture: "FILE_SCANNED",
  unsettled: "FILE_ROWS_UNSETTLED",
  unreadable: "FILE_UNREADABLE",
} as const satisfies Record<ReadRefusal["kind"], FindingCode>

function fileFindings(file: ReceivedFile, claimed: number | null, people: number): Finding[] {
  if (!file.workbook.ok) {
    const { refusal } = file.workbook
    const before = "detail" in refusal ? refusal.detail : ""
    const limit = refusal.kind === "unreadable" ? limitOf(before) : null
    if (limit !== null) return [{ code: "FILE_TOO_MUCH", field: "file", before: limit, after: "" }]
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
      headerRows: new Map(),
      evidence: null,
      registered: true,
      typedFrom: "",
      base: "",
    }))
}

export function countOutcomes(
  rows: readonly IntakeRow[],
): Record<Outcome, number> & { read: number } {
  const counts = { read: rows.length, accepted: 0, repaired: 0, set_aside: 0, ignored: 0 }
  for (const row of rows) counts[row.outcome]++
  return counts
}

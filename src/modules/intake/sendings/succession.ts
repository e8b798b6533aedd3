// What becomes of the lists of one sender: the words for it, and how rows and files are marked.
import type { Finding, FindingCode } from "../findings/finding.ts"
import { outcomeOf, type IntakeRow } from "../rows/row.ts"
import type { ReadSheet } from "../read-file.ts"
import type { ReturnedMarks } from "./returned-file.ts"
import type { Sender } from "./sender.ts"
import type { SendingDiff } from "./diff.ts"

/** What a human wrote into the register of letters about a sending. */
export type SendingRole = "replacement" | "addition" | "correction"

/** A list as received, in order of receipt. */
export interface Sending {
  readonly name: string
  readonly sha256: string
  readonly sender: Sender
  readonly rows: readonly IntakeRow[]
  readonly sheets: readonly ReadSheet[]
  /** A list that we sent back and that returned. */
  readonly returned: ReturnedMarks | null
  readonly role: SendingRole | null
  /** The register of letters tells when it came. */
  readonly orderKnown: boolean
}

/** How a later list differs from the one that it corrects. */
export interface Correction {
  readonly of: string
  /** False: only the rows that came back were replaced. */
  readonly whole: boolean
  /** It is the list that we sent back ourselves. */
  readonly returned: boolean
  readonly diff: SendingDiff
}

export interface Succession {
  /** File → the earlier file whose bytes it repeats. */
  readonly copyOf: Map<string, string>
  /** File → the later file that replaces it. */
  readonly replacedBy: Map<string, string>
  /** Row → the row of an earlier sending that it repeats or corrects, by row id. */
  readonly predecessor: Map<string, string>
  /** File → what it corrects, and how. */
  readonly corrections: Map<string, Correction>
  /** File → what must be asked about its place among the others. */
  readonly findings: Map<string, Finding[]>
}

/** Marks a row once with what became of it; `of` is the other file. */
export function markRow(row: IntakeRow, code: FindingCode, of: string): void {
  if (row.findings.some((finding) => finding.code === code)) return
  row.findings.push({ code, field: "row", before: of, after: "" })
  row.outcome = outcomeOf(row)
}

export function noteSending(
  { findings }: Succession,
  { name }: Sending,
  code: FindingCode,
  before = "",
): void {
  const own = findings.get(name) ?? []
  if (own.some((finding) => finding.code === code && finding.before === before)) return
  findings.set(name, [...own, { code, field: "file", before, after: "" }])
}

/** The first row, in order of receipt, that told of this row's person. */
export function firstRowOf(rowId: string, predecessor: ReadonlyMap<string, string>): string {
  let first = rowId
  for (let next = predecessor.get(first); next !== undefined; next = predecessor.get(first))
    first = next
  return first
}

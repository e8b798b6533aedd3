import type { BatchReading, CodeCount } from "../../modules/inbox/index.ts"
import {
  FINDINGS,
  type Finding,
  type IntakeRow,
  type Language,
} from "../../modules/intake/index.ts"
import { cellOf, fileParts, rowParts } from "./reading-codes.ts"

/** One fault for a program: where it is and what to do. */
export interface Fault {
  readonly file: string
  readonly sheet: string
  readonly row: number | null
  readonly code: string
  readonly cell: string
  readonly message: string
  readonly fix: string
}

export interface FileRead {
  readonly name: string
  readonly outcome:
    | { readonly kind: "read"; readonly reading: BatchReading }
    | { readonly kind: "refused"; readonly finding: Finding }
  readonly codes: readonly CodeCount[]
  /** The rows that somebody must answer or look at, where they were asked for. */
  readonly doubtful: readonly IntakeRow[]
}

/** `errors` need an answer, `warnings` a look; repairs are in the counts of each code only. */
export function faultsOf(
  { name, outcome, doubtful }: FileRead,
  language: Language,
): { readonly errors: Fault[]; readonly warnings: Fault[] } {
  if (outcome.kind === "refused")
    return { errors: [fileFault(name, outcome.finding, language)], warnings: [] }
  const errors: Fault[] = []
  const warnings: Fault[] = []
  const listFor = (finding: Finding): Fault[] | null => {
    const handling = FINDINGS[finding.code].handling
    return handling === "ask" ? errors : handling === "warn" ? warnings : null
  }
  for (const finding of outcome.reading.findings)
    listFor(finding)?.push(fileFault(name, finding, language))
  const { sheets } = outcome.reading
  for (const row of doubtful) {
    for (const finding of row.findings) {
      const list = listFor(finding)
      if (list === null) continue
      const place = { sheet: row.sheet, row: row.row, finding }
      const { what, where, how } = rowParts(sheets, place, { file: name, language })
      const cell = cellOf(sheets, place)
      const message = `${what}: ${where}`
      const { code } = finding
      list.push({ file: name, sheet: row.sheet, row: row.row, code, cell, message, fix: how })
    }
  }
  return { errors, warnings }
}

function fileFault(name: string, finding: Finding, language: Language): Fault {
  const { what, where, how } = fileParts(finding, { file: name, language })
  const message = `${what}: ${where}`
  return { file: name, sheet: "", row: null, code: finding.code, cell: "", message, fix: how }
}

/** A file in the answer to a program, without its rows. */
export function fileDocument({
  name,
  outcome,
}: Pick<FileRead, "name" | "outcome">): Record<string, unknown> {
  if (outcome.kind === "refused") return { name, state: "refused", code: outcome.finding.code }
  const { diff: changes, lawVersion, comparedWith: _, findings: __, ...read } = outcome.reading
  return { name, state: "read", ...read, changes, law: lawVersion }
}

/** As `run --strict`: 4 a human must answer, 3 findings or unusable, 0 nothing to say. */
export function exitCodeOf(reads: readonly FileRead[]): 0 | 3 | 4 {
  const codes = reads.map(({ outcome, codes: counted }) => {
    if (outcome.kind === "refused") return 3
    const { reading } = outcome
    const asks = reading.findings.some(({ code }) => FINDINGS[code].handling === "ask")
    const isAsked = reading.counts.set_aside + reading.stillAsked > 0
    const waits = isAsked || !reading.sender.known
    if (asks || waits) return 4
    return reading.findings.length > 0 || counted.length > 0 ? 3 : 0
  })
  return codes.includes(4) ? 4 : codes.includes(3) ? 3 : 0
}

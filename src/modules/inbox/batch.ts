import { sha256Hex } from "../../kernel/id.ts"
import type { Finding } from "../intake/index.ts"
import type { Outcome } from "../intake/index.ts"

/**
 * The inbox of a cycle: files imported one by one. received → read → applied → undone; one that
 * cannot be read is refused, one that is read and dropped is undone.
 */
export type BatchState = "received" | "read" | "refused" | "applied" | "undone"

/** The folder of a cycle in which such a file would lie, or its register of letters. */
export type BatchKind = "usulan" | "register" | "verifikasi" | "surat-masuk"

export const BATCH_KINDS: readonly BatchKind[] = ["usulan", "register", "verifikasi", "surat-masuk"]

export function isBatchKind(text: string): text is BatchKind {
  return BATCH_KINDS.some((kind) => kind === text)
}

export interface BatchCycle {
  readonly tenantId: number
  readonly programmeCode: string
  readonly year: number
}

/** A file as it arrived; its bytes lie in the sealed store already. */
export interface ReceivedBytes {
  readonly name: string
  readonly sha256: string
  readonly sizeBytes: number
  readonly askedKind: BatchKind | null
  /** Who sent it, as whoever imports it knows; "" where the file shall say. */
  readonly askedSender: string
}

/** How a person of a list stands to what the same sender sent before. */
export type RowChange = "new" | "same" | "changed"
export type BatchDiff = Readonly<Record<RowChange | "missing", number>>
export type BatchCounts = Readonly<Record<Outcome | "read", number>>

export interface ReadingSheet {
  readonly name: string
  /** The first row of the header as a spreadsheet numbers it. */
  readonly headerRow: number | null
  readonly columns: readonly {
    readonly column: string
    readonly label: string
    readonly field: string
  }[]
}

/** What a register in a file turned out to be. */
export interface ReadingRegister {
  readonly kind: string
  readonly records: number
  readonly unusable: number
  readonly unread: readonly string[]
  readonly lacking: readonly string[]
}

/** What is known of a file after it was read, without its rows. */
export interface BatchReading {
  readonly kind: BatchKind
  readonly format: string
  readonly sender: { readonly id: string; readonly name: string; readonly known: boolean }
  readonly counts: BatchCounts
  readonly diff: BatchDiff
  /** Rows that came back unchanged, and wait for the answer that was asked before. */
  readonly stillAsked: number
  /** Of the imports that the differences were counted against. */
  readonly comparedWith: string
  readonly lawVersion: string
  readonly sheets: readonly ReadingSheet[]
  readonly registers: readonly ReadingRegister[]
  /** About the file as a whole. */
  readonly findings: readonly Finding[]
  /** How the file was read, to be remembered for its sender; null where there is nothing to. */
  readonly recipe: unknown
}

export interface Batch extends BatchCycle, ReceivedBytes {
  readonly batchId: string
  readonly seq: number
  readonly state: BatchState
  /** As it lies in the inbox. */
  readonly inboxName: string
  readonly receivedBy: string
  readonly receivedAt: Date
  readonly reading: BatchReading | null
  readonly refusal: Finding | null
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
}

/** A reading says of which imports it is the comparison: another set, another word. */
export function comparisonOf(batchIds: readonly string[]): string {
  return sha256Hex([...batchIds].sort().join(","))
}

/** A name that lies free in the inbox: "usulan.xlsx", then "usulan (2).xlsx". */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  const [, stem = name, extension = ""] = /^(.*?)(\.[a-z0-9]{1,5})?$/is.exec(name) ?? []
  let free = name
  for (let copy = 2; taken.has(free.toLowerCase()); copy++) free = `${stem} (${copy})${extension}`
  return free
}

/** What only an office's officer may know in full: all but the outer digits of a number is hidden. */
export function maskNumbers(text: string): string {
  return text.replace(LONG_NUMBER, (found) => {
    const signs = found.replace(/[^\da-z]/gi, "")
    if (signs.replace(/\D/g, "").length < DIGITS_MIN) return found
    const end = signs.length > 12 ? signs.slice(-4) : ""
    return `${signs.slice(0, 4)}${"*".repeat(Math.max(4, signs.length - 8))}${end}`
  })
}

// A NIK or family card also when damaged, grouped, with letters for digits, or without its end.
const LONG_NUMBER = /\d(?:[ .'-]?\d|[a-z]){9,}/gi
const DIGITS_MIN = 10

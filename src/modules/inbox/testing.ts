import { join } from "node:path"
import { sha256Hex } from "../../kernel/id.ts"
import { withClaimOnPool, operatorClaim, type SignedClaim } from "../access/index.ts"
import { testClaim } from "../access/testing.ts"
import { loadLawBook, storeLaw } from "../law/index.ts"
import { testDatabase, type Database } from "../../platform/testing/index.ts"
import type { BatchReading, ReceivedBytes } from "./batch.ts"
import type { InboxContext } from "./inbox-context.ts"
import { comparisonOf } from "./batch.ts"
import { readBatch } from "../intake/index.ts"
import { HEADER, personRow, sheetOf, TABLES, workbookOf } from "../intake/intake.testing.ts"
import type { ReadOutcome } from "./stage-batch.command.ts"
import { stagedParts, type ChangeOf } from "./staged-text.ts"

export const CYCLE = { tenantId: 6471, programmeCode: "pekerja-rentan", year: 2026 }

export interface TestInbox {
  readonly database: Database
  readonly signed: SignedClaim
  readonly lawVersion: string
  readonly context: InboxContext
}

/** A database with the law of 2026, and the operator's context. */
export async function testInbox(): Promise<TestInbox> {
  const database = await testDatabase()
  const signed = await testClaim(database)
  const claim = operatorClaim(6471, 9_999_999_999)
  const law = join(import.meta.dirname, "../../../law")
  const book = loadLawBook(law, "64.71-balikpapan")
  if (!book.ok) throw new Error("the pack is not sound")
  const nowMs = 1_763_164_800_000
  let count = 1
  const random = (): Uint8Array => {
    const bytes = Buffer.alloc(10)
    bytes.writeUInt32BE(count++, 6)
    return bytes
  }
  const stored = await storeLaw(
    { db: database.app, claim, signed, nowMs, random: Buffer.alloc(10, 99) },
    book.value,
  )
  if (!stored.ok) throw new Error("the law was refused")
  const context = { claim, signed, nowMs, random }
  return { database, signed, lawVersion: book.value.version, context }
}

export function fileNamed(name: string, content = name): ReceivedBytes {
  const sizeBytes = content.length
  return { name, sha256: sha256Hex(content), sizeBytes, askedKind: null, askedSender: "" }
}

/** A list of `people` invented workers as the engine reads it. */
export function readList(
  { lawVersion }: Pick<TestInbox, "lawVersion">,
  name: string,
  people = 3,
): Extract<ReadOutcome, { kind: "read" }> {
  const rows = Array.from({ length: people }, (_, index) => personRow(index))
  const sheet = sheetOf([HEADER, ...rows, ["", "Jumlah", String(people)]])
  const workbook = { ok: true, value: workbookOf(sheet) } as const
  const batch = readBatch([{ name, sha256: name, workbook }], [], TABLES)
  const [file] = batch.files
  if (file === undefined) throw new Error("the list was not read")
  const reading: BatchReading = {
    kind: "usulan",
    format: "xlsx",
    sender: { id: file.sender.id, name: file.sender.name, known: file.sender.kind !== "unknown" },
    counts: file.counts,
    diff: { new: people, same: 0, changed: 0, missing: 0 },
    stillAsked: 0,
    comparedWith: comparisonOf([]),
    lawVersion,
    sheets: [],
    registers: [],
    findings: file.findings,
    recipe: null,
  }
  const changeOf: ChangeOf = (row) => (row.kind === "person" ? "new" : null)
  return { kind: "read", reading, rows: stagedParts(batch.rows, changeOf) }
}

/** One statement under the claim, as the role of that pool. */
export async function ask(
  { database, signed }: Pick<TestInbox, "database" | "signed">,
  statement: string,
  pool: "appPool" | "loader" = "appPool",
): Promise<Record<string, unknown>[]> {
  return await withClaimOnPool(database[pool], signed, async (client) => {
    const found = await client.query<Record<string, unknown>>(statement)
    return found.rows
  })
}

import { ok, refuse, type Result } from "../../kernel/result.ts"
import { FIELDS, isText } from "./entry-field.ts"
import { leafHash } from "./merkle.ts"

/**
 * One line of the log: who did what, when, to which object, about whom. `null` means "not stated"
 * and an empty text means "stated to be empty"; the two have different bytes. Persons appear only
 * as commitments (commitment.ts). `docs/audit-log-format.md` section 2 is the authority.
 */
export interface AuditEntry {
  readonly tenant: number
  readonly id: string
  /** Instant in UTC with milliseconds: `2026-03-21T01:02:03.456Z`. */
  readonly at: string
  readonly actor: string
  readonly office: string | null
  readonly role: string | null
  readonly action: string
  readonly purpose: string | null
  readonly caseId: string | null
  readonly objectKind: string | null
  readonly objectId: string | null
  /** Sorted, distinct, lower-case hex; [] = nobody is concerned, null = not listed here. */
  readonly subjects: readonly string[] | null
  readonly before: string | null
  readonly after: string | null
  readonly batchRoot: string | null
  readonly lawVersion: string | null
  readonly requestId: string | null
}

/** Who acts, as the transaction's claim says; the database accepts nobody else. */
export interface ClaimedActor {
  readonly tenant: number
  readonly actor: string
  readonly office: string
  readonly roles: readonly string[]
}

/** The act itself; what is left out is "not stated". An actor with several roles names one. */
export type Act = Pick<AuditEntry, "id" | "at" | "action"> &
  Partial<Omit<AuditEntry, "tenant" | "actor" | "office">>

export interface EntryRefusal {
  readonly code: "AUDIT_ENTRY"
  readonly what: string
  readonly where: string
  readonly how: string
}

/** An entry in the name of the claim's actor. */
export function auditEntry(who: ClaimedActor, act: Act): AuditEntry {
  const [onlyRole = null, ...otherRoles] = who.roles
  return {
    role: otherRoles.length === 0 ? onlyRole : null,
    purpose: null,
    caseId: null,
    objectKind: null,
    objectId: null,
    subjects: null,
    before: null,
    after: null,
    batchRoot: null,
    lawVersion: null,
    requestId: null,
    ...act,
    tenant: who.tenant,
    actor: who.actor,
    office: who.office,
  }
}

/** The canonical bytes of an entry, or the first field that is not in its canonical form. */
export function encodeEntry(entry: AuditEntry): Result<Buffer, EntryRefusal> {
  const values = fieldValues(entry)
  for (const [index, each] of FIELDS.entries()) {
    const value = values[index] ?? null
    if (value === null ? each.required : !each.accepts(value)) return refuseField(each)
  }
  if ((entry.objectKind === null) !== (entry.objectId === null)) return refuseObject()
  const lines = FIELDS.map(({ name }, index) => {
    const value = values[index] ?? null
    return value === null ? `${name}\n` : `${name}=${value}\n`
  })
  return ok(Buffer.from(lines.join(""), "utf8"))
}

/** Reads canonical bytes; anything that `encodeEntry` would not have written is refused. */
export function parseEntry(bytes: Uint8Array): Result<AuditEntry, EntryRefusal> {
  const lines = decodeUtf8(bytes)?.split("\n")
  if (lines === undefined || lines.length !== FIELDS.length + 1 || lines.at(-1) !== "") {
    return refuseField({ name: "entry", shape: "18 lines of UTF-8, each ended by LF" })
  }
  const values: (string | null)[] = []
  for (const [index, each] of FIELDS.entries()) {
    const line = lines[index] ?? ""
    const value = line.startsWith(`${each.name}=`) ? line.slice(each.name.length + 1) : null
    if (value === null && line !== each.name) return refuseField(each)
    if (value === null ? each.required : !each.accepts(value)) return refuseField(each)
    values.push(value)
  }
  if ((values[10] === null) !== (values[11] === null)) return refuseObject()
  return ok(entryFromValues(values))
}

/** SHA-256(0x00 ‖ entry): the leaf of RFC 6962. */
export function entryLeaf(bytes: Uint8Array): Buffer {
  return leafHash(bytes)
}

/** Whether a text given by a user (a purpose, a case number) can stand in the log as it is. */
export function isAuditText(value: string): boolean {
  return isText(value)
}

function fieldValues(entry: AuditEntry): readonly (string | null)[] {
  const { before, after, batchRoot, lawVersion, requestId } = entry
  const object = [entry.objectKind, entry.objectId]
  const who = [entry.id, entry.at, entry.actor, entry.office, entry.role]
  const what = [entry.action, entry.purpose, entry.caseId, ...object]
  const subjects = entry.subjects?.join(",") ?? null
  const evidence = [subjects, before, after, batchRoot, lawVersion, requestId]
  return ["1", String(entry.tenant), ...who, ...what, ...evidence]
}

function entryFromValues(values: readonly (string | null)[]): AuditEntry {
  const at = (index: number): string | null => values[index] ?? null
  const subjects = at(12)
  return {
    tenant: Number(at(1)),
    id: at(2) ?? "",
    at: at(3) ?? "",
    actor: at(4) ?? "",
    office: at(5),
    role: at(6),
    action: at(7) ?? "",
    purpose: at(8),
    caseId: at(9),
    objectKind: at(10),
    objectId: at(11),
    subjects: subjects === null ? null : subjects === "" ? [] : subjects.split(","),
    before: at(13),
    after: at(14),
    batchRoot: at(15),
    lawVersion: at(16),
    requestId: at(17),
  }
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function refuseObject(): Result<never, EntryRefusal> {
  return refuseField({ name: "object_id", shape: "stated together with object_kind, or neither" })
}

function refuseField(each: { name: string; shape: string }): Result<never, EntryRefusal> {
  return refuse({
    code: "AUDIT_ENTRY",
    what: "Isian log audit tidak baku / an audit entry is not in its canonical form",
    where: each.name,
    how: `Isi dengan / fill in: ${each.shape}`,
  })
}

import { createHash, createPrivateKey } from "node:crypto"
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { sql } from "kysely"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { Db } from "../../platform/db.ts"
import { asOwner, testDatabase, type Database } from "../../platform/testing/index.ts"
import { withClaim, withClaimOnPool, type SignedClaim } from "../access/index.ts"
import { testClaim } from "../access/testing.ts"
import { formatVerifierKey, verifierKeyOf } from "./checkpoint.ts"
import { encodeEntry, entryLeaf, parseEntry } from "./entry.ts"
import {
  appendAudit,
  appendAuditStatement,
  auditEntry,
  auditExport,
  auditProve,
  auditVerify,
  eraseSubject,
  loadOrMakeSigningKey,
  sequenceEntries,
  signCheckpoint,
  subjectCommitments,
  verifyExport,
  type Act,
  type AuditEntry,
} from "./index.ts"
import { verifyProofDocument, type ProofDocument } from "./proof-document.ts"

const tenant = 6471
const who = { tenant, actor: "operator@local", office: "local", roles: ["operator"] }
const personId = "0198c2b4-7a10-8aaa-8bbb-0123456789ab"
const privateKey = createPrivateKey({
  key: Buffer.from(`302e020100300506032b657004220420${"07".repeat(32)}`, "hex"),
  format: "der",
  type: "pkcs8",
})
const key = verifierKeyOf("payung.audit/6471", privateKey)

let database: Database
let claim: SignedClaim
let scratch: string
let made = 0

beforeAll(async () => {
  database = await testDatabase()
  claim = await testClaim(database)
  scratch = mkdtempSync(join(tmpdir(), "payung-audit-"))
})

afterAll(async () => {
  rmSync(scratch, { recursive: true, force: true })
  await database.close()
})

function nextId(): string {
  made += 1
  return `0198c2b4-7a10-7000-8000-${String(made).padStart(12, "0")}`
}

function entryOf(change: Partial<Act> = {}): AuditEntry {
  const fixed = { at: "2026-03-21T01:02:03.456Z", action: "intake.submit" }
  return auditEntry(who, { id: nextId(), ...fixed, ...change })
}

function inClaim<T>(work: (tx: Db) => Promise<T>): Promise<T> {
  return withClaim(database.app, claim, work)
}

function insertRaw(bytes: string | Buffer, at = tenant): Promise<unknown> {
  const content = Buffer.from(bytes)
  const statement = sql`insert into audit.entry (tenant_id, bytes) values (${at}, ${content})`
  return inClaim((tx) => statement.execute(tx))
}

function bytesOf(entry: AuditEntry): Buffer {
  const encoded = encodeEntry(entry)
  if (!encoded.ok) throw new Error(encoded.refusal.where)
  return encoded.value
}

/** What a database administrator could do: remove the guards and change rows underneath. */
function asTamperer(statements: string): Promise<unknown> {
  const tables = ["audit.entry", "audit.sequence"]
  const lift = (on: string): string[] =>
    tables.map(
      (table) => `alter table ${table} ${on === "off" ? "no force" : "force"}
      row level security, ${on === "off" ? "disable" : "enable"} trigger user`,
    )
  return asOwner(database, [...lift("off"), statements, ...lift("on")].join(";\n"))
}

async function verifyCode(witness?: string): Promise<unknown> {
  const outcome = await inClaim((tx) => auditVerify({ tx, tenant, privateKey }, witness))
  const { intact, code } = outcome.json as { intact: boolean; code?: string }
  expect(outcome.exitCode).toBe(intact ? 0 : 7)
  return code ?? "intact"
}

test("an entry is kept with the columns and the leaf of its bytes", async () => {
  const subjects = await inClaim((tx) => subjectCommitments(tx, tenant, [personId]))
  const object = { objectKind: "batch", objectId: "b-1" }
  const entry = entryOf({ ...object, subjects, purpose: "Cek “ulang”" })
  await inClaim((tx) => appendAudit(tx, entry))
  const { rows } = await inClaim((tx) =>
    sql<Record<string, unknown>>`select id, actor, office, action, object_kind, object_id, subjects,
      at, bytes, leaf from audit.entry where id = ${entry.id}`.execute(tx),
  )
  const { id, actor, office, action } = entry
  const columns = { object_kind: "batch", object_id: "b-1", subjects, at: new Date(entry.at) }
  const bytes = bytesOf(entry)
  expect(rows).toEqual([{ id, actor, office, action, ...columns, bytes, leaf: entryLeaf(bytes) }])
})

test("the loader writes the same entry through a plain client", async () => {
  const statement = appendAuditStatement(entryOf())
  await withClaimOnPool(database.loader, claim, (client) => client.query(statement))
})

test("a rolled back change leaves no entry and no gap", async () => {
  const failing = inClaim(async (tx) => {
    await appendAudit(tx, entryOf())
    throw new Error("the change failed")
  })
  await expect(failing).rejects.toThrow("the change failed")
  expect(await inClaim((tx) => sequenceEntries(tx))).toBe(2)
})

test.each<[string, () => string | Buffer, RegExp]>([
  ["another actor", () => bytesOf({ ...entryOf(), actor: "kepala@dinsos" }), /actor/],
  ["another office", () => bytesOf({ ...entryOf(), office: "dinsos" }), /office/],
  ["no office", () => bytesOf({ ...entryOf(), office: null }), /office/],
  ["a role not held", () => bytesOf({ ...entryOf(), role: "treasurer" }), /role/],
  ["another tenant", () => bytesOf({ ...entryOf(), tenant: 6472 }), /tenant/],
  ["no entry", () => "v=1\n", /18 lines/],
  ["bytes after the last line", () => `${bytesOf(entryOf()).toString()}x`, /18 lines/],
  ["a missing last line feed", () => bytesOf(entryOf()).subarray(0, -1), /18 lines/],
  ["a second actor line", () => `v=1\nactor=x\n${bytesOf(entryOf()).toString()}`, /18 lines/],
  ["bytes that are not UTF-8", () => Buffer.from([0xff, 0x0a]), /UTF8/],
  ["another version", () => bytesOf(entryOf()).toString().replace("v=1", "v=2"), /field v /],
])("the database refuses an entry with %s", async (_, bytes, message) => {
  await expect(insertRaw(bytes())).rejects.toThrow(message)
})

test.each<[string, string, string]>([
  ["decomposed letter", "purpose", "e\u0301"],
  ["carriage return", "purpose", "a\r"],
  ["outer space", "purpose", "a "],
  ["201 characters", "purpose", "x".repeat(201)],
  ["empty code", "action", ""],
  ["hour 24", "at", "2026-03-21T24:00:00.000Z"],
  ["second 60", "at", "2026-03-21T01:02:60.000Z"],
  ["30 February", "at", "2026-02-30T01:02:03.000Z"],
  ["upper-case id", "id", "0198C2B4-7A10-7000-8000-000000000001"],
  ["subject twice", "subjects", `${"a".repeat(64)},${"a".repeat(64)}`],
  ["unsorted subjects", "subjects", `${"b".repeat(64)},${"a".repeat(64)}`],
  ["short hash", "before", "ab"],
  ["object without its kind", "object_id", "7"],
])("the database refuses %s as the writer does", async (_, field, value) => {
  const lines = bytesOf(entryOf()).toString().split("\n")
  const changed = lines.map((line) =>
    line === field || line.startsWith(`${field}=`) ? `${field}=${value}` : line,
  )
  await expect(insertRaw(changed.join("\n"))).rejects.toThrow(/not canonical|stand together/)
})

test("database and writer accept the same bytes among seeded edits of an entry", async () => {
  const filled = { purpose: "Cek “é”", caseId: "", subjects: ["a".repeat(64)], requestId: "r" }
  const content = bytesOf(entryOf(filled))
  const insert = [..."=\n 0aZ\r\0\u00ff\u00ad\u0301\u2019"].map((each) => Buffer.from(each))
  const edits = Array.from({ length: 600 }, (_, seed) => {
    const digest = createHash("sha256").update(String(seed)).digest()
    const at = digest.readUInt32BE(0) % content.length
    const [from, part] = [at + ((digest[4] ?? 0) % 3), insert[(digest[5] ?? 0) % insert.length]]
    return Buffer.concat([content.subarray(0, at), part ?? Buffer.of(), content.subarray(from)])
  })
  const literals = edits.map((bytes) => `'\\x${bytes.toString("hex")}'`).join(",")
  await asOwner(
    database,
    `create function audit.try_entry(content bytea) returns boolean language plpgsql as $$
     begin
       return audit.entry_values(content) is not null;
     exception when others then
       return false;
     end $$`,
  )
  const tried = `select array_agg(audit.try_entry(content) order by place) as accepted
    from unnest(array[${literals}]::bytea[]) with ordinality as given (content, place)`
  const { rows } = await asOwner(database, tried)
  const expected = edits.map((bytes) => parseEntry(bytes).ok)
  expect(rows[0].accepted).toEqual(expected)
  expect(new Set(expected).size).toBe(2)
})

test.each([
  "update audit.entry set actor = 'x'",
  "update audit.entry set leaf = leaf where false",
  "delete from audit.entry",
  "truncate audit.entry cascade",
  "update audit.sequence set seq = seq + 1",
  "delete from audit.sequence",
  "truncate audit.sequence",
  "delete from audit.checkpoint",
])("neither the application nor the owner can: %s", async (statement) => {
  const asApp = inClaim((tx) => sql.raw(statement).execute(tx))
  await expect(asApp).rejects.toThrow(/permission denied/)
  await expect(asOwner(database, statement)).rejects.toThrow(/refused: the log only grows/)
})

test.each([
  "insert into audit.entry (tenant_id, bytes, leaf) values (6471, '', '')",
  "insert into audit.sequence (tenant_id, seq, entry_id) select 6471, 99, id from audit.entry",
  "delete from audit.pending",
  "select * from audit.counter",
  "update audit.counter set next_seq = 0",
])("the application cannot: %s", async (statement) => {
  const asApp = inClaim((tx) => sql.raw(statement).execute(tx))
  await expect(asApp).rejects.toThrow(/permission denied/)
})

test("another tenant sees no entry, no number and no salt", async () => {
  const other = await testClaim(database, { tenant: 6472 })
  for (const table of ["entry", "sequence", "checkpoint", "subject_salt", "pending"]) {
    const query = sql`select 1 from ${sql.table(`audit.${table}`)}`
    const seen = await withClaim(database.app, other, (tx) => query.execute(tx))
    expect(seen.rows).toEqual([])
  }
})

test("a late commit gets the next number, and a cause stands before its effect", async () => {
  const [late, cause, effect] = [entryOf(), entryOf(), entryOf({ at: "2020-01-01T00:00:00.000Z" })]
  const append = appendAuditStatement(late)
  await withClaimOnPool(database.appPool, claim, async (slow) => {
    await slow.query(append)
    await inClaim((tx) => appendAudit(tx, cause))
    await inClaim((tx) => appendAudit(tx, effect))
    expect(await inClaim((tx) => sequenceEntries(tx))).toBe(2)
  })
  expect(await inClaim((tx) => sequenceEntries(tx))).toBe(1)
  const { rows } = await inClaim((tx) =>
    sql<{
      entry_id: string
    }>`select entry_id from audit.sequence order by seq desc limit 3`.execute(tx),
  )
  expect(rows.map((row) => row.entry_id)).toEqual([late.id, effect.id, cause.id])
})

test("many writers and sequencers at once leave one gapless sequence", async () => {
  const writers = Array.from({ length: 40 }, () => inClaim((tx) => appendAudit(tx, entryOf())))
  const sweeps = Array.from({ length: 8 }, () => inClaim((tx) => sequenceEntries(tx)))
  await Promise.all([...writers, ...sweeps])
  await inClaim((tx) => sequenceEntries(tx))
  const { rows } = await inClaim((tx) =>
    sql<{ gapless: boolean; all_numbered: boolean }>`select
      count(*) = max(seq) + 1 and min(seq) = 0 as gapless,
      count(*) = (select count(*) from audit.entry) as all_numbered from audit.sequence`.execute(
      tx,
    ),
  )
  expect(rows).toEqual([{ gapless: true, all_numbered: true }])
})

test("a new log is intact without a signature, one with entries is not", async () => {
  const other = await testClaim(database, { tenant: 6472 })
  const verifyEmpty = (tx: Db) => auditVerify({ tx, tenant: 6472, privateKey })
  const empty = await withClaim(database.app, other, verifyEmpty)
  expect([empty.exitCode, (empty.json as { entries: number }).entries]).toEqual([0, 0])
  expect(await verifyCode()).toBe("CHECKPOINT_MISSING")
})

test("a log signs, exports, proves and verifies, and signs no size twice", async () => {
  const sign = () => inClaim((tx) => signCheckpoint(tx, tenant, privateKey))
  const first = await sign()
  if (!first.ok || first.value === null) throw new Error("not signed")
  expect(await sign()).toEqual(first)
  expect(await verifyCode(first.value.note)).toBe("intact")
  const entry = entryOf()
  await inClaim((tx) => appendAudit(tx, entry))
  const early = await inClaim((tx) => auditProve({ tx, tenant, privateKey }, entry.id))
  expect([early.exitCode, (early.json as { code: string }).code]).toEqual([3, "ENTRY_UNKNOWN"])
  const directory = join(scratch, "export")
  const exported = await inClaim((tx) => auditExport({ tx, tenant, privateKey }, directory))
  expect(exported.exitCode).toBe(0)
  expect(readFileSync(join(directory, "public-key.txt"), "utf8")).toBe(
    `${formatVerifierKey(key)}\n`,
  )
  const verified = await verifyExport(directory)
  expect(verified.ok && verified.value.covered).toBe(first.value.size + 1)
  const proof = await inClaim((tx) => auditProve({ tx, tenant, privateKey }, entry.id))
  const document = proof.json as ProofDocument
  expect(verifyProofDocument(document, key)).toBe(true)
  expect(verifyProofDocument({ ...document, seq: document.seq - 1 }, key)).toBe(false)
})

test("erasing a salt unlinks a person and leaves the log intact", async () => {
  const before = await inClaim((tx) => subjectCommitments(tx, tenant, [personId, personId]))
  expect(await inClaim((tx) => subjectCommitments(tx, tenant, [personId]))).toEqual(before)
  expect(await inClaim((tx) => eraseSubject(tx, tenant, personId))).toBe(true)
  expect(await inClaim((tx) => eraseSubject(tx, tenant, personId))).toBe(false)
  expect(await inClaim((tx) => subjectCommitments(tx, tenant, [personId]))).not.toEqual(before)
  expect(await verifyCode()).toBe("intact")
})

test.each<[string, string, string, string]>([
  [
    "a changed entry whose leaf was mended",
    `create table audit.kept as select e.* from audit.entry e join audit.sequence s
       on s.entry_id = e.id where s.seq = 1;
     update audit.entry e set bytes = changed.b, leaf = sha256('\\x00'::bytea || changed.b)
       from (select id, overlay(bytes placing 'intake.subMit'::bytea
         from position('intake.submit'::bytea in bytes)) as b from audit.kept) changed
       where e.id = changed.id`,
    "update audit.entry e set bytes = k.bytes, leaf = k.leaf from audit.kept k where k.id = e.id",
    "ENTRY_BYTES",
  ],
  [
    "a removed number",
    `create table audit.kept as select * from audit.sequence where seq = 3;
     delete from audit.sequence where seq = 3`,
    "insert into audit.sequence select * from audit.kept",
    "ENTRY_SEQUENCE",
  ],
  [
    "swapped entries",
    `create table audit.kept as select * from audit.sequence where seq in (2, 3);
     delete from audit.sequence where seq in (2, 3);
     insert into audit.sequence select tenant_id, 5 - seq, entry_id from audit.kept`,
    `delete from audit.sequence where seq in (2, 3);
     insert into audit.sequence select * from audit.kept`,
    "ROOT_DIFFERS",
  ],
])("verify and sign refuse %s", async (_, damage, repair, code) => {
  await asTamperer(damage)
  expect(await verifyCode()).toBe(code)
  await inClaim((tx) => appendAudit(tx, entryOf()))
  await inClaim((tx) => sequenceEntries(tx))
  const signed = await inClaim((tx) => signCheckpoint(tx, tenant, privateKey))
  expect(signed.ok ? "signed" : signed.refusal.code).toBe(code)
  await asTamperer(`${repair}; drop table audit.kept`)
  expect(await verifyCode()).toBe("intact")
})

test("another key refuses to continue the log", async () => {
  const stranger = await loadOrMakeSigningKey(join(scratch, "stranger"))
  if (!stranger.ok) throw new Error(stranger.refusal.code)
  const signed = await inClaim((tx) => signCheckpoint(tx, tenant, stranger.value))
  expect(signed.ok ? "signed" : signed.refusal.code).toBe("CHECKPOINT_SIGNATURE")
})

test("the signing key is made once for its owner only, and an open file is refused", async () => {
  const path = join(scratch, "audit-key")
  const [made, again] = await Promise.all([loadOrMakeSigningKey(path), loadOrMakeSigningKey(path)])
  const third = await loadOrMakeSigningKey(path)
  expect(made.ok && third.ok && made.value.equals(third.value)).toBe(true)
  expect(again.ok && third.ok && again.value.equals(third.value)).toBe(true)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  chmodSync(path, 0o644)
  const open = await loadOrMakeSigningKey(path)
  expect(open.ok ? "" : open.refusal.code).toBe("KEY_OPEN")
  writeFileSync(path, "not a key")
  chmodSync(path, 0o600)
  const unusable = await loadOrMakeSigningKey(path)
  expect(unusable.ok ? "" : unusable.refusal.code).toBe("KEY_UNUSABLE")
})

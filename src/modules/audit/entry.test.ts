import fc from "fast-check"
import { expect, test } from "vitest"
import { encodeEntry, isAuditText, parseEntry, type AuditEntry } from "./entry.ts"

const base: AuditEntry = {
  tenant: 6471,
  id: "0198c2b4-7a10-7000-8000-000000000000",
  at: "2026-03-21T01:02:03.456Z",
  actor: "operator@local",
  office: null,
  role: null,
  action: "intake.submit",
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
}
const [hashA, hashB] = ["a".repeat(64), "b".repeat(64)]

function refusedAt(change: Partial<AuditEntry>): string | null {
  const encoded = encodeEntry({ ...base, ...change })
  return encoded.ok ? null : encoded.refusal.where
}

test("an entry is 18 lines and names no value that is not stated", () => {
  const encoded = encodeEntry({ ...base, purpose: "", subjects: [] })
  expect(encoded.ok && encoded.value.toString("utf8")).toBe(
    "v=1\ntenant=6471\nid=0198c2b4-7a10-7000-8000-000000000000\nat=2026-03-21T01:02:03.456Z\n" +
      "actor=operator@local\noffice\nrole\naction=intake.submit\npurpose=\ncase\nobject_kind\n" +
      "object_id\nsubjects=\nbefore\nafter\nbatch_root\nlaw\nrequest\n",
  )
})

test.each<[string, Partial<AuditEntry>, string | null]>([
  ["as it is", {}, null],
  ["tenant zero", { tenant: 0 }, "tenant"],
  ["tenant with a fraction", { tenant: 1.5 }, "tenant"],
  ["tenant above int4", { tenant: 2_147_483_648 }, "tenant"],
  ["upper-case id", { id: base.id.replace("c", "C") }, "id"],
  ["no milliseconds", { at: "2026-03-21T01:02:03Z" }, "at"],
  ["local offset", { at: "2026-03-21T01:02:03.456+08:00" }, "at"],
  ["a date that does not exist", { at: "2026-02-29T01:02:03.456Z" }, "at"],
  ["hour 24", { at: "2026-02-28T24:00:00.000Z" }, "at"],
  ["no actor", { actor: "" }, "actor"],
  ["line break in a text", { purpose: "a\ncase=b" }, "purpose"],
  ["carriage return", { purpose: "a\r" }, "purpose"],
  ["decomposed letter", { purpose: "cafe\u0301" }, "purpose"],
  ["composed letter", { purpose: "caf\u00e9" }, null],
  ["soft hyphen", { purpose: "a\u00adb" }, "purpose"],
  ["right-to-left mark", { purpose: "a\u200fb" }, "purpose"],
  ["lone surrogate", { purpose: "a\ud800" }, "purpose"],
  ["outer space", { purpose: " a" }, "purpose"],
  ["200 characters", { purpose: "x".repeat(200) }, null],
  ["201 characters", { purpose: "x".repeat(201) }, "purpose"],
  ["action with a space", { action: "read person" }, "action"],
  ["object without id", { objectKind: "batch" }, "object_id"],
  ["object with id", { objectKind: "batch", objectId: "7" }, null],
  ["subjects sorted", { subjects: [hashA, hashB] }, null],
  ["subjects unsorted", { subjects: [hashB, hashA] }, "subjects"],
  ["subject twice", { subjects: [hashA, hashA] }, "subjects"],
  ["upper-case hash", { before: hashA.toUpperCase() }, "before"],
])("%s", (_, change, where) => expect(refusedAt(change)).toBe(where))

const text = fc.oneof(
  fc.constant(null),
  fc.string({ maxLength: 30 }).filter((value) => isAuditText(value)),
)
const anyEntry = fc.record({
  office: text,
  role: text,
  purpose: text,
  caseId: text,
  lawVersion: text,
  requestId: text,
  subjects: fc.constantFrom(null, [], [hashA], [hashA, hashB]),
  before: fc.constantFrom(null, hashA),
  batchRoot: fc.constantFrom(null, hashB),
})

test("reading gives back what was written, and different entries have different bytes", () => {
  const seen = new Map<string, string>()
  fc.assert(
    fc.property(anyEntry, (change) => {
      const entry = { ...base, ...change }
      const encoded = encodeEntry(entry)
      if (!encoded.ok) throw new Error(encoded.refusal.where)
      const parsed = parseEntry(encoded.value)
      expect(parsed.ok && parsed.value).toEqual(entry)
      const bytes = encoded.value.toString("latin1")
      expect(seen.get(bytes) ?? JSON.stringify(entry)).toBe(JSON.stringify(entry))
      seen.set(bytes, JSON.stringify(entry))
    }),
    { seed: 64_71, numRuns: 300 },
  )
})

test("whatever bytes are read are the canonical ones", () => {
  const encoded = encodeEntry({ ...base, subjects: [hashA], purpose: "é" })
  if (!encoded.ok) throw new Error(encoded.refusal.where)
  const edit = fc.record({ at: fc.nat(encoded.value.length - 1), byte: fc.nat(255) })
  fc.assert(
    fc.property(edit, ({ at, byte }) => {
      const changed = Buffer.from(encoded.value)
      changed[at] = byte
      const parsed = parseEntry(changed)
      if (!parsed.ok) return
      const again = encodeEntry(parsed.value)
      expect(again.ok && again.value.equals(changed)).toBe(true)
    }),
    { seed: 6471, numRuns: 1000 },
  )
})

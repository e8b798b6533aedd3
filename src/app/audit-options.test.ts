import { expect, test } from "vitest"
import { describeAuditPath, parseAuditOptions } from "./audit-options.ts"

const usual = { verb: "verify", target: "", key: "", witness: "", law: "64.71-balikpapan" }

test.each([
  [["verify"], {}],
  [["verify", "ekspor", "--key", "k"], { target: "ekspor", key: "k" }],
  [["verify", "--witness=w", "--json"], { witness: "w" }],
  [["export", "d", "--law", "p"], { verb: "export", target: "d", law: "p" }],
  [["prove", "01a2"], { verb: "prove", target: "01a2" }],
])("%j is read", (args, changes) => {
  expect(parseAuditOptions(args)).toEqual({ ok: true, value: { ...usual, ...changes } })
})

test.each([
  [[], "audit"],
  [["nope"], "audit"],
  [["verify", "a", "b"], "audit"],
  [["export"], "DIR"],
  [["prove"], "NOMOR"],
  [["verify", "--kunci", "k"], "--kunci"],
  [["verify", "--key"], "--key"],
])("%j is refused at %s", (args, flag) => {
  expect(parseAuditOptions(args)).toMatchObject({ ok: false, refusal: { kind: "usage", flag } })
})

test.each([
  { kind: "path_missing", path: "nope", isTarget: true },
  { kind: "path_missing", path: "nope", isTarget: false },
  { kind: "not_an_export", path: "nope" },
] as const)("%j does not put the log in doubt", (refusal) => {
  const { exitCode, id, en } = describeAuditPath(refusal)
  expect(exitCode).toBe(3)
  expect(id).toMatch(/^nope .*tidak ada yang diperiksa\. .*\.$/)
  expect(en).toMatch(/^nope .*nothing was checked\. .*\.$/)
})

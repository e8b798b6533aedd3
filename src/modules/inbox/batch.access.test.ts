import { afterAll, beforeAll, expect, test } from "vitest"
import { operatorClaim } from "../access/index.ts"
import { testClaim } from "../access/testing.ts"
import { applyBatch } from "./apply-batch.command.ts"
import { importBatch } from "./import-batch.command.ts"
import { ask, CYCLE, fileNamed, readList, testInbox, type TestInbox } from "./testing.ts"
import { readFindings, readRows, recordExport } from "./read-rows.command.ts"
import { receiveBatch } from "./receive-batch.command.ts"
import { stageBatch } from "./stage-batch.command.ts"
import { undoBatch } from "./undo-batch.command.ts"

let inbox: TestInbox
let batchId = ""

beforeAll(async () => {
  inbox = await testInbox()
  const outcome = readList(inbox, "milik.xlsx")
  const imported = await importBatch(inbox.database.loader, inbox.context, {
    cycle: CYCLE,
    file: fileNamed("milik.xlsx"),
    inboxName: "milik.xlsx",
    outcome,
  })
  if (!imported.ok) throw new Error(imported.refusal.kind)
  batchId = imported.value.batchId
})

afterAll(() => inbox.database.close())

const filter = { codes: null, outcome: null, change: null, after: 0, limit: 10 }

test.each([
  ["receiving", "intake.import"],
  ["staging", "intake.import"],
  ["importing", "intake.import"],
  ["applying", "intake.apply"],
  ["undoing", "intake.undo"],
  ["reading rows", "intake.read"],
  ["reading findings", "intake.read"],
  ["exporting", "intake.read"],
])("%s needs a role that may do %s", async (what, action) => {
  const claim = { ...inbox.context.claim, roles: [] }
  const signed = await testClaim(inbox.database, { roles: [] })
  const context = { ...inbox.context, claim, signed }
  const { appPool, loader } = inbox.database
  const order = { batchId, key: null }
  const outcome = readList(inbox, "x.xlsx")
  const file = fileNamed("x.xlsx")
  const look = { batchId, purpose: "x" }
  const attempts: Record<string, () => Promise<unknown>> = {
    receiving: () => receiveBatch(appPool, context, { cycle: CYCLE, file, key: null }),
    staging: () => stageBatch(loader, context, { batchId, outcome }),
    importing: () =>
      importBatch(loader, context, { cycle: CYCLE, file, inboxName: "x.xlsx", outcome }),
    applying: () => applyBatch(appPool, context, order),
    undoing: () => undoBatch(appPool, context, order),
    "reading rows": () => readRows(appPool, context, { ...look, filter }),
    "reading findings": () => readFindings(appPool, context, look),
    exporting: () => recordExport(appPool, context, { ...look, content: "0".repeat(64) }),
  }
  expect(await attempts[what]?.()).toMatchObject({
    ok: false,
    refusal: { kind: "not_allowed", refusal: { action } },
  })
})

test("another tenant sees no import, no row, no recipe, and undoes nothing", async () => {
  const claim = operatorClaim(6472, 9_999_999_999)
  const signed = await testClaim(inbox.database, { tenant: 6472 })
  const context = { ...inbox.context, claim, signed }
  const other = { database: inbox.database, signed }
  for (const table of ["batch", "staged_row", "recipe", "request", "run_batch", "decree_hold"])
    expect(await ask(other, `select from inbox.${table}`)).toEqual([])
  const order = { batchId, key: null }
  const { appPool } = inbox.database
  const unknown = { ok: false, refusal: { kind: "batch_unknown" } }
  expect(await undoBatch(appPool, context, order)).toMatchObject(unknown)
  expect(await applyBatch(appPool, context, order)).toMatchObject(unknown)
  expect(await readRows(appPool, context, { batchId, purpose: "x", filter })).toMatchObject(unknown)
  const moved = ask(other, `update inbox.batch set tenant_id = 6472 where batch_id = '${batchId}'`)
  expect(await moved).toEqual([])
  expect(await ask(inbox, "select state from inbox.batch")).toEqual([{ state: "applied" }])
})

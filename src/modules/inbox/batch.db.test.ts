import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { sha256Hex } from "../../kernel/id.ts"
import { applyBatch } from "./apply-batch.command.ts"
import { importBatch } from "./import-batch.command.ts"
import { comparisonOf, type BatchCounts } from "./batch.ts"
import { ask, CYCLE, fileNamed, readList, testInbox, type TestInbox } from "./testing.ts"
import { readRows } from "./read-rows.command.ts"
import { receiveBatch } from "./receive-batch.command.ts"
import type { RowFilter } from "./staged-row.queries.ts"
import { stageBatch } from "./stage-batch.command.ts"
import type { StagedParts } from "./staged-text.ts"
import { undoBatch } from "./undo-batch.command.ts"

let inbox: TestInbox

beforeAll(async () => {
  inbox = await testInbox()
})

afterAll(() => inbox.database.close())

const key = (text: string, body = text) => ({
  hash: sha256Hex(text),
  fingerprint: sha256Hex(body),
})

async function received(name: string): Promise<string> {
  const order = { cycle: CYCLE, file: fileNamed(name), key: null }
  const done = await receiveBatch(inbox.database.appPool, inbox.context, order)
  if (!done.ok) throw new Error(done.refusal.kind)
  return done.value.batchId
}

async function staged(name: string, people = 3): Promise<string> {
  const batchId = await received(name)
  const outcome = readList(inbox, name, people)
  const done = await stageBatch(inbox.database.loader, inbox.context, { batchId, outcome })
  expect(done).toEqual({ ok: true, value: null })
  return batchId
}

const apply = (batchId: string) =>
  applyBatch(inbox.database.appPool, inbox.context, { batchId, key: null })
const undo = (batchId: string) =>
  undoBatch(inbox.database.appPool, inbox.context, { batchId, key: null })

async function stateOf(batchId: string): Promise<unknown> {
  const [row] = await ask(inbox, `select state from inbox.batch where batch_id = '${batchId}'`)
  return row?.["state"]
}

async function countEntries(): Promise<number> {
  const [row] = await ask(inbox, "select count(*)::int as entries from audit.entry")
  return Number(row?.["entries"])
}

test("received, read, applied, undone: each in one transaction with one entry", async () => {
  const before = await countEntries()
  const batchId = await received("hidup pengirim x.xlsx")
  expect(await stateOf(batchId)).toBe("received")
  const outcome = readList(inbox, "hidup pengirim x.xlsx")
  await stageBatch(inbox.database.loader, inbox.context, { batchId, outcome })
  expect(await stateOf(batchId)).toBe("read")
  const [counted] = await ask(
    inbox,
    `select count(*)::int as rows from inbox.staged_row where batch_id = '${batchId}'`,
  )
  expect(counted).toEqual({ rows: 4 })
  expect(await apply(batchId)).toMatchObject({ ok: true })
  expect(await stateOf(batchId)).toBe("applied")
  expect(await undo(batchId)).toMatchObject({ ok: true })
  expect(await stateOf(batchId)).toBe("undone")
  expect(await countEntries()).toBe(before + 4)
  expect(await apply(batchId)).toMatchObject({ refusal: { kind: "batch_not_ready" } })
})

test("the same bytes count once, whoever brings them and however", async () => {
  const first = await staged("sama.xlsx")
  const second = await staged("sama.xlsx")
  expect(await apply(first)).toMatchObject({ ok: true })
  expect(await apply(second)).toMatchObject({ refusal: { kind: "already_imported", rows: 4 } })
  const again = { cycle: CYCLE, file: fileNamed("sama.xlsx"), key: null }
  expect(await receiveBatch(inbox.database.appPool, inbox.context, again)).toMatchObject({
    refusal: { kind: "already_imported", by: "operator@local" },
  })
  await undo(first)
})

test("applied twice at once has one effect", async () => {
  const batchId = await staged("sekali.xlsx")
  const done = await Promise.all([apply(batchId), apply(batchId), apply(batchId)])
  expect(done.filter((one) => one.ok)).toHaveLength(1)
  await undo(batchId)
})

test("two files of the same bytes applied at once: one of them", async () => {
  const [a, b] = [await staged("kembar.xlsx"), await staged("kembar.xlsx")]
  const done = await Promise.all([apply(a), apply(b)])
  expect(done.filter((one) => one.ok)).toHaveLength(1)
  await undo(a)
  await undo(b)
})

test("apply and undo at once end in one of the two orders", async () => {
  for (let round = 0; round < 5; round++) {
    const batchId = await staged(`balapan ${round}.xlsx`)
    const [applied, undone] = await Promise.all([apply(batchId), undo(batchId)])
    expect(undone.ok).toBe(true)
    expect(await stateOf(batchId)).toBe("undone")
    if (!applied.ok) expect(applied.refusal.kind).toBe("batch_not_ready")
  }
})

test("an import whose comparison is out of date is refused", async () => {
  const first = await staged("kel damai lama.xlsx")
  const second = await staged("kel damai kedua.xlsx")
  expect(await apply(first)).toMatchObject({ ok: true })
  expect(await apply(second)).toMatchObject({ refusal: { kind: "inbox_changed" } })
  const outcome = readList(inbox, "kel damai ketiga.xlsx")
  const reading = { ...outcome.reading, comparedWith: comparisonOf([first]) }
  const imported = await importBatch(inbox.database.loader, inbox.context, {
    cycle: CYCLE,
    file: fileNamed("kel damai ketiga.xlsx"),
    inboxName: "kel damai ketiga.xlsx",
    outcome: { ...outcome, reading },
  })
  expect(imported).toMatchObject({ ok: true, value: { state: "applied" } })
  await undo(first)
  if (imported.ok) await undo(imported.value.batchId)
})

test("an import that is refused leaves nothing behind", async () => {
  const [before] = await ask(inbox, "select count(*)::int as batches from inbox.batch")
  const outcome = readList(inbox, "tanpa jejak.xlsx")
  const reading = { ...outcome.reading, comparedWith: comparisonOf(["something else"]) }
  const refused = await importBatch(inbox.database.loader, inbox.context, {
    cycle: CYCLE,
    file: fileNamed("tanpa jejak.xlsx"),
    inboxName: "tanpa jejak.xlsx",
    outcome: { ...outcome, reading },
  })
  expect(refused).toMatchObject({ refusal: { kind: "inbox_changed" } })
  expect(await ask(inbox, "select count(*)::int as batches from inbox.batch")).toEqual([before])
})

test("a key repeats its answer, and no other", async () => {
  const file = fileNamed("kunci.xlsx")
  const order = { cycle: CYCLE, file, key: key("k1") }
  const [one, two] = await Promise.all([
    receiveBatch(inbox.database.appPool, inbox.context, order),
    receiveBatch(inbox.database.appPool, inbox.context, order),
  ])
  if (!one.ok || !two.ok) throw new Error("a request was refused")
  expect(one.value.batchId).toBe(two.value.batchId)
  expect(one.value.repeated).toBe(!two.value.repeated)
  const other = { ...order, key: key("k1", "another body") }
  expect(await receiveBatch(inbox.database.appPool, inbox.context, other)).toMatchObject({
    refusal: { kind: "key_reused" },
  })
})

describe("a decree in force", () => {
  const hold = (batchId: string): Promise<unknown> =>
    ask(
      inbox,
      `insert into inbox.decree_hold (tenant_id, batch_id, decree)
       values (6471, '${batchId}', '100.3/1/2026')`,
    )

  test("holds an import against undoing", async () => {
    const batchId = await staged("ditetapkan.xlsx")
    await apply(batchId)
    await hold(batchId)
    expect(await undo(batchId)).toEqual({
      ok: false,
      refusal: { kind: "held_by_decree", decrees: ["100.3/1/2026"] },
    })
    expect(await stateOf(batchId)).toBe("applied")
  })

  test("cannot hold what was undone or never applied", async () => {
    const batchId = await staged("belum.xlsx")
    await expect(hold(batchId)).rejects.toThrow("decree_holds_import")
    await undo(batchId)
    await expect(hold(batchId)).rejects.toThrow("decree_holds_import")
  })

  test("and undoing at once: never both", async () => {
    for (let round = 0; round < 5; round++) {
      const batchId = await staged(`ditetapkan ${round}.xlsx`)
      await apply(batchId)
      const [held, undone] = await Promise.allSettled([hold(batchId), undo(batchId)])
      const isUndone = undone.status === "fulfilled" && undone.value.ok
      expect(held.status === "fulfilled").toBe(!isUndone)
      expect(await stateOf(batchId)).toBe(isUndone ? "undone" : "applied")
      if (!isUndone) continue
      await undo(batchId)
    }
  })
})

test("rows that break off midway leave nothing, and the import can be read again", async () => {
  const batchId = await received("putus.xlsx")
  const outcome = readList(inbox, "putus.xlsx")
  async function* broken(): StagedParts {
    const first = await outcome.rows.next()
    if (first.done !== true) yield first.value
    throw new Error("the reader died")
  }
  const attempt = stageBatch(inbox.database.loader, inbox.context, {
    batchId,
    outcome: { ...outcome, rows: broken() },
  })
  await expect(attempt).rejects.toThrow("the reader died")
  expect(await stateOf(batchId)).toBe("received")
  const order = { batchId, outcome: readList(inbox, "putus.xlsx") }
  expect(await stageBatch(inbox.database.loader, inbox.context, order)).toMatchObject({ ok: true })
})

describe("what the database refuses, whatever the application would try", () => {
  let batchId = ""
  beforeAll(async () => {
    batchId = await staged("tetap.xlsx")
  })

  const denied = (statement: string): [string, () => string] => [
    statement,
    () => statement.replaceAll("$1", `'${batchId}'`),
  ]
  test.each([
    denied("update inbox.batch set state = 'received' where batch_id = $1"),
    denied("update inbox.batch set sha256 = repeat('0', 64) where batch_id = $1"),
    denied("update inbox.batch set rows_accepted = rows_accepted + 1 where batch_id = $1"),
    denied("update inbox.batch set name = 'lain.xlsx' where batch_id = $1"),
    denied(
      "update inbox.batch set state = 'applied', decided_by = 'siti', decided_at = now() where batch_id = $1",
    ),
    denied("update inbox.batch set state = 'applied' where batch_id = $1"),
    denied("delete from inbox.batch where batch_id = $1"),
    denied("update inbox.staged_row set nik = null where batch_id = $1"),
    denied("delete from inbox.staged_row where batch_id = $1"),
    denied("insert into inbox.staged_row select * from inbox.staged_row where batch_id = $1"),
    denied("update inbox.recipe set recipe = '{}'"),
    denied("delete from inbox.recipe"),
    denied("delete from inbox.request"),
    denied("delete from inbox.decree_hold"),
  ])("%s", async (_, statement) => {
    await expect(ask(inbox, statement())).rejects.toThrow(
      /permission denied|cannot go|not changed|own name|violates check/,
    )
    await expect(ask(inbox, statement(), "loader")).rejects.toThrow()
  })

  test("a balance that its rows do not have", async () => {
    const id = await received("neraca.xlsx")
    const { counts } = readList(inbox, "neraca.xlsx").reading
    const staged = (counts: BatchCounts) => {
      const outcome = readList(inbox, "neraca.xlsx")
      const order = {
        batchId: id,
        outcome: { ...outcome, reading: { ...outcome.reading, counts } },
      }
      return stageBatch(inbox.database.loader, inbox.context, order)
    }
    const fewer = { ...counts, accepted: counts.accepted - 1 }
    await expect(staged({ ...fewer, repaired: counts.repaired + 1 })).rejects.toThrow(
      "its balance says otherwise",
    )
    await expect(staged(fewer)).rejects.toThrow("check")
    expect(await stateOf(id)).toBe("received")
  })
})

test("rows are read page by page, by code and outcome, and each look is in the log", async () => {
  const batchId = await staged("halaman.xlsx", 7)
  const page: RowFilter = { codes: null, outcome: null, change: null, after: 0, limit: 3 }
  const look = (filter: Partial<RowFilter>) =>
    readRows(inbox.database.appPool, inbox.context, {
      batchId,
      purpose: "a test looks",
      filter: { ...page, ...filter },
    })
  const before = await countEntries()
  const first = await look({})
  const second = await look({ after: 3 })
  const third = await look({ after: 6 })
  const totals = await look({ codes: ["ROW_NOT_A_PERSON"] })
  const people = await look({ outcome: "accepted", limit: 100 })
  const rows = [first, second, third, totals, people].map((one) => (one.ok ? one.value.value : []))
  expect(rows.map((one) => one.length)).toEqual([3, 3, 2, 1, 7])
  expect(rows[0]?.map(({ at }) => at)).toEqual([1, 2, 3])
  expect(rows[3]?.[0]?.outcome).toBe("ignored")
  expect(await countEntries()).toBe(before + 5)
})

test("a recipe is saved when its list is applied, and again only when it differs", async () => {
  const saveOne = async (name: string, recipe: unknown): Promise<void> => {
    const outcome = readList(inbox, name)
    const imported = await importBatch(inbox.database.loader, inbox.context, {
      cycle: CYCLE,
      file: fileNamed(name),
      inboxName: name,
      outcome: { ...outcome, reading: { ...outcome.reading, recipe } },
    })
    if (!imported.ok) throw new Error(imported.refusal.kind)
    await undo(imported.value.batchId)
  }
  const one = { sender: "x", sheets: [{ name: "A" }] }
  await saveOne("kel damai resep 1.xlsx", one)
  await saveOne("kel damai resep 2.xlsx", one)
  await saveOne("kel damai resep 3.xlsx", { ...one, sheets: [{ name: "B" }] })
  const saved = await ask(
    inbox,
    "select version, recipe, confirmed_by from inbox.recipe order by 1",
  )
  expect(saved).toMatchObject([
    { version: 1, confirmed_by: "operator@local" },
    { version: 2, recipe: { sheets: [{ name: "B" }] } },
  ])
})

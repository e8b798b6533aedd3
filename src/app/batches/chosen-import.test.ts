import { expect, test } from "vitest"
import type { Batch, BatchState } from "../../modules/inbox/index.ts"
import { chooseImport } from "./chosen-import.ts"

const CYCLE = { tenantId: 6471, programmeCode: "pekerja-rentan", year: 2026 }
const idOf = (seq: number) => `01a20680-0000-7000-8000-00000000000${seq}`

function batchOf(seq: number, inboxName: string, state: BatchState, name = inboxName): Batch {
  const received = { sha256: "", sizeBytes: 1, askedKind: null, askedSender: "", receivedBy: "a" }
  const decided = { reading: null, refusal: null, decidedBy: null, decidedAt: null }
  const at = { receivedAt: new Date(seq) }
  return {
    ...CYCLE,
    ...received,
    ...decided,
    ...at,
    batchId: idOf(seq),
    seq,
    inboxName,
    name,
    state,
  }
}

/** Newest first, as the inbox lists them. */
const INBOX = [
  batchOf(6, "Baru.xlsx", "undone"),
  batchOf(5, "kel damai (2).csv", "applied", "kel damai.csv"),
  batchOf(4, "Sepinggan.xlsx", "applied"),
  batchOf(3, "rusak.xlsx", "refused"),
  batchOf(2, "kel damai.csv", "applied"),
  batchOf(1, "dinas ikan.ods", "read"),
]

test.each<[string, number | "none" | readonly number[]]>([
  [idOf(6), 6],
  [idOf(2).toUpperCase(), 2],
  ["last", 5],
  ["Terakhir", 5],
  ["sepinggan.xlsx", 4],
  ["kel damai (2).csv", 5],
  ["4", 4],
  ["ikan", 1],
  // A name that two files came under, and a part that two names share.
  ["kel damai.csv", [5, 2]],
  ["damai", [5, 2]],
  // What was undone or never read cannot be undone by name.
  ["baru.xlsx", "none"],
  ["rusak.xlsx", "none"],
  ["6", "none"],
  ["tidak ada", "none"],
  ["", "none"],
])("%s means %o", (asked, meant) => {
  const chosen = chooseImport(INBOX, asked)
  if (chosen.kind === "one") expect(chosen.batch.seq).toBe(meant)
  else if (chosen.kind === "none") expect(meant).toBe("none")
  else expect(chosen.candidates.map(({ seq }) => seq)).toEqual(meant)
})

test("an empty inbox has no last import", () => {
  expect(chooseImport([], "last")).toEqual({ kind: "none" })
})

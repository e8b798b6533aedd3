import { expect, test } from "vitest"
import { letterProposal, readBatch, type ReceivedFile } from "../modules/intake/index.ts"
import { HEADER, personRow, sheetOf, TABLES, workbookOf } from "../modules/intake/intake.testing.ts"
import { readWorkbook } from "../platform/spreadsheet/read-workbook.ts"
import { writeWorkbook } from "../platform/spreadsheet/write/workbook.ts"
import { readLetters } from "./read-letters.ts"

function list(
  name: string,
  people: readonly number[],
  above: readonly string[] = [],
): ReceivedFile {
  const head = ["KELURAHAN DAMAI", ...above].map((line) => [line])
  const sheet = sheetOf([...head, HEADER, ...people.map((serial) => personRow(serial))])
  return { name, sha256: name, workbook: { ok: true, value: workbookOf(sheet) } }
}

const TEN = Array.from({ length: 10 }, (_, index) => index)
const FILES = [
  list("b.xlsx", TEN, [
    "Nomor : 400/12/Kel-DM/2025",
    "Balikpapan, 2 Oktober 2025",
    "sebanyak 10 orang",
  ]),
  list("a.xlsx", [...TEN.slice(0, 8), 20, 21], ["Balikpapan, 9 Oktober 2025"]),
  list("tambahan.xlsx", [30, 31, 32], ["Balikpapan, 12 Oktober 2025"]),
]

async function proposed(files: readonly ReceivedFile[]) {
  const proposal = letterProposal(readBatch(files, [], TABLES))
  if (proposal === null) throw new Error("nothing is proposed")
  const read = await readWorkbook(await writeWorkbook(proposal.spec), proposal.name)
  if (!read.ok) throw new Error(read.refusal.kind)
  return { proposal, letters: readLetters([{ name: "surat-masuk.xlsx", workbook: read.value }]) }
}

test("a register is proposed from letters and names, and read back as it stands", async () => {
  const { proposal, letters } = await proposed(FILES)
  expect(proposal).toMatchObject({ name: "surat-masuk.xlsx", count: 3 })
  expect(letters).toEqual([
    {
      ...{ order: 1, file: "b.xlsx", sender: "Kelurahan Damai", claimed: 10 },
      ...{ receivedOn: "2025-10-02", role: null },
    },
    {
      ...{ order: 2, file: "a.xlsx", sender: "Kelurahan Damai", claimed: null },
      ...{ receivedOn: "2025-10-09", role: "replacement" },
    },
    {
      ...{ order: 3, file: "tambahan.xlsx", sender: "Kelurahan Damai", claimed: null },
      ...{ receivedOn: "2025-10-12", role: "addition" },
    },
  ])
})

test("put back, it changes nothing but that nobody is asked about the order", async () => {
  const before = readBatch(FILES, [], TABLES)
  const { letters } = await proposed(FILES)
  const after = readBatch(FILES, letters, TABLES)
  expect(after.rows).toEqual(before.rows)
  const codes = (batch: typeof before) =>
    batch.files.flatMap((file) => file.findings.map(({ code }) => code))
  expect(codes(before)).toEqual(["FILE_ORDER_ASSUMED"])
  expect(codes(after)).toEqual([])
  expect(letterProposal(after)).toBeNull()
})

test("put right, it turns the order round", async () => {
  const { letters } = await proposed(FILES)
  const turned = letters.map((letter) => ({ ...letter, order: -letter.order, role: null }))
  const status = readBatch(FILES, turned, TABLES).files.map((file) => `${file.name} ${file.status}`)
  expect(status).toEqual(["tambahan.xlsx read", "a.xlsx superseded", "b.xlsx read"])
})

test.each([
  ["pengganti", "replacement"],
  ["Menggantikan kiriman tgl 2", "replacement"],
  ["tambahan", "addition"],
  ["data susulan", "addition"],
  ["perbaikan sebagian", "correction"],
  ["revisi", "correction"],
  ["sudah diarsipkan", null],
  ["", null],
])("remark %s: %s", (remark, role) => {
  const text = (value: string, column: number) => ({
    ...{ text: value, column, kind: "text" as const, formula: false, struck: false },
  })
  const rows = [
    ["No agenda", "Pengirim", "Berkas", "Keterangan"],
    ["1", "Kelurahan Damai", "a.xlsx", remark],
  ].map((cells, index) => ({ number: index + 1, hidden: false, cells: cells.map(text) }))
  const sheet = { ...sheetOf([]), rows }
  const [letter] = readLetters([{ name: "surat-masuk.csv", workbook: workbookOf(sheet) }])
  expect(letter?.role).toBe(role)
})

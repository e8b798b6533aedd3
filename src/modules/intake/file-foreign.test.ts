import { describe, expect, test } from "vitest"
import { readCsv } from "../../platform/spreadsheet/csv/read-csv.ts"
import { readBatch } from "./batch.ts"
import { foreignWords } from "./file-foreign.ts"
import { findingSentence } from "./findings/finding-text.ts"
import { TABLES } from "./intake.testing.ts"

test.each([
  ["RAR archive (named .xlsx)", "arsip terkompres", "a compressed archive"],
  ["Word document", "dokumen Word lama (.doc)", "an old Word document (.doc)"],
  ["binary content of no known kind", "isi yang tidak dikenal", "content of no known kind"],
])("%s is told as %s", (detail, id, en) => {
  const workbook = { ok: false, refusal: { kind: "foreign", detail } } as const
  const { files } = readBatch([{ name: "a.xlsx", sha256: "a", workbook }], [], TABLES)
  const [finding] = files[0]?.findings ?? []
  expect(finding?.code).toBe("FILE_FOREIGN")
  if (finding === undefined) return
  const place = { cell: "", file: "a.xlsx" }
  expect(findingSentence(finding, place, "id")).toContain(`ialah ${id}. Yang dapat dibaca: .xlsx`)
  expect(findingSentence(finding, place, "en")).toContain(`is ${en}. What can be read: .xlsx`)
  expect(foreignWords(detail, "en")).toBe(en)
})

describe("a text without columns is told from a list without a header", () => {
  test.each([
    ["notes", "Notulen rapat\n\nDibahas data pekerja.\nSelesai, terima kasih.\n", "FILE_FOREIGN"],
    ["one line", "halo", "FILE_FOREIGN"],
    [
      "NIK of people below each other",
      "6471010508809001\n6471010508809002\n",
      "FILE_HEADER_UNKNOWN",
    ],
    [
      "a message with a person in each line",
      "Data RT 5\n1. Budi - 6471010508809001 - nelayan\n2. Siti - 6471014508809002 - ojek\n",
      "LIST_IN_ONE_CELL",
    ],
    ["a table of something else", "kode;harga\n1;200\n2;300\n", "FILE_HEADER_UNKNOWN"],
  ])("%s", (_, text, code) => {
    const workbook = readCsv(Buffer.from(text))
    const { files } = readBatch([{ name: "a.txt", sha256: "a", workbook }], [], TABLES)
    expect(files[0]?.findings.map((finding) => finding.code)).toContain(code)
  })
})

import type { LocalDate } from "../kernel/local-date.ts"
import { foldText } from "../kernel/text-fold.ts"
import type { ReceivedLetter, SendingRole } from "../modules/intake/index.ts"
import { dateOf, registerTables, type NamedWorkbook } from "../modules/registry/index.ts"

export type DatedLetter = ReceivedLetter & { readonly receivedOn: LocalDate | null }

/**
 * The register of received letters; agenda numbers order it, else the order of its lines. Of two
 * registers that name one file the later counts: a proposal that was put right beside the old one.
 */
export function readLetters(books: readonly NamedWorkbook[]): DatedLetter[] {
  const records = books.flatMap((book) =>
    registerTables(book.workbook, book.name).flatMap((table) => table.records),
  )
  const agenda = (text: string): number => Number(/\d+/.exec(text)?.[0] ?? Number.NaN)
  const numbered = records.every((record) => !Number.isNaN(agenda(record.text("order"))))
  const letters = records
    .filter((record) => record.text("file") !== "")
    .map((record, index) => ({
      order: numbered ? agenda(record.text("order")) : index,
      file: record.text("file"),
      sender: record.text("sender"),
      claimed: claimedOf(record.text("claimed")),
      receivedOn: dateOf(record, "received_on", "9999-12-31" as LocalDate),
      role: roleOf(record.text("note")),
    }))
  return [...new Map(letters.map((letter) => [letter.file, letter])).values()]
}

function claimedOf(text: string): number | null {
  const digits = text.replace(/[.\s]/g, "")
  return /^\d+$/.test(digits) ? Number(digits) : null
}

const ROLES: readonly (readonly [SendingRole, RegExp])[] = [
  ["addition", /tambahan|susulan|\bbaru\b/],
  ["correction", /perbaikan sebagian|\bsebagian\b/],
  ["replacement", /mengganti|pengganti|\bganti\b/],
  ["correction", /perbaikan|ralat|koreksi|revisi|pembetulan/],
]

/** What the remark of a line says about its sending; null where it says something else. */
function roleOf(note: string): SendingRole | null {
  const plain = foldText(note)
  return ROLES.find(([, pattern]) => pattern.test(plain))?.[0] ?? null
}

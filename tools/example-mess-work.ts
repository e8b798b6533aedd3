import type { Entry } from "./example-entry.ts"
import { FORMULA_MESS, INCOME_MESS } from "./example-mess-income.ts"
import { mess, ordinary, styled } from "./example-mess-shape.ts"
import type { Mess, MessContext } from "./example-mess-shape.ts"
import {
  HOUSING_ESTATES,
  KELURAHAN_ALIASES,
  SECTORS,
  STATUS_NOTES,
  UNKNOWN_JOBS,
} from "./example-vocabulary.ts"

const workbook = (_: Entry, { spec }: MessContext): boolean => spec.form.kind !== "csv"
const PHONE_MESS: readonly Mess[] = [
  mess("PHONE_FORMAT", 14, "phone", ["phone"], (entry, { random }) => {
    const digits = entry.person.phone
    const blocks = [digits.slice(0, 4), digits.slice(4, 8), digits.slice(8)]
    entry.cells.phone = random.pick([
      `62${digits.slice(1)}`,
      `+62 ${blocks.join(" ").slice(1)}`,
      blocks.join("."),
      blocks.join(" "),
      `(0899) ${digits.slice(4)}`,
    ])
  }),
  {
    ...mess("PHONE_NUMERIC", 8, "phone", ["phone"], (entry) => {
      entry.cells.phone = { kind: "number", digits: entry.person.phone.slice(1) }
    }),
    fits: workbook,
  },
  mess("PHONE_TWO", 6, "phone", ["phone"], (entry, { random, newPhone }) => {
    entry.cells.phone = `${entry.person.phone}${random.pick([" / ", " atau ", ", "])}${newPhone()}`
  }),
  mess("PHONE_INVALID", 7, "phone", ["phone"], (entry, { random }) => {
    entry.cells.phone = random.pick([
      "0899000",
      "08990000xx12",
      "000000000000",
      "belum punya",
      "0899-OOO",
    ])
  }),
]

const CELL_MESS: readonly Mess[] = [
  {
    ...mess("KELURAHAN_ALIAS", 14, "kelurahan", ["kelurahan"], (entry, { random, spec }) => {
      entry.cells.kelurahan = random.pick(
        KELURAHAN_ALIASES[spec.kelurahan ?? entry.person.kelurahan] as readonly string[],
      )
    }),
  },
  {
    ...mess(
      "KELURAHAN_UNKNOWN",
      4,
      "kelurahan",
      ["kelurahan"],
      (entry, { random }) => (entry.cells.kelurahan = random.pick(HOUSING_ESTATES)),
    ),
    fits: (_, { spec }) => spec.kelurahan !== null,
  },
  {
    ...mess("JOB_UNKNOWN", 10, "job", ["job"], (entry, { random }) => {
      entry.cells.job = random.pick(UNKNOWN_JOBS)
      entry.read.sector = null
      entry.codes.delete("JOB_ABBREV")
    }),
    fits: ordinary,
  },
  mess(
    "NOTE_STATUS",
    6,
    "note",
    ["note"],
    (entry, { random }) => (entry.cells.note = random.pick(STATUS_NOTES)),
  ),
  mess("CSV_INJECTION", 4, "note", ["note"], (entry, { random }) => {
    entry.cells.note = random.pick([
      "=1+1",
      "@ketua RT",
      "+ jualan kue",
      `=HYPERLINK("x")`,
      "-istri Pak RT",
    ])
  }),
  {
    ...mess(
      "CELL_NEWLINE",
      7,
      "address",
      ["address"],
      (entry) => (entry.cells.address = `${entry.person.address}\nRT ${entry.person.rt}`),
    ),
  },
]

const ROW_MESS: readonly Mess[] = [
  { ...mess("HIDDEN_ROW", 6, "row", [], (entry) => (entry.hidden = true)), fits: styled },
  {
    ...mess("ROW_STRUCK", 4, "row", [], (entry) => (entry.struck = true)),
    fits: (e, c) => styled(e, c) && ordinary(e),
  },
  { ...mess("ROW_SHIFTED", 4, "row", ["spare"], (entry) => (entry.shifted = true)) },
]

/** Another word for the same work, for the correction of a list. */
export function otherJobWord(entry: Entry): string {
  const words = SECTORS[entry.person.sector ?? ""]?.plain ?? ["serabutan"]
  return words.find((word) => word !== entry.cells.job) ?? (words[0] as string)
}

export const WORK_MESS: readonly Mess[] = [
  ...ROW_MESS,
  ...INCOME_MESS,
  ...PHONE_MESS,
  ...CELL_MESS,
  ...FORMULA_MESS,
]

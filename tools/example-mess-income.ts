import { setRange } from "./example-entry.ts"
import type { Entry, IncomeRead } from "./example-entry.ts"
import type { Cell } from "./example-grid.ts"
import { mess, ordinary, styled } from "./example-mess-shape.ts"
import type { Mess, MessContext } from "./example-mess-shape.ts"
import { writeIncome } from "./example-styles.ts"
import type { IncomeStyle } from "./example-styles.ts"

const xlsx = (_: Entry, { spec }: MessContext): boolean => spec.form.kind === "xlsx"

function writtenIncome(entry: Entry, cell: Cell, read: IncomeRead | null): void {
  entry.cells.income = cell
  entry.read.income = read
  entry.codes.delete("INCOME_RANGE")
}

export const INCOME_MESS: readonly Mess[] = [
  {
    ...mess("INCOME_TEXT", 14, "income", ["income"], (entry, { random }) => {
      const styles: readonly IncomeStyle[] = [
        "rp",
        "jt",
        "jt-mixed",
        "english",
        "words",
        "per-month",
      ]
      const exact: IncomeRead = [entry.person.income, entry.person.income]
      writtenIncome(entry, writeIncome(entry.person.income, random.pick(styles), true), exact)
    }),
    fits: ordinary,
  },
  {
    ...mess("INCOME_RANGE", 10, "income", ["income"], (entry) => {
      const millions = Math.floor(entry.person.income / 1_000_000)
      const options = [
        `${millions}-${millions + 1} jt`,
        `Rp ${millions}.000.000 - Rp ${millions + 1}.000.000`,
        `${millions} s/d ${millions + 1} juta`,
      ]
      writtenIncome(entry, options[entry.person.rt % 3] as string, null)
      setRange(entry)
    }),
    fits: (entry, { spec }) =>
      ordinary(entry) && spec.incomeStyle !== "range" && entry.person.income >= 1_000_000,
  },
  {
    ...mess("INCOME_MISSING", 8, "income", ["income"], (entry) => writtenIncome(entry, "", null)),
    fits: ordinary,
  },
  {
    ...mess("INCOME_AMBIGUOUS", 8, "income", ["income"], (entry, { random }) => {
      const thousands = entry.person.income / 1000
      writtenIncome(
        entry,
        random.pick([String(thousands), "2,5", "75rb/hari", "100 ribu per hari", "1,8"]),
        null,
      )
    }),
    fits: ordinary,
  },
]

export const FORMULA_MESS: readonly Mess[] = [
  {
    ...mess("FORMULA_CELL", 5, "income", ["income"], (entry) => {
      const exact: IncomeRead = [entry.person.income, entry.person.income]
      writtenIncome(
        entry,
        {
          kind: "formula",
          formula: `${entry.person.income / 10}*10`,
          value: String(entry.person.income),
        },
        exact,
      )
    }),
    fits: (entry, context) =>
      ordinary(entry) && styled(entry, context) && context.spec.incomeStyle !== "range",
  },
  {
    ...mess("FORMULA_ERROR", 4, "income", ["income"], (entry, { random }) => {
      const value = random.pick(["#REF!", "#N/A", "#VALUE!"])
      writtenIncome(
        entry,
        { kind: "error", formula: value === "#REF!" ? "#REF!*30" : `VLOOKUP(B1,Z1:Z2,2,0)`, value },
        null,
      )
    }),
    fits: (entry, context) => ordinary(entry) && xlsx(entry, context),
  },
]

// What texts mean by the tenant's tables, by their sender, their header and their section.
import type { JoinedRows } from "./joined.ts"
import { takeValues, type ValueTarget } from "./judge.ts"
import type { ListColumns } from "./list.ts"
import { LATE_FIELDS, type LateField } from "./lone-parts.ts"
import type { ColumnPlan } from "./plan.ts"
import { ColumnValues, type ValueLists } from "./values.ts"
import type { RowContext } from "../rows/context.ts"

/** Rows that stand under one header and in one section of a list. */
export interface Stretch {
  readonly firstRow: number
  readonly plan: ColumnPlan
  readonly context: RowContext
}

interface TablePlace {
  readonly joined: JoinedRows
  readonly stretches: readonly Stretch[]
  readonly lists: ValueLists
}

/** Texts whose meaning hangs on the tenant's tables, on the sender, the header and the section. */
export function takeByTables(columns: ListColumns, { joined, stretches, lists }: TablePlace): void {
  const { rows } = columns
  const { flags, codes, codeSets } = rows
  const known = new Map<string, ColumnValues[]>()
  const targets: Readonly<Record<LateField, ValueTarget>> = {
    area: { first: columns.areas },
    occupation: { first: columns.sectors, second: columns.work },
    income: { first: rows.incomeLow, second: rows.incomeHigh },
    remarks: {},
  }
  for (const [at, { firstRow, plan, context }] of stretches.entries()) {
    const { senderAreaCode, senderSector, units } = context
    const key = JSON.stringify([...plan.columns, senderAreaCode, senderSector, units])
    const values = known.get(key) ?? valuesOf(joined, { plan, context }, { ...lists, codeSets })
    known.set(key, values)
    const to = stretches[at + 1]?.firstRow ?? rows.length
    const span = { from: firstRow, to, flags, codes, codeSets }
    for (const [number, field] of LATE_FIELDS.entries()) {
      const [column, numbers] = [values[number], joined.values[number]?.numbers]
      if (column === undefined || numbers === undefined) continue
      // That a list has no other column is a finding of each of its rows.
      if (field === "remarks" && !plan.columns.has(field)) continue
      takeValues(column, numbers, { ...span, ...targets[field] })
    }
  }
}

function valuesOf(
  joined: JoinedRows,
  header: Pick<Stretch, "plan" | "context">,
  shared: ConstructorParameters<typeof ColumnValues>[2],
): ColumnValues[] {
  return joined.values.flatMap(({ texts }, at) => {
    const field = LATE_FIELDS[at]
    return field === undefined ? [] : [new ColumnValues(texts, { ...header, field }, shared)]
  })
}

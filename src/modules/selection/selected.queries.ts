import { sql } from "kysely"
import type { Db } from "../../platform/db.ts"

export interface CycleKey {
  readonly tenantId: number
  readonly programmeCode: string
}

/** Who is selected in the list of the programme year before `year`, by rank; null without a list. */
export async function readLastSelected(
  tx: Db,
  { tenantId, programmeCode }: CycleKey,
  year: number,
): Promise<{ readonly year: number; readonly personIds: readonly string[] } | null> {
  const { rows } = await sql<{ year: number; person_id: string }>`
    select year, person_id
      from selection.current_entry
     where tenant_id = ${tenantId} and programme_code = ${programmeCode} and place = 'selected'
       and year = ${year - 1}
     order by rank, person_id`.execute(tx)
  const [first] = rows
  return first === undefined
    ? null
    : { year: first.year, personIds: rows.map((row) => row.person_id) }
}

import type pg from "pg"

/** A row of a list as it is shown beside another: where it stands, and what counts of it. */
export interface RowShown {
  readonly rowId: string
  readonly file: string
  readonly sheet: string
  readonly row: number
  readonly name: string
  readonly nik: string | null
  readonly birthDate: string | null
  readonly sex: string | null
  readonly areaCode: string | null
  readonly sector: string | null
  readonly phone: string
  readonly address: string
}

/** Rows of a cycle by their ids; ids that no run holds are left out. */
export async function rowsShown(
  client: pg.PoolClient,
  cycle: { readonly programmeCode: string; readonly year: number },
  rowIds: readonly string[],
): Promise<ReadonlyMap<string, RowShown>> {
  if (rowIds.length === 0) return new Map()
  const found = await client.query<RowShown>(
    `select r.row_id as "rowId", r.file_name as file, r.sheet, r.row_number as row, r.name,
       coalesce(f.nik, r.nik) as nik, f.birth_date::text as "birthDate", f.sex,
       f.area_code as "areaCode", f.sector, coalesce(f.phone, '') as phone,
       coalesce(f.address, '') as address
     from intake.current_row r
     left join registry.current_row_fact f on f.tenant_id = r.tenant_id
       and f.programme_code = r.programme_code and f.year = r.year and f.row_id = r.row_id
       -- Said once more: only what is said of the view itself reaches below its "distinct on".
       and f.programme_code = $1 and f.year = $2 and f.row_id = any ($3::uuid[])
     where r.programme_code = $1 and r.year = $2 and r.row_id = any ($3::uuid[])`,
    [cycle.programmeCode, cycle.year, rowIds],
  )
  return new Map(found.rows.map((row) => [row.rowId, row]))
}

import { sql } from "kysely"
import type { LocalDate } from "../../kernel/local-date.ts"
import type { Db } from "../../platform/db.ts"

/** What a list of last year's recipients shows of a person. */
export interface RecipientFacts {
  readonly personId: string
  readonly nik: string | null
  readonly name: string
  readonly birthDate: LocalDate | null
  readonly sex: string | null
  readonly areaCode: string | null
  readonly sector: string | null
  /** As last written; empty where no row said so. */
  readonly address: string
  readonly phone: string
}

/** Facts of these persons of a programme year, by name; one statement for all of them. */
export async function readRecipients(
  tx: Db,
  key: { readonly tenantId: number; readonly programmeCode: string; readonly year: number },
  personIds: readonly string[],
): Promise<RecipientFacts[]> {
  const { rows } = await sql<RecipientFacts>`
    with said as (
      select person_id,
             (array_agg(address order by as_of desc, row_id) filter (where address <> ''))[1] as address,
             (array_agg(phone order by as_of desc, row_id) filter (where phone <> ''))[1] as phone
        from registry.current_row_fact
       where tenant_id = ${key.tenantId} and programme_code = ${key.programmeCode}
         and year = ${key.year} and person_id = any(${personIds}::uuid[])
       group by person_id)
    select p.person_id as "personId", p.nik, p.name, p.birth_date::text as "birthDate", p.sex,
           p.area_code as "areaCode", p.sector, coalesce(s.address, '') as address,
           coalesce(s.phone, '') as phone
      from registry.current_person p
      left join said s using (person_id)
     where p.tenant_id = ${key.tenantId} and p.programme_code = ${key.programmeCode}
       and p.year = ${key.year} and p.person_id = any(${personIds}::uuid[])
     order by p.name, p.person_id`.execute(tx)
  return rows
}

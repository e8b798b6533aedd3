import { sql } from "kysely"
import { firstDay } from "../../kernel/period.ts"
import type { Db } from "../../platform/db.ts"
import { canonicalJson } from "./canonical.ts"
import type { LawBook } from "./law.ts"

/**
 * The adopted pack in columns. Rows are added or brought up to date, never deleted: other rooms
 * refer to them, and a line that ended says so by its `valid_to`.
 */
export async function savePackColumns(tx: Db, book: LawBook): Promise<void> {
  await saveProgramme(tx, book)
  await saveOffices(tx, book)
  await saveAreas(tx, book)
  await saveCycles(tx, book)
}

async function saveProgramme(tx: Db, { pack, version }: LawBook): Promise<void> {
  const { code, name, pays } = pack.programme
  await sql`
    insert into law.programme (tenant_id, programme_code, name, pays, pack_version)
    values (${pack.tenantId}, ${code}, ${name}, ${[...pays]}::text[], ${version})
    on conflict (tenant_id, programme_code) do update set name = excluded.name,
      pays = excluded.pays, pack_version = excluded.pack_version`.execute(tx)
}

async function saveOffices(tx: Db, { pack, version }: LawBook): Promise<void> {
  const json = canonicalJson(pack.offices)
  await sql`
    insert into law.office (tenant_id, office_id, name, aliases, tasks, valid_from, valid_to,
      status, pack_version)
    select ${pack.tenantId}::int, id, name,
      array(select jsonb_array_elements_text(aliases)),
      array(select jsonb_array_elements_text(tasks)), "from", "to", status, ${version}::text
    from jsonb_to_recordset(${json}::jsonb) as line (id text, name text, aliases jsonb,
      tasks jsonb, "from" date, "to" date, status text)
    on conflict (tenant_id, office_id) do update set name = excluded.name,
      aliases = excluded.aliases, tasks = excluded.tasks, valid_from = excluded.valid_from,
      valid_to = excluded.valid_to, status = excluded.status,
      pack_version = excluded.pack_version`.execute(tx)
  await sql`
    insert into law.office_sector (tenant_id, office_id, sector, valid_from, valid_to, status,
      pack_version)
    select ${pack.tenantId}::int, office.id, line.sector, line."from", line."to", line.status,
      ${version}::text
    from jsonb_to_recordset(${json}::jsonb) as office (id text, verifies jsonb),
      jsonb_to_recordset(office.verifies) as line (sector text, "from" date, "to" date,
        status text)
    on conflict (tenant_id, office_id, sector, valid_from) do update
      set valid_to = excluded.valid_to, status = excluded.status,
        pack_version = excluded.pack_version`.execute(tx)
}

async function saveAreas(tx: Db, { pack, version }: LawBook): Promise<void> {
  await sql`
    insert into law.area (tenant_id, area_code, name, level, parent_code, aliases, pack_version)
    select ${pack.tenantId}::int, code, name, level, parent,
      array(select jsonb_array_elements_text(aliases)), ${version}::text
    from jsonb_to_recordset(${canonicalJson(pack.areas)}::jsonb) as line (code text, name text,
      level text, parent text, aliases jsonb)
    on conflict (tenant_id, area_code) do update set name = excluded.name,
      level = excluded.level, parent_code = excluded.parent_code, aliases = excluded.aliases,
      pack_version = excluded.pack_version`.execute(tx)
}

async function saveCycles(tx: Db, { pack, version }: LawBook): Promise<void> {
  const cycles = pack.cycles.map((cycle) => ({ ...cycle, firstOn: firstDay(cycle.firstMonth) }))
  const json = canonicalJson(cycles)
  await sql`
    insert into law.cycle (tenant_id, programme_code, year, reference_on, registration_on,
      first_month_on, months, ceiling_rupiah, ceiling_status, pack_version)
    select ${pack.tenantId}::int, ${pack.programme.code}::text, year, "referenceOn",
      "registrationOn", "firstOn", months, (ceiling ->> 'amount')::bigint,
      ceiling ->> 'status', ${version}::text
    from jsonb_to_recordset(${json}::jsonb) as line (year int, "referenceOn" date,
      "registrationOn" date, "firstOn" date, months int, ceiling jsonb)
    on conflict (tenant_id, programme_code, year) do update
      set reference_on = excluded.reference_on, registration_on = excluded.registration_on,
        first_month_on = excluded.first_month_on, months = excluded.months,
        ceiling_rupiah = excluded.ceiling_rupiah, ceiling_status = excluded.ceiling_status,
        pack_version = excluded.pack_version`.execute(tx)
  await sql`
    insert into law.funding_line (tenant_id, programme_code, year, line_id, source, office_id,
      sub_activity, accounts, amount_rupiah, valid_from, valid_to, status, pack_version)
    select ${pack.tenantId}::int, ${pack.programme.code}::text, cycle.year, line.id, line.source,
      line.office, line."subActivity", line.accounts, line.amount, line."from", line."to",
      line.status, ${version}::text
    from jsonb_to_recordset(${json}::jsonb) as cycle (year int, "fundingLines" jsonb),
      jsonb_to_recordset(cycle."fundingLines") as line (id text, source text, office text,
        "subActivity" text, accounts jsonb, amount bigint, "from" date, "to" date, status text)
    on conflict (tenant_id, programme_code, year, line_id) do update
      set source = excluded.source, office_id = excluded.office_id,
        sub_activity = excluded.sub_activity, accounts = excluded.accounts,
        amount_rupiah = excluded.amount_rupiah, valid_from = excluded.valid_from,
        valid_to = excluded.valid_to, status = excluded.status,
        pack_version = excluded.pack_version`.execute(tx)
}

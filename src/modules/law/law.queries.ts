import { sql } from "kysely"
import { sha256Hex } from "../../kernel/id.ts"
import type { Db } from "../../platform/db.ts"
import { canonicalJson } from "./canonical.ts"
import type { LawBook } from "./law.ts"
import { plainDatedValue } from "./read-series.ts"

/** What a pack says beside its dated values, as `law.pack.bytes` holds it. */
export interface PackBytes {
  readonly files: Readonly<Record<string, unknown>>
  readonly series: readonly Readonly<Record<string, unknown>>[]
}

export interface StoredPack {
  readonly version: string
  readonly bytes: Buffer
}

export interface StoredValue {
  readonly series: string
  readonly plain: Readonly<Record<string, unknown>>
}

/** One load of law at a time per tenant: two at once could each find the other's rows missing. */
export async function lockTenantLaw(tx: Db, tenantId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('law.adoption'), ${tenantId})`.execute(tx)
}

/** The adopted version of a pack, or null before the first load. */
export async function adoptedVersion(tx: Db, tenantId: number, code: string) {
  const found = await sql<{ version: string }>`
    select version from law.adoption
    where tenant_id = ${tenantId} and code = ${code}
    order by recorded_seq desc limit 1`.execute(tx)
  return found.rows[0]?.version ?? null
}

export async function findPack(tx: Db, tenantId: number, version: string) {
  const found = await sql<StoredPack>`
    select version, bytes from law.pack
    where tenant_id = ${tenantId} and version = ${version}`.execute(tx)
  return found.rows[0] ?? null
}

/** The values of a version in the shape of their YAML. */
export async function readValues(tx: Db, tenantId: number, version: string) {
  const found = await sql<StoredValue>`
    select series, jsonb_build_object(
      'dims', dims, 'from', valid_from, 'to', valid_to, 'known_from', known_from,
      'reference', reference, 'checked_on', checked_on, 'status', status, 'note', note,
      'value', value) as plain
    from law.value join law.pack_value using (tenant_id, value_hash)
    where tenant_id = ${tenantId} and version = ${version}
    order by series, valid_from, value_hash`.execute(tx)
  return found.rows
}

export async function saveTenant(tx: Db, { pack }: LawBook): Promise<void> {
  await sql`
    insert into law.tenant as old (tenant_id, region_code, name, time_zone)
    values (${pack.tenantId}, ${pack.regionCode}, ${pack.name}, ${pack.timeZone})
    on conflict (tenant_id) do update
      set region_code = excluded.region_code, name = excluded.name, time_zone = excluded.time_zone
      where (old.region_code, old.name, old.time_zone)
        is distinct from (excluded.region_code, excluded.name, excluded.time_zone)`.execute(tx)
}

export async function savePack(tx: Db, book: LawBook): Promise<void> {
  const series = [...book.series.values()].map(({ values: _values, ...header }) => header)
  const bytes = canonicalJson({ files: Object.fromEntries(book.files), series })
  await sql`
    insert into law.pack (tenant_id, version, code, bytes)
    values (${book.pack.tenantId}, ${book.version}, ${book.pack.code}, ${Buffer.from(bytes)})
    on conflict do nothing`.execute(tx)
}

/** Returns how many values are new to this tenant. */
export async function saveValues(tx: Db, book: LawBook): Promise<number> {
  const tenantId = book.pack.tenantId
  const values = [...book.series.values()].flatMap((series) => series.values.map(plainDatedValue))
  const lines = values.map((value) => ({ ...value, value_hash: sha256Hex(canonicalJson(value)) }))
  const json = canonicalJson(lines)
  const added = await sql`
    insert into law.value (tenant_id, value_hash, series, dims, valid_from, valid_to, known_from,
      reference, checked_on, status, note, value, first_version)
    select ${tenantId}::int, value_hash, series, dims, "from", "to", known_from,
      reference, checked_on, status, note, value, ${book.version}::text
    from jsonb_to_recordset(${json}::jsonb) as line (value_hash text, series text, dims jsonb,
      "from" date, "to" date, known_from date, reference jsonb, checked_on date, status text,
      note text, value jsonb)
    on conflict (tenant_id, value_hash) do nothing`.execute(tx)
  await sql`
    insert into law.pack_value (tenant_id, version, value_hash)
    select ${tenantId}::int, ${book.version}::text, value_hash
    from jsonb_to_recordset(${json}::jsonb) as line (value_hash text)
    on conflict do nothing`.execute(tx)
  return Number(added.numAffectedRows ?? 0n)
}

export async function saveAdoption(tx: Db, { pack, version }: LawBook): Promise<void> {
  await sql`
    insert into law.adoption (tenant_id, code, version)
    values (${pack.tenantId}, ${pack.code}, ${version})`.execute(tx)
}

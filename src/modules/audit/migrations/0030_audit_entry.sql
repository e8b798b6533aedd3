-- The log of what was done and seen. The application gives canonical bytes and nothing else: this
-- migration's trigger reads them, so that no column can say something the hashed bytes do not say,
-- and compares actor, office and tenant with the signed claim, so that SQL cannot write in
-- another's name. Entries are never changed: docs/audit-log-format.md.
create schema audit;

create table audit.entry (
  tenant_id int not null,
  id uuid not null,
  -- Order of insertion, for the sequencer (0031). Gaps are normal: it is not the log's number.
  arrival bigint generated always as identity,
  at timestamptz not null,
  actor text not null,
  office text,
  action text not null,
  object_kind text,
  object_id text,
  subjects text[],
  bytes bytea not null,
  leaf bytea not null,
  primary key (tenant_id, id),
  check (leaf = sha256('\x00'::bytea || bytes))
);
create index entry_object on audit.entry (tenant_id, object_kind, object_id);
create index entry_subjects on audit.entry using gin (subjects);

comment on column audit.entry.bytes is 'canonical bytes; the other columns are derived from them';

-- The values of the 18 lines, null for "not stated"; raises when the bytes are not canonical.
-- entry.ts and tools/verify_log.py hold the same rules; the format's document rules all three.
create function audit.entry_values(entry_bytes bytea) returns text[]
language plpgsql immutable strict parallel safe as $$
declare
  names constant text[] := array['v', 'tenant', 'id', 'at', 'actor', 'office', 'role', 'action',
    'purpose', 'case', 'object_kind', 'object_id', 'subjects', 'before', 'after', 'batch_root',
    'law', 'request'];
  kinds constant text[] := array['version', 'tenant', 'uuid', 'instant', 'filled', 'text', 'text',
    'code', 'text', 'text', 'code', 'filled', 'subjects', 'hash', 'hash', 'hash', 'text', 'text'];
  required constant text[] := array['v', 'tenant', 'id', 'at', 'actor', 'action'];
  lines constant text[] := string_to_array(convert_from(entry_bytes, 'UTF8'), E'\n');
  found text[] := '{}';
  value text;
begin
  if array_length(lines, 1) is distinct from 19 or lines[19] <> '' then
    raise exception 'audit entry: 18 lines, each ended by LF, are needed';
  end if;
  for i in 1 .. 18 loop
    value := case when starts_with(lines[i], names[i] || '=')
      then substr(lines[i], length(names[i]) + 2) end;
    if value is null and (lines[i] <> names[i] or names[i] = any (required))
      or value is not null and not audit.value_is_canonical(kinds[i], value) then
      raise exception 'audit entry: field % is not canonical', names[i];
    end if;
    found := found || value;
  end loop;
  if (found[11] is null) <> (found[12] is null) then
    raise exception 'audit entry: object_kind and object_id stand together';
  end if;
  return found;
end $$;

create function audit.value_is_canonical(kind text, value text) returns boolean
language plpgsql immutable strict parallel safe as $$
begin
  case kind
    when 'version' then return value = '1';
    when 'tenant' then
      return value ~ '^[1-9][0-9]{0,9}$' and value::bigint <= 2147483647;
    when 'uuid' then
      return value ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';
    when 'instant' then return audit.instant_is_canonical(value);
    when 'code' then
      return length(value) <= 100 and value ~ '^[a-z][a-z0-9]*([._-][a-z0-9]+)*$';
    when 'hash' then return value ~ '^[0-9a-f]{64}$';
    when 'subjects' then return audit.subjects_are_canonical(value);
    when 'text' then return value = '' or audit.text_is_canonical(value);
    when 'filled' then return audit.text_is_canonical(value);
  end case;
end $$;

-- Only characters that no Unicode normalisation changes, so that NFC needs no tables.
create function audit.text_is_canonical(value text) returns boolean
language sql immutable strict parallel safe as $$
  select length(value) <= 200 and value = btrim(value, ' ') and value collate "C"
    ~ '^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027]+$'
$$;

create function audit.instant_is_canonical(value text) returns boolean
language plpgsql immutable strict parallel safe as $$
begin
  if value !~ '^2[0-9]{3}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$' then
    return false;
  end if;
  -- The cast accepts 24:00:00 and second 60; writing the instant again shows the difference.
  return to_char(replace(rtrim(value, 'Z'), 'T', ' ')::timestamp, 'YYYY-MM-DD HH24:MI:SS.MS')
    = replace(rtrim(value, 'Z'), 'T', ' ');
exception when datetime_field_overflow then
  return false;
end $$;

create function audit.subjects_are_canonical(value text) returns boolean
language sql immutable strict parallel safe as $$
  select count(*) <= 500 and coalesce(bool_and(item ~ '^[0-9a-f]{64}$'), true)
    and coalesce(string_agg(item, ',' order by item collate "C"), '') = value
    and count(distinct item) = count(*)
  from unnest(string_to_array(value, ',')) item
$$;

-- Runs as the owner, so that the functions above stay closed to everybody; the claim is still the
-- caller's, because it is a setting of the transaction.
create function audit.derive_entry() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  found constant text[] := audit.entry_values(new.bytes);
begin
  if found[2]::int is distinct from new.tenant_id
    or new.tenant_id is distinct from access.claim_tenant() then
    raise exception 'audit entry: the tenant is not the tenant of the claim'
      using errcode = 'insufficient_privilege';
  end if;
  if found[5] is distinct from access.claim_actor() then
    raise exception 'audit entry: the actor is not the actor of the claim'
      using errcode = 'insufficient_privilege';
  end if;
  -- A claim writes "no office" as an empty part.
  if coalesce(found[6], '') is distinct from access.claim_office() then
    raise exception 'audit entry: the office is not the office of the claim'
      using errcode = 'insufficient_privilege';
  end if;
  if found[7] <> '' and not found[7] = any (access.claim_roles()) then
    raise exception 'audit entry: the role is not a role of the claim'
      using errcode = 'insufficient_privilege';
  end if;
  new.id := found[3]::uuid;
  new.at := replace(found[4], 'Z', '+00')::timestamptz;
  new.actor := found[5];
  new.office := found[6];
  new.action := found[8];
  new.object_kind := found[11];
  new.object_id := found[12];
  new.subjects := string_to_array(found[13], ',');
  new.leaf := sha256('\x00'::bytea || new.bytes);
  return new;
end $$;
create trigger derive_entry before insert on audit.entry
  for each row execute function audit.derive_entry();

-- Refuses even the owner; whoever disables the trigger still cannot mend the signed roots.
create function audit.refuse_change() returns trigger
language plpgsql as $$
begin
  raise exception '% on %.% is refused: the log only grows', tg_op, tg_table_schema, tg_table_name
    using errcode = 'insufficient_privilege';
end $$;
create trigger refuse_change before update or delete or truncate on audit.entry
  for each statement execute function audit.refuse_change();

select access.guard('audit.entry');
grant usage on schema audit to payung_app, payung_loader, payung_reader;
-- Only what the trigger does not derive can be given.
grant insert (tenant_id, bytes) on audit.entry to payung_app, payung_loader;
grant select on audit.entry to payung_app, payung_reader;

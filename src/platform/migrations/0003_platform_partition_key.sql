-- Imported files are staged like runs: a partition each, loaded whole or not at all. Their
-- partitions are named by the import, not by a run, so a parent may be partitioned by list
-- (batch_id) as well. Everything else that 0002 promises stays as it is.

create function platform.partition_column(parent regclass) returns name
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  found_column name;
begin
  select a.attname into found_column
  from pg_class c
  join pg_partitioned_table p on p.partrelid = c.oid
  join pg_attribute a on a.attrelid = c.oid and a.attnum = p.partattrs[0]
  where c.oid = parent and p.partstrat = 'l' and p.partnatts = 1
    and a.attname in ('run_id', 'batch_id')
    and c.relrowsecurity and c.relforcerowsecurity
    and pg_get_userbyid(c.relowner) = current_user;
  if found_column is null then
    raise exception '% is not a guarded table of ours partitioned by list (run_id or batch_id)',
      parent using errcode = 'wrong_object_type';
  end if;
  return found_column;
end $$;

create or replace function platform.open_partition(parent regclass, partition_key uuid) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  tenant integer := access.claim_tenant();
  key_column name;
  parent_schema name;
  qualified text;
begin
  if tenant is null then
    raise exception 'no valid claim' using errcode = 'insufficient_privilege';
  end if;
  key_column := platform.partition_column(parent);
  select n.nspname into strict parent_schema
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = parent;
  qualified := format('%I.%I', parent_schema, platform.partition_name(parent, partition_key));
  -- The check both refuses a foreign row at once and spares the attach a scan of its own.
  execute format(
    'create table %s (like %s including defaults including generated including constraints
       including storage including compression,
     constraint partition_key check (tenant_id = %s and %I = %L))',
    qualified, parent, tenant, key_column, partition_key);
  execute format('grant select, insert on %s to payung_loader', qualified);
  insert into platform.open_partition values (qualified::regclass, tenant);
  return qualified;
end $$;

create or replace function platform.close_partition(
  parent regclass, partition_key uuid, expected_rows bigint
) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  tenant integer := access.claim_tenant();
  key_column name;
  parent_schema name;
  child regclass;
  found_rows bigint;
  foreign_rows bigint;
begin
  if tenant is null then
    raise exception 'no valid claim' using errcode = 'insufficient_privilege';
  end if;
  key_column := platform.partition_column(parent);
  select n.nspname into strict parent_schema
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = parent;
  child := to_regclass(
    format('%I.%I', parent_schema, platform.partition_name(parent, partition_key)));
  delete from platform.open_partition o where o.partition = child and o.claimed_tenant = tenant;
  if not found then
    raise exception 'no partition of % is open for this key and tenant', parent
      using errcode = 'object_not_in_prerequisite_state';
  end if;
  execute format(
    'select count(*),
       count(*) filter (where tenant_id is distinct from $1 or %I is distinct from $2)
     from %s', key_column, child)
    into found_rows, foreign_rows using tenant, partition_key;
  if foreign_rows <> 0 then
    raise exception '% rows of another tenant or key', foreign_rows
      using errcode = 'check_violation';
  end if;
  if found_rows is distinct from expected_rows then
    raise exception 'expected % rows, found %', expected_rows, found_rows
      using errcode = 'check_violation';
  end if;
  execute format('revoke all on %s from payung_loader', child);
  execute format('alter table %s attach partition %s for values in (%L)',
    parent, child, partition_key);
  execute format('alter table %s enable row level security', child);
  execute format('alter table %s force row level security', child);
  execute format('analyze %s', child);
end $$;

drop function platform.require_parent(regclass);

-- COPY cannot write under row security and inserting row by row is too slow. So a run's rows are
-- loaded into a plain table, checked as a set, and attached as a partition of the guarded
-- parent, all in one transaction of the loader: after a crash there is either the whole
-- run or nothing. Parents are partitioned by list (run_id) and hold tenant_id and run_id.

-- A table opened in a transaction and not closed would be left readable by the loader without row
-- security. Its row here makes the commit fail instead.
create table platform.open_partition (
  partition regclass primary key,
  claimed_tenant integer not null
);

-- With the owner's rights: before PostgreSQL 18 a deferred trigger runs as whoever commits.
create function platform.refuse_open_partition() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from platform.open_partition where partition = new.partition) then
    raise exception 'partition % was opened and not closed in this transaction', new.partition
      using errcode = 'object_not_in_prerequisite_state';
  end if;
  return null;
end $$;

create constraint trigger refuse_open_partition
  after insert on platform.open_partition
  deferrable initially deferred
  for each row execute function platform.refuse_open_partition();

create function platform.partition_name(parent regclass, partition_key uuid) returns text
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  parent_name name;
begin
  select relname into strict parent_name from pg_class where oid = parent;
  -- PostgreSQL cuts names at 63 bytes, and a cut name could belong to two runs.
  if length(parent_name) > 28 then
    raise exception 'the name of % is longer than 28 characters', parent
      using errcode = 'name_too_long';
  end if;
  return parent_name || '_p_' || replace(partition_key::text, '-', '');
end $$;

create function platform.require_parent(parent regclass) returns void
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (
    select
    from pg_class c
    join pg_partitioned_table p on p.partrelid = c.oid
    join pg_attribute a on a.attrelid = c.oid and a.attnum = p.partattrs[0]
    where c.oid = parent and p.partstrat = 'l' and p.partnatts = 1 and a.attname = 'run_id'
      and c.relrowsecurity and c.relforcerowsecurity
      and pg_get_userbyid(c.relowner) = current_user
  ) then
    raise exception '% is not a guarded table of ours partitioned by list (run_id)', parent
      using errcode = 'wrong_object_type';
  end if;
end $$;

create function platform.open_partition(parent regclass, partition_key uuid) returns text
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  tenant integer := access.claim_tenant();
  parent_schema name;
  qualified text;
begin
  if tenant is null then
    raise exception 'no valid claim' using errcode = 'insufficient_privilege';
  end if;
  perform platform.require_parent(parent);
  select n.nspname into strict parent_schema
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = parent;
  qualified := format('%I.%I', parent_schema, platform.partition_name(parent, partition_key));
  -- The check both refuses a foreign row at once and spares the attach a scan of its own.
  execute format(
    'create table %s (like %s including defaults including generated including constraints
       including storage including compression,
     constraint partition_key check (tenant_id = %s and run_id = %L))',
    qualified, parent, tenant, partition_key);
  execute format('grant select, insert on %s to payung_loader', qualified);
  insert into platform.open_partition values (qualified::regclass, tenant);
  return qualified;
end $$;

create function platform.close_partition(
  parent regclass, partition_key uuid, expected_rows bigint
) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  tenant integer := access.claim_tenant();
  parent_schema name;
  child regclass;
  found_rows bigint;
  foreign_rows bigint;
begin
  if tenant is null then
    raise exception 'no valid claim' using errcode = 'insufficient_privilege';
  end if;
  perform platform.require_parent(parent);
  select n.nspname into strict parent_schema
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = parent;
  child := to_regclass(
    format('%I.%I', parent_schema, platform.partition_name(parent, partition_key)));
  delete from platform.open_partition o where o.partition = child and o.claimed_tenant = tenant;
  if not found then
    raise exception 'no partition of % is open for this run and tenant', parent
      using errcode = 'object_not_in_prerequisite_state';
  end if;
  execute format(
    'select count(*),
       count(*) filter (where tenant_id is distinct from $1 or run_id is distinct from $2)
     from %s', child)
    into found_rows, foreign_rows using tenant, partition_key;
  if foreign_rows <> 0 then
    raise exception '% rows of another tenant or run', foreign_rows
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

grant execute on function platform.open_partition(regclass, uuid) to payung_loader;
grant execute on function platform.close_partition(regclass, uuid, bigint) to payung_loader;

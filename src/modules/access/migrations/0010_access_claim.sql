-- Who acts, for which tenant and with which scope, as one signed setting of the transaction:
--   set local app.claim = '<tenant>|<actor>|<office>|<roles>|<areas>|<sectors>|<expiry>|<hmac>'
-- Row security believes a claim only when its HMAC-SHA256 fits a key that no login role can read:
-- hostile SQL in the application's session cannot become another person or tenant.
create schema access;
grant usage on schema access to payung_app, payung_loader, payung_reader;

-- The key as HMAC's two padded blocks (RFC 2104), so that the built-in sha256(bytea) is enough
-- and no extension is needed. Nobody but the owner is granted anything here.
create table access.claim_key (
  only_row boolean primary key default true check (only_row),
  inner_block bytea not null check (length(inner_block) = 64),
  outer_block bytea not null check (length(outer_block) = 64)
);

-- One part of the claim by its place (1 tenant .. 6 sectors); null when the claim is missing,
-- malformed, expired or signed with another key.
create function access.claim(part integer) returns text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  claim text := current_setting('app.claim', true);
  parts text[];
  body text;
  key access.claim_key;
begin
  if claim is null or claim !~
    '^[1-9][0-9]{0,8}(\|[A-Za-z0-9@._:*,+-]*){5}\|[0-9]{1,11}\|[0-9a-f]{64}$'
  then
    return null;
  end if;
  parts := string_to_array(claim, '|');
  body := left(claim, -65);
  if parts[7]::bigint <= extract(epoch from statement_timestamp()) then
    return null;
  end if;
  select * into key from access.claim_key;
  if not found or decode(parts[8], 'hex') <>
    sha256(key.outer_block || sha256(key.inner_block || convert_to(body, 'UTF8')))
  then
    return null;
  end if;
  return case when part between 1 and 6 then parts[part] end;
end $$;

create function access.claim_tenant() returns integer
language sql stable as $$ select access.claim(1)::integer $$;

create function access.claim_actor() returns text
language sql stable as $$ select access.claim(2) $$;

create function access.claim_office() returns text
language sql stable as $$ select access.claim(3) $$;

create function access.claim_roles() returns text[]
language sql stable as $$ select string_to_array(access.claim(4), ',') $$;

-- '*' stands for every area, and for every sector.
create function access.claim_areas() returns text[]
language sql stable as $$ select string_to_array(access.claim(5), ',') $$;

create function access.claim_sectors() returns text[]
language sql stable as $$ select string_to_array(access.claim(6), ',') $$;

grant execute on function
  access.claim(integer), access.claim_tenant(), access.claim_actor(), access.claim_office(),
  access.claim_roles(), access.claim_areas(), access.claim_sectors()
  to payung_app, payung_loader, payung_reader;

-- Called by the migration of every tenant table: rows are seen and written only under a claim
-- of their tenant, by the owner too. What a role may do at all is granted table by table.
create function access.guard(guarded regclass) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (
    select from pg_attribute
    where attrelid = guarded and attname = 'tenant_id' and atttypid = 'integer'::regtype
      and attnotnull and not attisdropped
  ) then
    raise exception '% has no column "tenant_id integer not null"', guarded
      using errcode = 'wrong_object_type';
  end if;
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  -- The owner too: it is with his rights that PostgreSQL proves the foreign keys of a partition
  -- when it is attached, and he shall see no more than the claim does.
  execute format(
    'create policy tenant_isolation on %s
       to payung_owner, payung_app, payung_loader, payung_reader
       using (tenant_id = (select access.claim_tenant()))
       with check (tenant_id = (select access.claim_tenant()))', guarded);
end $$;

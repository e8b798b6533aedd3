-- Law as data: what a pack said, from when, known since when, on whose word. Values, packs and
-- adoptions only grow, so that a decision of any year can be replayed under the law of its day;
-- the tables after them show the adopted pack in columns for joins and foreign keys.
create schema law;
grant usage on schema law to payung_app, payung_loader, payung_reader;

create domain law.status as text check (value in ('confirmed', 'likely', 'assumed'));

create table law.tenant (
  tenant_id int not null primary key,
  region_code text not null,
  name text not null,
  time_zone text not null
);

-- One content of all law files of a pack; `bytes` holds what is no dated value, canonical JSON.
create table law.pack (
  tenant_id int not null references law.tenant,
  version text not null check (version ~ '^[0-9a-f]{64}$'),
  code text not null,
  bytes bytea not null,
  recorded_seq bigint generated always as identity,
  primary key (tenant_id, version)
);

-- Which version holds now: the last row of a pack. Going back to an older text is a new row.
create table law.adoption (
  tenant_id int not null,
  recorded_seq bigint generated always as identity,
  code text not null,
  version text not null,
  primary key (tenant_id, recorded_seq),
  foreign key (tenant_id, version) references law.pack
);

create table law.value (
  tenant_id int not null references law.tenant,
  value_hash text not null check (value_hash ~ '^[0-9a-f]{64}$'),
  series text not null,
  dims jsonb not null,
  valid_from date not null,
  -- Inclusive, as regulations write it; null while open.
  valid_to date check (valid_to >= valid_from),
  known_from date not null,
  reference jsonb not null,
  checked_on date not null,
  status law.status not null,
  note text,
  value jsonb not null,
  -- The version that brought this value first.
  first_version text not null,
  recorded_seq bigint generated always as identity,
  primary key (tenant_id, value_hash)
);
create index value_series on law.value (tenant_id, series, valid_from);

create table law.pack_value (
  tenant_id int not null,
  version text not null,
  value_hash text not null,
  primary key (tenant_id, version, value_hash),
  foreign key (tenant_id, version) references law.pack,
  foreign key (tenant_id, value_hash) references law.value
);

create table law.programme (
  tenant_id int not null references law.tenant,
  programme_code text not null,
  name text not null,
  pays text[] not null check (pays <@ array['JKK', 'JKM', 'JHT']),
  pack_version text not null,
  primary key (tenant_id, programme_code),
  foreign key (tenant_id, pack_version) references law.pack
);

create table law.office (
  tenant_id int not null references law.tenant,
  office_id text not null,
  name text not null,
  aliases text[] not null,
  tasks text[] not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  status law.status not null,
  pack_version text not null,
  primary key (tenant_id, office_id),
  foreign key (tenant_id, pack_version) references law.pack
);

create table law.office_sector (
  tenant_id int not null,
  office_id text not null,
  sector text not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  status law.status not null,
  pack_version text not null,
  primary key (tenant_id, office_id, sector, valid_from),
  foreign key (tenant_id, office_id) references law.office,
  foreign key (tenant_id, pack_version) references law.pack
);

create table law.cycle (
  tenant_id int not null,
  programme_code text not null,
  year int not null,
  reference_on date not null,
  registration_on date not null,
  first_month_on date not null check (extract(day from first_month_on) = 1),
  months int not null check (months between 1 and 12),
  ceiling_rupiah bigint not null check (ceiling_rupiah >= 0),
  ceiling_status law.status not null,
  pack_version text not null,
  primary key (tenant_id, programme_code, year),
  foreign key (tenant_id, programme_code) references law.programme,
  foreign key (tenant_id, pack_version) references law.pack
);

create table law.funding_line (
  tenant_id int not null,
  programme_code text not null,
  year int not null,
  line_id text not null,
  source text not null check (source in ('APBD', 'APBN', 'SELF', 'COMPANY')),
  office_id text not null,
  sub_activity text,
  -- Contribution to budget account, one account each: {"JKK": "5.1…"}.
  accounts jsonb not null,
  amount_rupiah bigint check (amount_rupiah >= 0),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  status law.status not null,
  pack_version text not null,
  primary key (tenant_id, programme_code, year, line_id),
  foreign key (tenant_id, programme_code, year) references law.cycle,
  foreign key (tenant_id, office_id) references law.office,
  foreign key (tenant_id, pack_version) references law.pack
);

create table law.area (
  tenant_id int not null references law.tenant,
  area_code text not null,
  name text not null,
  level text not null check (level in ('kecamatan', 'kelurahan')),
  parent_code text,
  aliases text[] not null,
  pack_version text not null,
  primary key (tenant_id, area_code),
  foreign key (tenant_id, parent_code) references law.area,
  foreign key (tenant_id, pack_version) references law.pack,
  check ((level = 'kelurahan') = (parent_code is not null))
);

select access.guard(name::regclass)
from unnest(array[
  'law.tenant', 'law.pack', 'law.adoption', 'law.value', 'law.pack_value', 'law.programme',
  'law.office', 'law.office_sector', 'law.cycle', 'law.funding_line', 'law.area'
]) as name;

grant select on all tables in schema law to payung_app, payung_loader, payung_reader;
grant insert on all tables in schema law to payung_app;
-- The other four only grow.
grant update on law.tenant, law.programme, law.office, law.office_sector, law.cycle,
  law.funding_line, law.area to payung_app;

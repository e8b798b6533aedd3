-- One human is one person; every fact knows where it came from and nothing is overwritten: a run
-- adds the persons and facts that it changed, a correction adds a single fact.
create schema registry;
grant usage on schema registry to payung_app, payung_loader, payung_reader;

create table registry.person (
  tenant_id int not null,
  run_id uuid not null,
  programme_code text not null,
  year int not null,
  person_id uuid not null,
  nik text check (nik ~ '^[0-9]{16}$'),
  nik_standing text not null
    check (nik_standing in ('confirmed', 'name_differs', 'not_found', 'unasked', 'none')),
  name text not null,
  birth_date date,
  birth_source text not null check (birth_source in ('population', 'nik', 'list', 'none')),
  sex text check (sex in ('L', 'P')),
  area_code text,
  sector text,
  conflicts text[] not null,
  -- What the registers answered about this person; lines about other people are not kept.
  register_facts jsonb not null,
  content_hash text not null,
  gone boolean not null,
  primary key (tenant_id, programme_code, year, run_id, person_id),
  foreign key (tenant_id, run_id) references intake.run
) partition by list (run_id);
select access.guard('registry.person');

-- The facts of one source row, compact: what the row and its sender's answers say of the person.
create table registry.row_fact (
  tenant_id int not null,
  run_id uuid not null,
  programme_code text not null,
  year int not null,
  row_id uuid not null,
  person_id uuid not null,
  source text not null,
  as_of date not null,
  nik text check (nik ~ '^[0-9]{16}$'),
  birth_date date,
  sex text check (sex in ('L', 'P')),
  area_code text,
  sector text,
  income_low_rupiah bigint check (income_low_rupiah >= 0),
  income_high_rupiah bigint check (income_high_rupiah >= income_low_rupiah),
  phone text not null,
  address text not null,
  content_hash text not null,
  gone boolean not null,
  primary key (tenant_id, programme_code, year, run_id, row_id),
  foreign key (tenant_id, run_id) references intake.run
) partition by list (run_id);
select access.guard('registry.row_fact');

-- A correction by hand: one fact, its source, when it was true and in which order we knew it.
create table registry.single_fact (
  tenant_id int not null,
  fact_id uuid not null,
  programme_code text not null,
  year int not null,
  person_id uuid not null,
  attribute text not null,
  value text,
  source text not null,
  as_of date not null,
  recorded_seq bigint generated always as identity,
  retracts uuid,
  primary key (tenant_id, fact_id),
  foreign key (tenant_id, programme_code, year) references law.cycle,
  foreign key (tenant_id, retracts) references registry.single_fact
);
select access.guard('registry.single_fact');

grant select on registry.person, registry.row_fact to payung_app, payung_loader, payung_reader;
grant select, insert on registry.single_fact to payung_app;
grant select on registry.single_fact to payung_loader, payung_reader;

create view registry.current_person with (security_invoker = true) as
select * from (
  select distinct on (p.tenant_id, p.programme_code, p.year, p.person_id) p.*, r.seq
  from registry.person p join intake.run r on r.tenant_id = p.tenant_id and r.run_id = p.run_id
  order by p.tenant_id, p.programme_code, p.year, p.person_id, r.seq desc
) latest where not gone;

create view registry.current_row_fact with (security_invoker = true) as
select * from (
  select distinct on (f.tenant_id, f.programme_code, f.year, f.row_id) f.*, r.seq
  from registry.row_fact f join intake.run r on r.tenant_id = f.tenant_id and r.run_id = f.run_id
  order by f.tenant_id, f.programme_code, f.year, f.row_id, r.seq desc
) latest where not gone;

-- Every fact of a person, whether it came in a list or by hand.
create view registry.fact with (security_invoker = true) as
select f.tenant_id, f.programme_code, f.year, f.person_id, named.attribute, named.value,
  f.source, f.as_of, f.row_id as fact_id
from registry.current_row_fact f
cross join lateral (values
  ('nik', f.nik), ('birth_date', f.birth_date::text), ('sex', f.sex), ('area_code', f.area_code),
  ('sector', f.sector), ('income_low_rupiah', f.income_low_rupiah::text),
  ('income_high_rupiah', f.income_high_rupiah::text), ('phone', nullif(f.phone, '')),
  ('address', nullif(f.address, ''))
) as named (attribute, value)
where named.value is not null
union all
select s.tenant_id, s.programme_code, s.year, s.person_id, s.attribute, s.value,
  s.source, s.as_of, s.fact_id
from registry.single_fact s
where s.value is not null and not exists (
  select from registry.single_fact later
  where later.tenant_id = s.tenant_id and later.retracts = s.fact_id);

grant select on registry.current_person, registry.current_row_fact, registry.fact
  to payung_app, payung_loader, payung_reader;

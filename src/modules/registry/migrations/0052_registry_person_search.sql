-- Persons are found by names with slips of the hand, by NIK, family card and phone. What is needed for
-- it is computed by the run and loaded by COPY. Everything is looked up by equality or order of texts:
-- under row security PostgreSQL uses no index for operators that might leak a row, such as those of arrays
-- and trigrams, and only a superuser may call them leakproof.

-- Which run's tables serve a cycle: the last that changed anything that can be found.
create table registry.search_part (
  tenant_id int not null,
  run_id uuid not null,
  programme_code text not null,
  year int not null,
  persons int not null check (persons >= 0),
  content_hash text not null,
  primary key (tenant_id, run_id),
  foreign key (tenant_id, run_id) references intake.run
);
select access.guard('registry.search_part');

-- A person as he is found, by a number within the run. Area and sector stand here for scopes of roles.
create table registry.search_person (
  tenant_id int not null,
  run_id uuid not null,
  number int not null check (number >= 0),
  person_id uuid not null,
  name text not null,
  birth_date date,
  sex text,
  area_code text,
  sector text,
  nik text collate "C",
  nik_backwards text collate "C",
  kk text collate "C",
  phone text collate "C",
  primary key (tenant_id, run_id, number)
) partition by list (run_id);
create index search_person_nik on registry.search_person (nik);
create index search_person_nik_backwards on registry.search_person (nik_backwards);
create index search_person_kk on registry.search_person (kk);
create index search_person_phone on registry.search_person (phone);
select access.guard('registry.search_person');

-- Numbers beyond those: a second phone, the NIK of a row that the population office gave to another name.
create table registry.search_number (
  tenant_id int not null,
  run_id uuid not null,
  digits text collate "C" not null,
  number int not null,
  primary key (tenant_id, run_id, digits, number)
) partition by list (run_id);
select access.guard('registry.search_number');

-- The vocabulary: a folded word of names, and the numbers of those who bear it.
create table registry.search_word (
  tenant_id int not null,
  run_id uuid not null,
  word text collate "C" not null,
  holders int not null check (holders > 0),
  -- Ascending runs of numbers, five bits a letter; compressing them again would cost more than it saves.
  people text collate "C" not null,
  primary key (tenant_id, run_id, word)
) partition by list (run_id);
alter table registry.search_word alter column people set storage external;
select access.guard('registry.search_word');

-- Words that are one slip apart share a form: the word itself, or the word less one letter.
create table registry.search_form (
  tenant_id int not null,
  run_id uuid not null,
  form text collate "C" not null,
  words text[] not null,
  primary key (tenant_id, run_id, form)
) partition by list (run_id);
select access.guard('registry.search_form');

grant select on registry.search_part, registry.search_person, registry.search_number,
  registry.search_word, registry.search_form to payung_app, payung_loader, payung_reader;
grant insert on registry.search_part to payung_loader;

-- Empties what served before the part before the current one: a search that has begun still finds its
-- part. History is kept by registry.person; these tables are made from it.
create function registry.empty_old_search(programme text, of_year int) returns int
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  old uuid;
  parent text;
  part regclass;
  emptied int := 0;
begin
  for old in
    select p.run_id from registry.search_part p
    join intake.run r on r.tenant_id = p.tenant_id and r.run_id = p.run_id
    where p.tenant_id = access.claim_tenant() and p.programme_code = programme and p.year = of_year
    order by r.seq desc offset 2
  loop
    foreach parent in array array['search_person', 'search_number', 'search_word', 'search_form'] loop
      part := to_regclass(format('registry.%I',
        platform.partition_name(format('registry.%I', parent)::regclass, old)));
      if part is not null then
        execute format('truncate %s', part);
      end if;
    end loop;
    delete from registry.search_part
    where tenant_id = access.claim_tenant() and run_id = old;
    emptied := emptied + 1;
  end loop;
  return emptied;
end $$;
grant execute on function registry.empty_old_search(text, int) to payung_loader;

-- The list of a run: who stands where in the order, and what it costs. Never a rupiah over the ceiling.
create schema selection;
grant usage on schema selection to payung_app, payung_loader, payung_reader;

create table selection.list (
  tenant_id int not null,
  run_id uuid not null,
  programme_code text not null,
  year int not null,
  funding_line_id text not null,
  seed text not null,
  selected int not null check (selected >= 0),
  reserve int not null check (reserve >= 0),
  cost_rupiah bigint not null check (cost_rupiah >= 0),
  ceiling_rupiah bigint not null check (ceiling_rupiah > 0),
  primary key (tenant_id, run_id),
  foreign key (tenant_id, run_id) references intake.run,
  foreign key (tenant_id, programme_code, year, funding_line_id) references law.funding_line,
  check (cost_rupiah <= ceiling_rupiah)
);
select access.guard('selection.list');
grant select, insert on selection.list to payung_loader;
grant select on selection.list to payung_app, payung_reader;

create table selection.entry (
  tenant_id int not null,
  run_id uuid not null,
  programme_code text not null,
  year int not null,
  funding_line_id text not null,
  person_id uuid not null,
  nik text check (nik ~ '^[0-9]{16}$'),
  priority_group int not null,
  rank int not null,
  lottery numeric(20) not null,
  place text not null check (place in ('selected', 'reserve', 'none')),
  cost_rupiah bigint not null check (cost_rupiah >= 0),
  content_hash text not null,
  gone boolean not null,
  primary key (tenant_id, programme_code, year, funding_line_id, run_id, person_id),
  foreign key (tenant_id, run_id) references intake.run,
  check (gone or place <> 'selected' or nik is not null)
) partition by list (run_id);
select access.guard('selection.entry');
-- One human, one place on a list: a number selected twice in a run is refused.
create unique index entry_selected_once
  on selection.entry (tenant_id, programme_code, year, run_id, nik)
  where place = 'selected' and not gone;
grant select on selection.entry to payung_app, payung_loader, payung_reader;

create view selection.current_entry with (security_invoker = true) as
select * from (
  select distinct on (e.tenant_id, e.programme_code, e.year, e.funding_line_id, e.person_id)
    e.*, r.seq
  from selection.entry e join intake.run r on r.tenant_id = e.tenant_id and r.run_id = e.run_id
  order by e.tenant_id, e.programme_code, e.year, e.funding_line_id, e.person_id, r.seq desc
) latest where not gone;
grant select on selection.current_entry to payung_app, payung_loader, payung_reader;

-- What a list says of itself must be what its entries add up to, over all runs up to it.
create function selection.list_adds_up() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  found_selected bigint;
  found_numbers bigint;
  found_cost numeric;
begin
  select count(*), count(distinct nik), coalesce(sum(cost_rupiah), 0)
  into found_selected, found_numbers, found_cost
  from (
    select distinct on (e.person_id) e.place, e.cost_rupiah, e.nik, e.gone
    from selection.entry e join intake.run r on r.tenant_id = e.tenant_id and r.run_id = e.run_id
    where e.tenant_id = new.tenant_id and e.programme_code = new.programme_code
      and e.year = new.year and e.funding_line_id = new.funding_line_id
      and r.seq <= (select seq from intake.run
                    where tenant_id = new.tenant_id and run_id = new.run_id)
    order by e.person_id, r.seq desc
  ) latest where place = 'selected' and not gone;
  if found_selected <> new.selected or found_cost <> new.cost_rupiah then
    raise exception 'the list says % people and % rupiah, its entries % and %',
      new.selected, new.cost_rupiah, found_selected, found_cost
      using errcode = 'check_violation';
  end if;
  if found_numbers <> found_selected then
    raise exception '% places on the list share a number', found_selected - found_numbers
      using errcode = 'unique_violation';
  end if;
  return null;
end $$;
create constraint trigger list_adds_up after insert on selection.list
  deferrable initially deferred for each row execute function selection.list_adds_up();

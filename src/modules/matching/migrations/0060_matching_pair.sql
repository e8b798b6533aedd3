-- Pairs of rows that were linked or wait for a human, each with the levels that explain its score.
create schema matching;
grant usage on schema matching to payung_app, payung_loader, payung_reader;

create table matching.pair (
  tenant_id int not null,
  run_id uuid not null,
  programme_code text not null,
  year int not null,
  row_a uuid not null,
  row_b uuid not null,
  score numeric(5, 4) not null check (score between 0 and 1),
  verdict text not null check (verdict in ('same', 'review')),
  levels text[] not null,
  content_hash text not null,
  gone boolean not null,
  primary key (tenant_id, programme_code, year, run_id, row_a, row_b),
  foreign key (tenant_id, run_id) references intake.run,
  check (row_a <> row_b)
) partition by list (run_id);
select access.guard('matching.pair');
grant select on matching.pair to payung_app, payung_loader, payung_reader;

create view matching.current_pair with (security_invoker = true) as
select * from (
  select distinct on (p.tenant_id, p.programme_code, p.year, p.row_a, p.row_b) p.*, r.seq
  from matching.pair p join intake.run r on r.tenant_id = p.tenant_id and r.run_id = p.run_id
  order by p.tenant_id, p.programme_code, p.year, p.row_a, p.row_b, r.seq desc
) latest where not gone;
grant select on matching.current_pair to payung_app, payung_loader, payung_reader;

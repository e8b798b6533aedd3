-- Which registers and field checks a run joined, by content: so that the next run can say which are
-- new, and an auditor which answers stood behind a decision. The bytes lie in the file store.
create table registry.register_file (
  tenant_id int not null,
  run_id uuid not null,
  programme_code text not null,
  year int not null,
  path text not null,
  sha256 text not null,
  kind text not null,
  records int not null check (records >= 0),
  content_hash text not null,
  gone boolean not null,
  primary key (tenant_id, programme_code, year, run_id, path),
  foreign key (tenant_id, run_id) references intake.run
) partition by list (run_id);
select access.guard('registry.register_file');
grant select on registry.register_file to payung_app, payung_loader, payung_reader;

create view registry.current_register_file with (security_invoker = true) as
select * from (
  select distinct on (f.tenant_id, f.programme_code, f.year, f.path) f.*, r.seq
  from registry.register_file f
  join intake.run r on r.tenant_id = f.tenant_id and r.run_id = f.run_id
  order by f.tenant_id, f.programme_code, f.year, f.path, r.seq desc
) latest where not gone;
grant select on registry.current_register_file to payung_app, payung_loader, payung_reader;

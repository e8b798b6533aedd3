-- A decision with all its reasons, the facts each criterion looked at, and the law it stood under.
create schema eligibility;
grant usage on schema eligibility to payung_app, payung_loader, payung_reader;

create table eligibility.decision (
  tenant_id int not null,
  run_id uuid not null,
  programme_code text not null,
  year int not null,
  person_id uuid not null,
  outcome text not null check (outcome in ('eligible', 'ineligible', 'undecided')),
  reasons text[] not null,
  criteria jsonb not null,
  law_version text not null,
  content_hash text not null,
  gone boolean not null,
  primary key (tenant_id, programme_code, year, run_id, person_id),
  foreign key (tenant_id, run_id) references intake.run,
  foreign key (tenant_id, law_version) references law.pack (tenant_id, version),
  -- Who is refused or not yet decided is told why.
  check (gone or (outcome = 'eligible') = (reasons = '{}'))
) partition by list (run_id);
select access.guard('eligibility.decision');
grant select on eligibility.decision to payung_app, payung_loader, payung_reader;

create view eligibility.current_decision with (security_invoker = true) as
select * from (
  select distinct on (d.tenant_id, d.programme_code, d.year, d.person_id) d.*, r.seq
  from eligibility.decision d
  join intake.run r on r.tenant_id = d.tenant_id and r.run_id = d.run_id
  order by d.tenant_id, d.programme_code, d.year, d.person_id, r.seq desc
) latest where not gone;
grant select on eligibility.current_decision to payung_app, payung_loader, payung_reader;

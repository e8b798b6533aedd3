-- What a run still asks, so that the next one can say how many questions were answered since. A
-- question hangs on whom or what it is about, not on the row that told of it last: a row that was
-- mended in one cell still asks about the other. Only what differs from the run before is written.
create table intake.question (
  tenant_id int not null,
  run_id uuid not null,
  programme_code text not null,
  year int not null,
  -- "row:", "person:", "file:" or "register:", then the id or name.
  subject text not null check (subject ~ '^(row|person|file|register):'),
  code text not null,
  field text not null,
  content_hash text not null,
  gone boolean not null,
  primary key (tenant_id, programme_code, year, run_id, subject, code, field),
  foreign key (tenant_id, run_id) references intake.run
) partition by list (run_id);
select access.guard('intake.question');
grant select on intake.question to payung_app, payung_loader, payung_reader;

create view intake.current_question with (security_invoker = true) as
select * from (
  select distinct on (q.tenant_id, q.programme_code, q.year, q.subject, q.code, q.field) q.*, r.seq
  from intake.question q join intake.run r on r.tenant_id = q.tenant_id and r.run_id = q.run_id
  order by q.tenant_id, q.programme_code, q.year, q.subject, q.code, q.field, r.seq desc
) latest where not gone;
grant select on intake.current_question to payung_app, payung_loader, payung_reader;

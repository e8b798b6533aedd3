-- A run takes a cycle's folder to the list. Its rows are only what differs from the run before: the
-- partition of a run holds changed and new content, `gone` what no longer stands, so that a grown
-- folder touches what it changed and nothing else, and every earlier state can be read again.
create schema intake;
grant usage on schema intake to payung_app, payung_loader, payung_reader;

create table intake.run (
  tenant_id int not null,
  run_id uuid not null,
  programme_code text not null,
  year int not null,
  -- 1, 2, 3 … without gaps within a cycle; the order of knowledge.
  seq int not null check (seq > 0),
  input_hash text not null check (input_hash ~ '^[0-9a-f]{64}$'),
  result_hash text not null check (result_hash ~ '^[0-9a-f]{64}$'),
  law_version text not null,
  as_of date not null,
  options jsonb not null,
  rows_read int not null check (rows_read >= 0),
  rows_accepted int not null check (rows_accepted >= 0),
  rows_repaired int not null check (rows_repaired >= 0),
  rows_set_aside int not null check (rows_set_aside >= 0),
  rows_ignored int not null check (rows_ignored >= 0),
  primary key (tenant_id, run_id),
  unique (tenant_id, programme_code, year, seq),
  foreign key (tenant_id, programme_code, year) references law.cycle,
  foreign key (tenant_id, law_version) references law.pack (tenant_id, version),
  -- Nothing that was read disappears.
  check (rows_read = rows_accepted + rows_repaired + rows_set_aside + rows_ignored)
);
select access.guard('intake.run');
grant select, insert on intake.run to payung_loader;
grant select on intake.run to payung_app, payung_reader;

-- A list as received. The bytes lie sealed in the file store under their hash.
create table intake.file (
  tenant_id int not null,
  run_id uuid not null,
  programme_code text not null,
  year int not null,
  name text not null,
  sender text not null,
  format text not null,
  sha256 text not null,
  status text not null check (status in ('read', 'copy', 'superseded', 'unreadable', 'protected')),
  of_file text not null,
  claimed int,
  findings text[] not null,
  content_hash text not null,
  gone boolean not null,
  primary key (tenant_id, programme_code, year, run_id, name),
  foreign key (tenant_id, run_id) references intake.run
) partition by list (run_id);
select access.guard('intake.file');

-- One row of a list as read; `cells` is what the sender wrote.
create table intake.row (
  tenant_id int not null,
  run_id uuid not null,
  programme_code text not null,
  year int not null,
  row_id uuid not null,
  file_name text not null,
  sheet text not null,
  row_number int not null check (row_number > 0),
  kind text not null,
  outcome text not null check (outcome in ('accepted', 'repaired', 'set_aside', 'ignored')),
  nik text check (nik ~ '^[0-9]{16}$'),
  name text not null,
  cells jsonb not null,
  findings jsonb not null,
  content_hash text not null,
  gone boolean not null,
  primary key (tenant_id, programme_code, year, run_id, row_id),
  foreign key (tenant_id, run_id) references intake.run
) partition by list (run_id);
select access.guard('intake.row');

grant select on intake.file, intake.row to payung_app, payung_loader, payung_reader;

-- What stands now: of every row the latest run that spoke of it.
create view intake.current_file with (security_invoker = true) as
select * from (
  select distinct on (f.tenant_id, f.programme_code, f.year, f.name) f.*, r.seq
  from intake.file f join intake.run r on r.tenant_id = f.tenant_id and r.run_id = f.run_id
  order by f.tenant_id, f.programme_code, f.year, f.name, r.seq desc
) latest where not gone;

create view intake.current_row with (security_invoker = true) as
select * from (
  select distinct on (w.tenant_id, w.programme_code, w.year, w.row_id) w.*, r.seq
  from intake.row w join intake.run r on r.tenant_id = w.tenant_id and r.run_id = w.run_id
  order by w.tenant_id, w.programme_code, w.year, w.row_id, r.seq desc
) latest where not gone;

grant select on intake.current_file, intake.current_row
  to payung_app, payung_loader, payung_reader;

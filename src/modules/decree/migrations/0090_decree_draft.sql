-- A draft decree is a list with its annex frozen by hash; signing it comes with the legal bases.
create schema decree;
grant usage on schema decree to payung_app, payung_loader, payung_reader;

create table decree.draft (
  tenant_id int not null,
  run_id uuid not null,
  programme_code text not null,
  year int not null,
  persons int not null check (persons >= 0),
  cost_rupiah bigint not null check (cost_rupiah >= 0),
  list_hash text not null check (list_hash ~ '^[0-9a-f]{64}$'),
  primary key (tenant_id, run_id),
  foreign key (tenant_id, run_id) references selection.list
);
select access.guard('decree.draft');
grant select, insert on decree.draft to payung_loader;
grant select on decree.draft to payung_app, payung_reader;

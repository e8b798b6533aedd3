-- What people say of pairs. A verdict holds as long as both rows say what they said when it was given; it is
-- never changed, only followed by another. Two clerks who follow the same one at once are one verdict.
drop view matching.current_pair;
alter table matching.pair drop constraint pair_verdict_check;
alter table matching.pair
  add constraint pair_verdict_check check (verdict in ('same', 'review', 'different')),
  add column weight real not null default 0,
  add column level_weights real[] not null default '{}',
  -- SHA-256 of what was compared of each row.
  add column facts_a text not null default '',
  add column facts_b text not null default '';

create view matching.current_pair with (security_invoker = true) as
select * from (
  select distinct on (p.tenant_id, p.programme_code, p.year, p.row_a, p.row_b) p.*, r.seq
  from matching.pair p join intake.run r on r.tenant_id = p.tenant_id and r.run_id = p.run_id
  order by p.tenant_id, p.programme_code, p.year, p.row_a, p.row_b, r.seq desc
) latest where not gone;
grant select on matching.current_pair to payung_app, payung_loader, payung_reader;

create table matching.verdict (
  tenant_id int not null,
  verdict_id uuid not null,
  verdict_seq bigint generated always as identity,
  programme_code text not null,
  year int not null,
  row_a uuid not null,
  row_b uuid not null,
  facts_a text not null check (facts_a ~ '^[0-9a-f]{64}$'),
  facts_b text not null check (facts_b ~ '^[0-9a-f]{64}$'),
  verdict text not null check (verdict in ('same', 'different', 'ask_kelurahan', 'withdrawn')),
  reason text not null check (btrim(reason) <> ''),
  -- "same" although the population register knows two people.
  against_register boolean not null,
  -- What the model said when it was given: labels for training name no person.
  weight real not null,
  levels text[] not null,
  given_by text not null check (given_by = access.claim_actor()),
  office text not null,
  given_at timestamptz not null,
  follows uuid,
  primary key (tenant_id, verdict_id),
  foreign key (tenant_id, programme_code, year) references law.cycle,
  foreign key (tenant_id, follows) references matching.verdict (tenant_id, verdict_id),
  constraint verdict_follows_once
    unique nulls not distinct (tenant_id, programme_code, year, row_a, row_b, follows),
  check (row_a <> row_b),
  check (verdict = 'same' or not against_register),
  check (against_register or verdict <> 'same' or not ('nik=confirmed_apart' = any (levels)))
);
select access.guard('matching.verdict');
grant select, insert on matching.verdict to payung_app;
grant select on matching.verdict to payung_loader, payung_reader;

-- The last word on each pair.
create view matching.current_verdict with (security_invoker = true) as
select distinct on (tenant_id, programme_code, year, row_a, row_b) *
from matching.verdict
order by tenant_id, programme_code, year, row_a, row_b, verdict_seq desc;
grant select on matching.current_verdict to payung_app, payung_loader, payung_reader;

-- Made by `npm run schema` from the migrations; do not edit.

-- Schemas

create schema access;
create schema audit;
create schema decree;
create schema eligibility;
create schema inbox;
create schema intake;
create schema law;
create schema matching;
create schema overlap;
create schema platform;
create schema registry;
create schema selection;

-- Types

create domain law.status as text CHECK ((VALUE = ANY (ARRAY['confirmed'::text, 'likely'::text, 'assumed'::text])));

-- Tables

create table access.claim_key (
  only_row boolean default true not null,
  inner_block bytea not null,
  outer_block bytea not null
);

create table audit.checkpoint (
  tenant_id integer not null,
  size bigint not null,
  root bytea not null,
  note text not null
);

create table audit.counter (
  tenant_id integer not null,
  next_seq bigint not null
);

create table audit.entry (
  tenant_id integer not null,
  id uuid not null,
  arrival bigint generated always as identity not null,
  at timestamp with time zone not null,
  actor text not null,
  office text,
  action text not null,
  object_kind text,
  object_id text,
  subjects text[],
  bytes bytea not null,
  leaf bytea not null
);

create table audit.pending (
  tenant_id integer not null,
  entry_id uuid not null,
  arrival bigint not null
);

create table audit.sequence (
  tenant_id integer not null,
  seq bigint not null,
  entry_id uuid not null
);

create table audit.subject_salt (
  tenant_id integer not null,
  person_id uuid not null,
  salt bytea not null
);

create table decree.draft (
  tenant_id integer not null,
  run_id uuid not null,
  programme_code text not null,
  year integer not null,
  persons integer not null,
  cost_rupiah bigint not null,
  list_hash text not null
);

create table eligibility.decision (
  tenant_id integer not null,
  run_id uuid not null,
  programme_code text not null,
  year integer not null,
  person_id uuid not null,
  outcome text not null,
  reasons text[] not null,
  criteria jsonb not null,
  law_version text not null,
  content_hash text not null,
  gone boolean not null
) partition by LIST (run_id);

create table inbox.batch (
  tenant_id integer not null,
  batch_id uuid not null,
  programme_code text not null,
  year integer not null,
  seq integer not null,
  state text not null,
  received_name text not null,
  name text not null,
  sha256 text not null,
  size_bytes bigint not null,
  asked_kind text,
  asked_sender text not null,
  received_by text not null,
  received_at timestamp with time zone not null,
  kind text,
  format text,
  sender_id text,
  sender text,
  law_version text,
  rows_read integer,
  rows_accepted integer,
  rows_repaired integer,
  rows_set_aside integer,
  rows_ignored integer,
  rows_new integer,
  rows_same integer,
  rows_changed integer,
  rows_missing integer,
  compared_with text,
  reading jsonb,
  recipe jsonb,
  refusal jsonb,
  decided_by text,
  decided_at timestamp with time zone
);

create table inbox.decree_hold (
  tenant_id integer not null,
  batch_id uuid not null,
  state text default 'applied'::text not null,
  decree text not null
);

create table inbox.recipe (
  tenant_id integer not null,
  sender_id text not null,
  version integer not null,
  recipe jsonb not null,
  batch_id uuid not null,
  confirmed_by text not null,
  confirmed_at timestamp with time zone not null
);

create table inbox.request (
  tenant_id integer not null,
  key_hash text not null,
  fingerprint text not null,
  batch_id uuid not null
);

create table inbox.run_batch (
  tenant_id integer not null,
  run_id uuid not null,
  batch_id uuid not null
);

create table inbox.staged_row (
  tenant_id integer not null,
  batch_id uuid not null,
  at integer not null,
  row_id uuid not null,
  sheet text not null,
  row_number integer not null,
  kind text not null,
  outcome text not null,
  change text,
  nik text,
  name text not null,
  birth_date date,
  sex text,
  area_code text,
  occupation text not null,
  sector text,
  phone text not null,
  cells jsonb not null,
  findings jsonb not null
) partition by LIST (batch_id);

create table intake.file (
  tenant_id integer not null,
  run_id uuid not null,
  programme_code text not null,
  year integer not null,
  name text not null,
  sender text not null,
  format text not null,
  sha256 text not null,
  status text not null,
  of_file text not null,
  claimed integer,
  findings text[] not null,
  content_hash text not null,
  gone boolean not null
) partition by LIST (run_id);

create table intake.question (
  tenant_id integer not null,
  run_id uuid not null,
  programme_code text not null,
  year integer not null,
  subject text not null,
  code text not null,
  field text not null,
  content_hash text not null,
  gone boolean not null
) partition by LIST (run_id);

create table intake."row" (
  tenant_id integer not null,
  run_id uuid not null,
  programme_code text not null,
  year integer not null,
  row_id uuid not null,
  file_name text not null,
  sheet text not null,
  row_number integer not null,
  kind text not null,
  outcome text not null,
  nik text,
  name text not null,
  cells jsonb not null,
  findings jsonb not null,
  content_hash text not null,
  gone boolean not null
) partition by LIST (run_id);

create table intake.run (
  tenant_id integer not null,
  run_id uuid not null,
  programme_code text not null,
  year integer not null,
  seq integer not null,
  input_hash text not null,
  result_hash text not null,
  law_version text not null,
  as_of date not null,
  options jsonb not null,
  rows_read integer not null,
  rows_accepted integer not null,
  rows_repaired integer not null,
  rows_set_aside integer not null,
  rows_ignored integer not null
);

create table law.adoption (
  tenant_id integer not null,
  recorded_seq bigint generated always as identity not null,
  code text not null,
  version text not null
);

create table law.area (
  tenant_id integer not null,
  area_code text not null,
  name text not null,
  level text not null,
  parent_code text,
  aliases text[] not null,
  pack_version text not null
);

create table law.cycle (
  tenant_id integer not null,
  programme_code text not null,
  year integer not null,
  reference_on date not null,
  registration_on date not null,
  first_month_on date not null,
  months integer not null,
  ceiling_rupiah bigint not null,
  ceiling_status law.status not null,
  pack_version text not null
);

create table law.funding_line (
  tenant_id integer not null,
  programme_code text not null,
  year integer not null,
  line_id text not null,
  source text not null,
  office_id text not null,
  sub_activity text,
  accounts jsonb not null,
  amount_rupiah bigint,
  valid_from date not null,
  valid_to date,
  status law.status not null,
  pack_version text not null
);

create table law.office (
  tenant_id integer not null,
  office_id text not null,
  name text not null,
  aliases text[] not null,
  tasks text[] not null,
  valid_from date not null,
  valid_to date,
  status law.status not null,
  pack_version text not null
);

create table law.office_sector (
  tenant_id integer not null,
  office_id text not null,
  sector text not null,
  valid_from date not null,
  valid_to date,
  status law.status not null,
  pack_version text not null
);

create table law.pack (
  tenant_id integer not null,
  version text not null,
  code text not null,
  bytes bytea not null,
  recorded_seq bigint generated always as identity not null
);

create table law.pack_value (
  tenant_id integer not null,
  version text not null,
  value_hash text not null
);

create table law.programme (
  tenant_id integer not null,
  programme_code text not null,
  name text not null,
  pays text[] not null,
  pack_version text not null
);

create table law.tenant (
  tenant_id integer not null,
  region_code text not null,
  name text not null,
  time_zone text not null
);

create table law.value (
  tenant_id integer not null,
  value_hash text not null,
  series text not null,
  dims jsonb not null,
  valid_from date not null,
  valid_to date,
  known_from date not null,
  reference jsonb not null,
  checked_on date not null,
  status law.status not null,
  note text,
  value jsonb not null,
  first_version text not null,
  recorded_seq bigint generated always as identity not null
);

create table matching.pair (
  tenant_id integer not null,
  run_id uuid not null,
  programme_code text not null,
  year integer not null,
  row_a uuid not null,
  row_b uuid not null,
  score numeric(5,4) not null,
  verdict text not null,
  levels text[] not null,
  content_hash text not null,
  gone boolean not null,
  weight real default 0 not null,
  level_weights real[] default '{}'::real[] not null,
  facts_a text default ''::text not null,
  facts_b text default ''::text not null
) partition by LIST (run_id);

create table matching.verdict (
  tenant_id integer not null,
  verdict_id uuid not null,
  verdict_seq bigint generated always as identity not null,
  programme_code text not null,
  year integer not null,
  row_a uuid not null,
  row_b uuid not null,
  facts_a text not null,
  facts_b text not null,
  verdict text not null,
  reason text not null,
  against_register boolean not null,
  weight real not null,
  levels text[] not null,
  given_by text not null,
  office text not null,
  given_at timestamp with time zone not null,
  follows uuid
);

create table overlap.partner (
  tenant_id integer not null,
  partner_id uuid not null,
  name text not null,
  kind text not null,
  basis text not null,
  valid_from date not null,
  valid_to date not null,
  ask_limit integer not null,
  answer_limit integer not null,
  entered_by text not null,
  entered_at timestamp with time zone not null
);

create table overlap.session (
  tenant_id integer not null,
  session_id uuid not null,
  side text not null,
  partner_id uuid not null,
  year integer not null,
  state text not null,
  numbers integer not null,
  held integer,
  found integer,
  offer_sha256 text not null,
  answer_sha256 text,
  begun_by text not null,
  begun_at timestamp with time zone not null,
  ended_at timestamp with time zone
);

create table platform.migration (
  number integer not null,
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone default now() not null
);

create table platform.open_partition (
  partition regclass not null,
  claimed_tenant integer not null
);

create table registry.person (
  tenant_id integer not null,
  run_id uuid not null,
  programme_code text not null,
  year integer not null,
  person_id uuid not null,
  nik text,
  nik_standing text not null,
  name text not null,
  birth_date date,
  birth_source text not null,
  sex text,
  area_code text,
  sector text,
  conflicts text[] not null,
  register_facts jsonb not null,
  content_hash text not null,
  gone boolean not null
) partition by LIST (run_id);

create table registry.register_file (
  tenant_id integer not null,
  run_id uuid not null,
  programme_code text not null,
  year integer not null,
  path text not null,
  sha256 text not null,
  kind text not null,
  records integer not null,
  content_hash text not null,
  gone boolean not null
) partition by LIST (run_id);

create table registry.row_fact (
  tenant_id integer not null,
  run_id uuid not null,
  programme_code text not null,
  year integer not null,
  row_id uuid not null,
  person_id uuid not null,
  source text not null,
  as_of date not null,
  nik text,
  birth_date date,
  sex text,
  area_code text,
  sector text,
  income_low_rupiah bigint,
  income_high_rupiah bigint,
  phone text not null,
  address text not null,
  content_hash text not null,
  gone boolean not null
) partition by LIST (run_id);

create table registry.search_form (
  tenant_id integer not null,
  run_id uuid not null,
  form text collate "C" not null,
  words text[] not null
) partition by LIST (run_id);

create table registry.search_number (
  tenant_id integer not null,
  run_id uuid not null,
  digits text collate "C" not null,
  number integer not null
) partition by LIST (run_id);

create table registry.search_part (
  tenant_id integer not null,
  run_id uuid not null,
  programme_code text not null,
  year integer not null,
  persons integer not null,
  content_hash text not null
);

create table registry.search_person (
  tenant_id integer not null,
  run_id uuid not null,
  number integer not null,
  person_id uuid not null,
  name text not null,
  birth_date date,
  sex text,
  area_code text,
  sector text,
  nik text collate "C",
  nik_backwards text collate "C",
  kk text collate "C",
  phone text collate "C"
) partition by LIST (run_id);

create table registry.search_word (
  tenant_id integer not null,
  run_id uuid not null,
  word text collate "C" not null,
  holders integer not null,
  people text collate "C" not null
) partition by LIST (run_id);

create table registry.single_fact (
  tenant_id integer not null,
  fact_id uuid not null,
  programme_code text not null,
  year integer not null,
  person_id uuid not null,
  attribute text not null,
  value text,
  source text not null,
  as_of date not null,
  recorded_seq bigint generated always as identity not null,
  retracts uuid
);

create table selection.entry (
  tenant_id integer not null,
  run_id uuid not null,
  programme_code text not null,
  year integer not null,
  funding_line_id text not null,
  person_id uuid not null,
  nik text,
  priority_group integer not null,
  rank integer not null,
  lottery numeric(20,0) not null,
  place text not null,
  cost_rupiah bigint not null,
  content_hash text not null,
  gone boolean not null
) partition by LIST (run_id);

create table selection.list (
  tenant_id integer not null,
  run_id uuid not null,
  programme_code text not null,
  year integer not null,
  funding_line_id text not null,
  seed text not null,
  selected integer not null,
  reserve integer not null,
  cost_rupiah bigint not null,
  ceiling_rupiah bigint not null
);


-- Views

create view eligibility.current_decision with (security_invoker=true) as
 SELECT tenant_id,
    run_id,
    programme_code,
    year,
    person_id,
    outcome,
    reasons,
    criteria,
    law_version,
    content_hash,
    gone,
    seq
   FROM ( SELECT DISTINCT ON (d.tenant_id, d.programme_code, d.year, d.person_id) d.tenant_id,
            d.run_id,
            d.programme_code,
            d.year,
            d.person_id,
            d.outcome,
            d.reasons,
            d.criteria,
            d.law_version,
            d.content_hash,
            d.gone,
            r.seq
           FROM (eligibility.decision d
             JOIN intake.run r ON (((r.tenant_id = d.tenant_id) AND (r.run_id = d.run_id))))
          ORDER BY d.tenant_id, d.programme_code, d.year, d.person_id, r.seq DESC) latest
  WHERE (NOT gone);

create view intake.current_file with (security_invoker=true) as
 SELECT tenant_id,
    run_id,
    programme_code,
    year,
    name,
    sender,
    format,
    sha256,
    status,
    of_file,
    claimed,
    findings,
    content_hash,
    gone,
    seq
   FROM ( SELECT DISTINCT ON (f.tenant_id, f.programme_code, f.year, f.name) f.tenant_id,
            f.run_id,
            f.programme_code,
            f.year,
            f.name,
            f.sender,
            f.format,
            f.sha256,
            f.status,
            f.of_file,
            f.claimed,
            f.findings,
            f.content_hash,
            f.gone,
            r.seq
           FROM (intake.file f
             JOIN intake.run r ON (((r.tenant_id = f.tenant_id) AND (r.run_id = f.run_id))))
          ORDER BY f.tenant_id, f.programme_code, f.year, f.name, r.seq DESC) latest
  WHERE (NOT gone);

create view intake.current_question with (security_invoker=true) as
 SELECT tenant_id,
    run_id,
    programme_code,
    year,
    subject,
    code,
    field,
    content_hash,
    gone,
    seq
   FROM ( SELECT DISTINCT ON (q.tenant_id, q.programme_code, q.year, q.subject, q.code, q.field) q.tenant_id,
            q.run_id,
            q.programme_code,
            q.year,
            q.subject,
            q.code,
            q.field,
            q.content_hash,
            q.gone,
            r.seq
           FROM (intake.question q
             JOIN intake.run r ON (((r.tenant_id = q.tenant_id) AND (r.run_id = q.run_id))))
          ORDER BY q.tenant_id, q.programme_code, q.year, q.subject, q.code, q.field, r.seq DESC) latest
  WHERE (NOT gone);

create view intake.current_row with (security_invoker=true) as
 SELECT tenant_id,
    run_id,
    programme_code,
    year,
    row_id,
    file_name,
    sheet,
    row_number,
    kind,
    outcome,
    nik,
    name,
    cells,
    findings,
    content_hash,
    gone,
    seq
   FROM ( SELECT DISTINCT ON (w.tenant_id, w.programme_code, w.year, w.row_id) w.tenant_id,
            w.run_id,
            w.programme_code,
            w.year,
            w.row_id,
            w.file_name,
            w.sheet,
            w.row_number,
            w.kind,
            w.outcome,
            w.nik,
            w.name,
            w.cells,
            w.findings,
            w.content_hash,
            w.gone,
            r.seq
           FROM (intake."row" w
             JOIN intake.run r ON (((r.tenant_id = w.tenant_id) AND (r.run_id = w.run_id))))
          ORDER BY w.tenant_id, w.programme_code, w.year, w.row_id, r.seq DESC) latest
  WHERE (NOT gone);

create view matching.current_pair with (security_invoker=true) as
 SELECT tenant_id,
    run_id,
    programme_code,
    year,
    row_a,
    row_b,
    score,
    verdict,
    levels,
    content_hash,
    gone,
    weight,
    level_weights,
    facts_a,
    facts_b,
    seq
   FROM ( SELECT DISTINCT ON (p.tenant_id, p.programme_code, p.year, p.row_a, p.row_b) p.tenant_id,
            p.run_id,
            p.programme_code,
            p.year,
            p.row_a,
            p.row_b,
            p.score,
            p.verdict,
            p.levels,
            p.content_hash,
            p.gone,
            p.weight,
            p.level_weights,
            p.facts_a,
            p.facts_b,
            r.seq
           FROM (matching.pair p
             JOIN intake.run r ON (((r.tenant_id = p.tenant_id) AND (r.run_id = p.run_id))))
          ORDER BY p.tenant_id, p.programme_code, p.year, p.row_a, p.row_b, r.seq DESC) latest
  WHERE (NOT gone);

create view matching.current_verdict with (security_invoker=true) as
 SELECT DISTINCT ON (tenant_id, programme_code, year, row_a, row_b) tenant_id,
    verdict_id,
    verdict_seq,
    programme_code,
    year,
    row_a,
    row_b,
    facts_a,
    facts_b,
    verdict,
    reason,
    against_register,
    weight,
    levels,
    given_by,
    office,
    given_at,
    follows
   FROM matching.verdict
  ORDER BY tenant_id, programme_code, year, row_a, row_b, verdict_seq DESC;

create view registry.current_person with (security_invoker=true) as
 SELECT tenant_id,
    run_id,
    programme_code,
    year,
    person_id,
    nik,
    nik_standing,
    name,
    birth_date,
    birth_source,
    sex,
    area_code,
    sector,
    conflicts,
    register_facts,
    content_hash,
    gone,
    seq
   FROM ( SELECT DISTINCT ON (p.tenant_id, p.programme_code, p.year, p.person_id) p.tenant_id,
            p.run_id,
            p.programme_code,
            p.year,
            p.person_id,
            p.nik,
            p.nik_standing,
            p.name,
            p.birth_date,
            p.birth_source,
            p.sex,
            p.area_code,
            p.sector,
            p.conflicts,
            p.register_facts,
            p.content_hash,
            p.gone,
            r.seq
           FROM (registry.person p
             JOIN intake.run r ON (((r.tenant_id = p.tenant_id) AND (r.run_id = p.run_id))))
          ORDER BY p.tenant_id, p.programme_code, p.year, p.person_id, r.seq DESC) latest
  WHERE (NOT gone);

create view registry.current_register_file with (security_invoker=true) as
 SELECT tenant_id,
    run_id,
    programme_code,
    year,
    path,
    sha256,
    kind,
    records,
    content_hash,
    gone,
    seq
   FROM ( SELECT DISTINCT ON (f.tenant_id, f.programme_code, f.year, f.path) f.tenant_id,
            f.run_id,
            f.programme_code,
            f.year,
            f.path,
            f.sha256,
            f.kind,
            f.records,
            f.content_hash,
            f.gone,
            r.seq
           FROM (registry.register_file f
             JOIN intake.run r ON (((r.tenant_id = f.tenant_id) AND (r.run_id = f.run_id))))
          ORDER BY f.tenant_id, f.programme_code, f.year, f.path, r.seq DESC) latest
  WHERE (NOT gone);

create view registry.current_row_fact with (security_invoker=true) as
 SELECT tenant_id,
    run_id,
    programme_code,
    year,
    row_id,
    person_id,
    source,
    as_of,
    nik,
    birth_date,
    sex,
    area_code,
    sector,
    income_low_rupiah,
    income_high_rupiah,
    phone,
    address,
    content_hash,
    gone,
    seq
   FROM ( SELECT DISTINCT ON (f.tenant_id, f.programme_code, f.year, f.row_id) f.tenant_id,
            f.run_id,
            f.programme_code,
            f.year,
            f.row_id,
            f.person_id,
            f.source,
            f.as_of,
            f.nik,
            f.birth_date,
            f.sex,
            f.area_code,
            f.sector,
            f.income_low_rupiah,
            f.income_high_rupiah,
            f.phone,
            f.address,
            f.content_hash,
            f.gone,
            r.seq
           FROM (registry.row_fact f
             JOIN intake.run r ON (((r.tenant_id = f.tenant_id) AND (r.run_id = f.run_id))))
          ORDER BY f.tenant_id, f.programme_code, f.year, f.row_id, r.seq DESC) latest
  WHERE (NOT gone);

create view registry.fact with (security_invoker=true) as
 SELECT f.tenant_id,
    f.programme_code,
    f.year,
    f.person_id,
    named.attribute,
    named.value,
    f.source,
    f.as_of,
    f.row_id AS fact_id
   FROM (registry.current_row_fact f
     CROSS JOIN LATERAL ( VALUES ('nik'::text,f.nik), ('birth_date'::text,(f.birth_date)::text), ('sex'::text,f.sex), ('area_code'::text,f.area_code), ('sector'::text,f.sector), ('income_low_rupiah'::text,(f.income_low_rupiah)::text), ('income_high_rupiah'::text,(f.income_high_rupiah)::text), ('phone'::text,NULLIF(f.phone, ''::text)), ('address'::text,NULLIF(f.address, ''::text))) named(attribute, value))
  WHERE (named.value IS NOT NULL)
UNION ALL
 SELECT s.tenant_id,
    s.programme_code,
    s.year,
    s.person_id,
    s.attribute,
    s.value,
    s.source,
    s.as_of,
    s.fact_id
   FROM registry.single_fact s
  WHERE ((s.value IS NOT NULL) AND (NOT (EXISTS ( SELECT
           FROM registry.single_fact later
          WHERE ((later.tenant_id = s.tenant_id) AND (later.retracts = s.fact_id))))));

create view selection.current_entry with (security_invoker=true) as
 SELECT tenant_id,
    run_id,
    programme_code,
    year,
    funding_line_id,
    person_id,
    nik,
    priority_group,
    rank,
    lottery,
    place,
    cost_rupiah,
    content_hash,
    gone,
    seq
   FROM ( SELECT DISTINCT ON (e.tenant_id, e.programme_code, e.year, e.funding_line_id, e.person_id) e.tenant_id,
            e.run_id,
            e.programme_code,
            e.year,
            e.funding_line_id,
            e.person_id,
            e.nik,
            e.priority_group,
            e.rank,
            e.lottery,
            e.place,
            e.cost_rupiah,
            e.content_hash,
            e.gone,
            r.seq
           FROM (selection.entry e
             JOIN intake.run r ON (((r.tenant_id = e.tenant_id) AND (r.run_id = e.run_id))))
          ORDER BY e.tenant_id, e.programme_code, e.year, e.funding_line_id, e.person_id, r.seq DESC) latest
  WHERE (NOT gone);


-- Sequences

create sequence audit.entry_arrival_seq;
create sequence law.adoption_recorded_seq_seq;
create sequence law.pack_recorded_seq_seq;
create sequence law.value_recorded_seq_seq;
create sequence matching.verdict_verdict_seq_seq;
create sequence registry.single_fact_recorded_seq_seq;

-- Constraints

alter table access.claim_key add constraint claim_key_pkey PRIMARY KEY (only_row);
alter table access.claim_key add constraint claim_key_inner_block_check CHECK ((length(inner_block) = 64));
alter table access.claim_key add constraint claim_key_only_row_check CHECK (only_row);
alter table access.claim_key add constraint claim_key_outer_block_check CHECK ((length(outer_block) = 64));
alter table audit.checkpoint add constraint checkpoint_pkey PRIMARY KEY (tenant_id, size);
alter table audit.checkpoint add constraint checkpoint_root_check CHECK ((length(root) = 32));
alter table audit.checkpoint add constraint checkpoint_size_check CHECK ((size > 0));
alter table audit.counter add constraint counter_pkey PRIMARY KEY (tenant_id);
alter table audit.counter add constraint counter_next_seq_check CHECK ((next_seq >= 0));
alter table audit.entry add constraint entry_pkey PRIMARY KEY (tenant_id, id);
alter table audit.entry add constraint entry_check CHECK ((leaf = sha256(('\x00'::bytea || bytes))));
alter table audit.pending add constraint pending_pkey PRIMARY KEY (tenant_id, entry_id);
alter table audit.pending add constraint pending_tenant_id_entry_id_fkey FOREIGN KEY (tenant_id, entry_id) REFERENCES audit.entry(tenant_id, id);
alter table audit.sequence add constraint sequence_pkey PRIMARY KEY (tenant_id, seq);
alter table audit.sequence add constraint sequence_tenant_id_entry_id_key UNIQUE (tenant_id, entry_id);
alter table audit.sequence add constraint sequence_seq_check CHECK ((seq >= 0));
alter table audit.sequence add constraint sequence_tenant_id_entry_id_fkey FOREIGN KEY (tenant_id, entry_id) REFERENCES audit.entry(tenant_id, id);
alter table audit.subject_salt add constraint subject_salt_pkey PRIMARY KEY (tenant_id, person_id);
alter table audit.subject_salt add constraint subject_salt_salt_check CHECK ((length(salt) = 32));
alter table decree.draft add constraint draft_pkey PRIMARY KEY (tenant_id, run_id);
alter table decree.draft add constraint draft_cost_rupiah_check CHECK ((cost_rupiah >= 0));
alter table decree.draft add constraint draft_list_hash_check CHECK ((list_hash ~ '^[0-9a-f]{64}$'::text));
alter table decree.draft add constraint draft_persons_check CHECK ((persons >= 0));
alter table decree.draft add constraint draft_tenant_id_run_id_fkey FOREIGN KEY (tenant_id, run_id) REFERENCES selection.list(tenant_id, run_id);
alter table eligibility.decision add constraint decision_pkey PRIMARY KEY (tenant_id, programme_code, year, run_id, person_id);
alter table eligibility.decision add constraint decision_check CHECK ((gone OR ((outcome = 'eligible'::text) = (reasons = '{}'::text[]))));
alter table eligibility.decision add constraint decision_outcome_check CHECK ((outcome = ANY (ARRAY['eligible'::text, 'ineligible'::text, 'undecided'::text])));
alter table eligibility.decision add constraint decision_tenant_id_law_version_fkey FOREIGN KEY (tenant_id, law_version) REFERENCES law.pack(tenant_id, version);
alter table eligibility.decision add constraint decision_tenant_id_run_id_fkey FOREIGN KEY (tenant_id, run_id) REFERENCES intake.run(tenant_id, run_id);
alter table inbox.batch add constraint batch_pkey PRIMARY KEY (tenant_id, batch_id);
alter table inbox.batch add constraint batch_tenant_id_batch_id_state_key UNIQUE (tenant_id, batch_id, state);
alter table inbox.batch add constraint batch_tenant_id_programme_code_year_seq_key UNIQUE (tenant_id, programme_code, year, seq);
alter table inbox.batch add constraint batch_asked_kind_check CHECK ((asked_kind = ANY (ARRAY['usulan'::text, 'register'::text, 'verifikasi'::text, 'surat-masuk'::text])));
alter table inbox.batch add constraint batch_check CHECK ((rows_read = (((rows_accepted + rows_repaired) + rows_set_aside) + rows_ignored)));
alter table inbox.batch add constraint batch_check1 CHECK (((state = ANY (ARRAY['received'::text, 'refused'::text])) OR (ROW(kind, format, sender_id, sender, law_version, rows_read, rows_accepted, rows_repaired, rows_set_aside, rows_ignored, rows_new, rows_same, rows_changed, rows_missing, compared_with, reading) IS NOT NULL)));
alter table inbox.batch add constraint batch_check2 CHECK (((state = 'refused'::text) = (refusal IS NOT NULL)));
alter table inbox.batch add constraint batch_check3 CHECK (((state = ANY (ARRAY['applied'::text, 'undone'::text])) = (decided_at IS NOT NULL)));
alter table inbox.batch add constraint batch_check4 CHECK (((decided_by IS NULL) = (decided_at IS NULL)));
alter table inbox.batch add constraint batch_kind_check CHECK ((kind = ANY (ARRAY['usulan'::text, 'register'::text, 'verifikasi'::text, 'surat-masuk'::text])));
alter table inbox.batch add constraint batch_name_check CHECK ((name <> ''::text));
alter table inbox.batch add constraint batch_received_by_check CHECK ((received_by = access.claim_actor()));
alter table inbox.batch add constraint batch_received_name_check CHECK ((received_name <> ''::text));
alter table inbox.batch add constraint batch_rows_accepted_check CHECK ((rows_accepted >= 0));
alter table inbox.batch add constraint batch_rows_changed_check CHECK ((rows_changed >= 0));
alter table inbox.batch add constraint batch_rows_ignored_check CHECK ((rows_ignored >= 0));
alter table inbox.batch add constraint batch_rows_missing_check CHECK ((rows_missing >= 0));
alter table inbox.batch add constraint batch_rows_new_check CHECK ((rows_new >= 0));
alter table inbox.batch add constraint batch_rows_read_check CHECK ((rows_read >= 0));
alter table inbox.batch add constraint batch_rows_repaired_check CHECK ((rows_repaired >= 0));
alter table inbox.batch add constraint batch_rows_same_check CHECK ((rows_same >= 0));
alter table inbox.batch add constraint batch_rows_set_aside_check CHECK ((rows_set_aside >= 0));
alter table inbox.batch add constraint batch_seq_check CHECK ((seq > 0));
alter table inbox.batch add constraint batch_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text));
alter table inbox.batch add constraint batch_size_bytes_check CHECK ((size_bytes >= 0));
alter table inbox.batch add constraint batch_state_check CHECK ((state = ANY (ARRAY['received'::text, 'read'::text, 'refused'::text, 'applied'::text, 'undone'::text])));
alter table inbox.batch add constraint batch_tenant_id_law_version_fkey FOREIGN KEY (tenant_id, law_version) REFERENCES law.pack(tenant_id, version);
alter table inbox.batch add constraint batch_tenant_id_programme_code_year_fkey FOREIGN KEY (tenant_id, programme_code, year) REFERENCES law.cycle(tenant_id, programme_code, year);
alter table inbox.decree_hold add constraint decree_hold_pkey PRIMARY KEY (tenant_id, batch_id, decree);
alter table inbox.decree_hold add constraint decree_hold_decree_check CHECK ((decree <> ''::text));
alter table inbox.decree_hold add constraint decree_hold_state_check CHECK ((state = 'applied'::text));
alter table inbox.decree_hold add constraint decree_holds_import FOREIGN KEY (tenant_id, batch_id, state) REFERENCES inbox.batch(tenant_id, batch_id, state);
alter table inbox.recipe add constraint recipe_pkey PRIMARY KEY (tenant_id, sender_id, version);
alter table inbox.recipe add constraint recipe_confirmed_by_check CHECK ((confirmed_by = access.claim_actor()));
alter table inbox.recipe add constraint recipe_sender_id_check CHECK ((sender_id <> ''::text));
alter table inbox.recipe add constraint recipe_version_check CHECK ((version > 0));
alter table inbox.recipe add constraint recipe_tenant_id_batch_id_fkey FOREIGN KEY (tenant_id, batch_id) REFERENCES inbox.batch(tenant_id, batch_id);
alter table inbox.request add constraint request_pkey PRIMARY KEY (tenant_id, key_hash);
alter table inbox.request add constraint request_fingerprint_check CHECK ((fingerprint ~ '^[0-9a-f]{64}$'::text));
alter table inbox.request add constraint request_key_hash_check CHECK ((key_hash ~ '^[0-9a-f]{64}$'::text));
alter table inbox.request add constraint request_tenant_id_batch_id_fkey FOREIGN KEY (tenant_id, batch_id) REFERENCES inbox.batch(tenant_id, batch_id);
alter table inbox.run_batch add constraint run_batch_pkey PRIMARY KEY (tenant_id, run_id, batch_id);
alter table inbox.run_batch add constraint run_batch_tenant_id_batch_id_fkey FOREIGN KEY (tenant_id, batch_id) REFERENCES inbox.batch(tenant_id, batch_id);
alter table inbox.run_batch add constraint run_batch_tenant_id_run_id_fkey FOREIGN KEY (tenant_id, run_id) REFERENCES intake.run(tenant_id, run_id);
alter table inbox.staged_row add constraint staged_row_pkey PRIMARY KEY (tenant_id, batch_id, at);
alter table inbox.staged_row add constraint staged_row_at_check CHECK ((at > 0));
alter table inbox.staged_row add constraint staged_row_change_check CHECK ((change = ANY (ARRAY['new'::text, 'same'::text, 'changed'::text])));
alter table inbox.staged_row add constraint staged_row_nik_check CHECK ((nik ~ '^[0-9]{16}$'::text));
alter table inbox.staged_row add constraint staged_row_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'repaired'::text, 'set_aside'::text, 'ignored'::text])));
alter table inbox.staged_row add constraint staged_row_row_number_check CHECK ((row_number > 0));
alter table inbox.staged_row add constraint staged_row_sex_check CHECK ((sex = ANY (ARRAY['L'::text, 'P'::text])));
alter table inbox.staged_row add constraint staged_row_tenant_id_batch_id_fkey FOREIGN KEY (tenant_id, batch_id) REFERENCES inbox.batch(tenant_id, batch_id);
alter table intake.file add constraint file_pkey PRIMARY KEY (tenant_id, programme_code, year, run_id, name);
alter table intake.file add constraint file_status_check CHECK ((status = ANY (ARRAY['read'::text, 'copy'::text, 'superseded'::text, 'unreadable'::text, 'protected'::text])));
alter table intake.file add constraint file_tenant_id_run_id_fkey FOREIGN KEY (tenant_id, run_id) REFERENCES intake.run(tenant_id, run_id);
alter table intake.question add constraint question_pkey PRIMARY KEY (tenant_id, programme_code, year, run_id, subject, code, field);
alter table intake.question add constraint question_subject_check CHECK ((subject ~ '^(row|person|file|register):'::text));
alter table intake.question add constraint question_tenant_id_run_id_fkey FOREIGN KEY (tenant_id, run_id) REFERENCES intake.run(tenant_id, run_id);
alter table intake."row" add constraint row_pkey PRIMARY KEY (tenant_id, programme_code, year, run_id, row_id);
alter table intake."row" add constraint row_nik_check CHECK ((nik ~ '^[0-9]{16}$'::text));
alter table intake."row" add constraint row_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'repaired'::text, 'set_aside'::text, 'ignored'::text])));
alter table intake."row" add constraint row_row_number_check CHECK ((row_number > 0));
alter table intake."row" add constraint row_tenant_id_run_id_fkey FOREIGN KEY (tenant_id, run_id) REFERENCES intake.run(tenant_id, run_id);
alter table intake.run add constraint run_pkey PRIMARY KEY (tenant_id, run_id);
alter table intake.run add constraint run_tenant_id_programme_code_year_seq_key UNIQUE (tenant_id, programme_code, year, seq);
alter table intake.run add constraint run_check CHECK ((rows_read = (((rows_accepted + rows_repaired) + rows_set_aside) + rows_ignored)));
alter table intake.run add constraint run_input_hash_check CHECK ((input_hash ~ '^[0-9a-f]{64}$'::text));
alter table intake.run add constraint run_result_hash_check CHECK ((result_hash ~ '^[0-9a-f]{64}$'::text));
alter table intake.run add constraint run_rows_accepted_check CHECK ((rows_accepted >= 0));
alter table intake.run add constraint run_rows_ignored_check CHECK ((rows_ignored >= 0));
alter table intake.run add constraint run_rows_read_check CHECK ((rows_read >= 0));
alter table intake.run add constraint run_rows_repaired_check CHECK ((rows_repaired >= 0));
alter table intake.run add constraint run_rows_set_aside_check CHECK ((rows_set_aside >= 0));
alter table intake.run add constraint run_seq_check CHECK ((seq > 0));
alter table intake.run add constraint run_tenant_id_law_version_fkey FOREIGN KEY (tenant_id, law_version) REFERENCES law.pack(tenant_id, version);
alter table intake.run add constraint run_tenant_id_programme_code_year_fkey FOREIGN KEY (tenant_id, programme_code, year) REFERENCES law.cycle(tenant_id, programme_code, year);
alter table law.adoption add constraint adoption_pkey PRIMARY KEY (tenant_id, recorded_seq);
alter table law.adoption add constraint adoption_tenant_id_version_fkey FOREIGN KEY (tenant_id, version) REFERENCES law.pack(tenant_id, version);
alter table law.area add constraint area_pkey PRIMARY KEY (tenant_id, area_code);
alter table law.area add constraint area_check CHECK (((level = 'kelurahan'::text) = (parent_code IS NOT NULL)));
alter table law.area add constraint area_level_check CHECK ((level = ANY (ARRAY['kecamatan'::text, 'kelurahan'::text])));
alter table law.area add constraint area_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES law.tenant(tenant_id);
alter table law.area add constraint area_tenant_id_pack_version_fkey FOREIGN KEY (tenant_id, pack_version) REFERENCES law.pack(tenant_id, version);
alter table law.area add constraint area_tenant_id_parent_code_fkey FOREIGN KEY (tenant_id, parent_code) REFERENCES law.area(tenant_id, area_code);
alter table law.cycle add constraint cycle_pkey PRIMARY KEY (tenant_id, programme_code, year);
alter table law.cycle add constraint cycle_ceiling_rupiah_check CHECK ((ceiling_rupiah >= 0));
alter table law.cycle add constraint cycle_first_month_on_check CHECK ((EXTRACT(day FROM first_month_on) = (1)::numeric));
alter table law.cycle add constraint cycle_months_check CHECK (((months >= 1) AND (months <= 12)));
alter table law.cycle add constraint cycle_tenant_id_pack_version_fkey FOREIGN KEY (tenant_id, pack_version) REFERENCES law.pack(tenant_id, version);
alter table law.cycle add constraint cycle_tenant_id_programme_code_fkey FOREIGN KEY (tenant_id, programme_code) REFERENCES law.programme(tenant_id, programme_code);
alter table law.funding_line add constraint funding_line_pkey PRIMARY KEY (tenant_id, programme_code, year, line_id);
alter table law.funding_line add constraint funding_line_amount_rupiah_check CHECK ((amount_rupiah >= 0));
alter table law.funding_line add constraint funding_line_check CHECK ((valid_to >= valid_from));
alter table law.funding_line add constraint funding_line_source_check CHECK ((source = ANY (ARRAY['APBD'::text, 'APBN'::text, 'SELF'::text, 'COMPANY'::text])));
alter table law.funding_line add constraint funding_line_tenant_id_office_id_fkey FOREIGN KEY (tenant_id, office_id) REFERENCES law.office(tenant_id, office_id);
alter table law.funding_line add constraint funding_line_tenant_id_pack_version_fkey FOREIGN KEY (tenant_id, pack_version) REFERENCES law.pack(tenant_id, version);
alter table law.funding_line add constraint funding_line_tenant_id_programme_code_year_fkey FOREIGN KEY (tenant_id, programme_code, year) REFERENCES law.cycle(tenant_id, programme_code, year);
alter table law.office add constraint office_pkey PRIMARY KEY (tenant_id, office_id);
alter table law.office add constraint office_check CHECK ((valid_to >= valid_from));
alter table law.office add constraint office_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES law.tenant(tenant_id);
alter table law.office add constraint office_tenant_id_pack_version_fkey FOREIGN KEY (tenant_id, pack_version) REFERENCES law.pack(tenant_id, version);
alter table law.office_sector add constraint office_sector_pkey PRIMARY KEY (tenant_id, office_id, sector, valid_from);
alter table law.office_sector add constraint office_sector_check CHECK ((valid_to >= valid_from));
alter table law.office_sector add constraint office_sector_tenant_id_office_id_fkey FOREIGN KEY (tenant_id, office_id) REFERENCES law.office(tenant_id, office_id);
alter table law.office_sector add constraint office_sector_tenant_id_pack_version_fkey FOREIGN KEY (tenant_id, pack_version) REFERENCES law.pack(tenant_id, version);
alter table law.pack add constraint pack_pkey PRIMARY KEY (tenant_id, version);
alter table law.pack add constraint pack_version_check CHECK ((version ~ '^[0-9a-f]{64}$'::text));
alter table law.pack add constraint pack_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES law.tenant(tenant_id);
alter table law.pack_value add constraint pack_value_pkey PRIMARY KEY (tenant_id, version, value_hash);
alter table law.pack_value add constraint pack_value_tenant_id_value_hash_fkey FOREIGN KEY (tenant_id, value_hash) REFERENCES law.value(tenant_id, value_hash);
alter table law.pack_value add constraint pack_value_tenant_id_version_fkey FOREIGN KEY (tenant_id, version) REFERENCES law.pack(tenant_id, version);
alter table law.programme add constraint programme_pkey PRIMARY KEY (tenant_id, programme_code);
alter table law.programme add constraint programme_pays_check CHECK ((pays <@ ARRAY['JKK'::text, 'JKM'::text, 'JHT'::text]));
alter table law.programme add constraint programme_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES law.tenant(tenant_id);
alter table law.programme add constraint programme_tenant_id_pack_version_fkey FOREIGN KEY (tenant_id, pack_version) REFERENCES law.pack(tenant_id, version);
alter table law.tenant add constraint tenant_pkey PRIMARY KEY (tenant_id);
alter table law.value add constraint value_pkey PRIMARY KEY (tenant_id, value_hash);
alter table law.value add constraint value_check CHECK ((valid_to >= valid_from));
alter table law.value add constraint value_value_hash_check CHECK ((value_hash ~ '^[0-9a-f]{64}$'::text));
alter table law.value add constraint value_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES law.tenant(tenant_id);
alter table matching.pair add constraint pair_pkey PRIMARY KEY (tenant_id, programme_code, year, run_id, row_a, row_b);
alter table matching.pair add constraint pair_check CHECK ((row_a <> row_b));
alter table matching.pair add constraint pair_score_check CHECK (((score >= (0)::numeric) AND (score <= (1)::numeric)));
alter table matching.pair add constraint pair_verdict_check CHECK ((verdict = ANY (ARRAY['same'::text, 'review'::text, 'different'::text])));
alter table matching.pair add constraint pair_tenant_id_run_id_fkey FOREIGN KEY (tenant_id, run_id) REFERENCES intake.run(tenant_id, run_id);
alter table matching.verdict add constraint verdict_pkey PRIMARY KEY (tenant_id, verdict_id);
alter table matching.verdict add constraint verdict_follows_once UNIQUE NULLS NOT DISTINCT (tenant_id, programme_code, year, row_a, row_b, follows);
alter table matching.verdict add constraint verdict_check CHECK ((row_a <> row_b));
alter table matching.verdict add constraint verdict_check1 CHECK (((verdict = 'same'::text) OR (NOT against_register)));
alter table matching.verdict add constraint verdict_check2 CHECK ((against_register OR (verdict <> 'same'::text) OR (NOT ('nik=confirmed_apart'::text = ANY (levels)))));
alter table matching.verdict add constraint verdict_facts_a_check CHECK ((facts_a ~ '^[0-9a-f]{64}$'::text));
alter table matching.verdict add constraint verdict_facts_b_check CHECK ((facts_b ~ '^[0-9a-f]{64}$'::text));
alter table matching.verdict add constraint verdict_given_by_check CHECK ((given_by = access.claim_actor()));
alter table matching.verdict add constraint verdict_reason_check CHECK ((btrim(reason) <> ''::text));
alter table matching.verdict add constraint verdict_verdict_check CHECK ((verdict = ANY (ARRAY['same'::text, 'different'::text, 'ask_kelurahan'::text, 'withdrawn'::text])));
alter table matching.verdict add constraint verdict_tenant_id_follows_fkey FOREIGN KEY (tenant_id, follows) REFERENCES matching.verdict(tenant_id, verdict_id);
alter table matching.verdict add constraint verdict_tenant_id_programme_code_year_fkey FOREIGN KEY (tenant_id, programme_code, year) REFERENCES law.cycle(tenant_id, programme_code, year);
alter table overlap.partner add constraint partner_pkey PRIMARY KEY (tenant_id, partner_id);
alter table overlap.partner add constraint partner_answer_limit_check CHECK ((answer_limit >= 0));
alter table overlap.partner add constraint partner_ask_limit_check CHECK ((ask_limit >= 0));
alter table overlap.partner add constraint partner_basis_check CHECK ((btrim(basis) <> ''::text));
alter table overlap.partner add constraint partner_check CHECK ((valid_to >= valid_from));
alter table overlap.partner add constraint partner_entered_by_check CHECK ((entered_by = access.claim_actor()));
alter table overlap.partner add constraint partner_kind_check CHECK ((kind = ANY (ARRAY['province'::text, 'company'::text])));
alter table overlap.partner add constraint partner_name_check CHECK ((btrim(name) <> ''::text));
alter table overlap.session add constraint session_pkey PRIMARY KEY (tenant_id, session_id, side);
alter table overlap.session add constraint session_answer_sha256_check CHECK ((answer_sha256 ~ '^[0-9a-f]{64}$'::text));
alter table overlap.session add constraint session_begun_by_check CHECK ((begun_by = access.claim_actor()));
alter table overlap.session add constraint session_check CHECK (((found >= 0) AND (found <= numbers)));
alter table overlap.session add constraint session_check1 CHECK (((side = 'answered'::text) = (state = 'answered'::text)));
alter table overlap.session add constraint session_check2 CHECK (((state = 'open'::text) = (ended_at IS NULL)));
alter table overlap.session add constraint session_check3 CHECK (((state = ANY (ARRAY['finished'::text, 'answered'::text])) = ((held IS NOT NULL) AND (answer_sha256 IS NOT NULL))));
alter table overlap.session add constraint session_check4 CHECK (((state = 'finished'::text) = (found IS NOT NULL)));
alter table overlap.session add constraint session_held_check CHECK ((held >= 0));
alter table overlap.session add constraint session_numbers_check CHECK ((numbers > 0));
alter table overlap.session add constraint session_offer_sha256_check CHECK ((offer_sha256 ~ '^[0-9a-f]{64}$'::text));
alter table overlap.session add constraint session_side_check CHECK ((side = ANY (ARRAY['asked'::text, 'answered'::text])));
alter table overlap.session add constraint session_state_check CHECK ((state = ANY (ARRAY['open'::text, 'finished'::text, 'cancelled'::text, 'answered'::text])));
alter table overlap.session add constraint session_tenant_id_partner_id_fkey FOREIGN KEY (tenant_id, partner_id) REFERENCES overlap.partner(tenant_id, partner_id);
alter table platform.migration add constraint migration_pkey PRIMARY KEY (number);
alter table platform.migration add constraint migration_name_key UNIQUE (name);
alter table platform.open_partition add constraint open_partition_pkey PRIMARY KEY (partition);
alter table registry.person add constraint person_pkey PRIMARY KEY (tenant_id, programme_code, year, run_id, person_id);
alter table registry.person add constraint person_birth_source_check CHECK ((birth_source = ANY (ARRAY['population'::text, 'nik'::text, 'list'::text, 'none'::text])));
alter table registry.person add constraint person_nik_check CHECK ((nik ~ '^[0-9]{16}$'::text));
alter table registry.person add constraint person_nik_standing_check CHECK ((nik_standing = ANY (ARRAY['confirmed'::text, 'name_differs'::text, 'not_found'::text, 'unasked'::text, 'none'::text])));
alter table registry.person add constraint person_sex_check CHECK ((sex = ANY (ARRAY['L'::text, 'P'::text])));
alter table registry.person add constraint person_tenant_id_run_id_fkey FOREIGN KEY (tenant_id, run_id) REFERENCES intake.run(tenant_id, run_id);
alter table registry.register_file add constraint register_file_pkey PRIMARY KEY (tenant_id, programme_code, year, run_id, path);
alter table registry.register_file add constraint register_file_records_check CHECK ((records >= 0));
alter table registry.register_file add constraint register_file_tenant_id_run_id_fkey FOREIGN KEY (tenant_id, run_id) REFERENCES intake.run(tenant_id, run_id);
alter table registry.row_fact add constraint row_fact_pkey PRIMARY KEY (tenant_id, programme_code, year, run_id, row_id);
alter table registry.row_fact add constraint row_fact_check CHECK ((income_high_rupiah >= income_low_rupiah));
alter table registry.row_fact add constraint row_fact_income_low_rupiah_check CHECK ((income_low_rupiah >= 0));
alter table registry.row_fact add constraint row_fact_nik_check CHECK ((nik ~ '^[0-9]{16}$'::text));
alter table registry.row_fact add constraint row_fact_sex_check CHECK ((sex = ANY (ARRAY['L'::text, 'P'::text])));
alter table registry.row_fact add constraint row_fact_tenant_id_run_id_fkey FOREIGN KEY (tenant_id, run_id) REFERENCES intake.run(tenant_id, run_id);
alter table registry.search_form add constraint search_form_pkey PRIMARY KEY (tenant_id, run_id, form);
alter table registry.search_number add constraint search_number_pkey PRIMARY KEY (tenant_id, run_id, digits, number);
alter table registry.search_part add constraint search_part_pkey PRIMARY KEY (tenant_id, run_id);
alter table registry.search_part add constraint search_part_persons_check CHECK ((persons >= 0));
alter table registry.search_part add constraint search_part_tenant_id_run_id_fkey FOREIGN KEY (tenant_id, run_id) REFERENCES intake.run(tenant_id, run_id);
alter table registry.search_person add constraint search_person_pkey PRIMARY KEY (tenant_id, run_id, number);
alter table registry.search_person add constraint search_person_number_check CHECK ((number >= 0));
alter table registry.search_word add constraint search_word_pkey PRIMARY KEY (tenant_id, run_id, word);
alter table registry.search_word add constraint search_word_holders_check CHECK ((holders > 0));
alter table registry.single_fact add constraint single_fact_pkey PRIMARY KEY (tenant_id, fact_id);
alter table registry.single_fact add constraint single_fact_tenant_id_programme_code_year_fkey FOREIGN KEY (tenant_id, programme_code, year) REFERENCES law.cycle(tenant_id, programme_code, year);
alter table registry.single_fact add constraint single_fact_tenant_id_retracts_fkey FOREIGN KEY (tenant_id, retracts) REFERENCES registry.single_fact(tenant_id, fact_id);
alter table selection.entry add constraint entry_pkey PRIMARY KEY (tenant_id, programme_code, year, funding_line_id, run_id, person_id);
alter table selection.entry add constraint entry_check CHECK ((gone OR (place <> 'selected'::text) OR (nik IS NOT NULL)));
alter table selection.entry add constraint entry_cost_rupiah_check CHECK ((cost_rupiah >= 0));
alter table selection.entry add constraint entry_nik_check CHECK ((nik ~ '^[0-9]{16}$'::text));
alter table selection.entry add constraint entry_place_check CHECK ((place = ANY (ARRAY['selected'::text, 'reserve'::text, 'none'::text])));
alter table selection.entry add constraint entry_tenant_id_run_id_fkey FOREIGN KEY (tenant_id, run_id) REFERENCES intake.run(tenant_id, run_id);
alter table selection.list add constraint list_pkey PRIMARY KEY (tenant_id, run_id);
alter table selection.list add constraint list_ceiling_rupiah_check CHECK ((ceiling_rupiah > 0));
alter table selection.list add constraint list_check CHECK ((cost_rupiah <= ceiling_rupiah));
alter table selection.list add constraint list_cost_rupiah_check CHECK ((cost_rupiah >= 0));
alter table selection.list add constraint list_reserve_check CHECK ((reserve >= 0));
alter table selection.list add constraint list_selected_check CHECK ((selected >= 0));
alter table selection.list add constraint list_tenant_id_programme_code_year_funding_line_id_fkey FOREIGN KEY (tenant_id, programme_code, year, funding_line_id) REFERENCES law.funding_line(tenant_id, programme_code, year, line_id);
alter table selection.list add constraint list_tenant_id_run_id_fkey FOREIGN KEY (tenant_id, run_id) REFERENCES intake.run(tenant_id, run_id);

-- Indexes

CREATE INDEX entry_object ON audit.entry USING btree (tenant_id, object_kind, object_id);
CREATE INDEX entry_subjects ON audit.entry USING gin (subjects);
CREATE UNIQUE INDEX batch_applied_bytes ON inbox.batch USING btree (tenant_id, programme_code, year, sha256) WHERE (state = 'applied'::text);
CREATE UNIQUE INDEX batch_applied_name ON inbox.batch USING btree (tenant_id, programme_code, year, lower(name)) WHERE (state = 'applied'::text);
CREATE INDEX value_series ON law.value USING btree (tenant_id, series, valid_from);
CREATE UNIQUE INDEX partner_name ON overlap.partner USING btree (tenant_id, lower(name));
CREATE INDEX session_partner ON overlap.session USING btree (tenant_id, partner_id, side, year);
CREATE INDEX search_person_kk ON ONLY registry.search_person USING btree (kk);
CREATE INDEX search_person_nik ON ONLY registry.search_person USING btree (nik);
CREATE INDEX search_person_nik_backwards ON ONLY registry.search_person USING btree (nik_backwards);
CREATE INDEX search_person_phone ON ONLY registry.search_person USING btree (phone);
CREATE UNIQUE INDEX entry_selected_once ON ONLY selection.entry USING btree (tenant_id, programme_code, year, run_id, nik) WHERE ((place = 'selected'::text) AND (NOT gone));

-- Row security

alter table access.claim_key WITHOUT ROW SECURITY;
alter table audit.checkpoint enable row level security, force row level security;
alter table audit.counter enable row level security, force row level security;
alter table audit.entry enable row level security, force row level security;
alter table audit.pending enable row level security, force row level security;
alter table audit.sequence enable row level security, force row level security;
alter table audit.subject_salt enable row level security, force row level security;
alter table decree.draft enable row level security, force row level security;
alter table eligibility.decision enable row level security, force row level security;
alter table inbox.batch enable row level security, force row level security;
alter table inbox.decree_hold enable row level security, force row level security;
alter table inbox.recipe enable row level security, force row level security;
alter table inbox.request enable row level security, force row level security;
alter table inbox.run_batch enable row level security, force row level security;
alter table inbox.staged_row enable row level security, force row level security;
alter table intake.file enable row level security, force row level security;
alter table intake.question enable row level security, force row level security;
alter table intake."row" enable row level security, force row level security;
alter table intake.run enable row level security, force row level security;
alter table law.adoption enable row level security, force row level security;
alter table law.area enable row level security, force row level security;
alter table law.cycle enable row level security, force row level security;
alter table law.funding_line enable row level security, force row level security;
alter table law.office enable row level security, force row level security;
alter table law.office_sector enable row level security, force row level security;
alter table law.pack enable row level security, force row level security;
alter table law.pack_value enable row level security, force row level security;
alter table law.programme enable row level security, force row level security;
alter table law.tenant enable row level security, force row level security;
alter table law.value enable row level security, force row level security;
alter table matching.pair enable row level security, force row level security;
alter table matching.verdict enable row level security, force row level security;
alter table overlap.partner enable row level security, force row level security;
alter table overlap.session enable row level security, force row level security;
alter table platform.migration WITHOUT ROW SECURITY;
alter table platform.open_partition WITHOUT ROW SECURITY;
alter table registry.person enable row level security, force row level security;
alter table registry.register_file enable row level security, force row level security;
alter table registry.row_fact enable row level security, force row level security;
alter table registry.search_form enable row level security, force row level security;
alter table registry.search_number enable row level security, force row level security;
alter table registry.search_part enable row level security, force row level security;
alter table registry.search_person enable row level security, force row level security;
alter table registry.search_word enable row level security, force row level security;
alter table registry.single_fact enable row level security, force row level security;
alter table selection.entry enable row level security, force row level security;
alter table selection.list enable row level security, force row level security;

-- Policies

create policy tenant_isolation on audit.checkpoint as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy numbering on audit.counter as permissive for all to payung_owner
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on audit.counter as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on audit.entry as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy numbering on audit.pending as permissive for all to payung_owner
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on audit.pending as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy numbering on audit.sequence as permissive for insert to payung_owner
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on audit.sequence as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on audit.subject_salt as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on decree.draft as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on eligibility.decision as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on inbox.batch as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on inbox.decree_hold as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on inbox.recipe as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on inbox.request as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on inbox.run_batch as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on inbox.staged_row as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on intake.file as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on intake.question as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on intake."row" as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on intake.run as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on law.adoption as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on law.area as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on law.cycle as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on law.funding_line as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on law.office as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on law.office_sector as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on law.pack as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on law.pack_value as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on law.programme as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on law.tenant as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on law.value as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on matching.pair as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on matching.verdict as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on overlap.partner as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on overlap.session as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on registry.person as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on registry.register_file as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on registry.row_fact as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on registry.search_form as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on registry.search_number as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on registry.search_part as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on registry.search_person as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on registry.search_word as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on registry.single_fact as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on selection.entry as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));
create policy tenant_isolation on selection.list as permissive for all to payung_app, payung_loader, payung_owner, payung_reader
  using ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)))
  with check ((tenant_id = ( SELECT access.claim_tenant() AS claim_tenant)));

-- Functions

CREATE OR REPLACE FUNCTION access.claim(part integer)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  claim text := current_setting('app.claim', true);
  parts text[];
  body text;
  key access.claim_key;
begin
  if claim is null or claim !~
    '^[1-9][0-9]{0,8}(\|[A-Za-z0-9@._:*,+-]*){5}\|[0-9]{1,11}\|[0-9a-f]{64}$'
  then
    return null;
  end if;
  parts := string_to_array(claim, '|');
  body := left(claim, -65);
  if parts[7]::bigint <= extract(epoch from statement_timestamp()) then
    return null;
  end if;
  select * into key from access.claim_key;
  if not found or decode(parts[8], 'hex') <>
    sha256(key.outer_block || sha256(key.inner_block || convert_to(body, 'UTF8')))
  then
    return null;
  end if;
  return case when part between 1 and 6 then parts[part] end;
end $function$
;

CREATE OR REPLACE FUNCTION access.claim_actor()
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$ select access.claim(2) $function$
;

CREATE OR REPLACE FUNCTION access.claim_areas()
 RETURNS text[]
 LANGUAGE sql
 STABLE
AS $function$ select string_to_array(access.claim(5), ',') $function$
;

CREATE OR REPLACE FUNCTION access.claim_office()
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$ select access.claim(3) $function$
;

CREATE OR REPLACE FUNCTION access.claim_roles()
 RETURNS text[]
 LANGUAGE sql
 STABLE
AS $function$ select string_to_array(access.claim(4), ',') $function$
;

CREATE OR REPLACE FUNCTION access.claim_sectors()
 RETURNS text[]
 LANGUAGE sql
 STABLE
AS $function$ select string_to_array(access.claim(6), ',') $function$
;

CREATE OR REPLACE FUNCTION access.claim_tenant()
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$ select access.claim(1)::integer $function$
;

CREATE OR REPLACE FUNCTION access.guard(guarded regclass)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if not exists (
    select from pg_attribute
    where attrelid = guarded and attname = 'tenant_id' and atttypid = 'integer'::regtype
      and attnotnull and not attisdropped
  ) then
    raise exception '% has no column "tenant_id integer not null"', guarded
      using errcode = 'wrong_object_type';
  end if;
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  -- The owner too: it is with his rights that PostgreSQL proves the foreign keys of a partition
  -- when it is attached, and he shall see no more than the claim does.
  execute format(
    'create policy tenant_isolation on %s
       to payung_owner, payung_app, payung_loader, payung_reader
       using (tenant_id = (select access.claim_tenant()))
       with check (tenant_id = (select access.claim_tenant()))', guarded);
end $function$
;

CREATE OR REPLACE FUNCTION audit.derive_entry()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  found constant text[] := audit.entry_values(new.bytes);
begin
  if found[2]::int is distinct from new.tenant_id
    or new.tenant_id is distinct from access.claim_tenant() then
    raise exception 'audit entry: the tenant is not the tenant of the claim'
      using errcode = 'insufficient_privilege';
  end if;
  if found[5] is distinct from access.claim_actor() then
    raise exception 'audit entry: the actor is not the actor of the claim'
      using errcode = 'insufficient_privilege';
  end if;
  -- A claim writes "no office" as an empty part.
  if coalesce(found[6], '') is distinct from access.claim_office() then
    raise exception 'audit entry: the office is not the office of the claim'
      using errcode = 'insufficient_privilege';
  end if;
  if found[7] <> '' and not found[7] = any (access.claim_roles()) then
    raise exception 'audit entry: the role is not a role of the claim'
      using errcode = 'insufficient_privilege';
  end if;
  new.id := found[3]::uuid;
  new.at := replace(found[4], 'Z', '+00')::timestamptz;
  new.actor := found[5];
  new.office := found[6];
  new.action := found[8];
  new.object_kind := found[11];
  new.object_id := found[12];
  new.subjects := string_to_array(found[13], ',');
  new.leaf := sha256('\x00'::bytea || new.bytes);
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION audit.entry_values(entry_bytes bytea)
 RETURNS text[]
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
declare
  names constant text[] := array['v', 'tenant', 'id', 'at', 'actor', 'office', 'role', 'action',
    'purpose', 'case', 'object_kind', 'object_id', 'subjects', 'before', 'after', 'batch_root',
    'law', 'request'];
  kinds constant text[] := array['version', 'tenant', 'uuid', 'instant', 'filled', 'text', 'text',
    'code', 'text', 'text', 'code', 'filled', 'subjects', 'hash', 'hash', 'hash', 'text', 'text'];
  required constant text[] := array['v', 'tenant', 'id', 'at', 'actor', 'action'];
  lines constant text[] := string_to_array(convert_from(entry_bytes, 'UTF8'), E'\n');
  found text[] := '{}';
  value text;
begin
  if array_length(lines, 1) is distinct from 19 or lines[19] <> '' then
    raise exception 'audit entry: 18 lines, each ended by LF, are needed';
  end if;
  for i in 1 .. 18 loop
    value := case when starts_with(lines[i], names[i] || '=')
      then substr(lines[i], length(names[i]) + 2) end;
    if value is null and (lines[i] <> names[i] or names[i] = any (required))
      or value is not null and not audit.value_is_canonical(kinds[i], value) then
      raise exception 'audit entry: field % is not canonical', names[i];
    end if;
    found := found || value;
  end loop;
  if (found[11] is null) <> (found[12] is null) then
    raise exception 'audit entry: object_kind and object_id stand together';
  end if;
  return found;
end $function$
;

CREATE OR REPLACE FUNCTION audit.instant_is_canonical(value text)
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
begin
  if value !~ '^2[0-9]{3}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$' then
    return false;
  end if;
  -- The cast accepts 24:00:00 and second 60; writing the instant again shows the difference.
  return to_char(replace(rtrim(value, 'Z'), 'T', ' ')::timestamp, 'YYYY-MM-DD HH24:MI:SS.MS')
    = replace(rtrim(value, 'Z'), 'T', ' ');
exception when datetime_field_overflow then
  return false;
end $function$
;

CREATE OR REPLACE FUNCTION audit.number_entries()
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  tenant constant int := access.claim_tenant();
  base bigint;
  numbered bigint;
begin
  if tenant is null then
    raise exception 'audit: no claim' using errcode = 'insufficient_privilege';
  end if;
  perform pg_advisory_xact_lock(hashtext('audit.number_entries'), tenant);
  insert into audit.counter (tenant_id, next_seq) values (tenant, 0) on conflict do nothing;
  select next_seq into base from audit.counter where tenant_id = tenant for update;
  with taken as (
    delete from audit.pending where tenant_id = tenant returning entry_id, arrival
  )
  insert into audit.sequence (tenant_id, seq, entry_id)
  select tenant, base + row_number() over (order by arrival) - 1, entry_id from taken;
  get diagnostics numbered = row_count;
  update audit.counter set next_seq = base + numbered where tenant_id = tenant;
  return numbered;
end $function$
;

CREATE OR REPLACE FUNCTION audit.queue_entry()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  insert into audit.pending (tenant_id, entry_id, arrival)
  values (new.tenant_id, new.id, new.arrival);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION audit.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% on %.% is refused: the log only grows', tg_op, tg_table_schema, tg_table_name
    using errcode = 'insufficient_privilege';
end $function$
;

CREATE OR REPLACE FUNCTION audit.subjects_are_canonical(value text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select count(*) <= 500 and coalesce(bool_and(item ~ '^[0-9a-f]{64}$'), true)
    and coalesce(string_agg(item, ',' order by item collate "C"), '') = value
    and count(distinct item) = count(*)
  from unnest(string_to_array(value, ',')) item
$function$
;

CREATE OR REPLACE FUNCTION audit.text_is_canonical(value text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select length(value) <= 200 and value = btrim(value, ' ') and value collate "C"
    ~ '^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027]+$'
$function$
;

CREATE OR REPLACE FUNCTION audit.value_is_canonical(kind text, value text)
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
begin
  case kind
    when 'version' then return value = '1';
    when 'tenant' then
      return value ~ '^[1-9][0-9]{0,9}$' and value::bigint <= 2147483647;
    when 'uuid' then
      return value ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';
    when 'instant' then return audit.instant_is_canonical(value);
    when 'code' then
      return length(value) <= 100 and value ~ '^[a-z][a-z0-9]*([._-][a-z0-9]+)*$';
    when 'hash' then return value ~ '^[0-9a-f]{64}$';
    when 'subjects' then return audit.subjects_are_canonical(value);
    when 'text' then return value = '' or audit.text_is_canonical(value);
    when 'filled' then return audit.text_is_canonical(value);
  end case;
end $function$
;

CREATE OR REPLACE FUNCTION inbox.check_batch_balance()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  counted int[];
begin
  select array[count(*), count(*) filter (where outcome = 'accepted'),
    count(*) filter (where outcome = 'repaired'), count(*) filter (where outcome = 'set_aside'),
    count(*) filter (where outcome = 'ignored')]
  into counted from inbox.staged_row
  where tenant_id = new.tenant_id and batch_id = new.batch_id;
  if counted <> array[new.rows_read, new.rows_accepted, new.rows_repaired, new.rows_set_aside,
    new.rows_ignored]
  then
    raise exception 'the rows of the import are %, its balance says otherwise', counted
      using errcode = 'check_violation';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION inbox.check_batch_begins()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if new.state <> 'received' then
    raise exception 'an import begins as received' using errcode = 'object_not_in_prerequisite_state';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION inbox.check_batch_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  -- What may still be written: the reading once, then the decision.
  open_columns text[] := case old.state
    when 'received' then array['state', 'kind', 'format', 'sender_id', 'sender', 'law_version',
      'rows_read', 'rows_accepted', 'rows_repaired', 'rows_set_aside', 'rows_ignored', 'rows_new',
      'rows_same', 'rows_changed', 'rows_missing', 'compared_with', 'reading', 'recipe', 'refusal']
    else array['state', 'decided_by', 'decided_at'] end;
begin
  if old.state || '>' || new.state not in ('received>read', 'received>refused', 'read>applied',
    'read>undone', 'applied>undone')
  then
    raise exception 'an import cannot go from % to %', old.state, new.state
      using errcode = 'object_not_in_prerequisite_state';
  end if;
  if to_jsonb(old) - open_columns <> to_jsonb(new) - open_columns then
    raise exception 'an import is not changed after it was %', old.state
      using errcode = 'object_not_in_prerequisite_state';
  end if;
  if new.decided_by is distinct from old.decided_by and new.decided_by <> access.claim_actor() then
    raise exception 'an import is decided under one''s own name'
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION overlap.check_end()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if old.state <> 'open' then
    raise exception 'an exchange ends once'
      using errcode = 'check_violation', constraint = 'session_ends_once';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION overlap.check_limit()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  agreed overlap.partner;
  used bigint;
  most int;
begin
  perform pg_advisory_xact_lock(hashtextextended(
    format('payung.overlap %s %s', new.tenant_id, new.partner_id), 0));
  select * into strict agreed from overlap.partner
  where tenant_id = new.tenant_id and partner_id = new.partner_id;
  if (new.begun_at at time zone 'UTC')::date not between agreed.valid_from and agreed.valid_to then
    raise exception 'the agreement does not hold on this day'
      using errcode = 'check_violation', constraint = 'session_in_agreement';
  end if;
  select coalesce(sum(numbers), 0) into used from overlap.session
  where tenant_id = new.tenant_id and partner_id = new.partner_id and side = new.side and year = new.year;
  most := case new.side when 'asked' then agreed.ask_limit else agreed.answer_limit end;
  if used + new.numbers > most then
    raise exception 'more numbers than were agreed'
      using errcode = 'check_violation', constraint = 'session_in_limit';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION platform.close_partition(parent regclass, partition_key uuid, expected_rows bigint)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  tenant integer := access.claim_tenant();
  key_column name;
  parent_schema name;
  child regclass;
  found_rows bigint;
  foreign_rows bigint;
begin
  if tenant is null then
    raise exception 'no valid claim' using errcode = 'insufficient_privilege';
  end if;
  key_column := platform.partition_column(parent);
  select n.nspname into strict parent_schema
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = parent;
  child := to_regclass(
    format('%I.%I', parent_schema, platform.partition_name(parent, partition_key)));
  delete from platform.open_partition o where o.partition = child and o.claimed_tenant = tenant;
  if not found then
    raise exception 'no partition of % is open for this key and tenant', parent
      using errcode = 'object_not_in_prerequisite_state';
  end if;
  execute format(
    'select count(*),
       count(*) filter (where tenant_id is distinct from $1 or %I is distinct from $2)
     from %s', key_column, child)
    into found_rows, foreign_rows using tenant, partition_key;
  if foreign_rows <> 0 then
    raise exception '% rows of another tenant or key', foreign_rows
      using errcode = 'check_violation';
  end if;
  if found_rows is distinct from expected_rows then
    raise exception 'expected % rows, found %', expected_rows, found_rows
      using errcode = 'check_violation';
  end if;
  execute format('revoke all on %s from payung_loader', child);
  execute format('alter table %s attach partition %s for values in (%L)',
    parent, child, partition_key);
  execute format('alter table %s enable row level security', child);
  execute format('alter table %s force row level security', child);
  execute format('analyze %s', child);
end $function$
;

CREATE OR REPLACE FUNCTION platform.open_partition(parent regclass, partition_key uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  tenant integer := access.claim_tenant();
  key_column name;
  parent_schema name;
  qualified text;
begin
  if tenant is null then
    raise exception 'no valid claim' using errcode = 'insufficient_privilege';
  end if;
  key_column := platform.partition_column(parent);
  select n.nspname into strict parent_schema
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = parent;
  qualified := format('%I.%I', parent_schema, platform.partition_name(parent, partition_key));
  -- The check both refuses a foreign row at once and spares the attach a scan of its own.
  execute format(
    'create table %s (like %s including defaults including generated including constraints
       including storage including compression,
     constraint partition_key check (tenant_id = %s and %I = %L))',
    qualified, parent, tenant, key_column, partition_key);
  execute format('grant select, insert on %s to payung_loader', qualified);
  insert into platform.open_partition values (qualified::regclass, tenant);
  return qualified;
end $function$
;

CREATE OR REPLACE FUNCTION platform.partition_column(parent regclass)
 RETURNS name
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  found_column name;
begin
  select a.attname into found_column
  from pg_class c
  join pg_partitioned_table p on p.partrelid = c.oid
  join pg_attribute a on a.attrelid = c.oid and a.attnum = p.partattrs[0]
  where c.oid = parent and p.partstrat = 'l' and p.partnatts = 1
    and a.attname in ('run_id', 'batch_id')
    and c.relrowsecurity and c.relforcerowsecurity
    and pg_get_userbyid(c.relowner) = current_user;
  if found_column is null then
    raise exception '% is not a guarded table of ours partitioned by list (run_id or batch_id)',
      parent using errcode = 'wrong_object_type';
  end if;
  return found_column;
end $function$
;

CREATE OR REPLACE FUNCTION platform.partition_name(parent regclass, partition_key uuid)
 RETURNS text
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  parent_name name;
begin
  select relname into strict parent_name from pg_class where oid = parent;
  -- PostgreSQL cuts names at 63 bytes, and a cut name could belong to two runs.
  if length(parent_name) > 28 then
    raise exception 'the name of % is longer than 28 characters', parent
      using errcode = 'name_too_long';
  end if;
  return parent_name || '_p_' || replace(partition_key::text, '-', '');
end $function$
;

CREATE OR REPLACE FUNCTION platform.refuse_open_partition()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if exists (select from platform.open_partition where partition = new.partition) then
    raise exception 'partition % was opened and not closed in this transaction', new.partition
      using errcode = 'object_not_in_prerequisite_state';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION registry.empty_old_search(programme text, of_year integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION selection.list_adds_up()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
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
end $function$
;


-- Triggers

CREATE TRIGGER refuse_change BEFORE DELETE OR UPDATE OR TRUNCATE ON audit.checkpoint FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER derive_entry BEFORE INSERT ON audit.entry FOR EACH ROW EXECUTE FUNCTION audit.derive_entry();
CREATE TRIGGER queue_entry AFTER INSERT ON audit.entry FOR EACH ROW EXECUTE FUNCTION audit.queue_entry();
CREATE TRIGGER refuse_change BEFORE DELETE OR UPDATE OR TRUNCATE ON audit.entry FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER refuse_change BEFORE DELETE OR UPDATE OR TRUNCATE ON audit.sequence FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
CREATE CONSTRAINT TRIGGER check_batch_balance AFTER UPDATE ON inbox.batch DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.state = 'received'::text) AND (new.state = 'read'::text) AND (new.kind = 'usulan'::text))) EXECUTE FUNCTION inbox.check_batch_balance();
CREATE TRIGGER check_batch_begins BEFORE INSERT ON inbox.batch FOR EACH ROW EXECUTE FUNCTION inbox.check_batch_begins();
CREATE TRIGGER check_batch_change BEFORE UPDATE ON inbox.batch FOR EACH ROW EXECUTE FUNCTION inbox.check_batch_change();
CREATE TRIGGER check_end BEFORE UPDATE ON overlap.session FOR EACH ROW EXECUTE FUNCTION overlap.check_end();
CREATE TRIGGER check_limit BEFORE INSERT ON overlap.session FOR EACH ROW EXECUTE FUNCTION overlap.check_limit();
CREATE CONSTRAINT TRIGGER refuse_open_partition AFTER INSERT ON platform.open_partition DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION platform.refuse_open_partition();
CREATE CONSTRAINT TRIGGER list_adds_up AFTER INSERT ON selection.list DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION selection.list_adds_up();

-- Grants

grant usage on schema access to payung_app;
grant usage on schema access to payung_loader;
grant usage on schema access to payung_reader;
grant usage on schema audit to payung_app;
grant usage on schema audit to payung_loader;
grant usage on schema audit to payung_reader;
grant usage on schema decree to payung_app;
grant usage on schema decree to payung_loader;
grant usage on schema decree to payung_reader;
grant usage on schema eligibility to payung_app;
grant usage on schema eligibility to payung_loader;
grant usage on schema eligibility to payung_reader;
grant usage on schema inbox to payung_app;
grant usage on schema inbox to payung_loader;
grant usage on schema inbox to payung_reader;
grant usage on schema intake to payung_app;
grant usage on schema intake to payung_loader;
grant usage on schema intake to payung_reader;
grant usage on schema law to payung_app;
grant usage on schema law to payung_loader;
grant usage on schema law to payung_reader;
grant usage on schema matching to payung_app;
grant usage on schema matching to payung_loader;
grant usage on schema matching to payung_reader;
grant usage on schema overlap to payung_app;
grant usage on schema overlap to payung_loader;
grant usage on schema overlap to payung_reader;
grant usage on schema platform to payung_loader;
grant usage on schema platform to payung_migrator;
grant usage on schema registry to payung_app;
grant usage on schema registry to payung_loader;
grant usage on schema registry to payung_reader;
grant usage on schema selection to payung_app;
grant usage on schema selection to payung_loader;
grant usage on schema selection to payung_reader;

-- Grants on tables

grant insert, select on table audit.checkpoint to payung_app;
grant select on table audit.checkpoint to payung_reader;
grant select on table audit.entry to payung_app;
grant select on table audit.entry to payung_reader;
grant select on table audit.pending to payung_app;
grant select on table audit.pending to payung_reader;
grant select on table audit.sequence to payung_app;
grant select on table audit.sequence to payung_reader;
grant delete, insert, select on table audit.subject_salt to payung_app;
grant select on table decree.draft to payung_app;
grant insert, select on table decree.draft to payung_loader;
grant select on table decree.draft to payung_reader;
grant select on table eligibility.current_decision to payung_app;
grant select on table eligibility.current_decision to payung_loader;
grant select on table eligibility.current_decision to payung_reader;
grant select on table eligibility.decision to payung_app;
grant select on table eligibility.decision to payung_loader;
grant select on table eligibility.decision to payung_reader;
grant insert, select, update on table inbox.batch to payung_app;
grant insert, select, update on table inbox.batch to payung_loader;
grant select on table inbox.batch to payung_reader;
grant insert, select on table inbox.decree_hold to payung_app;
grant select on table inbox.decree_hold to payung_loader;
grant select on table inbox.decree_hold to payung_reader;
grant insert, select on table inbox.recipe to payung_app;
grant insert, select on table inbox.recipe to payung_loader;
grant select on table inbox.recipe to payung_reader;
grant insert, select on table inbox.request to payung_app;
grant insert, select on table inbox.request to payung_loader;
grant select on table inbox.request to payung_reader;
grant select on table inbox.run_batch to payung_app;
grant insert, select on table inbox.run_batch to payung_loader;
grant select on table inbox.run_batch to payung_reader;
grant select on table inbox.staged_row to payung_app;
grant select on table inbox.staged_row to payung_loader;
grant select on table inbox.staged_row to payung_reader;
grant select on table intake."row" to payung_app;
grant select on table intake."row" to payung_loader;
grant select on table intake."row" to payung_reader;
grant select on table intake.current_file to payung_app;
grant select on table intake.current_file to payung_loader;
grant select on table intake.current_file to payung_reader;
grant select on table intake.current_question to payung_app;
grant select on table intake.current_question to payung_loader;
grant select on table intake.current_question to payung_reader;
grant select on table intake.current_row to payung_app;
grant select on table intake.current_row to payung_loader;
grant select on table intake.current_row to payung_reader;
grant select on table intake.file to payung_app;
grant select on table intake.file to payung_loader;
grant select on table intake.file to payung_reader;
grant select on table intake.question to payung_app;
grant select on table intake.question to payung_loader;
grant select on table intake.question to payung_reader;
grant select on table intake.run to payung_app;
grant insert, select on table intake.run to payung_loader;
grant select on table intake.run to payung_reader;
grant insert, select on table law.adoption to payung_app;
grant select on table law.adoption to payung_loader;
grant select on table law.adoption to payung_reader;
grant insert, select, update on table law.area to payung_app;
grant select on table law.area to payung_loader;
grant select on table law.area to payung_reader;
grant insert, select, update on table law.cycle to payung_app;
grant select on table law.cycle to payung_loader;
grant select on table law.cycle to payung_reader;
grant insert, select, update on table law.funding_line to payung_app;
grant select on table law.funding_line to payung_loader;
grant select on table law.funding_line to payung_reader;
grant insert, select, update on table law.office to payung_app;
grant select on table law.office to payung_loader;
grant select on table law.office to payung_reader;
grant insert, select, update on table law.office_sector to payung_app;
grant select on table law.office_sector to payung_loader;
grant select on table law.office_sector to payung_reader;
grant insert, select on table law.pack to payung_app;
grant select on table law.pack to payung_loader;
grant select on table law.pack to payung_reader;
grant insert, select on table law.pack_value to payung_app;
grant select on table law.pack_value to payung_loader;
grant select on table law.pack_value to payung_reader;
grant insert, select, update on table law.programme to payung_app;
grant select on table law.programme to payung_loader;
grant select on table law.programme to payung_reader;
grant insert, select, update on table law.tenant to payung_app;
grant select on table law.tenant to payung_loader;
grant select on table law.tenant to payung_reader;
grant insert, select on table law.value to payung_app;
grant select on table law.value to payung_loader;
grant select on table law.value to payung_reader;
grant select on table matching.current_pair to payung_app;
grant select on table matching.current_pair to payung_loader;
grant select on table matching.current_pair to payung_reader;
grant select on table matching.current_verdict to payung_app;
grant select on table matching.current_verdict to payung_loader;
grant select on table matching.current_verdict to payung_reader;
grant select on table matching.pair to payung_app;
grant select on table matching.pair to payung_loader;
grant select on table matching.pair to payung_reader;
grant insert, select on table matching.verdict to payung_app;
grant select on table matching.verdict to payung_loader;
grant select on table matching.verdict to payung_reader;
grant insert, select on table overlap.partner to payung_app;
grant select on table overlap.partner to payung_reader;
grant insert, select on table overlap.session to payung_app;
grant select on table overlap.session to payung_reader;
grant select on table platform.migration to payung_migrator;
grant select on table registry.current_person to payung_app;
grant select on table registry.current_person to payung_loader;
grant select on table registry.current_person to payung_reader;
grant select on table registry.current_register_file to payung_app;
grant select on table registry.current_register_file to payung_loader;
grant select on table registry.current_register_file to payung_reader;
grant select on table registry.current_row_fact to payung_app;
grant select on table registry.current_row_fact to payung_loader;
grant select on table registry.current_row_fact to payung_reader;
grant select on table registry.fact to payung_app;
grant select on table registry.fact to payung_loader;
grant select on table registry.fact to payung_reader;
grant select on table registry.person to payung_app;
grant select on table registry.person to payung_loader;
grant select on table registry.person to payung_reader;
grant select on table registry.register_file to payung_app;
grant select on table registry.register_file to payung_loader;
grant select on table registry.register_file to payung_reader;
grant select on table registry.row_fact to payung_app;
grant select on table registry.row_fact to payung_loader;
grant select on table registry.row_fact to payung_reader;
grant select on table registry.search_form to payung_app;
grant select on table registry.search_form to payung_loader;
grant select on table registry.search_form to payung_reader;
grant select on table registry.search_number to payung_app;
grant select on table registry.search_number to payung_loader;
grant select on table registry.search_number to payung_reader;
grant select on table registry.search_part to payung_app;
grant insert, select on table registry.search_part to payung_loader;
grant select on table registry.search_part to payung_reader;
grant select on table registry.search_person to payung_app;
grant select on table registry.search_person to payung_loader;
grant select on table registry.search_person to payung_reader;
grant select on table registry.search_word to payung_app;
grant select on table registry.search_word to payung_loader;
grant select on table registry.search_word to payung_reader;
grant insert, select on table registry.single_fact to payung_app;
grant select on table registry.single_fact to payung_loader;
grant select on table registry.single_fact to payung_reader;
grant select on table selection.current_entry to payung_app;
grant select on table selection.current_entry to payung_loader;
grant select on table selection.current_entry to payung_reader;
grant select on table selection.entry to payung_app;
grant select on table selection.entry to payung_loader;
grant select on table selection.entry to payung_reader;
grant select on table selection.list to payung_app;
grant insert, select on table selection.list to payung_loader;
grant select on table selection.list to payung_reader;

-- Grants on columns

grant insert on columns of audit.entry (bytes) to payung_app;
grant insert on columns of audit.entry (bytes) to payung_loader;
grant insert on columns of audit.entry (tenant_id) to payung_app;
grant insert on columns of audit.entry (tenant_id) to payung_loader;
grant update on columns of overlap.session (answer_sha256) to payung_app;
grant update on columns of overlap.session (ended_at) to payung_app;
grant update on columns of overlap.session (found) to payung_app;
grant update on columns of overlap.session (held) to payung_app;
grant update on columns of overlap.session (state) to payung_app;

-- Grants on functions

grant execute on function access.claim(integer) to payung_app;
grant execute on function access.claim(integer) to payung_loader;
grant execute on function access.claim(integer) to payung_reader;
grant execute on function access.claim_actor() to payung_app;
grant execute on function access.claim_actor() to payung_loader;
grant execute on function access.claim_actor() to payung_reader;
grant execute on function access.claim_areas() to payung_app;
grant execute on function access.claim_areas() to payung_loader;
grant execute on function access.claim_areas() to payung_reader;
grant execute on function access.claim_office() to payung_app;
grant execute on function access.claim_office() to payung_loader;
grant execute on function access.claim_office() to payung_reader;
grant execute on function access.claim_roles() to payung_app;
grant execute on function access.claim_roles() to payung_loader;
grant execute on function access.claim_roles() to payung_reader;
grant execute on function access.claim_sectors() to payung_app;
grant execute on function access.claim_sectors() to payung_loader;
grant execute on function access.claim_sectors() to payung_reader;
grant execute on function access.claim_tenant() to payung_app;
grant execute on function access.claim_tenant() to payung_loader;
grant execute on function access.claim_tenant() to payung_reader;
grant execute on function audit.number_entries() to payung_app;
grant execute on function platform.close_partition(regclass,uuid,bigint) to payung_loader;
grant execute on function platform.open_partition(regclass,uuid) to payung_loader;
grant execute on function registry.empty_old_search(text,integer) to payung_loader;

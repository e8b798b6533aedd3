-- The inbox of a cycle: files that were imported one by one, each shown before it counts. An import
-- is received, read, then applied or dropped, and can be undone until a decree in force holds one of its
-- rows. What is applied is the inbox: a cycle folder that lies in the database and the sealed store.
create schema inbox;
grant usage on schema inbox to payung_app, payung_loader, payung_reader;

create table inbox.batch (
  tenant_id int not null,
  batch_id uuid not null,
  programme_code text not null,
  year int not null,
  -- 1, 2, 3 … within a cycle: the order of receipt, which decides what replaces what.
  seq int not null check (seq > 0),
  state text not null check (state in ('received', 'read', 'refused', 'applied', 'undone')),
  received_name text not null check (received_name <> ''),
  -- As it lies in the inbox: two files of one name lie beside each other, as in a folder.
  name text not null check (name <> ''),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null check (size_bytes >= 0),
  -- What the sender of the file said that it is; null where the file shall show it.
  asked_kind text check (asked_kind in ('usulan', 'register', 'verifikasi', 'surat-masuk')),
  -- Who sent it, as whoever imports it knows; empty where the file shall say.
  asked_sender text not null,
  received_by text not null check (received_by = access.claim_actor()),
  received_at timestamptz not null,
  -- From here on null until the file was read.
  kind text check (kind in ('usulan', 'register', 'verifikasi', 'surat-masuk')),
  format text,
  sender_id text,
  sender text,
  law_version text,
  rows_read int check (rows_read >= 0),
  rows_accepted int check (rows_accepted >= 0),
  rows_repaired int check (rows_repaired >= 0),
  rows_set_aside int check (rows_set_aside >= 0),
  rows_ignored int check (rows_ignored >= 0),
  -- Against what the same sender has in the inbox.
  rows_new int check (rows_new >= 0),
  rows_same int check (rows_same >= 0),
  rows_changed int check (rows_changed >= 0),
  rows_missing int check (rows_missing >= 0),
  -- Which imports of the sender the numbers above were counted against.
  compared_with text,
  -- Sheets with their header rows and columns, and findings about the file; no row's content.
  reading jsonb,
  recipe jsonb,
  -- Why it could not be read: a code of the catalogue and what it was about.
  refusal jsonb,
  decided_by text,
  decided_at timestamptz,
  primary key (tenant_id, batch_id),
  unique (tenant_id, programme_code, year, seq),
  -- For decree_hold.
  unique (tenant_id, batch_id, state),
  foreign key (tenant_id, programme_code, year) references law.cycle,
  foreign key (tenant_id, law_version) references law.pack (tenant_id, version),
  -- Nothing that was read disappears.
  check (rows_read = rows_accepted + rows_repaired + rows_set_aside + rows_ignored),
  check (state in ('received', 'refused') or (kind, format, sender_id, sender, law_version,
    rows_read, rows_accepted, rows_repaired, rows_set_aside, rows_ignored,
    rows_new, rows_same, rows_changed, rows_missing, compared_with, reading) is not null),
  check ((state = 'refused') = (refusal is not null)),
  check ((state in ('applied', 'undone')) = (decided_at is not null)),
  check ((decided_by is null) = (decided_at is null))
);
select access.guard('inbox.batch');

-- The same bytes count once, and a name of the inbox means one file, whoever applies first.
create unique index batch_applied_bytes on inbox.batch
  (tenant_id, programme_code, year, sha256) where state = 'applied';
create unique index batch_applied_name on inbox.batch
  (tenant_id, programme_code, year, lower(name)) where state = 'applied';

create function inbox.check_batch_change() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
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
end $$;
create trigger check_batch_change before update on inbox.batch
  for each row execute function inbox.check_batch_change();

create function inbox.check_batch_begins() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if new.state <> 'received' then
    raise exception 'an import begins as received' using errcode = 'object_not_in_prerequisite_state';
  end if;
  return new;
end $$;
create trigger check_batch_begins before insert on inbox.batch
  for each row execute function inbox.check_batch_begins();

-- One row of an import as read. Its numbers are counted once more by the database: see below.
create table inbox.staged_row (
  tenant_id int not null,
  batch_id uuid not null,
  -- The place in the reading: pages of the list go by it.
  at int not null check (at > 0),
  row_id uuid not null,
  sheet text not null,
  row_number int not null check (row_number > 0),
  kind text not null,
  outcome text not null check (outcome in ('accepted', 'repaired', 'set_aside', 'ignored')),
  -- Against the sender's earlier list; null for what is no person.
  change text check (change in ('new', 'same', 'changed')),
  nik text check (nik ~ '^[0-9]{16}$'),
  name text not null,
  birth_date date,
  sex text check (sex in ('L', 'P')),
  area_code text,
  occupation text not null,
  sector text,
  phone text not null,
  cells jsonb not null,
  findings jsonb not null,
  primary key (tenant_id, batch_id, at),
  foreign key (tenant_id, batch_id) references inbox.batch
) partition by list (batch_id);
select access.guard('inbox.staged_row');

-- When its reading is written, an import says what its rows say: the balance is a sum, not a claim.
create function inbox.check_batch_balance() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
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
end $$;
create constraint trigger check_batch_balance after update on inbox.batch
  deferrable initially deferred for each row
  when (old.state = 'received' and new.state = 'read' and new.kind = 'usulan')
  execute function inbox.check_batch_balance();

-- How a sender's lists are to be read, as somebody confirmed it by applying one. Append-only.
create table inbox.recipe (
  tenant_id int not null,
  sender_id text not null check (sender_id <> ''),
  version int not null check (version > 0),
  recipe jsonb not null,
  batch_id uuid not null,
  confirmed_by text not null check (confirmed_by = access.claim_actor()),
  confirmed_at timestamptz not null,
  primary key (tenant_id, sender_id, version),
  foreign key (tenant_id, batch_id) references inbox.batch
);
select access.guard('inbox.recipe');

-- A caller's promise to repeat only the same request under the same key; the key as a hash.
create table inbox.request (
  tenant_id int not null,
  key_hash text not null check (key_hash ~ '^[0-9a-f]{64}$'),
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  batch_id uuid not null,
  primary key (tenant_id, key_hash),
  foreign key (tenant_id, batch_id) references inbox.batch
);
select access.guard('inbox.request');

-- The imports out of which a run was computed.
create table inbox.run_batch (
  tenant_id int not null,
  run_id uuid not null,
  batch_id uuid not null,
  primary key (tenant_id, run_id, batch_id),
  foreign key (tenant_id, run_id) references intake.run,
  foreign key (tenant_id, batch_id) references inbox.batch
);
select access.guard('inbox.run_batch');

-- A decree in force holds the imports of its rows. The foreign key goes to the state, so an import that
-- is held cannot leave the state "applied", and one that was undone cannot be held; of two
-- that try at once the later one waits and is refused.
create table inbox.decree_hold (
  tenant_id int not null,
  batch_id uuid not null,
  state text not null default 'applied' check (state = 'applied'),
  decree text not null check (decree <> ''),
  primary key (tenant_id, batch_id, decree),
  constraint decree_holds_import foreign key (tenant_id, batch_id, state)
    references inbox.batch (tenant_id, batch_id, state)
);
select access.guard('inbox.decree_hold');

grant select, insert, update on inbox.batch to payung_app, payung_loader;
grant select, insert on inbox.recipe, inbox.request, inbox.decree_hold to payung_app;
grant select, insert on inbox.recipe, inbox.request, inbox.run_batch to payung_loader;
grant select on inbox.run_batch, inbox.staged_row to payung_app;
grant select on inbox.staged_row, inbox.decree_hold to payung_loader;
grant select on inbox.batch, inbox.staged_row, inbox.recipe, inbox.request, inbox.run_batch,
  inbox.decree_hold to payung_reader;

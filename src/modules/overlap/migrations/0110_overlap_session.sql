-- Exchanges with other payers who may not hand over a list: with whom, under which agreement, how many numbers may be
-- asked about in a year on either side, and every exchange that was begun. No number of a person stands here.
create schema overlap;
grant usage on schema overlap to payung_app, payung_loader, payung_reader;

create table overlap.partner (
  tenant_id int not null,
  partner_id uuid not null,
  name text not null check (btrim(name) <> ''),
  kind text not null check (kind in ('province', 'company')),
  -- The agreement that allows the exchange: its number and date.
  basis text not null check (btrim(basis) <> ''),
  valid_from date not null,
  valid_to date not null check (valid_to >= valid_from),
  -- Numbers a year: that we ask them about, and that they may ask us about.
  ask_limit int not null check (ask_limit >= 0),
  answer_limit int not null check (answer_limit >= 0),
  entered_by text not null check (entered_by = access.claim_actor()),
  entered_at timestamptz not null,
  primary key (tenant_id, partner_id)
);
select access.guard('overlap.partner');
create unique index partner_name on overlap.partner (tenant_id, lower(name));
grant select, insert on overlap.partner to payung_app;
grant select on overlap.partner to payung_reader;

create table overlap.session (
  tenant_id int not null,
  session_id uuid not null,
  -- Whose question it is: 'asked' by us, 'answered' to them.
  side text not null check (side in ('asked', 'answered')),
  partner_id uuid not null,
  year int not null,
  state text not null check (state in ('open', 'finished', 'cancelled', 'answered')),
  -- How many numbers the question is about; counted against the limit whatever becomes of it.
  numbers int not null check (numbers > 0),
  -- How many the answering side held.
  held int check (held >= 0),
  -- How many both hold; known to the asking side only.
  found int check (found between 0 and numbers),
  offer_sha256 text not null check (offer_sha256 ~ '^[0-9a-f]{64}$'),
  answer_sha256 text check (answer_sha256 ~ '^[0-9a-f]{64}$'),
  begun_by text not null check (begun_by = access.claim_actor()),
  begun_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, session_id, side),
  foreign key (tenant_id, partner_id) references overlap.partner,
  check ((side = 'answered') = (state = 'answered')),
  check ((state = 'open') = (ended_at is null)),
  check ((state in ('finished', 'answered')) = (held is not null and answer_sha256 is not null)),
  check ((state = 'finished') = (found is not null))
);
select access.guard('overlap.session');
create index session_partner on overlap.session (tenant_id, partner_id, side, year);
grant select, insert on overlap.session to payung_app;
grant update (state, held, found, answer_sha256, ended_at) on overlap.session to payung_app;
grant select on overlap.session to payung_reader;

-- Two clerks at once cannot ask more than was agreed: the second waits for the first and is counted behind him.
create function overlap.check_limit() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
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
end $$;
create trigger check_limit before insert on overlap.session
  for each row execute function overlap.check_limit();

create function overlap.check_end() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if old.state <> 'open' then
    raise exception 'an exchange ends once'
      using errcode = 'check_violation', constraint = 'session_ends_once';
  end if;
  return new;
end $$;
create trigger check_end before update on overlap.session
  for each row execute function overlap.check_end();

-- The numbers of the log. Commands insert entries without a common lock; one sequencer numbers
-- what has been committed. It works off a queue and not above a watermark: an entry that was still
-- uncommitted when a later one got its number stays in the queue and gets the next number, so
-- nothing is skipped. Order within a sweep is the order of insertion: whoever saw another's
-- committed change inserts the own entry after it, so a cause always stands before its effect.
create table audit.pending (
  tenant_id int not null,
  entry_id uuid not null,
  arrival bigint not null,
  primary key (tenant_id, entry_id),
  foreign key (tenant_id, entry_id) references audit.entry (tenant_id, id)
);

create table audit.sequence (
  tenant_id int not null,
  seq bigint not null check (seq >= 0),
  entry_id uuid not null,
  primary key (tenant_id, seq),
  unique (tenant_id, entry_id),
  foreign key (tenant_id, entry_id) references audit.entry (tenant_id, id)
);

-- A counter row and not a database sequence: a rolled back sweep must leave no gap.
create table audit.counter (
  tenant_id int primary key,
  next_seq bigint not null check (next_seq >= 0)
);

create trigger refuse_change before update or delete or truncate on audit.sequence
  for each statement execute function audit.refuse_change();

create function audit.queue_entry() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into audit.pending (tenant_id, entry_id, arrival)
  values (new.tenant_id, new.id, new.arrival);
  return null;
end $$;
create trigger queue_entry after insert on audit.entry
  for each row execute function audit.queue_entry();

-- Numbers every committed entry of the claim's tenant and returns how many. The lock lets one
-- sequencer work at a time; the queue is read by a statement that starts after the lock is held.
create function audit.number_entries() returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
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
end $$;

select access.guard('audit.pending');
select access.guard('audit.sequence');
select access.guard('audit.counter');
-- Only the two functions above write these tables. They run as the owner, who is under row
-- security too and therefore needs a policy of the same claim.
create policy numbering on audit.pending to payung_owner
  using (tenant_id = (select access.claim_tenant()))
  with check (tenant_id = (select access.claim_tenant()));
create policy numbering on audit.sequence for insert to payung_owner
  with check (tenant_id = (select access.claim_tenant()));
create policy numbering on audit.counter to payung_owner
  using (tenant_id = (select access.claim_tenant()))
  with check (tenant_id = (select access.claim_tenant()));
grant select on audit.pending, audit.sequence to payung_app, payung_reader;
grant execute on function audit.number_entries() to payung_app;

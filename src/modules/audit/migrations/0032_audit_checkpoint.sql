-- Signed tree heads. A row is a copy of what was handed to witnesses; its worth is the signature,
-- which every reader verifies, and not the table.
create table audit.checkpoint (
  tenant_id int not null,
  size bigint not null check (size > 0),
  root bytea not null check (length(root) = 32),
  note text not null,
  primary key (tenant_id, size)
);

create trigger refuse_change before update or delete or truncate on audit.checkpoint
  for each statement execute function audit.refuse_change();

select access.guard('audit.checkpoint');
grant select, insert on audit.checkpoint to payung_app;
grant select on audit.checkpoint to payung_reader;

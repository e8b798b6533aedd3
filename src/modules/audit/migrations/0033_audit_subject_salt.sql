-- One random salt per person makes her commitments in the log (commitment.ts). Erasing a person
-- deletes the salt: the log keeps its hashes, and nobody can tell any more whom they meant.
-- The salt is therefore in no export, and there is no foreign key into the registry's tables.
create table audit.subject_salt (
  tenant_id int not null,
  person_id uuid not null,
  salt bytea not null check (length(salt) = 32),
  primary key (tenant_id, person_id)
);

select access.guard('audit.subject_salt');
grant select, insert, delete on audit.subject_salt to payung_app;

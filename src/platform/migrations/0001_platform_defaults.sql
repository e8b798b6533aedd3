-- Every function is closed until a migration opens it: PostgreSQL lets everybody execute new
-- functions, and functions of the owner that run with its rights would be open to all.
alter default privileges revoke execute on functions from public;

-- Partition functions live here; the roles need to see the schema to call them.
grant usage on schema platform to payung_loader;

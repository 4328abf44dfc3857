-- Backups that were tried, for the settings page to say. They are made by whoever has the administrator's address
-- (scripts/backup): the application may read this, and write nothing of it. About this installation, so no owned table.

create type "backup_verified" as enum ('RESTORED', 'READ_BACK');
create type "backup_failure" as enum ('SPACE', 'DIFFERENT', 'UNEXPECTED');

create table "backup_run" (
    "id" uuid not null default uuid_v7(),
    "started_at" timestamptz(6) not null,
    "ended_at" timestamptz(6) not null default current_timestamp,
    "bytes" bigint,
    "verified" "backup_verified",
    "failure" "backup_failure",

    constraint "backup_run_pkey" primary key ("id"),
    constraint "backup_run_outcome" check (num_nulls("bytes", "verified") = 0 and "failure" is null or num_nulls("bytes", "verified") = 2 and "failure" is not null)
);
create index "backup_run_ended_at_idx" on "backup_run" ("ended_at");
grant select on "backup_run" to vouch_app;

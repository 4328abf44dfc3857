-- Light or dark as the system has it, unless the owner says which.
create type "theme" as enum ('SYSTEM', 'LIGHT', 'DARK');
alter table "app_user" add column "theme" "theme" not null default 'SYSTEM';

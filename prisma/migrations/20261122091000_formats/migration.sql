-- Files from elsewhere: calendars, and tables whose columns only the owner can tell.

alter type "import_kind" add value 'EVENTS';

alter table "import_file"
  add column "header" text[] default array[]::text[],
  add column "targets" text[] default array[]::text[],
  add column "is_owners" boolean not null default false;

alter table "import_row" add column "cells" text[];

-- What the owner said the columns of a table are, for the next one with the same columns.
CREATE TABLE "column_mapping" (
    "owner_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "columns" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "column_mapping_pkey" PRIMARY KEY ("owner_id","id")
);

ALTER TABLE "column_mapping" ADD CONSTRAINT "column_mapping_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

grant select, insert, update, delete on "column_mapping" to vouch_app;
alter table "column_mapping" enable row level security;
alter table "column_mapping" force row level security;
create policy owner_only on "column_mapping" using (owner_id = current_owner()) with check (owner_id = current_owner());

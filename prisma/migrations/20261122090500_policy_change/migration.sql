-- A change of the policy that is made in the background: what is asked for, and how far it is. One an owner: a newer
-- one takes the place of one that waits or runs.
create type "policy_change_state" as enum ('WAITING', 'RUNNING', 'FAILED');

create table "policy_change" (
    "owner_id" uuid not null,
    "id" uuid not null default uuid_v7(),
    "proposed" jsonb not null,
    "version" integer not null,
    "state" "policy_change_state" not null default 'WAITING',
    "done" integer not null default 0,
    "total" integer not null default 0,
    "reference" text,
    "created_at" timestamptz(6) not null default current_timestamp,
    "updated_at" timestamptz(6) not null default current_timestamp,

    constraint "policy_change_pkey" primary key ("owner_id"),
    constraint "policy_change_owner_id_fkey" foreign key ("owner_id") references "app_user" ("id") on delete cascade on update no action
);

alter table "policy_change" enable row level security;
alter table "policy_change" force row level security;
create policy owner_only on "policy_change" using (owner_id = current_owner()) with check (owner_id = current_owner());
grant select, insert, update, delete on "policy_change" to vouch_app;

-- The same bounds as the form's (lib/policy/schema.ts): beyond them a value means nothing that could be said.
alter table "policy" drop constraint "policy_sensible";
alter table "policy"
  add constraint "policy_sensible" check (
    half_life_days between 1 and 3650 and warm_at > 0 and warm_at <= 1000
    and min_two_way_days between 0 and 365 and min_common_ground between 0 and 30
    and min_checks between 0 and 20 and min_check_kinds between 0 and 4
    and check_max_age_days between 1 and 36500 and assessment_max_age_days between 1 and 36500
    and remote_min_calls between 1 and 365 and remote_min_span_days between 0 and 3650);

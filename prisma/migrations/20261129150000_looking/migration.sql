-- What Today and the network's page keep: how everybody stood on a day, who is made up, and that the first steps are done with.

-- How many had each verdict and were in each band when the owner last looked on that day of theirs. It can't be derived
-- later: answers carry no date, and who is gone has left none.
create table "standing_day" (
    "owner_id" uuid not null,
    "day" date not null,
    "ready" integer not null,
    "almost" integer not null,
    "building" integer not null,
    "pending" integer not null,
    "connected" integer not null,
    "blocked" integer not null,
    "strong" integer not null,
    "warm" integer not null,
    "cool" integer not null,
    "cold" integer not null,

    constraint "standing_day_pkey" primary key ("owner_id", "day"),
    constraint "standing_day_owner_id_fkey" foreign key ("owner_id") references "app_user" ("id") on delete cascade on update no action,
    constraint "standing_day_counts" check (least("ready", "almost", "building", "pending", "connected", "blocked", "strong", "warm", "cool", "cold") >= 0)
);

-- The made-up people Vouch put in for the owner to look around. No foreign key: who is merged into somebody else is gone
-- and made up again when that is undone.
create table "sample_contact" (
    "owner_id" uuid not null,
    "contact_id" uuid not null,

    constraint "sample_contact_pkey" primary key ("owner_id", "contact_id"),
    constraint "sample_contact_owner_id_fkey" foreign key ("owner_id") references "app_user" ("id") on delete cascade on update no action
);

-- There is a row where the owner put the first steps away.
create table "first_steps" (
    "owner_id" uuid not null,
    "hidden_at" timestamptz(6) not null default current_timestamp,

    constraint "first_steps_pkey" primary key ("owner_id"),
    constraint "first_steps_owner_id_fkey" foreign key ("owner_id") references "app_user" ("id") on delete cascade on update no action
);

-- Who has somebody ready already took them before they could be put away.
insert into "first_steps" ("owner_id")
select distinct owner_id from contact_standing where ready_until is not null;

do $$
declare
  owned text;
begin
  foreach owned in array array['standing_day', 'sample_contact', 'first_steps'] loop
    execute format('grant select, insert, update, delete on %I to vouch_app', owned);
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format(
      'create policy owner_only on %I using (owner_id = current_owner()) with check (owner_id = current_owner())', owned);
  end loop;
end $$;

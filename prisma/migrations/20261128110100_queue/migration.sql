-- The queue as a pass: whom the owner set aside; the notes it starts from; and what is remembered of an invitation sent.

-- Somebody ready whom the owner doesn't want to invite now, or at all. One row each: the last choice is the one that holds.
create table "queue_choice" (
    "owner_id" uuid not null,
    "contact_id" uuid not null,
    "until" timestamptz(6),
    "reason" text,
    "created_at" timestamptz(6) not null default current_timestamp,

    constraint "queue_choice_pkey" primary key ("owner_id", "contact_id"),
    constraint "queue_choice_owner_id_contact_id_fkey" foreign key ("owner_id", "contact_id") references "contact" ("owner_id", "id") on delete cascade on update no action
);

create table "note_template" (
    "owner_id" uuid not null,
    "id" uuid not null default uuid_v7(),
    "name" text not null,
    "text" text not null,
    "place" integer not null default 0,
    "version" integer not null default 1,
    "created_at" timestamptz(6) not null default current_timestamp,
    "updated_at" timestamptz(6) not null default current_timestamp,

    constraint "note_template_pkey" primary key ("owner_id", "id"),
    constraint "note_template_owner_id_fkey" foreign key ("owner_id") references "app_user" ("id") on delete cascade on update no action
);
create unique index "note_template_owner_id_lower_name_key" on "note_template" (owner_id, lower(name));

do $$
declare
  owned text;
begin
  foreach owned in array array['queue_choice', 'note_template'] loop
    execute format('grant select, insert, update, delete on %I to vouch_app', owned);
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format(
      'create policy owner_only on %I using (owner_id = current_owner()) with check (owner_id = current_owner())', owned);
  end loop;
end $$;

alter table "desk_setting" add column "withdraw_after_days" integer not null default 21;

-- The invitation as it was when it was marked as sent; null where Vouch didn't see that.
alter table "invitation"
  add column "template" text,
  add column "sent_verdict" text,
  add column "sent_rules_met" integer,
  add column "sent_strength" integer,
  add column "sent_met" "interaction_kind";

-- What ended, the latest first; what has no answer, or none that is known, last.
create index "invitation_owner_id_answered_at_id_idx" on "invitation" ("owner_id", "answered_at" desc nulls last, "id" desc);

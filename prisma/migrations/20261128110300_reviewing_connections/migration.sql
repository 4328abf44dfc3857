-- Reviewing connections: the intro test, the list of whom to remove, and how the network grew.

-- The last answer given in the intro test, and what it takes to take it back: the two answers of the assessment as they
-- were, and when it was reviewed then (null: there was no assessment). UNSURE changed nothing.
create table "intro_test" (
    "owner_id" uuid not null,
    "contact_id" uuid not null,
    "answer" "answer" not null,
    "answered_at" timestamptz(6) not null default current_timestamp,
    "before_would_introduce" "answer",
    "before_can_say" text,
    "before_reviewed_at" timestamptz(6),

    constraint "intro_test_pkey" primary key ("owner_id", "contact_id"),
    constraint "intro_test_owner_id_contact_id_fkey" foreign key ("owner_id", "contact_id") references "contact" ("owner_id", "id") on delete cascade on update no action
);
create index "intro_test_owner_id_answered_at_idx" on "intro_test" ("owner_id", "answered_at" desc);

-- Whom the owner means to remove on LinkedIn, and why. Whether it is done is the contact's connection_status;
-- removed_at is the moment it was marked here.
create table "removal" (
    "owner_id" uuid not null,
    "contact_id" uuid not null,
    "reason" text,
    "created_at" timestamptz(6) not null default current_timestamp,
    "removed_at" timestamptz(6),

    constraint "removal_pkey" primary key ("owner_id", "contact_id"),
    constraint "removal_owner_id_contact_id_fkey" foreign key ("owner_id", "contact_id") references "contact" ("owner_id", "id") on delete cascade on update no action
);
create index "removal_owner_id_created_at_idx" on "removal" ("owner_id", "created_at" desc);

-- How many were connected, and how many of them vouched for, when the owner last looked on that day of theirs.
create table "network_day" (
    "owner_id" uuid not null,
    "day" date not null,
    "connected" integer not null,
    "vouched" integer not null,

    constraint "network_day_pkey" primary key ("owner_id", "day"),
    constraint "network_day_owner_id_fkey" foreign key ("owner_id") references "app_user" ("id") on delete cascade on update no action,
    constraint "network_day_is_a_share" check ("vouched" between 0 and "connected")
);

do $$
declare
  owned text;
begin
  foreach owned in array array['intro_test', 'removal', 'network_day'] loop
    execute format('grant select, insert, update, delete on %I to vouch_app', owned);
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format(
      'create policy owner_only on %I using (owner_id = current_owner()) with check (owner_id = current_owner())', owned);
  end loop;
end $$;

-- The review in its order by strength, with all it filters by: its lists and counts read this index alone.
create index "contact_standing_owner_id_connected_idx" on "contact_standing" (owner_id, heat desc nulls last, contact_id)
  include (desires_until, mutual_until, verified_until, vouched_until, warm_until, blocked_until)
  where connection_status = 'CONNECTED';

-- Those connected, now by the day of it; it takes the place of the one by id.
create index "contact_owner_id_connected_on_idx" on "contact" (owner_id, connected_on desc nulls last, id)
  where connection_status = 'CONNECTED' and deleted_at is null;
drop index "contact_owner_id_connected_idx";

-- Whose intro test was failed in the assessment's own form.
create index "assessment_owner_id_not_introduced_idx" on "assessment" (owner_id, contact_id) include (reviewed_at)
  where would_introduce = 'NO';

-- As before, with what the queue and the review keep of somebody: one each, so who stays in a merge needs no other.
create or replace function contact_belongings() returns table (source text, mark text, same text, needs text)
language sql immutable as $$
  values
    ('interaction_contact', 'interaction_id', 'has.interaction_id = t.interaction_id',
      'exists (select from interaction i where i.owner_id = r.owner_id and i.id = r.interaction_id)'),
    ('contact_tag', 'tag_id', 'has.tag_id = t.tag_id',
      'exists (select from tag g where g.owner_id = r.owner_id and g.id = r.tag_id)'),
    ('contact_point', 'id', '(has.kind, has.normalised) = (t.kind, t.normalised)', 'true'),
    ('linkedin_alias', 'id', 'false', 'true'),
    ('credential_check', 'id', 'false', 'true'),
    ('support_act', 'id', 'false', 'true'),
    ('invitation', 'id', 'false', 'true'),
    ('recommendation', 'id', 'false', 'true'),
    ('follow_up', 'id', 'false', 'true'),
    ('linkedin_fact', 'contact_id', 'true', 'true'), -- one each: who stays needs no other
    ('import_missing', 'batch_id', 'has.batch_id = t.batch_id',
      'exists (select from import_batch b where b.owner_id = r.owner_id and b.id = r.batch_id)'),
    ('queue_choice', 'contact_id', 'true', 'true'),
    ('intro_test', 'contact_id', 'true', 'true'),
    ('removal', 'contact_id', 'true', 'true'),
    ('contact_merge', 'id', 'false', 'true')
$$;

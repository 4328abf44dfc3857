-- How often the owner wants to be in touch with whom, and the mail that tells in the morning what waits.

-- ─── What the owner said ─────────────────────────────────────────────────────

create type "cadence_unit" as enum ('WEEK', 'MONTH');

-- Of one contact; it counts before what their tags say. Without `every`: never to be reminded of.
create table "cadence" (
    "owner_id" uuid not null,
    "contact_id" uuid not null,
    "every" integer,
    "unit" "cadence_unit",
    "created_at" timestamptz(6) not null default current_timestamp,

    constraint "cadence_pkey" primary key ("owner_id", "contact_id"),
    constraint "cadence_whole" check (num_nulls("every", "unit") in (0, 2) and coalesce("every" between 1 and 120, true)),
    constraint "cadence_owner_id_contact_id_fkey" foreign key ("owner_id", "contact_id") references "contact" ("owner_id", "id") on delete cascade on update no action
);

-- Of everybody with a tag; of several tags the shortest counts.
create table "tag_cadence" (
    "owner_id" uuid not null,
    "tag_id" uuid not null,
    "every" integer,
    "unit" "cadence_unit",
    "created_at" timestamptz(6) not null default current_timestamp,

    constraint "tag_cadence_pkey" primary key ("owner_id", "tag_id"),
    constraint "tag_cadence_whole" check (num_nulls("every", "unit") in (0, 2) and coalesce("every" between 1 and 120, true)),
    constraint "tag_cadence_owner_id_tag_id_fkey" foreign key ("owner_id", "tag_id") references "tag" ("owner_id", "id") on delete cascade on update no action
);

-- Being in touch with somebody put off: until a day, or (without one) until it is due again. It counts as long as nothing
-- has happened between the two since.
create table "touch_put_off" (
    "owner_id" uuid not null,
    "contact_id" uuid not null,
    "until" date,
    "created_at" timestamptz(6) not null default current_timestamp,

    constraint "touch_put_off_pkey" primary key ("owner_id", "contact_id"),
    constraint "touch_put_off_owner_id_contact_id_fkey" foreign key ("owner_id", "contact_id") references "contact" ("owner_id", "id") on delete cascade on update no action
);

-- ─── What follows from it ────────────────────────────────────────────────────
-- Whoever isn't here has the cadence that keeps them warm: they are due when contact_standing.warm_until is near.
-- `due_on` is a day where the owner lives; null: not due by itself. `tag_id` names the tag that counts; neither it nor
-- `every` says that it is only put off. Made from the facts by refresh_touch_due alone.

create table "touch_due" (
    "owner_id" uuid not null,
    "contact_id" uuid not null,
    "due_on" date,
    "every" integer,
    "unit" "cadence_unit",
    "by" text not null,
    "tag_id" uuid,

    constraint "touch_due_pkey" primary key ("owner_id", "contact_id"),
    constraint "touch_due_owner_id_contact_id_fkey" foreign key ("owner_id", "contact_id") references "contact" ("owner_id", "id") on delete cascade on update no action
);
create index "touch_due_owner_id_due_on_contact_id_idx" on "touch_due" ("owner_id", "due_on", "contact_id");

-- ─── The digest ──────────────────────────────────────────────────────────────

-- What the owner chose: `hour` on their clock, on working days only or on all, about which lanes of Today.
create table "digest_setting" (
    "owner_id" uuid not null,
    "enabled" boolean not null default false,
    "hour" integer not null default 7,
    "weekdays_only" boolean not null default false,
    "parts" text[] not null default '{followUps,touch,invitations,ready,lapsing,owed}',
    "created_at" timestamptz(6) not null default current_timestamp,
    "updated_at" timestamptz(6) not null default current_timestamp,

    constraint "digest_setting_pkey" primary key ("owner_id"),
    constraint "digest_setting_hour" check ("hour" between 0 and 23),
    constraint "digest_setting_owner_id_fkey" foreign key ("owner_id") references "app_user" ("id") on delete cascade on update no action
);

-- When the next one is due and how the last ones went. About this installation, and read before an owner is named (the
-- server asks whose turn it is), so no owned table: like sessions it holds ids, days and codes, and no word about anybody.
create table "digest_schedule" (
    "user_id" uuid not null,
    "next_at" timestamptz(6),
    "last_sent_on" date,
    "sent_at" timestamptz(6),
    "failed_at" timestamptz(6),
    "failure" text,
    "tries" integer not null default 0,

    constraint "digest_schedule_pkey" primary key ("user_id"),
    constraint "digest_schedule_user_id_fkey" foreign key ("user_id") references "app_user" ("id") on delete cascade on update no action
);
create index "digest_schedule_next_at_idx" on "digest_schedule" ("next_at");
grant select, insert, update, delete on "digest_schedule" to vouch_app;

do $$
declare
  owned text;
begin
  foreach owned in array array['cadence', 'tag_cadence', 'touch_put_off', 'touch_due', 'digest_setting'] loop
    execute format('grant select, insert, update, delete on %I to vouch_app', owned);
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format(
      'create policy owner_only on %I using (owner_id = current_owner()) with check (owner_id = current_owner())', owned);
  end loop;
end $$;

create function cadence_interval(every int, unit cadence_unit) returns interval
language sql immutable parallel safe as $$
  select case unit when 'WEEK' then make_interval(weeks => every) when 'MONTH' then make_interval(months => every) end
$$;

-- The day it is where the owner lives.
create function owner_today(owner uuid) returns date
language sql stable as $$
  select (now() at time zone u.time_zone)::date from app_user u where u.id = owner
$$;

-- Writes anew when these contacts are due; those who don't exist (any more) are passed over.
create function refresh_touch_due(owner uuid, contacts uuid[]) returns void
language plpgsql volatile
-- look-ups by key, whatever the statistics say about tables that have just been filled
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set enable_nestloop = on
as $$
declare
  zone constant text := (select time_zone from app_user where id = owner);
begin
  if not exists (select from cadence where owner_id = owner)
    and not exists (select from tag_cadence where owner_id = owner)
    and not exists (select from touch_put_off where owner_id = owner) then
    delete from touch_due where owner_id = owner;
    return;
  end if;
  with
  asked as materialized (select distinct id from unnest(contacts) as id),
  meant as materialized (
    select
      a.id, c.deleted_at is null as present,
      own.contact_id is not null or tagged.tag_id is not null or p.contact_id is not null as belongs,
      case when own.contact_id is not null then 'CONTACT' when tagged.tag_id is not null then 'TAG' else 'WARMTH' end as by,
      tagged.tag_id,
      case when own.contact_id is not null then own.every else tagged.every end as every,
      case when own.contact_id is not null then own.unit else tagged.unit end as unit,
      (coalesce(st.last_interaction_at, c.created_at) at time zone zone)::date as last_on,
      st.last_interaction_at is not null as in_touch,
      p.contact_id is not null as put_off, p.until, (p.created_at at time zone zone)::date as put_off_on
    from asked a
    join contact c on c.owner_id = owner and c.id = a.id
    left join contact_standing st on st.owner_id = owner and st.contact_id = a.id
    left join cadence own on own.owner_id = owner and own.contact_id = a.id
    left join lateral (
      select tc.tag_id, tc.every, tc.unit
      from contact_tag ct
      join tag_cadence tc on tc.owner_id = owner and tc.tag_id = ct.tag_id
      where ct.owner_id = owner and ct.contact_id = a.id and own.contact_id is null
      order by cadence_interval(tc.every, tc.unit) nulls last, tc.tag_id limit 1) tagged on true
    left join touch_put_off p on p.owner_id = owner and p.contact_id = a.id
      and p.created_at >= coalesce(st.last_interaction_at, '-infinity')
  ),
  due as (
    select m.*,
      case
        when not present then null
        when by = 'WARMTH' then until
        when every is null then null
        -- left out this time: counted from that day; nobody was ever in touch with: since the day they came
        when put_off and until is null then (greatest(last_on, put_off_on) + cadence_interval(every, unit))::date
        else greatest(case when in_touch then (last_on + cadence_interval(every, unit))::date else last_on end, until)
      end as due_on
    from meant m
    where belongs
  ),
  gone as (
    delete from touch_due t using meant m where not m.belongs and t.owner_id = owner and t.contact_id = m.id
  )
  insert into touch_due as t (owner_id, contact_id, due_on, every, unit, by, tag_id)
  select owner, id, due_on, every, unit, by, tag_id from due
  on conflict (owner_id, contact_id) do update set
    due_on = excluded.due_on, every = excluded.every, unit = excluded.unit, by = excluded.by, tag_id = excluded.tag_id
  where (t.due_on, t.every, t.unit, t.by, t.tag_id)
    is distinct from (excluded.due_on, excluded.every, excluded.unit, excluded.by, excluded.tag_id);
end
$$;

-- ─── What triggers it ────────────────────────────────────────────────────────
-- Under the lock of the standings, so that who says how often and who logs a meeting see each other. lock_standing is
-- named in a string: relationship_strength.sql can be made anew without these.

create function lock_touch_due() returns trigger
language plpgsql as $$
begin
  if current_owner() is not null then
    perform lock_standing(current_owner());
  end if;
  return null;
end
$$;

create function touch_due_by_contact() returns trigger
language plpgsql as $$
begin
  case tg_op
    when 'INSERT' then
      perform refresh_touch_due(owner_id, array_agg(contact_id)) from new_rows group by owner_id;
    when 'DELETE' then
      perform refresh_touch_due(owner_id, array_agg(contact_id)) from old_rows group by owner_id;
    else
      perform refresh_touch_due(owner_id, array_agg(contact_id))
      from (select owner_id, contact_id from old_rows union select owner_id, contact_id from new_rows) t group by owner_id;
  end case;
  return null;
end
$$;

create function touch_due_by_tag() returns trigger
language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    perform refresh_touch_due(ct.owner_id, array_agg(ct.contact_id))
    from old_rows join contact_tag ct using (owner_id, tag_id) group by ct.owner_id;
  else
    perform refresh_touch_due(ct.owner_id, array_agg(ct.contact_id))
    from new_rows join contact_tag ct using (owner_id, tag_id) group by ct.owner_id;
  end if;
  return null;
end
$$;

-- Something happened between them, or they went into the trash or came back.
create function touch_due_by_standing() returns trigger
language plpgsql
set enable_hashjoin = on
set enable_nestloop = off -- planned once for a connection, perhaps for one row, and then it meets thousands
as $$
begin
  if tg_op = 'INSERT' then
    perform refresh_touch_due(owner_id, array_agg(contact_id)) from new_rows group by owner_id;
  else
    perform refresh_touch_due(n.owner_id, array_agg(n.contact_id))
    from new_rows n join old_rows o using (owner_id, contact_id)
    where (n.last_interaction_at, n.connection_status is null) is distinct from (o.last_interaction_at, o.connection_status is null)
    group by n.owner_id;
  end if;
  return null;
end
$$;

do $$
declare
  source text;
begin
  foreach source in array array['cadence', 'tag_cadence', 'touch_put_off', 'contact_tag'] loop
    execute format(
      'create trigger touch_due_lock before insert or update or delete on %1$I
       for each statement execute function lock_touch_due();
       create trigger touch_due_insert after insert on %1$I referencing new table as new_rows
       for each statement execute function %2$I();
       create trigger touch_due_update after update on %1$I referencing old table as old_rows new table as new_rows
       for each statement execute function %2$I();
       create trigger touch_due_delete after delete on %1$I referencing old table as old_rows
       for each statement execute function %2$I()',
      source, case source when 'tag_cadence' then 'touch_due_by_tag' else 'touch_due_by_contact' end);
  end loop;
end $$;

create trigger touch_due_insert after insert on contact_standing referencing new table as new_rows
for each statement execute function touch_due_by_standing();
create trigger touch_due_update after update on contact_standing referencing old table as old_rows new table as new_rows
for each statement execute function touch_due_by_standing();

-- The first moment after `after` at which it is `hour` in the zone, on a day that counts. An hour that the clocks jump
-- over comes an hour later, one that they repeat comes once.
create function next_digest(zone text, hour int, weekdays_only boolean, after timestamptz) returns timestamptz
language sql stable as $$
  select min(at)
  from generate_series(0, 8) as away
  cross join lateral (select (after at time zone zone)::date + away as day) d
  cross join lateral (select (day + make_time(hour, 0, 0)) at time zone zone as at) moment
  where at > after and (not weekdays_only or extract(isodow from day) < 6)
$$;

-- Says anew when the owner's next digest is due: never before the day after the last one.
create function schedule_digest(owner uuid) returns void
language sql volatile as $$
  insert into digest_schedule as d (user_id, next_at)
  select u.id, next_digest(u.time_zone, s.hour, s.weekdays_only, now())
  from digest_setting s join app_user u on u.id = s.owner_id
  where s.owner_id = owner and s.enabled
  on conflict (user_id) do update set tries = 0, next_at = (
    select next_digest(u.time_zone, s.hour, s.weekdays_only,
      greatest(now(), (d.last_sent_on + time '23:59:59') at time zone u.time_zone))
    from digest_setting s join app_user u on u.id = s.owner_id where s.owner_id = owner);
  update digest_schedule set next_at = null, tries = 0
  where user_id = owner and not exists (select from digest_setting where owner_id = owner and enabled)
$$;

create function schedule_digest_by_setting() returns trigger
language plpgsql as $$
begin
  perform schedule_digest(coalesce(new.owner_id, old.owner_id));
  return null;
end
$$;

create trigger schedule_digest after insert or delete or update of enabled, hour, weekdays_only on digest_setting
for each row execute function schedule_digest_by_setting();

-- Days and hours are the owner's: in another zone they are other moments.
create function follow_time_zone() returns trigger
language plpgsql as $$
declare
  named constant text := coalesce(current_setting('app.owner_id', true), '');
begin
  perform set_config('app.owner_id', new.id::text, true);
  perform lock_standing(new.id);
  perform refresh_touch_due(new.id, array(select contact_id from touch_due where owner_id = new.id));
  perform schedule_digest(new.id);
  perform set_config('app.owner_id', named, true);
  return null;
end
$$;

create trigger follow_time_zone after update of time_zone on app_user
for each row when (old.time_zone is distinct from new.time_zone) execute function follow_time_zone();

-- ─── Merging ─────────────────────────────────────────────────────────────────
-- As before, with how often and whether put off: one each, so who stays in a merge needs no other.

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
    ('cadence', 'contact_id', 'true', 'true'),
    ('touch_put_off', 'contact_id', 'true', 'true'),
    ('contact_merge', 'id', 'false', 'true')
$$;

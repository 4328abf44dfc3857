-- What two people do for each other: the texts of a recommendation as they were saved, how soon after each other two
-- may be published, and introductions, which are about three.

-- ─── Recommendations ─────────────────────────────────────────────────────────

create table "recommendation_version" (
    "owner_id" uuid not null,
    "id" uuid not null default uuid_v7(),
    "recommendation_id" uuid not null,
    "text" text not null,
    "created_at" timestamptz(6) not null default current_timestamp,

    constraint "recommendation_version_pkey" primary key ("owner_id", "id"),
    constraint "recommendation_version_owner_id_recommendation_id_fkey" foreign key ("owner_id", "recommendation_id") references "recommendation" ("owner_id", "id") on delete cascade on update no action
);
create index "recommendation_version_owner_id_recommendation_id_idx" on "recommendation_version" ("owner_id", "recommendation_id", "created_at" desc);

alter table "recommendation_version" enable row level security;
alter table "recommendation_version" force row level security;
create policy owner_only on "recommendation_version" using (owner_id = current_owner()) with check (owner_id = current_owner());
grant select, insert, update, delete on "recommendation_version" to vouch_app;

-- Texts saved before this migration.
insert into recommendation_version (owner_id, recommendation_id, text, created_at)
select owner_id, id, text, updated_at from recommendation where btrim(text) <> '';

-- LinkedIn's 3,000 are characters as a reader counts them, which the form does; each may be several code points.
alter table "recommendation" drop constraint "recommendation_text_length";
alter table "recommendation" add constraint "recommendation_text_length" check (char_length(text) <= 12000);

alter table "desk_setting" add column "recommendation_gap_days" integer not null default 30;

-- ─── Introductions ───────────────────────────────────────────────────────────
-- An act of support of the kind INTRODUCTION may name the contact at its other end, and bears the id of the introduction
-- it is part of: two acts where the owner introduced two contacts, one where a contact introduced the owner.

alter table "support_act" add column "introduced_contact_id" uuid;
alter table "support_act" add column "introduction_id" uuid;
alter table "support_act" add constraint "support_act_introduces_another" check ("introduced_contact_id" <> "contact_id");
alter table "support_act" add constraint "support_act_owner_id_introduced_contact_id_fkey" foreign key ("owner_id", "introduced_contact_id") references "contact" ("owner_id", "id") on delete set null ("introduced_contact_id") on update no action;
create index "support_act_owner_id_introduced_contact_id_idx" on "support_act" ("owner_id", "introduced_contact_id");
create index "support_act_owner_id_introduction_id_idx" on "support_act" ("owner_id", "introduction_id");
create index "support_act_owner_id_occurred_at_idx" on "support_act" ("owner_id", "occurred_at" desc, "id" desc);

-- Contacts whose row is like one of the patterns, at most `most`, in no order: for a word that nobody's row holds as typed,
-- the patterns of what it may have been meant to be. A trigram index again, so it runs as the schema's owner and names the
-- owner itself, as find_contacts does. Patterns without three letters in a row would read the whole index: leave them out.
create function find_contacts_like(patterns text[], most integer) returns setof uuid
language plpgsql stable security definer rows 200 set search_path = pg_catalog, public, pg_temp
set enable_seqscan = off -- of a frequent word the first may be near, of a rare one they never are
as $$
begin
  return query execute
    format('select contact_id from contact_search where owner_id = current_owner() and document like any (%L::text[]) limit $1', patterns)
    using most;
end $$;

revoke all on function find_contacts_like(text[], integer) from public;
grant execute on function find_contacts_like(text[], integer) to vouch_app;

-- ─── Merging ─────────────────────────────────────────────────────────────────

-- Columns that name a contact a row doesn't belong to. They follow a merge too; where both ends become one, none is named.
create function contact_mentions() returns table (source text, named text)
language sql immutable as $$ values ('support_act', 'introduced_contact_id') $$;

-- Before what belongs to `gone` moves. Answers with each row whose mention changed: what it was, and what it is now.
create function absorb_mentions(keep uuid, gone uuid) returns jsonb
language plpgsql as $$
declare
  owner constant uuid := current_owner();
  mention record;
  changed jsonb := '{}';
  rows jsonb;
begin
  for mention in select * from contact_mentions() loop
    execute format(
      'with was as materialized (
         select id, %2$I as named from %1$I
         where owner_id = $1 and (%2$I = $3 or (%2$I = $2 and contact_id = $3))
         for update),
       changed as (
         update %1$I t set %2$I = case when t.contact_id in ($2, $3) then null else $2 end
         from was where t.owner_id = $1 and t.id = was.id
         returning t.id, was.named as was, t.%2$I as now)
       select jsonb_agg(to_jsonb(changed)) from changed', mention.source, mention.named)
      into rows using owner, keep, gone;
    if rows is not null then
      changed := changed || jsonb_build_object(mention.source, rows);
    end if;
  end loop;
  return changed;
end $$;

-- After everybody has theirs again. What names somebody else since, or nobody, is left as it is.
create function revive_mentions(changed jsonb) returns void
language plpgsql as $$
declare
  owner constant uuid := current_owner();
  mention record;
begin
  for mention in select * from contact_mentions() loop
    execute format(
      'update %1$I t set %2$I = m.was
       from jsonb_to_recordset($2) as m (id uuid, was uuid, now uuid)
       where t.owner_id = $1 and t.id = m.id and t.%2$I is not distinct from m.now and t.contact_id <> m.was
         and exists (select from contact c where c.owner_id = $1 and c.id = m.was)', mention.source, mention.named)
      using owner, coalesce(changed -> mention.source, '[]');
  end loop;
end $$;

-- As in the migration before, with the mentions.
create or replace function absorb_contact(keep uuid, gone uuid) returns jsonb
language plpgsql as $$
declare
  owner constant uuid := current_owner();
  belonging record;
  mentioned jsonb;
  moved jsonb := '{}';
  dropped jsonb := '{}';
  memory jsonb;
  rows jsonb;
begin
  select jsonb_build_object('contact', to_jsonb(c), 'assessment', to_jsonb(a)) into memory
  from contact c left join assessment a on a.owner_id = c.owner_id and a.contact_id = c.id
  where c.owner_id = owner and c.id = gone;
  mentioned := absorb_mentions(keep, gone);

  for belonging in select * from contact_belongings() loop
    execute format(
      'with dropped as (
         delete from %1$I t where owner_id = $1 and contact_id = $3
           and exists (select from %1$I has where has.owner_id = $1 and has.contact_id = $2 and %2$s)
         returning t.*)
       select jsonb_agg(to_jsonb(dropped)) from dropped', belonging.source, belonging.same)
      into rows using owner, keep, gone;
    if rows is not null then
      dropped := dropped || jsonb_build_object(belonging.source, rows);
    end if;
    execute format(
      'with moved as (update %1$I t set contact_id = $2 where owner_id = $1 and contact_id = $3 returning t.*)
       select jsonb_agg(jsonb_build_object(''mark'', %2$I, ''was'', row_digest(to_jsonb(moved)))) from moved',
      belonging.source, belonging.mark)
      into rows using owner, keep, gone;
    if rows is not null then
      moved := moved || jsonb_build_object(belonging.source, rows);
    end if;
  end loop;

  -- Who was said not to be `gone` is not `keep` either, and who may be `gone` may be `keep`.
  insert into duplicate_pair as p (owner_id, contact_id, other_id, score, reasons, distinct_at, skipped_at, created_at)
  select owner, least(keep, third.id), greatest(keep, third.id), third.score, third.reasons, third.distinct_at, third.skipped_at, third.created_at
  from (
    select case when contact_id = gone then other_id else contact_id end as id, d.*
    from duplicate_pair d where d.owner_id = owner and gone in (d.contact_id, d.other_id)
  ) third
  where third.id <> keep
  on conflict (owner_id, contact_id, other_id) do update set distinct_at = coalesce(p.distinct_at, excluded.distinct_at);

  delete from contact where owner_id = owner and id = gone;
  return memory || jsonb_build_object('moved', moved, 'dropped', dropped, 'mentioned', mentioned);
end $$;

create or replace function revive_contact(keep uuid, memory jsonb) returns jsonb
language plpgsql as $$
declare
  owner constant uuid := current_owner();
  gone constant uuid := memory -> 'contact' ->> 'id';
  belonging record;
  kept jsonb := '[]';
  edited int;
  missing int;
begin
  perform put_back('contact', jsonb_build_array(memory -> 'contact'), 'true');
  perform put_back('assessment', jsonb_build_array(memory -> 'assessment'), 'true') where memory ->> 'assessment' is not null;
  for belonging in select * from contact_belongings() loop
    missing := put_back(belonging.source, memory -> 'dropped' -> belonging.source, belonging.needs);
    execute format(
      'with moved as (
         update %1$I t set contact_id = $3
         from jsonb_to_recordset($4) as m (mark uuid, was text)
         where t.owner_id = $1 and t.contact_id = $2 and t.%2$I = m.mark
         returning row_digest(to_jsonb(t)) <> m.was as edited)
       select count(*) filter (where edited), jsonb_array_length($4) - count(*) + $5 from moved',
      belonging.source, belonging.mark)
      into edited, missing
      using owner, keep, gone, coalesce(memory -> 'moved' -> belonging.source, '[]'), missing;
    kept := kept
      || case when edited > 0 then jsonb_build_array(jsonb_build_object('what', belonging.source, 'how', 'edited', 'count', edited)) else '[]' end
      || case when missing > 0 then jsonb_build_array(jsonb_build_object('what', belonging.source, 'how', 'gone', 'count', missing)) else '[]' end;
  end loop;
  perform revive_mentions(memory -> 'mentioned');
  return kept;
end $$;

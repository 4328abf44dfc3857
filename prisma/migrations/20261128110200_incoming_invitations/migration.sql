-- Incoming invitations: what was asked before answering and what they said, and what an answer replaced, so that taking
-- it back is exact.

alter table "invitation"
    add column "question" text,
    add column "asked_at" timestamptz(6),
    add column "reply" text,
    add column "replied_at" timestamptz(6),
    add column "before_status" "invitation_status",
    add column "before_connection" "connection_status",
    add column "before_connected_on" date;

-- The owner's own wording of the question, with its merge fields.
alter table "desk_setting" add column "question" text;

-- Those to answer, in the order they came in.
create index "invitation_owner_id_open_idx" on "invitation" ("owner_id", coalesce("sent_at", "created_at"), "id")
    where "direction" = 'INCOMING' and "status" in ('RECEIVED', 'ASKED');

-- Who introduced whom is found by the words of the note.
create index "support_act_owner_id_introduction_idx" on "support_act" ("owner_id", "occurred_at" desc) where "kind" = 'INTRODUCTION';

-- The same for messages that are word for word the same, whatever their spaces, signs and capitals; null where nothing is said.
create function message_print(message text) returns uuid
language sql immutable parallel safe as $$
  select md5(nullif(regexp_replace(lower(message), '[^[:alnum:]]+', '', 'g'), ''))::uuid
$$;

create index "invitation_owner_id_message_idx" on "invitation" ("owner_id", message_print("note"), "contact_id")
    where "direction" = 'INCOMING';

-- Who else sent the words of these invitations: of each, the first of the others and how many there are, 20 at most.
-- It runs as the schema's owner for the index's sake, as find_contacts does, and names the owner itself.
create function same_messages(invitations uuid[])
returns table (invitation_id uuid, contact_id uuid, full_name text, senders int)
language plpgsql stable security definer rows 50
set search_path = pg_catalog, public, pg_temp
set enable_seqscan = off
as $$
declare
  owner constant uuid := current_owner();
begin
  return query
    select v.id, c.id, c.full_name, same.senders
    from invitation v
    cross join lateral (select message_print(v.note) as words) mine
    cross join lateral (
      select (array_agg(other.contact_id order by other.contact_id))[1] as first, count(*)::int as senders
      from (
        select distinct o.contact_id from (
          select i.contact_id from invitation i
          where i.owner_id = owner and message_print(i.note) = mine.words and i.direction = 'INCOMING'
          order by i.contact_id limit 40
        ) o
        join contact k on k.owner_id = owner and k.id = o.contact_id and k.deleted_at is null
        where o.contact_id <> v.contact_id
        limit 20
      ) other
    ) same
    join contact c on c.owner_id = owner and c.id = same.first
    where v.owner_id = owner and v.id = any (invitations);
end $$;

revoke all on function same_messages(uuid[]) from public;
grant execute on function same_messages(uuid[]) to vouch_app;

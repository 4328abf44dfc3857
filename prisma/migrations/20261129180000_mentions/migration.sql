-- Who is mentioned in the notes of an interaction without having taken part: it stands on their timeline too, and counts
-- for nothing, as the rule counts who took part. The notes name them by a token, @[Ada Byron](contact:<id>).

create table "mention" (
    "owner_id" uuid not null,
    "interaction_id" uuid not null,
    "contact_id" uuid not null,

    constraint "mention_pkey" primary key ("owner_id", "interaction_id", "contact_id"),
    constraint "mention_owner_id_interaction_id_fkey" foreign key ("owner_id", "interaction_id") references "interaction" ("owner_id", "id") on delete cascade on update no action,
    constraint "mention_owner_id_contact_id_fkey" foreign key ("owner_id", "contact_id") references "contact" ("owner_id", "id") on delete cascade on update no action
);
create index "mention_owner_id_contact_id_interaction_id_idx" on "mention" ("owner_id", "contact_id", "interaction_id");

alter table "mention" enable row level security;
alter table "mention" force row level security;
create policy owner_only on "mention" using (owner_id = current_owner()) with check (owner_id = current_owner());
grant select, insert, update, delete on "mention" to vouch_app;

-- Mentions move with a contact, as taking part does; the notes stay as they are, and the id of who was merged leads to
-- who they are now. Added to the list as it stands, whichever migration wrote it last.
do $$
declare
  first constant text := '(''interaction_contact'', ''interaction_id'', ''has.interaction_id = t.interaction_id'',';
  definition constant text := pg_get_functiondef('contact_belongings()'::regprocedure);
begin
  if strpos(definition, first) = 0 then
    raise exception 'contact_belongings() does not begin as expected';
  end if;
  execute replace(definition, first, '(''mention'', ''interaction_id'', ''has.interaction_id = t.interaction_id'',
      ''exists (select from interaction i where i.owner_id = r.owner_id and i.id = r.interaction_id)''),
    ' || first);
end $$;

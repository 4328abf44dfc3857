-- One owner never sees another's rows, whatever the application asks: row-level security on every owned table,
-- enabled and forced, against the owner the transaction names. No setting, no rows.

-- What the application may do. Its login role (made at start, named after the database) is a member of this one:
-- it owns nothing, is no superuser and cannot bypass row-level security.
do $$
begin
  if not exists (select from pg_roles where rolname = 'vouch_app') then
    create role vouch_app nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
exception when duplicate_object or unique_violation then null; -- another database of this cluster was first
end $$;

grant usage on schema public to vouch_app;
grant select, insert, update, delete on all tables in schema public to vouch_app;
do $$
begin
  revoke all on "_prisma_migrations" from vouch_app;
exception when undefined_table then null; -- a shadow database has no history
end $$;
revoke update, delete on "audit_event" from vouch_app; -- insert-only: the log can't be rewritten
revoke insert, update, delete on "contact_standing", "standing_tally" from vouch_app; -- written by refresh_standing alone

-- The owner named by the transaction; after a transaction the setting is '', not null.
create function current_owner() returns uuid
language sql stable parallel safe as $$
  select nullif(current_setting('app.owner_id', true), '')::uuid
$$;

do $$
declare
  owned text;
begin
  foreach owned in array array[
    'policy', 'desk_setting', 'contact', 'contact_point', 'linkedin_alias', 'tag', 'contact_tag', 'interaction',
    'interaction_contact', 'credential_check', 'assessment', 'support_act', 'invitation', 'recommendation',
    'follow_up', 'contact_standing', 'standing_tally', 'import_batch', 'import_row', 'import_person', 'audit_event'
  ] loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format(
      'create policy owner_only on %I using (owner_id = current_owner()) with check (owner_id = current_owner())', owned);
  end loop;
end $$;

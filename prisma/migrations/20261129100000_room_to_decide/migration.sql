-- Everyone an import names is written once and decided once: with room beside each, deciding touches no index.
alter table import_person set (fillfactor = 50);

-- As before, leaving out tables that are being filled meanwhile: statistics taken then don't count what isn't confirmed, but
-- do count its room, and so wouldn't be taken again once it is.
drop function take_statistics();
create function take_statistics(being_filled text[] default '{}') returns void
language plpgsql security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
  grown regclass;
begin
  for grown in
    select oid from pg_class
    where relnamespace = 'public'::regnamespace
      and relname = any (array['import_row', 'import_person', 'import_contact', 'contact', 'contact_point', 'linkedin_alias',
        'linkedin_fact', 'contact_search', 'contact_standing', 'interaction', 'interaction_contact', 'invitation',
        'recommendation', 'support_act', 'duplicate_queue'])
      and relname <> all (being_filled)
      and pg_relation_size(oid) / current_setting('block_size')::int > 1.2 * relpages + 20
  loop
    execute format('analyze (skip_locked) %s', grown);
  end loop;
end $$;

revoke all on function take_statistics(text[]) from public;
grant execute on function take_statistics(text[]) to vouch_app;

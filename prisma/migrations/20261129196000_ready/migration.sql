-- A server is ready once the database holds every migration it was built with. The application's role may not read the
-- list of them, only ask about one.

create function has_migration(wanted text) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return exists (select from "_prisma_migrations" where migration_name = wanted and finished_at is not null);
end
$$;

revoke all on function has_migration(text) from public;
grant execute on function has_migration(text) to vouch_app;

-- Erasing one person leaves everybody else who they are; and what an administrator does to an account is in its log.

-- ─── Words of one person in what is about others ─────────────────────────────

-- Where an owner's words may stand. What is made from other columns follows them, and the log has no words. What others are
-- called, reached and known by is theirs, whatever it looks like. Rows of imports say so inside their documents, and are dealt
-- with apart (lib/privacy/import-rows).
create or replace function written_columns() returns table (source text, column_name text, type text)
language sql stable as $$
  select c.relname::text, a.attname::text, a.atttypid::regtype::text
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
    and a.atttypid in ('text'::regtype, 'varchar'::regtype, 'text[]'::regtype, 'jsonb'::regtype)
    and exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'owner_id' and not o.attisdropped)
    and c.relname <> all (array['audit_event', 'contact_search', 'contact_standing', 'standing_tally', 'duplicate_trait', 'touch_due'])
    and c.relname <> all (array['import_row', 'import_person'])
    and (c.relname, a.attname) not in (values ('contact'::name, 'full_name'::name), ('contact_point', 'value'),
      ('contact_point', 'normalised'), ('linkedin_alias', 'slug'), ('import_batch', 'self'))
$$;

-- Whether a document says anything that the pattern matches, in whatever case. As text, a document writes its line breaks with a
-- letter, which would be one of the word after it.
create function document_says(written jsonb, pattern text) returns boolean
language sql immutable parallel safe as $$ select regexp_replace(written::text, '\\[nrtbf]', e'\n', 'g') ~* pattern $$;

create or replace function says_words(written_column text, type text) returns text
language sql immutable as $$
  select format(case type when 'text[]' then 'array_to_string(%I, e''\n'') ~* $1' when 'jsonb' then 'document_says(%I, $1)' else '%I ~* $1' end, written_column)
$$;

-- Puts `instead` in place of the words, in every row of the owner's. What is edited in forms counts its version up: a form that is
-- open somewhere must not write them back. Answers with how many rows changed.
create or replace function erase_words(pattern text, instead text) returns integer
language plpgsql volatile as $$
declare
  written record;
  statement text;
  place tid;
  changed integer;
  total integer := 0;
  suffix text;
begin
  for written in
    select w.source, string_agg(says_words(w.column_name, w.type), ' or ') as says,
      string_agg(format('%1$I = without_words(%1$I, $1, $2)', w.column_name), ', ')
        || case when bool_or(exists (select from pg_attribute a where a.attrelid = w.source::regclass and a.attname = 'version' and not a.attisdropped))
             and w.source not in ('import_contact', 'policy_change') then ', version = version + 1' else '' end as sets
    from written_columns() w group by w.source order by w.source
  loop
    statement := format('update %I set %s where owner_id = current_owner() and (%s)', written.source, written.sets, written.says);
    begin
      execute statement using pattern, instead;
      get diagnostics changed = row_count;
      total := total + changed;
      continue;
    exception when unique_violation then null; -- a name that may be there once, and is there without them
    end;
    for place in execute
      format('select ctid from %I where owner_id = current_owner() and (%s) for update', written.source, written.says) using pattern
    loop
      suffix := '';
      loop -- by another end, each row its own
        begin
          execute statement || ' and ctid = $3' using pattern, instead || suffix, place;
          exit;
        exception when unique_violation then
          suffix := ' ' || substr(md5(random()::text), 1, 4);
        end;
      end loop;
      total := total + 1;
    end loop;
  end loop;
  return total;
end $$;

-- ─── What an administrator does to an account ────────────────────────────────

-- In the log of the account, with who did it: the owner of the transaction, or nobody's id where it was done at the console. What
-- administrators do to themselves is in their log already.
create function note_administrator() returns trigger
language plpgsql
set search_path = public, pg_temp
as $$
declare
  who constant text := coalesce(current_setting('app.owner_id', true), '');
begin
  if who = new.id::text then
    return null;
  end if;
  perform set_config('app.owner_id', new.id::text, true); -- the log is under row-level security
  insert into audit_event (owner_id, actor_id, action, entity, entity_ids)
  values (new.id, coalesce(nullif(who, ''), '00000000-0000-0000-0000-000000000000')::uuid, tg_argv[0], tg_table_name, array[new.id]);
  perform set_config('app.owner_id', who, true);
  return null;
end $$;

create trigger note_role after update of "role" on "app_user" for each row
  when (old.role is distinct from new.role) execute function note_administrator('account.role');
create trigger note_closed after update of "closed_at" on "app_user" for each row
  when (old.closed_at is null and new.closed_at is not null) execute function note_administrator('account.close');
create trigger note_reopened after update of "closed_at" on "app_user" for each row
  when (old.closed_at is not null and new.closed_at is null) execute function note_administrator('account.reopen');

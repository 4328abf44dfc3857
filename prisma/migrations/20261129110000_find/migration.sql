-- What the palette finds while somebody types: people, companies, and words in what was noted of an interaction. As
-- find_contacts does, each function runs as the schema's owner for the index's sake and so names the owner itself; its
-- statements are built for the words given. However much is found, each looks at a bounded number of rows.

CREATE INDEX "contact_search_owner_id_sort_name_idx" ON "contact_search" USING GIN ("owner_id" uuid_ops, "sort_name" gin_trgm_ops);

create index "contact_owner_id_company_idx" on "contact" using gin (owner_id, search_fold(btrim(company)) gin_trgm_ops)
  where deleted_at is null and company is not null;

-- The words of a note, folded. The signs that would keep two words together as one (an address, a date) part them; of a
-- mention (lib/mentions/text.ts) only the name is a word.
create function note_words(note text) returns tsvector
language sql immutable parallel safe as $$
  select to_tsvector('simple', translate(public.search_fold(
    case when note like '%](contact:%' then regexp_replace(note, '\]\(contact:[0-9a-f-]{36}\)', '', 'g') else note end
  ), './@:-_', '      '))
$$;

-- The words typed as those of a note are written; null where there are none.
create function note_terms(words text[]) returns text[]
language sql immutable parallel safe as $$
  select array_agg(distinct term)
  from unnest(words) as word
  cross join lateral unnest(tsvector_to_array(note_words(word))) as term
$$;

create index "interaction_owner_id_notes_idx" on "interaction" using gin (owner_id, note_words(notes)) where notes is not null;

-- That in `value`, an expression of folded text, a word begins with that word.
create function begins_word(value text, word text) returns text
language sql immutable parallel safe as $$
  select format('%s like any (%L::text[])', value, array[substr(pattern, 2), '% ' || substr(pattern, 2), '%-' || substr(pattern, 2)])
  from search_pattern(word) as pattern
$$;

-- That it holds the word: anywhere, but one of one or two letters where a word begins, where an index of trigrams still
-- can look it up.
create function holds_word(value text, word text) returns text
language sql immutable parallel safe as $$
  select case when char_length(search_fold(word)) >= 3 then format('%s like %L', value, search_pattern(word))
    else begins_word(value, word) end
$$;

-- That a word of it is like that word, as much as `pg_trgm.word_similarity_threshold` says.
create function resembles_word(value text, word text) returns text
language sql immutable parallel safe as $$
  select case when char_length(search_fold(word)) >= 3 then format('%s %%> %L', value, search_fold(word))
    else begins_word(value, word) end
$$;

-- Whom the words may mean, the likeliest first, none of them in the trash. `rank` tells by what: 0 the name begins with what
-- was typed, 1 each word begins a word of the name, in any order, 2 the words stand anywhere in what is recorded, from 3 on
-- the name is like it, the less the higher. Of equals the strongest tie is first; where very many are, it is looked for among
-- the strongest two thousand of all and some hundred of them.
create function find_people(words text[], most integer) returns table (contact_id uuid, rank float8)
language plpgsql stable security definer rows 10
set search_path = pg_catalog, public, pg_temp
set pg_trgm.word_similarity_threshold = 0.5
set enable_seqscan = off -- also where the statistics know nothing yet
as $$
declare
  owner constant uuid := current_owner();
  at_once constant integer := 200;
  typed constant text := search_fold(array_to_string(words, ' '));
  those_whose constant text := 'select s.contact_id from contact_search s where s.owner_id = $1 and ';
  named constant text := (select string_agg(begins_word('s.sort_name', word), ' and ') from unnest(words) as word);
  alike constant text := (select string_agg(resembles_word('s.sort_name', word), ' and ') from unnest(words) as word);
  called uuid[];
  elsewhere uuid[] := '{}';
  resembling uuid[] := '{}';
begin
  execute format('select array(%s %s limit $2)', those_whose, named) into called using owner, at_once + 1;
  if cardinality(called) > at_once then
    execute format($query$
      select $3 || array(%1$s s.sort_name >= $4 and s.sort_name < $4 || chr(1114111) order by s.sort_name limit $2) || array(
        select s.contact_id
        from (select st.contact_id,
                (select f.sort_name from contact_search f where f.owner_id = $1 and f.contact_id = st.contact_id) as sort_name
              from contact_standing st where st.owner_id = $1
              order by st.heat desc nulls last, st.contact_id limit 2000) s
        where %2$s limit $2)$query$, those_whose, named)
    into called using owner, at_once, called, typed;
  end if;
  if cardinality(called) < most and exists (select from unnest(words) as word where char_length(word) >= 3) then
    elsewhere := array(select id from find_contacts(words, at_once) as id);
  end if;
  if called = '{}' then
    execute format('select array(%s %s limit $2)', those_whose, alike) into resembling using owner, at_once;
  end if;
  -- Each is looked up by itself: a join may be planned as one with everybody.
  return query
    select f.id, f.rank
    from (
      select m.id, min(m.rank) as rank
      from (
        select n.id, case when starts_with(n.name, typed) then 0::float8 else 1 end as rank
        from (select id, (select s.sort_name from contact_search s where s.owner_id = owner and s.contact_id = id) as name
              from unnest(called) as id) n
        union all
        select id, 2 from unnest(elsewhere) as id
        union all
        select n.id, 4 - (select avg(word_similarity(search_fold(word), n.name)) from unnest(words) as word)
        from (select id, (select s.sort_name from contact_search s where s.owner_id = owner and s.contact_id = id) as name
              from unnest(resembling) as id) n
      ) m
      group by m.id
    ) f
    where exists (select from contact c where c.owner_id = owner and c.id = f.id and c.deleted_at is null offset 0)
    order by f.rank,
      (select st.heat from contact_standing st where st.owner_id = owner and st.contact_id = f.id) desc nulls last, f.id
    limit most;
end $$;

-- Contacts whose name is like one of the patterns, in no order: as find_contacts_like, of names alone, which is quick enough
-- while somebody types.
create function find_names_like(patterns text[], most integer) returns setof uuid
language plpgsql stable security definer rows 100 set search_path = pg_catalog, public, pg_temp
set enable_seqscan = off
as $$
begin
  return query execute
    format('select contact_id from contact_search where owner_id = current_owner() and sort_name like any (%L::text[]) limit $1', patterns)
    using most;
end $$;

-- Companies of contacts outside the trash that the words may mean, with how many of them are there: those that begin with what
-- was typed first, then the one with more. `people` is null where there are too many to count. Spelling is the commonest.
create function find_companies(words text[], most integer) returns table (name text, people integer)
language plpgsql stable security definer rows 5
set search_path = pg_catalog, public, pg_temp
set pg_trgm.word_similarity_threshold = 0.5
as $$
declare
  at_once constant integer := 1000;
  value constant text := 'search_fold(btrim(company))';
  tests constant text[] := array[
    (select string_agg(holds_word(value, word), ' and ') from unnest(words) as word),
    (select string_agg(resembles_word(value, word), ' and ') from unnest(words) as word)];
  test text;
begin
  foreach test in array tests loop
    return query execute format($query$
      with met as materialized (
        select btrim(company) as company from contact
        where owner_id = $1 and deleted_at is null and company is not null and %s limit $2)
      select mode() within group (order by company), case when (select count(*) from met) < $2 then count(*)::int end
      from met where company <> '' group by search_fold(company)
      order by starts_with(search_fold(company), $3) desc, count(*) desc, search_fold(company) limit $4$query$, test)
    using current_owner(), at_once, search_fold(array_to_string(words, ' ')), most;
    exit when found;
  end loop;
end $$;

-- Interactions whose notes hold words beginning with all of these, the newest first. What is frequent is met among the latest
-- thousand; of what isn't, the index knows where it is.
create function find_interactions(words text[], most integer) returns setof uuid
language plpgsql stable security definer rows 5
set search_path = pg_catalog, public, pg_temp
as $$
declare
  owner constant uuid := current_owner();
  terms constant text[] := note_terms(words);
  query constant tsquery := to_tsquery('simple', (select string_agg(quote_literal(term) || ':*', ' & ') from unnest(terms) as term));
  ids uuid[];
begin
  if terms is null then
    return;
  end if;
  execute format($query$
    select array(
      select id
      from (select id, notes, occurred_at from interaction where owner_id = $1 order by occurred_at desc, id limit 1000) latest
      where %s and note_words(notes) @@ $2 -- the first is quickly told, and false of most
      order by occurred_at desc, id limit $3)$query$,
    (select string_agg(format('search_fold(notes) like %L', search_pattern(term)), ' and ') from unnest(terms) as term))
  into ids using owner, query, most;
  if cardinality(ids) < most then
    execute format($query$
      select array(
        select id from (
          select id, occurred_at from interaction
          where owner_id = $1 and notes is not null and note_words(notes) @@ %L::tsquery limit 2000) known
        order by occurred_at desc, id limit $2)$query$, query)
    into ids using owner, most;
  end if;
  return query select unnest(ids);
end $$;

do $$
declare
  name text;
begin
  foreach name in array array['find_people', 'find_names_like', 'find_companies', 'find_interactions'] loop
    execute format('revoke all on function %I(text[], integer) from public', name);
    execute format('grant execute on function %I(text[], integer) to vouch_app', name);
  end loop;
end $$;

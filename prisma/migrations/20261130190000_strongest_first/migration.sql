-- Whom the words may mean, as before (20261129110000_find says what `rank` tells), and with less looking: where very many are
-- called so, as many of the strongest as are shown are enough, and the search for them ends there; it went on to two thousand.

-- Only where pg_trgm is loaded may anybody but a superuser name its settings.
do $$ begin perform word_similarity('', ''); end $$;

create or replace function find_people(words text[], most integer) returns table (contact_id uuid, rank float8)
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
  the_strongest_whose constant text := $query$
    select s.contact_id
    from (select st.contact_id,
            (select f.sort_name from contact_search f where f.owner_id = $1 and f.contact_id = st.contact_id) as sort_name
          from contact_standing st where st.owner_id = $1 and st.connection_status is not null
          order by st.heat desc nulls last, st.contact_id limit 2000) s
    where $query$;
  named constant text := (select string_agg(begins_word('s.sort_name', word), ' and ') from unnest(words) as word);
  first_named constant text := named || ' and s.sort_name >= $3 and s.sort_name < $3 || chr(1114111)';
  alike constant text := (select string_agg(resembles_word('s.sort_name', word), ' and ') from unnest(words) as word);
  called uuid[];
  strongest uuid[];
  first uuid[];
  elsewhere uuid[] := '{}';
  resembling uuid[] := '{}';
begin
  execute format('select array(%s %s limit $2)', those_whose, named) into called using owner, at_once + 1;
  if cardinality(called) > at_once then
    execute format('select array(%s %s limit $2)', the_strongest_whose, named) into strongest using owner, most;
    execute format('select array(%s %s order by s.sort_name limit $2)', those_whose, first_named)
    into first using owner, at_once, typed;
    if cardinality(first) = at_once then
      execute format('select $4 || array(%s %s limit $2)', the_strongest_whose, first_named)
      into strongest using owner, most, typed, strongest;
    end if;
    called := strongest || first || case when cardinality(strongest) < most then called else '{}' end;
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

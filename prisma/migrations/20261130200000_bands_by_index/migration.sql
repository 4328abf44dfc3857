-- As in prisma/sql/relationship_strength.sql: who changes their band within the hour is a range of the index whatever the statistics
-- say. While an old snapshot keeps vacuum from the standings, all of an owner's were read for each band.
create or replace function count_standings(owner uuid, moment timestamptz)
returns table (reading text, contacts int)
language plpgsql stable
-- ranges of indexes, whatever the statistics say
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
declare
  this_hour constant timestamptz := hour_of(moment);
  half_life constant float8 := (select half_life_days from policy_in_force(owner));
  -- Whose strength reads as a band's least had this heat when the hour began, and has this now. A minute more on either side:
  -- rounding must not decide who is looked at. The least S of the bands are 12, 4 and 120 / 85: strength = 100 S / (S + 8).
  strong constant float8 := log_two(12);
  warm constant float8 := log_two(4);
  cool constant float8 := log_two(120 / 85::float8);
  when_it_began constant float8 := (days_since_t0(this_hour) - 0.001) / half_life;
  by_now constant float8 := (days_since_t0(moment) + 0.001) / half_life;
begin
  return query
  with changing as materialized (
    select contact_id from contact_standing where owner_id = owner and queue_until between this_hour and moment
    union
    select contact_id from contact_standing where owner_id = owner and almost_until between this_hour and moment
    union
    select contact_id from contact_standing where owner_id = owner and cooldown_until between this_hour and moment
    union
    select contact_id from contact_standing where owner_id = owner and warm_until between this_hour and moment
    union
    select contact_id from contact_standing
    where owner_id = owner and warm_until between this_hour + fading_for() and moment + fading_for()
    union
    select contact_id from contact_standing where owner_id = owner and evidence_until between this_hour and moment
    union
    select contact_id from contact_standing
    where owner_id = owner and evidence_until between this_hour + lapsing_for() and moment + lapsing_for()
    -- Each by itself: of a band that comes out of a join, Postgres may look for it among all of an owner's standings.
    union
    select contact_id from contact_standing where owner_id = owner and heat > strong + when_it_began and heat < strong + by_now
    union
    select contact_id from contact_standing where owner_id = owner and heat > warm + when_it_began and heat < warm + by_now
    union
    select contact_id from contact_standing where owner_id = owner and heat > cool + when_it_began and heat < cool + by_now
  )
  select t.reading, sum(t.contacts)::int
  from (
    select tally.reading, tally.contacts from standing_tally tally where tally.owner_id = owner and tally.hour < this_hour
    union all
    select edge.reading, edge.starting
    from changing
    cross join lateral (
      select st.* from contact_standing st where st.owner_id = owner and st.contact_id = changing.contact_id offset 0
    ) st
    cross join lateral edges_of(st) edge
    where edge.at between this_hour and moment
  ) t
  group by t.reading;
end
$$;

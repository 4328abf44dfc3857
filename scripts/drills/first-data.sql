-- What three owners would have written with the first Vouch, in the words of its schema (the migrations of 2026-11-22 up to
-- relationship_strength): plain SQL, so that nothing made since has a hand in it. `made` numbers the rows, `one_of` picks.

create function pg_temp.made(what text, owner int, n int) returns uuid language sql immutable as $$
  select overlay(overlay(md5(format('%s %s %s', what, owner, n)) placing '7' from 13) placing '8' from 17)::uuid
$$;
create function pg_temp.some(n int, most int) returns int language sql immutable as $$
  select ((hashint4(n)::bigint % most) + most)::int % most
$$;
create function pg_temp.one_of(n int, choices text[]) returns text language sql immutable as $$
  select choices[1 + pg_temp.some(n, cardinality(choices))]
$$;
create temporary table o as select n, pg_temp.made('owner', n, 0) as id from generate_series(1, 3) n;
create temporary table p as select o.id as owner, o.n as o, c as n, pg_temp.made('contact', o.n, c) as id
  from o, generate_series(1, 150) c;

insert into app_user (id, email, name, password_hash, time_zone)
select id, format('first%s@example.test', n), format('First Owner %s', n), '$password_hash',
  (array['UTC', 'Europe/Oslo', 'America/New_York'])[n]
from o;

insert into policy (owner_id, half_life_days, warm_at, min_checks, require_support_each_way)
select id, 90 * n, 3, n, n = 2 from o where n > 1;
insert into desk_setting (owner_id, note_length) select id, 300 from o where n = 1;

insert into contact (owner_id, id, full_name, headline, company, position, location, how_we_met, expertise,
  geographic_barrier, do_not_connect, connection_status, connected_on, notes, version, deleted_at, created_at)
select owner, id, format('%s %s', pg_temp.one_of(n, '{Ada,Björn,Chloé,Nguyễn,O''Hara,李}'), n), 'Works on tides',
  pg_temp.one_of(n * 7, '{Acme,"Müller & Sons",Nordlys AS}'), 'Engineer', 'Oslo',
  case when n % 3 > 0 then 'At a fair' end, case when n % 4 > 0 then E'Tides\nand "waves"' end,
  case when n % 10 = 0 then 'Lives in Perth' end, n % 40 = 0,
  pg_temp.one_of(n * 3, '{NONE,INVITED,RECEIVED,CONNECTED,REMOVED}')::connection_status,
  case when pg_temp.one_of(n * 3, '{NONE,INVITED,RECEIVED,CONNECTED,REMOVED}') = 'CONNECTED' then date '2024-02-29' end,
  E'Line one\n  line two, with a \\ and a tab\t.', 1 + n % 3, case when n % 30 = 0 then now() - interval '3 days' end,
  now() - n * interval '1 day'
from p;

insert into contact_point (owner_id, contact_id, kind, label, value, normalised)
select owner, id, 'EMAIL'::contact_point_kind, 'work', format('Person.%s@Example.org', n), format('person.%s@example.org', n) from p
union all
select owner, id, 'PHONE', null, format('+47 900 %s', 10000 + n), format('+4790%s', 10000 + n) from p where n % 2 = 0
union all
select owner, id, 'URL', null, format('https://example.org/%s', n), format('https://example.org/%s', n) from p where n % 5 = 0;
insert into linkedin_alias (owner_id, contact_id, slug) select owner, id, format('person-%s', n) from p where n % 2 = 1;
insert into tag (owner_id, id, name, colour)
select o.id, pg_temp.made('tag', o.n, t), (array['Tides', 'Chess', 'München'])[t], null from o, generate_series(1, 3) t;
insert into contact_tag (owner_id, contact_id, tag_id)
select owner, id, pg_temp.made('tag', o, 1 + n % 3) from p where n % 4 = 0;

insert into interaction (owner_id, id, kind, direction, occurred_at, depth, group_size, confirmed, notes, version)
select o.id, pg_temp.made('interaction', o.n, i), kind::interaction_kind,
  case when kind in ('MESSAGE', 'COMMENT') then pg_temp.one_of(i * 5, '{INBOUND,OUTBOUND}') else 'JOINT' end::interaction_direction,
  now() - pg_temp.some(i * 11, 24 * 500) * interval '1 hour' - interval '1 minute',
  pg_temp.one_of(i * 13, '{QUICK,NORMAL,DEEP}')::interaction_depth, case when i % 9 = 0 then 8 end, i % 25 > 0,
  case when i % 2 = 0 then format('Spoke of tides, the %sth time', i) end, 1
from o, generate_series(1, 1200) i, lateral (select pg_temp.one_of(i, '{IN_PERSON,VIDEO,CALL,MESSAGE,COMMENT}') as kind) k;
insert into interaction_contact (owner_id, interaction_id, contact_id)
select distinct o.id, pg_temp.made('interaction', o.n, i), pg_temp.made('contact', o.n, 1 + pg_temp.some(i * 17 + w, 60))
from o, generate_series(1, 1200) i, generate_series(0, 2) w where w = 0 or i % 4 = w;

insert into credential_check (owner_id, id, contact_id, kind, claim, finding, source_name, source_url, independent, note,
  checked_at, expires_at, resolved_at, resolution)
select owner, pg_temp.made('check', o, 10 * n + k), id, (array['CREDENTIALS', 'BACKGROUND', 'TESTIMONIAL', 'EXPERTISE'])[k]::check_kind,
  'Runs a lab', case when n % 23 = 0 and k = 1 then 'CONCERN' when k = 4 then 'NEUTRAL' else 'SUPPORTS' end::check_finding,
  format('Source %s', k), case when k < 3 then format('https://www.registry%s.example/%s', k, n) end, k < 4, 'Seen',
  now() - n * interval '2 days', case when k = 2 then now() + interval '20 days' end,
  case when n % 46 = 0 and k = 1 then now() - interval '1 hour' end, case when n % 46 = 0 and k = 1 then 'It was a namesake' end
from p, generate_series(1, 4) k where n <= 60;

insert into assessment (owner_id, contact_id, wants_to_deepen, i_believe, they_believe, synergy, would_introduce,
  common_ground, goal, can_say, reviewed_at)
select owner, id, 'YES', pg_temp.one_of(n, '{YES,YES,NO}')::answer, 'YES', 'YES', pg_temp.one_of(n * 19, '{YES,YES,UNSURE}')::answer,
  '{Tides,Chess}', 'A joint talk', 'Ran the pilot on time', now() - n * interval '3 days'
from p where n <= 60 and n % 5 > 0;
insert into support_act (owner_id, id, contact_id, direction, kind, occurred_at, note)
select owner, pg_temp.made('act', o, n), id, pg_temp.one_of(n * 3, '{GIVEN,RECEIVED}')::support_direction,
  pg_temp.one_of(n, '{INTRODUCTION,REFERRAL,ADVICE,RECOMMENDATION,OTHER}')::support_kind, now() - n * interval '1 day', 'For the pilot'
from p where n <= 80;
insert into invitation (owner_id, contact_id, direction, status, note, reason, sent_at, answered_at)
select owner, id, pg_temp.one_of(n, '{OUTGOING,INCOMING}')::invitation_direction,
  case when pg_temp.one_of(n, '{OUTGOING,INCOMING}') = 'INCOMING' then pg_temp.one_of(n * 7, '{RECEIVED,ASKED,ACCEPTED,DECLINED,IGNORED}')
    else pg_temp.one_of(n * 7, '{DRAFT,SENT,ACCEPTED,WITHDRAWN}') end::invitation_status,
  'Let us connect', null, now() - n * interval '1 day', now() - n * interval '12 hours'
from p where n % 2 = 0;
insert into recommendation (owner_id, id, contact_id, direction, status, work, text, requested_at, due_on, published_at, support_act_id)
select owner, pg_temp.made('recommendation', o, n), id, pg_temp.one_of(n * 3, '{GIVEN,RECEIVED}')::support_direction,
  pg_temp.one_of(n * 29, '{IDEA,REQUESTED,DRAFTING,SENT,PUBLISHED,DECLINED}')::recommendation_status, 'The pilot',
  case when n % 2 = 0 then 'She found the fault.' end, now() - interval '9 days', current_date + 5,
  case when pg_temp.one_of(n * 29, '{IDEA,REQUESTED,DRAFTING,SENT,PUBLISHED,DECLINED}') = 'PUBLISHED' then now() - interval '2 days' end,
  case when n % 5 = 3 then pg_temp.made('act', o, n) end
from p where n <= 40;
insert into follow_up (owner_id, contact_id, title, due_on, snoozed_until, done_at)
select owner, id, 'Send the study', current_date + (n % 20 - 10), case when n % 7 = 0 then current_date + 30 end,
  case when n % 6 = 0 then now() end
from p where n <= 50;

insert into import_batch (owner_id, id, file_name, kind, state, self, counts, rows_done, rows_total, failure, finished_at)
select o.id, pg_temp.made('import', o.n, b), format('Connections %s.csv', b), 'CONNECTIONS',
  (array['DONE', 'UNDONE', 'FAILED'])[b]::import_state, null, '{"rows": []}', 3, 3,
  case when b = 3 then '{"code": "unexpected", "reference": "0a1b2c3d"}'::jsonb end, now() - interval '40 days'
from o, generate_series(1, 3) b;
insert into import_row (owner_id, batch_id, line, outcome, reason, fields, entity_id)
select o.id, pg_temp.made('import', o.n, b), line, (array['CREATED', 'MATCHED', 'SKIPPED'])[line]::import_outcome, null,
  '{"name": "Ada 1"}', case when line < 3 then pg_temp.made('contact', o.n, line) end
from o, generate_series(1, 3) b, generate_series(1, 3) line;
insert into audit_event (owner_id, actor_id, action, entity, entity_ids)
select owner, owner, 'contacts.create', 'contact', array[id] from p;

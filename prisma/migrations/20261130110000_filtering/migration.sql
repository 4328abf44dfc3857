-- All of a standing that lists are filtered by stands in the index by strength, behind what it is in order of: whoever asks it
-- of everybody reads that alone, an eighth of the table.
drop index "contact_standing_owner_id_heat_idx";
create index "contact_standing_owner_id_heat_idx" on "contact_standing" (owner_id, heat desc nulls last, contact_id,
  connection_status, knows_until, desires_until, mutual_until, verified_until, vouched_until, warm_until, blocked_until,
  queue_until, last_interaction_at);

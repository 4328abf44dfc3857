-- How many interactions a week had is counted within the index: of a hundred thousand in twelve weeks no row is looked at.
create index "interaction_owner_id_confirmed_idx" on "interaction" ("owner_id", "occurred_at") where "confirmed";

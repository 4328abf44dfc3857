-- Assessments that nobody has touched since a day, for the picture of the network before it was recorded: of most owners there is
-- none. The condition holds for every row; only who asks for a day says it, so that no look-up by key is ever planned with
-- this index, whatever the statistics say.
create index concurrently "assessment_owner_id_untouched_idx" on "assessment" (owner_id, updated_at) where updated_at is not null;

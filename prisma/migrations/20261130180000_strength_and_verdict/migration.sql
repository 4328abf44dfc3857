-- In order of strength, with what tells the verdict of each: who has a verdict and a band is counted within it. In place of the
-- index of heat alone, which led to every row for its verdict. Its condition holds for every row and follows from any look at an
-- owner; schema.prisma, which has no word for what an index includes, leaves conditional ones alone.
create index concurrently "contact_standing_owner_id_strength_idx" on "contact_standing" (owner_id, heat desc nulls last, contact_id)
  include (connection_status, blocked_until, almost_until, queue_until) where owner_id is not null;

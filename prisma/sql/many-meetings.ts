import type { Pool } from "pg";
import type { OwnerId } from "@/lib/db";

/** Eight thousand meetings of the owner, 72 minutes apart: with each of their 4,000 contacts twice, on days far apart. */
export async function addManyMeetings(admin: Pick<Pool, "query">, owner: OwnerId): Promise<void> {
  await admin.query(
    `with met as (
       insert into interaction (owner_id, kind, occurred_at)
       select $1, 'IN_PERSON', now() - n * interval '72 minutes' from generate_series(1, 8000) n returning id
     )
     insert into interaction_contact (owner_id, interaction_id, contact_id)
     select $1, met.id, c.id
     from (select id, row_number() over () as n from met) met
     join (select id, row_number() over () as n from contact where owner_id = $1) c on c.n = met.n % 4000 + 1`,
    [owner],
  );
}

// A busy desk on top of a seeded owner: as many connections as LinkedIn allows, invitations both ways, recommendations,
// help, half an intro test, a removal list.
import type { Client } from "pg";
import type { OwnerId } from "@/lib/db";

/** Answers with a contact who has something of everything. */
export async function fillDesk(admin: Client, owner: OwnerId, invitations: number): Promise<string> {
  const run = (text: string, values: unknown[] = []) => admin.query(text, [owner, ...values]);
  await admin.query("begin");
  await admin.query("select set_config('app.owner_id', $1, true), set_config('app.standing_rebuild', 'own', true)", [
    owner,
  ]);
  await run(
    `update contact set connection_status = 'CONNECTED', connected_on = current_date - abs(hashtext(id::text)) % 2000
     where owner_id = $1 and connection_status = 'NONE' and abs(hashtext(id::text)) % 9 < 2`,
  );
  await run(
    `insert into invitation (owner_id, contact_id, direction, status, note, reason, sent_at, answered_at)
     select $1, id, (case when n % 2 = 0 then 'OUTGOING' else 'INCOMING' end)::invitation_direction,
       (case when n % 2 = 0 then (array['SENT', 'SENT', 'IGNORED', 'WITHDRAWN'])[1 + n / 2 % 4]
         else (array['RECEIVED', 'ASKED', 'DECLINED', 'RECEIVED'])[1 + n / 2 % 4] end)::invitation_status,
       'Hello ' || n, case when n % 8 = 5 then 'A template' end, now() - n * interval '1 hour',
       case when n / 2 % 4 in (2, 3) and n % 2 = 0 or n / 2 % 4 = 2 then now() - n * interval '1 hour' + interval '2 days' end
     from (select id, row_number() over (order by id) as n from contact
           where owner_id = $1 and connection_status <> 'CONNECTED' order by id limit $2) person`,
    [invitations],
  );
  const connected = `(select id, row_number() over (order by id) as n from contact
    where owner_id = $1 and connection_status = 'CONNECTED' order by id) person`;
  await run(
    `insert into recommendation (owner_id, contact_id, direction, status, work, requested_at, due_on)
     select $1, id, (case when n % 2 = 0 then 'GIVEN' else 'RECEIVED' end)::support_direction,
       (array['IDEA', 'REQUESTED', 'DRAFTING', 'SENT', 'PUBLISHED', 'DECLINED'])[1 + n % 6]::recommendation_status,
       'The catalogue', now() - n * interval '1 hour', current_date + (n % 60)::int - 30
     from ${connected} where n <= 2000`,
  );
  await run(
    `insert into support_act (owner_id, contact_id, direction, kind, occurred_at)
     select $1, id, (case when n % 3 = 0 then 'RECEIVED' else 'GIVEN' end)::support_direction, 'ADVICE', now() - n * interval '3 hours'
     from ${connected} where n <= 5000`,
  );
  await run(
    `insert into intro_test (owner_id, contact_id, answer, answered_at)
     select $1, id, (array['YES', 'NO', 'NO', 'UNSURE'])[1 + n % 4]::answer, now() - n * interval '4 seconds'
     from ${connected} where n <= 15000`,
  );
  await run(
    `insert into removal (owner_id, contact_id, reason, created_at)
     select $1, id, 'Connected, never in touch', now() - n * interval '1 minute' from ${connected} where n % 20 = 0`,
  );
  await run("select rebuild_standing($1)");
  await admin.query("commit");
  const { rows } = await run(
    "select contact_id as id from support_act where owner_id = $1 order by contact_id limit 1",
  );
  return rows[0]?.id;
}

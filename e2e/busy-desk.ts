import { asAdministrator, type Owner } from "./fixtures";
import { addContact, addContacts, addReadyContact } from "./people";

/** What every screen has something to show of; answers with the ids its addresses take. */
export async function addBusyDesk(owner: Owner) {
  const contact = await addReadyContact(owner, "Lena Okafor");
  await addReadyContact(owner, "Priya Raman");
  const stranger = await addContact(owner, "Stan Stranger");
  const [connected, invited] = await addContacts(owner, ["Ada Byron", "Nils Nytt"]);
  return asAdministrator(async (client) => {
    const first = async (query: string, ...values: unknown[]) => {
      const { rows } = await client.query<{ id: string }>(query, [owner.id, ...values]);
      return rows[0]?.id ?? "";
    };
    const isConnected = "update contact set connection_status = 'CONNECTED', connected_on = '2020-05-05'";
    await first(`${isConnected} where owner_id = $1 and id = $2`, connected);
    const invite = "insert into invitation (owner_id, contact_id, direction, status, note, sent_at)";
    await first(`${invite} values ($1, $2, 'INCOMING', 'RECEIVED', 'Let us connect', now())`, stranger);
    await first(`${invite} values ($1, $2, 'OUTGOING', 'SENT', 'Hi Nils', now())`, invited);
    await first(
      "insert into follow_up (owner_id, contact_id, title, due_on) values ($1, $2, 'Send the tariff study', current_date)",
      contact,
    );
    await first(
      `insert into credential_check (owner_id, contact_id, finding, independent, kind, claim, source_name)
       values ($1, $2, 'CONCERN', true, 'BACKGROUND', 'Left on good terms', 'A former colleague')`,
      connected,
    );
    await first(
      "insert into removal (owner_id, contact_id, reason) values ($1, $2, 'Left on bad terms after all')",
      connected,
    );
    await first(
      "insert into assessment (owner_id, contact_id, wants_to_deepen, goal, reviewed_at) values ($1, $2, 'YES', 'A joint talk', '2024-01-01')",
      connected,
    );
    await first("insert into network_day values ($1, current_date - 40, 1, 0)");
    await first(
      `insert into support_act (owner_id, id, contact_id, direction, kind, occurred_at, note, introduced_contact_id, introduction_id)
       select $1, id, $2, 'RECEIVED', 'INTRODUCTION', now() - interval '3 days', 'For the pilot', $3, id from uuid_v7() as id`,
      connected,
      contact,
    );
    await first(
      `insert into recommendation (owner_id, contact_id, direction, status, work, text, published_at)
       values ($1, $2, 'RECEIVED', 'PUBLISHED', 'The catalogue project', 'Max found the fault.', now() - interval '4 days')`,
      connected,
    );
    const belongsTo = "where owner_id = $1 and contact_id = $2 limit 1";
    return {
      contact,
      check: await first(`select id from credential_check ${belongsTo}`, contact),
      interaction: await first(`select interaction_id as id from interaction_contact ${belongsTo}`, contact),
      recommendation: await first(
        `with made as (
           insert into recommendation (owner_id, contact_id, direction, status, work, text, due_on)
           values ($1, $2, 'GIVEN', 'REQUESTED', 'The catalogue project', 'Ada wrote it.', current_date) returning owner_id, id
         )
         insert into recommendation_version (owner_id, recommendation_id, text, created_at)
         select made.owner_id, made.id, text, now() - ago * interval '1 hour' from made,
           (values (0, 'Ada wrote it.'), (1, 'Ada had the idea.')) as saved (ago, text) returning recommendation_id as id`,
        connected,
      ),
    };
  });
}

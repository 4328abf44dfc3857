// Contacts that are there already, for journeys that are about what comes after. Arranged as the administrator, who
// passes by the screens; what the journey itself is about is always done by clicking.
import type { Client } from "pg";
import { asAdministrator, dayFromToday, type Owner } from "./fixtures";

/** Contacts of these names, in the same moment; answers with their ids. */
export function addContacts(owner: Owner, names: string[]): Promise<string[]> {
  return asAdministrator((client) => insertContacts(client, owner, names));
}

export async function addContact(owner: Owner, name: string): Promise<string> {
  const [id = ""] = await addContacts(owner, [name]);
  return id;
}

/** Somebody the owner is connected with on LinkedIn. */
export async function addConnection(owner: Owner, name: string): Promise<string> {
  const id = await addContact(owner, name);
  await asAdministrator((client) =>
    client.query("update contact set connection_status = 'CONNECTED' where owner_id = $1 and id = $2", [owner.id, id]),
  );
  return id;
}

/** A recommendation to write for the contact, as an idea. */
export function addIdea(owner: Owner, contactId: string): Promise<string> {
  return asAdministrator(async (client) => {
    const { rows } = await client.query<{ id: string }>(
      "insert into recommendation (owner_id, contact_id, direction, status) values ($1, $2, 'GIVEN', 'IDEA') returning id",
      [owner.id, contactId],
    );
    return rows[0]?.id ?? "";
  });
}

async function insertContacts(client: Client, owner: Owner, names: string[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    "insert into contact (owner_id, full_name) select $1, name from unnest($2::text[]) as name returning id",
    [owner.id, names],
  );
  return rows.map(({ id }) => id);
}

/** A contact with all that the six rules ask for: met twice, checked twice, assessed. */
export function addReadyContact(owner: Owner, name: string): Promise<string> {
  return asAdministrator(async (client) => {
    const [contactId = ""] = await insertContacts(client, owner, [name]);
    const ids = [owner.id, contactId];
    await client.query(
      "update contact set how_we_met = 'Data quality workshop in Leeds', expertise = 'Data lineage' where owner_id = $1 and id = $2",
      ids,
    );
    await client.query(
      `with met as (
         insert into interaction (owner_id, kind, occurred_at)
         select $1, 'IN_PERSON', now() - make_interval(days => ago) from unnest(array[10, 20]) as ago returning id
       )
       insert into interaction_contact (owner_id, interaction_id, contact_id) select $1, id, $2 from met`,
      ids,
    );
    await client.query(
      `insert into credential_check (owner_id, contact_id, finding, independent, kind, source_url, source_name)
       values ($1, $2, 'SUPPORTS', true, 'CREDENTIALS', 'https://register.example/members', null),
              ($1, $2, 'SUPPORTS', true, 'TESTIMONIAL', null, 'A shared client')`,
      ids,
    );
    await client.query(
      `insert into assessment (owner_id, contact_id, wants_to_deepen, i_believe, they_believe, synergy,
         would_introduce, common_ground, goal, can_say)
       values ($1, $2, 'YES', 'YES', 'YES', 'YES', 'YES', '{data quality,climbing}',
         'Compare notes on lineage', 'She found the fault in our catalogue')`,
      ids,
    );
    return contactId;
  });
}

/** Invitations from people not heard of before, one minute after the other, the first the longest ago. */
export async function addIncoming(
  owner: Owner,
  senders: { name: string; message?: string | null }[],
): Promise<string[]> {
  const names = senders.map(({ name }) => name);
  return asAdministrator(async (client) => {
    const contacts = await insertContacts(client, owner, names);
    await client.query(
      "update contact set connection_status = 'RECEIVED' where owner_id = $1 and id = any ($2::uuid[])",
      [owner.id, contacts],
    );
    await client.query(
      `insert into invitation (owner_id, contact_id, direction, status, note, sent_at)
       select $1, id, 'INCOMING', 'RECEIVED', note, now() - make_interval(mins => 1000 - place::int)
       from unnest($2::uuid[], $3::text[]) with ordinality as sent (id, note, place)`,
      [owner.id, contacts, senders.map(({ message }) => message ?? null)],
    );
    return contacts;
  });
}

/** Due today. */
export async function addFollowUp(owner: Owner, contactId: string, title: string): Promise<void> {
  await asAdministrator((client) =>
    client.query("insert into follow_up (owner_id, contact_id, title, due_on) values ($1, $2, $3, $4)", [
      owner.id,
      contactId,
      title,
      dayFromToday(0),
    ]),
  );
}

// The owner under attack: something in every part of Vouch, what of it must never be seen, and what must not have changed.
import { type APIRequestContext, request } from "@playwright/test";
import type { Client } from "pg";
import { defaultPolicy } from "../../lib/policy/schema";
import { signedIn } from "../../lib/testing/session";
import { addressesByRoute } from "../addresses";
import { asAdministrator, newOwner, type Owner } from "../fixtures";
import { home } from "./send";

export type Target = {
  owner: Owner;
  /** As a browser sends it. */
  cookie: string;
  /** One id by table. */
  ids: Record<string, string>;
  /** An address by route, of pages that show what is theirs. */
  addresses: Record<string, string>;
  /** Names, notes and whatever else was written: at least two words each, so that none is a word of the page itself. */
  written: string[];
};

/**
 * Signs an owner in once more; answers with the cookie. `revoked`: and ends the session again. `confirmed`: they have just
 * shown again who they are.
 */
export async function cookieOf(owner: Owner, { revoked = false, confirmed = false } = {}): Promise<string> {
  return asAdministrator(async (client) => {
    const { name, value } = await signedIn(client, owner.id, { url: home, secret: process.env.E2E_SECRET ?? "" });
    if (revoked) {
      await client.query(
        "delete from session where id = (select id from session where user_id = $1 order by created_at desc limit 1)",
        [owner.id],
      );
    }
    if (confirmed) await client.query("update session set confirmed_at = now() where user_id = $1", [owner.id]);
    return `${name}=${value}`;
  });
}

/** An owner of their own, signed in. */
export async function newTarget(): Promise<Target> {
  const owner = await newOwner();
  const cookie = await cookieOf(owner);
  const signed = await request.newContext({ baseURL: home, extraHTTPHeaders: { cookie } });
  const target = await targetOf(signed, owner);
  await signed.dispose();
  return { ...target, cookie };
}

/** Gives the owner something of everything; `signed` is signed in as they. */
export async function targetOf(signed: APIRequestContext, owner: Owner): Promise<Omit<Target, "cookie">> {
  const addresses = await addressesByRoute(signed, owner);
  return asAdministrator(async (client) => {
    await addTheRest(client, owner);
    return { owner, addresses, ids: await idsOf(client, owner), written: await writtenBy(client, owner) };
  });
}

/** What actions change and no page of the busy desk shows. */
async function addTheRest(client: Client, { id }: Owner): Promise<void> {
  const insert = (sql: string) => client.query(`insert into ${sql}`, [id]);
  const contacts = "(select array_agg(id order by id) as ids from contact where owner_id = $1) as c";
  await insert("tag (owner_id, name) values ($1, 'Tidal energy')");
  await insert(
    `contact_tag (owner_id, contact_id, tag_id) select $1, c.ids[1], tag.id from tag, ${contacts} where owner_id = $1`,
  );
  await insert("note_template (owner_id, name, text) values ($1, 'Short one', 'Hi there, old friend')");
  await insert("saved_view (owner_id, name) values ($1, 'Ready in Berlin')");
  await insert(`bulk_change (owner_id, kind, contact_ids) select $1, 'TRASH', c.ids[1:1] from ${contacts}`);
  await insert(
    `contact_merge (owner_id, contact_id, absorbed_ids, absorbed_names) select $1, c.ids[1], '{}', '{}' from ${contacts}`,
  );
  await insert(
    "passkey (user_id, credential_id, public_key, name) values ($1::uuid, 'key of ' || $1::text, '', 'My old laptop')",
  );
  await insert(
    "invite (made_by, token_hash, expires_at) values ($1::uuid, sha256($1::text::bytea), now() + interval '1 day')",
  );
  await client.query("insert into policy_change (owner_id, proposed, version) values ($1, $2, 1)", [
    id,
    JSON.stringify(defaultPolicy),
  ]);
}

/** Tables whose rows belong to somebody. */
async function ownedTables(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid
    where a.attname = 'owner_id' and not a.attisdropped and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
    order by 1`);
  return rows.map(({ name }) => name);
}

type Row = Record<string, unknown>;

async function rowsOf(client: Client, table: string, owner: string): Promise<Row[]> {
  const { rows } = await client.query<{ row: Row }>(
    `select to_jsonb(t) as row from ${table} t where owner_id = $1 order by t::text`,
    [owner],
  );
  return rows.map(({ row }) => row);
}

async function idsOf(client: Client, { id }: Owner): Promise<Record<string, string>> {
  const ids: Record<string, string> = {};
  for (const table of await ownedTables(client)) {
    const [first, second] = await rowsOf(client, table, id);
    if (typeof first?.id === "string") ids[table] = first.id;
    if (typeof second?.id === "string") ids[`other ${table}`] = second.id;
  }
  // Rows of the account itself are its user's.
  ids.app_user = id;
  for (const [table, whose] of [
    ["session", "user_id"],
    ["passkey", "user_id"],
    ["invite", "made_by"],
  ]) {
    const { rows } = await client.query<{ id: string }>(`select id from ${table} where ${whose} = $1 limit 1`, [id]);
    ids[table as string] = rows[0]?.id ?? "";
  }
  return ids;
}

async function writtenBy(client: Client, { id }: Owner): Promise<string[]> {
  const written = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === "string" && /\w{2,} \w{2,}/.test(value)) written.add(value);
    else if (typeof value === "object" && value !== null) for (const part of Object.values(value)) collect(part);
  };
  for (const table of await ownedTables(client)) for (const row of await rowsOf(client, table, id)) collect(row);
  return [...written];
}

/** What a page keeps of the day when its owner looks at it, and the look for duplicates that one of them asks for. */
const keptByLooking = ["network_day", "standing_day", "duplicate_queue", "duplicate_trait"];

/** Counts and checksums of all that is the owner's, by table: equal before and after, or something was written. */
export async function fingerprint({ id }: Owner): Promise<Record<string, string>> {
  return asAdministrator(async (client) => {
    const tables = (await ownedTables(client)).filter((table) => !keptByLooking.includes(table));
    const sums = tables.map(
      (table) =>
        `select '${table}' as name, count(*) || ' ' || md5(string_agg(t::text, '' order by t::text)) as sum from ${table} t where owner_id = $1`,
    );
    const { rows } = await client.query<{ name: string; sum: string }>(
      `${sums.join(" union all ")}
       union all select 'app_user', md5(u::text) from app_user u where id = $1
       union all select 'session', count(*)::text from session where user_id = $1
       union all select 'passkey', md5(string_agg(p::text, '')) from passkey p where user_id = $1
       union all select 'invite', md5(string_agg(i::text, '')) from invite i where made_by = $1
       union all select 'job', count(*)::text from pgboss.job where data ->> 'owner' = $1::text and name <> 'duplicates'`,
      [id],
    );
    return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
  });
}

/** Which of the target's words are in it. */
export const seenIn = (body: string, { written }: Target): string[] => written.filter((words) => body.includes(words));

// The schema can be spread over machines by owner_id as it stands. isolation.test.ts holds every key, index and reference of an
// owned table to begin with it; here is what else that takes, and that docs/scale.md names every table there is.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { testDatabase } from "@/lib/testing/database";

const { admin } = testDatabase();

const rows = async <Row extends object>(sql: string) => (await admin.query<Row>(sql)).rows;

/** Every table, and how its primary key and owner_id stand. */
const tables = () =>
  rows<{ name: string; owned: boolean; key: string[]; type: string | null }>(`
    select c.relname as name, a.attname is not null as owned, format_type(a.atttypid, null) as type,
      array(select k.attname::text from pg_index i, unnest(i.indkey::int2[]) with ordinality as key (number, place)
        join pg_attribute k on k.attrelid = c.oid and k.attnum = key.number where i.indrelid = c.oid and i.indisprimary
        order by place) as key
    from pg_class c left join pg_attribute a on a.attrelid = c.oid and a.attname = 'owner_id' and not a.attisdropped
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`);

const owned = async () => (await tables()).filter((table) => table.owned);

/** Tables without an owner_id, and why they have none. */
const shared = {
  "who may sign in, looked up before anybody is known: by e-mail, token or passkey": [
    ...["app_user", "session", "sign_in_step", "passkey", "authenticator_app", "recovery_code", "oidc_identity"],
    ...["one_time_link", "calendar_feed"],
  ],
  "when an account is next written to, looked up by the time for all of them": ["digest_schedule"],
  "of the installation, about nobody's people": ["house_rule", "invite", "sign_in_failure", "backup_run"],
  "what the migrations keep": ["_prisma_migrations"],
};

test("every table has an owner_id, or a reason to have none", async () => {
  const without = (await tables()).filter((table) => !table.owned).map(({ name }) => name);
  expect(without).toEqual(Object.values(shared).flat().sort());
});

test("an owned table's rows are told apart by a primary key with owner_id, a uuid that no sequence makes", async () => {
  for (const { name, key, type } of await owned()) {
    expect({ name, first: key[0], type }).toEqual({ name, first: "owner_id", type: "uuid" });
  }
  const sequences = await rows<{ name: string }>(
    "select relname as name from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace",
  );
  expect(sequences).toEqual([]);
});

test("a row stays with its owner: nothing refers to an owned row from outside, and no update takes its owner along", async () => {
  const names = (await owned()).map(({ name }) => name);
  const references = await rows<{ from: string; to: string; updates: string }>(`
    select conrelid::regclass::text as from, confrelid::regclass::text as to, confupdtype as updates
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`);
  expect(references.length).toBeGreaterThan(50);
  expect(references.filter(({ from, to }) => names.includes(to) && !names.includes(from))).toEqual([]);
  expect(references.filter(({ updates }) => updates !== "a")).toEqual([]);
});

test("docs/scale.md distributes every owned table with contact, and says of every other where it goes", async () => {
  const guide = readFileSync("docs/scale.md", "utf8");
  const distributed = [...guide.matchAll(/create_distributed_table\('(\w+)', 'owner_id'(.*?)\)/g)];
  expect(distributed.map(([, name]) => name).sort()).toEqual((await owned()).map(({ name }) => name).sort());
  expect(distributed.filter(([, , rest]) => rest !== ", colocate_with => 'contact'").map(([, name]) => name)).toEqual([
    "contact",
  ]);
  const local = /^Local to the coordinator: (.*?)\.$/ms.exec(guide)?.[1] ?? "";
  const named = [...local.matchAll(/`(\w+)`/g)].map(([, name]) => name);
  const reference = [...guide.matchAll(/create_reference_table\('(\w+)'\)/g)].map(([, name]) => name);
  expect([...named, ...reference].sort()).toEqual(Object.values(shared).flat().sort());
});

import { type AddressInfo, connect, createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { PrismaPg } from "@prisma/adapter-pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { connectionSettings } from "@/lib/connection-settings";
import { askAsOwner, asOwner, type OwnerDb, type OwnerId, type OwnerSql } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { patience, somebodyWaits } from "@/lib/testing/waiting";
import { Prisma, PrismaClient } from "@/prisma/generated/client";

const database = testDatabase({ connections: 1 });
let owner: OwnerId;
let prisma: PrismaClient;

/** What was sent to Postgres so far: asOwner's connections pass through here. */
let sent = "";
let pieces: string[] = [];
const relay = createServer((client) => {
  const { hostname, port, searchParams } = new URL(database.appUrl);
  const folder = searchParams.get("host");
  const server = folder ? connect(`${folder}/.s.PGSQL.${port || 5432}`) : connect(Number(port || 5432), hostname);
  for (const end of [client, server]) end.on("error", () => {});
  client.on("data", (chunk) => {
    sent += chunk.toString("latin1");
    pieces.push(chunk.toString("latin1"));
  });
  client.pipe(server).pipe(client);
});

beforeAll(async () => {
  await new Promise<void>((listening) => relay.listen(0, "127.0.0.1", listening));
  const url = new URL(database.appUrl);
  url.searchParams.delete("host");
  url.hostname = "127.0.0.1";
  url.port = String((relay.address() as AddressInfo).port);
  vi.stubEnv("APP_DATABASE_URL", url.href);
  owner = await database.newOwner();
  prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: database.appUrl, ...connectionSettings }) });
});
afterAll(async () => {
  await prisma.$disconnect();
  relay.close();
});

const { sql } = Prisma;
const ask = (statement: Prisma.Sql) => asOwner(owner, (db) => db.$queryRaw<Record<string, unknown>[]>(statement));
const run = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);

test.each([
  sql`1::smallint as a, 2::int as b, 3::bigint as c, 4.5::float4 as d, 5.25::float8 as e, 'NaN'::float8 as f, 6.70::numeric as g`,
  sql`true as a, 'text' as b, 'ab'::varchar as c, gen_random_uuid() is not null as d, '018cc251-f401-7000-8739-aae2106a334f'::uuid as e`,
  sql`date '2026-02-28' as a, timestamptz '2026-02-28 23:30:00.25+02' as b, timestamp '2026-02-28 23:30' as c`,
  sql`null::int as a, null::timestamptz as b, null::bigint as c, null::json as d, null::int[] as e`,
  sql`'{"a": [1, null]}'::json as a, '"text"'::jsonb as b, 'null'::jsonb as c, json_agg(n) as d from generate_series(1, 3) n`,
  sql`'{1,2}'::int[] as a, '{3,null}'::bigint[] as b, '{1.10}'::numeric[] as c, '{a,"b c",null}'::text[] as d, '{t,f}'::bool[] as e`,
  sql`'{2026-02-28}'::date[] as a, array[timestamptz '2026-02-28 12:00Z', null] as b, array['[1]'::jsonb] as c, '{}'::uuid[] as d`,
  sql`'IN_PERSON'::interaction_kind as a, '{CALL,VIDEO}'::interaction_kind[] as b, 'name'::name as c, '7'::oid as d`,
  sql`n, n || '' as word from generate_series(1, 3) as n where n > 1`,
  sql`'\\x00ff'::bytea as a, array['\\x01'::bytea, null] as b, time '14:30' as c, 'Infinity'::timestamptz is not null as d`,
  sql`1 as a where false`,
])("what is answered is what Prisma's own would be: %#", async (columns) => {
  expect(await ask(sql`select ${columns}`)).toEqual(await prisma.$queryRaw(sql`select ${columns}`));
});

test.each([
  sql`${"it's {a} \\ 'text'"}::text as a, ${7}::int as b, ${2.5}::float8 as c, ${true}::bool as d, ${null}::text is null as e`,
  sql`${new Date("2026-02-28T23:30:00.250Z")}::timestamptz as a, ${12345678901234n}::bigint as b`,
  sql`${["a", 'b"c', ""]}::text[] as a, ${[1, 2]}::int[] as b, ${[]}::uuid[] as c, ${[new Date(0)]}::timestamptz[] as d`,
  sql`${JSON.stringify({ a: "ü" })}::jsonb as a, ${{ b: [1, "'"] }}::jsonb as b, ${[{ c: 1 }, { c: '"' }]}::jsonb[] as c`,
  sql`${Buffer.from("ü")}::bytea as a, ${[true, false]}::bool[] as b, ${1}::int + ${2}::int as c`,
])("what is asked with is what Prisma's own would ask with: %#", async (columns) => {
  expect(await ask(sql`select ${columns}`)).toEqual(await prisma.$queryRaw(sql`select ${columns}`));
});

test("a template is asked as a statement is, and what isn't given is null", async () => {
  const missing = undefined;
  expect(await run((db) => db.$queryRaw`select ${missing}::text as a, ${sql`1 + ${1}::int`} as b`)).toEqual([
    { a: null, b: 2 },
  ]);
});

test("what is written is counted", async () => {
  const add = (names: string[]) =>
    run(
      (db) =>
        db.$executeRaw`insert into contact (owner_id, full_name) select ${db.owner}::uuid, unnest(${names}::text[])`,
    );
  expect(await add(["Lena Okafor", "Tomás Marín"])).toBe(2);
  expect(await add([])).toBe(0);
});

test.each([
  sql`select 1 / 0`,
  sql`select nothing from nowhere`,
  sql`insert into tag (owner_id, name) select null, 'Nobody''s'`,
  sql`select ${"no \u0000 in a text"}::text`,
  sql`select ${"no day"}::date`,
])("what is refused is refused as by Prisma's own: %#", async (statement) => {
  const told = async (asked: Promise<unknown>) => {
    const error = await asked.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(Prisma.PrismaClientKnownRequestError);
    const { code, message, meta } = error as Prisma.PrismaClientKnownRequestError;
    return { code, message: message.split("\n").at(-1), meta };
  };
  expect(await told(ask(statement))).toEqual(await told(prisma.$queryRaw(statement)));
});

test("what is asked beside one another is sent before the first is answered", async () => {
  const holder = await database.admin.connect();
  await holder.query("select pg_advisory_lock(33)");
  const asked = run((db) =>
    Promise.all([
      db.$queryRaw`select pg_advisory_xact_lock(33)::text as waited`,
      db.$queryRaw`select 'sent meanwhile' as said`,
    ]),
  );
  try {
    await somebodyWaits(database.admin);
    await expect.poll(() => sent.includes("sent meanwhile"), patience).toBe(true);
  } finally {
    await holder.query("select pg_advisory_unlock(33)");
    holder.release();
  }
  expect(await asked).toEqual([[{ waited: "" }], [{ said: "sent meanwhile" }]]);
});

test("how a transaction begins goes out together with what is asked first", async () => {
  const beginning = () => pieces.find((piece) => piece.includes("app.owner_id"));
  const select = async (db: OwnerSql) => db.$queryRaw`select 'first of all' as said`;
  for (const transaction of [askAsOwner, asOwner]) {
    pieces = [];
    await transaction(owner, select);
    expect(beginning()).toContain("first of all");
  }
});

test("of what is asked beside one another each gets its own answer, also when Prisma asks among them", async () => {
  await run((db) => db.tag.create({ data: { ownerId: db.owner, name: "Mentor" } }));
  const answers = await run((db) =>
    Promise.all([
      db.$queryRaw`select 1 as n, pg_sleep(0.05)::text as slept`,
      db.tag.findFirst({ where: { ownerId: db.owner }, select: { name: true } }),
      db.$queryRaw`select 2 as n`,
      db.$executeRaw`update tag set colour = 'green' where owner_id = ${db.owner}::uuid`,
      db.$queryRaw`select colour from tag where owner_id = ${db.owner}::uuid`,
    ]),
  );
  expect(answers).toEqual([[{ n: 1, slept: "" }], { name: "Mentor" }, [{ n: 2 }], 1, [{ colour: "green" }]]);
});

test("where one of them fails its error is told, nothing is left behind, and the connection serves the next", async () => {
  const count = () => run((db) => db.contact.count());
  const before = await count();
  const failing = run((db) =>
    Promise.all([
      db.$executeRaw`insert into contact (owner_id, full_name) values (${db.owner}::uuid, 'Half-written')`,
      db.$queryRaw`select 1 / 0`,
      db.$queryRaw`select 1`,
    ]),
  );
  await expect(failing).rejects.toThrow("division by zero");
  expect(await count()).toBe(before);
});

test("whoever asks when their transaction is over is refused: its connection is somebody else's by now", async () => {
  const kept = await run(async (db) => db);
  await expect(kept.$queryRaw`select 1`).rejects.toThrow("over");
  await expect(kept.$executeRaw`delete from contact`).rejects.toThrow("over");

  const other = await database.newOwner();
  let late: Promise<unknown> = Promise.resolve();
  const slow = asOwner(
    owner,
    async (db) => {
      await sleep(600);
      late = db.$queryRaw`select count(*) from contact`;
      await late;
    },
    { timeoutMs: 200, tries: 1 },
  );
  const seen = asOwner(other, async (db) => {
    await sleep(800); // on the only connection there is, while the other one asks
    return db.$queryRaw`select current_setting('app.owner_id') as owner`;
  });
  await expect(slow).rejects.toThrow();
  await expect(late).rejects.toThrow("over");
  expect(await seen).toEqual([{ owner: other }]);
});

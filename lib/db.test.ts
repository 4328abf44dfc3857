import { expect, test } from "vitest";
import { askAsOwner, asOwner, asOwnerWhatIf, beforeSignIn, type OwnerDb, type OwnerId, type OwnerSql } from "./db";
import { testDatabase } from "./testing/database";
import { leftOpen, mixTransactions } from "./testing/mixed-owners";
import { patience } from "./testing/waiting";

const database = testDatabase({ connections: 2 });
const addContact = (owner: OwnerId, fullName: string) =>
  asOwner(owner, (db) => db.contact.create({ data: { ownerId: db.owner, fullName }, select: { id: true } }));

test("an owner sees their own rows and nobody else's", async () => {
  const [ada, bob] = [await database.newOwner(), await database.newOwner()];
  await addContact(ada, "Ada's friend");
  expect(await asOwner(ada, (db) => db.contact.count())).toBe(1);
  expect(await asOwner(bob, (db) => db.contact.count())).toBe(0);
});

test("a row can't be written into another owner's data", async () => {
  const [ada, bob] = [await database.newOwner(), await database.newOwner()];
  await expect(
    asOwner(ada, (db) => db.contact.create({ data: { ownerId: bob, fullName: "Smuggled" } })),
  ).rejects.toThrow();
  expect(await asOwner(bob, (db) => db.contact.count())).toBe(0);
});

test("what is thrown leaves nothing behind", async () => {
  const ada = await database.newOwner();
  await expect(
    asOwner(ada, async (db) => {
      await db.contact.create({ data: { ownerId: db.owner, fullName: "Half-written" } });
      throw new Error("changed my mind");
    }),
  ).rejects.toThrow("changed my mind");
  expect(await asOwner(ada, (db) => db.contact.count())).toBe(0);
});

test("what is only asked is answered and leaves nothing behind; what breaks down while asking is thrown", async () => {
  const ada = await database.newOwner();
  const asked = asOwnerWhatIf(ada, async (db) => {
    await db.contact.create({ data: { ownerId: db.owner, fullName: "Imagined" } });
    return db.contact.count();
  });
  expect(await asked).toBe(1);
  expect(await asOwner(ada, (db) => db.contact.count())).toBe(0);
  await expect(asOwnerWhatIf(ada, () => Promise.reject(new Error("no answer")))).rejects.toThrow("no answer");
});

test("in a snapshot every statement sees what the first one saw", async () => {
  const ada = await database.newOwner();
  const counts = await asOwner(
    ada,
    async (db) => {
      const before = await db.contact.count();
      await addContact(ada, "Newcomer");
      return [before, await db.contact.count()];
    },
    { snapshot: true },
  );
  expect(counts).toEqual([0, 0]);
  expect(await asOwner(ada, (db) => db.contact.count())).toBe(1);
});

test("transactions of mixed owners on two connections, some cut off midway: no foreign row, none left open", async () => {
  const owners = await Promise.all(Array.from({ length: 5 }, () => database.newOwner()));
  for (const [index, owner] of owners.entries()) {
    for (let n = 0; n <= index; n++) await addContact(owner, `Contact ${n}`);
  }
  // Ten times as many: npm run attack -- transactions
  expect(await mixTransactions(owners, 1_000)).toEqual({ whole: 980, cutOff: 20, foreign: [] });
  await expect.poll(async () => (await database.admin.query(leftOpen)).rowCount, patience).toBe(0);
});

test("what outlasts its transaction is ended in Postgres, too", async () => {
  const ada = await database.newOwner();
  const forever = (db: OwnerDb) => db.$queryRaw`select pg_sleep(3600)::text`;
  await expect(asOwner(ada, forever, { timeoutMs: 300 })).rejects.toThrow();
  const asleep =
    "select from pg_stat_activity where datname = current_database() and state = 'active' and query like '%pg_sleep(3600)%' and pid <> pg_backend_pid()";
  await expect.poll(async () => (await database.admin.query(asleep)).rowCount, patience).toBe(0);
});

const countByAsking = async (db: OwnerSql) => {
  const [counted] = await db.$queryRaw<{ contacts: number }[]>`select count(*)::int as contacts from contact`;
  return counted?.contacts;
};

test("who only asks sees their own rows and nobody else's, in a snapshot as they were at first", async () => {
  const [ada, bob] = [await database.newOwner(), await database.newOwner()];
  await addContact(ada, "Ada's friend");
  expect(await askAsOwner(ada, countByAsking)).toBe(1);
  expect(await askAsOwner(bob, countByAsking)).toBe(0);
  const counts = async (db: OwnerSql) => {
    const before = await countByAsking(db);
    await addContact(ada, "Newcomer");
    return [before, await countByAsking(db)];
  };
  expect(await askAsOwner(ada, counts)).toEqual([1, 2]);
  expect(await askAsOwner(ada, counts, { snapshot: true })).toEqual([2, 2]);
});

test("who only asks writes nothing, nor anything once the transaction is over", async () => {
  const ada = await database.newOwner();
  const write = (db: OwnerSql) => db.$queryRaw`insert into tag (owner_id, name) values (${db.owner}::uuid, 'Mentor')`;
  await expect(askAsOwner(ada, write)).rejects.toThrow("read-only");
  const kept = await askAsOwner(ada, async (db) => db);
  await expect(countByAsking(kept)).rejects.toThrow("over");
  expect(await asOwner(ada, (db) => db.tag.count())).toBe(0);
});

test("where asking fails, in Postgres, in between or because it took too long, its connection serves the next", async () => {
  const ada = await database.newOwner();
  await addContact(ada, "Ada's friend");
  const failing = [
    askAsOwner(ada, (db) => db.$queryRaw`select 1 / 0`),
    askAsOwner(ada, (db) => db.$queryRaw`select pg_sleep(3600)::text`, { timeoutMs: 100 }),
    askAsOwner(ada, async (db) => {
      await countByAsking(db);
      throw new Error("changed my mind");
    }),
  ];
  const told = (await Promise.allSettled(failing)).map((each) => each.status === "rejected" && each.reason.message);
  expect(told).toEqual([
    expect.stringContaining("division by zero"),
    expect.stringContaining("statement timeout"),
    "changed my mind",
  ]);
  expect(await Promise.all([ada, ada, ada].map((owner) => askAsOwner(owner, countByAsking)))).toEqual([1, 1, 1]);
  await expect.poll(async () => (await database.admin.query(leftOpen)).rowCount, patience).toBe(0);
});

test("a transaction that doesn't begin as it was to is none, whatever is asked in it", async () => {
  const ada = await database.newOwner();
  const wrongly = { timeoutMs: Number.NaN };
  await expect(askAsOwner(ada, countByAsking, wrongly)).rejects.toThrow("aborted");
  await expect(askAsOwner(ada, async () => "nothing", wrongly)).rejects.toThrow("statement_timeout");
  expect(await Promise.all([ada, ada, ada].map((owner) => askAsOwner(owner, countByAsking)))).toEqual([0, 0, 0]);
});

/** What no type lets anybody ask before sign-in. */
const contactsSeen = (db: object): Promise<number> => Reflect.get(db, "contact").count();

test("before sign-in no owned row is visible", async () => {
  const ada = await database.newOwner();
  await addContact(ada, "Hidden");
  expect(await beforeSignIn(contactsSeen)).toBe(0);
});

test("who signs in while an owner's transaction is open sees none of their rows", async () => {
  const ada = await database.newOwner();
  await addContact(ada, "Hidden");
  const counted = await asOwner(ada, async (db) => [
    await db.contact.count(),
    await beforeSignIn(contactsSeen),
    await db.contact.count(),
  ]);
  expect(counted).toEqual([1, 0, 1]);
});

test("an owner's id can say nothing but an id", async () => {
  const forged = "'; set local app.owner_id = ''" as OwnerId;
  await expect(asOwner(forged, (db) => db.contact.count())).rejects.toThrow(/uuid/);
});

test("two writers that lock the same rows crosswise both finish: the work of the loser is done again", async () => {
  const ada = await database.newOwner();
  const addTag = (name: string) =>
    asOwner(ada, (db) => db.tag.create({ data: { ownerId: db.owner, name }, select: { id: true } }));
  const [first, second] = [await addTag("First"), await addTag("Second")];
  const waiting: Array<() => void> = [];
  /** Lets both transactions take their first row before either asks for the other's. */
  const bothHere = () =>
    new Promise<void>((go) => {
      waiting.push(go);
      if (waiting.length === 2) for (const release of waiting) release();
    });
  const paint = (order: { id: string }[]) => {
    let tries = 0;
    return asOwner(ada, async (db) => {
      tries += 1;
      for (const [index, { id }] of order.entries()) {
        await db.tag.updateMany({ where: { ownerId: db.owner, id }, data: { colour: "green" } });
        if (index === 0 && tries === 1) await bothHere();
      }
      return tries;
    });
  };
  const tries = await Promise.all([paint([first, second]), paint([second, first])]);
  expect(tries.sort()).toEqual([1, 2]);
  expect(await asOwner(ada, (db) => db.tag.count({ where: { colour: "green" } }))).toBe(2);
});

test("a what-if answers and leaves nothing, also where an interaction lies in the future", async () => {
  const ada = await database.newOwner();
  const nextMonth = new Date(Date.now() + 30 * 86_400_000);
  const counted = await asOwnerWhatIf(ada, async (db) => {
    await db.contact.create({ data: { ownerId: db.owner, fullName: "Supposed" } });
    await db.interaction.create({ data: { ownerId: db.owner, kind: "CALL", occurredAt: nextMonth } });
    return [await db.contact.count(), await db.interaction.count()];
  });
  expect(counted).toEqual([1, 1]);
  expect(await asOwner(ada, (db) => db.contact.count())).toBe(0);
  expect(await asOwner(ada, (db) => db.interaction.count())).toBe(0);
});

test("what goes wrong in a what-if is told as it is", async () => {
  const ada = await database.newOwner();
  await expect(
    asOwnerWhatIf(ada, async () => {
      throw new Error("not what was meant");
    }),
  ).rejects.toThrow("not what was meant");
});

test("a transaction that puts the question of the future off can't commit what lies there", async () => {
  const ada = await database.newOwner();
  const plan = (putOff: boolean) =>
    asOwner(ada, async (db) => {
      if (putOff) await db.$executeRaw`set constraints interaction_not_in_future deferred`;
      const nextMonth = new Date(Date.now() + 30 * 86_400_000);
      await db.interaction.create({ data: { ownerId: db.owner, kind: "CALL", occurredAt: nextMonth } });
    });
  await expect(plan(false)).rejects.toThrow();
  await expect(plan(true)).rejects.toThrow();
  expect(await asOwner(ada, (db) => db.interaction.count())).toBe(0);
});

test("a what-if doesn't wait long for a writer of the same owner", async () => {
  const ada = await database.newOwner();
  const writer = await database.admin.connect();
  try {
    await writer.query("begin");
    await writer.query("select lock_standing($1)", [ada]);
    await expect(
      asOwnerWhatIf(ada, (db) => db.contact.create({ data: { ownerId: db.owner, fullName: "Later" } })),
    ).rejects.toMatchObject({ code: "busy" });
  } finally {
    await writer.query("rollback");
    writer.release();
  }
});

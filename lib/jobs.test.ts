// Every background job, killed with its process while it is writing and then run twice: the end is that of one that ran
// once, undisturbed.
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { seedOwner } from "@/prisma/seed/owner";
import { standings } from "@/prisma/sql/history";
import { asOwner, type OwnerDb, type OwnerId } from "./db";
import { saveDigestSetting } from "./digest/data";
import { sendDueDigests } from "./digest/job";
import { noDigest } from "./digest/schema";
import { lookForDuplicates } from "./duplicates/scan/job";
import { everything } from "./exports/everything";
import { createFollowUp } from "./follow-ups/data";
import { getImport, queueImport } from "./imports/data";
import { runImport } from "./imports/job";
import { readUpload } from "./imports/upload";
import { requestChange } from "./policy/change/data";
import { runPolicyChange } from "./policy/change/job";
import { getPolicySetting } from "./policy/data";
import { defaultPolicy } from "./policy/schema";
import { runRestore } from "./restore/job";
import { getRestore } from "./restore/run/data";
import { receive } from "./restore/upload";
import { testDatabase } from "./testing/database";
import { startJob } from "./testing/job";
import { connectionsFile, inPieces, limits } from "./testing/linkedin-files";
import { startMailServer } from "./testing/mail-server";
import { patience, somebodyWaits } from "./testing/waiting";

const database = testDatabase();
const { admin } = database;
let owner: OwnerId;
beforeEach(async () => {
  owner = await database.newOwner();
});

const inDb = <T>(work: (db: OwnerDb) => Promise<T>) => asOwner(owner, work);
const count = async (table: string, of: OwnerId = owner) =>
  (await admin.query(`select count(*)::int as count from ${table} where owner_id = $1`, [of])).rows[0].count;

/** Runs the job until it writes to `table`, which nobody may just then, and kills its process there. */
async function killedWriting(table: string, name: Parameters<typeof startJob>[0], id = "") {
  const holder = await admin.connect();
  try {
    await holder.query(`begin; lock table ${table} in share mode`);
    const job = startJob(name, owner, id);
    await somebodyWaits(admin);
    await job.kill();
  } finally {
    await holder.query("rollback");
    holder.release();
  }
}

const people = Array.from({ length: 30 }, (_, n) => ({
  first: "Ada",
  last: `Byron ${n}`,
  url: `https://www.linkedin.com/in/ada-${n}`,
  on: "5 May 2020",
}));

test("an import", async () => {
  async function* file() {
    yield { name: "Connections.csv", bytes: inPieces(connectionsFile(people), 1_000) };
  }
  const id = (await readUpload(owner, file(), limits)) ?? "";
  await inDb((db) => queueImport(db, id));
  await killedWriting("linkedin_alias", "import", id);
  expect(await count("contact")).toBe(0);
  for (let again = 0; again < 2; again++) await runImport(owner, id);
  expect(await inDb((db) => getImport(db, id))).toMatchObject({
    state: "DONE",
    counts: { rows: [{ outcome: "CREATED", count: 30 }] },
  });
  expect([await count("contact"), await count("linkedin_alias"), await count("contact_standing")]).toEqual([
    30, 30, 30,
  ]);
});

test("a change of policy", async () => {
  await seedOwner(owner, { contacts: 60, interactions: 600 });
  const values = { ...defaultPolicy, halfLifeDays: 30 };
  const id = await inDb((db) => requestChange(db, values, 1));
  const before = await standings(admin, owner);
  await killedWriting("contact_standing", "policy", id);
  expect(await inDb(getPolicySetting)).toMatchObject({ inForce: defaultPolicy });
  expect(await standings(admin, owner)).toEqual(before);
  for (let again = 0; again < 2; again++) await runPolicyChange(owner, id);
  expect(await inDb(getPolicySetting)).toEqual({ inForce: values, version: 1, change: null });
  const made = await standings(admin, owner);
  await admin.query("select rebuild_standing($1)", [owner]);
  expect(await standings(admin, owner)).toEqual(made);
});

test("bringing an export back", async () => {
  const other = await database.newOwner();
  await seedOwner(other, { contacts: 60, interactions: 300 });
  let file = "";
  await asOwner(other, async (db) => {
    for await (const piece of everything(db)) file += piece;
  });
  let id = "";
  await receive(owner, inPieces(file, 50_000), { megabytes: 10 }, async (asked) => {
    id = asked;
  });
  await killedWriting("interaction_contact", "restore", id);
  expect([await count("contact"), await count("restore_part")]).toEqual([0, 1]);
  for (let again = 0; again < 2; again++) await runRestore(owner, id);
  expect(await inDb(getRestore)).toMatchObject({ state: "DONE", contacts: 60 });
  for (const table of ["contact", "interaction", "interaction_contact", "contact_standing"]) {
    expect(await count(table), table).toBe(await count(table, other));
  }
});

test("the look for duplicates", async () => {
  const write = (of: OwnerId) =>
    admin.query(
      "insert into contact (owner_id, full_name) select $1, name from unnest(array['Anna Berg', 'anna  BERG', 'Bob Smith', 'Robert Smith']) name",
      [of],
    );
  const found = async (of: OwnerId) =>
    (await admin.query("select score, reasons from duplicate_pair where owner_id = $1 order by reasons", [of])).rows;
  const undisturbed = await database.newOwner();
  await write(undisturbed);
  await lookForDuplicates(undisturbed);
  await write(owner);
  await killedWriting("duplicate_pair", "duplicates");
  expect(await found(owner)).toEqual([]);
  for (let again = 0; again < 2; again++) await lookForDuplicates(owner);
  expect(await found(owner)).toEqual(await found(undisturbed));
  expect(await found(owner)).toHaveLength(2);
  expect(await count("duplicate_queue")).toBe(0);
});

test("the digest: never twice a day, whatever became of the first", async () => {
  await inDb(async (db) => {
    const { id: contactId } = await db.contact.create({ data: { ownerId: owner, fullName: "Lena Okafor" } });
    await createFollowUp(db, { contactId, title: "Send the paper", dueOn: "2020-01-02" });
    await saveDigestSetting(db, { ...noDigest, enabled: true });
  });
  const itIsTime = () => admin.query("update digest_schedule set next_at = now() - interval '1 minute'");
  let taken = 0;
  const silent = await startMailServer({
    onData: (stream) => {
      stream.resume(); // takes the mail, and never says so
      stream.on("end", () => taken++);
    },
  });
  const mails = await startMailServer();
  onTestFinished(async () => {
    await silent.stop();
    await first;
    await mails.stop();
  });
  await itIsTime();
  // What a server that is killed now leaves behind: the day is claimed, and nobody knows what became of the mail.
  const first = sendDueDigests(silent.sender);
  await expect.poll(() => taken, patience).toBe(1);
  await itIsTime();
  for (let again = 0; again < 2; again++) await sendDueDigests(mails.sender);
  expect(mails.received).toEqual([]);

  await admin.query("update digest_schedule set last_sent_on = last_sent_on - 1"); // the next day
  await itIsTime();
  for (let again = 0; again < 2; again++) await sendDueDigests(mails.sender);
  expect(mails.received).toHaveLength(1);
});

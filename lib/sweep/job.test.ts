import { expect, test } from "vitest";
import { asOwner, type OwnerId } from "@/lib/db";
import { newAccount, newLink, password } from "@/lib/testing/account";
import { testDatabase } from "@/lib/testing/database";
import { signInWithPassword } from "../account/data";
import { hashToken } from "../account/token";
import { sweep } from "./job";

const database = testDatabase();

async function trashed(owner: OwnerId, fullName: string, ago: string) {
  await asOwner(owner, (db) => db.contact.create({ data: { ownerId: owner, fullName } }));
  await database.admin.query(
    "update contact set deleted_at = now() - $3::interval where owner_id = $1 and full_name = $2",
    [owner, fullName, ago],
  );
}

const count = async (table: string) => (await database.admin.query(`select from ${table}`)).rowCount;

test("what is over goes, for everybody, and what isn't stays; twice is as once", async () => {
  const [ada, max] = [await newAccount(database.admin), await newAccount(database.admin)];
  for (const { owner } of [ada, max]) {
    await trashed(owner, "Gone", "31 days");
    await trashed(owner, "Still there", "29 days");
  }
  await signInWithPassword({ email: ada.email, password }, null);
  await signInWithPassword({ email: max.email, password }, null);
  await database.admin.query("update session set last_seen_at = now() - interval '15 days' where user_id = $1", [
    ada.owner,
  ]);
  await newLink(database.admin, ada.owner, "-1 second");
  await newLink(database.admin, max.owner);
  await signInWithPassword({ email: ada.email, password: "a wrong guess" }, null).catch(() => {});
  await signInWithPassword({ email: max.email, password: "a wrong guess" }, null).catch(() => {});
  await database.admin.query("update sign_in_failure set last_at = now() - interval '25 hours' where key_hash = $1", [
    hashToken(`account:${ada.email}`),
  ]);
  await sweep();
  await sweep();
  expect((await database.admin.query("select full_name from contact")).rows).toEqual([
    { full_name: "Still there" },
    { full_name: "Still there" },
  ]);
  expect([await count("session"), await count("one_time_link"), await count("sign_in_failure")]).toEqual([1, 1, 1]);
});

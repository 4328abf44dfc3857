import { expect, test } from "vitest";
import { beforeSignIn } from "@/lib/db";
import { testDatabase } from "@/lib/testing/database";
import { startSession } from "../data";
import { confirmSession, isSessionConfirmed } from "./data";

const database = testDatabase();
const isConfirmed = (token: string) => beforeSignIn((db) => isSessionConfirmed(db, token));

test("only the session that was confirmed is, for ten minutes, and signing in confirms none", async () => {
  const owner = await database.newOwner();
  const start = () => beforeSignIn((db) => startSession(db, owner, null));
  const [here, elsewhere] = [await start(), await start()];
  expect(await isConfirmed(here)).toBe(false);
  await confirmSession(here);
  expect(await isConfirmed(here)).toBe(true);
  expect(await isConfirmed(elsewhere)).toBe(false);
  await database.admin.query(
    "update session set confirmed_at = now() - interval '10 minutes 1 second' where user_id = $1",
    [owner],
  );
  expect(await isConfirmed(here)).toBe(false);
});

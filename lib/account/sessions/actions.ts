"use server";

import { ownerAction, saved } from "@/lib/action";
import { closeSession, requireSignedIn } from "@/lib/auth";
import { endOneSession, endSessions } from "./data";
import * as schema from "./schema";

export const endSessionAction = ownerAction("account.endSession", schema.oneSession, async (db, { id }) => {
  await endOneSession(db.owner, id);
  return saved("session", id);
});

export const endOtherSessionsAction = ownerAction("account.endOtherSessions", schema.nothing, async (db) => {
  const { session } = await requireSignedIn();
  return saved("session", await endSessions(db.owner, { kept: session }));
});

const endEverySession = ownerAction("account.endEverySession", schema.nothing, async (db) => {
  const ended = await endSessions(db.owner);
  await closeSession();
  return saved("session", ended, "/login");
});

/** Here too. */
export async function signOutEverywhereAction() {
  await endEverySession({}, new FormData());
}

"use server";

import { accountAction, saved } from "@/lib/action";
import { closeSession } from "@/lib/auth";
import type { FormState } from "@/lib/form-state";
import { nothing } from "@/lib/schema";
import { endOneSession, endSessions } from "./data";
import * as schema from "./schema";

// None of these asks who is there: they take nothing from their owner but the need to sign in again, and whoever is afraid of
// somebody at another browser mustn't be held up.

export const endSessionAction = accountAction("account.endSession", schema.oneSession, async (db, { id }) => {
  await endOneSession(db, id);
  return saved("session", id);
});

export const endOtherSessionsAction = accountAction(
  "account.endOtherSessions",
  nothing,
  async (db, _input, { session }) => saved("session", await endSessions(db, { kept: session })),
);

const endEverySession = accountAction(
  "account.endEverySession",
  nothing,
  async (db) => saved("session", await endSessions(db), "/login"),
  { afterwards: closeSession },
);

/** Here too. Answers only where it failed: with why. */
export async function signOutEverywhereAction(): Promise<FormState> {
  return endEverySession({}, new FormData());
}

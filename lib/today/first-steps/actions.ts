"use server";

import { ownerAction, saved } from "@/lib/action";
import { bringBackFirstSteps, hideFirstSteps } from "./data";
import { showFirstSteps } from "./schema";

/** Puts the first steps away, or back onto Today. */
export const showFirstStepsAction = ownerAction("today.firstSteps", showFirstSteps, async (db, { show }) => {
  await (show === "yes" ? bringBackFirstSteps(db) : hideFirstSteps(db));
  return saved("firstSteps", []);
});

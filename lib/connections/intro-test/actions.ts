"use server";

import { ownerAction, saved } from "@/lib/action";
import { answerIntro, takeBackIntro } from "./answer/data";
import * as schema from "./schema";
import { introVersions } from "./versions";

const pass = "/connections/intro-test";

/** The answer holds the page anew: the next card comes with it. */
export const answerIntroAction = ownerAction(
  "connections.intro",
  schema.answerIntro,
  async (db, { named, ...answer }) => {
    await answerIntro(db, answer);
    return saved("assessment", answer.contactId, named ? pass : undefined);
  },
  { versions: introVersions },
);

export const takeBackIntroAction = ownerAction(
  "connections.takeBackIntro",
  schema.takeBackIntro,
  async (db, { contactId }) => {
    await takeBackIntro(db, contactId);
    return saved("assessment", contactId, `${pass}?contact=${contactId}`);
  },
);

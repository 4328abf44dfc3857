"use server";

import { getTranslations } from "next-intl/server";
import { ownerAction, saved } from "@/lib/action";
import { requireOwner } from "@/lib/auth";
import { dayOf } from "@/lib/dates/format";
import { asOwner } from "@/lib/db";
import { askForLook } from "@/lib/duplicates/look";
import { isSameOrigin } from "@/lib/origin";
import { firstName } from "../note";
import { listIncoming } from "./cards/data";
import * as data from "./data";
import { wordingOf } from "./question";
import * as schema from "./schema";

export const addIncomingAction = ownerAction("incoming.add", schema.addIncoming, async (db, input) => {
  const { id, isNew } = await data.addIncoming(db, input);
  if (isNew) await askForLook(db);
  return saved("invitation", id, `/invitations?card=${id}`);
});

// The pass asks for the pages anew itself, once it has caught up: two hundred in a row would otherwise make every page two
// hundred times.
export const answerIncomingAction = ownerAction(
  "incoming.answer",
  schema.answerIncoming,
  async (db, { id, answer, reason }, { timeZone }) => {
    await data.answerIncoming(db, id, answer, { reason, today: dayOf(new Date(), timeZone) });
    return saved("invitation", id);
  },
  { revalidate: false },
);

export const askFirstAction = ownerAction(
  "incoming.ask",
  schema.askFirst,
  async (db, { id, question, keep }, account) => {
    await data.askFirst(db, id, question);
    if (keep) {
      const t = await getTranslations("incoming.ask.fields");
      const { fullName } = await data.askedOf(db, id);
      const names = { firstName: firstName(fullName), yourName: firstName(account.name) };
      const fields = { firstName: t("firstName"), yourName: t("yourName") };
      await data.saveWording(db, wordingOf(question, names, fields));
    }
    return saved("invitation", id);
  },
  { revalidate: false },
);

export const noteReplyAction = ownerAction("incoming.reply", schema.noteReply, async (db, { id, reply }) => {
  await data.noteReply(db, id, reply);
  return saved("invitation", id);
});

export const undoIncomingAction = ownerAction("incoming.undo", schema.undoIncoming, async (db, { id, step, reply }) => {
  if (step === "answer") await data.undoAnswer(db, id);
  else if (step === "question") await data.undoQuestion(db, id);
  else await data.undoReply(db, id, reply);
  return saved("invitation", id);
});

/** The cards after one, while the pass goes on; null where they can't be had now. */
export async function nextIncomingAction(after: string): Promise<schema.IncomingBatch | null> {
  const asked = schema.nextIncoming.safeParse({ after });
  if (!asked.success || !(await isSameOrigin())) return null;
  return asOwner(await requireOwner(), (db) => listIncoming(db, { after: asked.data.after }));
}

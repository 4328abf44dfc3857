"use server";

import { ownerAction, saved } from "@/lib/action";
import { dayOf } from "@/lib/dates/format";
import * as data from "./data";
import * as schema from "./schema";

const today = (timeZone: string) => dayOf(new Date(), timeZone);

export const writeNoteAction = ownerAction("invitations.write", schema.writeNote, async (db, input) => {
  const { contactId, note, template, intent } = input;
  if (intent === "sent") return saved("invitation", await data.markSent(db, contactId, note, { template }));
  const draft = await data.saveDraft(db, contactId, note, template);
  return saved("invitation", draft ?? []);
});

export const undoSentAction = ownerAction("invitations.undoSent", schema.oneInvitation, async (db, { id }) => {
  await data.undoSent(db, id);
  return saved("invitation", id);
});

export const answerOutgoingAction = ownerAction(
  "invitations.answerOutgoing",
  schema.answerOutgoing,
  async (db, { id, answer }, { timeZone }) => {
    await data.answerOutgoing(db, id, answer, { today: today(timeZone) });
    return saved("invitation", id);
  },
);

export const undoOutgoingAction = ownerAction("invitations.undoOutgoing", schema.oneInvitation, async (db, { id }) => {
  await data.undoOutgoingAnswer(db, id);
  return saved("invitation", id);
});

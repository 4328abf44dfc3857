import "server-only";
import { assessmentVersions } from "@/lib/assessment/versions";
import type { Versions } from "@/lib/form-conflict/answer";
import { text } from "@/lib/form-conflict/fields";
import type { AnswerIntro } from "./schema";

/** An answer rests on the whole assessment as the card showed it: whatever was changed of it, it is looked at again. */
export const introVersions: Versions<AnswerIntro> = {
  newest: (db, { contactId }, account) => assessmentVersions.newest(db, { contactId }, account),
  fields: (t) => [text("canSay", t("connections.intro.canSay"))],
  always: true,
};

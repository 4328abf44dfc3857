import "server-only";
import type { z } from "zod";
import { requireContact } from "@/lib/contacts/existing/data";
import { whereContactIs } from "@/lib/contacts/existing/whereabouts/data";
import type { Versions } from "@/lib/form-conflict/answer";
import { changedAt } from "@/lib/form-conflict/data";
import { choice, line, text } from "@/lib/form-conflict/fields";
import { Refusal } from "@/lib/refusal";
import { getAssessment } from "./data";
import { assessmentValues } from "./form-values";
import type { saveAssessment } from "./schema";
import { answers, questions } from "./words";

type Of = Pick<z.output<typeof saveAssessment>, "contactId">;

export const assessmentVersions: Versions<Of> = {
  async newest(db, { contactId }) {
    await requireContact(db, contactId).catch(async (refused) => {
      throw refused instanceof Refusal ? await whereContactIs(db, contactId, "/assessment") : refused;
    });
    const assessment = await getAssessment(db, contactId);
    if (!assessment) throw new Refusal("notFound");
    return {
      version: assessment.version,
      changedAt: await changedAt(db, "assessment", contactId),
      values: assessmentValues(assessment),
    };
  },
  fields: (t) => {
    const asked = (name: (typeof questions)[number]) =>
      choice(name, t(`assessment.${name}`), answers, (answer) => t(`assessment.answers.${answer}`));
    return [
      asked("wantsToDeepen"),
      line("commonGround", t("assessment.commonGround")),
      line("goal", t("assessment.goal")),
      ...questions.filter((name) => name !== "wantsToDeepen").map(asked),
      text("canSay", t("assessment.canSay")),
    ];
  },
};

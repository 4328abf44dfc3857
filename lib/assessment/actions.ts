"use server";

import { ownerAction, saved } from "@/lib/action";
import * as data from "./data";
import * as schema from "./schema";
import { assessmentVersions } from "./versions";

export const saveAssessmentAction = ownerAction(
  "assessment.save",
  schema.saveAssessment,
  async (db, { contactId, version, ...input }) => {
    await data.saveAssessment(db, contactId, version, input);
    return saved("assessment", contactId, `/contacts/${contactId}`);
  },
  { versions: assessmentVersions },
);

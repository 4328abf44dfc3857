"use server";

import { ownerAction, saved } from "@/lib/action";
import * as data from "./data";
import * as schema from "./schema";

export const saveAssessmentAction = ownerAction(
  "assessment.save",
  schema.saveAssessment,
  async (db, { contactId, version, overwrite, ...input }) => {
    await data.saveAssessment(db, contactId, version, input, { overwrite });
    return saved("assessment", contactId, `/contacts/${contactId}`);
  },
);

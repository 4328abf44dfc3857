import "server-only";
import type { z } from "zod";
import type { Versions } from "@/lib/form-conflict/answer";
import { changedAt } from "@/lib/form-conflict/data";
import { line, text } from "@/lib/form-conflict/fields";
import { Refusal } from "@/lib/refusal";
import { listTemplates } from "./data";
import { templateValues } from "./form-values";
import type { updateTemplate } from "./schema";

export const templateVersions: Versions<z.output<typeof updateTemplate>> = {
  async newest(db, { id }) {
    const template = (await listTemplates(db, [])).find((one) => one.id === id);
    if (!template) throw new Refusal("notFound");
    return {
      version: template.version,
      changedAt: await changedAt(db, "template", id),
      values: templateValues(template),
    };
  },
  fields: (t) => [line("name", t("note-templates.name")), text("text", t("note-templates.words"))],
};

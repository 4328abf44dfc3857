"use server";

import { getTranslations } from "next-intl/server";
import { ownerAction, saved } from "@/lib/action";
import { unknownFields } from "@/lib/invitations/note";
import { Refusal } from "@/lib/refusal";
import { builtInTemplates, fieldNames } from "./built-in";
import * as data from "./data";
import * as schema from "./schema";
import { templateVersions } from "./versions";

const start = async () => builtInTemplates(await getTranslations("ready"));

/** Throws the Refusal `unknownField` for a template that asks for what there isn't: its notes could never be sent. */
async function requireKnownFields(text: string): Promise<void> {
  const unknown = unknownFields(text, fieldNames(await getTranslations("ready")));
  if (unknown.length > 0) throw new Refusal("unknownField", "text", { fields: unknown.join(", ") });
}

export const createTemplateAction = ownerAction("note-templates.create", schema.createTemplate, async (db, input) => {
  await requireKnownFields(input.text);
  await data.createTemplate(db, await start(), input);
  return saved("note_template", input.id, "/settings#templates");
});

export const updateTemplateAction = ownerAction(
  "note-templates.update",
  schema.updateTemplate,
  async (db, input) => {
    await requireKnownFields(input.text);
    await data.updateTemplate(db, await start(), input);
    return saved("note_template", input.id, "/settings#templates");
  },
  { versions: templateVersions },
);

export const moveTemplateAction = ownerAction("note-templates.move", schema.moveTemplate, async (db, input) => {
  await data.moveTemplate(db, await start(), input);
  return saved("note_template", input.id);
});

export const deleteTemplateAction = ownerAction("note-templates.delete", schema.oneTemplate, async (db, { id }) => {
  await data.deleteTemplate(db, await start(), id);
  return saved("note_template", id);
});

export const restoreTemplateAction = ownerAction(
  "note-templates.restore",
  schema.restoreTemplate,
  async (db, input) => {
    await data.restoreTemplate(db, input);
    return saved("note_template", input.id);
  },
);

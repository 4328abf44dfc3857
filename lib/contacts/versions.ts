import "server-only";
import type { z } from "zod";
import type { Versions } from "@/lib/form-conflict/answer";
import { changedAt } from "@/lib/form-conflict/data";
import { choice, day, line, names, text, tick } from "@/lib/form-conflict/fields";
import { getContact } from "./data";
import { whereContactIs } from "./existing/whereabouts/data";
import { contactValues } from "./form-values";
import { connectionStatuses, type updateContact } from "./schema";

export const contactVersions: Versions<z.output<typeof updateContact>> = {
  async newest(db, { id }) {
    const contact = await getContact(db, id);
    if (!contact || contact.deletedAt) throw await whereContactIs(db, id, "/edit");
    return { version: contact.version, changedAt: await changedAt(db, "contact", id), values: contactValues(contact) };
  },
  fields(t, account) {
    const lines = ["fullName", "position", "company", "headline", "location"] as const;
    const texts = ["howWeMet", "expertise", "geographicBarrier"] as const;
    const lists = ["linkedIn", "emails", "phones", "links"] as const;
    return [
      ...lines.map((name) => line(name, t(`contacts.form.${name}`))),
      ...texts.map((name) => text(name, t(`contacts.form.${name}`))),
      ...lists.map((name) => line(name, t(`contacts.form.${name}`))),
      choice("connectionStatus", t("contacts.form.connectionStatus"), connectionStatuses, (status) =>
        t(`contacts.statuses.${status}`),
      ),
      day("connectedOn", t("contacts.form.connectedOn"), account),
      tick("doNotConnect", t("contacts.form.doNotConnect"), (ticked) => t(`common.conflict.${ticked}`)),
      names("tags", t("contacts.form.tags")),
      text("notes", t("contacts.form.notes")),
    ];
  },
};

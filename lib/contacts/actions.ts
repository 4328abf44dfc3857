"use server";

import { ownerAction, saved } from "@/lib/action";
import { askForLook } from "@/lib/duplicates/look";
import { createContact, updateContact } from "./data";
import { refuseKnownEmail } from "./points/data";
import * as schema from "./schema";
import { addTag, removeTag } from "./tags/data";
import { deleteContact, restoreContact, trashContact } from "./trash/data";
import { contactVersions } from "./versions";

export const createContactAction = ownerAction(
  "contacts.create",
  schema.createContact,
  async (db, { key, anyway, ...contact }) => {
    if (!anyway) await refuseKnownEmail(db, contact.emails, key);
    const id = await createContact(db, { ...contact, id: key });
    await askForLook(db);
    return saved("contact", id, `/contacts/${id}`);
  },
);

export const updateContactAction = ownerAction(
  "contacts.update",
  schema.updateContact,
  async (db, { id, version, ...contact }) => {
    await updateContact(db, id, version, contact);
    await askForLook(db);
    return saved("contact", id, `/contacts/${id}`);
  },
  { versions: contactVersions },
);

export const trashContactAction = ownerAction("contacts.trash", schema.oneContact, async (db, { id }) => {
  await trashContact(db, id);
  return saved("contact", id);
});

export const restoreContactAction = ownerAction("contacts.restore", schema.oneContact, async (db, { id }) => {
  await restoreContact(db, id);
  await askForLook(db);
  return saved("contact", id);
});

export const deleteContactAction = ownerAction("contacts.delete", schema.oneContact, async (db, { id }) => {
  await deleteContact(db, id);
  return saved("contact", id);
});

export const addTagAction = ownerAction("contacts.addTag", schema.addTag, async (db, { id, tag }) => {
  await addTag(db, id, tag);
  return saved("contact", id);
});

export const removeTagAction = ownerAction("contacts.removeTag", schema.removeTag, async (db, { id, tagId }) => {
  await removeTag(db, id, tagId);
  return saved("contact", id);
});

"use server";

import { ownerAction, saved } from "@/lib/action";
import { addAddress } from "./data";
import * as schema from "./schema";

export const addAddressAction = ownerAction("contacts.addAddress", schema.addAddress, async (db, input) => {
  await addAddress(db, input.contactId, input.linkedIn);
  return saved("contact", input.contactId);
});

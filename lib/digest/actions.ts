"use server";

import { ownerAction, saved } from "@/lib/action";
import { mailSender } from "@/lib/mail/send";
import { Refusal } from "@/lib/refusal";
import { saveDigestSetting } from "./data";
import { sendDigestNow } from "./job";
import * as schema from "./schema";

export const saveDigestSettingAction = ownerAction("digest.setting", schema.digestSetting, async (db, setting) => {
  await saveDigestSetting(db, setting);
  return saved("digest_setting", db.owner);
});

export const sendDigestNowAction = ownerAction(
  "digest.now",
  schema.sendNow,
  async (db) => saved("digest_setting", db.owner),
  {
    afterwards: async (owner) => {
      const sender = mailSender();
      const failure = sender ? await sendDigestNow(owner, sender) : "noServer";
      if (failure) throw new Refusal(failure);
    },
  },
);

// What a browser tells its owner of while Vouch is open in it: the parts their digest has, from its hour on.
import "server-only";
import { createTranslator } from "next-intl";
import type { Account } from "@/lib/account/schema";
import { dayOf, timeOf } from "@/lib/dates/format";
import type { OwnerDb } from "@/lib/db";
import { readDigest } from "@/lib/digest/content/data";
import { getDigestSetting } from "@/lib/digest/data";
import { languageOf } from "@/lib/i18n/languages";
import { locales } from "@/lib/i18n/locales";
import type { Notice, Notices } from "./schema";

const mostFollowUps = 20;

/** Each follow-up that is due is one, each other lane with something in it another. Names and titles `withText` only. */
export async function listNotices(
  db: OwnerDb,
  { timeZone, locale }: Pick<Account, "timeZone" | "locale">,
  withText: boolean,
  now = new Date(),
): Promise<Notices> {
  const day = dayOf(now, timeZone);
  const { hour, parts } = await getDigestSetting(db);
  if (Number(timeOf(now, timeZone).slice(0, 2)) < hour) return { day, notices: [] };
  const { tag, messages } = locales[languageOf(locale)];
  const t = createTranslator({ locale: tag, messages, namespace: "notices" });
  const { followUps, ...lanes } = await readDigest(db, parts, timeZone, { now, limit: mostFollowUps });
  const due = (followUps?.items ?? []).map(
    ({ id, title, contactName }): Notice => ({
      key: `followUp ${id}`,
      text: withText ? t("followUp", { title, name: contactName }) : t("aFollowUp"),
    }),
  );
  const others = (Object.keys(lanes) as (keyof typeof lanes)[]).map(
    (part): Notice => ({ key: part, text: t(part, { count: lanes[part]?.count ?? 0 }) }),
  );
  return { day, notices: [...due, ...others] };
}

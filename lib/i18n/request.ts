import { getRequestConfig } from "next-intl/server";
import { getAccount } from "@/lib/auth";
import { languageOf, locales } from "./locales";

/** Language and time zone of this request: the signed-in owner's, else English and UTC. */
export default getRequestConfig(async () => {
  const account = await getAccount();
  const { tag, messages } = locales[languageOf(account?.locale)];
  return { locale: tag, messages, timeZone: account?.timeZone ?? "UTC", now: new Date() };
});

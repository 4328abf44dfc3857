import { getRequestConfig } from "next-intl/server";
import { getAccount } from "@/lib/auth";
import { browserLanguage } from "./browser-language";
import { languageOf } from "./languages";
import { locales } from "./locales";

/** Language and time zone of this request: the signed-in owner's, else the browser's language and UTC. */
export default getRequestConfig(async () => {
  const account = await getAccount();
  const { tag, messages } = locales[account ? languageOf(account.locale) : await browserLanguage()];
  return { locale: tag, messages, timeZone: account?.timeZone ?? "UTC", now: new Date() };
});

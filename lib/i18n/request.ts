import { getRequestConfig } from "next-intl/server";
import { getSignedIn } from "@/lib/auth";
import { browserLanguage } from "./browser-language";
import { languageOf } from "./languages";
import { locales } from "./locales";

/** Language and time zone of this request: the signed-in owner's, else the browser's language and UTC. */
export default getRequestConfig(async () => {
  const account = await signedInAccount();
  const { tag, messages } = locales[account ? languageOf(account.locale) : await browserLanguage()];
  return { locale: tag, messages, timeZone: account?.timeZone ?? "UTC", now: new Date() };
});

/** Nobody, too, while the database is away: the page that says so needs its sentences. */
async function signedInAccount() {
  try {
    return (await getSignedIn())?.account;
  } catch {
    return undefined;
  }
}

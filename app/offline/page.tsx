import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type OfflineLanguage, OfflinePage } from "@/components/offline/offline-page";
import { Brand } from "@/components/shell/brand";
import { locales } from "@/lib/i18n/locales";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("offline"))("title") };
}

/** For the service worker to keep: the same for everybody, in every language. */
export default async function OfflineRoute() {
  const t = await getTranslations("offline");
  const [first, ...others] = Object.values(locales).map(languageOf) as [OfflineLanguage, ...OfflineLanguage[]];
  return (
    <main className="mx-auto grid w-full max-w-[680px] content-start gap-5 px-4 pt-6 pb-16">
      <div>
        <Brand />
      </div>
      <OfflinePage languages={[first, ...others]} />
      <noscript>
        <h1 className="font-bold text-title">{t("title")}</h1>
        <p>{t("noScript")}</p>
      </noscript>
    </main>
  );
}

function languageOf({ tag, messages }: (typeof locales)[keyof typeof locales]): OfflineLanguage {
  const { common, interactions, offline, outbox } = messages;
  return { tag, messages: { common, interactions, offline, outbox } };
}

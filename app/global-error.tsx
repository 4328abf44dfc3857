"use client";

import { NextIntlClientProvider } from "next-intl";
import { useSyncExternalStore } from "react";
import { Crash } from "@/components/shell/crash";
import { preferredLanguage } from "@/lib/i18n/languages";
import de from "@/lib/i18n/messages/de/common.json";
import en from "@/lib/i18n/messages/en/common.json";
import "./globals.css";

const words = { en: { tag: "en-GB", common: en }, de: { tag: "de-DE", common: de } } as const;

const never = () => () => {};
const browserLanguage = () => preferredLanguage(navigator.languages.join());

/** The root layout itself failed, so the owner's language is unknown: the browser's. */
export default function GlobalError(props: { error: unknown; retry: () => void }) {
  const { tag, common } = words[useSyncExternalStore(never, browserLanguage, () => "en" as const)];
  return (
    <html lang={tag}>
      <body>
        <title>{common.product}</title>
        <main className="grid min-h-[80dvh] content-center">
          <NextIntlClientProvider locale={tag} messages={{ common }}>
            <Crash {...props} />
          </NextIntlClientProvider>
        </main>
      </body>
    </html>
  );
}

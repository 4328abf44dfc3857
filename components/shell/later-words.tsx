"use client";

import { NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import { type ReactNode, Suspense, use } from "react";
import type later from "@/lib/i18n/later/en";
import type { Tag } from "@/lib/i18n/locales";

type Words = typeof later;

/** Dialogs that are loaded when somebody opens one bring their words along, so that no page has to. */
const catalogues: Record<Tag, () => Promise<{ default: Words }>> = {
  "en-GB": () => import("@/lib/i18n/later/en"),
  "de-DE": () => import("@/lib/i18n/later/de"),
};

const asked = new Map<Tag, Promise<Words>>();
const loaded = new Map<Tag, Words>();

/** In the page's language, to be asked for beside the dialog's script. Rejects where there is no connection. */
export function loadWords(tag = document.documentElement.lang as Tag): Promise<Words> {
  const words = asked.get(tag) ?? catalogues[tag]().then((module) => module.default);
  asked.set(tag, words);
  words.then(
    (words) => loaded.set(tag, words),
    () => asked.delete(tag), // to be asked for again
  );
  return words;
}

/** Around such a dialog: there at once if they were loaded with it. */
export function LaterWords({ children }: { children: ReactNode }) {
  return (
    <Suspense>
      <Given>{children}</Given>
    </Suspense>
  );
}

function Given({ children }: { children: ReactNode }) {
  const tag = useLocale();
  const page = useMessages();
  const words = loaded.get(tag) ?? use(loadWords(tag));
  return (
    <NextIntlClientProvider locale={tag} messages={{ ...page, ...words }}>
      {children}
    </NextIntlClientProvider>
  );
}

"use client";

import { type Messages, NextIntlClientProvider } from "next-intl";
import { useEffect } from "react";
import { OfflineDesk } from "./offline-desk";
import { useOutbox } from "./use-outbox";

/** What the page says in one language; `tag` as dates are written by. */
export type OfflineLanguage = {
  tag: string;
  messages: Pick<Messages, "common" | "interactions" | "offline" | "outbox">;
};

/**
 * The page in place of one that can't be reached. It is the same for everybody, and knows of its reader only what this
 * device knows: whose it is, and their language, time zone and look.
 */
export function OfflinePage({ languages }: { languages: [OfflineLanguage, ...OfflineLanguage[]] }) {
  const outbox = useOutbox();
  const wanted = outbox && (outbox.device?.locale ?? navigator.language);
  const [english] = languages;
  const language = wanted ? (languages.find(({ tag }) => isSame(tag, wanted)) ?? english) : null;

  useEffect(() => {
    if (!language) return;
    document.documentElement.lang = language.tag;
    document.title = `${language.messages.offline.title} · ${language.messages.common.product}`;
  }, [language]);
  const theme = outbox?.device?.theme;
  useEffect(() => {
    if (theme) document.documentElement.dataset.theme = theme;
  }, [theme]);

  if (!outbox || !language) return null;
  const timeZone = outbox.device?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <NextIntlClientProvider locale={language.tag as never} messages={language.messages} timeZone={timeZone}>
      <OfflineDesk signedIn={outbox.device !== undefined} waiting={outbox.entries.filter(({ sent }) => !sent)} />
    </NextIntlClientProvider>
  );
}

const isSame = (one: string, other: string) => one.split("-")[0] === other.split("-")[0];

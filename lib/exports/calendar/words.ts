import { createTranslator } from "next-intl";
import type { Language } from "@/lib/i18n/languages";
import { listInWords } from "@/lib/i18n/list";
import { locales } from "@/lib/i18n/locales";
import type { CalendarWords } from "./events";

/** In the owner's language, also where nobody is signed in: a calendar program brings no session. */
export function calendarWords(language: Language): CalendarWords {
  const { tag, messages } = locales[language];
  const t = createTranslator({ locale: tag, messages, namespace: "exports.calendar" });
  const kinds = createTranslator({ locale: tag, messages, namespace: "interactions.kinds" });
  return {
    followUp: ({ title, contactName, isDone }) => t(isDone ? "done" : "followUp", { title, name: contactName }),
    interaction: ({ kind, people }) =>
      people.length > 0 ? t("interaction", { kind: kinds(kind), names: listInWords(people, tag) }) : kinds(kind),
  };
}

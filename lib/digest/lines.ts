// One line for each thing a digest tells of, in the owner's language.
import { createTranslator } from "next-intl";
import { dayOf, formatDay, formatNearDay, type Reader } from "@/lib/dates/format";
import { languageOf } from "@/lib/i18n/languages";
import { locales } from "@/lib/i18n/locales";
import type { Because } from "@/lib/rhythm/schema";
import { type Part, parts } from "./parts";
import type { DigestContent, DigestReader } from "./schema";

/** `path` leads to it, from Vouch's own address. */
export type DigestLine = { what: string; why: string; path: string };
export type DigestSection = { title: string; count: number; lines: DigestLine[]; path: string };

export function translators({ locale, timeZone }: DigestReader, now: Date) {
  const { tag, messages } = locales[languageOf(locale)];
  return {
    t: createTranslator({ locale: tag, messages, namespace: "digest.mail" }),
    rhythm: createTranslator({ locale: tag, messages, namespace: "rhythm.lane" }),
    today: createTranslator({ locale: tag, messages, namespace: "today" }),
    tag,
    reader: { locale: tag, timeZone, now } satisfies Reader,
  };
}
type Words = ReturnType<typeof translators>;

const lanePaths: Record<Part, string> = {
  followUps: "/",
  touch: "/contacts?q=soon:touch",
  invitations: "/invitations",
  ready: "/ready",
  lapsing: "/contacts?q=soon:lapsing",
  owed: "/recommendations/ledger",
};

/** The parts that have something in them, in the digest's order. */
export function sectionsOf(content: DigestContent, words: Words): DigestSection[] {
  const linesOf: { [P in Part]: (lane: NonNullable<DigestContent[P]>) => DigestLine[] } = {
    followUps: ({ items }) =>
      items.map(({ title, contactName, contactId, dueOn }) => ({
        what: `${title} · ${contactName}`,
        why: words.t("due", { day: formatDay(dueOn, words.reader) }),
        path: `/contacts/${contactId}`,
      })),
    touch: ({ items }) =>
      items.map(({ fullName, contactId, because, dueOn, wasPutOff }) => ({
        what: fullName,
        why: whyTouch(because, formatDay(dueOn, words.reader), wasPutOff, words),
        path: `/contacts/${contactId}`,
      })),
    invitations: ({ items }) =>
      items.map(({ contact, at }) => ({
        what: contact.fullName,
        why: words.t("invited", { day: sinceDay(at, words) }),
        path: "/invitations",
      })),
    ready: ({ items }) =>
      items.map(({ fullName, contactId, until }) => ({
        what: fullName,
        why: until === "forever" ? words.t("ready") : words.t("readyUntil", { day: untilDay(until, words) }),
        path: `/ready?contact=${contactId}`,
      })),
    lapsing: ({ items }) =>
      items.map(({ fullName, contactId, until }) => ({
        what: fullName,
        why: words.t("lapses", { day: untilDay(until, words) }),
        path: `/contacts/${contactId}`,
      })),
    owed: ({ items }) =>
      items.map(({ contact, giving }) => ({
        what: contact.fullName,
        why: giving?.dueOn ? words.t("owedBy", { day: formatDay(giving.dueOn, words.reader) }) : words.t("owed"),
        path: giving ? `/recommendations/${giving.id}` : "/recommendations/ledger",
      })),
  };
  return parts.flatMap((part) => {
    const lane = content[part];
    if (!lane) return [];
    const lines = (linesOf[part] as (given: typeof lane) => DigestLine[])(lane);
    return [{ title: words.today(`${part}.title`), count: lane.count, lines, path: lanePaths[part] }];
  });
}

/** "today", "3 days ago", "20 Nov". */
const sinceDay = (moment: string, { reader }: Words) => formatNearDay(dayOf(moment, reader.timeZone), reader);
const untilDay = (moment: string, { reader }: Words) => formatDay(dayOf(moment, reader.timeZone), reader);

function whyTouch(because: Because, day: string, wasPutOff: boolean, { t, rhythm }: Words): string {
  if (because.by === "WARMTH") return t(wasPutOff ? "putOff" : "warm", { day });
  const often = because.wish === "NEVER" ? "" : rhythm("everySmall", because.wish);
  return because.by === "TAG" ? t("byTag", { tag: because.tag, often, day }) : t("byChoice", { often, day });
}

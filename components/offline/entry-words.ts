import { useLocale, useTranslations } from "next-intl";
import { listInWords } from "@/lib/i18n/list";
import type { InteractionKind } from "@/lib/interactions/words";
import type { Entry } from "@/public/outbox";

/** With whom an entry was, as a list in words: contacts by their names, and the names that were typed. */
export function useWho(): (entry: Pick<Entry, "people" | "values">) => string {
  const locale = useLocale();
  return ({ people, values: { newNames = [], names = "" } }) => {
    const typed = [names].flat().flatMap((text) => text.split(/[,;\n]/));
    return listInWords(
      [...people.map(({ name }) => name), ...[newNames].flat(), ...typed].flatMap((name) => name.trim() || []),
      locale,
    );
  };
}

/** An entry in a few words: "Met in person · Ada Lovelace". */
export function useWhat(): (entry: Entry) => string {
  const t = useTranslations();
  const who = useWho();
  return (entry) =>
    t("offline.what", { kind: t(`interactions.kinds.${entry.values.kind as InteractionKind}`), who: who(entry) });
}

/** "Sent: the meeting with Ada Lovelace." with `link` around who. */
export function useSentWords() {
  const t = useTranslations("outbox");
  const who = useWho();
  return (entry: Entry, link: (children: React.ReactNode) => React.ReactNode) =>
    t.rich("sent", { kind: String(entry.values.kind), who: who(entry), link });
}

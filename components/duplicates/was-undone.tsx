import { useTranslations } from "next-intl";
import { useReader } from "@/components/ui/date";
import type { Kept, MergeSummary } from "@/lib/duplicates/schema";
import { listInWords } from "@/lib/i18n/list";

/** Of a merge that was undone: what isn't as it was before, in words. What no owner has typed goes without saying. */
export function WasUndone({ merge: { fullName: name, kept } }: { merge: MergeSummary }) {
  const t = useTranslations("duplicates.decisions");
  const fieldName = useTranslations("duplicates.fields");
  const { locale } = useReader();
  const list = (words: string[]) => listInWords(words, locale);
  const fields = (columns: string[]) =>
    list([
      ...new Set(
        columns.map((column) => {
          const field = fieldOf(column);
          return fieldName.has(field as never) ? fieldName(field as never) : t("other");
        }),
      ),
    ]);
  const words = ({ what, how, count = 1, fields: columns = [] }: Kept) => {
    const key = `${how}.${what}`;
    return t.has(key as never) ? [t(key as never, { count, name, fields: fields(columns) } as never)] : [];
  };
  const said = kept.flatMap(words);
  return said.length === 0 ? t("wasUndone") : t("wasUndoneKept", { what: list(said) });
}

/** "how_we_met" is howWeMet on screen; both of a connection's columns are one. */
function fieldOf(column: string): string {
  if (column.startsWith("connect")) return "connection";
  return column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
